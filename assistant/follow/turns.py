"""A question asked before, and a question that follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Citation
from assistant.follow.names import Names
from assistant.follow.tokens import Word, plain, words_of

LONGEST = 1000  # characters of a completed question
LEADS = frozenset(
    "so and but or then ok okay well right great thanks thank hmm oh ah no yes sorry also now plus".split()
)
ADDING = frozenset("and but or also plus no sorry".split())
# What `complete` makes of "who said that?" and "what next?", by which a later turn knows them.
OF_QUOTATION = re.compile(r"(?:Who said|What comes after) “.*”\?", re.DOTALL)
BRACKETED = re.compile(r"(?P<new>.{1,300}?[?!.…] \()(?P<old>.+)(?P<end>\))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question asked before, complete in itself, and what was shown for it, in the order it was shown."""

    question: str
    quotes: tuple[Citation, ...] = ()

    @property
    def of_quotation(self) -> bool:
        """Whether it asked only about a quotation: whose it is, or what follows it."""
        return OF_QUOTATION.fullmatch(self.question) is not None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question, its words without those that only lead in ("so", "and"), and the question that it follows."""

    text: str
    words: tuple[Word, ...]
    adds: bool  # led in by "and" or the like
    old: str
    before: Sequence[Turn]
    names: Names

    @property
    def plain(self) -> str:
        return plain(self.words)

    @property
    def beside(self) -> str:
        """As it was asked, and the old question in brackets."""
        return beside(self.text, self.old)


def follow_up(question: str, before: Sequence[Turn], names: Names) -> FollowUp:
    """`before`: one turn or more, oldest first."""
    words = words_of(question)
    lead = next((i for i, word in enumerate(words) if word.low not in LEADS), len(words))
    adds = any(word.low in ADDING for word in words[:lead])
    own = [turn.question for turn in before if not turn.of_quotation]
    old = " ".join((own or [before[-1].question])[-1].split())
    return FollowUp(question, tuple(words[lead:]), adds, old, before, names)


def beside(question: str, old: str) -> str:
    """A question, and in brackets the one that it follows, shortened as far as it must be."""
    bracketed = BRACKETED.fullmatch(old)
    asked = question.strip()
    if not asked.endswith(("?", "!", ".", "…")):
        asked += "?"
    return f"{asked} ({shortened(bracketed['old'] if bracketed else old, LONGEST - len(asked) - 3)})"


def shortened(text: str, length: int) -> str:
    """Its first characters, up to the end of a word."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.–—") + "…"
