"""A transcript pasted as text, from a video site or a meeting recorder: times on lines of their own, beside the words, or
beside who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.accounts import ORGANISATION
from ingest.source import Source
from ingest.transcript import Cue, by_speaker, is_role, script, without_sounds

MOMENT = r"(?:\d{1,2}:[0-5]?\d|\d{1,2}):[0-5]\d(?:[.,]\d{1,3})?"
STAMP = rf"[\[(]?(?P<time>{MOMENT})(?:\s*(?:-->|[-–—]|to)\s*{MOMENT})?[\])]?"
ALONE = re.compile(rf"{STAMP}:?", re.ASCII)
BESIDE_WORDS = re.compile(rf"{STAMP}(?:\s*[-–—|:]\s+|\s+)(?![ap]\.?m\b)(?P<words>\S.*)", re.ASCII | re.IGNORECASE)
BESIDE_NAME = re.compile(rf"(?P<name>[^\W\d_][^\d:]{{0,58}}?(?: \d{{1,2}}(?!:\d))?)[\s,|·:–—-]+{STAMP}:?")
NAME = re.compile(r"[^\W\d_][\w.'’&-]*,?(?: [^\W_][\w.'’&-]*,?){0,4}(?: ?[\[(][^\[\]()]{1,40}[\])])?")
SMALL = frozenset("de den der van von al bin la le of".split())
END = re.compile(r"[.!?;,:…][’”\"')\]]*$")
FEWEST = 3  # times
LONGEST_TITLE = 15  # words
LONGEST_CHAPTER = 10  # words
MORNING = 6 * 60  # seconds into a recording, which are written as six o'clock is
MIDNIGHT = 24 * 60  # the same
SLOWEST = 0.5  # words a second: nobody speaks more slowly for long
BRISK = 1.5  # words a second: more than what an agenda says of the next few minutes


def looks_pasted(text: str) -> bool:
    """Whether a text is a transcript with times, and not a note with an agenda or a timetable."""
    lines = _lines_of(text)
    entries = _entries(lines)
    if len(entries) < FEWEST or 5 * len(entries) < sum(map(bool, lines)):
        return False
    times = [entry.time for entry in entries]
    falls = sum(after < before for before, after in pairwise(times))
    if len(set(times)) < FEWEST or 10 * falls > len(times):
        return False
    if 5 * sum(bool(entry.words) for entry in entries) < 3 * len(entries):
        return False
    return not _is_agenda(entries)


def read_pasted(text: str) -> Source:
    """The transcript. What stands above its first time is kept, as its title where it is one."""
    lines = _lines_of(text)
    entries = _entries(lines)
    above = _paragraphs(lines[: entries[0].line] if entries else lines)
    title = None
    if above and len(above[0].split()) <= LONGEST_TITLE and not END.search(above[0]):
        title, *above = above
    return script(by_speaker(list(_cues(_with_chapters(entries)))), title=title, before=above)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A time, who speaks if that stands beside it, and the lines of words that belong to it; "" where a paragraph ends."""

    line: int
    time: int  # seconds
    clock: bool  # whether it is written as a time of day may be
    name: str | None
    said: tuple[str, ...]
    beside: bool = False  # whether the first of its words stand on its own line
    chapter: str | None = None  # the heading that stands above it

    @property
    def words(self) -> list[str]:
        return " ".join(self.said).split()


def _lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n")]


def _entries(lines: Sequence[str]) -> list[_Entry]:
    """The times of a text, in its order, each with what stands below it."""
    found = [entry for number, line in enumerate(lines) if (entry := _entry(number, line))]
    beside = sum(entry.beside for entry in found)
    if 2 * beside <= len(found):  # such a line is speech that happens to begin with a time
        found = [entry for entry in found if not entry.beside]
    if not found:
        return []
    found = _in_order(found)
    ends = [*(entry.line for entry in found[1:]), len(lines)]
    filled = [
        replace(entry, said=(*entry.said, *lines[entry.line + 1 : end])) for entry, end in zip(found, ends, strict=True)
    ]
    if all(_is_name(entry.said[0]) and any(entry.said[1:]) for entry in filled if entry.beside):
        filled = [
            replace(entry, name=entry.said[0], said=entry.said[1:], beside=False) if entry.beside else entry
            for entry in filled
        ]
    return filled


