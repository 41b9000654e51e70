"""Rows of capitalised words, trimmed to what may be a name: "Director Asha Patel" to "Asha Patel"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.guide.names.gazetteer import is_place
from assistant.guide.names.lexicon import (
    BEFORE_NAMES,
    DIRECTIONS,
    GIVEN,
    HONORIFICS,
    LETTERS_AFTER,
    ROLES,
    SURNAME_ROLES,
    is_plain,
)
from assistant.guide.names.rows import OPENING, Word, chains, joined, spelt
from assistant.words import STOPWORDS


@dataclass(frozen=True, slots=True)
class Run:
    """What may be a name: characters [start, end) of a text, in a sentence that goes on around it."""

    words: tuple[Word, ...]
    name: str
    start: int
    end: int
    before: str  # of the sentence
    after: str
    opens: bool = False  # it has its capital, perhaps, from standing first
    held: bool = False  # an office, "Dr" or "MP" goes with it
    office: bool = False  # an office follows: "Tollbridge Hub Director"

    @property
    def determined(self) -> bool:
        """Whether "the", "our" or an owner stands before."""
        return (
            re.search(r"(?:\b(?:the|a|an|our|their|its|his|her|this|that|new)|['’]s|s['’]) $", self.before, re.I)
            is not None
        )

    @property
    def plain(self) -> bool:
        return all(is_plain(word.text) for word in self.words)


def runs(text: str, start: int, end: int, small: Collection[str] = (), known: Collection[str] = ()) -> Iterator[Run]:
    """The runs of the sentence text[start:end]. `small`: words that the document has in small letters as well;
    `known`: names that it has shown elsewhere, by which a first word that only opens the sentence is told."""
    for chain in chains(text, start, end):
        for words in joined(text, chain, small, known):
            yield from _trimmed(text, words, start, end, known)


def _trimmed(text: str, row: list[Word], start: int, end: int, known: Collection[str]) -> Iterator[Run]:
    """A row without what only stands before or after a name."""
    words = list(row)
    held = office = False
    opens = OPENING.search(text[start : words[0].start]) is not None
    while words and (words[0].small in ("the", "a", "an") or (opens and _only_opens(text, words, known))):
        words, opens = words[1:], False
    while words and len(words) > 1 and words[-1].text in LETTERS_AFTER:
        words, held = words[:-1], True
    last_office = max((i for i, word in enumerate(words) if word.small in ROLES | HONORIFICS), default=-1)
    if last_office >= 0:
        rest = words[last_office + 1 :]
        surname = len(words) == 2 and last_office == 1 and words[1].small in SURNAME_ROLES | HONORIFICS
        if rest and (words[last_office].small in HONORIFICS or any(not is_plain(w.text) for w in rest)):
            words, held, opens = rest, True, False
        elif not rest and surname and not is_plain(words[0].text):
            pass
        elif not rest:
            words = words[:last_office]
            while words and words[-1].small in ROLES | STOPWORDS | frozenset(["deputy", "co"]):
                words = words[:-1]
            office = True
            if all(is_plain(word.text) for word in words):
                return
    if not words:
        return
    first, last = words[0], words[-1]
    before = " ".join(text[start : first.start].split()) + (" " if text[start : first.start][-1:].isspace() else "")
    yield Run(
        tuple(words), spelt(text, first.start, last.end), first.start, last.end, before, text[last.end : end],
        opens, held, office,
    )  # fmt: skip


def _only_opens(text: str, words: Sequence[Word], known: Collection[str]) -> bool:
    """Whether the first word of a sentence is no part of the name after it: "When Asha", "Remembering Asha"."""
    first, rest = words[0], words[1:]
    if not rest:
        return first.small in STOPWORDS and first.small not in GIVEN
    if text[first.end : rest[0].start].strip():  # "Barking and Dagenham"
        return False
    if first.small in GIVEN and not is_plain(rest[0].text):
        return False
    if first.small in STOPWORDS:
        return True
    name = spelt(text, rest[0].start, rest[-1].end)
    whole = spelt(text, first.start, rest[-1].end)
    if whole in known or is_place(whole) or not is_plain(first.text) or first.small in HONORIFICS | ROLES | DIRECTIONS:
        return False
    strange = [word.small in GIVEN or not is_plain(word.text) for word in rest]
    if first.small in BEFORE_NAMES or (len(rest) > 1 and (name in known or all(strange))):
        return True
    return any(strange) and first.small.endswith(("ly", "ing", "ed"))
