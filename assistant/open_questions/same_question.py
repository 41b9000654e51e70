"""When two of what is asked are one question: by their words, by their meaning, by what both ask about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from assistant.coverage.thesaurus import groups
from assistant.embedding import Embedder, Vectors
from assistant.open_questions.asked import Asked
from assistant.sameness import key
from assistant.words import STOPWORDS, stem, words

# Cosines from which two are one question, and what they must share: in one note, which asks a thing in its summary, in
# its discussion and among its topics, three concepts; across notes, most of what the shorter says. Without that, the
# many questions that differ in one word alone ("how do we share the ladders?", "... the hives?") would be one.
HERE, THERE = 0.62, 0.72
SHARED, SHARE = 3, 0.75
BLOCK = 512  # rows compared at a time
LONGEST = 4  # words of a phrase in the thesaurus
# What a question asks about: "when people move on".
CONDITION = re.compile(r"\b(?:even |and )?(?:when|after|once|if|as|while|until|unless)\b ([^,;:.?]+)", re.IGNORECASE)


def one_by_one(every: Sequence[Asked], vectors: Vectors) -> list[list[int]]:
    """The indices of those that are one question, in the order of the first of each.

    Across notes each is like the first: were it enough to be like the last, a chain of small changes would make one of
    everything."""
    told = [concepts(one.matter) for one in every]
    like: list[list[int]] = [[] for _ in every]  # the earlier ones that each is like
    for start in range(0, len(every), BLOCK):
        cosines = vectors[start : start + BLOCK] @ vectors.T
        for row, j in np.argwhere(cosines >= HERE).tolist():
            i = start + row
            if j < i and _one_question(every[i], every[j], float(cosines[row, j]), told[i], told[j]):
                like[i].append(j)
    owner: list[int] = []
    by_words: dict[str, int] = {}
    for i, one in enumerate(every):
        here = [owner[j] for j in like[i] if every[j].line.document.id == one.line.document.id]
        there = [j for j in like[i] if owner[j] == j]
        same = by_words.setdefault(key(one.line.text), i)
        owner.append(min([*here, *there, owner[same] if same < i else i]))
    made: dict[int, list[int]] = {}
    for i, first in enumerate(owner):
        made.setdefault(first, []).append(i)
    return list(made.values())


def _one_question(one: Asked, other: Asked, cosine: float, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if (one.kind == "action") != (other.kind == "action"):
        return False
    if one.line.document.id == other.line.document.id:
        # What a note lists one beneath the other is not the same to it.
        apart = (one.listed and other.listed) or one.kind == "action"
        return not apart and len(ours & theirs) >= SHARED
    return cosine >= THERE and share(ours, theirs) >= SHARE


def share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """How much of the shorter of two the other holds, from 0 to 1."""
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def vectors_of(texts: Sequence[str], embedder: Embedder) -> tuple[Vectors, Vectors]:
    """The vectors of matters, and of the condition in each, zeros where there is none. Shapes (texts, dimensions)."""
    conditions = [f"when {match[1]}" if (match := CONDITION.search(text)) else "" for text in texts]
    known = {text: i for i, text in enumerate(dict.fromkeys([*texts, *filter(None, conditions)]))}
    vectors = embedder.embed(list(known))
    about = np.zeros((len(texts), vectors.shape[1]), dtype=np.float32)
    for i, condition in enumerate(conditions):
        if condition:
            about[i] = vectors[known[condition]]
    return vectors[[known[text] for text in texts]], about


@lru_cache(maxsize=20_000)
def concepts(text: str) -> frozenset[str]:
    """What a text speaks of: the stems that carry a subject, or a mark for what people say in each other's place."""
    told = [(word, stem(word)) for word in words(text)]
    marks = _marks()
    found: set[str] = set()
    i = 0
    while i < len(told):
        sizes = [n for n in range(LONGEST, 0, -1) if tuple(one for _, one in told[i : i + n]) in marks]
        size = sizes[0] if sizes else 1
        if sizes:
            found |= marks[tuple(one for _, one in told[i : i + size])]
        elif told[i][0] not in STOPWORDS:
            found.add(told[i][1])
        i += size
    return frozenset(found)


@lru_cache(maxsize=1)
def _marks() -> dict[tuple[str, ...], frozenset[str]]:
    """Each form of the thesaurus with the marks of its groups, which are no words."""
    made: dict[tuple[str, ...], frozenset[str]] = {}
    for number, group in enumerate(groups()):
        for form in group:
            made[form] = made.get(form, frozenset()) | {f"#{number}"}
    return made
