"""What a document says of its own confidentiality: whether nobody may be named in it, and what was off the record.

It is decided a sentence at a time. A note that only talks about the Chatham House Rule is not held under it; where the
words leave doubt, it is.
"""

from __future__ import annotations

import re

from ingest.lines import blocks_of, lines_of
from ingest.redaction.off_record import off_record
from ingest.sentences import sentences

__all__ = ["mark", "off_record"]

CHATHAM = re.compile(
    r"\bChatham[ -]House[ -](?:style |type )?(?:Rules?|terms|conditions|basis|principles?|protocol|non-attribution)\b"
    r"|\b(?:under|in line with|according to|following|follows?|observed?|observes|applied|applies)"
    r" (?:the )?[‘“\"']?Chatham[ -]House\b|\bChatham House (?:applies|applied)\b",
    re.IGNORECASE,
)
NOT_UNDER_IT = re.compile(
    r"(?:\bnot|\bnever|n[’']t|\bno longer|\bneither|\brather than|\binstead of|\bwithout|\boutside)(?! only| just)"
    r"(?: \w+){0,4} (?:the )?[‘“\"']?Chatham"
    r"|\bno [‘“\"']?Chatham[ -]House|\b(?:without|rather than|instead of|outside) (?:the )?[‘“\"']?Chatham"
    r"|\bChatham[ -]House[ -]Rules?[’”\"']? (?:(?:did|does|do|was|is|has|had|will|would)(?: not|n[’']t)|never)\b",
    re.IGNORECASE,
)
ABOUT_IT = re.compile(
    r"\b(?:whether|should (?:we|it|the|this|these|future)|could (?:we|it|the)|would (?:it|the|a)"
    r"|if we)\b[^.?!;:]*\bChatham|\b(?:what|why|how) (?:the )?[‘“\"']?Chatham"
    r"|\b(?:discuss|debat|talk|wonder|argu|explor|criticis|question|consider|propos|suggest|histor|origin|idea|value"
    r"|merit|limits|meaning|guid)\w*\b(?: (?!under|respect|observ|follow|keep|stick|abid|apply|appli|honour)\w+){0,6}"
    r" (?:the )?[‘“\"']?Chatham[ -]House"
    r"|\bChatham[ -]House[ -]Rules?[’”\"']? (?:\w+ )?(?:helps?|can|could|may|might|would|should|makes?|made"
    r"|was (?:first|written|invented|named)|began|dates|comes from)\b"
    r"|\b(?:next|future|other|earlier|previous|those) (?:meetings?|sessions?|time|events?|talks?)\b"
    r"(?:(?!\b(?:this|today|all|we)\b)[^.?!;:])*\bChatham",
    re.IGNORECASE,
)
HELD_UNDER_IT = re.compile(
    r"\b(?:held|met|meets?|took place|takes place|spoke|shared|conducted|hosted|run|ran|recorded|written|writes?"
    r"|discussed this|discussion|conversation|meeting|session|call|note|notes|event|everything|is|was|were|are)\b"
    r"(?: [\w’'-]+){0,4},? under (?:the )?[‘“\"']?Chatham",
    re.IGNORECASE,
)
_SAID = (
    r"(?:comments?|remarks?|quotes?|quotations?|views?|contributions?|statements?|points?|opinions?|names?|nothing"
    r"|anything|what (?:is|was) said|discussions?|it|this|them|these|speakers?|participants?)"
)
UNATTRIBUTED = re.compile(
    r"\bnot for (?:individual |personal |direct )?attribution\b|\bnon[- ]?attribut(?:able|ed|ion)\b|\bunattributable\b"
    r"|\bplease (?:do not|don[’']t|avoid) attribut"
    r"|\b(?:do not|don[’']t|must not|may not|never|not to|without) attribut(?:e|ing) (?:any |the |these |their "
    rf"|our |all )?{_SAID}\b|\b{_SAID} [^.?!;]{{0,60}}\b(?:not|never|n[’']t) (?:to )?(?:be )?(?:individually "
    r"|directly |personally )?attribut(?:ed|able)\b"
    r"|\b(?:not|never) (?:to )?be attributed to (?:any|an?|the|named|individual|anyone|people|speakers?"
    r"|participants?|members?)\b"
    r"|\b(?:nothing|none|no (?:comments?|remarks?|quotes?|views?|points?|one))\b[^.?!;]{0,60}\b(?:be|is"
    r"|are) (?:attributed|attributable|named)\b"
    r"|\bno attribution\b|\bwithout attribution\b|\battribution: (?:unattributed|none|no)\b"
    rf"|\bunattributed {_SAID}|\b{_SAID} (?:\w+ ){{0,4}}unattributed\b|\b(?:note|notes|meeting|session|record"
    r"|document|write-up) (?:\w+ ){0,3}unattributed\b|^\W*unattributed\W*$",
    re.IGNORECASE,
)
ABOUT_CAUSES = re.compile(
    r"\battribut(?:e|ed|able) (?:\w+ ){0,4}?to (?:one|a single|any one|funding|covid|luck|chance|changes?|poverty"
    r"|austerity|the (?:pandemic|programme|project|work|funding|change|policy))\b",
    re.IGNORECASE,
)


def mark(text: str) -> str | None:
    """Why nobody may be named in the document, as a sentence for its reader, or None where it does not say so."""
    for block in blocks_of(text, lines_of(text)):
        for sentence in sentences(text, block.start, block.end):
            words = " ".join(text[sentence.start : sentence.end].split())
            if _is_under_chatham_house(words):
                return "It says that it was held under the Chatham House Rule."
            if UNATTRIBUTED.search(words) and not ABOUT_CAUSES.search(words):
                return "It says that nobody may be named for what they said."
    return None


def _is_under_chatham_house(words: str) -> bool:
    if not CHATHAM.search(words) or NOT_UNDER_IT.search(words):
        return False
    held = HELD_UNDER_IT.search(words)
    about = ABOUT_IT.search(words)
    return about is None or (held is not None and held.start() <= about.start())
