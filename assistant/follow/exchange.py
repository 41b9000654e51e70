"""A part in the place of what is of its kind in another question: "Surrey" in "how did Barking build trust?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.follow.grammar import ADVERB, ALIKE, DETERMINER, PREPOSITION, PRONOUN, is_agent, is_plural
from assistant.follow.names import Kind, Names, Phrase, full_name, is_person, proper
from assistant.follow.phrases import ASKED, WHEN_OR_WHERE, acts, article, head, shape
from assistant.follow.tokens import Word, words_of
from assistant.words import stem

RELATIVE = re.compile(r"last|this|next|today|yesterday|tomorrow", re.IGNORECASE)
YEAR = re.compile(r",? (?:19|20)\d\d$")


def exchanged(part: str, old: str, names: Names, sure: bool) -> str | None:
    """The old question with `part` in the place of what is of its kind; None where nothing is. `sure`: whether it is
    certain to be such a part, so that it may be added, and a capital letter makes it a name."""
    aside = f"and {part}" if sure else part
    named = proper(aside, names)
    others = [w for w in words_of(aside) if not any(one.start <= w.start < one.end for one in named)]
    if not named or any(w.low not in PREPOSITION | DETERMINER | {"and"} for w in others):
        return _thing(part, old, names, sure)
    text: str | None = old
    for one in named:
        text = _name(aside[one.start : one.end], one, text, names, sure) if text else None
    return text


def put(old: str, one: Phrase, value: str) -> str:
    """The old question with `value` in the place of a phrase."""
    before = old[: one.start]
    if one.kind is Kind.DATE and RELATIVE.match(value):
        before = re.sub(r"\b(?:in|on|at) (?:the )?$", "", before)
    if ASKED.search(before):
        value = re.sub(r"(?i)^(?:the|an?) ", "", value)
    return f"{before}{value}{old[one.end :]}"


def _added(old: str, part: str) -> str:
    return f"{old.rstrip(' ?!.')}, {part}?"


def _name(value: str, new: Phrase, old: str, names: Names, sure: bool) -> str | None:
    """A person, place, date or other name, in the place of one of its kind, or of someone who acts; or added."""
    olds = proper(old, names)
    if new.kind is Kind.PERSON:
        value = full_name(value, names.people)
        alike = [one for one in olds if is_person(old, one)]
    else:
        value = value[:1].upper() + value[1:] if new.kind is Kind.PLACE else value
        alike = [one for one in olds if one.kind is new.kind]
    if new.kind in (Kind.PERSON, Kind.NAME) and not alike:
        alike = _acting(old, names, new.role)
    if alike:
        best = min(alike, key=lambda one: bool(new.role) and one.role != new.role)
        return put(old, _narrowed(old, best, value) if new.kind is Kind.DATE else best, value)
    if new.kind is Kind.DATE or (new.kind is Kind.PLACE and sure):
        return _added(old, f"{new.role or _usual(new.kind, value)} {value}".strip())
    return _added(old, f"{new.role} {value}") if sure and new.role else None


def _thing(part: str, old: str, names: Names, sure: bool) -> str | None:
    """Anything else, in the place of a word of its kind, of what stands after its preposition, or of its noun."""
    words = words_of(part)
    role = words[0].low if words[0].low in PREPOSITION and len(words) > 1 else ""
    body = part[words[1].start :] if role else part
    own = [w for w in words[bool(role) :] if w.low not in DETERMINER and w.low not in ("one", "ones")]
    if twin := _twin(own, old):
        return put(old, twin[1], part[twin[0].start : twin[0].end])
    if all(w.low in PREPOSITION | ADVERB for w in own) or not (sure or words[0].low == "the"):
        return None
    if role:
        phrases = shape(old, names).phrases
        same = [one for one in phrases if one.role == role and one.kind not in (Kind.PLACE, Kind.DATE)]
    elif words[-1].low in PRONOUN - {"one"}:
        return None
    else:
        same = _alike(body, words[-1].low, old, names, sure)
    if not same:
        return _added(old, part) if role else None
    return put(old, same[0], re.sub(r"\bones?$", lambda _: head(old, same[0]), body))  # "the Camden one"


def _alike(part: str, noun: str, old: str, names: Names, sure: bool) -> list[Phrase]:
    """The phrases whose place a noun phrase can take, the likeliest first."""
    phrases = shape(old, names).phrases
    same = [one for one in phrases if one.kind is not Kind.DATE and stem(head(old, one)) == stem(noun)]
    if same:
        return same
    if is_agent(noun):
        asked = [one for one in phrases if one.role in ("asked", "subject") and one.kind is Kind.THING]
        same = _acting(old, names) or [one for one in asked if is_plural(head(old, one)) and is_plural(noun)]
        return sorted(same, key=lambda one: one.kind is not Kind.THING or not _articles_agree(old, one, part))
    things = [
        one for one in phrases if one.kind is Kind.THING and not acts(old, one) and _articles_agree(old, one, part)
    ]
    if not sure:
        return []
    return [one for one in things if one.role == "subject"] or (things if len(things) == 1 else [])


def _articles_agree(old: str, one: Phrase, part: str) -> bool:
    return article(old[one.start : one.end]) == article(part)


def _twin(own: Sequence[Word], old: str) -> tuple[Word, Phrase] | None:
    """A word, and the word of its kind in the old question ("the second one": first), where all else is there too."""
    asked = words_of(old)
    held = {stem(word.low) for word in asked}
    for word in own:
        if all(other is word or stem(other.low) in held for other in own):
            for other in asked:
                if word.low != other.low and any(word.low in kind and other.low in kind for kind in ALIKE):
                    return word, Phrase(other.start, other.end, Kind.THING)
    return None


def _acting(old: str, names: Names, role: str = "") -> list[Phrase]:
    """The phrases whose place someone can take who does something, the likeliest first."""
    phrases = shape(old, names).phrases
    about = [one for one in phrases if one.role == "about"]
    if about and any(one.kind is Kind.PERSON and one.role == "subject" for one in phrases):
        return about  # "What did Avril say about trust?", "and the council?": about the council
    acting = [one for one in phrases if acts(old, one) and one.role not in WHEN_OR_WHERE]
    return sorted(acting, key=lambda one: (one.role != role, one.role != "subject"))


def _narrowed(old: str, date: Phrase, value: str) -> Phrase:
    """Of "July 2020" only the month, where another month is asked for without a year."""
    year = YEAR.search(old[date.start : date.end])
    if year and not re.search(r"\d{4}|year", value):
        return Phrase(date.start, date.start + year.start(), Kind.DATE)
    return date


def _usual(kind: Kind, value: str) -> str:
    """The preposition that a place or date has where none was given."""
    if kind is Kind.DATE and RELATIVE.match(value):
        return ""
    return "on" if kind is Kind.DATE and re.search(r"day|^\d{1,2}\D", value.casefold()) else "in"
