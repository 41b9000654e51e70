"""The words of a question, and where each stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’_.-][^\W_]+)*")
PAUSE = re.compile(r"[,;:.?!()–—]")


@dataclass(frozen=True, slots=True)
class Word:
    low: str  # lower case, straight apostrophes
    start: int
    end: int
    pause: bool  # whether a comma or the like stands before it


def words_of(text: str) -> list[Word]:
    """The words of a question; "BD_Collective" and "what's" are one each."""
    found: list[Word] = []
    at = 0
    for match in WORD.finditer(text):
        pause = PAUSE.search(text, at, match.start()) is not None
        found.append(Word(match[0].replace("’", "'").casefold(), match.start(), match.end(), pause))
        at = match.end()
    return found


def plain(words: Sequence[Word]) -> str:
    """Words as the patterns of wordings see them: lower case, nothing between them but a space."""
    return " ".join(word.low for word in words)
