"""Misspelt questions, mended against the audience's own vocabulary and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import lru_cache

from assistant.embedding import packaged_model
from assistant.lexical import Vocabulary
from assistant.words import STOPWORDS, WORD, stem

SHORTEST = 4  # letters: shorter words are too near to one another


@dataclass(frozen=True, slots=True)
class Mended:
    text: str
    changes: tuple[tuple[str, str], ...] = ()  # (as written, as read)


def mend(question: str, vocabulary: Vocabulary, is_english: Callable[[str], bool]) -> Mended:
    """The question with each word that is neither the documents' nor English read as the documents' word nearest to it.

    `is_english` tells whether a lower-case word is one that a reader of English knows; such a word is never mended.
    """
    changes: list[tuple[str, str]] = []

    def read(match: re.Match[str]) -> str:
        written = match[0]
        word = written.casefold().replace("’", "'")
        base = word.removesuffix("'s")
        if len(base) < SHORTEST or not base.isalpha() or base in STOPWORDS:
            return written
        if base in vocabulary.forms or stem(base) in vocabulary.stems or is_english(base):
            return written
        nearest = _nearest(base, vocabulary)
        if nearest is None:
            return written
        changes.append((written, nearest))
        return nearest

    text = WORD.sub(read, question)
    return Mended(text, tuple(changes))


def is_english(word: str) -> bool:
    """Whether a lower-case word is one that the default model's word list or the spelling dictionary holds."""
    return word in _common() or word in _dictionary()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset((packaged_model() / "vocab.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def _dictionary() -> Container[str]:
    from spellchecker import SpellChecker  # takes 0.1 s to load, and few questions need it

    words: Container[str] = SpellChecker(language="en").word_frequency.dictionary
    return words


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    """The word of the vocabulary that a slip of the hand turns into this one; the commonest of the nearest."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 6 else 2 if len(word) < 11 else 3
    likely = [
        form
        for form in vocabulary.forms
        if abs(len(form) - len(word)) <= allowed and form.isalpha() and len(form) >= SHORTEST
    ]
    found = process.extract(word, likely, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    if not found:
        return None

    def rank(one: tuple[str, float, int]) -> tuple[float, bool, int, str]:
        form, distance, _ = one
        # People seldom get the first letter wrong.
        return distance, form[0] != word[0], -vocabulary.forms[form], form

    best = min(found, key=rank)
    return best[0] if best[0][0] == word[0] or best[1] <= 1 else None
