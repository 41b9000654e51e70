"""Which sentences are evidence: a Reader scores each candidate against the question.

The first reader weighs what retrieval knows of a sentence. A trained cross-encoder takes its place by having the
same one method.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from assistant.retrieve import Candidate, Question, kind_fits


class Reader(Protocol):
    def read(self, question: Question, candidates: Sequence[Candidate]) -> list[float]:
        """For each candidate, the log-odds that it is evidence for the answer."""


FEATURES = (
    "similarity",
    "passage_similarity",
    "lexical",
    "coverage",
    "context_coverage",
    "fused",
    "kind_fits",
    "length",
    "unfinished",
)


class LinearReader:
    """A logistic model over the features of retrieval. Its weights were fitted by evals/fit.py on public question
    sets, and on none of the network's documents."""

    BIAS = -6.0
    WEIGHTS = (6.0, 1.0, 0.3, 1.5, 1.5, 2.0, 0.5, 0.5, -2.0)

    def read(self, question: Question, candidates: Sequence[Candidate]) -> list[float]:
        return [
            self.BIAS + sum(w * x for w, x in zip(self.WEIGHTS, features(question, candidate), strict=True))
            for candidate in candidates
        ]


def features(question: Question, candidate: Candidate) -> tuple[float, ...]:
    """The values named in FEATURES, for one candidate."""
    length = len(candidate.text.split())
    return (
        candidate.similarity,
        candidate.passage_similarity,
        candidate.lexical,
        candidate.coverage,
        candidate.context_coverage,
        candidate.fused,
        kind_fits(question.text, candidate.text),
        min(1.0, math.log1p(length) / math.log(40)),
        # "Avril shared some examples:" leads to an answer and is none.
        1.0 if candidate.text.rstrip().endswith(":") else 0.0,
    )
