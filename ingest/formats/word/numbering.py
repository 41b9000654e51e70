"""The numbers that Word shows and does not store."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.formats import markup
from ingest.formats.markup import Element
from ingest.formats.word.elements import children_of, first_at, value_of, whole
from ingest.formats.word.styles import Styles

FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(slots=True)
class _Sequence:
    """A definition of a list, and how far its numbers have got. Several lists may share one."""

    levels: dict[int, Element]
    link: str | None
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbers that Word shows and does not store."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._sequences = {
            value_of(one, "abstractNumId"): _Sequence(
                {whole(value_of(level, "ilvl")): level for level in children_of(one, "lvl")},
                value_of(first_at(one, "numStyleLink")),
            )
            for one in children_of(root, "abstractNum")
        }
        self._lists = {value_of(one, "numId"): one for one in children_of(root, "num")}
        self._begun: set[tuple[str | None, int]] = set()

    def marker(self, number: str | None, level: int) -> str | None:
        """What stands before the next paragraph of the list: "2.", "(a)", "" for a bullet; None where it is no list."""
        one = self._lists.get(number)
        sequence = self._sequences.get(value_of(first_at(one, "abstractNumId")))
        if one is not None and sequence is not None and sequence.link:
            linked, _ = self._styles.numbering(sequence.link)
            one = self._lists.get(linked)
            sequence = self._sequences.get(value_of(first_at(one, "abstractNumId")))
        if one is None or sequence is None:
            return None
        told = sequence.levels.get(level)
        override = next((o for o in children_of(one, "lvlOverride") if whole(value_of(o, "ilvl")) == level), None)
        told = own if (own := first_at(override, "lvl")) is not None else told
        self._count(sequence, number, level, told, value_of(first_at(override, "startOverride")))
        shape = value_of(first_at(told, "lvlText")) or ""
        if value_of(first_at(told, "numFmt")) in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda found: self._written(sequence, int(found[1]) - 1), shape)

    def _count(
        self, sequence: _Sequence, number: str | None, level: int, told: Element | None, start: str | None
    ) -> None:
        counts = sequence.counts
        if start is not None and (number, level) not in self._begun:
            counts[level] = whole(start, 1)
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = whole(value_of(first_at(told, "start")), 1)
        self._begun.add((number, level))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def _written(self, sequence: _Sequence, level: int) -> str:
        told = sequence.levels.get(level)
        count = sequence.counts.get(level, whole(value_of(first_at(told, "start")), 1))
        shape = value_of(first_at(told, "numFmt")) or ""
        return f"{count:02}" if shape == "decimalZero" else markup.number(count, FORMATS.get(shape, "1"))
