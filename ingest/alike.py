"""Which documents hold the same words as a new one: the same note twice, or a summary repeated in another note.

Compared are runs of five words, so that white space, marks, bullets and small edits make no difference. What the
network puts into many notes, or at the head and foot of two, makes no two notes alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from assistant.domain import Document
from assistant.sameness import LEAD, plain_words

RUN = 5  # words
SAME = MOST = 0.8  # of the words
PART = 0.25
LEAST_MOST, LEAST_PART = 10, 30  # words in common, below which nothing is said
STANDING = 4  # a run of words that as many other documents hold is the network's standing text
OPENING, CLOSING = 60, 30  # words at the start and the end in which two notes may agree and not be alike
LONGEST = 2_000_000  # characters compared of one document

SPACES = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
_FACTORS = [0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F]

Runs = npt.NDArray[np.uint64]
Marked = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another document that holds much of the same. `share` is of the words of that one of the two whose words stand
    in the other the most, 0 to 1; the network's standing text is left out of it where the two are not the same."""

    document: str
    title: str
    share: float
    kind: Literal["same", "most", "part"]


def alike(document: Document, others: Sequence[Document]) -> list[Likeness]:
    """The others that hold the same words, best first. Give only documents that the asker may see: titles are told."""
    return Likenesses(others).of(document)


class Likenesses:
    """Documents made ready to compare new ones with: 8 bytes a word."""

    def __init__(self, others: Sequence[Document]) -> None:
        self._names = [(other.id, other.title) for other in others]
        runs = [_runs(other.text) for other in others]
        self._starts = np.cumsum([0, *map(len, runs)])
        self._runs = np.concatenate([np.zeros(0, np.uint64), *runs])

    def of(self, document: Document) -> list[Likeness]:
        """The documents that hold the same words as this one, best first; one with its own id is left out."""
        mine = _runs(document.text)
        if not len(mine) or not len(self._runs):
            return []
        distinct = np.unique(mine)
        at = np.minimum(np.searchsorted(distinct, self._runs), len(distinct) - 1)
        hits = np.flatnonzero(distinct[at] == self._runs)
        owners = np.searchsorted(self._starts, hits, side="right") - 1
        others = np.array([name != document.id for name, _ in self._names])[owners]
        hits, owners = hits[others], owners[others]
        standing = _standing(distinct, at[hits], owners)
        found = []
        for owner, count in zip(*np.unique(owners, return_counts=True), strict=True):
            theirs = self._runs[self._starts[owner] : self._starts[owner + 1]]
            if RUN * count < PART * (min(len(mine), len(theirs)) + RUN - 1):
                continue
            name, title = self._names[int(owner)]
            if one := _likeness(name, title, mine, theirs, standing):
                found.append(one)
        order = ("same", "most", "part")
        return sorted(found, key=lambda one: (order.index(one.kind), -one.share, one.document))


def _likeness(name: str, title: str, mine: Runs, theirs: Runs, standing: Runs) -> Likeness | None:
    pair = ((mine, theirs), (theirs, mine))
    held = [_words(np.isin(one, other)) for one, other in pair]
    whole = [float(words.mean()) for words in held]
    if min(whole) >= SAME:
        return Likeness(name, title, max(whole), "same")
    left_out = [_words(np.isin(one, standing)) for one, _ in pair]
    share, words = _share(held, left_out)
    if share >= MOST and words >= LEAST_MOST:
        return Likeness(name, title, share, "most")
    edges = [_words(_edges(one, other)) for one, other in pair]
    share, words = _share(held, [a | b for a, b in zip(left_out, edges, strict=True)])
    if share >= PART and words >= LEAST_PART:
        return Likeness(name, title, share, "part")
    return None


def _share(held: list[Marked], left_out: list[Marked]) -> tuple[float, int]:
    """The larger of the two documents' shares of words held in the other, and the fewer of the words held."""
    words = [int((a & ~b).sum()) for a, b in zip(held, left_out, strict=True)]
    totals = [max(1, int((~b).sum())) for b in left_out]
    return max(words[0] / totals[0], words[1] / totals[1]), min(words)


def _edges(one: Runs, other: Runs) -> Marked:
    """Which runs stand at the start of both, or at the end of both."""
    marked = np.zeros(len(one), np.bool_)
    marked[:OPENING] = np.isin(one[:OPENING], other[:OPENING])
    marked[-CLOSING:] |= np.isin(one[-CLOSING:], other[-CLOSING:])
    return marked


def _standing(distinct: Runs, at: npt.NDArray[np.intp], owners: npt.NDArray[np.intp]) -> Runs:
    """The runs that many documents hold, each counted once a document."""
    pairs = np.unique(owners * len(distinct) + at)
    return distinct[np.bincount(pairs % len(distinct), minlength=len(distinct)) >= STANDING]


def _words(runs: Marked) -> Marked:
    """The words, one more than the runs for each word of a run after its first, that stand in a marked run."""
    words = np.zeros(len(runs) + RUN - 1, np.bool_)
    for i in range(RUN):
        words[i : i + len(runs)] |= runs
    return words


def _runs(text: str) -> Runs:
    """A number for each run of five words of a text, in order: equal runs, equal numbers. They differ between
    processes."""
    plain = plain_words(LEAD.sub("", text[:LONGEST]))
    words = plain.encode("utf-8", "surrogatepass").translate(SPACES, b"'").split()
    numbers = np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)
    count = max(0, len(words) - RUN + 1)
    runs = np.zeros(count, np.uint64)
    for i, factor in enumerate(_FACTORS):
        runs += numbers[i : i + count] * np.uint64(factor)
    return runs
