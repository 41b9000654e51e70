"""Which sentences are evidence: a Reader scores each candidate against the question.

The first reader weighs what retrieval knows of a sentence. A trained cross-encoder takes its place by having the
same one method.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.retrieve import Candidate, Question


class Reader(Protocol):
    @property
    def name(self) -> str:
        """What marks figures that depend on it: two readers of one name give the same scores."""

    def read(self, question: Question, candidates: Sequence[Candidate]) -> list[float]:
        """For each candidate a score: the difference of two is the log-odds that the one is evidence, not the other."""


FEATURES = (
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


@dataclass(frozen=True, slots=True)
class LinearReader:
    """A weighted sum of the features of retrieval, in the order of FEATURES. Its weights were fitted by evals/fit.py
    on public question sets, and on none of the network's documents."""

    weights: tuple[float, ...] = (2.533, 3.396, 1.518, -0.573, 1.446, 2.756, 11.345, 0.578, 1.298, -1.558)

    @property
    def name(self) -> str:
        return f"linear-{hashlib.sha256(repr(self.weights).encode()).hexdigest()[:8]}"

    def read(self, question: Question, candidates: Sequence[Candidate]) -> list[float]:
        found = words_found(candidates)
        return [sum(w * x for w, x in zip(self.weights, features(question, c, found), strict=True)) for c in candidates]


def words_found(candidates: Sequence[Candidate]) -> float:
    return max((c.context_coverage for c in candidates), default=0.0)


def features(question: Question, candidate: Candidate, found: float) -> tuple[float, ...]:
    """The values named in FEATURES, for one candidate. `found` is the best context coverage of any candidate: where no
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


NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|million|dozen|half|double|doubled|quadrupled|tripled|couple)\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:\d{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\w+day\b|(?:last|next|this) (?:year|month|week|summer|winter|autumn|spring)|years?\b|months?\b|weeks?\b|ago\b"
    r"|since\b|during\b|when\b|after\b|before\b|century\b|\d\d?[.:]\d\d)",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+|^(?:[A-Z][\w'’-]+ ){2,}")
WANTS = (
    (
        re.compile(
            r"\bhow (?:many|much|long|often|old|far|big|large)\b|\bwhat (?:number|share|percentage|proportion)\b", re.I
        ),
        NUMBER,
    ),
    (re.compile(r"\bwhen\b|\bwhat (?:time|date|day|year|month)\b|\bwhich (?:day|year|month|date)\b", re.I), TIME),
    (re.compile(r"\bwho(?:se|m)?\b", re.I), PERSON),
)


def kind_fits(question: str, sentence: str) -> float:
    """1 where the sentence holds the kind of thing that the question asks for (a number, a time, a name), -1 where it
    does not, 0 where the question asks for no such kind."""
    for asks, holds in WANTS:
        if asks.search(question):
            return 1.0 if holds.search(sentence) else -1.0
    return 0.0
