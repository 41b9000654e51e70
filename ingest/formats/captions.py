"""Captions (.vtt, .srt) to the transcript of what is said.

Our own parser, because what has to be right here is inside the cue (voices, labels, styling, sounds, lines that roll
up), and files that players accept (no numbers, short times, missing blank lines) must be read too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter

from assistant.errors import DocumentError
from ingest.formats.decode import decode
from ingest.source import Source
from ingest.transcript import Cue, by_speaker, script, without_sounds

MOMENT = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,9})?"
TIMES = re.compile(rf"\s*({MOMENT})\s*-->\s*({MOMENT})?", re.ASCII)
BROKEN_TIMES = re.compile(r"\s*[\d:;.,-]{3,}\s*-->|[^>]{0,40}-->\s*\d+:\d", re.ASCII)
NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>v|c|i|b|u|s|lang|ruby|rt|font|span|em|strong|br|p)(?P<rest>[\s./][^<>]*)?>"
    r"|<\d[\d:.]*>|\{\\[^{}]*\}|\{/?[biusBIUS]\}",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")
MORE = re.compile(r"[^<\w]*\w")  # words follow, and not only the full stop of those before
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
LONGEST_NAME = 60  # characters: a longer one is no name
TOUCHING = 1.0  # seconds: lines that roll up stay on the screen, so the next cue comes sooner than this
ROLLED = 5.0  # seconds: the same, in a file that is known to roll
BRIEF = 0.05  # seconds: a cue that nobody could read only moves a line up
WIDEST = 64  # words on a screen
FEW = 3  # words: fewer than these may be the same by chance, unless they are a whole line
WORDS = re.compile(r"[^\W_]")


def read(data: bytes) -> Source:
    """Raises DocumentError where there is nothing that anybody says."""
    captions = sorted(_captions(decode(data)), key=lambda caption: caption.start)
    captions = [caption for caption in captions if caption.words]
    if least := _least_carried(captions):
        captions = _once(captions, least)
    source = script(by_speaker([cue for caption in captions for cue in caption.cues()]))
    if not source.lines:
        raise DocumentError(
            "It holds no captions with times that we can read. Export it again as .vtt or .srt, or paste its transcript "
            "into a text file (.txt)."
        )
    return source


@dataclass(frozen=True)
class _Caption:
    """What stands on the screen from `start` to `end`, seconds, and the voice that each line is in."""

    start: float
    end: float | None
    lines: tuple[tuple[str | None, str], ...]
    marked: str  # the same, as the file has it

    @cached_property
    def words(self) -> list[str]:
        """For comparison: in lower case and without punctuation, which change as live captions are mended."""
        return [word.casefold().strip(".,;:!?…\"'’”") or word for _, line in self.lines for word in line.split()]

    def cues(self) -> Iterator[Cue]:
        for voice, lines in groupby(self.lines, key=itemgetter(0)):
            yield Cue(self.start, voice, "\n".join(line for _, line in lines), self.end)

    def without(self, carried: int) -> _Caption:
        """The caption without its first words."""
        lines: list[tuple[str | None, str]] = []
        for voice, line in self.lines:
            words = line.split()
            if len(words) > carried:
                lines.append((voice, " ".join(words[carried:])))
            carried = max(0, carried - len(words))
        return replace(self, lines=tuple(lines))


def _captions(text: str) -> Iterator[_Caption]:
    for start, end, marked in _blocks(text):
        lines = tuple(_lines(marked)) if WORDS.search(marked) else ()
        if any(WORDS.search(line) for _, line in lines):
            yield _Caption(start, end, lines, marked)


def _blocks(text: str) -> Iterator[tuple[float, float | None, str]]:
    """The start and end of each cue whose times make sense, and what stands under them, up to the next."""
    is_vtt = text.lstrip("\ufeff \n").startswith("WEBVTT")
    start: float | None = None
    end: float | None = None
    held: list[str] = []
    for line in text.split("\n"):
        times = TIMES.match(line) if "-->" in line else None
        if times or ("-->" in line and BROKEN_TIMES.match(line)):
            if start is not None:
                yield start, end, "\n".join(_without_number(held, is_vtt))
            start, end = (_seconds(times[1]), _seconds(times[2])) if times else (None, None)
            end = end if start is not None and end is not None and end >= start else None
            held = []
        elif is_vtt and NO_CUE.match(line) and held and not held[-1]:
            if start is not None:
                yield start, end, "\n".join(held)
            start, held = None, []
        else:
            held.append(line)
    if start is not None:
        yield start, end, "\n".join(held)


def _without_number(held: list[str], is_vtt: bool) -> list[str]:
    """The lines under a cue without the last, where that is the number or the name of the cue that comes next."""
    above = [*held]
    while above and not above[-1].strip():
        above.pop()
    if not above:
        return []
    right_above = len(above) == len(held)
    set_off = len(above) > 1 and not above[-2]
    if above[-1].strip().isdigit():
        named = (right_above and (len(above) > 1 or not is_vtt)) or (set_off and not is_vtt)
    else:
        named = is_vtt and right_above and set_off
    return above[:-1] if named else above


def _seconds(moment: str | None) -> float | None:
    """ "01:02:03,5" as 3723.5, or None where it is no moment."""
    if moment is None:
        return None
    hours, minutes, seconds = ["0", *moment.replace(",", ".").split(":")][-3:]
    if (int(minutes) > 59 and len(moment.split(":")) > 2) or float(seconds) >= 60:
        return None
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds)


def _lines(marked: str) -> Iterator[tuple[str | None, str]]:
    """The lines of a cue as they are read, each with its voice."""
    for voice, words in _voices(marked):
        for line in without_sounds(_unescaped(words)).split("\n"):
            if line := line.strip():
                yield voice, line


def _voices(marked: str) -> Iterator[tuple[str | None, str]]:
    """A cue without its markup, cut where the voice changes."""
    voice: str | None = None
    held: list[str] = []
    at = 0
    for tag in TAG.finditer(marked):
        held.append(marked[at : tag.start()])
        at = tag.end()
        name = (tag["name"] or "").lower()
        if name == "br":
            held.append("\n")
        elif name == "v":
            if tag["end"] and not MORE.match(marked, at):
                continue
            yield voice, "".join(held)
            held = []
            voice = None if tag["end"] else _voice(tag["rest"] or "")
    yield voice, "".join([*held, marked[at:]])


def _voice(annotation: str) -> str | None:
    """The name in "<v.loud Asha Penrose>"."""
    _, *name = re.split(r"\s+", _unescaped(annotation), maxsplit=1)
    line = " ".join(" ".join(name).split())
    return line if 0 < len(line) <= LONGEST_NAME else None


def _unescaped(words: str) -> str:
    return INVISIBLE.sub("", ENTITY.sub(lambda entity: html.unescape(entity[0]), words) if "&" in words else words)


def _least_carried(captions: Sequence[_Caption]) -> int:
    """How few words are carried from cue to cue, where cues begin with what the cues before them still show as a habit of
    the file; 0 where they do not, so that what is said twice stays."""
    touching = carrying = surely = 0
    for shown, new in pairwise(captions):
        if not _touches(shown, new, TOUCHING):
            continue
        touching += 1
        carried = _carried(shown, new, 1)
        moved = (new.end is not None and new.end - new.start <= BRIEF) or shown.marked != new.marked
        if carried and (carried < len(new.words) or moved):
            carrying += 1
            surely += _carried(shown, new, FEW) > 0
    if carrying < 2 or (2 * surely < touching and 5 * carrying < 4 * touching):
        return 0
    return FEW if 5 * surely >= 4 * carrying else 1


def _once(captions: Sequence[_Caption], least: int) -> list[_Caption]:
    """The captions of a file that rolls, each without the words that were on the screen before it."""
    found = [*captions[:1]]
    for shown, new in pairwise(captions):
        carried = _carried(shown, new, least) if _touches(shown, new, ROLLED) else 0
        if carried < len(new.words):
            found.append(new.without(carried))
    return found


def _touches(shown: _Caption, new: _Caption, within: float) -> bool:
    return new.start - (shown.start if shown.end is None else shown.end) < within


def _carried(shown: _Caption, new: _Caption, least: int) -> int:
    """How many words `new` begins with that end `shown`: none where they are fewer than `least` and no whole line."""
    before, after = shown.words, new.words
    whole = (len(before), len(new.lines[0][1].split()))
    for count in range(min(len(before), len(after), WIDEST), 0, -1):
        if before[-count] == after[0] and before[-count:] == after[:count]:
            return count if count >= least or count in whole else 0
    return 0
