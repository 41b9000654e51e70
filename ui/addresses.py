"""The addresses of the pages. An answer or a source is its address, so it can be shared, kept and gone back to.

They are relative, so that they hold where the server runs under a folder of its own.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

ASK = "./"
LIBRARY = "./library"
SOURCE = "./source"


def answer(question: str, *, as_written: bool = False) -> str:
    """The Ask page with this question asked; `as_written` leaves its spelling alone."""
    return _with(ASK, {"q": question} | ({"as_written": "1"} if as_written else {}))


def source(document: str, start: int = 0, end: int = 0, *, question: str = "", as_written: bool = False) -> str:
    """The Source page of a document, at characters [start, end) if there are any, with the way back to a question."""
    values = {"document": document}
    if end > start:
        values |= {"start": str(start), "end": str(end)}
    if question:
        values |= {"q": question} | ({"as_written": "1"} if as_written else {})
    return _with(SOURCE, values)


def on_the_web(address: str | None) -> str | None:
    """The address where it is http or https and has a host: nothing else becomes a link."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _with(page: str, values: dict[str, str]) -> str:
    return f"{page}?{urlencode(values, quote_via=quote)}"
