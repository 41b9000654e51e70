"""A newcomer's guide as a paper of a few pages: every line in the documents' words, with its title and date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.domain import Citation, Standing
from assistant.guide.values import (
    About,
    Entity,
    EntityKind,
    Event,
    FirstQuestion,
    Guide,
    Invitation,
    Reading,
    Term,
    Theme,
)
from ui.addresses import on_the_web
from ui.paper.values import Block, Entry, Heading, Paper, Table, Words
from ui.phrases import (
    ENTITIES,
    NO_MEETING,
    ONLY_OUTSIDE,
    STANDINGS,
    counted,
    meeting_note,
    named_in,
    old_note,
    sentence_case,
    sides,
    theme_line,
    turns,
    when,
)

Place = tuple[str, int]  # a document, and where a sentence of it starts

# Of each kind, how many have a line of their own, the most used first; the others are named together.
MOST: dict[EntityKind, int] = {"person": 16, "organisation": 16, "place": 8, "programme": 10}
UNEXPLAINED = 40  # words that no document explains, the most used first
NOT_EXPLAINED = "Not explained in the documents"
ONCE = "Each is named in this sentence alone."
IN_THE_LIBRARY = "No address is known: read it in Commonplace's library."
WHAT, JOIN = "What this is", "How to take part"


def guide_paper(guide: Guide, titles: Mapping[str, str], *, today: date | None = None) -> Paper:
    """The guide, small and in two columns; a sentence that it has shown is referred to, not shown again. `titles`: of the
    documents, by id."""
    made = when((today or date.today()).isoformat())
    return Paper(
        title="Start here",
        subtitle=f"{guide.network or 'The network'}, as its documents tell it. The number after a quotation is its document's in "
        "the list at the end; where that says “our retelling”, the facts are the source's and the wording is not. "
        "“From outside” marks background that is not the network's or its members'.",
        blocks=tuple(_Guide(guide, titles).blocks()),
        foot=f"Made by Commonplace on {made} from {counted(guide.documents, 'document')}. Every quotation is word for word.",
        compact=True,
    )


class _Guide:
    """Writes the parts of one guide, and knows where each sentence has been shown."""

    def __init__(self, guide: Guide, titles: Mapping[str, str]) -> None:
        self.guide = guide
        self.titles = titles
        self.shown: dict[Place, str] = {}

    def blocks(self) -> list[Block]:
        guide = self.guide
        return [
            *_section(WHAT, self._about(guide.about)),
            *_section(JOIN, self._take_part(guide.take_part)),
            *_section("What to read first", _reading(guide.reading)),
            *_section("Who's who", self._who(named_in(guide))),
            *_section("Words used here", self._terms(guide.terms)),
            *_section("Questions to start from", self._questions(guide.questions)),
            *_section("What has been talked about most", self._themes(guide.themes)),
            *_section("What happened when", self._timeline(guide.timeline, guide.background)),
        ]

    def _show(self, citations: Iterable[Citation], where: str) -> tuple[Citation, ...]:
        """The same, noted as shown: `where` says under what name to find them."""
        told = tuple(citations)
        for one in told:
            self.shown.setdefault(_place(one), where)
        return told

    def _new(self, citations: Iterable[Citation]) -> list[Citation]:
        return [one for one in citations if _place(one) not in self.shown]

    def _see(self, citation: Citation) -> str:
        return f"See “{self.shown[_place(citation)]}”."

    def _about(self, about: Sequence[About]) -> list[Block]:
        return [Entry(name, self._show([one.citation for one in told], WHAT)) for name, told in sides(about)]

    def _take_part(self, invitations: Sequence[Invitation]) -> list[Block]:
        come, ways, over = turns(invitations)
        lines: list[Block] = [Words(NO_MEETING, small=True)] if invitations and not come else []
        lines += [self._invitation("Meeting", one, meeting_note(one)) for one in come]
        lines += [self._invitation(_for_whom(one), one, old_note(one)) for one in ways]
        lines += [Heading("Meetings that are past, or may be", level=2)] if over else []
        lines += [self._invitation(one.citation.title, one, meeting_note(one)) for one in over]
        return lines

    def _invitation(self, term: str, one: Invitation, note: str) -> Entry:
        return Entry(term, self._show([one.citation], JOIN), f"{note}." if note else "")

    def _questions(self, questions: Sequence[FirstQuestion]) -> list[Block]:
        return [Entry(one.question, self._show(one.answer, one.question)) for one in questions]

    def _entry(self, term: str, citations: Sequence[Citation], where: str, most: int = 1) -> Entry:
        """A line with up to `most` of the citations that were not shown before; where all were, with where the first was."""
        new = self._show(self._new(citations)[:most], where)
        return Entry(term, new) if new else Entry(term, note=self._see(citations[0]))

    def _who(self, entities: Sequence[Entity]) -> list[Block]:
        blocks: list[Block] = []
        for kind, name in ENTITIES.items():
            every = sorted((e for e in entities if e.kind == kind), key=lambda e: (-e.count, e.name))
            told = [e for e in every if e.introduced or e.spoke][: MOST[kind]]
            rest = [e for e in every if e not in told]
            told.sort(key=lambda e: e.name.casefold())
            lines: list[Block] = [*self._told([e for e in told if not e.outside])]
            if outside := self._told([e for e in told if e.outside]):
                lines += [Words(f"{ONLY_OUTSIDE}:", small=True), *outside]
            if rest:
                lines.append(self._named(rest, also=bool(told)))
            blocks += [Heading(name, level=2), *lines] if lines else []
        return blocks

    def _told(self, entities: Sequence[Entity]) -> list[Entry]:
        """A line each; those whom one sentence introduces share its line."""
        together: dict[Place, list[Entity]] = {}
        for entity in entities:
            together.setdefault(_place((*entity.introduced, *entity.spoke)[0]), []).append(entity)
        lines = []
        for several in together.values():
            first = several[0]
            said = (*first.introduced, *first.spoke)[: None if len(several) == 1 else 1]
            # Of a person, what they spoke about as well.
            most = 2 if first.kind == "person" else max(1, len(self._new(first.introduced)))
            line = self._entry("; ".join(map(_called, several)), said, first.name, most)
            once = len(several) > 1 and all(one.count == 1 for one in several)
            lines.append(replace(line, note=f"{line.note} {ONCE}".strip()) if once else line)
        return lines

    def _named(self, entities: Sequence[Entity], *, also: bool) -> Words:
        """Those of whom no document says what they are, each with a document that names them."""
        pairs = [(_called(e), self.titles.get(e.documents[0], "") if e.documents else "") for e in entities]
        return Words(f"{'Also named: ' if also else ''}{_by_title(pairs)}.", small=True)

    def _terms(self, terms: Sequence[Term]) -> list[Block]:
        """Those that the documents explain, then the others together."""
        explained = [term for term in terms if term.defined and not self._told_as(term)]
        blocks: list[Block] = [self._entry(_spelt(term), term.defined, term.term) for term in explained]
        others = sorted((term for term in terms if not term.defined), key=lambda term: (-len(term.used), term.term))
        rest = [_spelt(term) for term in others[:UNEXPLAINED]]
        if rest:
            left = len(others) - len(rest)
            more = f"; and {left} {'others' if left > 1 else 'other'}" if left else ""
            blocks.append(Words(f"{NOT_EXPLAINED}: {', '.join(rest)}{more}.", small=True))
        return blocks

    def _told_as(self, term: Term) -> bool:
        """Whether what explains a term stands under its own name already: a programme that is an idea as well."""
        names = {name.casefold() for name in (self.shown.get(_place(one)) for one in term.defined) if name}
        return term.term.casefold() in names and not self._new(term.defined)

    def _themes(self, themes: Sequence[Theme]) -> list[Block]:
        return [
            Entry(one.label, self._show(self._new(one.quotes) or one.quotes[:1], one.label), f"{theme_line(one)}.")
            for one in themes
        ]

    def _timeline(self, events: Sequence[Event], background: Sequence[Event]) -> list[Block]:
        dated = [(when(event.date), event.title) for event in events if event.date]
        undated = [event for event in events if not event.date]
        blocks: list[Block] = [Table(("When", "What"), tuple(dated))] if dated else []
        if background:
            told = "; ".join(f"{event.title}, {when(event.date)}" for event in background)
            blocks.append(Words(f"{sentence_case(STANDINGS[Standing.OUTSIDE])}: {told}.", small=True))
        if undated:
            blocks.append(Heading("Date unknown, with what may tell it", level=2))
            for event in undated:
                if event.clues:
                    new = self._new(event.clues)[:1] or event.clues[:1]
                    blocks.append(Entry(event.title, self._show(new, event.title)))
            if plain := [event.title for event in undated if not event.clues]:
                blocks.append(Words(f"Nothing tells it: {'; '.join(plain)}.", small=True))
        return blocks


def _place(citation: Citation) -> Place:
    return citation.document, citation.start


def _section(name: str, blocks: Sequence[Block]) -> list[Block]:
    return [Heading(name), *blocks] if blocks else []


def _reading(reading: Sequence[Reading]) -> list[Block]:
    whole = counted(sum(one.minutes for one in reading), "minute")
    lines = map(_to_read, reading)
    return [*lines, Words(f"{whole} in all, as the texts stand in Commonplace.", small=True)] if reading else []


def _to_read(one: Reading) -> Entry:
    address = on_the_web(one.url)
    place = "" if address else f" {IN_THE_LIBRARY}"
    return Entry(one.title, note=f"({counted(one.minutes, 'minute')}). {one.why}{place}", address=address)


def _for_whom(one: Invitation) -> str:
    return "For members" if one.citation.quote.casefold().startswith("members ") else "To join in"


def _called(entity: Entity) -> str:
    """With the names that its own does not show: 'Avril' goes without saying."""
    others = [alias for alias in entity.aliases if alias.casefold() not in entity.name.casefold()]
    others += [f"not {name}" for name in entity.unlike]
    return f"{entity.name} ({', '.join(others)})" if others else entity.name


def _spelt(term: Term) -> str:
    return f"{term.term} ({term.long})" if term.long else term.term


def _by_title(pairs: Sequence[tuple[str, str]]) -> str:
    """Names, each with the title of its document: 'BAME, CVS (Cell 1); Discourse (Annual review)'."""
    together: dict[str, list[str]] = {}
    for name, title in pairs:
        together.setdefault(title, []).append(name)
    return "; ".join(f"{', '.join(names)}{f' ({title})' if title else ''}" for title, names in together.items())
