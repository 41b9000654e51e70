"""A follow-up without a verb of its own, or with another subject: "and in Surrey?", "did Surrey?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.follow.antecedents import put_in
from assistant.follow.exchange import exchanged, put
from assistant.follow.grammar import ADJECTIVE, ADVERB, AUXILIARY, DETERMINER, PREPOSITION, PRONOUN, VERBS, WH
from assistant.follow.names import Names, full_name, proper
from assistant.follow.phrases import shape
from assistant.follow.pronouns import open_pronouns
from assistant.follow.tokens import Word, plain, words_of
from assistant.follow.turns import FollowUp

SHORT = 4  # words of a part that nothing but a question mark marks as one
LONG = 8  # words of any part
ABOUT = re.compile(r"(?:(?:what|how)(?:'s)? about|what of|(?:the )?same (?:question )?(?:for|in)|i meant?) ")
TRAILING = frozenset("too either then though also please instead again".split())
NO_PART = WH | AUXILIARY | frozenset("i you we he she they".split())


def another_part(asked: FollowUp, old: str) -> str | None:
    """The old question with another part; empty where no part of the old gives way to it; None where the follow-up is
    not of this kind."""
    words, adds = list(asked.words), asked.adds
    about = ABOUT.match(f"{asked.plain} ")
    if about:
        words, adds = words[len(about[0].split()) :], True
    words = _without_trailing(words)
    if not words:
        return "" if adds else None
    if (done := _another_subject(asked, words, old)) is not None:
        return done
    if any(word.low in NO_PART for word in words):
        return "" if about else None
    if len(words) > 2 and words[0].low == "those":
        words = words[1:]
    elif len(words) > 2 and plain(words[:2]) in ("the ones", "the one"):
        words = words[2:]
    placed = words[0].low in PREPOSITION and words[0].low != "about"
    if not adds and (len(words) > SHORT or not (placed or asked.text.rstrip().endswith("?"))):
        return None
    part = asked.text[words[0].start : words[-1].end]
    if found := [one for one in open_pronouns(part, words_of(part), asked.names) if one.sort != "that"]:
        part, settled = put_in(part, found, asked, old)
        if not settled:
            return ""
    text = exchanged(part, old, asked.names, adds or placed) if len(words) <= LONG else None
    if text is not None:
        return text
    return "" if adds or placed or words[-1].low in ("one", "ones") else None


def _without_trailing(words: Sequence[Word]) -> list[Word]:
    """Without "too", "as well" and the like at the end."""
    rest = list(words)
    while len(rest) > 1 and (rest[-1].low in TRAILING or plain(rest[-2:]) == "as well"):
        rest = rest[: -1 if rest[-1].low in TRAILING else -2]
    return rest


def _another_subject(asked: FollowUp, words: Sequence[Word], old: str) -> str | None:
    """ "did Surrey?", "how did Surrey do it?", "and what did Cate say?": another subject of what the old one did."""
    first = next((i for i, word in enumerate(words[:3]) if word.low in AUXILIARY), None)
    if first is None or len(words) < first + 2:
        return None
    before, lows, end = words_of(old), [word.low for word in words], len(words)
    part = asked.text[words[first + 1].start : words[-1].end]
    if first == 0:
        short = len(words) == 2 or (len(words) == 3 and lows[1] in DETERMINER)
        subject = short and lows[-1] not in VERBS | ADJECTIVE | ADVERB
        if not (subject or _is_name(part, asked.names)):
            return None
    elif lows[: first + 1] != [word.low for word in before[: first + 1]]:
        return None
    elif lows[-2] == "do" and lows[-1] in ("it", "that", "this", "so"):
        end -= 2
    elif lows[-1] in [word.low for word in before[first + 2 : -1]]:
        if not (asked.adds or _is_name(part.rpartition(" ")[0], asked.names)):
            return None
        end -= 1
    else:
        return None
    if end <= first + 1 or any(low in PRONOUN for low in lows[first + 1 : end]):
        return None
    subjects = [one for one in shape(old, asked.names).phrases if one.role == "subject"]
    value = full_name(asked.text[words[first + 1].start : words[end - 1].end], asked.names.people)
    return put(old, subjects[0], value) if subjects else ""


def _is_name(part: str, names: Names) -> bool:
    return any(one.end - one.start == len(part) for one in proper(f"and {part}", names))
