"""A draft as HTML, for the person who publishes it: how it reads, what was taken out, what to think about. All text is
escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.assistant import Assistant
from assistant.domain import Document
from assistant.kept.gaps import ClosedGap
from ingest.contribute import Draft
from ingest.scrutiny import Warning
from ui import addresses, reading
from ui.phrases import counted

TRIED = 8  # questions tried, to offer three that are answered
OFFERED = 3


def preview(document: Document) -> str:
    return reading.body(document, reading.NOWHERE)


def removed(draft: Draft) -> str:
    """What redaction took out, for the one who confirms it."""
    if not draft.why:
        return ""
    told = [f"<p>{escape(draft.why)} So these were taken out, and are in no answer:</p>"]
    if draft.removed:
        items = dict.fromkeys(f"<li>{escape(one.words)}</li>" for one in draft.removed)
        told.append(f'<ul class="cp-removed">{"".join(items)}</ul>')
    else:
        told = [f"<p>{escape(draft.why)} We found no names to take out.</p>"]
    told.append("<p>Rules miss names. Please read it through before you go on.</p>")
    return f'<h2 class="cp-label">Taken out</h2>{"".join(told)}'


def warnings(found: Sequence[Warning]) -> str:
    if not found:
        return ""
    items = "".join(f"<li>{escape(one.says)}{_examples(one.examples)}</li>" for one in found)
    return f'<h2 class="cp-label">Before it goes in</h2><ul class="cp-warnings">{items}</ul>'


def published(assistant: Assistant, ids: Sequence[str], closed: Sequence[ClosedGap] = ()) -> str:
    """What to say of documents that are now among the others, with questions to try. `closed`: what people had asked and
    the documents now answer."""
    document = assistant.document(ids[0]) if ids else None
    if document is None:
        return (
            "<h1 class='cp-title'>It is there already</h1><p>The documents hold just this text, so nothing changed.</p>"
        )
    link = f'<a href="{escape(addresses.source(document.id))}">{escape(document.title)}</a>'
    total = counted(len(assistant.documents()), "document")
    answered = dict.fromkeys(gap.question for gap in closed)
    tried = _links("It answers what people had asked", list(answered))
    tried += _links("Try a question", [q for q in questions(assistant, document) if q not in answered])
    ask = f'<p><a href="{addresses.ASK}">Ask a question of your own</a></p>'
    return f"<h1 class='cp-title'>Published</h1><p>{link} is now one of {total}.</p>{tried}{ask}"


def questions(assistant: Assistant, document: Document) -> list[str]:
    """Up to three questions that this document answers."""
    return assistant.answerable(document.id, TRIED)[:OFFERED]


def _links(title: str, asked: Sequence[str]) -> str:
    items = "".join(f'<li><a href="{escape(addresses.answer(q))}">{escape(q)}</a></li>' for q in asked)
    return f'<h2 class="cp-label">{title}</h2><ul class="cp-suggestions">{items}</ul>' if items else ""


def _examples(examples: Sequence[str]) -> str:
    if not examples:
        return ""
    return f'<span class="cp-examples">{" · ".join(f"“{escape(one)}”" for one in examples)}</span>'
