"""Lines of text to blocks: which line is a heading, which an item, and which lines are one paragraph.

Notes arrive flattened: headings as bare lines ("2. Opening Presentations"), lists pasted without bullets,
paragraphs wrapped by hand. Markdown types some of its lines itself; the rest is judged here, for every format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.domain import Block

# A line that starts with a number or a bullet; the bullet stays out of the block, the number stays in.
BULLET = re.compile(r"[-*•–—·‣▪◦●]\s+")
NUMBER = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+")
DIGITS = re.compile(r"\d{1,2}(?=[.)]\s)", re.ASCII)
HASHES = re.compile(r"(#{1,6})\s+")
ENDED = re.compile(r"[.!?;,…:][’”\"')\]]*$")
MOMENT = re.compile(
    r"\d.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)[a-z]*\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}[.:]\d\d\b|\b\d{1,2}\s?[ap]m\b",
    re.IGNORECASE,
)
LONGEST_HEADING = 10  # words
WIDEST_HEADING = 300  # characters: no ten words of prose are longer
WRAP_WIDTHS = (45, 110)  # characters: the longest line of text that was wrapped by hand lies between these

Kind = Literal["heading", "item", "paragraph", "speaker"]


@dataclass(frozen=True, slots=True)
class Line:
    """Characters [start, end) of the text, trimmed; `kind` where the format itself has said."""

    start: int
    end: int
    kind: Kind | None = None
    level: int = 0
    gap: bool = False  # a blank line, or a format's own boundary, stands before it
    time: int | None = None  # seconds into the recording
    page: int | None = None


def lines_of(text: str) -> list[Line]:
    """The lines of plain text that hold anything."""
    found: list[Line] = []
    gap = True
    for match in re.finditer(r"[^\n]+", text):
        start, end = trimmed(text, match.start(), match.end())
        if start == end:
            gap = True
            continue
        previous_end = found[-1].end if found else 0
        found.append(Line(start, end, gap=gap or text.count("\n", previous_end, start) > 1))
        gap = False
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without the white space at either side."""
    inside = text[start:end]
    begin = start + len(inside) - len(inside.lstrip())
    return begin, max(begin, end - (len(inside) - len(inside.rstrip())))


def blocks_of(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Lines judged and joined. Blocks are in order, do not overlap, and are never empty."""
    width = max((line.end - line.start for line in lines), default=0)
    blocks: list[Block] = []
    bare = False  # whether nothing but the shape of its first line made the last block what it is
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        last = blocks[-1] if blocks else None
        if before is not None and last is not None and _continues(text, before, line, last, width):
            # A line that goes on in the next is no item of a list pasted as bare lines.
            blocks[-1] = replace(last, kind="paragraph" if bare else last.kind, end=line.end)
            continue
        kind, level = _judge(text, line, last, after, first=i == 0)
        start = line.start
        marker = HASHES.match(text, start, line.end) or BULLET.match(text, start, line.end)
        if marker and line.kind is None:
            start = marker.end()
        bare = line.kind is None and marker is None and not NUMBER.match(text, start, line.end)
        if start < line.end:
            blocks.append(Block(kind, start, line.end, level, line.time, line.page))
    return tuple(blocks)


def _judge(text: str, line: Line, last: Block | None, after: Line | None, *, first: bool) -> tuple[Kind, int]:
    words = text[line.start : line.end]
    if line.kind is not None:
        return line.kind, line.level
    if hashes := HASHES.match(words):
        return "heading", len(hashes[1])
    if BULLET.match(words):
        return "item", 0
    number = NUMBER.match(words)
    plain = words[number.end() :] if number else words
    if first and after is not None and len(plain.split()) <= 15 and not re.search(r"[.!?;,…]$", plain):
        return "heading", 1
    if _could_be_heading(plain, numbered=number is not None) and after is not None:
        if number and words[0].isdigit():
            # "1. Trust / 2. Openness" is a list: a heading has something under it that is no such line itself.
            if not NUMBER.match(text, after.start, after.end) and not _ends_a_list(text, line, last, after):
                return "heading", 2
        elif number is None and _opens(text, line, last, after):
            return "heading", 2
    if number or not re.search(r"[.!?…:;][’”\"')\]]*$", words):
        return "item", 0
    return "paragraph", 0


def _ends_a_list(text: str, line: Line, last: Block | None, after: Line) -> bool:
    """Whether a numbered line is the last of a list: right under the number before its own, and set off below."""
    if last is None or last.kind != "item" or line.gap or not after.gap:
        return False
    own, above = DIGITS.match(text, line.start), DIGITS.match(text, last.start)
    return own is not None and above is not None and int(own[0]) == int(above[0]) + 1


def _could_be_heading(words: str, *, numbered: bool) -> bool:
    return (
        len(words) <= WIDEST_HEADING
        and 0 < len(words.split()) <= LONGEST_HEADING
        and (words[0].isupper() or words[0].isdigit())
        and not ENDED.search(words)
        and (numbered or not MOMENT.search(words))
    )


def _opens(text: str, line: Line, last: Block | None, after: Line) -> bool:
    """Whether a short bare line opens a section, rather than being one of a list pasted as bare lines."""
    below = text[after.start : after.end]
    has_body = bool(ENDED.search(below) or BULLET.match(below) or len(below.split()) > LONGEST_HEADING)
    if after.kind == "item":
        has_body = True
    if last is None or last.kind == "heading":
        return has_body
    in_list = not line.gap and (last.kind == "item" or text[last.end - 1] == ":")
    return has_body and not in_list


def _continues(text: str, before: Line, line: Line, last: Block, width: int) -> bool:
    """Whether a line goes on with the sentence of the line before: text wrapped by hand."""
    if line.gap or line.kind is not None or last.kind in ("heading", "speaker"):
        return False
    if any(marker.match(text, line.start, line.end) for marker in (BULLET, HASHES, DIGITS)):
        return False
    words = text[before.start : before.end]
    if re.search(r"[.!?:…][’”\"')\]]*$", words):
        return False
    narrow, wide = WRAP_WIDTHS
    next_word = text[line.start : line.end].split()[0]
    full = narrow <= width <= wide and len(words) + len(next_word) + 1 > width * 0.85
    return full or (text[line.start].islower() and not NUMBER.match(text, line.start, line.end))
