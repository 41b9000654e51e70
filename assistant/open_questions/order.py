"""Which of two documents came later: by their dates, else by their numbers in one series of meetings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.dates import known, later
from assistant.domain import Document
from assistant.figures import MONTHS
from assistant.words import STOPWORDS, stem, words

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
MEETING = r"(?:cell|meeting|session|gathering|workshop|seminar|webinar|part|note|bulletin|newsletter|issue)"
NUMBER = re.compile(
    rf"\b{MEETING}[\s.,:#]*(?:(?:no\.?|number)\s*)?(?P<after>\d{{1,3}}|{'|'.join(CARDINALS)})\b"
    rf"|\b(?P<before>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\s+(?:[\w-]+\s+)?{MEETING}\b|#\s?"
    rf"(?P<mark>\d{{1,3}})\b",
    re.IGNORECASE,
)
# What titles of one series may differ in: the words for the document itself, and for time.
ASIDE = frozenset(
    stem(word)
    for word in [
        *"note notes minutes report summary record account meeting session number no".split(),
        *(month.casefold() for month in MONTHS),
    ]
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A title that numbers its document: "Cell 2" of what the rest of it says."""

    number: int
    series: frozenset[str]  # stems


def numbered(title: str) -> Numbered | None:
    """Its number in its series, of "Note from Harbour Cell 2" and of "Harbour: second cell meeting" alike; None where a
    title has no such number. A year is none."""
    match = NUMBER.search(title)
    if match is None:
        return None
    written = (match["after"] or match["before"] or match["mark"]).casefold()
    digits = re.match(r"\d+", written)
    number = int(digits[0]) if digits else 1 + (CARDINALS if written in CARDINALS else ORDINALS).index(written)
    plain = title.replace(match["after"] or match["before"] or match["mark"], " ", 1)
    rest = {stem(word) for word in words(plain) if word not in STOPWORDS and not word.isdigit()}
    return Numbered(number, frozenset(rest - ASIDE))


def one_series(one: Document, other: Document) -> bool:
    """Whether two documents are numbered in one series: in the same words, or in a long title cut short by one."""
    return _numbers(one, other) is not None


def _numbers(one: Document, other: Document) -> tuple[int, int] | None:
    """Their numbers in the series that they share, by title or first heading."""
    for ours in _names(one):
        for theirs in _names(other):
            short, long = sorted((ours.series, theirs.series), key=len)
            if short and (short == long or (len(short) >= 3 and short < long and len(long) == len(short) + 1)):
                return ours.number, theirs.number
    return None


def placed(document: Document) -> bool:
    """Whether a document can be known to stand before or after another: by a date, or by a number in a series."""
    return bool(known(document.date)) or bool(_names(document))


def _names(document: Document) -> tuple[Numbered, ...]:
    first = document.blocks[0] if document.blocks else None
    heading = document.text[first.start : first.end] if first and first.kind == "heading" else ""
    return _read(document.title, heading)


@lru_cache(maxsize=20_000)
def _read(title: str, heading: str) -> tuple[Numbered, ...]:
    return tuple(found for name in dict.fromkeys((title, heading)) if (found := numbered(name)) is not None)


def came_after(one: Document, other: Document) -> bool | None:
    """Whether `one` came after `other`; None where neither dates nor titles tell."""
    if known(one.date) and known(other.date):
        if later(one.date, other.date):
            return True
        if later(other.date, one.date):
            return False
    if (numbers := _numbers(one, other)) is not None:
        return numbers[0] > numbers[1]
    return False if known(one.date) and known(other.date) else None
