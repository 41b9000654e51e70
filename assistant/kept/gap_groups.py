"""Gaps grouped by meaning, and the draft of an invitation to fill one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.domain import Status
from assistant.embedding import Embedder
from assistant.kept.gaps import Gap

# Mean cosine from which two groups of questions ask the same. Chosen on the 33 questions of 18 kinds in
# tests/test_gaps.py: of 24 pairs that belong together it joins 20, and 2 that do not.
ALIKE = 0.65
QUOTED = 3  # questions that an invitation quotes


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Questions that ask the same. `question`: the most typical. `others`: its other wordings, the most asked first.
    `gaps`: all their askings, newest first."""

    question: str
    others: tuple[str, ...]
    count: int  # how often asked
    first: str  # ISO day
    last: str
    status: Status  # not_found, unless the documents came close to every one
    gaps: tuple[Gap, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        return self.question, *self.others

    def number(self, question: str) -> int:
        """By which one of its questions is deleted: that of its latest asking."""
        return next(gap.number for gap in self.gaps if gap.question == question)

    def to_json(self) -> dict[str, Any]:
        return {
            "question": self.question,
            "number": self.number(self.question),
            "others": [{"question": other, "number": self.number(other)} for other in self.others],
            "count": self.count,
            "first": self.first,
            "last": self.last,
            "status": self.status.value,
            "invitation": invitation(self),
        }


def grouped(gaps: Sequence[Gap], embedder: Embedder) -> tuple[GapGroup, ...]:
    """The gaps by meaning, the most asked first, then the newest. Takes some 2 ms for each different question."""
    asked: dict[str, list[Gap]] = {}
    for gap in gaps:
        asked.setdefault(gap.key, []).append(gap)
    if not asked:
        return ()
    questions = list(asked.values())
    vectors = embedder.embed([same[0].question for same in questions])
    alike: np.ndarray[Any, Any] = vectors @ vectors.T
    groups = [_group([questions[i] for i in members], alike[np.ix_(members, members)]) for members in _joined(alike)]
    # Sorted twice, since days run the other way.
    return tuple(sorted(sorted(groups, key=lambda g: g.last, reverse=True), key=lambda g: -g.count))


def _joined(alike: np.ndarray[Any, Any]) -> list[list[int]]:
    """Average linkage: the two groups most alike are joined, as long as they are alike enough. `alike`: (n, n) cosines."""
    members = [[i] for i in range(len(alike))]
    means = alike.copy()
    np.fill_diagonal(means, -np.inf)
    for _ in range(len(members) - 1):
        a, b = sorted(divmod(int(means.argmax()), len(members)))
        if means[a, b] < ALIKE:
            break
        m, n = len(members[a]), len(members[b])
        row = (m * means[a] + n * means[b]) / (m + n)  # what was -inf stays so
        means[a], means[:, a] = row, row
        means[b], means[:, b] = -np.inf, -np.inf
        members[a] += members[b]
        members[b] = []
    return [sorted(group) for group in members if group]


def _group(questions: list[list[Gap]], alike: np.ndarray[Any, Any]) -> GapGroup:
    """One group. `alike`: the cosines of its questions, in the same order."""
    times = np.array([sum(gap.times for gap in same) for same in questions])
    typical = int((alike @ times).argmax())
    rest = sorted((i for i in range(len(questions)) if i != typical), key=lambda i: (-times[i], i))
    every = sorted((g for same in questions for g in same), key=lambda g: (g.day, g.number), reverse=True)
    return GapGroup(
        question=questions[typical][0].question,
        others=tuple(questions[i][0].question for i in rest),
        count=int(times.sum()),
        first=every[-1].day,
        last=every[0].day,
        status=Status.NOT_FOUND if any(g.status is Status.NOT_FOUND for g in every) else Status.CLOSE,
        gaps=tuple(every),
    )


def invitation(group: GapGroup) -> str:
    """A draft that invites somebody to write what is missing. It says nothing of who asked."""
    quoted = [f"“{question}”" for question in group.questions[:QUOTED]]
    listed = quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
    so_far = "come close, but do not quite answer it" if group.status is Status.CLOSE else "do not say"
    return (
        f"Can you help us fill a gap? People in the network have asked: {listed} So far our documents {so_far}. "
        "If you know something about it, we would love to hear it in your own words. A few paragraphs are enough: what "
        "happened, where and when, who was part of it, and what you learned. It does not need to be polished. You can "
        "paste it or drop a file on the Contribute page, and you choose who may see it. Thank you."
    )
