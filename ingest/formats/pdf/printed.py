"""The rows of a block as printed lines, each with the room that it had. Lengths are in the height of the type."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.formats.pdf.bullets import is_bullet
from ingest.formats.pdf.rows import Row, baseline
from ingest.formats.pdf.sizes import half_points
from ingest.lines import NUMBER

NARROWEST = 12  # a column of text
CELL_GAP = 1.5  # between words, at the same place in two rows: more parts the cells of a table


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line, and the room that it had."""

    words: Row
    page: int
    right: float  # where the lines of its size in its block end
    gap: float | None  # to the line above in its block; None in the first
    leading: float  # the usual distance of lines of its size
    cells: tuple[Row, ...] = ()  # where it is a row of a table

    @property
    def size(self) -> float:
        return half_points(self.words) / 2

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def marker(self) -> bool:
        return is_bullet(self.words) or NUMBER.match(self.text) is not None


@dataclass(slots=True)
class Paragraph:
    lines: list[Printed] = field(default_factory=list)

    @property
    def first(self) -> Printed:
        return self.lines[0]

    @property
    def words(self) -> int:
        return sum(len(line.words) for line in self.lines)


def printed_lines(page: int, block: Sequence[Row], leading: dict[int, float]) -> Iterator[Printed]:
    """The rows of a block, with the room that each had. `leading`: as of `leading_of`."""
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for row in block:
        size = half_points(row)
        left[size] = min(left.get(size, math.inf), row[0].x0)
        right[size] = max(right.get(size, -math.inf), row[-1].x1)
    for size, edge in right.items():
        alike = [row for row in block if half_points(row) == size]
        if len(alike) > 2 and edge - left[size] < NARROWEST * size / 2 and sum(map(len, alike)) <= 3 * len(alike):
            right[size] = math.inf  # a list, no wider than its longest line, and each line had room for more
    cells = [_cells(row) for row in block]
    for i, row in enumerate(block):
        size = half_points(row)
        # Where both lines are full, they may be justified, and their gaps chance.
        ragged = [
            j for j in (i - 1, i + 1) if 0 <= j < len(block) and min(row[-1].x1, block[j][-1].x1) < right[size] - 2
        ]
        tabled = any(_aligned(cells[i], cells[j]) for j in ragged)
        gap = baseline(block[i - 1]) - baseline(row) if i else None
        usual = leading.get(size, 0.6 * size)
        yield Printed(row, page, right[size], gap, usual, tuple(cells[i]) if tabled else ())


def leading_of(blocks: Iterable[list[Row]]) -> dict[int, float]:
    """For each size of type, in half points, how far its lines usually stand from one another."""
    gaps: dict[int, Counter[float]] = {}
    for block in blocks:
        for above, row in itertools.pairwise(block):
            gap = baseline(above) - baseline(row)
            if above[0].size * 0.8 < gap < above[0].size * 2.6 and half_points(above) == half_points(row):
                gaps.setdefault(half_points(row), Counter())[round(gap, 1)] += 1
    return {size: max(many, key=lambda gap: (many[gap], -gap)) for size, many in gaps.items()}


def _cells(row: Row) -> list[Row]:
    cells = [[row[0]]]
    for before, word in itertools.pairwise(row):
        wide = word.x0 - before.x1 > CELL_GAP * word.size
        first = before is row[0] and (is_bullet(row) or NUMBER.match(before.text + " "))
        if wide and not first:
            cells.append([])
        cells[-1].append(word)
    return cells


def _aligned(cells: Sequence[Row], others: Sequence[Row]) -> bool:
    return any(abs(a[0].x0 - b[0].x0) < 2 for a in cells[1:] for b in others[1:])
