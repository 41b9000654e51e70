"""Cues to a script: who speaks on a line of its own, then their words in paragraphs with times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.lines import Kind, Line
from ingest.source import Source
from ingest.transcript.cues import Cue, is_punctuated, on_one_line
from ingest.transcript.turns import paragraphs_of, turns_of

UNKNOWN = "Unknown speaker"  # where another person begins and the file does not say who


def script(cues: Iterable[Cue], *, title: str | None = None, before: Sequence[str] = ()) -> Source:
    """The transcript of the cues, which are in the order in which they are to be read. `before` are paragraphs that stand
    above what is said."""
    page = _Page()
    if title:
        page.add(title, "heading", level=1)
    for words in before:
        page.add(words, "paragraph")
    said = [replace(cue, words=words) for cue in cues if (words := on_one_line(cue.words))]
    punctuated = is_punctuated(said)
    speaker: str | None = None
    for turn in turns_of(said):
        first = turn[0]
        if first.heading:
            page.add(first.heading, "heading", level=2)
        if first.another or first.speaker != speaker or (first.heading and first.speaker):
            page.add(first.speaker or UNKNOWN, "speaker")
        speaker = first.speaker
        for start, words in paragraphs_of(turn, punctuated):
            page.add(words, "paragraph", time=max(0, int(start)))
    return Source(page.text, tuple(page.lines), title=title, kind="transcript")


class _Page:
    """Grows the text a line at a time."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, words: str, kind: Kind, *, level: int = 0, time: int | None = None) -> None:
        words = on_one_line(words)
        under_name = bool(self.lines) and self.lines[-1].kind == "speaker"
        if self.lines:
            self._parts.append("\n" if under_name else "\n\n")
            self._length += len(self._parts[-1])
        start, self._length = self._length, self._length + len(words)
        self._parts.append(words)
        self.lines.append(Line(start, self._length, kind, level, gap=not under_name, time=time))
