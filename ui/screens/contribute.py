"""The Contribute page: a file, an address or pasted words in; looked over; out as a document, or into the review queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from assistant.domain import Document
from assistant.errors import CommonplaceError, DocumentError, IndexMissing
from ingest import contribute
from ingest.contribute import Draft
from ingest.read import LARGEST, Intake, digest
from ui import details, looking_over, review, session
from ui.frame import NAME, frame, notice, show
from ui.publishing import publish

WAYS = ("A file", "Pasted words", "A web address")
UNNAMED = "pasted"  # the title that reading gives words which have none


def page() -> None:
    with frame("contribute", f"Contribute - {NAME}"):
        if not session.may_contribute():
            show(notice("Only members can send something in. Ask a convenor."))
            return
        if published := st.session_state.get("published"):
            show(published)
            st.button("Add another", on_click=start_again)
            return
        replaces = replaced(st.query_params.get("replaces", ""))
        show(f'<h1 class="cp-title">{"Replace a document" if replaces else "Contribute"}</h1>{opening(replaces)}')
        if session.is_convenor() and not replaces:
            review.queue(documents)
        given = give(replaces)
        if given is not None:
            look_over(given, replaces)


def opening(replaces: Document | None) -> str:
    if replaces:
        return (
            f"<p>What you give here takes the place of “{escape(replaces.title)}”. Answers then come from the new text, and "
            "nothing of the old one stays.</p>"
        )
    who = "" if session.is_convenor() else " A convenor looks at it before anyone else sees it."
    return f"<p>Give a note, a blog, a report or the captions of a talk. You see how it will be read before it goes in.{who}</p>"


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave, read. `key` marks it; `original`: the name and bytes, where it was a file."""

    key: str
    intake: Intake
    original: tuple[str, bytes] | None = None


def give(replaces: Document | None) -> Given | None:
    """What is given, to stand by itself or in the place of a document; None while nothing is."""
    way = st.segmented_control("What do you have?", WAYS, default=WAYS[0], key="way")
    if way == WAYS[2]:
        address = st.text_input("Web address", key="address", placeholder="https://", autocomplete="off").strip()
        st.button("Read it", key="read_address")  # what was typed arrives when the box is left: this is somewhere to go
        return read(address, lambda: contribute.at_address(address), replaces) if address else None
    if way == WAYS[1]:
        words = st.text_area("Paste the words here", key="words", height=220).strip()
        st.button("Read it", key="read_words")
        return read(words, lambda: contribute.pasted(words), replaces) if words else None
    # Any kind may be dropped: what we cannot read is answered with what to do, and in our words.
    file = st.file_uploader(
        "Word, PDF, a web page, captions (.vtt, .srt) or plain text",
        key="file",
        max_upload_size=LARGEST // 1_000_000,
    )
    if file is None:
        return None
    data = file.getvalue()
    key = f"{file.name}\n{digest(data)}"
    return read(key, lambda: contribute.given(data, file.name), replaces, (file.name, data))


def read(
    key: str, reader: Callable[[], Intake], replaces: Document | None, original: tuple[str, bytes] | None = None
) -> Given | None:
    """What the reader gives, kept while the same thing stands there; what is wrong with it is told."""
    try:
        with st.spinner("Reading it"):
            intake = session.kept("given", key, reader)
    except CommonplaceError as error:
        show(notice(f"{error} Nothing was changed."))
        return None
    guessed = contribute.Details.guessed(intake)
    if original is None and guessed.title == UNNAMED:
        guessed = replace(guessed, title="")
    details.put((key, replaces and replaces.id), guessed.in_place_of(replaces) if replaces else guessed)
    return Given(key, intake, original)


def look_over(given: Given, replaces: Document | None) -> None:
    said = details.ask(given.intake)
    if said is None:  # what is amiss stands beside its field; the rest stays where it was
        preview(given.intake.document)
        st.button(publishing_label(), type="primary", disabled=True, key="publish")
        return
    others, old = documents(), replaces.id if replaces else None
    draft = session.kept(
        "draft",
        (given.key, said, old, session.marks(others)),
        lambda: contribute.draft(given.intake, said, others, document_id=old),
    )
    preview(draft.document)
    show(looking_over.removed(draft) + looking_over.warnings(draft.warnings))
    sure = not draft.removed or st.checkbox("I have read it, and nobody who spoke can be told from it", key="sure")
    if st.button(publishing_label(), type="primary", disabled=not sure, key="publish"):
        st.session_state["published"] = finish(draft, old, given.original)
        st.rerun()


def preview(document: Document) -> None:
    show('<h2 class="cp-label">How it will be read</h2>')
    with st.container(height=420, key="preview"):
        show(looking_over.preview(document))


def publishing_label() -> str:
    return "Publish" if session.is_convenor() else "Send it to the convenors"


def finish(draft: Draft, replaces: str | None, original: tuple[str, bytes] | None) -> str:
    """Publishes or submits; what to say then."""
    config = session.config()
    if not session.is_convenor():
        contribute.submit(config, draft)
        return (
            f"<h1 class='cp-title'>Thank you</h1><p>“{escape(draft.document.title)}” waits for a convenor to look at it. "
            "Until then nobody else sees it.</p>"
        )
    return publish(draft, replaces, original)


def documents() -> list[Document]:
    try:
        return session.assistant().documents()
    except IndexMissing:
        return []  # the first document of all


def replaced(document_id: str) -> Document | None:
    if not document_id:
        return None
    if not session.is_convenor():
        raise DocumentError("Only a convenor can replace a document. Ask one.")
    return session.assistant().document(document_id)


def start_again() -> None:
    for name in ("published", "given", "draft", "file", "words", "address", "sure"):
        st.session_state.pop(name, None)
    st.query_params.clear()
