"""From scored sentences to what is shown: which belong to the answer, and in what order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.read import UNREAD, Reading
from assistant.retrieve import Candidate
from assistant.sameness import key

MOST = 6  # sentences in an answer
LONGEST = 1500  # characters in an answer
# How far below the best, in the reader's log-odds, a sentence still belongs to the answer.
MARGIN = 4.0
# How far below its group's best one that stands before it may be, so that nobody wades to the point: less where a
# question asks for one fact, more where it asks for a story. Chosen, with MARGIN, on the dev split.
BEFORE_FACT = 0.0
BEFORE_STORY = 2.0
FACT = re.compile(
    r"\b(?:who|whom|whose|when|where|which|how (?:many|much|long|often|old|far|big|large))\b"
    r"|\bwhat (?:time|date|day|year|month|number|share|percentage|proportion|name|is|was)\b"
    r"|^(?:is|are|was|were|do|does|did|has|have|can|will|should)\b",
    re.IGNORECASE,
)
NEAREST = 4  # sentences shown where the documents do not answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate with its score: the difference of two is the log-odds that the one is evidence, not the other.
    `same` are other places that say it in the same words, `around` the sentences read with it."""

    candidate: Candidate
    score: float
    same: tuple[Candidate, ...] = ()
    reading: Reading = UNREAD
    around: tuple[str, ...] = ()


def ranked(
    candidates: Sequence[Candidate], scores: Sequence[float], readings: Sequence[Reading] = ()
) -> list[Evidence]:
    """Best first, a sentence that is repeated once, at the place where it scores best."""
    order = sorted(
        range(len(candidates)), key=lambda i: (-scores[i], candidates[i].passage.document, candidates[i].ordinal)
    )
    firsts: dict[str, int] = {}
    others: dict[int, list[Candidate]] = {}
    for i in order:
        said = key(candidates[i].text)
        first = firsts.setdefault(said, i)
        others.setdefault(first, [])
        if first != i:
            others[first].append(candidates[i])
    around: dict[tuple[str, int], list[str]] = {}
    for one in candidates:
        around.setdefault((one.passage.document, one.passage.start), []).append(one.text)
    return [
        Evidence(
            candidates[i],
            scores[i],
            tuple(same),
            readings[i] if readings else UNREAD,
            tuple(around[candidates[i].passage.document, candidates[i].passage.start]),
        )
        for i, same in others.items()
    ]


def chosen(question: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that belong to the answer, grouped by account and document, each group in its document's order,
    the group that holds the best sentence first."""
    kept: list[Evidence] = []
    length = 0
    for one in evidence[: 4 * MOST]:
        if one.score < evidence[0].score - MARGIN or len(kept) == MOST:
            break
        if kept and length + len(one.candidate.text) > LONGEST:
            continue
        kept.append(one)
        length += len(one.candidate.text)
    before = BEFORE_FACT if FACT.search(question) else BEFORE_STORY
    groups: dict[tuple[str, str | None], list[Evidence]] = {}
    for one in kept:
        groups.setdefault((one.candidate.passage.document, one.candidate.passage.speaker), []).append(one)
    return [one for group in groups.values() for one in _in_order(group, before)]


def _in_order(group: list[Evidence], before: float) -> list[Evidence]:
    """A group, best first, in its document's order, without the weaker sentences that stand before the best."""
    best = group[0]
    return sorted(
        (e for e in group if e.candidate.ordinal >= best.candidate.ordinal or e.score >= best.score - before),
        key=lambda e: e.candidate.ordinal,
    )
