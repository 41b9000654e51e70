"""What nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ingest.scrutiny.patterns import Spans, pattern_of
from ingest.scrutiny.warning import LONGEST, Warning, around, seen, warning_of

UNSEEN = pattern_of(r"""
    (?P<flag>\U0001f3f4[\U000e0061-\U000e007a]{4,6}\U000e007f)
    |(?P<sure>[\U000e0000-\U000e007f]+|[\u202d\u202e]+|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}|[\u200b-\u200f\u2060-\u2064]{8,})
    |(?P<blank>[\u180e\u200b\u2060-\u2064\ufeff]+|[\u200c\u200d]+)
""")
LATIN = re.compile(r"[!-ʯ‘’“”–—]")
PAGE = re.compile(r"\s*page \d{1,5}\s*")  # a mark of our own: see ingest/formats/markdown.py


def hidden_text(text: str, hidden: Sequence[str]) -> Warning | None:
    """What the file hides, `hidden`, and what its text does."""
    given = (" ".join(seen(each).split())[:LONGEST] for each in hidden)
    return warning_of(
        "hidden text",
        "It holds text that a reader does not see: read it, and take out what does not belong here.",
        chain(filter(None, given), _comments(text), around(text, _unseen(text))),
    )


def _unseen(text: str) -> Spans:
    """Characters that nobody sees, but for what web pages leave at the ends of lines, and what scripts and emoji need."""
    for match in UNSEEN.finditer(text):
        start, end = match.span()
        if match["sure"] or (match["blank"] and _within(text, start, end)):
            yield start, end


def _within(text: str, start: int, end: int) -> bool:
    """Whether unseen characters stand inside a word, or between two."""
    joiner = text[start] in "\u200c\u200d"
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if not joiner:
        before, after = before.rstrip(" "), after.lstrip(" ")
    sides = before[-1:], after[:1]
    if joiner:
        return all(side.isascii() and side.isalnum() for side in sides)
    # A fraction on a web page ("2 1/2") has such a character of its own.
    return all(map(LATIN.match, sides)) and sides[0] not in "/_.-" and any(map(str.isalpha, sides))


def _comments(text: str) -> Iterator[str]:
    """The HTML comments left in a text."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            return
        if not PAGE.fullmatch(text[start + 4 : min(end, start + 40)]):
            yield text[start : end + 3][:LONGEST]
        start = text.find("<!--", end)
