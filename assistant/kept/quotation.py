"""A quotation kept without its words: where it stands, and its SHA-256, by which it is found again for whoever asks.

What is withdrawn, or is not for somebody, is so in everything that they kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.cite import gated
from assistant.domain import Citation, Document, Passage, Sentence
from assistant.view import View


@dataclass(frozen=True, slots=True)
class Kept:
    """Characters [start, stop) of a document's text, as they stood when they were kept."""

    document: str
    start: int
    stop: int
    mark: str  # SHA-256 of the quotation

    @classmethod
    def of(cls, citation: Citation) -> Kept:
        """Raises ValueError for a citation of no words, or of another length than its place."""
        if not citation.quote or citation.end - citation.start != len(citation.quote):
            raise ValueError("A citation's quotation must fill its place.")
        return cls(citation.document, citation.start, citation.end, marked(citation.quote))


@dataclass(frozen=True, slots=True)
class Changed:
    """The document is there for this audience, and no longer holds the words."""

    document: str


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such document for this audience: withdrawn, or not theirs to see. Which, it does not tell."""


class Finder:
    """Finds what was kept in one view. Each document's passages are read once, so use one for many quotations."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._passages: dict[str, list[Passage]] = {}

    def find(self, kept: Kept) -> Citation | Changed | Gone:
        """The quotation where it stands now: at its place, else wherever a sentence or a block begins with it, at the
        nearest such place."""
        document = self._view.document(kept.document)
        if document is None:
            return Gone()
        length = kept.stop - kept.start
        if length <= 0:
            return Changed(kept.document)
        passages = self._of(document)
        starts = {s.start for p in passages for s in p.sentences} | {block.start for block in document.blocks}
        for start in (kept.start, *sorted(starts, key=lambda at: (abs(at - kept.start), at))):
            quote = document.text[start : start + length]
            if len(quote) == length and marked(quote) == kept.mark:
                return self._cited(document, passages, start, quote) or Changed(kept.document)
        return Changed(kept.document)

    def _of(self, document: Document) -> list[Passage]:
        if document.id not in self._passages:
            self._passages[document.id] = self._view.passages(document.id)
        return self._passages[document.id]

    def _cited(self, document: Document, passages: Sequence[Passage], start: int, quote: str) -> Citation | None:
        """Through the gate. Whose account it is, and under what heading, the passage in which it begins tells."""
        place = Sentence(start, start + len(quote))
        alone = Passage(document.id, place.start, place.end, (place,), 0)  # a heading stands in no passage
        passage = next((p for p in passages if p.start <= start < p.end), alone)
        return gated(quote, passage, place, self._view.document)


def find(kept: Kept, view: View) -> Citation | Changed | Gone:
    """One quotation, found again in a view."""
    return Finder(view).find(kept)


def marked(quote: str) -> str:
    """SHA-256 of the words, in hexadecimal. Halves of characters, which UTF-8 has no form for, count as they are."""
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()


def to_json(kept: Sequence[Kept]) -> str:
    """Several in one column of a table."""
    return json.dumps([[one.document, one.start, one.stop, one.mark] for one in kept])


def from_json(column: str) -> tuple[Kept, ...]:
    return tuple(Kept(str(d), int(start), int(stop), str(mark)) for d, start, stop, mark in json.loads(column))
