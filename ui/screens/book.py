"""The commonplace book: quotations kept, under headings, with one's own words between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import streamlit as st

from assistant.assistant import Assistant
from assistant.domain import Citation
from assistant.errors import CommonplaceError, DocumentError
from assistant.kept.book import LONGEST_LINE, LONGEST_WORDS, Book, BookError, Books
from assistant.kept.entries import Entry, StruckOut
from assistant.kept.quotation import Kept, marked
from ui import addresses, downloads, reading, session
from ui.addresses import Query
from ui.frame import NAME, frame, name_tab, notice, show
from ui.paper.books import book_paper
from ui.phrases import counted, when
from ui.quotations import Quotations, written

TITLE = "Commonplace book"
NEW = "A new book"


def page() -> None:
    with frame("book", f"{TITLE} - {NAME}"):
        if not session.may_contribute():
            raise DocumentError("Only members keep books. Ask a convenor.")
        assistant = session.assistant()
        if said := st.session_state.pop("book_said", None):
            show(notice(said))
        if document := st.query_params.get("document", ""):
            keep(assistant, document)
        elif number := st.query_params.get("book", ""):
            one(assistant, books().find(int(number) if number.isdecimal() else 0, session.config().audience))
        else:
            shelf()


def books() -> Books:
    return Books(session.config().home)


def shelf() -> None:
    """Every book that this audience may see, and a way to begin one."""
    show(
        f'<h1 class="cp-title">{TITLE}s</h1><p>Keep the passages worth finding again: choose <em>Keep</em> beside any quotation. '
        "Set them under headings, write your own words between, and take the book with you.</p>"
    )
    found = books().all(session.config().audience)
    items = "".join(
        f'<li><a href="{escape(addresses.book(book.number))}">{escape(book.title)}</a>'
        f'<p class="cp-facts">Begun on {when(book.day)}</p></li>'
        for book in found
    )
    show(f'<ul class="cp-library">{items}</ul>' if items else "")
    title = st.text_input("The title of a new book", key="new_book", max_chars=LONGEST_LINE, autocomplete="off")
    if st.button("Begin it", key="begin") and title.strip():
        go_to(books().make(title, session.config().audience))


def keep(assistant: Assistant, document_id: str) -> None:
    """The quotations that an address names, and into which book they go."""
    citations = quoted(assistant, document_id)
    these = "this" if len(citations) == 1 else "these"
    show(f'<h1 class="cp-title">Keep {these}</h1>{Quotations(Query()).citations(citations)}')
    found = books().all(session.config().audience)
    names = {book.number: book.title for book in found}
    chosen = st.selectbox(
        "In", [*names, 0], format_func=lambda number: names.get(number, NEW), key="keep_in", width=400
    )
    title = ""
    if not chosen:
        title = st.text_input(
            "Its title", value="" if found else "Worth finding again", key="keep_title", max_chars=LONGEST_LINE
        )
    if st.button("Keep it" if len(citations) == 1 else "Keep them", type="primary", key="keep"):
        audience = session.config().audience
        book = books().find(chosen, audience) if chosen else books().make(title, audience)
        put(book, citations)
        go_to(book)


def put(book: Book, citations: Sequence[Citation]) -> None:
    """Keeps what is not in the book yet. Raises BookError where all of it is."""
    refused: list[BookError] = []
    for citation in citations:
        try:
            books().keep(book, citation, session.config().audience)
        except BookError as error:
            refused.append(error)
    if len(refused) == len(citations):
        raise refused[0]


def quoted(assistant: Assistant, document_id: str) -> list[Citation]:
    """Raises DocumentError for an address that names no words of the document."""
    document = assistant.document(document_id)
    starts, ends = st.query_params.get_all("start"), st.query_params.get_all("end")
    found: list[Citation] = []
    for start, end in zip(starts, ends, strict=False):
        first, last = reading.span(document, start, end)
        one = assistant.find(Kept(document.id, first, last, marked(document.text[first:last])))
        if isinstance(one, Citation):
            found.append(one)
    if not found:
        raise DocumentError("There are no words at that place. Choose Keep beside a quotation.")
    return found


def one(assistant: Assistant, book: Book) -> None:
    """A book, entry by entry: to be read, and to be worked on."""
    name_tab(f"{book.title} - {NAME}")
    entries = assistant.open_book(book)
    show(
        f'<p class="cp-back"><a href="{addresses.BOOK}">All books</a></p><h1 class="cp-title">{escape(book.title)}</h1>'
        f'<p class="cp-small">{counted(len(entries), "entry").replace("entrys", "entries")}. '
        f"{'Only convenors see this book.' if book.audience > 1 else ''}</p>"
    )
    arranging = st.toggle("Arrange it", key="arranging", value=not entries)
    for place, entry in enumerate(entries):
        show(told(entry))
        if arranging:
            arrange(book, entries, place)
    if arranging:
        add(book)
        manage(book)
    if entries:
        downloads.offer(lambda: book_paper(book.title, entries), "commonplace-book", (book, entries, date.today()))


def told(entry: Entry) -> str:
    """One entry as it is read."""
    if isinstance(entry.value, StruckOut):
        return f'<p class="cp-struck"><s>A quotation stood here.</s> {escape(entry.value.reason)}</p>'
    if isinstance(entry.value, Citation):
        return written().citations([entry.value])
    if entry.kind == "heading":
        return f'<h2 class="cp-topic">{escape(entry.value)}</h2>'
    return "".join(f"<p>{escape(part)}</p>" for part in entry.value.split("\n") if part.strip())


def arrange(book: Book, entries: tuple[Entry, ...], place: int) -> None:
    """The buttons of one entry."""
    entry = entries[place]
    with st.container(horizontal=True, key=f"entry-{entry.number}"):
        if st.button("Up", key=f"up-{entry.number}", disabled=place == 0, type="tertiary"):
            changed(lambda: books().move(book, entry.number, entries[place - 1].number))
        if st.button("Down", key=f"down-{entry.number}", disabled=place == len(entries) - 1, type="tertiary"):
            after = entries[place + 2].number if place + 2 < len(entries) else None
            changed(lambda: books().move(book, entry.number, after))
        if isinstance(entry.value, str):
            with st.popover("Edit", key=f"edit-{entry.number}", type="tertiary"):
                words = st.text_area("Your words", entry.value, key=f"words-{entry.number}", max_chars=LONGEST_WORDS)
                if st.button("Save", key=f"save-{entry.number}"):
                    changed(lambda: books().edit(book, entry.number, words))
        if st.button("Take out", key=f"out-{entry.number}", type="tertiary"):
            changed(lambda: books().remove(book, entry.number))


def add(book: Book) -> None:
    """A heading, or a paragraph of one's own, at the end."""
    show('<h2 class="cp-label">Add to it</h2>')
    heading = st.text_input("A heading", key="add_heading", max_chars=LONGEST_LINE, autocomplete="off")
    if st.button("Add the heading", key="add_the_heading"):
        changed(lambda: books().add_heading(book, heading), "add_heading")
    words = st.text_area("Your own words", key="add_words", max_chars=LONGEST_WORDS, height=120)
    if st.button("Add the words", key="add_the_words"):
        changed(lambda: books().add_words(book, words), "add_words")


def manage(book: Book) -> None:
    with st.expander("Rename or delete this book", key="manage"):
        title = st.text_input("Title", book.title, key="rename", max_chars=LONGEST_LINE)
        if st.button("Rename it", key="rename_it"):
            changed(lambda: books().rename(book, title))
        sure = st.checkbox("Yes, delete it and all that is in it", key="sure_delete")
        if st.button("Delete it", key="delete_it", disabled=not sure):
            books().delete(book)
            st.query_params.clear()
            st.rerun()


def changed(change: Callable[[], object], emptied: str = "") -> None:
    """Carries out a change; what is wrong with it is told on the next drawing, at the top."""
    try:
        change()
        if emptied:
            st.session_state.pop(emptied, None)
    except CommonplaceError as error:
        st.session_state["book_said"] = str(error)
    st.rerun()


def go_to(book: Book) -> None:
    st.query_params.from_dict({"book": str(book.number)})
    st.rerun()
