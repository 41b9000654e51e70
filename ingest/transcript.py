"""What is said in a recording to a script: who speaks on a line of its own, then their words in paragraphs with times.

Captions and transcripts pasted from a video site both come here as cues: `without_sounds`, then `by_speaker`, then
`script`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.accounts import ORGANISATION, WORD
from ingest.lines import Kind, Line
from ingest.sentences import OPENERS, sentences
from ingest.source import Source

UNKNOWN = "Unknown speaker"  # where another person begins and the file does not say who
ENOUGH = 12  # words: punctuated speech is cut after the next sentence
ENOUGH_UNPUNCTUATED = 25  # words: each paragraph will be quoted whole
LONGEST_SENTENCE = 80  # words: beyond this, speech goes on without a full stop, and is cut where a cue ends
SPARSE = 60  # words to a full stop: beyond this, speech is not punctuated
PAUSE, STEP = 5.0, 20.0  # seconds from the end of a cue, and from its start: beyond either there is a silence
PORTION = 500  # characters of a long cue that are looked at together
LONGEST_LOOK = 1200  # characters: words that run on beyond this are not searched for the ends of sentences

STOP = re.compile(r"[.!?…。！？][’”\"')\]]*(?=\s|$)")
ENDED = re.compile(r"[.!?…。！？][’”\"')\]]*$")
BROKEN_OFF = re.compile(r"(?:[.!?…。！？][’”\"')\]]*|[-–—])$")
PARTICLES = "(?:(?:de|den|der|van|von|al|bin|la|le) )*"
CAPITALISED = re.compile(rf"{WORD}\.?(?: {PARTICLES}{WORD}\.?){{0,3}}")
SHOUTED = re.compile(r"(?:[^\W\d_]|[.'’&/-])+(?: (?:[^\W\d_]|[.'’&/-])+){0,3}")
ACCENT = re.compile("[\u0300-\u036f]+")
ROLE = re.compile(
    r"(?:the )?(?:interviewer|interviewee|host|moderator|chair|presenter|facilitator|narrator|speaker|participant|audience"
    r"|guest|voice|unknown|unidentified)(?: (?:\d{1,2}|[a-z]|one|two|three|member|speaker|voice|participant))?|[QA]\d{0,2}",
    re.IGNORECASE,
)
NO_NAME = frozenset(
    "note notes nb ps fyi warning tip summary question answer update remember important agenda topic step rule point"
    " myth fact example title yes no well okay ok now look listen imagine".split()
)
LABEL = re.compile(r"[\[(]?(?P<name>[^\W_][^:\n\[\]()]{0,59}?)[\])]?(?:\s*[\[(][^\[\]()\n]{0,60}[\])])?\s*:(?:\s+|$)")
ANOTHER = re.compile(r"(?:^|(?<=\s))>{2,}\s*")
DASH = re.compile(r"[-–—]\s*(?=[‘“\"'(\[]*([^\W\d_]))")

BRACKET = re.compile(r" ?(?:\[([^\[\]()]{0,80})\]|\(([^\[\]()]{0,80})\))(?!\s*:)")
SQUARE = re.compile(r" ?\[([^\[\]]{0,80})\](?!\s*:)")
NOTES = "♪♫♬♩"
MUSIC = re.compile(rf"[{NOTES}]+[^{NOTES}]*[{NOTES}]+|[{NOTES}][^\n]*")
# These stand where words were said: without them, the words at either side would join into what nobody said.
IN_PLACE_OF_WORDS = frozenset("sic inaudible unclear indistinct unintelligible redacted ?".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """Words, and when they begin in seconds. Lines of `words` end in newlines until they are in a script."""

    start: float
    speaker: str | None  # None where the file does not say
    words: str
    end: float | None = None
    another: bool = False  # whether somebody else begins to speak, even where nobody is named
    heading: str | None = None  # stands above it


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stay together."""

    start: float
    words: str
    may_end: bool  # whether a paragraph may end after them
    must_end: bool


