"""An agenda, pasted or dropped, to its topics: what a meeting will discuss, without welcome, breaks and times."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.errors import CommonplaceError
from assistant.figures import MONTHS

MOST = 40  # topics
LONGEST = 200  # characters of a topic

_CLOCK = r"(?:\d{1,2}[.:h]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|noon\b|midday\b)"
_MINUTES = r"\d{1,3}\s?(?:minutes?|mins?|hours?|hrs?)\b\.?"
_SPAN = rf"{_CLOCK}(?:\s*(?:-|–|—|to|until)\s*{_CLOCK})?"
# What may stand before a topic, again and again: quotation and heading signs, bullets, boxes, numbers, times.
LEAD = re.compile(
    r"^(?:[\s>#*+•–—·‣▪◦●■□☐☑✓|:;,-]+|\[[ xX]?\]|(?:(?:agenda\s+)?item|topic|session|part)\s+\d{1,2}\s*[.:)–—-]"
    rf"|{_SPAN}(?!\w)|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)](?=\s|$)|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?=\s)"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?=\s|$)|[a-hA-H]\.(?=\s))",
)
TAIL = re.compile(
    rf"(?:[\s|:;,–—-]+|[(\[]?\s*(?:{_SPAN}|{_MINUTES})\s*[)\]]?|(?<=\w)\.|\(\s*\)|\[\s*\])$", re.IGNORECASE
)
EMPHASIS = re.compile(
    r"(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\3(?![\w*])"
)
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]")
LED = re.compile(
    r"[\s,–—-]+(?:led|introduced|presented|facilitated|chaired|given|hosted) by (?:the )?[A-Z][^,;:]{0,80}$"
    r"|[\s,–—-]+(?:lead|speakers?|presenters?|chair|facilitators?): ?[A-Z].{0,80}$"
)
# A line that tells of the meeting, not of what it will discuss.
ABOUT = re.compile(
    r"^(?:date|time|times|day|when|where|venue|location|place|room|chair|chaired by|facilitators?|speakers?|present|"
    r"attending|attendees|invited|in attendance|host|hosts|hosted by|join|zoom|link|meeting id|passcode|dial.in|"
    r"duration|papers|lead|presenters?|contact)\s*:",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^(?:welcome|apologies|introductions?)\b(?:\s+(?:and|&)\s+\w+)?(?:\s*[:–—,-]\s*|\s+(?:from|by|for)\s+).*$", re.I
)
MEETING = re.compile(r"^(?:(?:draft|proposed|final|outline)\s+)?agenda\b.{0,80}$|^.{0,80}\b(?:meeting )?agenda$", re.I)
# Lines made of nothing but these words, one of CORE among them, are the frame of any meeting.
CORE = frozenset(
    "welcome welcomes introductions introduction apologies minutes arising aob break breaks lunch tea coffee refreshments"
    " close closing housekeeping registration arrival arrivals agenda networking icebreaker adjourn adjournment thanks"
    " checkin checkout comfort goodbye goodbyes finish".split()
)
FRAME = CORE | frozenset(
    "and of for the from to in out end start open opening last previous meeting meetings matters any other business date"
    " time next remarks check interest declarations declaration conflicts absence actions action log approval approve"
    " approved agree agreed accuracy chair chairs chair's ends begins begin short all everyone round table you thank"
    " summary plenary informal buffet with on as a items if required".split()
)
WHOLE = frozenset(
    (
        "any other business|other business|date of next meeting|dates of next meetings|next meeting|next meetings|check in"
        "|check out|check-in|check-out|declarations of interest|conflicts of interest|actions from the last meeting"
        "|actions from last meeting|action log|review of actions|notes of the last meeting|notes from the last meeting"
        "|notes of last meeting|matters arising|feedback and close|end|end of meeting|meeting ends|start|meeting starts"
        "|discussion|break out groups|breakout groups|breakouts|plenary|questions|q&a|questions and answers|item|topic"
        "|topics|subject|lead|speaker|who|purpose|timings|timing|time|date"
    ).split("|")
)
DAY = re.compile(
    rf"(?:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{'|'.join(MONTHS)}|today|tomorrow|on|at|from|to|until)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{4}}\b|{_CLOCK}|[\d\s.,:/–—-])+",
    re.IGNORECASE,
)


class AgendaError(CommonplaceError):
    """An agenda that cannot be used: no topic in it, too many, or one that is too long."""


def topics(text: str) -> tuple[str, ...]:
    """The topics of an agenda in plain text or Markdown, a line each, in their order, each once.

    Raises AgendaError where there is none, where there are more than 40, or where one is longer than 200 characters.
    """
    return checked(topic for line in _lines(text) if (topic := _topic(line)))


def checked(given: Iterable[str]) -> tuple[str, ...]:
    """Topics as a person left them, white space made plain, empty ones and repeated ones gone. Raises AgendaError."""
    firsts: dict[str, str] = {}
    for topic in given:
        plain = " ".join(topic.encode("utf-8", "replace").decode().split())
        if any(ch.isalnum() for ch in plain):
            firsts.setdefault(plain.casefold(), plain)
    found = tuple(firsts.values())
    if not found:
        raise AgendaError("There is no topic here. Write each topic on a line of its own.")
    if len(found) > MOST:
        raise AgendaError(f"There are {len(found)} topics here. Keep to {MOST}, the ones that need looking at.")
    for topic in found:
        if len(topic) > LONGEST:
            raise AgendaError(
                f"The topic that begins “{topic[:40]}…” has {len(topic):,} characters. "
                f"Write each topic on a line of its own, in at most {LONGEST} characters."
            )
    return found


def _lines(text: str) -> Iterable[str]:
    lines = text.splitlines()
    if lines and lines[0].strip() == "---":  # what a Markdown file says about itself
        for end in range(1, len(lines)):
            if lines[end].strip() == "---":
                lines = lines[end + 1 :]
                break
    for line in lines:
        if line.count("|") >= 2:  # a row of a table: times, topic, who leads it
            yield max(line.split("|"), key=_worth)
        else:
            yield line


def _worth(cell: str) -> int:
    """How much of a cell is a topic: a name weighs nothing."""
    plain = _topic(cell)
    return 0 if _is_name(plain) else len(plain)


def _topic(line: str) -> str:
    """What a line holds of a topic, or ""."""
    plain = " ".join(line.split())[: 20 * LONGEST]
    plain = LINK.sub(r"\1", plain)
    plain = EMPHASIS.sub(lambda m: m[2] or m[4], plain)
    before = None
    while plain != before:
        before = plain
        plain = LEAD.sub("", plain, count=1)
        plain = TAIL.sub("", plain)
        plain = BRACKETS.sub(lambda m: "" if _is_name(m[1], m.string[: m.start()]) else m[0], plain)
        plain = LED.sub("", plain)
    return "" if _is_frame(plain) else plain


def _is_name(bracket: str, before: str = "") -> bool:
    """Whether what stands in brackets names who will speak: words with capitals, or who leads. An abbreviation of the
    words before it is none."""
    if re.match(r"(?i)(?:led by|lead|chair|speaker|presenter|facilitator|with|from)\b", bracket):
        return True
    told = re.findall(r"[\w.'’-]+", bracket)
    if not told or bracket.casefold().startswith(("e.g", "eg ", "i.e", "ie ")):
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", before)).casefold()
    if len(told) == 1 and initials.endswith(told[0].rstrip("s").casefold()):
        return False
    small = {"and", "of", "from", "the", "to", "for", "de", "van", "tbc", "tbd", "all", "everyone"}
    return all(word[0].isupper() or word.casefold() in small for word in told)


def _is_frame(plain: str) -> bool:
    """Whether a line belongs to the frame of any meeting and is no topic."""
    told = re.findall(r"[\w'’&-]+", plain.casefold().replace("’", "'"))
    said = " ".join(told)
    if not any(ch.isalpha() for ch in plain) or said in WHOLE or ABOUT.match(plain):
        return True
    parts = [part for word in told for part in word.split("-") if part not in ("&", "")]
    if all(part in FRAME for part in parts) and any(part in CORE for part in parts):
        return True
    return bool(GREETING.match(plain) or MEETING.match(plain) or DAY.fullmatch(plain))
