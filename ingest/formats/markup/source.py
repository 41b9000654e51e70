"""A page, or a part of it, to its Source."""

from __future__ import annotations

from ingest.formats.markup.pieces import text_of
from ingest.formats.markup.tree import Element
from ingest.formats.markup.walk import read
from ingest.source import Source


def render(page: str | Element) -> Source:
    """The text of a page or a part of it, its lines, and what it hides. Raises DocumentError where it nests too deep."""
    found = read(page)
    text, lines = text_of(found.shown)
    return Source(text, tuple(lines), hidden=found.hidden)
