"""Which paragraphs are headings, by their type."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from ingest.formats.pdf.bullets import is_bullet
from ingest.formats.pdf.printed import Paragraph
from ingest.formats.pdf.sizes import LARGER, SAME_SIZE, body_size, half_points


class Headings:
    """Which paragraphs are headings, by their type, and of which level."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        lines = [line for paragraph in paragraphs for line in paragraph.lines]
        self.body = body_size(line.words for line in lines)
        letters: Counter[bool] = Counter()
        for line in lines:
            letters[line.bold] += len(line.text)
        self.bold_tells = letters[True] < letters[False]
        found = [one for one in paragraphs if self._is_heading(one)]
        first = [self._size(one) for one in found if one.first.page == 1]
        self.top = max(first, default=math.inf)
        self.sizes = sorted({min(self._size(one), self.top) for one in found}, reverse=True)
        self.typed = any(self._size(one) < self.top for one in found)

    def level(self, paragraph: Paragraph) -> int:
        """From 1; 0 where it is no heading."""
        if not self._is_heading(paragraph):
            return 0
        return min(6, 1 + self.sizes.index(min(self._size(paragraph), self.top)))

    def _size(self, paragraph: Paragraph) -> float:
        return half_points(paragraph.first.words) / 2

    def _is_heading(self, paragraph: Paragraph) -> bool:
        first = paragraph.first
        if first.cells or is_bullet(first.words) or not any(ch.isalpha() for ch in first.text):
            return False
        ended = re.search(r"[.;,][’”\"')\]]*$", paragraph.lines[-1].text) is not None
        if first.size > LARGER * self.body:
            return paragraph.words <= (12 if ended else 30)
        bold = self.bold_tells and all(line.bold for line in paragraph.lines)
        return bold and first.size > (1 - SAME_SIZE) * self.body and paragraph.words <= 15 and not ended
