"""A document to hand round, before it is Markdown, Word or a printed page."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain import Citation

DOTS = 200  # an inch, of a picture


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1  # 1 to 3; the title of the paper stands above them


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of ours, or of whoever made it. `small`: an aside, such as the rule by which something was counted."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A bulleted list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """The document's own words with their citation line. `note`: a line of ours after it, such as "Also in ..."."""

    citation: Citation
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: a name or a term, and what documents say of it, each quotation with its title and date.
    `note`: words of ours in between. `address`: where the term leads, on the web."""

    term: str
    citations: tuple[Citation, ...] = ()
    note: str = ""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Struck:
    """Where a quotation stood that is no longer there to be shown: struck out, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of plain text. The first row of `rows` is not a heading: `columns` is."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG bytes at 200 dots an inch, and what it shows, for those who cannot see it."""

    png: bytes
    alt: str
    caption: str = ""

    @property
    def inches(self) -> tuple[float, float]:
        """Its width and height on paper. Raises ValueError where the bytes are no PNG."""
        if self.png[:8] != b"\x89PNG\r\n\x1a\n" or len(self.png) < 24:
            raise ValueError("A picture on paper is a PNG.")
        width, height = struct.unpack(">II", self.png[16:24])
        return width / DOTS, height / DOTS


Numbers = Mapping[str, int]  # of documents, by id, in the list of sources
Block = Heading | Words | Items | Quotation | Entry | Struck | Table | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """`blocks` in order. `foot`: one line at the end of every printed page: what it rests on, when it was made.
    `compact`: small type in two columns, for what holds much and must stay short; there a quotation is cited by the number
    of its document in the list at the end."""

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    foot: str = ""
    compact: bool = False

    @property
    def quoted(self) -> tuple[Citation, ...]:
        """A citation of each document that is quoted, in order of appearance: the list of sources at the end."""
        found: dict[str, Citation] = {}
        for block in self.blocks:
            if isinstance(block, Quotation):
                found.setdefault(block.citation.document, block.citation)
            elif isinstance(block, Entry):
                for citation in block.citations:
                    found.setdefault(citation.document, citation)
        return tuple(found.values())

    @property
    def numbers(self) -> Numbers | None:
        """Of a compact paper, the number of each document in the list of sources; None of another."""
        return {one.document: at for at, one in enumerate(self.quoted, 1)} if self.compact else None
