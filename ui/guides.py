"""The guide as HTML: who is who, the words, what has been discussed, when, what to read. All text is escaped here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from assistant.domain import Citation
from assistant.guide.values import Entity, Event, Guide, Invitation, Term, Theme
from ui import addresses
from ui.phrases import ENTITIES, counted, sentence_case, when
from ui.quotations import written

MANY = 8  # entries shown before the rest are folded away


def whole(guide: Guide, titles: Mapping[str, str]) -> str:
    """Every part that holds something, after a line of links to them."""
    parts = [
        ("about", "What this is", quotations(guide.about)),
        ("read", "What to read first", _reading(guide)),
        ("ask", "What to ask first", _questions(guide.questions)),
        ("join", "How to take part", "".join(map(_invitation, guide.take_part))),
        ("who", "Who’s who", _who(guide.entities, titles)),
        ("words", "The words", _terms(guide.terms)),
        ("discussed", "What has been discussed", "".join(map(_theme, guide.themes))),
        ("when", "When", _timeline(guide.timeline)),
    ]
    there = [(name, title, body) for name, title, body in parts if body]
    links = "".join(f'<a href="#part-{name}">{title}</a>' for name, title, _ in there)
    sections = "".join(
        f'<section class="cp-section"><h2 class="cp-topic" id="part-{name}">{title}</h2>{body}</section>'
        for name, title, body in there
    )
    lead = (
        f"<p>Five minutes with {counted(guide.documents, 'document')}. Each line leads to its source. “Our retelling” "
        "marks our own words for a source that is not ours to copy.</p>"
    )
    return f'{lead}<nav class="cp-parts" aria-label="On this page">{links}</nav>{sections}'


def quotations(citations: Sequence[Citation]) -> str:
    return written().citations(citations)


def _reading(guide: Guide) -> str:
    items = "".join(
        f'<li><a href="{escape(addresses.source(one.document))}">{escape(one.title)}</a>'
        f'<p class="cp-facts">{counted(one.minutes, "minute")}. {escape(one.why)}</p></li>'
        for one in guide.reading
    )
    whole = counted(sum(one.minutes for one in guide.reading), "minute")
    return f'<ol class="cp-library">{items}</ol><p class="cp-small">{whole} in all.</p>' if items else ""


def _questions(questions: Sequence[str]) -> str:
    items = "".join(f'<li><a href="{escape(addresses.answer(q))}">{escape(q)}</a></li>' for q in questions)
    return f'<ul class="cp-suggestions">{items}</ul>' if items else ""


def _theme(theme: Theme) -> str:
    facts = f"{counted(theme.sentences, 'sentence')} in {counted(len(theme.documents), 'document')}"
    ask = escape(addresses.answer(f"What is said about {theme.label}?"))
    return (
        f'<h3 class="cp-entry">{escape(sentence_case(theme.label))}</h3><p class="cp-facts">{facts}. '
        f'<a href="{ask}">Ask about it</a></p><div class="cp-nearest">{quotations(theme.quotes)}</div>'
    )


def _who(entities: Sequence[Entity], titles: Mapping[str, str]) -> str:
    told = []
    for kind, title in ENTITIES.items():
        own = [one for one in entities if one.kind == kind]
        if not own:
            continue
        first, rest = own[:MANY], own[MANY:]
        told.append(f'<h3 class="cp-kind">{title}</h3>' + "".join(_entity(one, titles) for one in first))
        if rest:
            more = "".join(_entity(one, titles) for one in rest)
            told.append(f'<details class="cp-more"><summary>{len(rest)} more</summary>{more}</details>')
    return "".join(told)


def _entity(one: Entity, titles: Mapping[str, str]) -> str:
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
    introduced = f'<div class="cp-nearest">{quotations(one.introduced[:1])}</div>' if one.introduced else ""
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


def _timeline(events: Sequence[Event]) -> str:
    dated = "".join(
        f"<li><strong>{escape(sentence_case(when(one.date)))}</strong> {_titled(one)}</li>"
        for one in events
        if one.date
    )
    undated = "".join(f"<li>{_titled(one)}{_clues(one)}</li>" for one in events if not one.date)
    told = f'<ul class="cp-plain">{dated}</ul>' if dated else ""
    if undated:
        told += f'<h3 class="cp-kind">Date unknown</h3><ul class="cp-plain">{undated}</ul>'
    return told


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


def _invitation(one: Invitation) -> str:
    note = ""
    if one.kind == "meeting":
        if one.past:
            note = "Past"
        elif one.past is None:
            note = "May be past: the document gives no year"
    return (f'<p class="cp-small">{note}</p>' if note else "") + quotations([one.citation])
