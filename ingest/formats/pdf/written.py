"""Paragraphs to the text and its lines."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.formats.pdf.bullets import BULLETS, is_bullet
from ingest.formats.pdf.headings import Headings
from ingest.formats.pdf.hyphens import Lexicon
from ingest.formats.pdf.letters import UNREADABLE
from ingest.formats.pdf.printed import Paragraph
from ingest.lines import Kind, Line


def written(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Line, ...], str | None]:
    """The text, its lines, and the title that page 1 shows."""
    rank = Headings(paragraphs)
    lexicon = Lexicon(paragraphs)
    text, title = "", None
    lines: list[Line] = []
    for paragraph in paragraphs:
        level = rank.level(paragraph)
        kind: Kind | None = "paragraph" if rank.typed else None
        if level:
            kind = "heading"
        elif paragraph.first.cells or is_bullet(paragraph.first.words) or (kind and paragraph.first.marker):
            kind = "item"
        follows = bool(lines) and lines[-1].kind == kind == "item"
        words = lexicon.joined(paragraph)
        if not words.strip():
            continue
        if text:
            text += "\n" if follows else "\n\n"
        start = len(text)
        if not level and is_bullet(paragraph.first.words):
            mark = paragraph.first.words[0].text
            if mark not in BULLETS or mark == UNREADABLE:
                words = "•" + words[1:]
            start += 2
        text += words
        lines.append(Line(start, len(text), kind, level, gap=not follows, page=paragraph.first.page))
        if level == 1 and title is None and paragraph.first.page == 1:
            title = words
    return text, tuple(lines), title
