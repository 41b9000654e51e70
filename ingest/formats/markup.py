"""HTML to the text a person reads, with its lines typed where the markup says what they are.

Three steps: `parse` makes a tree, `read` walks it into pieces (a paragraph, an item, a heading, a row of a table each), and
`text_of` joins pieces, all or some of them, into the text and its lines. `render` is the three in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from typing import Any

from assistant.errors import DocumentError
from ingest.lines import DIGITS, Kind, Line
from ingest.source import Source

Element = Any  # lxml.html.HtmlElement: lxml carries no types

DROPPED = frozenset(
    "head script style template noscript iframe object svg canvas audio video select textarea datalist".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section"
    " summary table tbody td tfoot th thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
HEADING = re.compile(r"h([1-6])")
TAG = re.compile(r"<[^<>]*>")
NOTICE = re.compile(r"\A(?:\?|\[(?:if|endif)\b).*", re.DOTALL | re.IGNORECASE)  # a comment for machines, not a person's
# Soft hyphens, zero-width characters and controls. The two joiners spell words in some scripts, and stay between their letters.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff\U000e0000-\U000e007f]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
SHALLOW = 200  # levels: deeper tags are left out of a tree that is too deep to parse; their words stay
DEEPEST = 1_000  # levels: a page deeper than this in tags that can hide words is refused
LONG_CELL = (
    500  # characters: a cell of several paragraphs and more than this is no cell of a table, but a page laid out
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one element. `words` has newlines only where the page breaks a line, and a blank line at most."""

    words: str
    kind: Kind | None = None
    level: int = 0
    marker: str = ""  # "2. " for a numbered item
    gap: bool = True  # whether it stands apart from the piece before it


@dataclass(frozen=True, slots=True)
class Pieces:
    shown: tuple[Piece, ...]
    hidden: tuple[str, ...]  # comments, and what the page's own inline style keeps from view


def render(page: str | Element) -> Source:
    """The text of a page or a part of it, its lines, and what it hides. Raises DocumentError where it nests too deep."""
    found = read(page)
    text, lines = text_of(found.shown)
    return Source(text, tuple(lines), hidden=found.hidden)


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


def text_of(pieces: Iterable[Piece]) -> tuple[str, list[Line]]:
    """The pieces as one text, and its lines."""
    parts: list[str] = []
    lines: list[Line] = []
    size = 0

    def say(words: str) -> None:
        nonlocal size
        parts.append(words)
        size += len(words)

    for piece in pieces:
        if lines:
            tight = piece.kind == "item" and not piece.marker and lines[-1].kind == "item"
            say("\n" if tight else "\n\n")
        gap = piece.gap
        for i, words in enumerate((piece.marker + piece.words).split("\n")):
            if i:
                say("\n")
            if words:
                kind = piece.kind if i == 0 or piece.kind == "paragraph" else None
                lines.append(Line(size, size + len(words), kind, piece.level, gap=gap))
            gap = not words
            say(words)
    return "".join(parts), lines


def plain(words: str) -> str:
    """Words without the characters that nobody sees, and with white space of one kind."""
    return " ".join(UNSEEN.sub("", words).split())


def number(count: int, style: str = "1") -> str:
    """3 as "3", "c", "C", "iii" or "III", as `style` ("1", "a", "A", "i", "I") says."""
    if count < 1 or style not in ("a", "A", "i", "I"):
        return str(count)
    written = _letters(count) if style in "aA" else _roman(count)
    return written.upper() if style in "AI" else written


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20)


