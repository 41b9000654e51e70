"""How common a word is in everyday English: what a newcomer knows, and what is the network's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from assistant.words import words


def per_million(word: str) -> float:
    """How often a lower-case word stands in a million words of everyday English; 0 where it is not known."""
    counts, total = _counts()
    plain = word.replace("’", "'")
    return 1e6 * max(counts.get(form, 0) for form in (plain, _american(plain))) / total


def _american(word: str) -> str:
    """The list counts American spellings, and ours little."""
    for ours, theirs in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("our", "or")):
        word = word.replace(ours, theirs)
    return word.replace("programme", "program").replace("centre", "center")


def rarity(phrase: str) -> float:
    """The geometric mean of what `per_million` tells of the words of a phrase: the less, the rarer."""
    shares = [per_million(word) + 0.01 for word in words(phrase)]
    product = 1.0
    for share in shares:
        product *= share
    return float(product ** (1 / len(shares))) if shares else 0.0


@lru_cache(maxsize=20_000)
def is_verb_form(word: str) -> bool:
    """Whether a lower-case word in -s is more of a verb than of a noun: "recedes", not "sectors"."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    base = word[:-1]
    root = base.removesuffix("e")
    others = sum(per_million(form) for form in {f"{root}ed", f"{root}ing"})
    return others > per_million(word) + per_million(base)


@lru_cache(maxsize=1)
def _counts() -> tuple[Mapping[str, int], int]:
    from spellchecker import SpellChecker  # takes 0.1 s to load

    counts: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return counts, max(1, sum(counts.values()))