def without_sounds(words: str, *, round_brackets: bool = True) -> str:
    """The words without what stands for a sound: "[laughs]", "(applause)", "♪ music ♪". Their lines stay."""
    words = "\n".join(_on_one_line(line) for line in words.split("\n"))
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


def by_speaker(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with the labels in their words taken out ("OWEN: We had...", ">> We had..."), as their speakers. A label
    holds until another. A cue that says itself who speaks is left as it is."""
    names = _Names(cues)
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


def _label(words: str, names: _Names, *, sure: bool, ended: bool) -> tuple[str | None, bool, str]:
    """The name that words begin with, whether a dash stands before them, and the words after both."""
    match = DASH.match(words)
    begin, dash = (match.end(), True) if match and match[1].isupper() else (0, False)
    label = LABEL.match(words, begin) if ":" in words[: begin + 130] else None
    if label and names.has(label["name"].strip(), sure=sure or dash, ended=ended):
        return label["name"].strip(), dash, words[label.end() :]
    return None, dash, words[begin:]


class _Names:
    """Tells names from other words that stand before a colon, by the habits of the whole recording."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.punctuated = _is_punctuated(cues)
        self._shouting = 2 * sum(cue.words.isupper() for cue in cues) > len(cues)
        lines = (line for cue in cues if cue.speaker is None for line in cue.words.split("\n") if ":" in line)
        found = Counter(label["name"].strip() for line in lines if (label := LABEL.match(line)))
        self._repeated = {name for name, times in found.items() if times > 2 or (times == 2 and 5 * times >= len(cues))}

    def has(self, name: str, *, sure: bool, ended: bool) -> bool:
        """Whether it is a name. `sure`: a mark says that somebody begins to speak; `ended`: a sentence has."""
        words = name.lower().split()
        if not name[0].isupper() or all(word in NO_NAME for word in words):
            return False
        sure = sure or name in self._repeated
        if is_role(name):
            return True
        if len(name) > 1 and SHOUTED.fullmatch(name) and name.replace("Mc", "MC").isupper():
            return sure or not self._shouting
        # An accent that is a character of its own can be read in two ways, and many of them in very many.
        name = ACCENT.sub("", name)
        if not CAPITALISED.fullmatch(name) or all(word in ORGANISATION for word in words):
            return False
        if words[0] in OPENERS and words[0] != "the":
            return False
        return sure or (len(words) > 1 and ended)


def is_role(words: str) -> bool:
    """Whether the words say what a speaker is there for ("Interviewer", "Speaker 2")."""
    return words[:1].isupper() and ROLE.fullmatch(words) is not None


def script(cues: Iterable[Cue], *, title: str | None = None, before: Sequence[str] = ()) -> Source:
    """The transcript of the cues, which are in the order in which they are to be read. `before` are paragraphs that stand
    above what is said."""
    page = _Page()
    if title:
        page.add(title, "heading", level=1)
    for words in before:
        page.add(words, "paragraph")
    said = [replace(cue, words=words) for cue in cues if (words := _on_one_line(cue.words))]
    punctuated = _is_punctuated(said)
    speaker: str | None = None
    for turn in _turns(said):
        first = turn[0]
        if first.heading:
            page.add(first.heading, "heading", level=2)
        if first.another or first.speaker != speaker or (first.heading and first.speaker):
            page.add(first.speaker or UNKNOWN, "speaker")
        speaker = first.speaker
        for start, words in _paragraphs(turn, punctuated):
            page.add(words, "paragraph", time=max(0, int(start)))
    return Source(page.text, tuple(page.lines), title=title, kind="transcript")


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


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
        words = _on_one_line(words)
        under_name = bool(self.lines) and self.lines[-1].kind == "speaker"
        if self.lines:
            self._parts.append("\n" if under_name else "\n\n")
            self._length += len(self._parts[-1])
        start, self._length = self._length, self._length + len(words)
        self._parts.append(words)
        self.lines.append(Line(start, self._length, kind, level, gap=not under_name, time=time))


def _is_punctuated(cues: Sequence[Cue]) -> bool:
    stops = sum(len(STOP.findall(cue.words)) for cue in cues)
    return stops > 0 and stops * SPARSE >= sum(len(cue.words.split()) for cue in cues)


def _turns(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    """The cues that one person says, one after another."""
    turn: list[Cue] = []
    for cue in cues:
        if turn and (cue.another or cue.heading or cue.speaker != turn[-1].speaker):
            yield turn
            turn = []
        turn.append(cue)
    if turn:
        yield turn


def _paragraphs(turn: Sequence[Cue], punctuated: bool) -> Iterator[tuple[float, str]]:
    """The paragraphs of a turn, each with the start of the cue in which its first word stands."""
    held: list[_Piece] = []
    length = 0
    enough = ENOUGH if punctuated else ENOUGH_UNPUNCTUATED
    for piece in _sentences(turn) if punctuated else _stretches(turn):
        held.append(piece)
        length += len(piece.words.split())
        if piece.must_end or (piece.may_end and length >= enough):
            yield held[0].start, " ".join(each.words for each in held)
            held, length = [], 0
    if held:
        yield held[0].start, " ".join(each.words for each in held)


def _stretches(turn: Sequence[Cue]) -> Iterator[_Piece]:
    """The cues as they are: speech without full stops."""
    for cue, after in pairwise([*turn, None]):
        assert cue is not None
        yield _Piece(cue.start, cue.words, may_end=True, must_end=_is_silent(cue, after))


def _is_silent(cue: Cue, after: Cue | None) -> bool:
    """Whether nobody speaks for a while before the next cue, or another recording begins with it."""
    if after is None:
        return False
    return not 0 <= after.start - cue.start <= STEP or (cue.end is not None and after.start - cue.end > PAUSE)


def _sentences(turn: Sequence[Cue]) -> Iterator[_Piece]:
    """The sentences of punctuated speech, wherever they begin and end in their cues. A paragraph may end with the last
    that ends in a cue."""
    open_, begun = "", 0.0  # the sentence that has not ended, and the start of the cue in which it began
    for portion, following in pairwise([*_portions(turn), _Piece(0, "", may_end=False, must_end=False)]):
        text = f"{open_} {portion.words}" if open_ else portion.words
        seam = len(text) - len(portion.words)
        begin = 0
        ends = _ends(text, following.words[:80]) if STOP.search(portion.words) else []
        for end in ends:
            yield _Piece(
                begun if begin < seam else portion.start,
                text[begin:end],
                may_end=portion.may_end and end == ends[-1],
                must_end=portion.must_end and end == len(text),
            )
            begin = end + 1
        open_, begun = text[begin:], begun if begin < seam else portion.start
        if len(open_.split()) >= LONGEST_SENTENCE:
            yield _Piece(begun, open_, may_end=portion.may_end, must_end=False)
            open_ = ""
    if open_:
        yield _Piece(begun, open_, may_end=True, must_end=False)


def _portions(turn: Sequence[Cue]) -> Iterator[_Piece]:
    """The cues, the long ones a portion at a time so that the work grows only with their length."""
    for cue, after in pairwise([*turn, None]):
        assert cue is not None
        begin = 0
        while len(cue.words) - begin > PORTION and (end := cue.words.find(" ", begin + PORTION)) > 0:
            yield _Piece(cue.start, cue.words[begin:end], may_end=False, must_end=False)
            begin = end + 1
        yield _Piece(cue.start, cue.words[begin:], may_end=True, must_end=_is_silent(cue, after))


def _ends(text: str, following: str) -> list[int]:
    """Where sentences end in text that goes on with `following`."""
    if len(text) > LONGEST_LOOK:
        return []
    whole = f"{text} {following}" if following else text
    return [
        each.end
        for each in sentences(whole, 0, len(whole))
        if each.end <= len(text)
        and text[each.end : each.end + 1] in ("", " ")
        and ENDED.search(text[max(0, each.end - 8) : each.end])
    ]
