"""Letters that every kind of paper can hold: what is left of a text when control characters are out of it."""

from __future__ import annotations

import re

BREAKS = re.compile(r"\r\n?")
SPACES = re.compile(r"[\x0b\x0c\x1c-\x1f]")  # control characters that separate words
# XML holds none of these, in whatever way they are written; nor do halves of characters go into any file.
UNHOLDABLE = re.compile(r"[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text, with U+FFFD for each control character that no file format can hold, so that one sees it is missing."""
    return UNHOLDABLE.sub("\N{REPLACEMENT CHARACTER}", SPACES.sub(" ", BREAKS.sub("\n", text)))
