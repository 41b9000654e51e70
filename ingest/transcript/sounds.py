"""Words without what stands for a sound."""

from __future__ import annotations

import re

from ingest.transcript.cues import on_one_line

BRACKET = re.compile(r" ?(?:\[([^\[\]()]{0,80})\]|\(([^\[\]()]{0,80})\))(?!\s*:)")
SQUARE = re.compile(r" ?\[([^\[\]]{0,80})\](?!\s*:)")
NOTES = "♪♫♬♩"
MUSIC = re.compile(rf"[{NOTES}]+[^{NOTES}]*[{NOTES}]+|[{NOTES}][^\n]*")
# These stand where words were said: without them, the words at either side would join into what nobody said.
IN_PLACE_OF_WORDS = frozenset("sic inaudible unclear indistinct unintelligible redacted ?".split())


def without_sounds(words: str, *, round_brackets: bool = True) -> str:
    """The words without what stands for a sound: "[laughs]", "(applause)", "♪ music ♪". Their lines stay."""
    words = "\n".join(on_one_line(line) for line in words.split("\n"))
    if "[" in words or "(" in words:
        words = (BRACKET if round_brackets else SQUARE).sub(_unless_words, words)
    return MUSIC.sub("", words) if any(note in words for note in NOTES) else words


def _unless_words(bracket: re.Match[str]) -> str:
    inside = " ".join(group for group in bracket.groups() if group)
    words = inside.lower().split()
    if len(words) > 4 or re.search(r"[\d_]", inside) or IN_PLACE_OF_WORDS & set(words[:1]):
        return bracket[0]
    after = bracket.string[bracket.end() : bracket.end() + 1]
    return " " if after.isalnum() else ""
