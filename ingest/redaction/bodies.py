"""Organisations that a speaker was shown to be from: naming one anywhere would tell who spoke."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from ingest.redaction.edits import Draft, Edit
from ingest.redaction.english import is_plain
from ingest.redaction.first_names import FIRST_NAMES
from ingest.redaction.lexicon import ACRONYMS, DAYS, HEADS, MONTHS, PLACES, ROLES, SITES, is_organisations
from ingest.redaction.phrases import BODY, CAPS
from ingest.redaction.runs import POSSESSIVE

_DOES = (
    r"works?|worked|working|volunteers?|volunteered|leads?|led|runs?|ran|founded|set up|chairs?|chaired"
    r"|manages?|managed|directs|heads?|headed|represents?|represented|lives?|lived|grew up|comes?|came|am|is|was"
    r"|been|based"
)
# "She works for the Harbour Trust", "I'm from Tollbridge".
BELONGS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I|[Aa] participant|[Ww]ho)(?:['’](?:s|m|ve)| (?:\w+ly|now|also|has|had|have))*"
    rf" (?:{_DOES})(?: (?:based|here|there))? ?(?:for|at|with|in|from|of)? (?:the )?(?P<body>{CAPS})"
)
_OWN = rf"(?:[Mm]y|[Hh]er|[Hh]is|[Ww]hose|[Aa] participant['’]s) (?:own )?(?:[a-z-]+ ){{0,2}}?{BODY}"
# "My charity, the Harbour Trust, ..."
OWN = re.compile(rf"\b{_OWN}(?P<tail>,? (?:called |named |which is called )?(?:the )?(?P<body>{CAPS}),?)")
CALLED = re.compile(rf"\b{_OWN} (?:is|was) (?:called )?(?:the )?(?P<body>{CAPS})")
# A host is from the body that holds the meeting, which tells nobody apart.
HOSTS = re.compile(r"\b(?:co-?)?(?:conven[oe]r|facilitator|host|organiser)s?\b", re.IGNORECASE)
PARTICULAR = re.compile(r"[A-Z][\w&’'-]*")


def bodies_in(words: str, people: Set[str]) -> Iterator[str]:
    """The organisations that words about a speaker name, without "the". `people`: parts of names, in lower case."""
    if HOSTS.search(words):
        return
    for match in re.finditer(CAPS, words):
        name = POSSESSIVE.sub("", match[0]).removeprefix("The ")
        parts = {part.lower() for part in name.split()}
        if _is_particular(name) and (name.split()[-1].lower() in HEADS or not parts & (people | FIRST_NAMES)):
            yield name


def body_edits(draft: Draft, bodies: Collection[str]) -> Iterator[Edit]:
    """Each of the organisations gives way to a word for any, wherever it stands."""
    for name in sorted(bodies, key=len, reverse=True):
        words = r"\s+".join(map(re.escape, name.split()))
        pattern = re.compile(rf"(?<!\w)(?:(?:the|an?|our)\s+)?{words}(?!\w)", re.IGNORECASE if " " in name else 0)
        for match in pattern.finditer(draft.text):
            yield Edit(match.start(), match.end(), "an organisation", "affiliation")


def belonging_edits(draft: Draft) -> Iterator[Edit]:
    """Where a sentence says of one person what they belong to."""
    for _, start, end in draft.sentences():
        words = re.sub(r"\s", " ", draft.text[start:end])
        for pattern in (BELONGS, CALLED):
            for match in pattern.finditer(words):
                if not _is_moment(match["body"]):
                    first = match.start("body") - (4 if words[: match.start("body")].endswith("the ") else 0)
                    new = "a place" if _is_place(match) else "an organisation"
                    yield Edit(start + first, start + match.end("body"), new, "affiliation")
        for match in OWN.finditer(words):
            if not _is_moment(match["body"]):
                yield Edit(start + match.start("tail"), start + match.end("tail"), "", "affiliation")


def _is_particular(name: str) -> bool:
    """Whether the name is one organisation's own, not "the Council", an office, a place or a well-known body."""
    words = [POSSESSIVE.sub("", word) for word in PARTICULAR.findall(name)]
    if len(words) == 1:
        word = words[0].lower()
        settled = word in PLACES | SITES | ROLES | FIRST_NAMES or is_organisations(word) or is_plain(word)
        return not settled and words[0] not in ACRONYMS and not _is_moment(name)
    own = [word for word in words if word.lower() not in ROLES | HEADS | MONTHS | DAYS]
    is_place = all(word.lower() in PLACES for word in words)
    return bool(own) and not is_place


def _is_place(match: re.Match[str]) -> bool:
    """Whether what someone belongs to is where they live, or no organisation in particular."""
    at_home = re.search(r"\b(?:liv|grew|com|cam|from|based in)", match[0][: match.start("body") - match.start()])
    return not _is_particular(match["body"]) or (at_home is not None and match["body"].split()[-1].lower() not in HEADS)


def _is_moment(name: str) -> bool:
    """Whether it is a day, or a capital of another kind, after all."""
    words = {word.lower() for word in PARTICULAR.findall(name)}
    return bool(words & (MONTHS | DAYS)) or words <= {"i", "zoom", "covid", "covid-19"}
