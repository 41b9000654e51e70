"""How a quotation is cited on paper: in full under it, in short after it, and where on the web its source is."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.domain import Citation, Form, Standing
from ui.addresses import moment, on_the_web
from ui.paper.values import Numbers
from ui.phrases import account, under, when, whose_words

STRUCK = "A quotation stood here."
QUOTED = "Documents quoted"  # the heading of the list of sources


def short(citation: Citation) -> str:
    """The title and the date, whether the words are ours, and whether they are of the network's at all: 'Cell 1, May 2021,
    retold'; 'Report card, March 2022, from outside'."""
    retold = "retold" if citation.form is Form.RETELLING else ""
    return ", ".join(filter(None, [citation.title, when(citation.date), _outside(citation), retold]))


def brief(citation: Citation, numbers: Numbers | None) -> str:
    """How a quotation is cited on its line: by its document's number in the list of sources, and what a reader must know
    with it: '3, July 2020'; '7, March 2022, from outside'. Where sources have no numbers, in short."""
    if numbers is None:
        return short(citation)
    dated = when(citation.date) if citation.date else ""
    return ", ".join(filter(None, [str(numbers[citation.document]), dated, _outside(citation)]))


def _outside(citation: Citation) -> str:
    return "from outside" if citation.standing is Standing.OUTSIDE else ""


def particulars(citation: Citation) -> str:
    """One line on a document: its title, its date, and what a reader should know of it."""
    return ", ".join([citation.title, when(citation.date), *whose_words(citation)])


def link(citation: Citation) -> tuple[str, str] | None:
    """The words of a link to the source and its address, where it is on the web."""
    if at := moment(citation.url, citation.time):
        return "hear it there", at
    if at := on_the_web(citation.url):
        return ("the original" if citation.form is Form.RETELLING else "the source"), at
    return None


def also(citation: Citation, others: Iterable[Citation]) -> str:
    """Where else the same words stand: 'Also in Cell 2, under “Summary”.' or "" where nowhere."""
    places = []
    for other in others:
        if other.document == citation.document:
            places.append(under(other) or "elsewhere in the same document")
        else:
            whose = account(other)
            places.append(", ".join(filter(None, [f"{whose}, {short(other)}" if whose else f"in {short(other)}"])))
    return f"Also {'; '.join(dict.fromkeys(places))}." if places else ""


def shown(address: str) -> str:
    """An address as one reads it: without what every address begins with."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
