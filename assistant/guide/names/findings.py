"""What was found of the names of one document, in plain values: names and places in the text, none of its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.guide.values import EntityKind

RULES = 1  # changes whenever the rules do, so that what an older version found is found anew
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "programme")


@dataclass(frozen=True, slots=True)
class Name:
    """A form of words that names something in one document, and what its signs speak for."""

    form: str
    votes: tuple[int, int, int, int]  # in the order of KINDS
    best: int  # the weight of its strongest sign for one kind, in one place
    shown: bool = False  # a person whom the document says to be from somewhere


@dataclass(frozen=True, slots=True)
class Short:
    """A form such as "the Council" at these places: of the body `full`, where the document names one, or of one in this place."""

    form: str
    full: str
    place: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The names of one document. `digest` is its file's, by which a kept one is known to be still true."""

    document: str
    digest: str
    names: tuple[Name, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()  # (short form, full form), in this document
    shorts: tuple[Short, ...] = ()
    rules: int = RULES

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "digest": self.digest,
            "rules": self.rules,
            "names": [[name.form, list(name.votes), name.best, name.shown] for name in self.names],
            "aliases": [list(pair) for pair in self.aliases],
            "shorts": [[one.form, one.full, one.place, list(one.at)] for one in self.shorts],
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Found:
        """What `to_json` made. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            document=str(kept["document"]),
            digest=str(kept["digest"]),
            names=tuple(Name(form, four(votes), int(best), bool(shown)) for form, votes, best, shown in kept["names"]),
            aliases=tuple((short, full) for short, full in kept["aliases"]),
            shorts=tuple(Short(form, full, place, tuple(map(int, at))) for form, full, place, at in kept["shorts"]),
            rules=int(kept["rules"]),
        )


def top_kind(signs: Counter[EntityKind]) -> EntityKind | None:
    """The kind that most votes speak for; of equals the first of KINDS."""
    best = max(KINDS, key=lambda kind: signs[kind])
    return best if signs[best] > 0 else None


def head(form: str) -> str:
    """The last word of a name, small: "collective" of "BD_Collective"."""
    return re.split(r"[\s_]+", form.casefold())[-1]


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one body by their letters: "BD_Collective" abbreviates "Barking and Dagenham Collective"."""
    short, full = sorted((re.split(r"[\s_]+", name) for name in (one, other)), key=lambda parts: len("".join(parts)))
    if [part.casefold() for part in short] == [part.casefold() for part in full]:
        return True
    if len(short) != 2 or not (2 <= len(short[0]) <= 5 and short[0].isupper()):
        return False
    return short[1].casefold() == full[-1].casefold() and initials(full[:-1]) == short[0]


def initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


def four(numbers: Sequence[Any]) -> tuple[int, int, int, int]:
    person, organisation, place, programme = map(int, numbers)
    return person, organisation, place, programme
