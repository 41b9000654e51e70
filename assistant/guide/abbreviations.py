"""Abbreviations in capitals, and what a document says that one stands for: "Community and Voluntary Service (CVS)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

ABBREVIATION = re.compile(r"(?<![\w&@#/.-])[A-Z](?:[A-Z0-9]|[&_](?=[A-Z]))+(?=s?\b)(?![\w&@]*[a-rt-z])")
# What everybody in these islands knows, and what is no term.
_KNOWN = frozenset(
    "UK GB US USA EU UN BBC ITV TV DVD CD PC IT ID OK AM PM BC AD MP MPS PR HR UFO FAQ VIP NHS GP GPS A&E DIY PDF HTML"
    " URL WWW SMS USB PIN ATM VAT CV PHD BA MA MSC OBE CBE MBE DBE KBE QC KC RSVP PS NB AKA ASAP TBC TBA ETA AGM CEO"
    " COVID SARS AIDS HIV NASA NATO FIFA UEFA YMCA LED LTD PLC".split()
)
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_SMALL = frozenset("of and for the in to a an on with by or de la &".split())
_WORD = r"[^\W\d_][\w’'-]*"
_BEFORE = re.compile(rf"((?:{_WORD},? ){{1,10}})\(([^()]{{2,10}})\)")
_AFTER = re.compile(rf"([A-Z][\w&]{{1,9}}) \(((?:{_WORD},? ?){{2,10}})\)")
_STANDS = re.compile(
    rf"([A-Z][\w&]{{1,9}}),? (?:stands for|is short for|is an abbreviation (?:of|for)) (?:the )?[‘“'\"]?((?:{_WORD},? ?){{2,10}})"
)


def abbreviations(text: str) -> Iterator[re.Match[str]]:
    """The abbreviations of a sentence that not everybody knows; none where it is all in capitals."""
    letters = [ch for ch in text if ch.isalpha()]
    if sum(ch.isupper() for ch in letters) > len(letters) / 2:
        return
    for match in ABBREVIATION.finditer(text):
        word = match[0]
        letters_in = sum(ch.isalpha() for ch in word)
        if letters_in >= 2 and len(word) <= 10 and word.upper() not in _KNOWN and not _ROMAN.fullmatch(word):
            yield match


def long_forms(text: str) -> Iterator[tuple[str, str]]:
    """(abbreviation, what it stands for) where a sentence gives both; the initials must agree."""
    for match in _BEFORE.finditer(text):
        if ABBREVIATION.fullmatch(match[2]) and (long := _ending(match[1].split(), match[2])):
            yield match[2], long
    for match in (*_AFTER.finditer(text), *_STANDS.finditer(text)):
        if ABBREVIATION.fullmatch(match[1]) and (long := _beginning(match[2].split(), match[1])):
            yield match[1], long


def _ending(words: list[str], short: str) -> str:
    """The fewest last words whose initials spell `short`, or ""."""
    for start in range(len(words) - 1, -1, -1):
        if words[start].lower() not in _SMALL and _spells(words[start:], short):
            return " ".join(words[start:]).strip(", ")
    return ""


def _beginning(words: list[str], short: str) -> str:
    for end in range(1, len(words) + 1):
        if _spells(words[:end], short):
            return " ".join(words[:end]).strip(", .")
    return ""


def _spells(words: list[str], short: str) -> bool:
    """Whether the initials of words, small ones left out or not, are the letters of an abbreviation."""
    letters = [ch for ch in short.lower() if ch.isalpha()]
    parts = [part for word in words for part in re.split(r"[-’']", word) if part]
    initials = [part[0].lower() for part in parts]
    without = [part[0].lower() for part in parts if part.lower() not in _SMALL]
    return len(letters) > 1 and letters in (initials, without)
