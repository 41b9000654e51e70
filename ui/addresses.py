"""The addresses of the pages. An answer or a source is its address, so it can be shared, kept and gone back to.

They are relative, so that they hold where the server runs under a folder of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from assistant.dates import date_given
from assistant.domain import Citation, Standing
from assistant.errors import QuestionError
from assistant.filters import ANY, Filters

ASK = "./"
LIBRARY = "./library"
SOURCE = "./source"
CONTRIBUTE = "./contribute"
WITHDRAW = "./withdraw"
GUIDE = "./start"
MENTIONS = "./mentions"
MEETING = "./meeting"
OPEN_QUESTIONS = "./open-questions"
GAPS = "./gaps"
BOOK = "./book"
LONGEST_TRAIL = 3  # earlier questions that an address keeps


class Parameters(Protocol):
    """The values of an address, as Streamlit holds them."""

    def get_all(self, key: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Query:
    """All that an answer's address says: the question, those asked before it, what may answer, and whether to leave its
    words alone."""

    question: str = ""
    after: tuple[str, ...] = ()
    filters: Filters = ANY
    as_written: bool = False

    @classmethod
    def of(cls, parameters: Parameters) -> Query:
        """The query of an address. What nobody could have chosen on the page is passed over."""

        def every(name: str) -> tuple[str, ...]:
            return tuple(value.strip() for value in parameters.get_all(name) if value.strip())

        def one(name: str) -> str:
            return next(iter(every(name)), "")

        filters = Filters(
            people=every("person"),
            places=every("place"),
            since=_date(one("since")),
            until=_date(one("until")),
            kinds=every("kind"),
            standing=tuple(s for s in Standing if s.value in every("standing")),
        )
        return cls(one("q"), every("after")[-LONGEST_TRAIL:], filters, one("as_written") == "1")

    def values(self) -> dict[str, str | list[str]]:
        """What goes into the address."""
        f = self.filters
        told: dict[str, str | list[str]] = {
            "q": self.question,
            "after": list(self.after),
            "person": list(f.people),
            "place": list(f.places),
            "since": f.since or "",
            "until": f.until or "",
            "kind": list(f.kinds),
            "standing": [s.value for s in f.standing],
            "as_written": "1" if self.as_written else "",
        }
        return {name: value for name, value in told.items() if value}

    def then(self, question: str) -> Query:
        """The next question of the same conversation."""
        trail = (*self.after, self.question) if self.question else self.after
        return Query(question, trail[-LONGEST_TRAIL:], self.filters)

    def alone(self) -> Query:
        """The same question with none before it."""
        return replace(self, after=())


def _date(given: str) -> str | None:
    try:
        return date_given(given) if given else None
    except QuestionError:
        return None


def answer(query: Query | str) -> str:
    """The Ask page with this question asked."""
    return _with(ASK, (Query(query) if isinstance(query, str) else query).values())


def source(document: str, start: int = 0, end: int = 0, *, query: Query | None = None) -> str:
    """The Source page of a document, at characters [start, end) if there are any, with the way back to a question."""
    values: dict[str, str | list[str]] = {"document": document}
    if end > start:
        values |= {"start": str(start), "end": str(end)}
    return _with(SOURCE, values | (query.values() if query and query.question else {}))


def contribute(replaces: str = "") -> str:
    """The Contribute page, for a document that takes the place of another."""
    return _with(CONTRIBUTE, {"replaces": replaces} if replaces else {})


def withdraw(document: str) -> str:
    """The page that withdraws a document."""
    return _with(WITHDRAW, {"document": document})


def mentions(term: str) -> str:
    """Every place that mentions a person, place or term."""
    return _with(MENTIONS, {"term": term})


def meeting(topics: Sequence[str], title: str = "") -> str:
    """The coverage of an agenda: a report is its address."""
    values: dict[str, str | list[str]] = {"topic": list(topics)}
    return _with(MEETING, values | ({"title": title} if title else {}))


def book(number: int = 0) -> str:
    """A commonplace book, or the list of them."""
    return _with(BOOK, {"book": str(number)} if number else {})


def keep(citations: Sequence[Citation]) -> str:
    """The Book page, to keep quotations of one document there."""
    values: dict[str, str | list[str]] = {
        "document": citations[0].document,
        "start": [str(citation.start) for citation in citations],
        "end": [str(citation.end) for citation in citations],
    }
    return _with(BOOK, values)


def moment(url: str | None, seconds: int | None) -> str | None:
    """The address of a recording at a moment of it, on the sites whose addresses can say so; else None."""
    if on_the_web(url) is None or url is None or seconds is None:
        return None
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host in ("youtube.com", "youtube-nocookie.com", "youtu.be"):
        kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith(("t=", "start="))]
        return urlunsplit(parts._replace(query="&".join([*kept, f"t={seconds}s"]), fragment=""))
    if host in ("vimeo.com", "player.vimeo.com"):
        return urlunsplit(parts._replace(fragment=f"t={seconds}s"))
    return None


def on_the_web(address: str | None) -> str | None:
    """The address where it is http or https and has a host: nothing else becomes a link."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _with(page: str, values: dict[str, str | list[str]]) -> str:
    return f"{page}?{urlencode(values, doseq=True, quote_via=quote)}" if values else page
