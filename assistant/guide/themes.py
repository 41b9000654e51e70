"""What has been discussed: the subjects that many accounts speak of, those that belong together gathered, each with the
documents' own best sentences.

Subjects come from the documents' words, their nearness from the embedding model and from standing in the same sentences.
The weightiest subject leads a theme and gives it its name, so a new document moves a theme only where it changes what
most is said of.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from assistant.cite import Lookup
from assistant.domain import Citation, Standing
from assistant.guide.lines import Shelved, cited, stands_alone
from assistant.guide.subjects import Subject, subjects
from assistant.guide.values import Theme
from assistant.line import Line
from assistant.sameness import key

Embed = Callable[[Sequence[str]], Any]  # texts -> vectors of unit length, shape (texts, dimensions)

FEWEST, MOST = 4, 9  # themes
CONSIDERED = 60  # subjects
NEAR = 0.42  # from here on two subjects are one theme
QUOTES = 3
SHOWN = 0.5  # how much better another sentence counts than one that the guide shows already
LIGHTEST = 0.15  # of the weightiest theme's weight
LEAST = 3  # different sentences in a theme


@dataclass
class Gathered:
    """Subjects that belong together, the weightiest first, and the lines that speak of them, with their weights."""

    subjects: list[Subject]
    lines: dict[int, float] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        return self.subjects[0].weight + 0.5 * sum(one.weight for one in self.subjects[1:])

    @property
    def label(self) -> str:
        """The leading subject, or the longer phrase that most of its sentences have it in."""
        first = self.subjects[0]
        longer = [
            one
            for one in self.subjects[1:]
            if len(one.key) > len(first.key)
            and set(first.key) <= set(one.key)
            and 3 * len(one.lines) >= len(first.lines)
        ]
        best = max(longer, key=lambda one: (len(one.lines), len(one.key)), default=first)
        return best.form


def themes(
    shelf: Sequence[Shelved],
    lookup: Lookup,
    embed: Embed,
    names: Collection[str] = (),
    shown: Collection[Citation] = (),
) -> tuple[Theme, ...]:
    """Between FEWEST and MOST themes, the weightiest of them, those that the network's own documents and its members' speak
    of most first; fewer where the documents are few or short. `names`: words
    that are people's and places', in lower case, which name no theme. `shown`: what stands elsewhere in the guide, so that
    another sentence is better where there is one."""
    lines = [line for one in shelf for line in one.lines()]
    found = gathered(lines, embed, names, most(len(shelf), sum(len(one.passages) for one in shelf)))
    seen = {(one.document, one.start) for one in shown}
    made: list[Theme] = []
    for one in found:
        made.append(_theme(one, lines, lookup, embed, seen))
        seen |= {(quote.document, quote.start) for quote in made[-1].quotes}
    return tuple(
        sorted((theme for theme in made if theme.quotes and theme.sentences), key=lambda theme: -theme.sentences)
    )


def most(documents: int, passages: int) -> int:
    """How many themes at most so much is told in."""
    return min(MOST, FEWEST + max(documents // 3, passages // 15))


def gathered(lines: Sequence[Line], embed: Embed, names: Collection[str], at_most: int) -> list[Gathered]:
    """The themes as subjects and lines, the weightiest first."""
    every = subjects(lines, names)[:CONSIDERED]
    if not every:
        return []
    vectors = embed([one.form for one in every])
    groups: list[list[int]] = []
    for i, one in enumerate(every):
        near = [
            (_near(one, every[group[0]], float(vectors[i] @ vectors[group[0]])), -n) for n, group in enumerate(groups)
        ]
        best = max(near, default=(0.0, 0))
        if best[0] >= NEAR:
            groups[-best[1]].append(i)
        else:
            groups.append([i])
    themed = [Gathered([every[i] for i in group]) for group in groups]
    for theme in themed:
        for rank, subject in enumerate(theme.subjects):
            for at in subject.lines:
                theme.lines[at] = theme.lines.get(at, 0.0) + subject.weight / math.sqrt(1 + rank)
    worth = [
        one for one in themed if len({key(lines[at].text) for at in one.lines}) >= LEAST and _voices(one, lines) > 1
    ]
    heaviest = sorted(worth, key=lambda one: (-one.weight, one.subjects[0].key))[:at_most]
    return [one for one in heaviest if one.weight >= LIGHTEST * heaviest[0].weight]


def _near(one: Subject, other: Subject, similar: float) -> float:
    """How near two subjects are: half by meaning, half by standing in the same sentences; 1 where one holds the other."""
    if set(one.key) <= set(other.key) or set(other.key) <= set(one.key):
        return 1.0
    together = len(one.lines & other.lines) / math.sqrt(len(one.lines) * len(other.lines))
    return 0.5 * max(0.0, similar) + 0.5 * together


def _voices(one: Gathered, lines: Sequence[Line]) -> int:
    """Accounts, and headings of what is in nobody's account."""
    return len({(*lines[at].account, lines[at].passage.heading) for at in one.lines})


def _theme(
    one: Gathered, lines: Sequence[Line], lookup: Lookup, embed: Embed, seen: Collection[tuple[str, int]]
) -> Theme:
    """`seen`: the document and start of each sentence that the guide shows already."""
    quotes = _quotes(one, lines, lookup, embed, seen)
    every = [lines[at] for at in one.lines]
    own = [line for line in every if line.document.standing is not Standing.OUTSIDE]
    speak = Counter(line.document.id for line in own)
    documents = sorted(speak, key=lambda document: (-speak[document], document))
    said = {key(line.text) for line in own}
    outside = {key(line.text) for line in every} - said
    return Theme(_capital(one.label), quotes, tuple(documents), len(said), len(outside))


def _capital(label: str) -> str:
    return label[0].upper() + label[1:]


def _quotes(
    one: Gathered, lines: Sequence[Line], lookup: Lookup, embed: Embed, seen: Collection[tuple[str, int]]
) -> tuple[Citation, ...]:
    """The best sentences: about the theme, whole by themselves, of different documents and accounts, none said twice."""
    likely = [at for at in sorted(one.lines, key=lambda at: (-one.lines[at], at)) if stands_alone(lines[at].text)][:24]
    if not likely:
        return ()
    vectors = embed([lines[at].text for at in likely])
    centre = embed([one.label])[0] + vectors.mean(axis=0)
    centre = centre / max(float(np.linalg.norm(centre)), 1e-9)
    top = max(one.lines[at] for at in likely)
    score = {
        at: float(vector @ centre)
        + 0.3 * one.lines[at] / top
        - 0.2 * (lines[at].document.standing is Standing.OUTSIDE)
        - SHOWN * ((lines[at].document.id, lines[at].sentence.start) in seen)
        for at, vector in zip(likely, vectors, strict=True)
    }
    where = {at: i for i, at in enumerate(likely)}
    chosen: list[int] = []
    used: defaultdict[str, int] = defaultdict(int)
    while len(chosen) < QUOTES:
        left = [
            at
            for at in likely
            if at not in chosen and all(_differ(vectors[where[at]], vectors[where[c]]) for c in chosen)
        ]
        if not left:
            break
        accounts = {lines[at].account for at in chosen}
        best = max(
            left,
            key=lambda at: (
                score[at] - 0.25 * used[lines[at].document.id] - 0.15 * (lines[at].account in accounts),
                -at,
            ),
        )
        chosen.append(best)
        used[lines[best].document.id] += 1
    quotes = [cited(lines[at], lookup) for at in chosen]
    return tuple(quote for quote in quotes if quote is not None)


def _differ(one: Any, other: Any) -> bool:
    return float(one @ other) < 0.85
