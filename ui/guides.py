"""The guide as HTML: who is who, the words, what has been discussed, when, what to read. All text is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from assistant.domain import Citation, Standing
from assistant.guide.values import About, Entity, Event, FirstQuestion, Guide, Invitation, Term, Theme
from ui import addresses
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
from ui.quotations import asking, written

MANY = 8  # entries shown before the rest are folded away


def whole(guide: Guide) -> str:
    """Every part that holds something, after a line of links to them."""
    parts = [
        ("about", "What this is", _about(guide.about)),
        ("join", "How to take part", _take_part(guide.take_part)),
        ("read", "What to read first", _reading(guide)),
        ("ask", "What to ask first", _questions(guide.questions)),
        ("who", "Who’s who", _who(named_in(guide))),
        ("words", "The words", _terms(guide.terms)),
        ("discussed", "What has been discussed most", "".join(map(_theme, guide.themes))),
        ("when", "When", _timeline(guide.timeline, guide.background)),
    ]
    there = [(name, title, body) for name, title, body in parts if body]
    links = "".join(f'<a href="#part-{name}">{title}</a>' for name, title, _ in there)
    sections = "".join(
        f'<section class="cp-section"><h2 class="cp-topic" id="part-{name}">{title}</h2>{body}</section>'
        for name, title, body in there
    )
    lead = (
        f"<p>Five minutes with {escape(guide.network or 'the network')}, as {counted(guide.documents, 'document')} "
        f"{'tells' if guide.documents == 1 else 'tell'} it. Each line leads to its source. “Our retelling” marks our own words for a "
        "source that is not ours to copy; “background from outside”, what is not the network’s or its members’.</p>"
    )
    return f'{lead}<nav class="cp-parts" aria-label="On this page">{links}</nav>{sections}'


def quotations(citations: Sequence[Citation]) -> str:
    return written().citations(citations)


def _about(about: Sequence[About]) -> str:
    return "".join(
        f'<h3 class="cp-kind">{escape(name)}</h3>{quotations([one.citation for one in told])}'
        for name, told in sides(about)
    )


def _reading(guide: Guide) -> str:
    items = "".join(
        f'<li><a href="{escape(addresses.source(one.document))}">{escape(one.title)}</a>'
        f'<p class="cp-facts">{counted(one.minutes, "minute")}. {escape(one.why)}</p></li>'
        for one in guide.reading
    )
    whole = counted(sum(one.minutes for one in guide.reading), "minute")
    return f'<ol class="cp-library">{items}</ol><p class="cp-small">{whole} in all.</p>' if items else ""


def _questions(questions: Sequence[FirstQuestion]) -> str:
    return asking([one.question for one in questions])


def _theme(theme: Theme) -> str:
    ask = escape(addresses.answer(f"What is said about {theme.label}?"))
    return (
        f'<h3 class="cp-entry">{escape(sentence_case(theme.label))}</h3><p class="cp-facts">{theme_line(theme)}. '
        f'<a href="{ask}">Ask about it</a></p><div class="cp-nearest">{quotations(theme.quotes)}</div>'
    )


def _who(entities: Sequence[Entity]) -> str:
    told = []
    for kind, title in ENTITIES.items():
        every = [one for one in entities if one.kind == kind]
        own = [one for one in every if not one.outside]
        if not every:
            continue
        told.append(f'<h3 class="cp-kind">{title}</h3>' + "".join(map(_entity, own[:MANY])))
        told.append(_folded(f"{len(own) - MANY} more", own[MANY:]))
        outside = [one for one in every if one.outside]
        told.append(_folded(f"{ONLY_OUTSIDE}: {', '.join(one.name for one in outside)}", outside))
    return "".join(told)


def _folded(summary: str, entities: Sequence[Entity]) -> str:
    if not entities:
        return ""
    inside = "".join(map(_entity, entities))
    return f'<details class="cp-more"><summary>{escape(summary)}</summary>{inside}</details>'


def _entity(one: Entity) -> str:
    told = [f"also {', '.join(one.aliases)}"] if one.aliases else []
    told += [f"not {', '.join(one.unlike)}"] if one.unlike else []
    also = f'<span class="cp-aliases"> {escape("; ".join(told))}</span>' if told else ""
    every = escape(addresses.mentions(one.name))
    facts = f'<a href="{every}">{counted(one.count, "mention")}</a>' if one.count else ""
    spoke = ""
    if one.spoke:
        spoke = (
            f'<details class="cp-more"><summary>What {escape(one.name)} spoke about</summary>'
            f'<div class="cp-nearest">{quotations(one.spoke)}</div></details>'
        )
    introduced = f'<div class="cp-nearest">{quotations(one.introduced)}</div>' if one.introduced else ""
    return (
        f'<div class="cp-who"><h4 class="cp-entry">{escape(one.name)}{also}</h4>'
        f'<p class="cp-facts">{facts}</p>{introduced}{spoke}</div>'
    )


def _terms(terms: Sequence[Term]) -> str:
    explained = "".join(_term(one) for one in terms if one.defined)
    others = [one for one in terms if not one.defined]
    told = f'<dl class="cp-terms">{explained}</dl>' if explained else ""
    if others:
        rows = "".join(map(_term, others))
        names = escape(", ".join(one.term for one in others))
        told += (
            f'<h3 class="cp-kind">Not explained in the documents</h3><p class="cp-facts">{names}.</p>'
            f'<details class="cp-more"><summary>Where they are used</summary><dl class="cp-terms">{rows}</dl></details>'
        )
    return told


def _term(one: Term) -> str:
    long = f" ({escape(one.long)})" if one.long else ""
    body = f'<div class="cp-nearest">{quotations(one.defined[:2] or one.used[:1])}</div>'
    return f'<dt><a href="{escape(addresses.mentions(one.term))}">{escape(one.term)}</a>{long}</dt><dd>{body}</dd>'


def _timeline(events: Sequence[Event], background: Sequence[Event]) -> str:
    dated = "".join(_dated(one) for one in events if one.date)
    undated = "".join(f"<li>{_titled(one)}{_clues(one)}</li>" for one in events if not one.date)
    told = f'<ul class="cp-plain">{dated}</ul>' if dated else ""
    if background:
        outside = "".join(map(_dated, background))
        told += (
            f'<h3 class="cp-kind">{sentence_case(STANDINGS[Standing.OUTSIDE])}</h3><ul class="cp-plain">{outside}</ul>'
        )
    if undated:
        told += f'<h3 class="cp-kind">Date unknown</h3><ul class="cp-plain">{undated}</ul>'
    return told


def _dated(one: Event) -> str:
    return f"<li><strong>{escape(sentence_case(when(one.date)))}</strong> {_titled(one)}</li>"


def _titled(one: Event) -> str:
    link = f'<a href="{escape(addresses.source(one.document))}">{escape(one.title)}</a>'
    return f'{link} <span class="cp-aliases">{escape(one.kind)}</span>'


def _clues(one: Event) -> str:
    if not one.clues:
        return ""
    return (
        '<details class="cp-more"><summary>What it says of its time</summary>'
        f'<div class="cp-nearest">{quotations(one.clues)}</div></details>'
    )


def _take_part(invitations: Sequence[Invitation]) -> str:
    """Meetings to come, or that there is none; ways to join in; the other meetings folded away."""
    come, ways, over = turns(invitations)
    told = "" if come or not invitations else f"<p>{NO_MEETING}</p>"
    told += "".join(_invited(meeting_note(one), [one.citation]) for one in come)
    told += "".join(_invited(note, [one.citation for one in same]) for note, same in groupby(ways, key=old_note))
    if over:
        inside = "".join(_invited(meeting_note(one), [one.citation]) for one in over)
        summary = f"{counted(len(over), 'meeting')} past, or maybe past"
        told += f'<details class="cp-more"><summary>{summary}</summary>{inside}</details>'
    return told


def _invited(note: str, said: Sequence[Citation]) -> str:
    return (f'<p class="cp-small">{note}</p>' if note else "") + quotations(said)
