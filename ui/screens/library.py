"""The Library page: every document that there is, in the order the reader likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from assistant.domain import Document
from ui import addresses, session
from ui.frame import NAME, frame, nothing_yet, show
from ui.phrases import FORMS, STANDINGS, counted, sentence_case, when

ORDERS: dict[str, Callable[[Document], object]] = {
    "Title": lambda d: d.title.casefold(),
    "Date, newest first": lambda d: [-ord(ch) for ch in d.date or ""] or [0],
    "Kind": lambda d: d.kind.casefold(),
    "People": lambda d: (not d.authors, [name.casefold() for name in d.authors]),
    "Places": lambda d: (not d.places, [name.casefold() for name in d.places]),
    "Standing": lambda d: list(STANDINGS).index(d.standing),
    "Form": lambda d: d.form.value,
}


def page() -> None:
    with frame("library", f"Library - {NAME}"):
        documents = session.assistant().documents()
        show('<h1 class="cp-title">Library</h1>')
        if not documents:
            show(nothing_yet())
            return
        show(explained(len(documents)))
        order = st.selectbox("Sort by", list(ORDERS), key="order", width=260)
        show(listed(sorted(in_title_order(documents), key=ORDERS[order])))  # type: ignore[arg-type]


def in_title_order(documents: Sequence[Document]) -> list[Document]:
    """By title: what is equal in any other order stays in this one."""
    return sorted(documents, key=lambda d: d.title.casefold())


def explained(number: int) -> str:
    """What the small words under each title mean, once."""
    return (
        f"<p>{counted(number, 'document')}. Each is a note of the network's own, a contribution that one of its "
        "members made, or background from outside. A retelling is in our own words, because the source is "
        "not ours to copy.</p>"
    )


def listed(documents: Sequence[Document]) -> str:
    return f'<ul class="cp-library">{"".join(map(_entry, documents))}</ul>'


def _entry(document: Document) -> str:
    facts = [
        sentence_case(document.kind),
        when(document.date),
        f"by {' and '.join(document.authors)}" if document.authors else "",
        ", ".join(document.places),
        STANDINGS[document.standing],
        FORMS[document.form],
    ]
    line = escape(" · ".join(fact for fact in facts if fact))
    link = f'<a href="{escape(addresses.source(document.id))}">{escape(document.title)}</a>'
    return f'<li>{link}<p class="cp-facts">{line}</p></li>'
