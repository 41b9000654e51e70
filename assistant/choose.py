"""From scored sentences to what is shown: which belong to the answer, in what order, and whether they answer at all."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Status
from assistant.retrieve import Candidate
from assistant.words import words

MOST = 6  # sentences in an answer
LONGEST = 1500  # characters in an answer
# How far below the best, in the reader's log-odds, a sentence still belongs to the answer.
MARGIN = 3.0
# How far below its group's best one that stands before it may be, so that nobody wades to the point: less where a
# question asks for one fact, more where it asks for a story. Chosen, with MARGIN, on the dev split.
BEFORE_FACT = 0.7
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
    """A candidate with the reader's log-odds. `same` are other places that say it in the same words."""

    candidate: Candidate
    score: float
    same: tuple[Candidate, ...] = ()


def ranked(candidates: Sequence[Candidate], scores: Sequence[float]) -> list[Evidence]:
    """Best first, a sentence that is repeated once, at the place where it scores best."""
    order = sorted(
        range(len(candidates)), key=lambda i: (-scores[i], candidates[i].passage.document, candidates[i].ordinal)
    )
    firsts: dict[tuple[str, ...], int] = {}
    others: dict[int, list[Candidate]] = {}
    for i in order:
        said = tuple(words(candidates[i].text)) or (candidates[i].text,)
        first = firsts.setdefault(said, i)
        others.setdefault(first, [])
        if first != i:
            others[first].append(candidates[i])
    return [Evidence(candidates[i], scores[i], tuple(same)) for i, same in others.items()]


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


@dataclass(frozen=True, slots=True)
class Verdict:
    status: Status
    confidence: float


SIGNS = ("similarity", "coverage")


def signs(evidence: Sequence[Evidence]) -> tuple[float, ...]:
    """The values named in SIGNS, which tell whether the best sentences answer: the mean similarity of the three most
    similar, and the largest share of the question's content that any of the best five holds, in its context."""
    nearest = sorted((one.candidate.similarity for one in evidence), reverse=True)[:3]
    return sum(nearest) / len(nearest), max(one.candidate.context_coverage for one in evidence[:5])


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic model over how far the signs rise above those of questions that the corpus has nothing to do with
    (assistant/background.py), and the two probabilities that part the three outcomes.

    The weights were fitted by evals/fit.py on public question sets. The thresholds were chosen on the dev split of
    evals/questions.jsonl.
    """

    bias: float = -1.865
    weights: tuple[float, ...] = (7.911, 3.218)
    answered: float = 0.45
    close: float = 0.38

    def verdict(self, values: Sequence[float], background: Sequence[float]) -> Verdict:
        odds = self.bias + sum(w * (x - b) for w, x, b in zip(self.weights, values, background, strict=True))
        confidence = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
        if confidence >= self.answered:
            return Verdict(Status.ANSWERED, confidence)
        return Verdict(Status.CLOSE if confidence >= self.close else Status.NOT_FOUND, confidence)
