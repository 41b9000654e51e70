"""How much each sign counts: what retrieval and the reader know of a sentence, weighed into one score."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.read import Reading
from assistant.retrieve import Candidate, Question
from assistant.wants import kind_fits

RETRIEVAL = (
    "similarity",
    "similarity_alone",
    "passage_similarity",
    "lexical",
    "coverage",
    "context_coverage",
    "fused",
    "kind_fits",
    "length",
    "unfinished",
)
READING = ("evidence", "passage", "span")

# Fitted by evals/fit.py on public question sets, and on none of the network's documents: by retrieval alone, which
# chooses what is read; and with the reader.
FIRST = (2.033, 4.577, -2.567, -2.739, 1.816, 1.962, 17.945, 0.544, 1.354, -0.237)
FULL = (0.769, 1.329, -1.081, -1.371, -0.417, 0.952, 13.892, 0.15, 1.162, -0.674, 0.049, 0.114, 0.266)


def words_found(candidates: Sequence[Candidate]) -> float:
    return max((c.context_coverage for c in candidates), default=0.0)


def retrieved(question: Question, candidate: Candidate, found: float) -> tuple[float, ...]:
    """The values named in RETRIEVAL, for one candidate. `found` is the best context coverage of any candidate: where no
    sentence holds the question's words, because its asker has others, similarity has to decide alone."""
    length = len(candidate.text.split())
    return (
        candidate.similarity,
        candidate.similarity * (1 - found),
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


def read(reading: Reading) -> tuple[float, ...]:
    """The values named in READING."""
    return reading.evidence, reading.passage, reading.span


def score(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(w * x for w, x in zip(weights, values, strict=True))
