"""Whether a printed line goes on with the paragraph before it."""

from __future__ import annotations

import re

from ingest.formats.pdf.bullets import DASHES, is_bullet
from ingest.formats.pdf.printed import Paragraph, Printed
from ingest.formats.pdf.rows import baseline
from ingest.formats.pdf.sizes import LARGER, SAME_SIZE

PARAGRAPH_GAP = 1.35  # in the distance of the lines: more starts a paragraph
ENDED = re.compile(r"[.!?:;…][’”\"')\]]*$")
LEADER = re.compile(r"(?:[.…·_] ?){4,}\d+$")  # an entry of a table of contents
CONNECTIVES = frozenset(
    "a an and are as at by for from in is of on or our that the their this to was were with".split()
)


def goes_on_below(paragraph: Paragraph | None, line: Printed) -> bool:
    """Whether a line that stands under a paragraph is a line of it."""
    if paragraph is None or line.gap is None or line.gap > PARAGRAPH_GAP * line.leading:
        return False
    last = paragraph.lines[-1]
    if last.cells or line.cells or LEADER.search(last.text) or not _same_size(last, line):
        return False
    ended = ENDED.search(last.text) is not None
    room = _had_room(last, line)
    if last.bold != line.bold and (room or ended):
        return False
    if is_bullet(line.words):  # or a dash that is the sentence's
        return not (room or ended or paragraph.first.marker) and line.words[0].text in DASHES
    if (room or line.marker) and (ended or not line.text[0].islower()):
        return False
    indented = line.words[0].x0 > last.words[0].x0 + 0.8 * line.size
    return not (indented and ended and not paragraph.first.marker)


def goes_on_elsewhere(last: Printed, line: Printed, body: float) -> bool:
    """Whether the sentence plainly does."""
    if last.cells or not _same_size(last, line) or last.bold != line.bold:
        return False
    if line.size > LARGER * body:  # a heading over columns, whose last line is short
        return last.page == line.page and 0 < baseline(last.words) - baseline(line.words) < PARAGRAPH_GAP * line.leading
    if ENDED.search(last.text) or LEADER.search(last.text):
        return False
    if line.text[0].islower() or last.text[-1] in "-‐,\u00ad" or last.words[-1].text in CONNECTIVES:
        return True
    return not _had_room(last, line)


def _same_size(one: Printed, other: Printed) -> bool:
    """Whether most of them is; or each but for some words, of a language of machines maybe."""
    if abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size):
        return True
    return any(abs(a.size - b.size) < 0.3 for a in one.words for b in other.words)


def _had_room(last: Printed, line: Printed) -> bool:
    """Whether the first word of the line would have stood in the line before, which so was ended on purpose."""
    word = line.words[0]
    return last.words[-1].x1 + 0.2 * word.size + (word.x1 - word.x0) < last.right
