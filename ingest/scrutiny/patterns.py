"""How what is looked for is written, and where it stands in a text."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator


def joined(lines: str) -> str:
    """What is written over several lines as one. A space that counts and begins a line is written [ ]."""
    return re.sub(r"\n\s*", "", lines)


def pattern_of(written: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """The pattern that is written over several lines."""
    return re.compile(joined(written), flags)


WRAPPED = re.compile(r"[\t\u00a0]|\n(?=[a-zß-ÿ])|(?<=\d)\n(?=\d)")
Spans = Iterator[tuple[int, int]]


def unwrapped(text: str) -> str:
    """The text with spaces where a sentence goes on in the next line; offsets stay as they were."""
    return WRAPPED.sub(" ", text)


def spans_of(text: str, patterns: Iterable[re.Pattern[str]]) -> Spans:
    """Where the patterns match, in the text's order. Those that ask where lines begin are shown all lines."""
    flat = unwrapped(text)
    shown = ((one, text if one.flags & re.MULTILINE else flat) for one in patterns)
    return heapq.merge(*((match.span() for match in one.finditer(each)) for one, each in shown))
