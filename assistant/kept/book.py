"""Commonplace books: quotations worth finding again, under headings, with one's own words between them. Tables of the
store (store.py). What an entry is, and how a book is read: entries.py.

A book is seen by those who see at least what its maker's audience sees.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.domain import Audience, Citation
from assistant.errors import CommonplaceError
from assistant.kept.entries import Kind, Line
from assistant.kept.quotation import Kept
from assistant.kept.store import Store, today

LONGEST_LINE = 200  # characters of a title or a heading
LONGEST_WORDS = 5000  # of a paragraph of one's own
NO_BOOK = "There is no such book here. It may have been deleted."


class BookError(CommonplaceError):
    """A book or an entry that is not there, or that cannot be kept as it is."""


@dataclass(frozen=True, slots=True)
class Book:
    """`audience`: of whoever made it."""

    number: int
    title: str
    audience: Audience
    day: str  # ISO, on which it was made


class Books:
    """The books of one home. What changes a Book needs the Book itself: `all` and `find` give it to those who may see it.
    Raises CommonplaceError where the records cannot be used."""

    def __init__(self, home: Path) -> None:
        self._store = Store(home)

    def make(self, title: str, audience: Audience) -> Book:
        """A new, empty book. Raises BookError for a title that is empty or too long."""
        title = _line(title, "title")
        with self._store.open() as store:
            day = today()
            row = store.execute(
                "INSERT INTO books (title, audience, day) VALUES (?, ?, ?)", (title, int(audience), day)
            )
            return Book(int(row.lastrowid or 0), title, audience, day)

    def all(self, audience: Audience) -> tuple[Book, ...]:
        """The books that an audience may see, newest first."""
        if not self._store.exists:
            return ()
        with self._store.open() as store:
            rows = store.execute("SELECT number, title, audience, day FROM books ORDER BY number DESC")
            books = [Book(number, title, Audience(maker), day) for number, title, maker, day in rows]
        return tuple(book for book in books if audience.sees(book.audience))

    def find(self, number: int, audience: Audience) -> Book:
        """The book with this number. Raises BookError where there is none that this audience may see."""
        found = next((book for book in self.all(audience) if book.number == number), None)
        if found is None:
            raise BookError(NO_BOOK)
        return found

    def rename(self, book: Book, title: str) -> None:
        title = _line(title, "title")
        with self._of(book) as store:
            store.execute("UPDATE books SET title = ? WHERE number = ?", (title, book.number))

    def delete(self, book: Book) -> None:
        """The book and all its entries."""
        with self._of(book) as store:
            store.execute("DELETE FROM entries WHERE book = ?", (book.number,))
            store.execute("DELETE FROM books WHERE number = ?", (book.number,))

    def lines(self, book: Book) -> tuple[Line, ...]:
        """Its entries as they are kept, in order: every one, whoever may see what it quotes."""
        if not self._store.exists:
            return ()
        with self._store.open() as store:
            return tuple(_line_of(*row) for row in store.execute(LINES, (book.number,)))

    def add_heading(self, book: Book, text: str) -> int:
        """At the end; the number of the entry. Raises BookError for text that is empty or too long."""
        return self._add(book, "heading", _line(text, "heading"))

    def add_words(self, book: Book, text: str) -> int:
        """A paragraph of one's own, at the end; the number of the entry. Raises BookError."""
        return self._add(book, "words", _words(text))

    def keep(self, book: Book, citation: Citation, by: Audience = Audience.CONVENORS) -> int:
        """A quotation, at the end; the number of the entry. `by`: the audience that keeps it, which says who may know later
        that it was there. Raises BookError where the same words of the same document are in the book already."""
        kept = Kept.of(citation)
        with self._of(book) as store:
            same = "SELECT 1 FROM entries WHERE book = ? AND document = ? AND mark = ?"
            if store.execute(same, (book.number, kept.document, kept.mark)).fetchone():
                raise BookError(f"These words are already in “{book.title}”. Nothing was changed.")
            return _insert(store, book, "quotation", "", kept, by)

    def edit(self, book: Book, entry: int, words: str) -> None:
        """Other words for a heading or for words of one's own. Raises BookError: a quotation stays as it is."""
        with self._of(book) as store:
            kind = _kind(store, book, entry)
            if kind == "quotation":
                raise BookError("A quotation stays in the document's words. Write your own words beside it.")
            words = _line(words, "heading") if kind == "heading" else _words(words)
            store.execute("UPDATE entries SET words = ? WHERE number = ?", (words, entry))

    def move(self, book: Book, entry: int, before: int | None) -> None:
        """Put an entry before another, or at the end for None: by their numbers, since not everyone sees every entry and
        so no two people need count alike. Raises BookError."""
        with self._of(book) as store:
            order = [number for number, *_ in store.execute(LINES, (book.number,)) if number != entry]
            _kind(store, book, entry)
            if before is not None and before != entry:
                _kind(store, book, before)
                order.insert(order.index(before), entry)
            elif before is None:
                order.append(entry)
            else:
                return
            store.executemany("UPDATE entries SET place = ? WHERE number = ?", list(enumerate(order)))

    def remove(self, book: Book, entry: int) -> None:
        """Raises BookError where the entry is not in the book."""
        with self._of(book) as store:
            _kind(store, book, entry)
            store.execute("DELETE FROM entries WHERE number = ?", (entry,))

    def _add(self, book: Book, kind: Kind, words: str) -> int:
        with self._of(book) as store:
            return _insert(store, book, kind, words, None, book.audience)

    @contextmanager
    def _of(self, book: Book) -> Iterator[sqlite3.Connection]:
        """The store, where the book is still in it. Raises BookError."""
        with self._store.open() as store:
            # Whoever changes a book is alone with it until they are done: an order is read before it is written.
            store.execute("BEGIN IMMEDIATE")
            if not store.execute("SELECT 1 FROM books WHERE number = ?", (book.number,)).fetchone():
                raise BookError(NO_BOOK)
            yield store


