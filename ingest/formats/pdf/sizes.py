"""The sizes of a document's type, in points: of most of a row, of most of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ingest.formats.pdf.rows import Row

LARGER = 1.12  # than the body: a heading
SAME_SIZE = 0.08


def half_points(row: Row) -> int:
    """The size of most of a row's type, in half points."""
    letters: Counter[int] = Counter()
    for word in row:
        letters[round(2 * word.size)] += len(word.text)
    return letters.most_common(1)[0][0]


def body_size(rows: Iterable[Row]) -> float:
    """The size of most of the type, in points; 0 where there is none."""
    letters: Counter[int] = Counter()
    for row in rows:
        letters[half_points(row)] += sum(len(word.text) for word in row)
    return letters.most_common(1)[0][0] / 2 if letters else 0.0
