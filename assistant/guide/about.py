"""What the network says it is, what a group of it is ("cell") and how large, and who convenes it, in a few sentences of its
own documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.cite import Lookup
from assistant.domain import Standing
from assistant.guide.lines import LONGEST, Shelved, cited, stands_alone
from assistant.guide.values import About, Side
from assistant.line import Line
from assistant.sameness import key

MOST = 2  # sentences that say what the network is, and as many of a group of it
_SELF = (
    r"(?:network|cell|group|programme|partnership|collective|alliance|forum|movement|coalition|initiative|circle|hub"
    r"|community of practice|campaign)s?"
)
_NAMED = re.compile(rf"(?i)\b({_SELF[:-2]})")
# What a network calls the groups that it works in, where it calls itself something else.
_PART = re.compile(r"(?i)cell|group|circle|hub|forum|community of practice")
# From what says most: "This cell is for people who ...", to what says least.
_SAYS = (
    re.compile(
        rf"(?i)^(?:the |this |our |each |an? )?(?:\w+[\s-]){{0,3}}?{_SELF} (?:is|are) (?:\w+ )?(?:for|meant for|intended for|about) "
    ),
    re.compile(
        rf"(?i)^(?:the |this |our |an? )?(?:[\w-]+ ){{0,3}}?{_SELF} (?:is|takes the form of|are) (?:an? |made up )"
    ),
    re.compile(
        rf"(?i)^(?:the |this |our )(?:[\w-]+ ){{0,3}}?{_SELF} (?:aims? to|exists? to|brings together|was (?:set up|founded|formed|created))"
    ),
    re.compile(r"(?i)^we (?:are|bring together|exist|aim) (?!not\b|all\b|now\b)"),
    re.compile(
        rf"(?i)\bthe {_SELF} (?:has|have) (?:an? |in common )(?:\w+ ){{0,2}}(?:agenda|aim|purpose|goal|mission|vision)"
    ),
    re.compile(rf"(?i)^(?:the |this |our |an? )?{_SELF} (?:is|are|has|have|does not|offers?) "),
)
# What is true of one day only: "The group is meeting next week".
_PASSING = re.compile(
    r"(?i)\b(?:next|last|this (?:week|month|year)|today|yesterday|recently|now|again|will meet on|more \w+ than usual)\b"
)
# What points at a sentence before it: "to look at these questions".
_POINTS = re.compile(r"(?<=\w )(?:these|those|such) (?!who\b|people\b|that\b|working\b)\w+")
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a dozen)"
# "A cell has six to ten people": how large a group of it is.
_SIZE = re.compile(
    rf"(?i)^(?:an?|each|every|the|our|this) (?:\w+ )?{_SELF} (?:has|have|is|are|consists? of|is made up of|holds?|brings together)"
    rf" (?:[\w-]+ ){{0,3}}?{_NUMBER}\b.*\b(?:people|members|organisations|leaders|places)\b"
)
# "Asha Moss and Idris Penn, the co-convenors, wrote": who answers for it. A convenor is one of the network or of a cell; a chair
# may be of anything, unless a sentence says of what.
_CONVENOR = r"(?:co-?)?conven[oe]rs?"
_OTHER = r"(?:co-?)?(?:chairs?|founders?|co-?ordinators?)"
_OF_SELF = rf" of (?:the|our|this) {_SELF}"
_RUNS = re.compile(
    rf"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+,? (?:\(|who (?:is|are) |is |are )?(?:the |its |our )?"
    rf"(?:(?i:{_CONVENOR})(?: of (?:the |A )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|{_OF_SELF})?"
    rf"|(?i:{_OTHER}){_OF_SELF})\b(?! of\b)"
)
_ROLE = re.compile(rf"(?i)\b(?:{_CONVENOR}|{_OTHER})\b")
_NAMES = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+\b")
MOST_CONVENORS = 2
_INTRODUCES = re.compile(
    r"(?i)\b(?:aims?|about|purpose|who we are|what (?:is|are|we)|what \w+ are for|introduction|background|how .{0,30} works?)\b"
)


def about(shelf: Sequence[Shelved], lookup: Lookup) -> tuple[About, ...]:
    """The sentences that say it most plainly: of the network, of a group of it, one on a group's size, one or two on who
    convenes it; none where the network's own documents do not say."""
    own = [line for one in shelf if one.document.standing is Standing.NETWORK for line in one.lines()]
    size = _best(own, _sizes)[:1]
    said = [line for line in _best(own, _says) if line not in size]
    groups = [line for line in said if _PART.fullmatch(_noun(line))]
    whole = [line for line in said if line not in groups]
    if not whole:  # a group that is part of nothing is the whole
        whole, groups = groups, []
    whole, groups = whole[:MOST], groups[:MOST]
    runs = _convenors([line for line in own if line not in (*whole, *groups, *size)])
    sides: list[tuple[Side, list[Line]]] = [("network", whole), ("group", groups), ("size", size), ("convenors", runs)]
    return tuple(
        About(side, citation, _noun(line))
        for side, lines in sides
        for line in lines
        if (citation := cited(line, lookup)) is not None
    )


def _noun(line: Line) -> str:
    """What a sentence calls the network or the group that it speaks of."""
    named = _NAMED.search(line.text)
    return named[1].casefold() if named else ""


def _best(lines: Iterable[Line], rank: Callable[[Line], int | None]) -> list[Line]:
    """The lines that have a rank, lowest first, the same words once."""
    ranked = [(found, line.document.id, line.ordinal, line) for line in lines if (found := rank(line)) is not None]
    best: dict[str, Line] = {}
    for *_, line in sorted(ranked, key=lambda one: one[:3]):
        best.setdefault(key(line.text), line)
    return list(best.values())


def _says(line: Line) -> int | None:
    text = line.text
    says = next((i for i, form in enumerate(_SAYS) if form.search(text)), None)
    if says is None or _PASSING.search(text) or not 7 <= len(text.split()) <= LONGEST + 20 or text.endswith("?"):
        return None
    points = bool(_POINTS.search(text))
    return says + 2 * points - 2 * bool(line.passage.heading and _INTRODUCES.search(line.passage.heading[-1]))


def _sizes(line: Line) -> int | None:
    return 0 if _SIZE.search(line.text) and not _PASSING.search(line.text) and stands_alone(line.text) else None


def _convenors(lines: Sequence[Line]) -> list[Line]:
    """A line on each person who is said to convene the whole; of several, one that names two, and says of what."""
    chosen: list[Line] = []
    known: set[str] = set()
    for line in _best(lines, _convenes):
        people = _people(_RUNS.search(line.text))
        if people - known and len(chosen) < MOST_CONVENORS:
            chosen.append(line)
            known |= people
    return chosen


def _convenes(line: Line) -> int | None:
    match = _RUNS.search(line.text)
    if match is None or not stands_alone(line.text):
        return None
    return 2 * (len(_people(match)) < 2) + (" of " not in match[0])


def _people(match: re.Match[str] | None) -> set[str]:
    """The names up to what says that they convene it."""
    if match is None:
        return set()
    role = _ROLE.search(match[0])
    return set(_NAMES.findall(match.string[: match.start() + (role.start() if role else len(match[0]))]))
