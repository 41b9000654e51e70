"""Rows less the running headers and footers: what repeats at the edges of pages, and page numbers."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.formats.pdf.rows import Row, baseline
from ingest.formats.pdf.sides import Side
from ingest.formats.pdf.sizes import LARGER, body_size

EDGE = 0.15  # of the page's height, above and below: where running headers and footers stand
EDGE_ROWS = 3
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
# What a browser prints at the head and the foot of a web page.
BROWSER = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d\b.*|(?:https?|file)://\S+ \d+/\d+")


def without_running(sides: Sequence[tuple[Side, list[Row]]]) -> list[tuple[int, list[Row]]]:
    """The rows of each page, less the running headers and footers: what repeats at its edge, but for the page number."""
    body = body_size(row for _, rows in sides for row in rows)
    edges = [list(_edge_rows(side, rows, body)) for side, rows in sides]
    pages = len({side.page for side, _ in sides})
    times = Counter(key for edge in edges for key in {key for _, keys in edge for key in keys})
    often = max(2, math.ceil(pages * 0.3))  # left and right pages may differ, and a first page have none
    kept: list[tuple[int, list[Row]]] = []
    for (side, rows), edge in zip(sides, edges, strict=True):
        running = {i for i, keys in edge if any(times[key] >= often for key in keys)}
        running |= {i for i, _ in edge if _is_page_number(rows[i], side.page)}
        kept.append((side.page, [row for i, row in enumerate(rows) if i not in running]))
    return kept


def _edge_rows(side: Side, rows: Sequence[Row], body: float) -> Iterator[tuple[int, set[str]]]:
    """The rows set apart at the edges, by number, each with its words: as they are, and one figure less the page's."""
    margin = EDGE * (side.high - side.low)
    for edge, inward in (("top", range(len(rows))), ("bottom", range(len(rows) - 1, -1, -1))):
        apart: list[int] = []
        for i, further in itertools.pairwise([*inward, None]):
            if i is None or len(apart) == EDGE_ROWS:
                break
            y = baseline(rows[i])
            if not (y > side.high - margin if edge == "top" else y < side.low + margin):
                break
            apart.append(i)
            if further is None or abs(y - baseline(rows[further])) > 1.8 * body:
                yield from ((row, set(_keys(edge, rows[row], side.page, body))) for row in apart)
                apart.clear()


def _keys(edge: str, row: Row, page: int, body: float) -> Iterator[str]:
    words = " ".join(word.text for word in row).casefold()
    yield f"{edge} {words}"
    for figure in re.finditer(
        r"\d{1,6}", words if row[0].size <= LARGER * body else ""
    ):  # else "Meeting 2" at its head
        yield f"{edge} {words[: figure.start()]}#{int(figure[0]) - page}#{words[figure.end() :]}"


def _is_page_number(row: Row, page: int) -> bool:
    words = " ".join(word.text for word in row)
    match = PAGE_NUMBER.fullmatch(words)
    return BROWSER.fullmatch(words) is not None or (match is not None and int(match[1]) == page)
