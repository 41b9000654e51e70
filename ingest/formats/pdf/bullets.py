"""The marks that stand before the items of a list."""

from __future__ import annotations

from ingest.formats.pdf.letters import UNREADABLE
from ingest.formats.pdf.rows import Row

DASHES = frozenset("–-—*·")
BULLETS = DASHES | frozenset("•‣▪▫◦●○■□❖➢➤►▶✓✔∙" + UNREADABLE)


def is_bullet(words: Row) -> bool:
    """Whether the first of some words is the mark of an item."""
    mark = words[0].text
    if len(words) < 2:
        return False
    if len(mark) == 1 and (mark in BULLETS or "\ue000" <= mark <= "\uf8ff"):
        return True
    # Word draws the bullets of its second level with a letter.
    return mark in ("o", "§") and words[1].x0 - words[0].x1 > 0.6 * words[0].size
