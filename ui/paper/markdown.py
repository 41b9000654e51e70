"""A Paper as Markdown, in which no text from a document becomes markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Citation
from ui.addresses import on_the_web
from ui.paper.cited import QUOTED, STRUCK, brief, link, particulars, shown
from ui.paper.letters import printable
from ui.paper.values import (
    Block,
    Entry,
    Heading,
    Items,
    Numbers,
    Paper,
    Picture,
    Quotation,
    Struck,
    Table,
    Words,
)
from ui.phrases import citation_line

INLINE = re.compile(r"[#\\`*_\[\]<>~|$@]|&(?=#|\w)|:(?=//)|(?<=www)\.", re.IGNORECASE)
OPENING = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")  # what would begin a list, a heading or a table
TO_ENCODE = re.compile(r"[\s\\<>]")  # of an address: what would end it


def markdown(paper: Paper) -> str:
    """The whole paper as Markdown (CommonMark, with the tables and the strike-through of GitHub's)."""
    parts = [f"# {_line(paper.title)}"]
    if paper.subtitle:
        parts.append(_line(paper.subtitle))
    numbers = paper.numbers
    last: Block | None = None
    for block in paper.blocks:
        written = _block(block, numbers)
        if not written:
            continue
        if isinstance(block, Entry) and isinstance(last, Entry):
            parts[-1] += f"\n{written}"  # neighbours are one list
        else:
            parts.append(written)
        last = block
    if paper.quoted:
        lines = (
            f"{f'{at}.' if numbers else '-'} {_line(particulars(one))}{_address(one.url)}"
            for at, one in enumerate(paper.quoted, 1)
        )
        parts += [f"## {QUOTED}", "\n".join(lines)]
    if paper.foot:
        parts.append(f"---\n\n{_line(paper.foot)}")
    return "\n\n".join(parts) + "\n"


def _block(block: Block, numbers: Numbers | None) -> str:
    match block:
        case Heading():
            return f"{'#' * (1 + min(max(block.level, 1), 3))} {_line(block.text)}"
        case Words():
            return _text(block.text)
        case Items():
            return "\n".join(f"- {_line(text)}" for text in block.texts)
        case Quotation():
            return _quotation(block)
        case Entry():
            return _entry(block, numbers)
        case Struck():
            return f"> ~~{_line(STRUCK)}~~ {_line(block.reason)}"
        case Table():
            return _table(block)
        case Picture():
            return "\n\n".join(_line(words) for words in (block.caption, block.alt) if words)


def _quotation(block: Quotation) -> str:
    quote = "\n".join(f"> {line}" if line else ">" for line in _text(block.citation.quote).split("\n"))
    under = f"— {_line(citation_line(block.citation))}"
    if to := link(block.citation):
        under += f" ({_link(*to)})"
    return "\n\n".join(filter(None, [quote, under, _line(block.note)]))


def _entry(block: Entry, numbers: Numbers | None) -> str:
    said = [f"“{_line(c.quote)}” ({_short(c, numbers)})" for c in block.citations]
    term = _line(block.term.strip())  # a space inside the asterisks would leave them as they are
    if term and block.address:
        term = _link(block.term.strip(), block.address)
    return f"- {' '.join(filter(None, [f'**{term}**' if term else '', _line(block.note), *said]))}"


def _short(citation: Citation, numbers: Numbers | None) -> str:
    to, told = link(citation), brief(citation, numbers)
    return _link(told, to[1]) if to else _line(told)


def _table(block: Table) -> str:
    written = [f"| {' | '.join(_line(cell) for cell in row)} |" for row in (block.columns, *block.rows)]
    written.insert(1, f"|{' --- |' * len(block.columns)}")
    return "\n\n".join(filter(None, [_line(block.caption), "\n".join(written)]))


def _text(text: str) -> str:
    """Paragraphs; a line of the text stays a line."""
    return "\n\n".join("\\\n".join(lines) for lines in _paragraphs(text))


def _paragraphs(text: str) -> Sequence[Sequence[str]]:
    found: list[list[str]] = [[]]
    for line in printable(text).split("\n"):
        if escaped := _line(line):
            found[-1].append(escaped)
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def _line(text: str) -> str:
    """One line with every character that Markdown would take for markup escaped."""
    line = " ".join(re.split(r"[ \t\n]+", printable(text).strip(" \t\n")))
    line = INLINE.sub(lambda match: f"\\{match[0]}", line)
    if mark := OPENING.match(line):
        at = mark.end() if mark[0].isdigit() else 0
        return f"{line[:at]}\\{line[at:]}"
    return line


def _link(words: str, address: str) -> str:
    safe = TO_ENCODE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), printable(address))
    return f"[{_line(words)}](<{safe.replace('&', '&amp;')}>)"


def _address(url: str | None) -> str:
    return f": {_link(shown(url), url)}" if url and on_the_web(url) else ""
