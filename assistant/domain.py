"""The values that cross module boundaries: small, frozen, and the same on every door."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, Literal


class Audience(IntEnum):
    """Who is asking, and whom a document is shared with. Each sees what the ones before it see."""

    PUBLIC = 0
    MEMBERS = 1
    CONVENORS = 2

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, label: str) -> Audience:
        """The audience called `label`. Raises ValueError where there is none."""
        return cls({a.label: a for a in cls}.get(label, -1))

    def sees(self, sharing: Audience) -> bool:
        return sharing <= self


def clock(seconds: int) -> str:
    """754 as "12:34", 3723 as "1:02:03"."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


class Standing(StrEnum):
    NETWORK = "network"  # a note of the network's own
    MEMBER = "member"  # a member's contribution
    OUTSIDE = "outside"  # background


class Form(StrEnum):
    ORIGINAL = "original"
    RETELLING = "retelling"  # our own words for a source that is not ours to copy


BlockKind = Literal["heading", "paragraph", "item", "speaker"]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or name of who speaks next: characters [start, end) of `Document.text`."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading: 1 is the title
    time: int | None = None  # seconds into the recording at which it begins
    page: int | None = None  # of the file it came from, from 1


@dataclass(frozen=True, slots=True)
class Document:
    """One note, blog, talk, transcript or report. Every offset anywhere counts characters of `text`."""

    id: str  # its path under the corpus folder
    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    kind: str = "note"
    date: str | None = None  # ISO: YYYY, YYYY-MM or YYYY-MM-DD, only as far as it is known
    authors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    standing: Standing = Standing.NETWORK
    sharing: Audience = Audience.MEMBERS
    form: Form = Form.ORIGINAL
    source: str | None = None  # an address, or words that say where it came from
    questions: tuple[str, ...] = ()  # that its contributor suggests it answers
    unattributed: bool = False  # names of those who spoke were taken out when the file was read
    digest: str = ""  # SHA-256 of the file's bytes

    @property
    def url(self) -> str | None:
        """The source as a web address, where it is one."""
        return self.source if self.source and self.source.startswith(("https://", "http://")) else None

    @property
    def fingerprint(self) -> str:
        """What marks its words, whatever its name, title or format: SHA-256 over them."""
        return hashlib.sha256(" ".join(re.findall(r"\w+", self.text.casefold())).encode()).hexdigest()

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that is quoted: characters [start, end) of its document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences under one heading in one speaker's account: the unit embedded and retrieved."""

    document: str
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    first: int  # the ordinal, in the document, of its first sentence
    heading: tuple[str, ...] = ()  # outermost first
    speaker: str | None = None
    introduction: str = ""  # how the document introduces the speaker: "from Community Resources, in ..."
    places: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """What governs the passage and stands outside it: heading, speaker, how the speaker is introduced."""
        speaker = " ".join(part for part in (self.speaker, self.introduction) if part)
        return ". ".join(part for part in (*self.heading[-2:], speaker) if part)


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation and where it stands. `quote == Document.text[start:end]`, or it is never shown."""

    document: str
    title: str
    quote: str
    start: int
    end: int
    heading: tuple[str, ...] = ()
    speaker: str | None = None
    date: str | None = None
    time: int | None = None  # seconds into a recording
    page: int | None = None  # of the file it came from
    url: str | None = None
    standing: Standing = Standing.NETWORK
    form: Form = Form.ORIGINAL


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the answer says. Its citations are every place that says it, in the same words."""

    text: str
    citations: tuple[Citation, ...]


class Status(StrEnum):
    ANSWERED = "answered"
    CLOSE = "close"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on."""

    documents: int = 0
    speakers: int = 0
    oldest: str | None = None
    newest: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    understood_as: str
    status: Status
    confidence: float  # calibrated probability that the documents answer, whatever the status
    statements: tuple[Statement, ...] = ()  # filled only when answered
    nearest: tuple[Citation, ...] = ()  # filled when close or not found
    basis: Basis = field(default_factory=Basis)
    notes: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def shown(self) -> tuple[Citation, ...]:
        """The quotations in the order a reader meets them: the statements', else the nearest."""
        return tuple(statement.citations[0] for statement in self.statements) or self.nearest

    def to_json(self) -> dict[str, Any]:
        """The answer as plain values, in the shape of the JSON door."""
        return {
            "question": self.question,
            "understood_as": self.understood_as,
            "status": self.status.value,
            "confidence": round(self.confidence, 4),
            "statements": [
                {"text": s.text, "citations": [citation_json(c) for c in s.citations]} for s in self.statements
            ],
            "nearest": [citation_json(c) for c in self.nearest],
            "basis": {
                "documents": self.basis.documents,
                "speakers": self.basis.speakers,
                "oldest": self.basis.oldest,
                "newest": self.basis.newest,
            },
            "notes": list(self.notes),
            "seconds": round(self.seconds, 4),
        }


def citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "title": citation.title,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "heading": list(citation.heading),
        "speaker": citation.speaker,
        "date": citation.date,
        "time": citation.time,
        "page": citation.page,
        "url": citation.url,
        "standing": citation.standing.value,
        "form": citation.form.value,
    }


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did. The first four are document ids; `failed` pairs a path with the reason."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    passages: int = 0  # in the index now
    embedded: int = 0  # texts embedded by this sync
    failed: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()  # (document id, what a person should know of how it was read)

    def to_json(self) -> dict[str, Any]:
        return {
            "added": list(self.added),
            "changed": list(self.changed),
            "removed": list(self.removed),
            "unchanged": list(self.unchanged),
            "passages": self.passages,
            "embedded": self.embedded,
            "failed": [list(pair) for pair in self.failed],
            "notes": [list(pair) for pair in self.notes],
        }
