"""Meetings and contributions in time. What has no date stands under "date unknown" with what its own words hint at.

Texts from outside are reading, not events of the network's: their dates stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.cite import Lookup
from assistant.dates import known
from assistant.domain import Standing
from assistant.figures import DAYS, MONTHS
from assistant.guide.lines import Shelved, citations
from assistant.guide.values import Event
from assistant.line import Line

CLUES = 3  # sentences shown of an undated document

_MONTH = "|".join(MONTHS)
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|(?:a )?few"
    r"|a couple of|many|some)"
)
# From what tells most of the date to what tells least.
_TELLS = (
    re.compile(rf"\b(?:{_MONTH})\W+(?:\d{{1,2}}(?:st|nd|rd|th)?\W+)?(?:19|20)\d\d\b"),
    re.compile(r"\b(?<![£$€,.])(?:19|20)\d\d(?:[–-]\d\d)?\b(?![,.]\d)"),
    re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?)\b"),
    re.compile(
        rf"(?i)\b{_COUNT} (?:years?|months?|weeks?) (?:ago|earlier|before|later)\b"
        r"|\b(?:last|next|this) (?:year|month|week|spring|summer|autumn|winter)\b(?![’'])"
    ),
    re.compile(
        r"(?i)\b(?:lockdown|(?:since|when|before|after|during|post-?|arrival of|first) ?(?:the )?"
        r"(?:covid(?:-19)?|coronavirus|pandemic|lockdown|crisis)|(?:covid(?:-19)?|pandemic)[^.]{0,20}(?:hit|arriv\w+|struck|began))\b"
    ),
    re.compile(rf"\b(?:{'|'.join(DAYS)})\b"),
    re.compile(rf"(?i)\b(?:for|over|in) (?:the (?:past|last) )?{_COUNT} years\b"),
)


def timeline(shelf: Sequence[Shelved], lookup: Lookup) -> tuple[Event, ...]:
    """One event for each document of the network's and its members', dated ones oldest first, then the undated."""
    events = []
    for one in shelf:
        document = one.document
        if document.standing is Standing.OUTSIDE:
            continue
        dated = bool(known(document.date))
        clues = () if dated else citations(_clues(list(one.lines())), lookup)
        events.append(Event(document.id, document.title, document.kind, document.date if dated else None, clues))
    return tuple(sorted(events, key=_place))


def background(shelf: Sequence[Shelved]) -> tuple[Event, ...]:
    """The texts from outside that have a date, oldest first."""
    dated = [d for one in shelf if (d := one.document).standing is Standing.OUTSIDE and known(d.date)]
    return tuple(sorted((Event(d.id, d.title, d.kind, d.date) for d in dated), key=_place))


def _place(event: Event) -> tuple[bool, tuple[int, ...], str, str]:
    return event.date is None, known(event.date), event.title.casefold(), event.document


def _clues(lines: Sequence[Line]) -> list[Line]:
    """The sentences that hint at when it was, those that tell most, in the document's order."""
    found = []
    for line in lines:
        tells = next((i for i, form in enumerate(_TELLS) if form.search(line.text)), None)
        if tells is not None:
            found.append((tells, line.ordinal, line))
    return [line for _, _, line in sorted(sorted(found, key=lambda f: f[:2])[:CLUES], key=lambda f: f[1])]
