"""What is said, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SPARSE = 60  # words to a full stop: beyond this, speech is not punctuated
STOP = re.compile(r"[.!?…。！？][’”\"')\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words, and when they begin in seconds. Lines of `words` end in newlines until they are in a script."""

    start: float
    speaker: str | None  # None where the file does not say
    words: str
    end: float | None = None
    another: bool = False  # whether somebody else begins to speak, even where nobody is named
    heading: str | None = None  # stands above it


def on_one_line(words: str) -> str:
    return " ".join(words.split())


def is_punctuated(cues: Sequence[Cue]) -> bool:
    """Whether full stops are written at all."""
    stops = sum(len(STOP.findall(cue.words)) for cue in cues)
    return stops > 0 and stops * SPARSE >= sum(len(cue.words.split()) for cue in cues)
