"""Capitalised words in a row, and rows that one name goes over: "Time for Kids", but not "Asha and Dev"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.guide.names.gazetteer import JOINED, is_place
from assistant.guide.names.lexicon import (
    BODIES,
    DAYS,
    GIVEN,
    KIND_OF_UNDERTAKING,
    MONTHS,
    PARTICLES,
    ROLES,
    UNDERTAKINGS,
    is_plain,
)
from assistant.words import STOPWORDS

_WORD = re.compile(r"[^\W_](?:\w|['’&\-‐‑](?=\w))*(?:(?<=s)['’](?= [^\W\d_a-z]))?")
_LATE_CAPITAL = re.compile(r"(?:al|el|ul|ibn|bin|abd)-[^\W\d_a-z]")  # "al-Sayed"
_POSSESSIVE = re.compile(r"['’][sS]$|(?<=s)['’]$")
_LED = re.compile(
    r"[-‐‑](?:led|based|wide|style|funded|run|born|only|owned|facing|like|type|backed|inspired|friendly)$"
)
OPENING = re.compile(r"^\W*$|[:;!?.•*|][\s\"'“‘(\[]*$|[“‘\"(\[]$|\W['’]$|^\W*(?:\d+|[a-z])[.)]\s+$")
_JOINT = re.compile(r"[ \n](?:(and|&|of|for|to|in)(?:[ \n](?:the|a|an))?)[ \n]")
_SO_CALLED = re.compile(rf" (?:{KIND_OF_UNDERTAKING})\b")
_ADDRESS = re.compile(r"[@/.]\w|\w@")
OF_BODIES = (
    BODIES | UNDERTAKINGS | frozenset("isle city houses friends people bishop royal year faculty chamber".split())
)


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word at [start, end) of a text, without its possessive."""

    text: str
    start: int
    end: int
    owning: bool = False  # "Avril's"

    @property
    def small(self) -> str:
        return self.text.casefold().replace("’", "'")


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    saint = -1  # where "St " ended: "St Anne's" keeps its possessive
    for match in _WORD.finditer(text, start, end):
        word, at = match[0], match.start()
        if word == "St":
            saint = match.end() + 1
        if not (word[0].isupper() or _LATE_CAPITAL.match(word)) or _ADDRESS.search(
            text, max(start, at - 1), min(end, match.end() + 2)
        ):
            continue
        bare = word if at == saint else _POSSESSIVE.sub("", word)
        bare = _LED.sub("", bare)
        if bare:
            # "Citizens' Assembly" keeps its mark; "Avril's" and "partners'" end there.
            owning = bare != word and word[len(bare) : len(bare) + 1] in "'’"
            yield Word(bare, at, at + len(bare), owning)


def chains(text: str, start: int, end: int) -> Iterator[list[list[Word]]]:
    """Rows of words with single spaces between, and such rows linked by "of", "for", "and" and the like."""
    chain: list[list[Word]] = []
    last: Word | None = None
    for word in _words(text, start, end):
        between = text[last.end : word.start] if last else ""
        if last and chain:
            if last.owning:
                mark = between[: len(between) - len(between.lstrip("'’s"))]
                inside = between[len(mark) :] in (" ", "\n") and is_plain(last.text) and last.small not in GIVEN
                if (inside and not is_place(last.text)) or (
                    between[len(mark) :] == " " and chain[-1][0].small in ("st", "king")
                ):
                    chain[-1].append(word)
                    last = word
                    continue
            elif between in (" ", "\n", ". ") and (between != ". " or len(last.text) == 1):
                chain[-1].append(word)
                last = word
                continue
            elif _JOINT.fullmatch(between):
                chain.append([word])
                last = word
                continue
            elif between.strip() in PARTICLES and between == f" {between.strip()} ":
                chain[-1].append(word)
                last = word
                continue
        if chain:
            yield chain
        chain, last = [[word]], word
    if chain:
        yield chain


def joined(text: str, chain: list[list[Word]], small: Collection[str], known: Collection[str]) -> Iterator[list[Word]]:
    """The rows of a chain, joined where a name goes over "of", "for" or "and"."""
    done = list(_without_dates(text, chain[0]))
    for row in chain[1:]:
        parts = _without_dates(text, row)
        if not parts:
            done.append([])
            continue
        if done and done[-1] and _joins(text, done[-1], parts[0], small, known):
            done[-1] = [*done[-1], *parts[0]]
        else:
            done.append(parts[0])
        done += parts[1:]
    yield from (part for part in done if part)


def _without_dates(text: str, row: list[Word]) -> list[list[Word]]:
    """A row cut at days and months: "Tuesday", "15 July", and "May" where no name goes on after it."""

    def dated(pair: tuple[int, Word]) -> bool:
        i, word = pair
        if word.small in DAYS:
            return True
        name = i + 1 < len(row) and word.small in GIVEN and not is_plain(row[i + 1].text)
        return word.small in MONTHS and not name and not (i and len(row) == 2 and not is_plain(row[0].text))

    return [[word for _, word in group] for is_date, group in groupby(enumerate(row), dated) if not is_date]


def _joins(
    text: str, left: Sequence[Word], right: Sequence[Word], small: Collection[str], known: Collection[str]
) -> bool:
    """Whether one name goes over the small words between two rows."""
    between = _JOINT.fullmatch(text[left[-1].end : right[0].start])
    if between is None or left[-1].owning:
        return False
    while len(left) > 1 and left[0].small in STOPWORDS:  # "The Call to Action" begins with "Call"
        left = left[1:]
    by, whole = between[1], spelt(text, left[0].start, right[-1].end)
    if whole in known:
        return True
    left_name, right_name = (spelt(text, part[0].start, part[-1].end) for part in (left, right))
    body = right[-1].small in BODIES | UNDERTAKINGS
    opens = left[0].small in STOPWORDS
    if by in ("and", "&"):
        first = spelt(text, left[-1].start, right[0].end)
        if _place_pair(text, left, right):
            return True
        if by == "&":
            return True
        plain = is_plain(left[-1].text) and is_plain(right[0].text) and not opens
        linked = (len(left) > 1 and "for " in f"{left_name} ") or " of " in f"{left_name} "
        called = _SO_CALLED.match(text, right[-1].end) is not None  # "the Holiday Activities and Food programme"
        return plain and first not in known and ((len(left) == 1 and body and len(right) > 1) or linked or called)
    if left[-1].small in ROLES or is_place(left_name) or left_name in known:
        return False
    if by == "of":
        return left[-1].small in OF_BODIES and not (opens and len(left) == 1)
    if by == "for" and left[-1].small in BODIES | UNDERTAKINGS and not is_place(right_name):
        return not (len(left) == 1 and opens)
    plain = all(is_plain(word.text) or word.text.isupper() for word in (*left, *right)) and not any(
        is_place(word.text) for word in right
    )
    if not plain or opens:
        return False
    if by == "in":
        return len(left) > 1 and not any(is_place(word.text) for word in left)
    # "Thanks to ..." begins a sentence; "Time for Kids" is met inside one as well, or shows itself by its third word.
    mid = not OPENING.search(text[max(0, left[0].start - 80) : left[0].start])
    return len(left) <= 2 + (by == "for" and " to " in left_name) + (by == "for") and (mid or by == "for")


def _place_pair(text: str, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether "and" stands inside a place's name: "Barking and Dagenham", with or without what follows."""
    for at in range(len(left)):
        for till in range(len(right), 0, -1):
            name = spelt(text, left[at].start, right[till - 1].end)
            if name.casefold() in JOINED:
                return True
    return False


def spelt(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
