"""What the network says it is, in up to three sentences of its own documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.cite import Lookup
from assistant.domain import Citation, Standing
from assistant.guide.lines import LONGEST, Line, Shelved, citations
from assistant.sameness import key

MOST = 3
_SELF = (
    r"(?:network|cell|group|programme|partnership|collective|alliance|forum|movement|coalition|initiative|circle|hub"
    r"|community of practice|campaign)s?"
)
_NAMED = re.compile(rf"(?i)\b({_SELF[:-2]})")
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
_INTRODUCES = re.compile(
    r"(?i)\b(?:aims?|about|purpose|who we are|what (?:is|are|we)|what \w+ are for|introduction|background|how .{0,30} works?)\b"
)


def about(shelf: Sequence[Shelved], lookup: Lookup) -> tuple[Citation, ...]:
    """The sentences that say it most plainly, best first; none where the network's own documents do not say."""
    found: list[tuple[tuple[object, ...], Line]] = []
    for one in shelf:
        if one.document.standing is not Standing.NETWORK:
            continue
        for line in one.lines():
            text = line.text
            says = next((i for i, form in enumerate(_SAYS) if form.search(text)), None)
            if (
                says is None
                or _PASSING.search(text)
                or not 7 <= len(text.split()) <= LONGEST + 20
                or text.endswith("?")
            ):
                continue
            introduces = bool(line.passage.heading and _INTRODUCES.search(line.passage.heading[-1]))
            found.append(((says - 2 * introduces, line.document.id, line.ordinal), line))
    best: dict[str, Line] = {}
    for _, line in sorted(found, key=lambda pair: pair[0]):
        best.setdefault(key(line.text), line)
    return citations(_of_each(list(best.values()))[:MOST], lookup)


def _of_each(lines: Sequence[Line]) -> list[Line]:
    """The best line on each of network, cell and the like, then the others."""
    firsts: dict[str, Line] = {}
    for line in lines:
        named = _NAMED.search(line.text)
        firsts.setdefault(named[1].casefold() if named else "", line)
    return [*firsts.values(), *(line for line in lines if line not in firsts.values())]
