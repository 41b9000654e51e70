"""What the guide holds, in values that every face shows and every export keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from assistant.domain import Citation, Statement, citation_json

EntityKind = Literal["person", "organisation", "place", "programme"]
Side = Literal["network", "group", "size", "convenors"]


@dataclass(frozen=True, slots=True)
class About:
    """A sentence that says what the network is, what a group of it is ("cell"), how many make one up, or who convenes it.
    `noun`: what the sentence calls the network or the group, in lower case."""

    side: Side
    citation: Citation
    noun: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"side": self.side, "noun": self.noun} | citation_json(self.citation)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the documents name. Nothing is said of it that no document says."""

    kind: EntityKind
    name: str  # the fullest form in the documents
    aliases: tuple[str, ...] = ()  # other forms in the documents: "Avril", "BD_Collective"
    introduced: tuple[Citation, ...] = ()  # what documents say they are, at the time of the document
    spoke: tuple[Citation, ...] = ()  # of a person: the best of their own account
    documents: tuple[str, ...] = ()  # ids of the documents that name it
    count: int = 0  # sentences that name it
    unlike: tuple[str, ...] = ()  # others of a longer name that are kept apart by hand
    outside: bool = False  # whether only background from outside names it

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "aliases": list(self.aliases),
            "introduced": [citation_json(c) for c in self.introduced],
            "spoke": [citation_json(c) for c in self.spoke],
            "documents": list(self.documents),
            "count": self.count,
            "unlike": list(self.unlike),
            "outside": self.outside,
        }


@dataclass(frozen=True, slots=True)
class Term:
    """A word or abbreviation of the network's. With no definition it is "not explained in the documents"."""

    term: str
    long: str | None = None  # what an abbreviation stands for, where a document says so
    defined: tuple[Citation, ...] = ()
    used: tuple[Citation, ...] = ()  # one place or two where it is used

    def to_json(self) -> dict[str, Any]:
        return {
            "term": self.term,
            "long": self.long,
            "defined": [citation_json(c) for c in self.defined],
            "used": [citation_json(c) for c in self.used],
        }


@dataclass(frozen=True, slots=True)
class Theme:
    """A thing that has been discussed, named in the documents' words. `documents` and `sentences` are the network's own and
    its members'; of background from outside there is a number alone."""

    label: str
    quotes: tuple[Citation, ...]  # at most three, of different documents and accounts
    documents: tuple[str, ...]
    sentences: int
    outside: int = 0  # sentences of background from outside

    def to_json(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "quotes": [citation_json(c) for c in self.quotes],
            "documents": list(self.documents),
            "sentences": self.sentences,
            "outside": self.outside,
        }


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """A question to start from, and sentences that answer it."""

    question: str
    answer: tuple[Citation, ...]

    def to_json(self) -> dict[str, Any]:
        return {"question": self.question, "answer": [citation_json(c) for c in self.answer]}


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or contribution in time. An undated one has `date` None and its clues."""

    document: str
    title: str
    kind: str
    date: str | None = None  # ISO, as far as known
    clues: tuple[Citation, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "title": self.title,
            "kind": self.kind,
            "date": self.date,
            "clues": [citation_json(c) for c in self.clues],
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """A document worth reading, how long it takes, and why now."""

    document: str
    title: str
    minutes: int
    why: str
    url: str | None = None  # where the document, or what it retells, is on the web

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "title": self.title,
            "minutes": self.minutes,
            "why": self.why,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True)
class Invitation:
    """A way to take part, or a next meeting, as a document states it. `past`: None where its day cannot be told."""

    citation: Citation
    kind: Literal["meeting", "contribute"]
    day: str | None = None  # ISO, where the document gives a whole date
    past: bool | None = None
    old: bool = False  # whether its document is more than a year old, so that it may no longer hold

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "day": self.day,
            "past": self.past,
            "old": self.old,
            "citation": citation_json(self.citation),
        }


@dataclass(frozen=True, slots=True)
class Guide:
    """What a newcomer needs, for one audience."""

    network: str = ""  # what it is called, where a person has said so and its documents call it that
    about: tuple[About, ...] = ()  # what the network says it is
    entities: tuple[Entity, ...] = ()
    terms: tuple[Term, ...] = ()
    themes: tuple[Theme, ...] = ()
    timeline: tuple[Event, ...] = ()  # dated ones oldest first, then the undated
    background: tuple[Event, ...] = ()  # texts from outside that have a date, oldest first
    reading: tuple[Reading, ...] = ()
    questions: tuple[FirstQuestion, ...] = ()
    take_part: tuple[Invitation, ...] = ()
    documents: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "documents": self.documents,
            "network": self.network,
            "about": [one.to_json() for one in self.about],
            "entities": [one.to_json() for one in self.entities],
            "terms": [one.to_json() for one in self.terms],
            "themes": [one.to_json() for one in self.themes],
            "timeline": [one.to_json() for one in self.timeline],
            "background": [one.to_json() for one in self.background],
            "reading": [one.to_json() for one in self.reading],
            "questions": [one.to_json() for one in self.questions],
            "take_part": [one.to_json() for one in self.take_part],
        }


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every sentence that mentions a person, place or term: `forms` are the words looked for, the asked one first."""

    term: str
    forms: tuple[str, ...]
    found: tuple[Statement, ...]  # one for each sentence, in order of documents and of place; nothing is left out
    count: int  # occurrences in the documents' texts: what a plain search finds

    def to_json(self) -> dict[str, Any]:
        return {
            "term": self.term,
            "forms": list(self.forms),
            "count": self.count,
            "sentences": [citation_json(s.citations[0]) for s in self.found],
        }
