"""What tells who a speaker is without naming them: where they are from, what they do, the office they hold.

The patterns look at somebody already without a name ("one participant", "a participant"), so the names go first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.redaction.edits import Draft, Edit
from ingest.redaction.phrases import (
    ANYBODY,
    BODY,
    CAPS,
    CLOSED,
    DETERMINER,
    FREE,
    LEFT,
    OF_A_BODY,
    OFFICE,
    PARTICIPANT,
    PROVENANCE,
    RIGHT,
    ROLE,
    SMALL,
    WORKS,
)
from ingest.redaction.speech import SAID, SAYS

_CLAUSE = r"[^.!?;:“”\"()]"
# A clause that does not go over to another thought.
_STRAIGHT = (
    r"(?:(?!\b(?:which|that|because|but|when|while|if|so|how|what|about)\b"
    r"|, (?:and|but|so|or|as|then|after|before|since|we|they|he|she|it|I)\b|\b[Aa] participant\b)"
    rf"{_CLAUSE})"
)
_SILENT = rf"(?:(?!{SAID}){_CLAUSE})"  # a clause in which nobody speaks
_WHO_SAYS = rf"(?:and )?who(?={SAID})"
_ARTICLE = (
    r"(?:(?:an?|the|our|its|their|one of|both|all|himself|herself|themselves|then|now|until|formerly|currently"
    r"|also|co) ?-?)"
)
# "was asked" shows nobody asking.
_ACTIVE = "".join(rf"(?<! {word})" for word in "was were is are be been being to and who not of the a".split())


def _any_of(*patterns: str) -> str:
    return "|".join(patterns)


# What stands between somebody and the verb that shows them speaking.
BEFORE_SPEAKING = re.compile(
    rf"(?P<who>{ANYBODY})(?P<tail>(?: ?\([^()]{{1,120}}\))?(?:"
    + _any_of(
        rf",? (?!{_WHO_SAYS})(?:who|whose)\b{_CLAUSE}{{1,220}}?,?",
        r",? (?:from|of|at|in|with|for|representing|working|based|running|leading|speaking (?:for|as))"
        rf" {_STRAIGHT}{{1,160}}?,?",
        rf", (?!an? participant){_ARTICLE}*{FREE}{{0,5}}?{ROLE}\b{_STRAIGHT}{{0,160}}?,?",
        rf", (?!an? participant){_ARTICLE} ?{_STRAIGHT}{{1,160}}?,",
        rf",? {CAPS},?",
    )
    + rf")?){_ACTIVE}(?={SAID})"
)
# What follows somebody who took part, where no such verb closes it.
AFTER = re.compile(
    rf"(?P<who>{PARTICIPANT})(?P<tail>"
    + _any_of(
        r" ?\((?=[^()]*[A-Z]|from |of |at |the |an? |chair|lead)[^()]{1,120}\)",
        rf",? {PROVENANCE}(?:{CLOSED})?",
        rf", in (?:the )?{CAPS},?",
        rf", who(?: \w+ly| also| now)? {WORKS}\b{_SILENT}{{1,200}}?(?=[.;!?]|$)",
        rf" who(?: \w+ly| also| now)? {WORKS}\b{_STRAIGHT}{{1,120}}?"
        r"(?=,|[.;:!?]|$| (?:about|on how|that|and|but|because|to|how|when|which)\b)",
        rf", (?!an? participant){_ARTICLE}*{FREE}{{0,5}}?{ROLE}{RIGHT}"
        rf"(?:(?! and (?:an?|the|one) )[^.!?;:,]){{0,120}}?(?:{CLOSED}|(?=[.;!?)]|$))",
        rf", (?:the )?{CAPS}(?:{CLOSED}|(?=\.?$|[;!?)]| [–—|/-]))",
        rf"(?:, | ?[–—|/] ?| - )(?:an? |the )?{SMALL}{{0,4}}?{BODY}"
        rf"(?: (?:in|of|near) (?:the )?(?:{CAPS}|[a-z-]+))?(?:{CLOSED}|(?=[.;!?)]|$))",
        rf"(?: ?[–—|/] ?| - )(?:the )?{CAPS}(?=$|[,.;|]| [–—|/-])",
        rf" ?[–—|/] ?(?:an? )?{FREE}{{0,3}}?{ROLE}{RIGHT}(?: (?:of|at|for) (?:the )?{CAPS})?"
        r"(?=$|[,.;|]| [–—|/-])",
    )
    + ")"
)
ASIDE = re.compile(
    rf"(?P<who>{ANYBODY})(?P<tail>"
    rf", (?:who(?: \w+ly| also| now)? {WORKS}\b|himself|herself|themselves){_CLAUSE}{{1,200}}?{CLOSED})"
)
# "Another participant, Priya N., said", when the name has gone.
NAMED_AFTER = re.compile(
    rf"(?:{PARTICIPANT}|{LEFT}(?:[Oo]ne|[Aa]nother) of (?:us|(?:our|the|its|those) [\w’' -]{{1,40}}?)|{OFFICE})"
    rf"(?P<tail>, [Aa] participant(?:,|(?={SAID})|(?=[.;!?)]|$)))"
)
# "Two councillors from Tollbridge said"
MANY = re.compile(
    rf"{LEFT}{FREE}?(?:{ROLE}|[Pp]articipants|[Mm]embers|[Pp]eople)"
    rf"(?P<tail> (?:from|at|representing) (?:the )?{CAPS})(?={SAID})"
)
# "“...” (a participant)", "“...” – a participant, Harbour Trust"
BRACKETED = re.compile(r"(?P<tail> ?[(\[](?:[^()\[\]]{0,30}\W)?[Aa] participant\b[^()\[\]]{0,80}[)\]])")
SIGNED = re.compile(r"(?:(?<=[.!?’”\"'…])|^)(?P<tail> ?[–—-]+ ?[Aa] participant\b[^.!?;:]{0,100})$")
# "On behalf of the Harbour Trust, ..."
LEAD_IN = re.compile(
    r"(?P<tail>(?:"
    + _any_of(
        r"(?:On behalf of|Speaking (?:for|as|on behalf of|from)|Representing|Writing as)\b[^,.;:]{1,120}",
        rf"As (?:an?|the|our) {FREE}{{0,5}}?{ROLE}{RIGHT}[^,.;:]{{0,120}}",
        rf"(?:From|For|At) (?:the )?{CAPS}",
    )
    + r"), )(?=[Aa] participant|(?:[Oo]ne|[Aa]nother) )"
)

# An office and then its holder: "the council's Chief Executive, a participant".
HOLDER = re.compile(
    rf"(?P<who>(?:{LEFT}{DETERMINER} {FREE}{{0,4}}?|(?:{CAPS} )?|{LEFT}(?:(?:{BODY}|{ROLE}) ){{0,2}}){LEFT}{ROLE}"
    rf"{OF_A_BODY}?(?:, [Aa] participant{RIGHT}(?:,(?! (?:and|or|an?|some)\b))?| [Aa] participant{RIGHT}))"
)
PRAISED = re.compile(
    rf"(?P<who>{LEFT}{DETERMINER}"
    r" (?:late|brilliant|wonderful|amazing|great|former|new|inspiring|lovely|excellent|young) "
    rf"[Aa] participant){RIGHT}"
)
OFFICE_SPEAKING = re.compile(
    rf"(?P<who>{OFFICE}(?: ?\([^()]{{1,80}}\)|,? (?:from|of|at|for|in|with|who|on) {_STRAIGHT}{{1,160}}?,?)?)"
    rf"{_ACTIVE}(?={SAID})"
)
OFFICE_OF = re.compile(rf"(?P<who>{OFFICE},? (?:from|of|at|for) (?:the )?{CAPS}(?:,? in (?:the )?{CAPS})?)")
_HEARD = (
    r"heard from|according to|thanks to|thank(?:ed|ing)?|welcom(?:ed|ing)"
    r"|(?:asked|raised|made|put|told|suggested|shared|given|described|led|opened|introduced|presented|chaired) by"
    r"|(?:question|comment|example|point|story|input|contribution|presentation|talk|account|reflection|remark)s?"
    r" (?:from|by)"
)
OFFICE_HEARD = re.compile(rf"(?:\b(?i:{_HEARD}) |[,.!?’”\"'] ?{SAYS} )(?P<who>{OFFICE}{OF_A_BODY}?)")


def affiliation_edits(draft: Draft) -> Iterator[Edit]:
    """What says where a speaker is from or what they do goes; who they are, already, is anybody."""
    for _, start, end in draft.sentences():
        words = re.sub(r"\s", " ", draft.text[start:end])
        for pattern in (BEFORE_SPEAKING, AFTER, ASIDE, NAMED_AFTER, MANY, BRACKETED, SIGNED):
            for match in pattern.finditer(words):
                if match["tail"].strip(" ,"):
                    yield Edit(start + match.start("tail"), start + match.end("tail"), "", "affiliation")
        if lead_in := LEAD_IN.match(words):
            yield Edit(start, start + lead_in.end(), "", "affiliation")


def office_edits(draft: Draft) -> Iterator[Edit]:
    """Somebody who is told by their office ("a council officer said") is anybody."""
    for _, start, end in draft.sentences():
        words = re.sub(r"\s", " ", draft.text[start:end])
        for pattern in (HOLDER, PRAISED, OFFICE_SPEAKING, OFFICE_OF, OFFICE_HEARD):
            for match in pattern.finditer(words):
                yield Edit(start + match.start("who"), start + match.end("who"), "a participant", "affiliation")
