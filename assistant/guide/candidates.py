"""Words and phrases of a sentence that may be terms of the network's, each with the sign that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.figures import CALENDAR
from assistant.follow.grammar import DETERMINER, IRREGULAR, PREPOSITION, VERBS, is_adverb
from assistant.guide.abbreviations import abbreviations
from assistant.guide.everyday import is_verb_form
from assistant.words import STOPWORDS, stem, words

Key = tuple[str, ...]  # the stems of a phrase's words: the same in all of its forms
Sign = Literal["abbreviation", "quoted", "capitals", "called", "contrast", "kind", "phrase", "jargon", "rare"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters [start, end) of a sentence. `closes`: nothing after it seems to belong to it; `ends`: nor before it."""

    text: str
    sign: Sign
    start: int
    end: int
    ends: bool = True
    closes: bool = True


_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*[’']?")
_QUOTED = re.compile(r"[‘“]([^‘’“”]{3,40})[’”]|(?<!\w)'([^']{3,40})'(?!\w)|\"([^\"]{3,40})\"")
_INTRODUCED = re.compile(
    r"(?i)\b(?:roles?|terms?|words?|concepts?|ideas?|notions?|models?|approach(?:es)?|methods?|practices?|principles?"
    r"|call(?:s|ed|ing)?|known as|described as|so-called|refers? to|named|label(?:led)?)\b"
)
_CALLED = re.compile(
    r"\b(?:platform|tool|approach|method|model|idea|concept|framework|theory|practice|process|technique|system|scheme|way of \w+)s?,?"
    r" (?:that is |which is |it )?(?:is |are )?(?:now )?(?:called|known as|named) (?:the )?"
    r"[‘“'\"]?((?:[A-Z][\w’'-]*)(?: (?:(?:of|for|to|and) )?[A-Z][\w’'-]*){0,4})"
)
_MEANT = re.compile(r"(?i)\bby [‘“'\"]?([\w’' -]{3,40}?)[’”'\"]?,? (?:we|i|they|he|she) (?:mean|understand)s?\b")
_CONTRAST = re.compile(
    r"(?i)\b(?:between|both) (?:an? )?([a-z]+(?:-[a-z]+)?) and (?:an? )?([a-z]+(?:-[a-z]+)?) ([a-z]+(?:ion|ment|ship|ity|ness|ing|ance|ence|ism|ure|ity|acy|ems?|ors?|odels?))\b"
)
# Heads of capitalised phrases that name an idea, not somebody or somewhere.
_IDEA = frozenset(
    "system systems action society economy change framework principles principle leadership approach model method plan"
    " strategy charter agenda review pledge manifesto theory thinking commons covenant deal learning practice values"
    " conversation inquiry stewardship power budgeting democracy wellbeing development organising justice state".split()
)
_RUN = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?: (?:(?:of|for|to|and|in) )?[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?){1,4}\b")
# "The cell is a working group", "A cell has between six and ten people in it", "Cells are for people who".
_KIND = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Ee]ach|[Ee]very|[Oo]ur) )?([A-Z]?[a-z-]{3,}(?: [a-z-]{3,}){0,2}?) "
    r"(?:(?:is|are) (?:an? (?:\w+ ){0,2}?(?:group|kind|type|form|way|set|setting|method|approach|process|place|space|person|people"
    r"|organisation|network|system|idea|practice|series|model|tool|body|role)\b|(?:meant |intended |there )?for (?:people|those|anyone|members)\b"
    r"|about \w+ing\b|when\b|where\b)|means? (?!that\b)|refers? to|(?:takes?|has|have) the form of|has between|consists? of|is made up of)"
)
_JARGON = re.compile(r"[a-z]+-(?:based|led|centred|centered|informed|oriented|driven|focused)")
# Heads of phrases that name no idea: "cell meetings".
_COMMON_HEAD = frozenset(
    "meeting meetings member members session sessions note notes group groups discussion discussions question questions"
    " point points issue issues problem problems event events page pages reader readers name names".split()
)
# What qualifies and does not name: "good leadership" is no kind of leadership.
PLAIN = STOPWORDS | frozenset(
    "good bad better best worse new old own different various many whole large larger small smaller big local real clear main"
    " important useful valuable possible likely certain recent early late later next last previous first second second-hand open honest"
    " great common joint key several few close ready able high low long short full common difficult easy easier hard"
    " harder possible wide wider strong stronger weak weaker current past future existing extra particular similar special specific"
    " general simple sound single two three four five six seven eight nine ten time years year people person way ways"
    " thing things work part member members case example number lot others ones kind sort side sides".split()
)
_BEFORE = frozenset(
    "the a an of in with for from to our their this by and about as on or into its his her between within across that's"
    " no some any each every both your my new than against through towards toward".split()
)
_AFTER = re.compile(
    r"(?:$|[.,;:!?…)’”\"']|\s+(?:and|or|of|in|to|for|with|from|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must"
    r"|that|which|who|by|on|at|as|but|than|when|where|while|because|so|also|through|into|within|across|about|between|if|not|often|now)\b)"
)