def _entry(number: int, line: str) -> _Entry | None:
    if ":" not in line:
        return None
    match = ALONE.fullmatch(line)
    name: str | None = None
    said: tuple[str, ...] = ()
    if match is None and (match := BESIDE_WORDS.fullmatch(line)):
        said = (match["words"],)
    if match is None and (match := BESIDE_NAME.fullmatch(line)):
        name = match["name"].strip()
        if not _is_name(name):
            return None
    if match is None:
        return None
    parts = [int(part) for part in re.split(r"[.,]", match["time"])[0].split(":")]
    time = sum(part * 60**power for power, part in enumerate(reversed(parts)))
    return _Entry(number, time, len(parts) == 2, name, said, beside=bool(said))


def _is_name(words: str) -> bool:
    parts = re.sub(r"[\[(][^\[\]()]*[\])]", "", words).split()
    return (
        NAME.fullmatch(words) is not None
        and (is_role(words) or all(part[0].isupper() or part.lower() in SMALL for part in parts))
        and not all(part.lower() in ORGANISATION for part in parts)
    )


def _in_order(entries: list[_Entry]) -> list[_Entry]:
    """The entries without those that only break the order of their neighbours: a time that somebody spoke of."""
    kept: list[_Entry] = []
    for entry, after in pairwise([*entries, None]):
        assert entry is not None
        before = kept[-1].time if kept else 0
        begins_again = after is not None and after.time < before
        if begins_again or (before <= entry.time and (after is None or entry.time <= after.time)):
            kept.append(entry)
    return kept


def _is_agenda(entries: Sequence[_Entry]) -> bool:
    """Whether the times are times of day, or how long each thing may take: they read like seconds into a recording, and
    differ in how round they are and in how much is said from one to the next."""
    if not all(entry.clock for entry in entries):
        return False
    times = [entry.time for entry in entries]
    pace = median(len(entry.words) / max(1, after.time - entry.time) for entry, after in pairwise(entries))
    is_round = all(time % 5 == 0 for time in times)
    if times[0] >= MORNING and max(times) < MIDNIGHT:
        return is_round or pace < SLOWEST
    if not is_round or 2 * sum(entry.name is not None for entry in entries) > len(entries):
        return False
    said = [" ".join(entry.words) for entry in entries if entry.words]
    if 2 * sum(words[0].islower() for words in said) > len(said):
        return False
    sentences = 2 * sum(END.search(words) is not None for words in said) > len(said)
    return pace < (SLOWEST if sentences else BRISK)


def _with_chapters(entries: Sequence[_Entry]) -> list[_Entry]:
    """The entries with the headings of chapters, which a video site sets above the first time of each, at their place.
    They look like words: they are taken for headings only where each time has one line of words, in lower case."""
    found = [*entries]
    said = [[line for line in entry.said if line] for entry in entries]
    single = sum(len(lines) == 1 for lines in said)
    lower = sum(lines[0][0].islower() for lines in said if lines)
    if any(entry.name for entry in entries) or 5 * min(single, lower) < 4 * len(entries):
        return found
    for i, lines in enumerate(said[:-1]):
        if len(lines) == 2 and _is_chapter(lines[1]):
            found[i] = replace(found[i], said=(lines[0],))
            found[i + 1] = replace(found[i + 1], chapter=lines[1])
    return found


def _is_chapter(line: str) -> bool:
    return line[0].isupper() and len(line.split()) <= LONGEST_CHAPTER and not END.search(line)


def _cues(entries: Sequence[_Entry]) -> Iterator[Cue]:
    """What is said at each time, a cue a paragraph. A name holds until another."""
    speaker: str | None = None
    for entry in entries:
        speaker = entry.name or speaker
        chapter = entry.chapter
        for paragraph in "\n".join(entry.said).split("\n\n"):
            words = without_sounds(paragraph, round_brackets=False).strip()
            if words:
                yield Cue(entry.time, speaker, words, heading=chapter)
                chapter = None


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """The lines of text, those together that one sentence runs over."""
    found: list[str] = []
    above = ""
    for line in lines:
        if line and above and line[0].islower() and not END.search(above):
            found[-1] += f" {line}"
        elif line:
            found.append(line)
        above = line
    return found
