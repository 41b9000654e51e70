"""What stands in one element of a page as a piece, and pieces as a text and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.lines import Kind, Line

# Soft hyphens, zero-width characters and controls. The two joiners spell words in some scripts, and stay between their letters.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff\U000e0000-\U000e007f]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one element. `words` has newlines only where the page breaks a line, and a blank line at most."""

    words: str
    kind: Kind | None = None
    level: int = 0
    marker: str = ""  # "2. " for a numbered item
    gap: bool = True  # whether it stands apart from the piece before it


@dataclass(frozen=True, slots=True)
class Pieces:
    shown: tuple[Piece, ...]
    hidden: tuple[str, ...]  # comments, and what the page's own inline style keeps from view


def text_of(pieces: Iterable[Piece]) -> tuple[str, list[Line]]:
    """The pieces as one text, and its lines."""
    parts: list[str] = []
    lines: list[Line] = []
    size = 0

    def say(words: str) -> None:
        nonlocal size
        parts.append(words)
        size += len(words)

    for piece in pieces:
        if lines:
            tight = piece.kind == "item" and not piece.marker and lines[-1].kind == "item"
            say("\n" if tight else "\n\n")
        gap = piece.gap
        for i, words in enumerate((piece.marker + piece.words).split("\n")):
            if i:
                say("\n")
            if words:
                kind = piece.kind if i == 0 or piece.kind == "paragraph" else None
                lines.append(Line(size, size + len(words), kind, piece.level, gap=gap))
            gap = not words
            say(words)
    return "".join(parts), lines


def plain(words: str) -> str:
    """Words without the characters that nobody sees, and with white space of one kind."""
    return " ".join(UNSEEN.sub("", words).split())
