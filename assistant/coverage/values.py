"""What a coverage report says, in values that every face shows and every export keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assistant.domain import Citation, Statement, citation_json


class Label(StrEnum):
    """How well the documents cover a topic, from nothing up."""

    ABSENT = "absent"  # no mention recorded
    NAMED = "only named"  # mentioned, and nothing is told of it
    THIN = "thin"  # something is told, and little
    WELL = "well covered"

    @property
    def step(self) -> int:
        return list(Label).index(self)


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose accounts, which places and which sectors, each sorted."""

    accounts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """What the documents hold on one topic. A sentence that stands in several places is one Statement."""

    topic: str
    rule: Label  # by the counting rule
    corrected: Label | None = None  # by a convenor, instead
    told: tuple[Statement, ...] = ()  # the network's own and its members' sentences that tell of it, best first
    named: tuple[Statement, ...] = ()  # those that only name it
    outside: tuple[Statement, ...] = ()  # background from outside, never counted
    nearest: tuple[Statement, ...] = ()  # where it is not well covered: what comes nearest, never counted
    here: Voices = field(default_factory=Voices)
    missing: Voices = field(default_factory=Voices)  # found elsewhere in the corpus, and not here
    oldest: str | None = None
    newest: str | None = None

    @property
    def label(self) -> Label:
        return self.corrected or self.rule

    @property
    def sentences(self) -> int:
        return len(self.told) + len(self.named)

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents of `told` and `named`, each once, in order of appearance."""
        cited = (c.document for s in (*self.told, *self.named) for c in s.citations)
        return tuple(dict.fromkeys(cited))

    @property
    def quotes(self) -> tuple[Citation, ...]:
        """The best quotations: at most three, from different accounts or documents before a second from one."""
        firsts: dict[tuple[str, str | None], Citation] = {}
        rest: list[Citation] = []
        for statement in self.told or self.named or self.outside:
            one = statement.citations[0]
            key = one.document, one.speaker
            if key in firsts:
                rest.append(one)
            else:
                firsts[key] = one
        return tuple([*firsts.values(), *rest][:3])

    def to_json(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "label": self.label.value,
            "rule": self.rule.value,
            "corrected": self.corrected.value if self.corrected else None,
            "sentences": self.sentences,
            "told": len(self.told),
            "documents": list(self.documents),
            "accounts": list(self.here.accounts),
            "places": list(self.here.places),
            "sectors": list(self.here.sectors),
            "missing": {
                "accounts": list(self.missing.accounts),
                "places": list(self.missing.places),
                "sectors": list(self.missing.sectors),
            },
            "oldest": self.oldest,
            "newest": self.newest,
            "quotes": [citation_json(c) for c in self.quotes],
            "outside": [citation_json(s.citations[0]) for s in self.outside],
            "nearest": [citation_json(s.citations[0]) for s in self.nearest],
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """A report on an agenda. It rests on `documents` documents; absence means "not recorded"."""

    topics: tuple[TopicCoverage, ...]
    documents: int
    day: str  # ISO, on which it was made
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return {
            "topics": [topic.to_json() for topic in self.topics],
            "rests_on": self.documents,
            "day": self.day,
            "seconds": round(self.seconds, 4),
        }