def _roman(count: int) -> str:
    if count > 3_999:
        return str(count)
    written = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    ):
        written += letters * (count // value)
        count %= value
    return written


@dataclass(frozen=True, slots=True)
class _Look:
    """What inline style says of how words are seen; a part of the page begins with that of the part it stands in."""

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    ink: str | None = None
    paper: str | None = None

    @property
    def conceals(self) -> bool:
        return self.gone or self.invisible or self.tiny or (self.ink is not None and self.ink == self.paper)

    def within(self, element: Element) -> _Look:
        told: Mapping[str, str] = element.attrib
        if not any(name in told for name in ("style", "hidden", "color", "bgcolor")):
            return self
        style = _style(told.get("style", ""))
        look = self
        if "hidden" in told or style.get("display") == "none":
            look = replace(look, gone=True)
        if seen := style.get("visibility"):
            look = replace(look, invisible=seen in ("hidden", "collapse"))
        if size := style.get("font-size"):
            relative = size.endswith(("%", "em", "ex", "ch")) and not size.endswith("rem")
            look = replace(look, tiny=NOTHING.fullmatch(size) is not None or (look.tiny and relative))
        if ink := style.get("color", told.get("color", "")):
            look = replace(look, ink=_colour(ink))
        if paper := style.get("background-color", style.get("background", told.get("bgcolor", ""))):
            look = replace(look, paper=None if "(" in paper and "rgb" not in paper else _colour(paper))
        return look


NOTHING = re.compile(r"0*(?:\.0*)?(?:[a-z]+|%)?")
RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*1(?:\.0*)?)?\s*\)")
NAMED = {"white": "#ffffff", "black": "#000000"}


def _style(declared: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in declared.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _colour(said: str) -> str | None:
    said = said.strip().lower()
    if rgb := RGB.search(said):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in rgb.groups())
    word = next(iter(said.split()), "")
    if re.fullmatch(r"#[0-9a-f]{3}", word):
        return "#" + "".join(2 * digit for digit in word[1:])
    if re.fullmatch(r"#[0-9a-f]{6}", word):
        return word
    return NAMED.get(word)


