"""The pronouns of a question that stand for something outside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.follow.empty_it import stands_for_nothing
from assistant.follow.grammar import (
    AUXILIARY,
    BODIES,
    CONJUNCTION,
    GENERIC,
    PREPOSITION,
    RELATIONAL,
    VERBS,
    WH,
    is_agent,
    is_plural,
    opens_phrase,
)
from assistant.follow.names import Kind, Names, Phrase
from assistant.follow.phrases import head, shape
from assistant.follow.pointers import points_back
from assistant.follow.tokens import Word
from assistant.follow.wordings import PAPER

SORTS = {
    **dict.fromkeys("he him his she her hers".split(), "person"),
    **dict.fromkeys("they them their theirs".split(), "many"),
    **dict.fromkeys("it its".split(), "one"),
}
ENDING = {"'s": "'s", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would"}
ANYONE = re.compile(r"\b(?:any|some|every)(?:one|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pronoun:
    start: int
    end: int
    sort: str  # person, many, one, or that
    possessive: bool = False
    ending: str = ""


def open_pronouns(text: str, words: Sequence[Word], names: Names) -> list[Pronoun]:
    """The pronouns of a text that stand for something outside it."""
    found: list[Pronoun] = []
    form = shape(text, names)
    phrases = form.phrases + tuple(replace(one, kind=Kind.NAME) for one in form.unsure)  # which may be anything
    for i, word in enumerate(words):
        if i and text[word.start : word.end].istitle() and not word.pause:
            continue  # of a name: "Talk That Talk"
        one = _pronoun(words, i)
        if one is None:
            if (end := _pointer(words, i, phrases)) is not None:
                found.append(Pronoun(word.start, end, "that"))
            continue
        empty = one.sort == "one" and not one.possessive and stands_for_nothing(words, i)
        again = any(other.sort == one.sort for other in found)  # it stands for what the first one does
        possessive = one.possessive and word.low not in ("theirs", "hers")
        if not empty and not again and not _settled_inside(text, words, i, one.sort, possessive, phrases):
            found.append(one)
    return found


def can_be(text: str, one: Phrase, sort: str) -> bool:
    """Whether a phrase can be what a pronoun stands for."""
    noun = head(text, one)
    plural, body = one.kind is Kind.THING and is_plural(noun), noun in BODIES
    if one.kind is Kind.DATE or noun in RELATIONAL:
        return False
    if sort == "person":
        thing = plural or body or noun in GENERIC or one.kind is Kind.PLACE or re.fullmatch(PAPER, noun)
        return not thing
    if sort == "many":
        return plural or is_agent(noun) or body or one.kind in (Kind.NAME, Kind.PLACE)
    return one.kind is not Kind.PERSON and not plural and noun not in GENERIC and (body or not is_agent(noun))


def _pronoun(words: Sequence[Word], at: int) -> Pronoun | None:
    """The word as a pronoun of a person, of many or of one thing."""
    low, _, rest = words[at].low.partition("'")
    ending = ENDING.get(f"'{rest}", "")
    if low not in SORTS or (rest and not ending):
        return None
    owned = low == "her" and at + 1 < len(words) and opens_phrase(words[at + 1].low)
    possessive = owned or low in ("his", "its", "their", "theirs", "hers")
    return Pronoun(words[at].start, words[at].end, SORTS[low], possessive, ending)


def _pointer(words: Sequence[Word], at: int, phrases: Sequence[Phrase]) -> int | None:
    """Where "that", "that meeting" or "there" ends, if it stands for something outside the question."""
    if not points_back(words, at):
        return None
    word = words[at]
    low = word.low.partition("'")[0]
    noun = words[at + 1] if at + 1 < len(words) and opens_phrase(words[at + 1].low) else None
    end = noun.end if noun and low in ("that", "this", "these", "those") else word.end
    limit = words[_clause(words, at)].start
    inside = low != "then" and any(one.end <= limit and one.kind is not Kind.DATE for one in phrases)
    others = any(one.end < word.start or one.start > end for one in phrases)
    own = low in ("this", "these") and end > word.end and others  # "how does this network ...": no other's
    return None if inside or own else end


def _clause(words: Sequence[Word], at: int) -> int:
    """The index of the word with which the clause begins that holds a word."""
    for i in range(at, 0, -1):
        as_it = words[i].low == "as" and i + 1 == at  # "as it grew"
        opens = as_it or words[i].low in (CONJUNCTION - {"as"} | WH | {"before", "after", "since", "until"})
        if words[i].pause or (opens and i < at):
            return i
    return 0


def _settled_inside(
    text: str, words: Sequence[Word], at: int, sort: str, possessive: bool, phrases: Sequence[Phrase]
) -> bool:
    """Whether the question itself names what a pronoun stands for: in an earlier clause, or before a possessive."""
    begins = _clause(words, at)
    prev = words[at - 1].low if at else ""
    if words[at].low.partition("'")[0] in ("he", "she", "they") and prev not in AUXILIARY and not prev.endswith("'s"):
        begins = at  # "what did Avril say she learned?": a clause of its own
    fitting = [p for p in phrases if can_be(text, p, sort) or re.search(r"['’]s ", text[p.start : p.end])]
    if begins == 0 and not possessive:
        return _settled_in_clause(words, at, [p for p in fitting if p.end <= words[at].start], phrases)
    limit = words[at if possessive else begins].start if at else 0
    if sort == "many" and sum(one.kind is Kind.PERSON and one.end <= limit for one in phrases) > 1:
        return True
    anyone = sort != "one" and ANYONE.search(text[:limit]) is not None
    return anyone or any(one.end <= limit for one in fitting)


def _settled_in_clause(words: Sequence[Word], at: int, earlier: Sequence[Phrase], phrases: Sequence[Phrase]) -> bool:
    """The same in a single clause. `earlier`: the phrases before the pronoun that can be what it stands for."""
    # "get people to trust them": not the people, but any that are named before.
    to = [a.start for a, b in pairwise(words[:at]) if a.low == "to" and b.low in VERBS]
    nearest = max((one.start for one in phrases if to and one.end <= to[0]), default=0)
    # "use the ovens without owning them": the ovens, though not "how do bakers cope by owning them".
    by = [a.start for a, b in pairwise(words[:at]) if a.low in PREPOSITION and b.low.endswith("ing")]
    means = bool(by) and any(one.role != "subject" and one.end <= by[0] for one in earlier)
    return means or len(earlier) > 1 or any(one.end <= nearest for one in earlier)