def stemmed(phrase: str) -> Key:
    """The same for "citizens' assemblies" and "citizens assembly"."""
    return tuple(stem(word) for word in words(phrase))


def candidates(text: str) -> Iterator[Candidate]:
    """The candidates of one sentence. One phrase may come with several signs."""
    for match in abbreviations(text):
        yield Candidate(match[0], "abbreviation", *match.span())
    if _INTRODUCED.search(text):
        for match in _QUOTED.finditer(text):
            group = next(i for i in (1, 2, 3) if match[i] is not None)
            if _is_term(match[group]):
                yield Candidate(match[group], "quoted", *match.span(group))
    for form in (_CALLED, _MEANT):
        for match in form.finditer(text):
            term = re.sub(r"(?i)^(?:an?|the) ", "", match[1])
            yield Candidate(term, "called", match.end(1) - len(term), match.end(1))
    for match in _CONTRAST.finditer(text):
        for which in (1, 2):
            if match[which].lower() not in STOPWORDS:
                yield Candidate(f"{match[which]} {match[3]}", "contrast", match.start(which), match.end())
    for match in _RUN.finditer(text):
        run = match[0].split()
        while run[0].casefold() in STOPWORDS:  # "Our Call to Action", at the beginning of a sentence
            run = run[1:]
        if len(run) > 1 and run[-1].casefold() in _IDEA and run[0].casefold() not in CALENDAR:
            name = match[0][match[0].index(run[0]) :]
            yield Candidate(name, "capitals", match.end() - len(name), match.end())
    if (kind := _KIND.match(text)) and not set(kind[1].casefold().split()) & PLAIN:
        yield Candidate(kind[1], "kind", *kind.span(1))
    yield from _phrases(text)


def _is_term(quoted: str) -> bool:
    """Whether quoted words name something: few, and no sentence."""
    parts = [word.casefold() for word in _TOKEN.findall(quoted)]
    return (
        1 <= len(parts) <= 4
        and quoted[-1] not in ".?!,…"
        and parts[-1] not in STOPWORDS
        and parts[0] not in STOPWORDS
        and not any(word in _BEFORE - {"of", "and", "in", "for", "to"} for word in parts)
        and not parts[0].endswith("ly")
    )


def _phrases(text: str) -> Iterator[Candidate]:
    """Two or three words of lower case that may be one noun phrase."""
    tokens = list(_TOKEN.finditer(text))
    low = [token[0].replace("’", "'").casefold() for token in tokens]
    # Whether a word may stand in a phrase at all, and whether one stands right after the one before it.
    inside = [_inside(token[0], word, first=i == 0) for i, (token, word) in enumerate(zip(tokens, low, strict=True))]
    joined = [False, *(text[a.end() : b.start()] == " " for a, b in pairwise(tokens))]
    for i in range(len(tokens)):
        before = low[i - 1] if joined[i] else ""
        for size in (2, 3):
            if i + size > len(tokens) or not all(joined[i + 1 : i + size]) or not (inside[i] or size == 2):
                break
            parts = low[i : i + size]
            jargon = size == 2 and _JARGON.fullmatch(parts[0]) is not None
            if jargon:
                good = parts[1] not in STOPWORDS and parts[1] not in PREPOSITION and tokens[i + 1][0][0].islower()
            else:
                good = all(inside[i : i + size]) and _noun_phrase(parts, before)
            if not good:
                continue
            start, last = tokens[i].start(), tokens[i + size - 1]
            end = last.start() + len(last[0].rstrip("’'"))
            closes = bool(_AFTER.match(text, end))
            whole = closes and (not before or before in _BEFORE or before.endswith("'s"))
            yield Candidate(text[start:end], "jargon" if jargon else "phrase", start, end, whole, closes)


def _inside(word: str, low: str, *, first: bool) -> bool:
    """Whether a word may stand in a phrase: of lower case, but at the beginning, and no word of grammar."""
    if not (word[0].islower() or first):
        return False
    return not (low in PLAIN or low in PREPOSITION or low in DETERMINER or low in CALENDAR or is_adverb(low))


def _noun_phrase(parts: list[str], before: str) -> bool:
    """Whether words that may stand in a phrase can be one: its head a noun, its first word no verb."""
    head, opening = parts[-1].rstrip("'"), parts[0]
    if head in _COMMON_HEAD or head.endswith(("ed", "'s")) or head in IRREGULAR or is_verb_form(head):
        return False
    if opening.endswith("ing") or opening in IRREGULAR or is_verb_form(opening.rstrip("'")):
        return False
    return not (opening in VERBS and before not in _BEFORE - {"to"})
