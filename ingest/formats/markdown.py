"""Markdown to the text a person reads, with its lines typed where the markup says what they are.

Two marks of our own, as ingest/write.py writes them: a paragraph of a transcript begins with its time, and a turn with who
speaks ("[12:34] **Asha Patel:** We began..."); a comment says where a page of the original begins ("<!-- page 3 -->").
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.formats.decode import decode
from ingest.lines import Kind, Line, trimmed
from ingest.source import Source

MOMENT = re.compile(r"\[((?:\d{1,2}:)?\d{1,2}:\d{2})\](?: |$)")
TURN = re.compile(rf"{MOMENT.pattern}\*\*")
PAGE = re.compile(r"<!-- page (\d{1,5}) -->\s*")


def read(data: bytes) -> Source:
    text, lines = render(decode(data))
    return Source(text, tuple(lines))


def seconds(moment: str) -> int:
    """ "1:02:03" as 3723."""
    total = 0
    for part in moment.split(":"):
        total = 60 * total + int(part)
    return total


def render(source: str) -> tuple[str, list[Line]]:
    """The text without its markup, and its lines. Comments and tags are gone; entities are characters."""
    page = _Page()
    for token in _parser().parse(source):
        page.take(token)
    return page.text, page.lines


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


class _Page:
    """Grows the text a token at a time."""

    def __init__(self) -> None:
        self._parts: list[str] = []  # joined at the end: a text that grows is copied at every step
        self._length = 0
        self.lines: list[Line] = []
        self._lists: list[int | None] = []  # the number of the next item, or None for bullets
        self._follows = False  # whether what comes stands right under an item of the same list
        self._item: str | None = None  # what starts the next line: "" for a bullet, "2. " for a number
        self._heading = 0
        self._row: list[str] | None = None
        self._page: int | None = None

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open":
                self._follows = False
                self._lists.append(None)
            case "ordered_list_open":
                self._follows = False
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
                self._follows = False
            case "list_item_open":
                number = self._lists[-1]
                self._item = "" if number is None else f"{number}. "
                if number is not None:
                    self._lists[-1] = number + 1
            case "list_item_close":
                self._follows = True
            case "tr_open":
                self._row = []
            case "tr_close":
                cells = " | ".join(cell for cell in self._row or [] if cell)
                self._row = None
                self._add(cells, "item", tight=True)
            case "inline":
                words = _inline(token)
                if self._row is not None:
                    self._row.append(" ".join(words.split()))
                else:
                    self._paragraph(words, token.content)
            case "code_block" | "fence":
                self._add(token.content, "paragraph")
            case "html_block" if page := PAGE.fullmatch(token.content):
                self._page = int(page[1])
            case "html_block":
                self._add(_without_tags(token.content), None)

    def _paragraph(self, words: str, written: str) -> None:
        """`written`: the same with its markup, where a bracket that is only a bracket is escaped."""
        if not self._heading and self._item is None and (moment := MOMENT.match(written)):
            words = words[moment.end() :]
            turn = TURN.match(written) is not None
            if turn:
                name, _, words = words.partition(":")
                self._add(name, "speaker")
            self._add(words.lstrip(), "paragraph", tight=turn, time=seconds(moment[1]))
        elif self._heading:
            self._add(" ".join(words.split()), "heading", level=self._heading)
        elif self._item is not None:
            number, self._item = self._item, None
            # A numbered line may be a flattened heading: leave it to be judged with its neighbours.
            self._add(number + words, None if number else "item", tight=not number, gap=not self._follows)
        else:
            self._add(words, None)

    def _add(
        self,
        words: str,
        kind: Kind | None,
        *,
        level: int = 0,
        tight: bool = False,
        gap: bool = True,
        time: int | None = None,
    ) -> None:
        words = words.strip("\n")
        if not words.strip():
            return
        follows = bool(self.lines) and self.lines[-1].kind in ("item", "speaker")
        if self._parts:
            self._write("\n" if tight and follows else "\n\n")
        for i, words_of_line in enumerate(words.split("\n")):
            if i:
                self._write("\n")
            offset = self._length
            self._write(words_of_line)
            start, end = trimmed(words_of_line, 0, len(words_of_line))
            if start < end:
                own = kind if i == 0 or kind == "paragraph" else None
                self.lines.append(
                    Line(offset + start, offset + end, own, level, gap=gap and i == 0, time=time, page=self._page)
                )


def _inline(token: Token) -> str:
    parts: list[str] = []
    hidden = ""  # the tag whose content is not for reading
    for child in token.children or []:
        if child.type == "html_inline":
            tag = INLINE_TAG.match(child.content)
            if tag and tag[2].lower() in HIDDEN:
                hidden = "" if tag[1] else tag[2]
        elif hidden:
            continue
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)


HIDDEN = frozenset(["script", "style", "template", "head"])
INLINE_TAG = re.compile(r"<(/?)([A-Za-z]+)")


class _TextOnly(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in HIDDEN and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _without_tags(html: str) -> str:
    parser = _TextOnly()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)
