"""From scored sentences to what is shown: which belong to the answer, in what order, and whether they answer at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Status
from assistant.retrieve import Candidate, Question
from assistant.words import words

MOST = 6  # sentences in an answer
LONGEST = 1500  # characters in an answer
MARGIN = 2.2  # log-odds below the best at which a sentence no longer belongs to the answer
NEAREST = 4  # sentences shown where the documents do not answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate with the reader's log-odds. `same` are other places that say it in the same words."""

    candidate: Candidate
    score: float
    same: tuple[Candidate, ...] = ()


def ranked(candidates: Sequence[Candidate], scores: Sequence[float]) -> list[Evidence]:
    """Best first, a sentence that is repeated once, at the place where it scores best."""
    order = sorted(range(len(candidates)), key=lambda i: (-scores[i], candidates[i].passage.document, candidates[i].ordinal))
    firsts: dict[tuple[str, ...], int] = {}
    others: dict[int, list[Candidate]] = {}
    for i in order:
        said = tuple(words(candidates[i].text)) or (candidates[i].text,)
        first = firsts.setdefault(said, i)
        others.setdefault(first, [])
        if first != i:
            others[first].append(candidates[i])
    return [Evidence(candidates[i], scores[i], tuple(same)) for i, same in others.items()]


def chosen(evidence: Sequence[Evidence]) -> list[Evidence]:
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
    groups: dict[tuple[str, str | None], list[Evidence]] = {}
    for one in kept:
        groups.setdefault((one.candidate.passage.document, one.candidate.passage.speaker), []).append(one)
    return [one for group in groups.values() for one in sorted(group, key=lambda e: e.candidate.ordinal)]


@dataclass(frozen=True, slots=True)
class Verdict:
    status: Status
    confidence: float


SIGNS = ("best", "next", "similarity", "passage_similarity", "coverage", "context_coverage", "unknown")


def signs(question: Question, evidence: Sequence[Evidence], unknown: float) -> tuple[float, ...]:
    """The values named in SIGNS: what tells whether the best sentences answer. `unknown` is the share of the question's
    content, by weight, that no passage of this audience holds."""
    top = evidence[:5]
    return (
        top[0].score,
        sum(e.score for e in top[1:]) / max(1, len(top) - 1) if len(top) > 1 else top[0].score,
        max(e.candidate.similarity for e in top),
        max(e.candidate.passage_similarity for e in top),
        max(e.candidate.coverage for e in top),
        max(e.candidate.context_coverage for e in top),
        unknown,
    )


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic model over the signs, and the two probabilities that part the three outcomes. Fitted by evals/fit.py."""

    bias: float = -3.0
    weights: tuple[float, ...] = (0.3, 0.0, 3.0, 2.0, 1.0, 1.0, -2.0)
    answered: float = 0.5
    close: float = 0.25

    def confidence(self, values: Sequence[float]) -> float:
        odds = self.bias + sum(w * x for w, x in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    def verdict(self, values: Sequence[float]) -> Verdict:
        confidence = self.confidence(values)
        if confidence >= self.answered:
            return Verdict(Status.ANSWERED, confidence)
        return Verdict(Status.CLOSE if confidence >= self.close else Status.NOT_FOUND, confidence)
