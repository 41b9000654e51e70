"""A commonplace book as a paper: quotations under headings, with its maker's own words between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.domain import Citation
from assistant.kept.entries import Entry, StruckOut
from ui.paper.values import Block, Heading, Paper, Quotation, Struck, Words
from ui.phrases import counted, when


def book_paper(title: str, entries: Sequence[Entry], *, today: date | None = None) -> Paper:
    """The book as it was opened (assistant/kept/entries.py), so that every quotation has been checked again."""
    blocks = tuple(_block(entry) for entry in entries)
    quotations = sum(isinstance(block, Quotation) for block in blocks)
    made = when((today or date.today()).isoformat())
    foot = f"Made by Commonplace on {made}. {counted(quotations, 'quotation')}, each in its document's own words."
    return Paper(title=title, subtitle="A commonplace book", blocks=blocks, foot=foot)


def _block(entry: Entry) -> Block:
    match entry.value:
        case Citation():
            return Quotation(entry.value)
        case StruckOut():
            return Struck(entry.value.reason)
        case words:
            return Heading(words) if entry.kind == "heading" else Words(words)
