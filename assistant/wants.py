"""What kind of thing a question wants (a person, a time, a number, a place), and whether a sentence holds one."""

from __future__ import annotations

import re

from assistant.figures import MONTHS, SCALES, VALUES

NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join([*VALUES, *SCALES])}|half|third|quarter|double|doubled|quadrupled|tripled|couple)\b",
    re.IGNORECASE,
)
# Months by their capital: "may" is mostly no month.
TIME = re.compile(
    rf"\b(?:\d{{4}}|(?:{'|'.join(MONTHS)})\b"
    r"|(?i:\w+day\b|(?:last|next|this) (?:year|month|week|summer|winter|autumn|spring)|years?\b|months?\b|weeks?\b|ago\b"
    r"|since\b|during\b|when\b|after\b|before\b|century\b)|\d\d?[.:]\d\d)"
)
PERSON = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+|^(?:[A-Z][\w'’-]+ ){2,}")
PLACE = re.compile(
    r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+|\b(?:here|there|where|room|borough|county|town|city|online|local)\b"
)
WANTS = (
    (
        re.compile(
            r"\bhow (?:many|much|long|often|old|far|big|large)\b|\bwhat (?:number|share|percentage|proportion)\b", re.I
        ),
        NUMBER,
    ),
    (re.compile(r"\bwhen\b|\bwhat (?:time|date|day|year|month)\b|\bwhich (?:day|year|month|date)\b", re.I), TIME),
    (re.compile(r"\bwho(?:se|m)?\b", re.I), PERSON),
    (re.compile(r"\bwhere\b", re.I), PLACE),
)


def kind_fits(question: str, sentence: str) -> float:
    """1 where the sentence holds the kind of thing that the question asks for (a number, a time, a name), -1 where it
    does not, 0 where the question asks for no such kind."""
    for asks, holds in WANTS:
        if asks.search(question):
            return 1.0 if holds.search(sentence) else -1.0
    return 0.0


STORY = re.compile(r"^(?:and |so |but )?how (?:did|do|does|can|could|has|have|is|are|was|were)\b", re.IGNORECASE)


def asks_for_a_story(question: str) -> bool:
    """Whether a question asks how something came about or goes, which takes several sentences to tell."""
    return bool(STORY.match(question.strip()))
