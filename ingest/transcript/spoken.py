"""The words of a turn in pieces that stay together: sentences, or cues where nobody wrote full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.sentences import sentences
from ingest.transcript.cues import STOP, Cue

LONGEST_SENTENCE = 80  # words: beyond this, speech goes on without a full stop, and is cut where a cue ends
PAUSE, STEP = 5.0, 20.0  # seconds from the end of a cue, and from its start: beyond either there is a silence
PORTION = 500  # characters of a long cue that are looked at together
LONGEST_LOOK = 1200  # characters: words that run on beyond this are not searched for the ends of sentences
ENDED = re.compile(r"[.!?…。！？][’”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay together."""

    start: float
    words: str
    may_end: bool  # whether a paragraph may end after them
    must_end: bool


def stretches_of(turn: Sequence[Cue]) -> Iterator[Piece]:
    """The cues as they are: speech without full stops."""
    for cue, after in pairwise([*turn, None]):
        assert cue is not None
        yield Piece(cue.start, cue.words, may_end=True, must_end=_is_silent(cue, after))


def _is_silent(cue: Cue, after: Cue | None) -> bool:
    """Whether nobody speaks for a while before the next cue, or another recording begins with it."""
    if after is None:
        return False
    return not 0 <= after.start - cue.start <= STEP or (cue.end is not None and after.start - cue.end > PAUSE)


def spoken_sentences(turn: Sequence[Cue]) -> Iterator[Piece]:
    """The sentences of punctuated speech, wherever they begin and end in their cues. A paragraph may end with the last
    that ends in a cue."""
    open_, begun = "", 0.0  # the sentence that has not ended, and the start of the cue in which it began
    for portion, following in pairwise([*_portions(turn), Piece(0, "", may_end=False, must_end=False)]):
        text = f"{open_} {portion.words}" if open_ else portion.words
        seam = len(text) - len(portion.words)
        begin = 0
        ends = _ends(text, following.words[:80]) if STOP.search(portion.words) else []
        for end in ends:
            yield Piece(
                begun if begin < seam else portion.start,
                text[begin:end],
                may_end=portion.may_end and end == ends[-1],
                must_end=portion.must_end and end == len(text),
            )
            begin = end + 1
        open_, begun = text[begin:], begun if begin < seam else portion.start
        if len(open_.split()) >= LONGEST_SENTENCE:
            yield Piece(begun, open_, may_end=portion.may_end, must_end=False)
            open_ = ""
    if open_:
        yield Piece(begun, open_, may_end=True, must_end=False)


def _portions(turn: Sequence[Cue]) -> Iterator[Piece]:
    """The cues, the long ones a portion at a time so that the work grows only with their length."""
    for cue, after in pairwise([*turn, None]):
        assert cue is not None
        begin = 0
        while len(cue.words) - begin > PORTION and (end := cue.words.find(" ", begin + PORTION)) > 0:
            yield Piece(cue.start, cue.words[begin:end], may_end=False, must_end=False)
            begin = end + 1
        yield Piece(cue.start, cue.words[begin:], may_end=True, must_end=_is_silent(cue, after))


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
