"""Blocks to paragraphs, over the ends of columns and pages too."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.formats.pdf.columns import blocks_of
from ingest.formats.pdf.going_on import goes_on_below, goes_on_elsewhere
from ingest.formats.pdf.printed import Paragraph, Printed, leading_of, printed_lines
from ingest.formats.pdf.rows import Row
from ingest.formats.pdf.sizes import SAME_SIZE, body_size


def paragraphs_of(pages: Sequence[tuple[int, list[Row]]]) -> list[Paragraph]:
    """The paragraphs of all pages; `pages` are their numbers and rows."""
    blocks = [(page, block) for page, rows in pages for block in blocks_of(rows)]
    leading = leading_of(block for _, block in blocks)
    body = body_size(row for _, block in blocks for row in block)
    paragraphs: list[Paragraph] = []
    now: Paragraph | None = None
    for page, block in blocks:
        for line in printed_lines(page, block, leading):
            now = _open(paragraphs, line, body) if line.gap is None else now if goes_on_below(now, line) else None
            if now is None:
                now = Paragraph()
                paragraphs.append(now)
            now.lines.append(line)
    return paragraphs


def _open(paragraphs: Sequence[Paragraph], line: Printed, body: float) -> Paragraph | None:
    """The paragraph that goes on with the line over the end of a column or page. Footnotes and captions may be between."""
    if line.marker or line.cells:
        return None
    for last in reversed(paragraphs[-8:]):
        if last.first.size > body * (1 - SAME_SIZE) or line.size < body * (1 - SAME_SIZE):
            return last if goes_on_elsewhere(last.lines[-1], line, body) else None
    return None
