"""A tree to its pieces, an element at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.formats.markup.numbers import Numbers
from ingest.formats.markup.pieces import Piece, Pieces, plain
from ingest.formats.markup.place import Place
from ingest.formats.markup.tags import BLOCKS
from ingest.formats.markup.tree import Element, parse
from ingest.lines import DIGITS, Kind

LONG_CELL = (
    500  # characters: a cell of several paragraphs and more than this is no cell of a table, but a page laid out
)
TAG = re.compile(r"<[^<>]*>")
NOTICE = re.compile(r"\A(?:\?|\[(?:if|endif)\b).*", re.DOTALL | re.IGNORECASE)  # a comment for machines, not a person's


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
        self._places = [Place()]
        self._sinks = [self.pieces]  # where pieces go: the page, or the cell of a table
        self._rows: list[_Row] = []
        self._words: list[str] = []
        self._concealed: list[str] = []
        self._item: tuple[Numbers | None, str] | None = None  # the item that the next words begin: its list, its marker

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

    def _flush(self, place: Place) -> None:
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
