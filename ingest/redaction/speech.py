"""What stands around a word and tells whether it is a person: the verbs of speech after it, the words before it."""

from __future__ import annotations

import re

from ingest.accounts import ADVERB, ASIDE, VERB
from ingest.redaction.runs import Run

_FEELINGS = (
    "adamant|angry|anxious|cautious|clear|concerned|convinced|curious|disappointed|doubtful|excited|frustrated"
    "|grateful|happy|hopeful|interested|keen|moved|nervous|optimistic|pessimistic|pleased|proud|reluctant|sad"
    "|sceptical|skeptical|struck|sure|surprised|uneasy|unsure|wary|worried"
)
# Beside the verbs that begin an account: here any sign that a person holds or voices a view counts.
VIEWS = (
    "accepted|acknowledged|added|admitted|advised|advocated|agreed|answered|argued|asked|asks|assured|began"
    "|believed|believes|called for|cautioned|challenged|claimed|closed by|commented|complained|concluded|confessed"
    "|confirmed|considered|countered|credited|declared|disagreed|discussed|doubted|doubts|echoed|emphasised"
    "|encouraged|ended by|enquired|expressed|feared|feels|felt|gave an|gave the|gave us|heard|hoped|hopes"
    "|identified|informed|insisted|invited|joked|kicked off|knew|laughed|liked|loved|maintained|mused|named|nodded"
    "|objected|offered|opened|pleaded|pointed|posed|praised|preferred|proposed|protested|put it|puts it|queried"
    "|questioned|quoted|raised|read out|realised|recognised|recommended|referred|regretted|repeated|replied"
    "|reported back|requested|responded|responds|retorted|revealed|saw|says|sees|shared|shares|sighed|smiled|spoke"
    "|started by|stated|suggested|suggests|summed up|supported|talked|teased|tells|thanked|thinks|thought|told"
    "|took us|urged|voiced|walked us|wanted|wants|warned|welcomed|went on|wept|wished|wishes|wondered|wonders"
    "|worried|worries|wrote"
    "|(?:was|is|were|are|felt|feels|sounded|seemed) (?:also |very |really |quite |still |not |more |less )?"
    f"(?:{_FEELINGS})"
)
SAYS = rf"(?:{VERB}|{VIEWS})"
SAID = rf" {ADVERB}{SAYS}\b"
_SPOKEN = re.compile(rf"{ASIDE}{SAID}")
_SPOKEN_AT_ONCE = re.compile(rf"(?: ?\([^()]{{1,80}}\)|,? from [^.!?;,]{{1,80}},?|, who [^.!?;,]{{1,80}},)?{SAID}")
_LABELLED = re.compile(r"(?: ?\([^)]{1,60}\))?:(?=\s|$)")
_POSSESSED = re.compile(r"['’]s?(?= [a-z])")
_ACCOUNT = re.compile(r"[’']s? (?:account|view|experience|example|point|story|question|comment|words)\b")
# "..., said Priya"
_INVERTED = re.compile(rf"(?:^|[,.!?’”\"'] ?){SAYS} $")
# "heard from Priya", "Chair: Priya"
_INTRODUCED = re.compile(
    r"\b(?:by|thank(?:s|ed|ing)?(?: you)?(?: to)?|welcom(?:ed|ing)|invited|introduc(?:ed|ing)|heard from|told|met|as"
    r"|according to|interview(?:ed)?(?: with)?|conversation with"
    r"|(?:talk|presentation|question|comment|example|story|apologies) from"
    r"|chair|lead|owner|action|facilitator|speaker|host|presenter|author|minutes|notes)[: ]+$",
    re.IGNORECASE,
)
_AFTER_QUOTATION = re.compile(r"[.!?’”\"'] ?\($|(?:^|[.!?’”\"'] ?)[–—-]+ ?$")
_SIGNATURE = re.compile(r"(?:,[^.!?;:]*)?[).]?\s*$|[),]")
_DETERMINED = re.compile(
    r"\b(?:the|a|an|this|that|these|our|their|its|his|her|my|your|some|any|no|every|each) $", re.IGNORECASE
)
# "trust in Priya" and "brought in Priya" are no places.
_NOT_IN = "".join(
    rf"(?<!{word} )"
    for word in "trust faith confidence believe believed interest interested look looked brought bring bringing called"
    " invited drafted let took".split()
)
_PLACED = re.compile(
    rf"{_NOT_IN}\b(?:in|near|across|throughout|outside|at|based (?:in|at)"
    r"|(?:north|south|east|west|town|city|borough|village|county|parish|university|college|bank|diocese|streets"
    r"|people) of"
    r"|(?:people|families|residents|women|men|children|those|someone|anyone|others|groups?|colleagues|participants?"
    r"|councillors?"
    r"|officers?|members?|tenants|parents|teams?) from|(?:moved?|back|trains?|went|bus) to) $",
    re.IGNORECASE,
)


def is_spoken(run: Run, *, at_once: bool = False) -> bool:
    """Whether the sentence shows the run speaking. `at_once`: with nothing between but where they are from."""
    return bool(
        (_SPOKEN_AT_ONCE if at_once else _SPOKEN).match(run.after)
        or (run.opens and _LABELLED.match(run.after))
        or _INVERTED.search(run.before)
        or _ACCOUNT.match(run.after)
    )


def is_introduced(run: Run) -> bool:
    """Whether what stands before is what stands before a person, or a quotation that the run signs"
    " ("“...” (Priya)")."""
    signs = _AFTER_QUOTATION.search(run.before) and _SIGNATURE.match(run.after)
    return bool(_INTRODUCED.search(run.before) or signs)


def is_label(run: Run) -> bool:
    """Whether the run opens a line and a colon follows."""
    return run.opens and _LABELLED.match(run.after) is not None


def is_determined(run: Run) -> bool:
    """Whether "the", "our" and the like stand before, as they seldom do before a person's name."""
    return _DETERMINED.search(run.before) is not None


def is_placed(run: Run) -> bool:
    """Whether what stands before is what stands before a place, and no thing is said to be the run's own."""
    return _PLACED.search(run.before) is not None and not _POSSESSED.match(run.after)
