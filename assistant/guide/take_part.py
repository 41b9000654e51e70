"""Next meetings and ways to contribute, as the documents state them. A year that a document leaves out is filled in only
where the document's own date leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.cite import Lookup
from assistant.dates import known
from assistant.domain import Standing
from assistant.figures import DAYS, MONTHS
from assistant.guide.lines import Shelved, cited
from assistant.guide.values import Invitation
from assistant.line import Line

_SHORT = {name[:3].casefold(): i for i, name in enumerate(MONTHS, 1)}
_WEEK = {name[:3].casefold(): i for i, name in enumerate(DAYS)}
_MONTH = "|".join(MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_DAY = "|".join(DAYS) + r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_DATE = re.compile(
    rf"\b(?:(?P<w>{_DAY}),? (?:the )?)?"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?!\d)(?:,? (?P<y>20\d\d))?|\b(?P<iso>20\d\d-\d\d-\d\d)\b"
)
_UNDER = re.compile(
    r"(?i)\b(?:next|future|upcoming|forthcoming|coming) (?:meetings?|sessions?|events?|dates?|gatherings?)\b"
)
_MEETS = re.compile(
    r"(?i)\b(?:(?:next|following|future) (?:\w+ ){0,2}(?:meeting|session|event|gathering|workshop|webinar)s?"
    r"|(?:next|then|again) (?:meets?|gathers?)|(?:meets?|gathers?|meeting) (?:next|again)"
    r"|will (?:next )?(?:meet|gather|be held|take place))\b"
)
_INVITED = re.compile(
    r"(?i)\b(?:(?:is|are|you're|you are|be) (?:also |all |very |warmly |most )*(?:invited|welcome|encouraged) to"
    r"|(?:wish(?:es)?|would like|want(?:s|ing)?|interested|keen|like)(?: in| to)* (?:tak(?:e|ing) part|join(?:ing)?"
    r"|contribut(?:e|ing)|(?:be|being|get|getting) involved)\b"
    r"|(?:that|which) (?:people|anyone|members|you) can join|(?:please|should|can|to) (?:write to|contact|email|e-mail|sign up|register"
    r"|get in touch|send (?:us|your|them|it))|^(?:please |to )?(?:join us|get in touch|sign up|register|contact|email|send us)"
    r"|open to (?:all|any|new|every)\w*|looking for (?:people|volunteers|members|others)|new members)\b"
)
_WRITE = re.compile(r"(?i)\b(?:write to|contact|e-?mail|sign up|register|get in touch)\b")
# What tells of an invitation that is over, or that nobody reading is meant by.
_OVER = re.compile(r"(?i)\b(?:was|were|had been|has been|have been) (?:\w+ )?(?:invited|asked|encouraged|welcomed)\b")


def take_part(shelf: Sequence[Shelved], lookup: Lookup, today: date) -> tuple[Invitation, ...]:
    """Meetings to come, ways to contribute, then the other meetings; of the network's and its members' documents."""
    found: list[tuple[Line, Invitation]] = []
    for one in shelf:
        if one.document.standing is Standing.OUTSIDE:
            continue
        for line in one.lines():
            found += [(line, invitation) for invitation in _invitations(line, lookup, today)]
    found.sort(key=lambda pair: _place(*pair))
    return tuple(invitation for _, invitation in found)


def _place(line: Line, one: Invitation) -> tuple[object, ...]:
    """Meetings to come, ways to join in, meetings of a day unknown, past ones; the nearest first, and whom to write to before
    other ways; the network's own before its members'."""
    turn = 1 if one.kind == "contribute" else {False: 0, None: 2, True: 3}[one.past]
    whom = one.kind == "contribute" and not _WRITE.search(line.text)
    newest = tuple(-part for part in known(line.document.date)) or (0,)
    day = one.day or ""
    late = -date.fromisoformat(day).toordinal() if one.past and day else 0
    return (
        turn, late, day if not one.past else "", whom,
        line.document.standing != Standing.NETWORK, newest, line.document.id, line.ordinal,
    )  # fmt: skip


def _invitations(line: Line, lookup: Lookup, today: date) -> Iterator[Invitation]:
    text = line.text
    announced = bool(line.passage.heading and _UNDER.search(line.passage.heading[-1]))
    dates = list(_DATE.finditer(text))
    meets = bool(_MEETS.search(text))
    citation = None
    old = _old(line.document.date, today)
    if (meets and (dates or "next" in text.casefold())) or (announced and (dates or meets)):
        citation = cited(line, lookup)
        days = [day_of(match, line.document.date) for match in dates] or [None]
        for day in dict.fromkeys(days):
            if citation is not None:
                iso = day.isoformat() if day else None
                yield Invitation(citation, "meeting", iso, None if day is None else day < today, old)
    if citation is None and _INVITED.search(text) and not _OVER.search(text):
        citation = cited(line, lookup)
        if citation is not None:
            yield Invitation(citation, "contribute", old=old)


def _old(written: str | None, today: date) -> bool:
    """Whether a document is more than a year old, as far as its date tells."""
    when = known(written)
    return bool(when) and (*when, *(12, 31)[len(when) - 1 :]) < (today.year - 1, today.month, today.day)


def day_of(match: re.Match[str], written: str | None) -> date | None:
    """The day that a date in a sentence means. `written`: when the document was, ISO as far as known.

    Without a year of its own, it is the first such day on or after the document's; a weekday that does not fit, or a
    document without a date, leaves it unknown.
    """
    if match["iso"]:
        return _date(*map(int, match["iso"].split("-")))
    day, month = int(match["d1"] or match["d2"]), _SHORT[(match["m1"] or match["m2"])[:3].casefold()]
    week = _WEEK[match["w"][:3].casefold()] if match["w"] else None
    if match["y"]:
        whole = _date(int(match["y"]), month, day)
        return whole if whole and (week is None or whole.weekday() == week) else None
    when = known(written)
    if not when or (week is None and len(when) < 2):
        return None  # of a year alone, only a weekday can tell which side of the new year it is
    for year in (when[0], when[0] + 1):
        whole = _date(year, month, day)
        if whole is None or (whole.year, whole.month, whole.day)[: len(when)] < when:
            continue
        if week is None:
            return whole
        if whole.weekday() == week:
            return whole
        if len(when) > 1:
            return None  # the first such day is another day of the week: one of the two is a slip
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