LINES = "SELECT number, kind, words, document, start, stop, mark, audience FROM entries WHERE book = ? ORDER BY place, number"


def _line_of(
    number: int, kind: Kind, words: str, document: str | None, start: int, stop: int, mark: str, by: int
) -> Line:
    kept = None if document is None else Kept(document, start, stop, mark)
    return Line(number, kind, words, kept, Audience(by))


def _insert(store: sqlite3.Connection, book: Book, kind: Kind, words: str, kept: Kept | None, by: Audience) -> int:
    place = store.execute("SELECT COALESCE(MAX(place), -1) + 1 FROM entries WHERE book = ?", (book.number,)).fetchone()
    where = (kept.document, kept.start, kept.stop, kept.mark) if kept else (None, None, None, None)
    row = store.execute(
        "INSERT INTO entries (book, place, kind, words, document, start, stop, mark, audience) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (book.number, place[0], kind, words, *where, int(by)),
    )
    return int(row.lastrowid or 0)


def _kind(store: sqlite3.Connection, book: Book, entry: int) -> str:
    """The kind of an entry of a book. Raises BookError."""
    row = store.execute("SELECT kind FROM entries WHERE number = ? AND book = ?", (entry, book.number)).fetchone()
    if row is None:
        raise BookError("That entry is not in this book any longer. Open the book again.")
    return str(row[0])


def _line(text: str, what: str) -> str:
    """A title or heading on one line. Raises BookError."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    if not line:
        raise BookError(f"A {what} needs a word at least.")
    if len(line) > LONGEST_LINE:
        raise BookError(f"That {what} has {len(line):,} characters. Use at most {LONGEST_LINE}.")
    return line


def _words(text: str) -> str:
    words = text.encode("utf-8", "replace").decode().strip()
    if not words:
        raise BookError("There are no words here to keep. Write something first.")
    if len(words) > LONGEST_WORDS:
        raise BookError(f"That is {len(words):,} characters. Use at most {LONGEST_WORDS:,}, or make two of it.")
    return words
