"""The entries of a commonplace book: as they are kept, and as an audience reads them.

Of a quotation only the place is kept (quotation.py), so whoever opens a book reads the documents' words as they are
now, and as they may. Where one is not to be had,

    the document holds the words no longer     it is struck out, and says so
    withdrawn, or not for this audience        it is struck out for those who could see it when it was kept, in words that
                                               do not tell which; for others it was never there
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain import Audience, Citation
from assistant.kept.quotation import Changed, Finder, Gone, Kept
from assistant.view import View

GONE = "This quotation has been withdrawn or is not for you to see."
CHANGED = "The document has changed, and these words are no longer in it."

Kind = Literal["heading", "words", "quotation"]


@dataclass(frozen=True, slots=True)
class StruckOut:
    """Where a quotation stood that is not there to be shown."""

    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an open book. `value`: text of a heading, or one's own words; of a quotation, its Citation or why
    there is none."""

    number: int
    kind: Kind
    value: str | Citation | StruckOut


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is kept: words of one's own, or a quotation's place. `by`: of a quotation, the audience that it was
    kept by."""

    number: int
    kind: Kind
    words: str = ""
    kept: Kept | None = None
    by: Audience = Audience.CONVENORS


def open_book(lines: Sequence[Line], view: View) -> tuple[Entry, ...]:
    """A book's lines as an audience may read them, in order."""
    finder = Finder(view)
    found = (_entry(line, finder, view.audience) for line in lines)
    return tuple(entry for entry in found if entry is not None)


def _entry(line: Line, finder: Finder, audience: Audience) -> Entry | None:
    if line.kept is None:
        return Entry(line.number, line.kind, line.words)
    found = finder.find(line.kept)
    if isinstance(found, Gone):
        return Entry(line.number, line.kind, StruckOut(GONE)) if audience.sees(line.by) else None
    return Entry(line.number, line.kind, StruckOut(CHANGED) if isinstance(found, Changed) else found)
