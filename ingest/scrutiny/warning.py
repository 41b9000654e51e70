"""A warning, with examples that are short and hold nothing unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

MOST = 5  # examples of a warning
LONGEST = 80  # characters of an example
INVISIBLE = re.compile(r"[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Warning:
    """`says` is a sentence on what was found and what to think about. `examples` are at most 5 pieces of the text, each
    at most 80 characters, without the characters that nobody sees."""

    kind: str
    says: str
    examples: tuple[str, ...] = ()


def warning_of(kind: str, says: str, examples: Iterable[str]) -> Warning | None:
    """The warning, or None where there is nothing to show."""
    found = dict.fromkeys(islice(examples, 4 * MOST))
    return Warning(kind, says, tuple(filter(None, found))[:MOST]) if found else None


def around(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Each span with the words of its line around it, as far as an example goes; spans are in order, and one that such
    an example has shown already is left out."""
    shown = 0
    for start, end in spans:
        if start < shown:
            continue
        end = min(end, start + LONGEST)
        spare = LONGEST - (end - start)
        left = max(0, start - spare // 2, text.rfind("\n", max(0, start - spare), start) + 1)
        line = text.find("\n", end, end + spare)
        right = min(len(text) if line < 0 else line, left + LONGEST)
        if left and not text[left - 1].isspace():
            left = min(start, text.find(" ", left, start) + 1 or start)
        if right < len(text) and not text[right].isspace():
            right = max(end, text.rfind(" ", end, right))
        shown = right
        yield seen(text[left:right])


def seen(piece: str) -> str:
    """The piece without the characters that nobody sees; those that stand for letters are shown as the letters."""
    return INVISIBLE.sub(
        lambda match: chr(ord(match[0]) & 0x7F) if "\U000e0020" <= match[0] < "\U000e007f" else "", piece
    ).strip()