@dataclass(slots=True)
class _List:
    style: str  # as `number` takes it, or "" for bullets
    next: int = 1
    step: int = 1
    started: bool = False

    @classmethod
    def of(cls, element: Element) -> _List:
        if element.tag != "ol":
            return cls("")
        backwards = "reversed" in element.attrib
        first = sum(child.tag == "li" for child in element) if backwards else 1
        return cls(element.get("type") or "1", _whole(element.get("start"), first), -1 if backwards else 1)

    def marker(self, element: Element) -> str:
        if not self.style:
            return ""
        count = _whole(element.get("value"), self.next)
        self.next = count + self.step
        return f"{number(count, self.style)}. "


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and re.fullmatch(r"\s*-?\d{1,9}\s*", said, re.ASCII) else otherwise


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the page the words are."""

    look: _Look = _Look()
    dropped: bool = False
    level: int = 0  # of the heading
    kind: Kind | None = None
    as_typed: bool = False  # whether a newline is one
    list: _List | None = None

    def within(self, element: Element) -> _Place:
        tag = element.tag
        place = self
        if (look := self.look.within(element)) is not self.look:
            place = replace(place, look=look)
        if tag in DROPPED:
            return replace(place, dropped=True)
        if heading := HEADING.fullmatch(tag):
            return replace(place, level=int(heading[1]))
        if tag in ("blockquote", "caption", "figcaption"):
            return replace(place, kind="paragraph")
        if tag in ("dt", "dd"):
            return replace(place, kind="item")
        if tag == "pre":
            return replace(place, as_typed=True)
        if tag in ("ul", "ol", "menu", "dir"):
            return replace(place, list=_List.of(element))
        return place


@dataclass(slots=True)
class _Row:
    cells: list[list[Piece]] = field(default_factory=list)
    holds_table: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """One item with " | " between its cells; or what is in them, where the table only lays the page out."""
        inside = [piece for cell in self.cells for piece in cell]
        if len(inside) < 2:
            return [replace(piece, kind=piece.kind or "item") for piece in inside]
        full = [cell for cell in self.cells if cell]
        laid_out = (
            self.holds_table
            or len(full) == 1
            or any(piece.kind == "heading" for piece in inside)
            or any(len(cell) > 1 and sum(len(piece.words) for piece in cell) > LONG_CELL for cell in full)
        )
        if laid_out:
            return inside
        words = " | ".join(" ".join((piece.marker + piece.words).split()) for piece in inside)
        return [Piece(words, "item")]


def read(page: str | Element) -> Pieces:
    """The pieces of a page, or of a part of it, in order. Raises DocumentError where it nests too deep."""
    from lxml.etree import iterwalk

    tree = parse(page) if isinstance(page, str) else page
    walk = _Walk()
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(element)
            walk.say(element.text)
            continue
        if event == "end":
            walk.leave(element)
        elif event == "comment":
            walk.conceal(TAG.sub(" ", NOTICE.sub("", element.text or "")))
        if element is not tree:
            walk.say(element.tail)
    walk.end()
    return Pieces(tuple(walk.pieces), tuple(walk.hidden))


class _Walk:
    """Grows the pieces an element at a time."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.hidden: list[str] = []
        self._places = [_Place()]
        self._sinks = [self.pieces]  # where pieces go: the page, or the cell of a table
        self._rows: list[_Row] = []
        self._words: list[str] = []
        self._concealed: list[str] = []
        self._item: tuple[_List | None, str] | None = None  # the item that the next words begin: its list, its marker

    def enter(self, element: Element) -> None:
        place = self._places[-1].within(element)
        self._places.append(place)
        if place.dropped or place.look.conceals:
            return
        tag = element.tag
        if tag in BLOCKS:
            self._flush(self._places[-2])
        if tag == "br":
            self._words.append("\n")
        elif tag == "q":
            self._words.append("“")
        elif tag == "li":
            self._item = (place.list, place.list.marker(element) if place.list else "")
        elif tag == "table" and self._rows:
            self._rows[-1].holds_table = True
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].cells.append([])
            self._sinks.append(self._rows[-1].cells[-1])

    def leave(self, element: Element) -> None:
        place = self._places.pop()
        if place.dropped:
            return
        if place.look.conceals:
            if not self._places[-1].look.conceals:
                self.conceal("".join(self._concealed))
                self._concealed = []
            return
        tag = element.tag
        if tag in BLOCKS:
            self._flush(place)
        if tag == "q":
            self._words.append("”")
        elif tag == "li":
            self._item = None
            if place.list:
                place.list.started = True
        elif tag == "tr":
            row = self._rows.pop()
            self._sinks[-1].extend(row.pieces)
        elif tag in ("td", "th") and len(self._sinks) > 1:
            self._sinks.pop()

    def end(self) -> None:
        self._flush(self._places[0])

    def say(self, words: str | None) -> None:
        place = self._places[-1]
        if not words or place.dropped:
            return
        if place.look.conceals:
            self._concealed.append(words)
        elif place.as_typed:
            self._words.append(words)
        else:
            self._words.append(re.sub(r"\s+", " ", words))

    def conceal(self, words: str) -> None:
        words = plain(words)
        if any(ch.isalnum() for ch in words):
            self.hidden.append(words)

    def _flush(self, place: _Place) -> None:
        """What was said up to the edge of a block, as a piece."""
        lines = [plain(line) for line in "".join(self._words).split("\n")]
        self._words = []
        words = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
        if not words:
            return
        if place.level:
            words = " ".join(words.split())
            marker = self._item[1] if self._item else ""
            piece = Piece(words, "heading", place.level, marker)
        elif self._item:
            items, marker = self._item
            # A numbered line may be a flattened heading: leave it to be judged with its neighbours.
            kind: Kind | None = None if DIGITS.match(marker + words) else "item"
            piece = Piece(words, kind, marker=marker, gap=not (items and items.started))
        else:
            piece = Piece(words, place.kind or ("paragraph" if place.list else None))
        self._item = None
        self._sinks[-1].append(piece)
