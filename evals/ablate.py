"""`python -m evals.ablate CASES OUT`: what each part of answering adds, on public documents that nothing was trained on.

CASES is what `make fit` kept (evals/fit.py --keep). Every row fits its own weights on the `dev` documents and reports on
the `test` documents, with bootstrap intervals at 95%. Writes OUT/ablation.md and OUT/reliability.svg.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.fit import Case, judge_weights, softmax_weights
from evals.metrics import auroc, calibration_error
from evals.tell import tell

# What each row may see: columns of evidence (retrieval, then reading), and signs of the judge.
RETRIEVAL, READING = 10, 3
ROWS: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...] = (
    ("lexical: BM25 and shared words", (3, 4, 5), (1,)),
    ("dense: similarity", (0, 1, 2), (0,)),
    ("fused", (0, 1, 2, 3, 4, 5, 6, 8, 9), (0, 1)),
    ("the reader alone", (10, 11, 12), (2, 3, 4, 5)),
    ("fused, with the reader", (0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12), (0, 2, 3, 4, 5)),
    ("with kinds of answer too: all", tuple(range(13)), (0, 2, 3, 4, 5, 6)),
)


@dataclass(frozen=True)
class Scored:
    """One question under one row: whether its first sentence is evidence (None where it has none), and its confidence."""

    set: str
    kind: str
    first: bool | None
    confidence: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    cases = [c for c in pickle.loads(arguments.cases.read_bytes()) if c.candidates or c.kind == "background"]
    told = ["| what answers | first sentence right | AUROC, near misses | calibration error |", "|---|---|---|---|"]
    last: list[Scored] = []
    for name, columns, signs in ROWS:
        last = scored(cases, columns, signs)
        told.append(f"| {name} | {_cells(last)} |")
        tell(told[-1])
    raw = [Scored(s.set, s.kind, s.first, p) for s, p in zip(last, _uncalibrated(cases), strict=True)]
    told.append(f"| all, the reader's own odds for confidence (not calibrated) | {_cells(raw)} |")
    by_set = ["", "| set | questions | first sentence right | AUROC, near misses |", "|---|---|---|---|"]
    for one in dict.fromkeys(s.set for s in last):
        these = [s for s in last if s.set == one]
        by_set.append(f"| {one} | {len(these)} | {_interval(these, first_right)} | {_interval(these, near_auroc)} |")
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "ablation.md").write_text("\n".join([*told, *by_set]) + "\n", encoding="utf-8")
    pairs = [(s.confidence, s.kind == "answerable") for s in last if s.kind in ("answerable", "near")]
    (arguments.out / "reliability.svg").write_text(reliability(pairs), encoding="utf-8")
    tell("\n".join(by_set))


def scored(cases: Sequence[Case], columns: Sequence[int], signs: Sequence[int]) -> list[Scored]:
    rows = [c for c in cases if c.part == "dev" and c.kind in ("answerable", "reworded") and any(c.labels)]
    order = softmax_weights([c.values()[:, list(columns)] for c in rows], [c.labels for c in rows], [1.0] * len(rows))
    full = np.zeros(RETRIEVAL + READING)
    full[list(columns)] = order
    model, values = judge_weights(cases, full, list(signs))
    made: list[Scored] = []
    for case, sign in zip(cases, values, strict=True):
        if case.part != "test" or case.kind not in ("answerable", "near", "elsewhere"):
            continue
        best = int(np.argmax(case.values() @ full))
        first = bool(case.labels[best]) if any(case.labels) else None
        made.append(Scored(case.set, case.kind, first, float(model.predict_proba([sign])[0, 1])))
    return made


def _uncalibrated(cases: Sequence[Case]) -> list[float]:
    return [
        1 / (1 + float(np.exp(-max(r.evidence for r in c.readings))))
        for c in cases
        if c.part == "test" and c.kind in ("answerable", "near", "elsewhere")
    ]


def first_right(found: Sequence[Scored]) -> float:
    known = [s.first for s in found if s.first is not None and s.kind == "answerable"]
    return sum(known) / len(known) if known else float("nan")


def near_auroc(found: Sequence[Scored]) -> float:
    return auroc(
        [s.confidence for s in found if s.kind == "answerable"], [s.confidence for s in found if s.kind == "near"]
    )


def error(found: Sequence[Scored]) -> float:
    return calibration_error(
        [(s.confidence, s.kind == "answerable") for s in found if s.kind in ("answerable", "near")]
    )


def _cells(found: Sequence[Scored]) -> str:
    return " | ".join(_interval(found, measure) for measure in (first_right, near_auroc, error))


def _interval(found: Sequence[Scored], measure: Callable[[Sequence[Scored]], float], times: int = 200) -> str:
    value = measure(found)
    if value != value:
        return ""
    chance = random.Random(1)
    drawn = sorted(measure(chance.choices(found, k=len(found))) for _ in range(times))
    return f"{value:.3f} ({drawn[int(0.025 * times)]:.2f} to {drawn[int(0.975 * times)]:.2f})"


def reliability(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> str:
    """Confidence against the share that was answerable, in bins of equal numbers, as a picture that reads in black and
    white; the line is where the two are the same."""
    ordered = np.array(sorted(pairs), dtype=float)
    points = [(b[:, 0].mean(), b[:, 1].mean(), len(b)) for b in np.array_split(ordered, bins) if len(b)]

    def x(p: float) -> float:
        return 60 + 300 * p

    def y(p: float) -> float:
        return 330 - 300 * p

    ticks = "".join(
        f'<text x="{x(t):.0f}" y="350" text-anchor="middle">{t:g}</text><text x="50" y="{y(t) + 4:.0f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.25, 0.5, 0.75, 1)
    )
    dots = "".join(f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="5"/>' for a, b, _ in points)
    path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b, _ in points)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 390" font-family="sans-serif" font-size="12">'
        "<title>Confidence against the share of questions that the documents answer</title>"
        '<rect width="400" height="390" fill="#fff"/><rect x="60" y="30" width="300" height="300" fill="none" stroke="#999"/>'
        f'<line x1="60" y1="330" x2="360" y2="30" stroke="#999" stroke-dasharray="4 4"/>{ticks}'
        f'<polyline points="{path}" fill="none" stroke="#222"/>{dots}'
        '<text x="210" y="375" text-anchor="middle">confidence</text>'
        '<text x="16" y="180" text-anchor="middle" transform="rotate(-90 16 180)">share that the documents answer</text></svg>\n'
    )


if __name__ == "__main__":
    main()
