"""What retrieval would find beside the right passage: the passages of one part of a public set, by words and by meaning."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.embedding import Embedder
from assistant.words import stems
from evals.sets import Asked, Part, PublicSet, Text

LONGEST = 90  # words of a passage
NEAREST = 60  # passages looked through for a question
ANSWER = 16  # words of a short answer


class Shelf:
    """The passages of the documents of one part, in order."""

    def __init__(self, public: PublicSet, part: Part, embedder: Embedder) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._embedder = embedder
        self._spans = [
            (text, span)
            for text in public.texts.values()
            for span in spans(text, range(len(text)))
            if public.part(text.id, text.starts[span.start]) == part
        ]
        told = [" ".join(text.sentence(i) for i in span) for text, span in self._spans]
        self._words = TfidfVectorizer(analyzer=stems, sublinear_tf=True, dtype=np.float32)
        self._lexical = self._words.fit_transform(told) if told else None
        self._vectors = embedder.embed(told) if told else None

    def __len__(self) -> int:
        return len(self._spans)

    def beside(self, asked: Sequence[Asked], most: int) -> dict[str, list[tuple[Text, range]]]:
        """For each question's id, up to `most` passages, best first, that hold neither its evidence nor a neighbour of
        it, nor a short answer of it in the same words."""
        if not self._spans:
            return {}
        found: dict[str, list[tuple[Text, range]]] = {}
        for first in range(0, len(asked), 256):
            some = asked[first : first + 256]
            questions = [one.question for one in some]
            words: Any = self._words.transform(questions) @ self._lexical.T  # type: ignore[union-attr]
            scores = self._embedder.embed(questions) @ self._vectors.T + words.toarray()  # type: ignore[union-attr]
            for one, row in zip(some, scores, strict=True):
                nearest = np.argsort(-row)[:NEAREST]
                found[one.id] = [self._spans[i] for i in nearest if self._silent(one, *self._spans[i])][:most]
        return found

    @staticmethod
    def _silent(asked: Asked, text: Text, span: range) -> bool:
        if text.id == asked.document and any(i in span for e in asked.evidence for i in (e - 1, e, e + 1)):
            return False
        short = [a.lower() for a in asked.answers if len(a.split()) <= ANSWER]
        return not any(a in text.sentence(i).lower() for i in span for a in short)


def spans(text: Text, inside: range, most: int = LONGEST) -> list[range]:
    """Sentences of a document parted at its paragraphs, and those at so many words."""
    found: list[range] = []
    first, words = inside.start, 0
    for i in inside:
        own = len(text.sentence(i).split())
        if i > first and (text.block[i] != text.block[first] or words + own > most):
            found.append(range(first, i))
            first, words = i, 0
        words += own
    if inside:
        found.append(range(first, inside.stop))
    return found


def pick(found: Sequence[tuple[Text, range]], most: int, chance: random.Random) -> list[tuple[Text, range]]:
    """The best of the passages found, and `most` in all, the others drawn by chance, the better likelier."""
    keyed = sorted(enumerate(found), key=lambda pair: pair[0] * chance.random())
    return [one for _, one in keyed[:most]]
