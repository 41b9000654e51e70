"""Whether the best sentences answer: a few signs, weighed into one calibrated probability, and the three outcomes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.choose import Evidence
from assistant.domain import Status
from assistant.retrieve import Question
from assistant.wants import kind_fits

# The signs that mean something only beside what unrelated questions show in the same corpus (background.py).
RELATIVE = ("similarity", "coverage")
# Those that the reader and the words give, and that mean the same in every corpus.
ABSOLUTE = ("evidence", "passage", "span", "best_passage", "kind_fits")
LOWEST, HIGHEST = -12.0, 12.0


@dataclass(frozen=True, slots=True)
class Verdict:
    status: Status
    confidence: float


def relative(evidence: Sequence[Evidence]) -> tuple[float, ...]:
    """The values named in RELATIVE: the mean similarity of the three most similar sentences, and the largest share of
    the question's content that any of the best five holds, in its context."""
    nearest = sorted((one.candidate.similarity for one in evidence), reverse=True)[:3]
    return sum(nearest) / len(nearest), max(one.candidate.context_coverage for one in evidence[:5])


def absolute(question: Question, evidence: Sequence[Evidence]) -> tuple[float, ...]:
    """The values named in ABSOLUTE, of the best sentence: what the reader makes of it, of its passage and of the short
    answer in it; of the best passage read; whether it holds the kind of thing asked for. The shares of the question's
    names and rarer words that its passage holds were tried too: on the dev splits they told near misses less well from
    questions in other words."""
    best = evidence[0]
    return (
        _clip(best.reading.evidence),
        _clip(best.reading.passage),
        _clip(best.reading.span),
        _clip(max(one.reading.passage for one in evidence)),
        kind_fits(question.text, best.candidate.text),
    )


def _clip(odds: float) -> float:
    return max(LOWEST, min(HIGHEST, odds))


# Whether a question has to do with the corpus at all: retrieval tells that better than the reader.
RELATED_BIAS, RELATED_WEIGHTS, RELATED = -1.865, (7.911, 3.218), 0.38


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic model over the signs, and what parts the three outcomes: `answered` and `close` are probabilities. A
    question that is related to the corpus is at least close, whatever the reader makes of it. The relative signs are
    counted from the middle of the corpus's background; of them only similarity counts beside the reader's.

    The weights were fitted by evals/fit.py on public question sets. The thresholds were chosen on the dev splits of
    evals/questions.jsonl and evals/first_note.jsonl.
    """

    bias: float = -0.076
    weights: tuple[float, ...] = (1.586, 0.0, 0.13, 0.019, 0.021, 0.36, -0.101)
    answered: float = 0.6
    story: float = 0.15  # where a question asks how something came about: seldom does one sentence answer that
    close: float = 0.42

    def verdict(self, signs: Sequence[float], background: Sequence[float], *, story: bool = False) -> Verdict:
        """`signs`: the relative ones, then the absolute ones, if there was a reader. `story`: see wants.py."""
        above = [x - b for x, b in zip(signs, background, strict=False)]
        confidence = _probability(self.bias, self.weights, [*above, *signs[len(RELATIVE) :]])
        related = _probability(RELATED_BIAS, RELATED_WEIGHTS, above) >= RELATED
        if confidence >= self.answered or (story and related and confidence >= self.story):
            return Verdict(Status.ANSWERED, confidence)
        return Verdict(Status.CLOSE if confidence >= self.close or related else Status.NOT_FOUND, confidence)


def _probability(bias: float, weights: Sequence[float], values: Sequence[float]) -> float:
    odds = bias + sum(w * x for w, x in zip(weights, values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


# Where no reader is set: retrieval alone, which sees what is unrelated and not what comes close.
UNREAD = Judge(RELATED_BIAS, RELATED_WEIGHTS, answered=0.45, story=0.45, close=RELATED)
