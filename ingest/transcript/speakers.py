"""Cues to cues that say who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.transcript.cues import Cue
from ingest.transcript.names import LABEL, Names

BROKEN_OFF = re.compile(r"(?:[.!?…。！？][’”\"')\]]*|[-–—])$")
ANOTHER = re.compile(r"(?:^|(?<=\s))>{2,}\s*")
DASH = re.compile(r"[-–—]\s*(?=[‘“\"'(\[]*([^\W\d_]))")


def by_speaker(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with the labels in their words taken out ("OWEN: We had...", ">> We had..."), as their speakers. A label
    holds until another. A cue that says itself who speaks is left as it is."""
    names = Names(cues)
    found: list[Cue] = []
    speaker: str | None = None
    heading: str | None = None
    another = False  # somebody else has begun, whose words are still to come
    ended = True  # whether the last words ended a sentence
    for cue in cues:
        if cue.speaker is not None:
            found.append(cue)
            speaker, another, ended = None, False, True
            continue
        heading = cue.heading or heading
        for changes, words in _runs(cue.words):
            label, dash, said = _label(words, names, sure=changes, ended=ended)
            if label is not None:
                speaker, another = label, False
            elif changes or (dash and ended):
                speaker, another = None, True
            else:
                said = words
            if said := said.strip():
                found.append(replace(cue, speaker=speaker, words=said, another=another, heading=heading))
                another, heading = False, None
                ended = not names.punctuated or BROKEN_OFF.search(said[-8:]) is not None
    return found


def _runs(words: str) -> Iterator[tuple[bool, str]]:
    """Each line, cut where ">>" says that somebody else begins; and whether it does."""
    for line in words.split("\n"):
        before, *after = ANOTHER.split(line.strip())
        if before:
            yield False, before
        for each in after:
            yield True, each


def _label(words: str, names: Names, *, sure: bool, ended: bool) -> tuple[str | None, bool, str]:
    """The name that words begin with, whether a dash stands before them, and the words after both."""
    match = DASH.match(words)
    begin, dash = (match.end(), True) if match and match[1].isupper() else (0, False)
    label = LABEL.match(words, begin) if ":" in words[: begin + 130] else None
    if label and names.has(label["name"].strip(), sure=sure or dash, ended=ended):
        return label["name"].strip(), dash, words[label.end() :]
    return None, dash, words[begin:]
