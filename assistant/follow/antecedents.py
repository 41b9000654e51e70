"""What the pronouns of a follow-up stand for, in the questions before it and in what was shown for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.follow.grammar import BE, PRONOUN, is_plural
from assistant.follow.names import Kind, Names, Phrase, is_person, people, proper
from assistant.follow.phrases import ASKED, COUNTED, WHEN_OR_WHERE, Shape, acts, article, head, shape
from assistant.follow.pronouns import Pronoun, can_be
from assistant.follow.tokens import words_of
from assistant.follow.turns import LEADS, FollowUp
from assistant.words import stem

LONGEST_NAME = 120  # characters of a phrase that a pronoun gives way to
PART_OF = re.compile(r"\b(?:many|much|some|all|most|any|each|none|both) of $", re.IGNORECASE)
BARE_PLACE = re.compile(r"\b(?:from|to|near|around|over|in) $")
ONE_IS = re.compile(r"\W*\w+(?:'?s|’s| \w+ is| is| was)\b")  # "what is", "how big is": one thing


def put_in(text: str, found: Sequence[Pronoun], asked: FollowUp, old: str) -> tuple[str, bool]:
    """A text with what its pronouns stand for, and whether that could be told of all of them."""
    settled, whole, used = True, text, dict[str, str]()
    for one in reversed(found):
        meant = _meant(one, whole, asked, old)
        if meant is None or used.setdefault(meant, one.sort) != one.sort:  # two words do not mean the same one
            settled = False
            continue
        if PART_OF.search(text[: one.start]) and not article(meant) and not meant[:1].isupper():
            meant = f"the {meant}"
        mark = ("'" if is_plural(words_of(meant)[-1].low) else "'s") if one.possessive else ""
        text = text[: one.start] + meant + mark + one.ending + text[one.end :]
    return text, settled


def _meant(one: Pronoun, text: str, asked: FollowUp, old: str) -> str | None:
    """What a pronoun stands for, or None where that cannot be told."""
    if one.sort == "person":
        return _person(asked)
    if one.sort == "that":
        return _pointed_at(text, one, old, asked.names)
    form = shape(old, asked.names)
    if form.whole is not None:
        single = one.sort == "one" and ONE_IS.match(old) is not None
        fits = bool(form.phrases) and (single or can_be(old, form.phrases[0], one.sort))
        return _said(old, form.phrases[0] if one.possessive else form.whole) if fits else None
    fitting = [
        p for p in form.phrases if can_be(old, p, one.sort) and p.role not in WHEN_OR_WHERE and not is_person(old, p)
    ]
    if one.sort == "many":
        fitting = _many(fitting, form, old, asked.names)
    elif fitting and fitting[0].role == "subject" and any(p.role == "object" for p in form.phrases):
        return None  # "How did the hospital cut waiting times?", "did the staff like it?": not the hospital
    clear = len(fitting) == 1 or (one.sort == "many" and bool(fitting) and fitting[0].role == "subject")
    return _said(old, fitting[0], () if one.possessive else form.phrases) if clear else None


def _many(fitting: list[Phrase], form: Shape, old: str, names: Names) -> list[Phrase]:
    """Those of the phrases that "they" can stand for, none where it may be others."""
    plural = [p for p in fitting if is_plural(head(old, p))]
    body = any(p.role == "subject" and p not in plural and not is_person(old, p) for p in form.phrases)
    if (not plural and _asks_who(old, names)) or (body and any(not acts(old, p) for p in plural)):
        return []  # they are who it was; or those of the hospital, or its waiting times
    fitting = plural or [p for p in fitting if p.role in ("subject", "object")]
    return [p for p in fitting if p.role == "subject"] or fitting


def _said(old: str, one: Phrase, phrases: Sequence[Phrase] = ()) -> str | None:
    """A phrase as another question can name it, with the place that follows it."""
    end = one.end
    for other in phrases:
        if other.kind is Kind.PLACE and other.role == "in" and re.fullmatch(r" in (?:the )?", old[end : other.start]):
            end = other.end
    text = old[one.start : end]
    asked = one.role == "asked" or ASKED.search(old[: one.start])  # "Which areas did it cover?": those that it covered
    if asked or len(text) > LONGEST_NAME or any(word.low in PRONOUN for word in words_of(text)):
        return None
    return f"the {COUNTED.sub('', text, count=1)}" if COUNTED.match(text) else text


def _pointed_at(text: str, one: Pronoun, old: str, names: Names) -> str | None:
    """ "that meeting": the phrase of the old question with that noun; "there": its place; "then": its date."""
    pointer = words_of(text[one.start : one.end])
    if pointer[0].low in ("there", "then"):
        kind = Kind.PLACE if pointer[0].low == "there" else Kind.DATE
        found = [old[p.start : p.end] for p in proper(old, names) if p.kind is kind]
        bare = kind is Kind.DATE or BARE_PLACE.search(text[: one.start])
        return (found[0] if bare else f"in {found[0]}") if len(found) == 1 else None
    if len(pointer) < 2:
        return None
    form = shape(old, names)
    same = [p for p in form.phrases if stem(head(old, p)) == stem(pointer[-1].low)]
    if same and form.whole is not None and same[0] is form.phrases[0]:
        return _said(old, form.whole)
    return _said(old, same[0], form.phrases) if len(same) == 1 else None


def _person(asked: FollowUp) -> str | None:
    """The last person named in the turns; None where there is none, or two."""
    own = people(asked.text, asked.names)
    for turn in reversed(asked.before):
        named = [] if turn.of_quotation else people(turn.question, asked.names)
        quoted = [name for quote in turn.quotes for name in people(f"and {quote.quote}", asked.names)]
        speaker = [quote.speaker for quote in turn.quotes[:1] if quote.speaker and words_of(quote.speaker)]
        if not turn.of_quotation and _asks_who(turn.question, asked.names):
            # Who it was stands in the answer: "Who ran the session?", "what did she say?".
            told = [name for name in [*quoted, *speaker] if name not in named]
            if named and not told:
                return None
            named = told[:1]
        fitting = [name for name in named or [*speaker, *quoted][:1] if name not in own]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _asks_who(question: str, names: Names) -> bool:
    """Whether the answer to a question is a person whom it does not name: not "who is Avril McIntyre?"."""
    words = [word for word in words_of(question) if word.low not in LEADS]
    if not words or words[0].low.removesuffix("'s") != "who":
        return False
    after = 1 if words[0].low.endswith("'s") or len(words) == 1 or words[1].low not in BE else 2
    named = after < len(words) and any(one.start == words[after].start for one in proper(question, names))
    return after == 1 or not named
