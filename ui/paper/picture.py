"""Pictures of a coverage report that read in black and white: topics against documents in time, and against voices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.coverage.values import Coverage, TopicCoverage
from assistant.domain import Citation, Document, Standing
from ui.paper.grid import Cell, Column, Grid, draw
from ui.phrases import when

MOST = 32  # columns that can still be read


@dataclass(frozen=True, slots=True)
class Dated:
    """A document as a column needs it."""

    id: str
    title: str
    date: str | None


def by_document(coverage: Coverage, documents: Sequence[Document]) -> bytes:
    """PNG at 200 dots an inch: each topic against the documents in order of time, the undated last.

    Outside documents are left out, because they are never counted. Where there are more than MOST documents, those most
    used are shown and the picture says so.
    """
    return draw(_documents_grid(coverage, [Dated(d.id, d.title, d.date) for d in documents if _counts(d)]))


def by_cited(coverage: Coverage) -> bytes:
    """The same over the documents that the report quotes, where the others are not at hand."""
    return draw(_documents_grid(coverage, cited(coverage)))


def voices(coverage: Coverage) -> bytes:
    """PNG at 200 dots an inch: each topic against whose accounts and which places, those with nothing included."""
    topics = coverage.topics
    accounts = _most_named((t.here.accounts, t.missing.accounts) for t in topics)
    places = _most_named((t.here.places, t.missing.places) for t in topics)
    room = max(MOST - len(places), MOST // 2)
    kept, seen = accounts[:room], places[: MOST - min(len(accounts), room)]
    cells = [[_account_cell(topic, name) for name in kept] for topic in topics]
    marks = [[Cell(present=True) if place in topic.here.places else Cell() for place in seen] for topic in topics]
    note = _left_out(len(accounts) - len(kept), "account") + _left_out(len(places) - len(seen), "place")
    return draw(
        Grid(
            rows=tuple((t.topic, str(t.label)) for t in topics),
            columns=(*(Column(a, "whose account") for a in kept), *(Column(p, "place") for p in seen)),
            cells=tuple((*left, *right) for left, right in zip(cells, marks, strict=True)),
            note=note,
        )
    )


def cited(coverage: Coverage) -> list[Dated]:
    """The documents that a report counts."""
    found: dict[str, Dated] = {}
    for topic in coverage.topics:
        for citation in _citations(topic):
            found.setdefault(citation.document, Dated(citation.document, citation.title, citation.date))
    return list(found.values())


@dataclass
class _Counts:
    """Sentences of one topic in each document or account."""

    told: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)


def _documents_grid(coverage: Coverage, documents: Sequence[Dated]) -> Grid:
    counts = [_by_document(topic) for topic in coverage.topics]
    used: Counter[str] = Counter()
    for count in counts:
        used.update(count.told + count.named)
    shown = {d.id for d in sorted(documents, key=lambda d: (-used[d.id], d.date is None, d.date, d.id))[:MOST]}
    # A year alone stands before its months, and a month before its days, as their text does.
    ordered = sorted((d for d in documents if d.id in shown), key=lambda d: (d.date is None, d.date or "", d.title))
    return Grid(
        rows=tuple((topic.topic, str(topic.label)) for topic in coverage.topics),
        columns=tuple(
            Column(d.title, "oldest first" if d.date else "date unknown", when(d.date) if d.date else "")
            for d in ordered
        ),
        cells=tuple(tuple(Cell(count.told[d.id], count.named[d.id]) for d in ordered) for count in counts),
        note=_left_out(len(documents) - len(ordered), "document"),
    )


def _by_document(topic: TopicCoverage) -> _Counts:
    """A sentence that stands in two documents counts in both; one that stands twice in a document, once."""
    counts = _Counts()
    for into, statements in ((counts.told, topic.told), (counts.named, topic.named)):
        for statement in statements:
            into.update({c.document for c in statement.citations})
    return counts


def _account_cell(topic: TopicCoverage, account: str) -> Cell:
    told, named = (
        sum(any(c.speaker == account for c in s.citations) for s in statements)
        for statements in (topic.told, topic.named)
    )
    return Cell(told, named, present=account in topic.here.accounts and not told + named)


def _citations(topic: TopicCoverage) -> Iterable[Citation]:
    return (c for s in (*topic.told, *topic.named) for c in s.citations)


def _counts(document: Document) -> bool:
    return document.standing is not Standing.OUTSIDE


def _most_named(topics: Iterable[tuple[Sequence[str], Sequence[str]]]) -> list[str]:
    """Those named here in most topics first, then those that are only missing."""
    here: Counter[str] = Counter()
    every: set[str] = set()
    for named, missing in topics:
        here.update(named)
        every.update(named, missing)
    return sorted(every, key=lambda name: (-here[name], name))


def _left_out(number: int, noun: str) -> str:
    if number <= 0:
        return ""
    return f"{number} more {noun}{'' if number == 1 else 's'} not shown: those that tell least. "
