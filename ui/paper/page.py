"""A Paper as one HTML document: whole in itself, for the screen and for print. All text is escaped here."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from assistant.domain import Citation
from ui.addresses import on_the_web
from ui.paper.cited import QUOTED, STRUCK, brief, link, particulars, shown
from ui.paper.columns import numeric, shares
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

LINE = 105  # letters of a printed line, in a table
STYLES = Path(__file__).with_name("print.css")
# Nothing is fetched and nothing runs, whatever the words of a document are.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(paper: Paper) -> str:
    """The whole document, from its doctype on."""
    subtitle = f'<p class="subtitle">{_text(paper.subtitle)}</p>' if paper.subtitle else ""
    foot = f"<footer>{_text(paper.foot)}</footer>" if paper.foot else ""
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="author" content="Commonplace">\n'
        f"<title>{_text(paper.title)}</title>\n"
        f"<style>\n{STYLES.read_text(encoding='utf-8')}{_foot(paper.foot)}</style>\n</head>\n"
        f"<body{_class('compact' if paper.compact else '')}>\n"
        f"<header><h1>{_text(paper.title)}</h1>{subtitle}</header>\n"
        f"<main>\n{_blocks(paper)}\n{_quoted(paper)}</main>\n{foot}\n</body>\n</html>\n"
    )


def _foot(foot: str) -> str:
    """The line at the end of every printed page, as a string of CSS: every letter that is not plain is escaped."""
    letters = "".join(c if c.isascii() and (c.isalnum() or c in " .,") else f"\\{ord(c):x} " for c in _flat(foot))
    return f'@page {{ @bottom-left {{ content: "{letters}"; }} }}\n' if letters else ""


def _blocks(paper: Paper) -> str:
    written, numbers = [], paper.numbers
    for kind, group in groupby(paper.blocks, type):
        inside = [_block(block, numbers) for block in group]
        if kind is Entry:
            written.append(f'<ul class="entries">{"".join(inside)}</ul>')
        else:
            written.extend(inside)
    return "\n".join(written)


def _block(block: Block, numbers: Numbers | None) -> str:
    match block:
        case Heading():
            level = 1 + min(max(block.level, 1), 3)
            return f"<h{level}>{_text(block.text)}</h{level}>"
        case Words():
            return f"<p{_class('small' if block.small else '')}>{_text(block.text)}</p>"
        case Items():
            return f"<ul>{''.join(f'<li>{_text(text)}</li>' for text in block.texts)}</ul>"
        case Quotation():
            return _quotation(block)
        case Entry():
            return _entry(block, numbers)
        case Struck():
            return f'<p class="struck"><s>{_text(STRUCK)}</s> {_text(block.reason)}</p>'
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)


def _quotation(block: Quotation) -> str:
    caption = _text(citation_line(block.citation))
    if to := link(block.citation):
        caption += f' <span class="link">({_link(*to)})</span>'
    note = f'<p class="note">{_text(block.note)}</p>' if block.note else ""
    quote = f"<blockquote>{_text(block.citation.quote)}</blockquote>"
    return f"<figure>{quote}<figcaption>{caption}{note}</figcaption></figure>"


def _entry(block: Entry, numbers: Numbers | None) -> str:
    said = (f'<q>{_text(c.quote)}</q> <span class="cited">({_short(c, numbers)})</span>' for c in block.citations)
    note = f"<span>{_text(block.note)}</span>" if block.note else ""
    named = _link(block.term, block.address) if block.address else _text(block.term)
    term = f"<strong>{named}</strong>" if block.term else ""
    return f"<li>{' '.join(filter(None, [term, note, *said]))}</li>"


def _short(citation: Citation, numbers: Numbers | None) -> str:
    to, told = link(citation), brief(citation, numbers)
    return _link(told, to[1]) if to else _text(told)


def _table(block: Table) -> str:
    numbers = numeric(block)
    caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""

    def row(cells: Iterable[str], tag: str) -> str:
        made = []
        for at, cell in enumerate(cells):
            scope = ' scope="col"' if tag == "th" else ""
            made.append(f"<{tag}{scope}{_class('number' if numbers[at] else '')}>{_text(cell)}</{tag}>")
        return f"<tr>{''.join(made)}</tr>"

    body = "".join(row(cells, "td") for cells in block.rows)
    widths = "".join(f'<col style="width: {share:.1%}">' for share in shares(block, LINE))
    return f"<table>{caption}<colgroup>{widths}</colgroup><thead>{row(block.columns, 'th')}</thead><tbody>{body}</tbody></table>"


def _picture(block: Picture) -> str:
    data = b64encode(block.png).decode("ascii")
    caption = f"<figcaption>{_text(block.caption)}</figcaption>" if block.caption else ""
    width = f"width: {block.inches[0]:.2f}in"
    image = f'<img src="data:image/png;base64,{data}" alt="{_text(_flat(block.alt))}" style="{width}">'
    return f'<figure class="picture">{image}{caption}</figure>'


def _quoted(paper: Paper) -> str:
    lines = "".join(f"<li>{_text(particulars(one))}{_address(one.url)}</li>" for one in paper.quoted)
    listed = "ol" if paper.numbers else "ul"
    return f'<section class="sources"><h2>{QUOTED}</h2><{listed}>{lines}</{listed}></section>\n' if lines else ""


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _link(words: str, address: str) -> str:
    return f'<a href="{escape(printable(address))}" rel="noreferrer">{_text(words)}</a>'


def _address(url: str | None) -> str:
    return f": {_link(shown(url), url)}" if url and on_the_web(url) else ""


def _flat(text: str) -> str:
    return " ".join(printable(text).split())


def _text(text: str) -> str:
    return escape(printable(text))
