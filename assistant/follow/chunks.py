"""Reads the words of a question, left to right, into noun phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.follow.grammar import (
    ADJECTIVE,
    ADVERB,
    BODIES,
    DETERMINER,
    DO,
    HAVE,
    IRREGULAR,
    PERIODS,
    PREPOSITION,
    PRONOUN,
    SUFFIX,
    VERBS,
    breaks_phrase,
    is_agent,
    is_plural,
)
from assistant.follow.names import Kind, Phrase

HELPING = frozenset("help helps helped let lets get gets make makes".split())


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, or a proper name of several."""

    low: str
    start: int
    end: int
    pause: bool
    kind: Kind | None

    @property
    def breaks(self) -> bool:
        return self.kind is None and breaks_phrase(self.low)

    @property
    def participle(self) -> bool:
        return self.kind is None and (self.low in IRREGULAR or self.low.endswith("ed"))

    @property
    def doing(self) -> bool:
        return self.participle or (self.kind is None and self.low.endswith("ing"))

    @property
    def content(self) -> bool:
        return self.kind is None and not self.breaks and self.low not in DETERMINER


Phrases = tuple[Phrase, ...]


def chunks(atoms: Sequence[Atom], role: str, form: str = "") -> tuple[Phrases, Phrases]:
    """The phrases, and those whose end cannot be told. `form`: of the verb that ends the subject, if any does."""
    return _Reader(role, form).read(atoms)


class _Reader:
    def __init__(self, role: str, form: str) -> None:
        self._role = role
        self._form = form
        self._found: list[Phrase] = []
        self._chunk: list[Atom] = []
        self._verb = ""
        self._pronoun = False  # whether a pronoun has been seen, which may be the subject

    def read(self, atoms: Sequence[Atom]) -> tuple[Phrases, Phrases]:
        for i, atom in enumerate(atoms):
            self._next(atom, atoms[i + 1] if i + 1 < len(atoms) else None)
        self._end()
        if self._form not in ("base", "participle"):
            return tuple(self._found), ()
        # No verb was seen: the subject has swallowed it.
        unsure = tuple(one for one in self._found if one.role == "subject")
        return tuple(one for one in self._found if one.role != "subject"), unsure

    def _next(self, atom: Atom, after: Atom | None) -> None:
        if atom.pause:
            self._end()
        if atom.kind is Kind.DATE:
            self._end()
            self._found.append(Phrase(atom.start, atom.end, Kind.DATE, self._role))
        elif atom.kind is not None:
            if self._chunk and self._chunk[-1].kind is not None:
                self._end()
            self._chunk.append(atom)
        elif atom.low in DETERMINER:
            self._end()
            self._chunk = [atom]
        elif atom.low in ADVERB and self._waits and after and not after.breaks:
            self._chunk.append(atom)  # "the first meeting"
        elif self._form == "base" and self._begun and atom.low in DO | HAVE | {"be"}:
            self._end()
            self._form, self._role = "", "object"
        elif atom.breaks:
            self._end()
            self._pronoun = self._pronoun or atom.low in PRONOUN
            if atom.low in PREPOSITION:
                self._role = atom.low
            elif atom.low not in ("and", "or") and not self._form:
                self._role = "object"
        elif self._is_verb(atom, after):
            self._end()
            self._form, self._role, self._verb = "", "object", atom.low
        elif self._role == "to" and not self._chunk and atom.low in VERBS:
            self._role = "object"
            self._form = self._form if self._form != "predicate" else ""
        else:
            self._chunk.append(atom)

    @property
    def _begun(self) -> bool:
        """Whether there is a subject that a verb may follow."""
        if self._chunk:
            return any(one.low not in DETERMINER or one.kind for one in self._chunk)
        return self._pronoun or bool(self._found)

    @property
    def _waits(self) -> bool:
        """Whether "the" or the like waits for its noun."""
        return bool(self._chunk) and self._chunk[-1].low in DETERMINER and self._chunk[-1].kind is None

    def _is_verb(self, atom: Atom, after: Atom | None) -> bool:
        if self._form == "verb":
            return True
        if not self._begun:
            return False
        last = self._chunk[-1] if self._chunk else None
        named, plural = last is not None and last.kind is not None, last is not None and is_plural(last.low)
        follows = after is not None and after.content
        again = after is not None and after.content and after.low in VERBS
        base = atom.low in VERBS and (named or plural or not again)
        match self._form:
            case "base":  # or a verb that the list lacks
                body = is_agent(atom.low) or atom.low in BODIES or is_plural(atom.low)
                return base or ((named or plural) and not body and not again)
            case "participle":
                return atom.participle
            case "inflected":
                third = atom.low.endswith("s") and (atom.low[:-1] in VERBS or atom.low[:-2] in VERBS)
                return atom.participle or third or (plural and base)
            case "predicate":
                adjective = atom.low in ADJECTIVE or SUFFIX.match(atom.low) is not None
                return atom.participle or atom.low.endswith("ing") or (adjective and not follows)
        # "help the council consult": the council is what is helped.
        return self._role == "object" and self._verb in HELPING and base and bool(self._chunk)

    def _end(self) -> None:
        chunk, self._chunk = self._chunk, []
        while self._role == "object" and len(chunk) > 1 and chunk[-1].low in ADJECTIVE and not chunk[-1].kind:
            chunk.pop()  # "what makes strong ties useful"
        if not chunk or (chunk[-1].low in DETERMINER and chunk[-1].kind is None):
            return
        if chunk[-1].low in PERIODS and (len(chunk) == 1 or (len(chunk) == 2 and chunk[0].low in DETERMINER)):
            return
        named = next((one.kind for one in chunk if one.kind), None)
        kind = Kind.THING if named is None else named if len(chunk) == 1 else Kind.NAME
        self._found.append(Phrase(chunk[0].start, chunk[-1].end, kind, self._role))
