"""The people, places, dates and other proper names of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from assistant.figures import MONTHS
from assistant.follow.grammar import AUXILIARY, PREPOSITION
from assistant.follow.tokens import WORD
from assistant.words import STOPWORDS


@dataclass(frozen=True, slots=True)
class Names:
    """What this audience's documents name: full names of speakers and authors, and places."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class Kind(Enum):
    PERSON = auto()
    PLACE = auto()
    DATE = auto()
    NAME = auto()  # a proper name of who knows what
    THING = auto()  # a noun phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """Characters [start, end) of a question. `role`: subject, object, or the preposition before it."""

    start: int
    end: int
    kind: Kind
    role: str = ""


# Parts of names that are ordinary words too: names only with a capital letter.
ORDINARY = frozenset(
    "green hill park bridge young long short price page rose grace hope mark will may june april august faith joy bell"
    " wood field ford north south east west high low new old upper lower great grand bank banks cook baker brown white"
    " black gray grey king knight bishop pope day summers winter frank rich guy art dean major little reading bath sale"
    " wells poole hall church street town city county borough council valley river lake sea forest castle market"
    " central best good love moon stone rice fox wolf bird drew bill pat sue rob rod jack miles ray penny heather ivy"
    " olive".split()
)
ORGANISATION = frozenset(
    "way collective council network kids trust foundation resources service services care health project partnership"
    " community active university college group house kingdom minister association alliance board committee team forum"
    " fund hub society institute police office commission church union youth centre programme leadership assembly city"
    " county borough ministry department government school bank bill act day week street road report".split()
)
COUNCIL = frozenset("council borough county city".split())
_MONTH = "|".join(m if m in ("May", "March") else f"[{m[0]}{m[0].lower()}]{m[1:]}" for m in MONTHS)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?:(?:(?i:{_DAY}),? )?(?:{_NUMBER} (?:of )?)?(?:{_MONTH})(?: {_NUMBER}\b(?!:))?(?:,? (?:19|20)\d\d)?"
    rf"|(?i:{_DAY})(?: {_NUMBER})?|(?i:(?:spring|summer|autumn|winter) )?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?"
    r"|(?i:(?:last|this|next) (?:year|month|week|spring|summer|autumn|winter)|today|yesterday|tomorrow))\b"
)
CAPITALS = re.compile(r"[A-Z][\w&'’-]*(?: (?:(?:of|for|the|de|van|von) )?[A-Z][\w&'’-]*)*")
NO_NAME = frozenset(("I", "I'm", "I’m", "I'd", "I’d", "OK"))


def proper(text: str, names: Names) -> list[Phrase]:
    """The people, places, dates and other proper names of a text, in its order. Role: the preposition before."""
    found: list[Phrase] = []

    def add(start: int, end: int, kind: Kind) -> None:
        if all(end <= one.start or start >= one.end for one in found):
            found.append(Phrase(start, end, kind, _before(text, start)))

    runs = [run for m in CAPITALS.finditer(text) if (run := _run(text, m.start(), m.end()))]
    for match in DATE.finditer(text):
        add(match.start(), match.end(), Kind.DATE)
    for pattern, kind in _finder(names):
        for match in pattern.finditer(text):
            start, end = match.span()
            run = next((r for r in runs if r[0] < start < r[1] or (r[0] == start and r[1] > end)), None)
            rest = text[end : run[1]].split() if run else []
            # "Active Surrey" is no place; "Surrey County Council" is the council of one. "Avril's" is hers.
            office = (bool(rest) and rest[0].casefold() in COUNCIL) or text[end : end + 1] in ("'", "’")
            if kind is Kind.PLACE and run and (run[0] < start or (rest and not office)):
                add(*run, Kind.NAME)
            else:
                add(start, end, kind)
    for start, end in runs:
        name = re.sub(r"['’]s?$", "", text[start:end])
        place = _before(text, start) in ("in", "near", "across") and not name.isupper()
        if name not in NO_NAME:
            add(start, start + len(name), Kind.PLACE if place else Kind.NAME)
    return sorted(found, key=lambda one: one.start)


def people(text: str, names: Names) -> list[str]:
    """The people a text names, each once, by the fullest name known."""
    found = [full_name(text[one.start : one.end], names.people) for one in proper(text, names) if is_person(text, one)]
    return list(dict.fromkeys(found))


def is_person(text: str, one: Phrase) -> bool:
    """Whether a proper name is a person's, or can be: two or three words that the lists lack, none an office's."""
    if one.kind is not Kind.NAME:
        return one.kind is Kind.PERSON
    parts = text[one.start : one.end].casefold().split()
    office = not (ORGANISATION | {"of", "for", "the", "a", "an"}).isdisjoint(parts)
    return len(parts) in (2, 3) and not office and not re.search(r"\b(?:the|a) $", text[: one.start])


def full_name(part: str, names: Sequence[str]) -> str:
    """The one name that has this part, or the part itself."""
    having = [name for name in names if set(part.casefold().split()) <= set(name.casefold().split())]
    return having[0] if len(having) == 1 else part


@lru_cache(maxsize=8)
def _finder(names: Names) -> tuple[tuple[re.Pattern[str], Kind], ...]:
    """Patterns of the names in full and of their parts, longest first; a place before a person who bears its name."""
    found = []
    for every, kind in ((names.places, Kind.PLACE), (names.people, Kind.PERSON)):
        forms: set[str] = set()
        for name in every:
            parts = WORD.findall(name)
            if parts:
                forms.add(name.strip())
            forms |= {p for p in parts if len(p) > 2 and p[0].isupper() and p.casefold() not in STOPWORDS}
        if forms:
            spelt = [
                re.escape(form) if form.casefold() in ORDINARY else f"(?i:{re.escape(form)})"
                for form in sorted(forms, key=lambda form: (-len(form), form))
            ]
            found.append((re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])"), kind))
    return tuple(found)


def _run(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Words with capital letters, without one that has it only because a sentence begins there."""
    before = text[:start].rstrip(" \t\n\"'“‘(")
    if before and before[-1] not in ".?!":
        return start, end
    first, _, rest = text[start:end].partition(" ")
    if not rest or first.casefold() not in STOPWORDS | AUXILIARY:
        return None
    joined = re.match(r"(?:(?:of|for|the|de|van|von) )?", rest)
    return start + len(first) + 1 + (joined.end() if joined else 0), end


def _before(text: str, at: int) -> str:
    """The preposition before a place in a text, if there is one."""
    match = re.search(r"(\w+)(?: the)? $", text[:at])
    return match[1].casefold() if match and match[1].casefold() in PREPOSITION else ""
