"""What a meeting dealt with: the question it was given, the topics it took up. Not what it leaves for later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.open_questions.lines import InBlock

LATER = re.compile(
    r"\b(?:next|future|further|later|coming|following meetings?|another time|unanswered|open questions?)\b",
    re.IGNORECASE,
)
# The question that a meeting was given: "The question for the session".
GIVEN = re.compile(
    r"\b(?:questions?|topic|theme|subject|focus) (?:for|of|to|before|put to|given to)(?: the| this| our| today['’]?s)*"
    r" (?:second |third |first |\w+ )?(?:session|meeting|day|evening|afternoon|morning|groups?|workshop|cell|discuss"
    r"(?:ion|ed)?|participants|breakout|tables?)\b"
    r"|^\W*(?:\d+[.)]\s*)?(?:the |our |today['’]?s )?(?:question|topic|theme|subject|focus)$"
    r"|\b(?:discussion|starter|starting|guiding) questions?\b",
    re.IGNORECASE,
)
EXERCISE = re.compile(
    r"\b(?:discuss(?:ed|ing)?|talk(?:ed)? (?:over|about)|consider(?:ed)?|answer(?:ed)?|address(?:ed)?|reflect"
    r"(?:ed)? on|explor(?:ed?|ing)"
    r"|respond(?:ed)? to|were (?:given|set|asked|invited)|was (?:given|set|put)|split|broke"
    r"|divided)\b.{0,90}\bquestions?\b",
    re.IGNORECASE,
)
DEALT = (
    r"(?:asked|discussed|considered|explored|examined|addressed|debated|tackled|studied|looked (?:at|into|again at)"
    r"|focus+ed on|turned to|took up|returned to|came back to|talked (?:about|over)|thought about|dealt with"
    r"|was about|was on|was devoted to|was given over to|took as its (?:subject|topic|theme|question)"
    r"|began with the question|opened with the question|picked up|spent (?:the|its|most of its) \w+ on)"
)
MEETING = (
    r"(?:meeting|session|cell|group|discussion|workshop|gathering|event|webinar|seminar|conversation|members"
    r"|participants|network|evening|day|note|blog|paper)"
)
NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|this|today['’]?s|latest)"
DEALS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?:then |so |now |this time,? |at {NTH} {MEETING},? |on the day,? )?(?:the|this|our|today['’]?s|all"
        rf"|both)(?: \w+){{0,3}}? {MEETING}(?: (?:then|also|therefore|first|next|again|now|in turn))* {DEALT}"
        r"(?: the (?:question|topic|theme|matter) (?:of|that)?)? (?P<matter>.*)",
        rf"^(?:then |so |now |this time,? |at (?:the|this|our) (?:{NTH} )?{MEETING},? )?(?:we|members|participants"
        rf"|everyone|people)(?: (?:then|also|therefore|first|next|again|now))* (?!asked\b){DEALT} (?P<matter>.*)",
        r"^(?:the|our|this)(?: \w+)? (?:question|topic|theme|subject|focus)(?: (?:for|of|at|before|in) (?:the|this"
        rf"|our) (?:{NTH} )?{MEETING}| this time| today)? (?:was|is)(?: again)?:? (?P<matter>.*)",
        r"\b(?:discussed|considered|given|answered|addressed|talk(?:ed)? over|discuss|consider|answer"
        r"|address)\b[^.]{0,30}\bquestions?,? ?[‘“\"'](?P<matter>[^‘“”\"]+\?)[’”\"']",
        r"^(?P<matter>.*?) (?:was|were) (?:the subject|the topic|the theme|the question|(?:then |also )?(?:discussed"
        r"|taken up|talked over|looked at))\b.*",
    )
)
# Only the Nth meeting as such, or this one, is given its question by "asked": a discussion that asks leaves open.
ASKED_BY_ONE = re.compile(rf"^(?:then |so )?(?:the|this|our) (?:{NTH} )?{MEETING}\b.*?\basked\b", re.IGNORECASE)
NTH_ASKED = re.compile(rf"^(?:the|our) {NTH} {MEETING} asked\b|^(?:this|today['’]?s) {MEETING} asked\b", re.IGNORECASE)
# That a document itself says that it takes up what was asked elsewhere.
LOOKS_BACK = re.compile(
    r"\b(?:tak(?:e|es|en|ing) up|took up|pick(?:s|ed)? up|return(?:s|ed|ing)? to|c[ao]m(?:e|es|ing) back to|answer"
    r"(?:s|ed|ing)?|follow(?:s|ed|ing)? up|respond(?:s|ed|ing)? to)\b"
    r".{0,80}\b(?:(?:question|topic|theme|suggestion|issue|point)s?|asked|raised|suggested|proposed)\b"
    r"|\b(?:question|topic|theme|suggestion|issue|point)s? (?:that (?:was|were) |we (?:had )?)?(?:asked|raised"
    r"|suggested|proposed|left open|left over) (?:at|in|by|from|last|when)\b",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r":[’”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a meeting dealt with, and the line that says so."""

    line: InBlock
    matter: str
    looks_back: bool = False  # whether the line says that this was asked or suggested before
    heading: bool = False  # whether a heading says so, not the line under it


