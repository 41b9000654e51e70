"""A newcomer's guide as a paper of a few pages: every line in the documents' words, with its title and date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.domain import Citation
from assistant.guide.values import Entity, EntityKind, Event, Guide, Invitation, Term
from ui.addresses import on_the_web
from ui.paper.values import Block, Entry, Heading, Items, Paper, Quotation, Table, Words
from ui.phrases import ENTITIES, counted, when

# Of each kind, how many have a line of their own, the most used first; the others are named together.
MOST: dict[EntityKind, int] = {"person": 16, "organisation": 16, "place": 8, "programme": 10}
UNEXPLAINED = 12  # words that no document explains, the most used first
NOT_EXPLAINED = "Not explained in the documents"


def guide_paper(guide: Guide, titles: Mapping[str, str], *, today: date | None = None) -> Paper:
    """The guide, small and in two columns. `titles`: of the documents, by id."""
    blocks: list[Block] = [Quotation(citation) for citation in guide.about]
    blocks += _reading(guide)
    blocks += _section("How to take part", [_invitation(one) for one in guide.take_part])
    blocks += _section("Questions to start from", [Items(guide.questions)] if guide.questions else [])
    blocks += _section("Who's who", _who(guide.entities, titles))
    blocks += _section("Words used here", _terms(guide.terms))
    blocks += _themes(guide)
    blocks += _section("What happened when", _timeline(guide.timeline))
    made = when((today or date.today()).isoformat())
    return Paper(
        title="Start here",
        subtitle="The network as its documents tell it. “Retold” marks our own words for a source "
        "that is not ours to copy, “from outside” what is not the network's or its members'.",
        blocks=tuple(blocks),
        foot=f"Made by Commonplace on {made} from {counted(guide.documents, 'document')}. Every quotation is in the document's own words.",
        compact=True,
    )


def _section(name: str, blocks: Sequence[Block]) -> list[Block]:
    return [Heading(name), *blocks] if blocks else []


def _themes(guide: Guide) -> list[Block]:
    lines = [
        Entry(theme.label, theme.quotes, f"{theme.sentences} sentences in {counted(len(theme.documents), 'document')}.")
        for theme in guide.themes
    ]
    return _section("What has been talked about", lines)


def _reading(guide: Guide) -> list[Block]:
    lines = [
        Entry(one.title, note=f"({counted(one.minutes, 'minute')}). {one.why}", address=on_the_web(one.url))
        for one in guide.reading
    ]
    whole = counted(sum(one.minutes for one in guide.reading), "minute")
    return _section("What to read first", [*lines, Words(f"{whole} in all.", small=True)] if lines else [])


def _who(entities: Sequence[Entity], titles: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    for kind, name in ENTITIES.items():
        every = sorted((e for e in entities if e.kind == kind), key=lambda e: (-e.count, e.name))
        told = [e for e in every if _said(e)][: MOST[kind]]
        rest = [e for e in every if e not in told]
        lines: list[Block] = _told(sorted(told, key=lambda e: e.name.casefold()))
        if rest:
            lines.append(_named(rest, titles, also=bool(told)))
        blocks += [Heading(name, level=2), *lines] if lines else []
    return blocks


def _told(entities: Sequence[Entity]) -> list[Block]:
    """A line each; those whom one sentence introduces share its line."""
    lines: dict[Citation, list[str]] = {}
    for entity in entities:
        lines.setdefault(_said(entity)[0], []).append(_called(entity))
    return [Entry("; ".join(names), (citation,)) for citation, names in lines.items()]


def _said(entity: Entity) -> tuple[Citation, ...]:
    """What is quoted of an entity, in one line: who they are, or else what they spoke about."""
    return (entity.introduced or entity.spoke)[:1]


def _called(entity: Entity) -> str:
    """With the names that its own does not show: 'Avril' goes without saying."""
    others = [alias for alias in entity.aliases if alias.casefold() not in entity.name.casefold()]
    others += [f"not {name}" for name in entity.unlike]
    return f"{entity.name} ({', '.join(others)})" if others else entity.name


def _named(entities: Sequence[Entity], titles: Mapping[str, str], *, also: bool) -> Words:
    """Those of whom no document says what they are, each with a document that names them."""
    pairs = [(_called(e), titles.get(e.documents[0], "") if e.documents else "") for e in entities]
    return Words(f"{'Also named: ' if also else ''}{_by_title(pairs)}.", small=True)


def _terms(terms: Sequence[Term]) -> list[Block]:
    """Those that the documents explain, then the others together."""
    blocks: list[Block] = [Entry(_spelt(term), term.defined[:1]) for term in terms if term.defined]
    others = sorted((term for term in terms if not term.defined), key=lambda term: (-len(term.used), term.term))
    rest = [(_spelt(term), term.used[0].title if term.used else "") for term in others[:UNEXPLAINED]]
    if rest:
        more = f"; and {len(others) - len(rest)} more on the page" if len(others) > len(rest) else ""
        blocks.append(Words(f"{NOT_EXPLAINED}: {_by_title(rest)}{more}.", small=True))
    return blocks


def _spelt(term: Term) -> str:
    return f"{term.term} ({term.long})" if term.long else term.term


def _by_title(pairs: Sequence[tuple[str, str]]) -> str:
    """Names, each with the title of its document: 'BAME, CVS (Cell 1); Discourse (Annual review)'."""
    together: dict[str, list[str]] = {}
    for name, title in pairs:
        together.setdefault(title, []).append(name)
    return "; ".join(f"{', '.join(names)}{f' ({title})' if title else ''}" for title, names in together.items())


def _timeline(events: Sequence[Event]) -> list[Block]:
    dated = [(when(event.date), event.title) for event in events if event.date]
    undated = [event for event in events if not event.date]
    blocks: list[Block] = [Table(("When", "What"), tuple(dated))] if dated else []
    if undated:
        blocks.append(Heading("Date unknown, with what may tell it", level=2))
        blocks += [Entry("", event.clues[:1]) for event in undated if event.clues]
        if plain := [event.title for event in undated if not event.clues]:
            blocks.append(Words(f"Nothing tells it: {'; '.join(plain)}.", small=True))
    return blocks


def _invitation(one: Invitation) -> Entry:
    if one.kind == "contribute":
        return Entry("To join in", (one.citation,))
    day = when(one.day) if one.day else ""
    past = {True: "now past", False: "still to come", None: "the document gives no year, so it may be past"}[one.past]
    note = ", ".join(filter(None, [day, past]))
    return Entry("Meeting", (one.citation,), f"{note}.")
