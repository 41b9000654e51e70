"""The measures, named as they are printed. Pure functions of one record or of many."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `of`, with the Wilson interval at 95%."""

    hits: float
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        if not self.of:
            return (0.0, 1.0)
        z, n, p = 1.96, self.of, self.value
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return (max(0.0, middle - half), min(1.0, middle + half))


def shown(quotes: Sequence[str], characters: int) -> str:
    """The first `characters` of what a reader sees."""
    return plain(" ".join(quotes))[:characters]


def plain(text: str) -> str:
    return " ".join(text.split())


def evidence_recall(quotes: Sequence[str], evidence: Sequence[str], characters: int) -> float:
    """The share of the evidence sentences that stand whole in the first characters shown."""
    seen = shown(quotes, characters)
    return sum(plain(sentence) in seen for sentence in evidence) / len(evidence)


def any_evidence(quotes: Sequence[str], evidence: Sequence[str], characters: int) -> bool:
    return evidence_recall(quotes, evidence, characters) > 0


def is_evidence(quote: str, evidence: Sequence[str]) -> bool:
    """Whether a quotation is one of the evidence sentences, or holds one, or is the better part of one."""
    said = plain(quote)
    return any(plain(e) in said or (said in plain(e) and 2 * len(said) >= len(plain(e))) for e in evidence)


def auroc(yes: Sequence[float], no: Sequence[float]) -> float:
    """The chance that a value of `yes` is above one of `no`, ties counting half."""
    if not yes or not no:
        return float("nan")
    wins = sum((y > n) + 0.5 * (y == n) for y in yes for n in no)
    return wins / (len(yes) * len(no))


def calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """The mean distance of confidence from the share that was right, over bins of (nearly) equal numbers of pairs."""
    ordered = sorted(pairs)
    edges = [round(i * len(ordered) / bins) for i in range(bins + 1)]
    total = 0.0
    for a, b in pairwise(edges):
        total += abs(sum(p for p, _ in ordered[a:b]) - sum(right for _, right in ordered[a:b]))
    return total / len(ordered) if ordered else float("nan")


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))] if ordered else float("nan")
