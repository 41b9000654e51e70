"""A document's text without gaps: its sentences, and the headings, labels and loose lines that are in none.

Whatever stands anywhere in the text stands in a unit, so that a mention in a heading is not lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import cite
from assistant.domain import Citation, Document, Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters [start, end) of a document's text. `passage` is None for what is in no sentence."""

    start: int
    end: int
    passage: Passage | None = None


class Units:
    """The units of one document, in order. `passages` are its own, in order."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document = document
        taken = [Unit(s.start, s.end, p) for p in passages for s in p.sentences]
        taken.sort(key=lambda unit: unit.start)
        blocks = [Unit(block.start, block.end) for block in document.blocks if block.kind in ("heading", "speaker")]
        self.all = self._filled(sorted([*taken, *blocks], key=lambda unit: (unit.start, unit.end)))
        self._starts = [unit.start for unit in self.all]

    def over(self, start: int, end: int) -> Unit:
        """The unit that holds [start, end); what goes over several runs from the first to the last of them."""
        first = self.all[max(0, bisect_right(self._starts, start) - 1)]
        last = self.all[max(0, bisect_right(self._starts, max(start, end - 1)) - 1)]
        if first is last:
            return first
        return Unit(min(first.start, start), max(last.end, end), first.passage or last.passage)

    def cite(self, unit: Unit) -> Citation:
        """The unit as a citation, with what governs it."""
        return cite.at(self._document, unit.start, unit.end, unit.passage)

    def _filled(self, taken: list[Unit]) -> list[Unit]:
        """The units, and what is left between them line by line."""
        every: list[Unit] = []
        at = 0
        for unit in [*taken, Unit(len(self._document.text), len(self._document.text))]:
            if unit.start > at:
                every += self._lines(at, unit.start)
            if unit.end > max(at, unit.start):
                every.append(unit if unit.start >= at else Unit(at, unit.end, unit.passage))
            at = max(at, unit.end)
        return every

    def _lines(self, start: int, end: int) -> list[Unit]:
        """The lines of a stretch that is in no unit, without the white space around them."""
        found = []
        at = start
        for line in self._document.text[start:end].splitlines(keepends=True):
            bare = line.strip()
            if bare:
                first = at + line.index(bare)
                found.append(Unit(first, first + len(bare)))
            at += len(line)
        return found
