"""Whom somebody is from: "Asha Patel, from Harbour Trust" names a body as surely as it names a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.guide.names.gazetteer import is_place
from assistant.guide.names.kinds import Votes, is_short
from assistant.guide.names.runs import Run
from assistant.guide.values import EntityKind

_FROM = re.compile(r",? (?:who (?:is|was|works|worked) )?(?P<by>from|at|of|for)(?: the)? ")
_WITH = re.compile(r" ?\((?:from |at |of )?(?:the )?")
_TOWN = re.compile(
    r"(?i)\w+(?:shire|ton|ham|ford|bridge|bury|burgh|borough|mouth|chester|wich|minster|field|worth|stead|dale|wick|port|castle|ley|stoke|haven)"
)
_AND = re.compile(r"(?:,| and| or|,? and| &)(?: the)? ")


def belong(text: str, found: Sequence[tuple[Run, Votes]]) -> set[int]:
    """Adds votes for the bodies that people are shown to be from; the places in `found` of those people.

    Of a single strange word one cannot be sure: "from Tollbridge" may be a town, and is read as one where it is spelt so.
    """
    shown: set[int] = set()
    for i, ((person, votes), (body, others)) in enumerate(pairwise(found)):
        between = text[person.end : body.start]
        match = _FROM.fullmatch(between) or _WITH.fullmatch(between)
        top = votes.most_common(1)
        if match is None or (top and top[0][0] != "person") or body.held:
            continue
        if not top and (person.plain or len(person.words) > 1):
            continue
        shown.add(i)
        if others["place"] >= 3 or is_place(body.name):
            continue
        by = match.groupdict().get("by")
        if by == "from" and len(body.words) == 1 and _TOWN.fullmatch(body.name):
            others["place"] += 3
        else:
            others["organisation"] += 3
            others["person"] = 0
    return shown


def keep_company(text: str, found: Sequence[tuple[Run, Votes]]) -> None:
    """In a list of three or more, what nothing else tells is of the kind that the others are."""
    rows: list[list[tuple[Run, Votes]]] = []
    for one in found:
        if rows and _AND.fullmatch(text[rows[-1][-1][0].end : one[0].start]):
            rows[-1].append(one)
        else:
            rows.append([one])
    for row in rows:
        if len(row) < 3:
            continue
        tops: list[tuple[EntityKind, int]] = [
            ("organisation", 3) if is_short(run) and run.determined else votes.most_common(1)[0]
            for run, votes in row if votes or (is_short(run) and run.determined)
        ]  # fmt: skip
        sure = [kind for kind, weight in tops if weight > 2] or [kind for kind, weight in tops if weight > 1]
        kind = max(sure, key=sure.count, default=None)
        if kind is None or sure.count(kind) * 2 <= len(sure):
            continue
        for run, votes in row:
            strange = len(run.words) > 1 or not run.plain
            if strange and (not votes or votes.most_common(1)[0][1] < 3):
                votes[kind] += 2
