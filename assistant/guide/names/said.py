"""What documents say that somebody or something is, and the best of a person's own account, in the documents' sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.cite import Lookup
from assistant.domain import Citation, Standing
from assistant.guide.lines import citations, stands_alone
from assistant.guide.names.signs import (
    BELONGS,
    CALLED_BODY,
    CALLED_PLACE,
    CALLED_UNDERTAKING,
    IS_BODY,
    IS_PLACE,
    IS_UNDERTAKING,
    NAMES_UNDERTAKING,
    ROLE_AFTER,
    ROLE_BEFORE,
    SERVES,
    SPEAKS,
    WHO,
)
from assistant.guide.values import EntityKind
from assistant.line import Line

MOST_INTRODUCED, MOST_SPOKEN = 2, 3
ENOUGH = 3  # what a second sentence has to tell, to be shown as well
_DEFINES = re.compile(
    r"(?: \([^)]{1,40}\))?(?: itself)?,? (?:(?:is|are|was|were) (?:now |still )?(?:an?|the|one|our|about|created|founded|for)\b"
    r"|has \w+ (?:strands|parts|members|cells|aims|values)|dates? from|began|started (?:in|as|when|with)|grew|aims? to"
    r"|offers?|brings? together|describes? itself|exists?|helps?|supports?|consists?|means|took place)\b"
)
_ASIDE = re.compile(r", (?:a|an|the|which|whose|where|who)\b| \((?:a|an|the) ")
_MADE = re.compile(
    r"\b(?:created|founded|established|set up|launched|formed|started|called|named|known as|body that [^.]{1,60} is)(?: the)? $"
)
_STANDINGS = {Standing.NETWORK: 0, Standing.MEMBER: 1, Standing.OUTSIDE: 2}

Mention = tuple[Line, int, int]  # a sentence, and where in the document's text it names the one in question


def introduced(kind: EntityKind, name: str, mentions: Sequence[Mention], lookup: Lookup) -> tuple[Citation, ...]:
    """The one or two sentences that tell most of who or what it is; the first that names it, where none tells anything."""
    best: dict[tuple[str, int], tuple[int, int, Line]] = {}  # what it tells, how well it reads
    for line, start, end in mentions:
        tells = _tells(kind, line, start, end)
        reads = (line.document.text[start:end] == name) + 2 * stands_alone(line.text) if tells else 0
        reads += 2 * (start == line.sentence.start) if tells else 0
        place = line.document.id, line.sentence.start
        if place not in best or tells + reads > sum(best[place][:2]):
            best[place] = tells, reads, line
    ranked = sorted(best.values(), key=lambda one: (-one[0] - one[1], *_order(one[2])))
    chosen: list[Line] = []
    for tells, _, line in ranked:
        if len(chosen) == MOST_INTRODUCED or (chosen and tells < ENOUGH):
            break
        if all(line.text != one.text and line.document.id != one.document.id for one in chosen):
            chosen.append(line)
    return citations(chosen, lookup)


def spoke(lines: Iterable[Line], name: str, told: Sequence[Citation], lookup: Lookup) -> tuple[Citation, ...]:
    """Up to three sentences of somebody's own account: ones that stand alone, from different documents and headings first.
    `told`: what is shown of them already."""
    shown = {citation.quote for citation in told}
    scored = [(line, _worth(line, name)) for line in lines if line.text not in shown]
    ranked = sorted((pair for pair in scored if pair[1] > 0), key=lambda pair: (-pair[1], *_order(pair[0])))
    chosen: list[Line] = []
    for again in (False, True):  # whether a second one under a heading will do
        for line, _ in ranked:
            near = [one for one in chosen if not again and _heading(one) == _heading(line)]
            if len(chosen) < MOST_SPOKEN and not near and all(line.text != one.text for one in chosen):
                chosen.append(line)
    return citations(sorted(chosen, key=_order), lookup)


def _tells(kind: EntityKind, line: Line, start: int, end: int) -> int:
    """How much a sentence tells of what it names at [start, end): 0 for nothing but the name."""
    text = line.document.text
    before = " ".join(text[line.sentence.start : start].split()) + " "
    after = " ".join(text[end : line.sentence.end].split())
    after = f" {after}" if text[end : end + 1].isspace() else after
    score = 0
    if kind == "person":
        score += 4 * (ROLE_AFTER.match(after) is not None)
        score += 3 * (ROLE_BEFORE.search(before) is not None and not SERVES.search(before))
        score += 3 * (BELONGS.match(after) is not None) + 2 * (WHO.match(after) is not None)
        score += 2 * (re.match(r", [^,.]{3,60}, ", after) is not None) + (
            re.search(r"\b(?:Dr|Prof\w*|Cllr|Councillor|Sir|Dame|Lord|Lady) $", before) is not None
        )
        score += re.match(r" (?:MP|MBE|OBE|CBE)\b", after) is not None
    else:
        score += 4 * any(p.match(after) for p in (IS_BODY, IS_UNDERTAKING, IS_PLACE))
        score += 4 * any(p.search(before) for p in (CALLED_BODY, CALLED_UNDERTAKING, CALLED_PLACE, _MADE))
        score += 3 * (_DEFINES.match(after) is not None) + 2 * (_ASIDE.match(after) is not None)
        score += 2 * (SERVES.search(before) is not None) + (NAMES_UNDERTAKING.match(after) is not None)
    return score


def _worth(line: Line, name: str) -> int:
    """How well a sentence of an account can be quoted by itself; 0 if not at all."""
    words = len(line.text.split())
    if not stands_alone(line.text) or line.text.rstrip().endswith(":"):
        return 0
    shows = name.split()[0] in line.text or name.split()[-1] in line.text
    first = line.text.find(name.split()[0])
    speaking = first >= 0 and SPEAKS.match(line.text[first + len(name.split()[0]) :]) is not None
    introduces = f"{name}, " in line.text[: len(name) + 4]
    return 1 + 2 * (12 <= words <= 40) + 2 * shows + speaking - 2 * introduces


def _heading(line: Line) -> tuple[str, tuple[str, ...]]:
    return line.document.id, line.passage.heading


def _order(line: Line) -> tuple[int, str, str, int]:
    """The network's own first, the earliest first, the undated after."""
    return _STANDINGS[line.document.standing], line.document.date or "~", line.document.id, line.sentence.start
