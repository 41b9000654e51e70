"""Cues to turns, and turns to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.transcript.cues import Cue
from ingest.transcript.spoken import Piece, spoken_sentences, stretches_of

ENOUGH = 12  # words: punctuated speech is cut after the next sentence
ENOUGH_UNPUNCTUATED = 25  # words: each paragraph will be quoted whole


def turns_of(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    """The cues that one person says, one after another."""
    turn: list[Cue] = []
    for cue in cues:
        if turn and (cue.another or cue.heading or cue.speaker != turn[-1].speaker):
            yield turn
            turn = []
        turn.append(cue)
    if turn:
        yield turn


def paragraphs_of(turn: Sequence[Cue], punctuated: bool) -> Iterator[tuple[float, str]]:
    """The paragraphs of a turn, each with the start of the cue in which its first word stands."""
    held: list[Piece] = []
    length = 0
    enough = ENOUGH if punctuated else ENOUGH_UNPUNCTUATED
    for piece in spoken_sentences(turn) if punctuated else stretches_of(turn):
        held.append(piece)
        length += len(piece.words.split())
        if piece.must_end or (piece.may_end and length >= enough):
            yield held[0].start, " ".join(each.words for each in held)
            held, length = [], 0
    if held:
        yield held[0].start, " ".join(each.words for each in held)
