"""HTML to a tree, however deep it nests."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import Any

from assistant.errors import DocumentError
from ingest.formats.markup.tags import BLOCKS, DROPPED

Element = Any  # lxml.html.HtmlElement: lxml carries no types
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
SHALLOW = 200  # levels: deeper tags are left out of a tree that is too deep to parse; their words stay
DEEPEST = 1_000  # levels: a page deeper than this in tags that can hide words is refused


def parse(html: str) -> Element:
    """The tree of a page, with `html` at its root. Raises DocumentError where it nests too deep."""
    tree, whole = _tree(html)
    if not whole:
        shallow = _Shallow()
        shallow.feed(html)
        shallow.close()
        tree, _ = _tree("".join(shallow.parts), huge=True)
    return tree


def _tree(html: str, *, huge: bool = False) -> tuple[Element, bool]:
    """The tree, and whether it is all there: the parser stops where tags nest too deep."""
    from lxml.etree import ErrorTypes
    from lxml.html import HTMLParser as Parser
    from lxml.html import document_fromstring

    parser = Parser(encoding="utf-8", huge_tree=huge)
    # The tag stands first so that no declaration of another encoding is believed, and nothing at all is a page too.
    tree = document_fromstring(b"<html>" + html.encode("utf-8", "replace"), parser=parser)
    return tree, all(error.type != ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


class _Shallow(HTMLParser):
    """Writes a page out again without the tags that stand too deep, save those that keep words from view."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[tuple[str, bool]] = []  # tag, and whether it was written
        self._count: dict[str, int] = {}
        self._written = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self.get_starttag_text() or ""
        if tag in VOID:
            self.parts.append(raw)
            return
        hides = tag in DROPPED or any(name in ("style", "hidden", "color", "bgcolor") for name, _ in attrs)
        written = self._written < SHALLOW or hides
        if self._written >= DEEPEST:
            raise DocumentError("Its parts are nested too deep to read. Copy its words and save them as plain text.")
        if written:
            self.parts.append(raw)
        elif tag in BLOCKS:
            self._break()
        self._open.append((tag, written))
        self._count[tag] = self._count.get(tag, 0) + 1
        self._written += written

    def handle_endtag(self, tag: str) -> None:
        while self._count.get(tag):
            last, written = self._open.pop()
            self._count[last] -= 1
            self._written -= written
            if written:
                self.parts.append(f"</{last}>")
            elif last in BLOCKS:
                self._break()
            if last == tag:
                return

    def _break(self) -> None:
        if self.parts[-1] != "<br>":
            self.parts.append("<br>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data if self.cdata_elem else escape(data))

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"<!--{data}-->")
