"""The phrases that speak of people and of bodies without naming a person, as patterns over one line of text."""

from __future__ import annotations

import re

from ingest.accounts import WORD
from ingest.redaction.lexicon import FUNCTION, ROLES

LEFT, RIGHT = r"(?<![\w’'-])", r"(?![\w’'-])"  # the edges of a word
_CAP = rf"(?:[A-Z][A-Z0-9&]+|{WORD})(?!\w)(?:['’]s?)?"
# A name in capitals, joined as those of bodies and places are: "University of the West", "Barking and Dagenham".
CAPS = (
    rf"{_CAP}(?: (?:(?:of|and|for|the|in|to|on|at|with|&|de|la|upon) )*{_CAP})*(?: (?:council|borough|district"
    r"|county)s?\b)?"
)
BODY = (
    r"(?:charit(?:y|ies)|trust|council|organi[sz]ation|borough|compan(?:y|ies)|group|refuge|shelter|school"
    r"|university|college|hospital|hospice|surgery|practice|team|network|project|association|food ?bank|church"
    r"|mosque|temple|enterprise|business|firm|agency|department|service|services|centre|center|club|union"
    r"|local authority|authority|government|ministry|sector|collective|co-?operative|co-op|foundation|fund|funder"
    r"|think ?tank|board|commission|institute|library|museum|theatre|federation|partnership"
    r"|(?:north|south)-?(?:east|west)?|east|west|midlands|coast|town|city|village|county|region|estate|island"
    r"|valley|area|community|ward|neighbourhood|parish|prison|police|bank|nursery|campaign|home)"
)
# A word that a longer phrase may hold before its last one: none of those that hold sentences together.
_FUNCTION = "|".join(sorted(map(re.escape, FUNCTION), key=len, reverse=True))
FREE = rf"(?:(?!(?:{_FUNCTION})\b)[\w’'&-]+ )"
SMALL = rf"(?:(?!(?:{_FUNCTION})\b)[a-z][\w’'-]* )"
_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
_RANK = r"(?:chief|deputy|vice|assistant|senior|former|acting|joint|co|interim)[ -]"
# "chief executive", "co-founder", "youth worker"
ROLE = rf"(?:(?i:{_RANK})?(?i:{_ROLE})(?![\w-])(?: (?i:{_ROLE})(?![\w-]))*)"
DETERMINER = r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Mm]y|[Tt]hat|[Tt]his)"
# "a council officer", "the new Harbour Trust chief executive"
OFFICE = rf"{LEFT}{DETERMINER} (?![Pp]rime [Mm]inister){FREE}{{0,5}}?{ROLE}{RIGHT}"
# " of the Harbour Trust", " from a small charity"
OF_A_BODY = rf"(?: (?:of|at|for|from|in) (?:the )?{CAPS}| (?:of|at|for|from) (?:the|an?) {SMALL}{{0,3}}?{BODY}\b)"
# Those who took part, as notes that name nobody speak of them.
PARTICIPANT = (
    rf"(?:{LEFT}(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Tt]his)(?: (?:other|further|first|second|third|fourth|new|final"
    rf"|fellow))? (?:participant|attendee|contributor|delegate|respondent|interviewee|panell?ist|speaker){RIGHT}"
    rf"|{LEFT}(?:[Ss]ome )?[Pp]articipants{RIGHT}|{LEFT}[Ss]ome(?:one|body)(?: else)?{RIGHT})"
)
# And anybody else of whom one speaks so.
ANYBODY = (
    rf"(?:{PARTICIPANT}|{LEFT}(?:[Oo]ne|[Aa]nother|[Aa]|[Tt]he|[Tt]hat)(?: (?:other|more|young|older|younger|local))?"
    rf" (?:member|person|colleague|guest|voice){RIGHT}|{LEFT}(?:[Oo]ne|[Aa]nother)(?= (?:who|from|at|representing"
    r"|working)\b|, (?:who|from|of|himself|herself)\b))"
)
# What someone is from, at or of.
PROVENANCE = (
    rf"(?:from|of|at|representing|based (?:in|at)|working (?:for|at|in|with)|on behalf of|speaking for"
    rf"|who (?:is|was|came|comes|works?|worked) (?:from|at|for|in|with))"
    rf" (?:the |an? |our |one |another )?(?:{CAPS}|{SMALL}{{0,4}}?{BODY}\b)"
    rf"(?:,? (?:in|of|near|on|at|outside) (?:the )?(?:{CAPS}|(?:[a-z-]+ )?{BODY}\b)"
    rf"|,? and (?:the )?{CAPS}(?= ?[,.;:!?)]|$))*"
)
# What people do that tells who they are.
WORKS = (
    r"(?:is|was|works|worked|leads|led|runs|ran|chairs|chaired|manages|managed|heads|headed|founded|co-founded"
    r"|directs|coordinates|represents|represented|volunteers|teaches|lives|lived|comes from|came from|grew up"
    r"|belongs to|set up|started|serves|sits on|looks after|oversees|commissions|used to|helps run"
    r"|helped (?:run|found|set up)|ha[sd] (?:led|run|worked|been|lived|chaired))"
)
# The comma that closes an aside; it stays where it parts those of a list.
CLOSED = r",(?! (?:and |or )?[Aa] participant\b)"
