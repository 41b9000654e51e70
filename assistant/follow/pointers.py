"""Words that point back: that, this, these, those, there, then, one, others, so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.follow.grammar import (
    ADVERB,
    ALIKE,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    DO,
    IRREGULAR,
    PREPOSITION,
    WH,
    is_verb,
    opens_phrase,
)
from assistant.follow.tokens import Word

# "this year", "this network": what is present to whoever asks.
NOW = frozenset("year week month morning afternoon evening time network site page tool country world days".split())
# After these, "that" begins what is said, or a clause that describes.
SPEECH = re.compile(
    r"sa(?:id|ys?)|th(?:inks?|ought)|kn(?:ows?|ew)|show(?:s|ed|n)?|means?|meant|feels?|felt|f[io]u?nds?|told|tell"
    r"|learn(?:s|ed|t)?|understood|sure|true|likely|clear|possible|important|evidence|fact|idea|view|so|now|given|such"
    r"|(?:believe|hope|agree|suggest|argue|claim|explain|decide|recognise|remember|notice|report|ensure)(?:e?d|s)?"
)


def points_back(words: Sequence[Word], at: int) -> bool:
    """Whether the word at that index points to something said before."""
    low = words[at].low.partition("'")[0]
    prev = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    match low:
        case "this" | "these":
            return after not in NOW
        case "those":
            described = PREPOSITION | IRREGULAR | {"who", "that", "whose", "which", "days"}
            return after not in described and not after.endswith(("ed", "ing"))
        case "that":
            return _that(words, at, prev, after)
        case "there":
            exists = prev in AUXILIARY | CONJUNCTION | {"out"} or after in AUXILIARY
            return not exists and (not after or after in CONJUNCTION | ADVERB)
        case "then":
            return prev in ("since", "before", "until", "till", "by", "from")
        case "one" | "ones":
            return _one(words, at, prev, after)
        case "other" | "others":
            return prev in ("the", "any") and not after and len(words) < 6
        case "so":
            return not after and (prev in DO or re.fullmatch(r"sa(?:y|ys|id)|thinks?|believes?", prev) is not None)
    return False


def _that(words: Sequence[Word], at: int, prev: str, after: str) -> bool:
    """ "that", where it does not begin a clause."""
    if after == "of":
        return False
    if not prev or not after or prev in PREPOSITION or prev in WH:
        return True
    if prev in AUXILIARY:
        return after != "who" and not any(word.low in AUXILIARY for word in words[: at - 1])
    if not is_verb(prev):
        return False
    ends = at + 2 == len(words) or words[at + 2].low in PREPOSITION
    return after in PREPOSITION or (ends and opens_phrase(after) and not SPEECH.fullmatch(prev))


def _one(words: Sequence[Word], at: int, prev: str, after: str) -> bool:
    """ "which one", "the first ones", "who runs one"; not "the one with", not "one of"."""
    if prev in ALIKE[0] or prev in ("which", "that", "this", "the", "another", "other", "there"):
        if prev == "the" and after in PREPOSITION - {"after", "before", "in", "at", "from"}:
            return False
        return after not in ("of", "who", "to") and (not opens_phrase(after) or prev == "which")
    return not after and is_verb(prev) and (at < 2 or words[at - 2].low not in DETERMINER)
