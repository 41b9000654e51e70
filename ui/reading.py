"""A Document as HTML, whole and readable, with the cited words marked. All text is escaped here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from assistant.domain import Block, Document, Form, clock
from ui.addresses import moment, on_the_web
from ui.phrases import FORMS, SHARINGS, STANDINGS, sentence_case, when

Span = tuple[int, int]  # characters [start, end)
NOWHERE: Span = (0, 0)


def span(document: Document, start: str | None, end: str | None) -> Span:
    """The characters that an address names, or NOWHERE where it names none that the document has."""
    try:
        first, last = int(start or ""), int(end or "")
    except ValueError:
        return NOWHERE
    return (first, last) if 0 <= first < last <= len(document.text) else NOWHERE


def particulars(document: Document) -> str:
    """What the document is, as a list of names and values."""
    rows = {
        "Kind": sentence_case(document.kind),
        "Date": sentence_case(when(document.date)),
        "People": ", ".join(document.authors),
        "Places": ", ".join(document.places),
        "Standing": sentence_case(STANDINGS[document.standing]),
        "Form": sentence_case(FORMS[document.form]),
        "Seen by": SHARINGS[document.sharing],
        "Speakers": "Not named here" if document.unattributed else "",
    }
    pairs = "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in rows.items() if value)
    return f'<dl class="cp-particulars">{pairs}</dl>{origin(document)}'


def origin(document: Document) -> str:
    """Where the words came from, with a link where that is on the web."""
    address = on_the_web(document.source)
    place = escape(document.source or "")
    if address:
        place = f'<a href="{place}" rel="noreferrer">{place}</a>'
    if document.form is Form.RETELLING:
        if address:
            text = f"This is our retelling; the original is at {place}"
        else:
            text = f"This is our retelling. The original: {place}" if place else "This is our retelling."
    else:
        text = f"Source: {place}" if place else ""
    return f'<p class="cp-small cp-origin">{text}</p>' if text else ""


def body(document: Document, cited: Span) -> str:
    """The text, block by block. Every character of it is there, but a first heading that only repeats the title."""
    parts: list[str] = []
    inside = False
    for block in _whole(document):
        if block.kind == "item" and not inside:
            parts.append("<ul>")
        elif block.kind != "item" and inside:
            parts.append("</ul>")
        inside = block.kind == "item"
        parts.append(_element(document, block, cited))
    return f'<article class="cp-document">{"".join(parts)}{"</ul>" if inside else ""}</article>'


def _whole(document: Document) -> Iterator[Block]:
    """The blocks, with any words between them as paragraphs, so that nothing of the text is ever left out."""
    at = 0
    for block in sorted(document.blocks, key=lambda b: b.start):
        if document.text[at : block.start].strip():
            yield Block("paragraph", at, block.start)
        words = document.text[block.start : block.end].strip()
        repeated = block.kind == "heading" and at == 0 and words == document.title
        if not repeated and block.end > max(at, block.start):
            yield replace(block, start=max(at, block.start))
        at = max(at, block.end)
    if document.text[at:].strip():
        yield Block("paragraph", at, len(document.text))


def _element(document: Document, block: Block, cited: Span) -> str:
    tag = {"heading": f"h{min(max(block.level, 2), 6)}", "item": "li", "paragraph": "p", "speaker": "p"}[block.kind]
    kind = ' class="cp-speaker"' if block.kind == "speaker" else ""
    return f"<{tag}{kind}>{_moment(document, block)}{_marked(document.text, block, cited)}</{tag}>"


def _moment(document: Document, block: Block) -> str:
    """When a part of a recording is said, with a link to hear it there where its address can say so."""
    if block.time is None:
        return ""
    told = clock(block.time)
    address = moment(document.url, block.time)
    if address:
        told = f'<a href="{escape(address)}" rel="noreferrer">{told}</a>'
    return f'<span class="cp-time">{told}</span>'


def _marked(text: str, block: Block, cited: Span) -> str:
    start, end = max(block.start, cited[0]), min(block.end, cited[1])
    if start >= end:
        return escape(text[block.start : block.end])
    # Only the first mark is the place to scroll to; a citation seldom runs over two blocks.
    place = ' id="cited" tabindex="-1"' if start == cited[0] else ""
    before, words, after = text[block.start : start], text[start:end], text[end : block.end]
    return f"{escape(before)}<mark{place}>{escape(words)}</mark>{escape(after)}"
