"""The noun phrases of a question, and how it is built."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.follow.chunks import Atom, chunks
from assistant.follow.grammar import (
    ADJECTIVE,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    DO,
    HAVE,
    PREPOSITION,
    PRONOUN,
    VERBS,
    WH,
    is_adverb,
    is_agent,
    is_plural,
)
from assistant.follow.names import Kind, Names, Phrase, proper
from assistant.follow.tokens import words_of

LONGEST_WHOLE = 14  # words of what "what is ...?" asks about
ASKED = re.compile(r"\b(?:which|what|whose|how many|how much) $", re.IGNORECASE)
COUNTED = re.compile(r"(?:many|much|few|several|any|some|each|every|no) ", re.IGNORECASE)
WHEN_OR_WHERE = frozenset("in during after before since until through across near within".split())


@dataclass(frozen=True, slots=True)
class Shape:
    """How a question is built. `phrases`: its noun phrases in order, each without those that a preposition joins to it.
    `whole`: what "what is ...?" asks about, to the end of the question. `unsure`: phrases whose end cannot be told."""

    phrases: tuple[Phrase, ...] = ()
    whole: Phrase | None = None
    unsure: tuple[Phrase, ...] = ()


def shape(text: str, names: Names) -> Shape:
    """How a text is built, read as a question."""
    atoms = _atoms(text, names)
    if len(atoms) > 1 and atoms[0].low in PREPOSITION and atoms[1].low in WH:
        atoms = atoms[1:]  # "in which year did they meet?"
    if not atoms:
        return Shape()
    at, need = _opening(atoms)
    if need == "whole":
        if (whole := _whole(atoms[at:])) is not None:
            inside = [atom for atom in atoms[at:] if atom.start < whole.end]
            after, _ = chunks(atoms[at + len(inside) + 1 :], "object")
            return Shape(chunks(inside, "subject")[0] + after, whole)
        if at < len(atoms) and _is_done(atoms[at:]):  # "what was agreed at the meeting?"
            return Shape(chunks(atoms[at + 1 :], "object")[0])
        need = "predicate"
    asked = chunks(atoms[1 : at - 1], "asked")[0] if at > 2 else ()
    phrases, unsure = chunks(atoms[at:], "subject", need)
    return Shape(asked[-1:] + phrases, None, unsure)


def head(text: str, one: Phrase) -> str:
    """The last word of a phrase, which says what it is."""
    return words_of(text[one.start : one.end])[-1].low


def acts(text: str, one: Phrase) -> bool:
    """Whether a phrase names someone who can do something: a person, a place's people, a body."""
    return one.kind in (Kind.PERSON, Kind.PLACE, Kind.NAME) or is_agent(head(text, one))


def article(text: str) -> str:
    """The article that a phrase begins with: "a"; "the", or what stands in its place; or none."""
    first = words_of(text)[0].low
    return "a" if first in ("a", "an") else "the" if first in DETERMINER and not COUNTED.match(text) else ""


def _atoms(text: str, names: Names) -> list[Atom]:
    named = proper(text, names)
    atoms: list[Atom] = []
    for word in words_of(text):
        one = next((one for one in named if one.start <= word.start < one.end), None)
        if one is None:
            atoms.append(Atom(word.low, word.start, word.end, word.pause, None))
        elif not atoms or atoms[-1].start != one.start:
            atoms.append(Atom(word.low, one.start, one.end, word.pause, one.kind))
    return atoms


def _opening(atoms: Sequence[Atom]) -> tuple[int, str]:
    """Where the subject begins, and the form of the verb that ends it; "whole" where "what is" asks about all of it."""
    first = atoms[0].low
    if first.removesuffix("'s") in WH and first.endswith("s") and first != "whose":
        return 1, "whole" if first[:3] in ("wha", "who", "whe") else "predicate"
    if first in AUXILIARY:
        return 1, _form(first)
    if first not in WH:
        return 0, ""
    for i, atom in enumerate(atoms[1:8], 1):
        if atom.kind is None and atom.low in CONJUNCTION:
            break
        if atom.low in AUXILIARY and atom.kind is None:
            if first in ("who", "what", "whom") and i > 1 and atom.low not in DO:
                break
            bare = first in ("what", "who", "where", "when") if i == 1 else first == "how" and atoms[1].low in ADJECTIVE
            return i + 1, "whole" if atom.low in BE and bare else _form(atom.low)
    asked = len(atoms) > 1 and is_plural(atoms[1].low) and atoms[1].low[:-1] not in VERBS  # "what metals get ..."
    return 1, "verb" if first in ("who", "what") and not asked else "inflected"


def _form(auxiliary: str) -> str:
    return "predicate" if auxiliary in BE else "participle" if auxiliary in HAVE else "base"


def _is_done(atoms: Sequence[Atom]) -> bool:
    """Whether a verb comes first ("agreed at the meeting"), not a word that describes ("bridging ties")."""
    return atoms[0].content and atoms[0].doing and not (len(atoms) > 1 and (atoms[1].content or atoms[1].kind))


def _whole(atoms: Sequence[Atom]) -> Phrase | None:
    """All that "what is" asks about, or None where it is no noun phrase."""
    rest = list(atoms)
    while rest and rest[-1].kind is None and (rest[-1].low in PREPOSITION or is_adverb(rest[-1].low)):
        rest.pop()
    if not rest or rest[0].breaks or _is_done(rest):
        return None
    for i in range(1, len(rest)):
        ends = i + 1 == len(rest) or rest[i + 1].breaks
        if rest[i].content and rest[i].participle and ends and rest[i - 1].low not in DETERMINER:
            rest = rest[:i]  # "what is the money spent on?"
            break
    clauses = WH | AUXILIARY | PRONOUN | CONJUNCTION - {"and"}
    unsafe = any(atom.kind is None and atom.low in clauses for atom in rest) or any(atom.pause for atom in rest[1:])
    if unsafe or len(rest) > LONGEST_WHOLE or rest[-1].low in DETERMINER:
        return None
    kind = rest[0].kind if len(rest) == 1 and rest[0].kind else Kind.THING
    return Phrase(rest[0].start, rest[-1].end, kind, "subject")