def leads_in(text: str) -> bool:
    """Whether a sentence only introduces what follows it: "The following were suggested:"."""
    return bool(LEAD_IN.search(text))


def given(heading: str) -> bool:
    """Whether a heading says that what stands under it is what the meeting was given to deal with."""
    return bool(GIVEN.search(heading)) and not LATER.search(heading)


def is_exercise(line: InBlock, text: str) -> bool:
    """Whether a sentence tells the question that a meeting was given, to be answered there."""
    if LATER.search(text):
        return False
    return bool(given(line.heading) or EXERCISE.search(text) or NTH_ASKED.search(text) or GIVEN.search(text))


def under_exercise(lines: Sequence[InBlock], i: int) -> bool:
    """Whether a line is one of a list of questions that were given: "They were asked to discuss these questions:"."""
    heading = lines[i].passage.heading
    for line in reversed(lines[max(0, i - 12) : i]):
        if line.passage.heading != heading:
            return False
        text = " ".join(line.text.split())
        if leads_in(text):
            return bool(EXERCISE.search(text)) and not LATER.search(text)
        if "?" not in text:
            return False
    return False


def dealt_with(lines: Sequence[InBlock]) -> Iterator[Subject]:
    """What one document's meeting dealt with, in the document's order: as it says, and as its headings do."""
    for i, line in enumerate(lines):
        text = " ".join(line.text.split())
        if not leads_in(text) and not LATER.search(text) and not LATER.search(line.heading):
            yield from _told(lines, i, text)
    yield from _headed(lines)


def _told(lines: Sequence[InBlock], i: int, text: str) -> Iterator[Subject]:
    line, back = lines[i], bool(LOOKS_BACK.search(text))
    matter = next((found["matter"] for form in DEALS if (found := form.search(text))), None)
    if ASKED_BY_ONE.search(text) and not (NTH_ASKED.search(text) or given(line.heading)):
        matter = None
    if matter is None and ((given(line.heading) and line.opens) or under_exercise(lines, i) or back):
        matter = text
    if matter is not None and len(plain := matter.strip(' .,:;‘’“”"')) > 3:
        yield Subject(line, plain, back)


def _headed(lines: Sequence[InBlock]) -> Iterator[Subject]:
    """The headings under which something is told, each with the first line that tells it."""
    seen: set[str] = set()
    for line in lines:
        for heading in line.passage.heading:
            plain = re.sub(r"^\W*\d+[.)]\s*", "", heading).rpartition(": ")[2]
            if heading not in seen and len(plain.split()) > 1 and not LATER.search(heading):
                seen.add(heading)
                yield Subject(line, plain, heading=True)
