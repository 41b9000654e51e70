"""What a file holds, whatever its format: the text a person reads, its lines, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.lines import Line


@dataclass(frozen=True, slots=True)
class Source:
    """`lines` count characters of `text`. All the rest is a guess from the file, and shown as one; None or empty where
    the file does not say."""

    text: str
    lines: tuple[Line, ...]
    title: str | None = None
    date: str | None = None  # ISO, as far as it is known
    authors: tuple[str, ...] = ()
    kind: str | None = None
    url: str | None = None
    hidden: tuple[str, ...] = ()  # text in the file that its reader does not see
