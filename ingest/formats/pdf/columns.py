"""Rows to blocks in reading order: a column is read to its end before the next. Lengths are in the height of the type."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from statistics import median

from ingest.formats.pdf.bullets import BULLETS
from ingest.formats.pdf.rows import Row, baseline
from ingest.formats.pdf.sizes import LARGER
from ingest.lines import NUMBER

GUTTER = 0.7  # between words, row after row: more may part two columns
MOST_ROWS = 500  # of a page with columns


def blocks_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of a page, those of a column together."""
    whole: list[Row] = []  # rows that no gutter parts
    start = 0
    room = GUTTER * median(row[0].size for row in rows) if 0 < len(rows) <= MOST_ROWS else math.inf
    while start < len(rows):
        stop, gutter = _band(rows, start, room)
        if gutter is None:
            whole.append(rows[start])
        else:
            if whole:
                yield whole
                whole = []
            left, right = _parted(rows[start:stop], gutter)
            yield from blocks_of(left)
            yield from blocks_of(right)
        start = stop
    if whole:
        yield whole


_Gutter = tuple[float, float]


def _band(rows: Sequence[Row], start: int, room: float) -> tuple[int, _Gutter | None]:
    """Where the longest run of rows from `start` ends that one gutter parts into columns; none: after its first row."""
    gutters = _gaps(rows[start], room) if room < math.inf else []
    best: tuple[int, _Gutter | None] = (start + 1, None)
    stop = start
    while gutters and stop < len(rows):
        stop += 1
        gaps = _gaps(rows[stop], room) if stop < len(rows) else []
        narrowed: list[_Gutter] = []
        for a, b in gutters:
            left = [(max(a, c), min(b, d)) for c, d in gaps if min(b, d) - max(a, c) >= room]
            if not left:
                end = _end_of_columns(rows, start, stop, (a, b))
                if end > best[0] and _are_columns(*_parted(rows[start:end], (a, b))):
                    best = (end, (a, b))
            narrowed += left
        gutters = narrowed
    return best


def _gaps(row: Row, room: float) -> list[_Gutter]:
    """Where a row leaves room for a gutter, beside its words as well as between them."""
    inner: list[_Gutter] = []
    starts = True  # a run of words: what follows the bullet or the number of an item is no gutter
    for a, b in itertools.pairwise(row):
        wide = b.x0 - a.x1 >= room
        if wide and not (starts and (a.text in BULLETS or NUMBER.fullmatch(a.text + " "))):
            inner.append((a.x1, b.x0))
        starts = wide
    return [(-math.inf, row[0].x0), *inner, (row[-1].x1, math.inf)]


def _parted(rows: Sequence[Row], gutter: _Gutter) -> tuple[list[Row], list[Row]]:
    left = [[word for word in row if word.x1 <= gutter[0]] for row in rows]
    right = [[word for word in row if word.x1 > gutter[0]] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _end_of_columns(rows: Sequence[Row], start: int, stop: int, gutter: _Gutter) -> int:
    """Where columns end before the rows do that leave the gutter free: a heading over all of them, or lines under them."""
    body = median(row[0].size for row in rows[start:stop])
    last = max((i for i in range(start, stop) if rows[i][-1].x1 > gutter[0]), default=stop)
    for i in range(start + 1, stop):
        row, gap = rows[i], baseline(rows[i - 1]) - baseline(rows[i])
        alone = row[-1].x1 <= gutter[0] and gap > 1.5 * body
        if i < last:
            clear = i + 1 < len(rows) and baseline(row) - baseline(rows[i + 1]) > 1.2 * body
            if alone and clear and row[0].size > LARGER * body:
                return i
        elif i > last and alone and stop < len(rows):
            return i
    return stop


def _are_columns(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the two are read one after the other, and are not the cells of a table, read row by row."""
    if not left or not right:
        return False
    drawn_so = max(word.place for row in left for word in row) < min(word.place for row in right for word in row)
    beside = (min(baseline(left[0]), baseline(right[0])) - max(baseline(left[-1]), baseline(right[-1]))) / left[0][
        0
    ].size
    rows = min(len(left), len(right))
    if drawn_so:
        return rows > 1 and beside > 0.8
    return rows > 2 and beside > 1.8 and _is_prose(left) and _is_prose(right)


def _is_prose(rows: Sequence[Row]) -> bool:
    width = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    full = sum(row[-1].x1 - row[0].x0 > 0.7 * width for row in rows)
    return sum(map(len, rows)) >= 2.5 * len(rows) and full >= len(rows) / 2
