"""A Word file to its Source: each step of the way, in order."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from assistant.errors import DocumentError
from ingest.formats import markup
from ingest.formats.markup import Element, plain
from ingest.formats.word.elements import children_of, text_of
from ingest.formats.word.numbering import Numbering
from ingest.formats.word.package import Package
from ingest.formats.word.properties import told_by
from ingest.formats.word.simplify import drop_lost_references, simplify
from ingest.formats.word.styles import Styles
from ingest.source import Source

DAMAGED = "It is damaged, so that we cannot read it. Open it in Word and save it again."
# What `simplify` names the styles of a file's paragraphs, and what becomes of them.
STYLE_MAP = """
p.Title => h1.title:fresh
p.Item => ul > li:fresh
p.Quote => blockquote > p:fresh
"""
PREFIX = "commonplace-"  # of the names that mammoth gives notes, so that no bookmark has the same
NOTE = rf"{PREFIX}(?:footnote|endnote)-"


def read(data: bytes) -> Source:
    """What a Word file holds. Raises DocumentError."""
    try:
        return _read(data)
    except DocumentError:
        raise
    except MemoryError as error:
        raise DocumentError("It needs more memory to read than there is. Split it, and try again.") from error
    except Exception as error:  # a file may be broken in more ways than its libraries have errors for
        raise DocumentError(DAMAGED) from error


def _read(data: bytes) -> Source:
    package = Package(data)
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles)
    hidden: list[str] = []
    parts = {name: package.part(name) for name in ("document", "footnotes", "endnotes")}
    for part in parts.values():
        if part is not None:
            hidden += simplify(part, styles, numbering)
    drop_lost_references(parts)
    tree = markup.parse(_html(parts))
    _place_notes(tree)
    found = markup.render(tree)
    hidden += [text_of(comment) for comment in children_of(package.part("comments"), "comment")]
    title, authors, created = told_by(package.part("core-properties"))
    styled = (plain(heading.text_content()) for heading in tree.iter("h1") if heading.get("class") == "title")
    return Source(
        found.text,
        found.lines,
        next(filter(None, styled), title),
        created,
        authors,
        hidden=tuple(words for text in hidden if (words := plain(text))),
    )


def _html(parts: dict[str, Element | None]) -> str:
    from lxml import etree
    from mammoth import convert_to_html

    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, root in parts.items():
            if root is not None:
                archive.writestr(f"word/{name}.xml", etree.tostring(root, encoding="utf-8"))
    html: str = convert_to_html(package, style_map=STYLE_MAP, include_embedded_style_map=False, id_prefix=PREFIX).value
    return html


def _place_notes(tree: Element) -> None:
    """Takes the marks of notes out of the text, and makes paragraphs of the notes."""
    for link in list(tree.iter("a")):
        if re.match(rf"{NOTE}ref-", link.get("id", "")):
            link.getparent().drop_tree()
        elif re.match(rf"#{NOTE}ref-", link.get("href", "")):
            link.drop_tree()
    for note in tree.iter("li"):
        if re.match(NOTE, note.get("id", "")):
            note.tag = "blockquote"
