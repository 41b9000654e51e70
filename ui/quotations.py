"""An Answer as HTML: the documents' words as quotations, ours in small type under them. All text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from assistant.domain import Answer, Citation, Statement, Status
from ui import addresses, session
from ui.addresses import Query
from ui.phrases import (
    CLOSE,
    NEAREST,
    NOT_FOUND,
    account,
    basis_line,
    completed,
    parted,
    particulars,
    sentence_case,
    under,
)


class Quotations:
    """Writes the quotations of one question; every one of them links to its place in the source. `keep`: whether each
    has a link by which to keep it in a book."""

    def __init__(self, query: Query, *, keep: bool = False) -> None:
        self.query = query
        self.keep = keep

    def answer(self, answer: Answer) -> str:
        """The whole answer, whatever its status."""
        first, notes = parted(answer.notes)
        mending = [note for note in answer.notes if note.startswith("We read ")]
        if completed(answer):
            mending.append(f"Understood as “{answer.understood_as}”.")
        if answer.status is Status.ANSWERED:
            body = self.statements(answer.statements) + small(basis_line(answer), "cp-basis")
        else:
            body = self.nearest(answer)
        return (
            self.mended(mending)
            + "".join(small(note, "cp-led") for note in first)
            + body
            + "".join(small(note) for note in notes)
        )

    def mended(self, notes: Sequence[str]) -> str:
        if not notes:
            return ""
        link = (
            f'<a href="{escape(addresses.answer(replace(self.query, as_written=True)))}">Ask it as written instead</a>'
        )
        return f'<p class="cp-small cp-mended">{escape(" ".join(notes))} {link}</p>'

    def statements(self, statements: Iterable[Statement]) -> str:
        """The statements in their order; neighbours from one account in one document share a line under them."""
        groups = groupby(statements, key=lambda s: _origin(s.citations[0]))
        return "".join(self._group(list(group)) for _, group in groups)

    def citations(self, citations: Iterable[Citation]) -> str:
        """Quotations that are no part of an answer."""
        return self.statements(Statement(citation.quote, (citation,)) for citation in citations)

    def nearest(self, answer: Answer) -> str:
        """What came nearest, in weaker type than an answer's."""
        close = answer.status is Status.CLOSE
        said = CLOSE if close else f"{NOT_FOUND} {NEAREST}" if answer.nearest else NOT_FOUND
        quotes = self.citations(answer.nearest)
        return f'<p class="cp-lead">{said}</p>' + (f'<div class="cp-nearest">{quotes}</div>' if quotes else "")

    def _group(self, statements: Sequence[Statement]) -> str:
        first = statements[0].citations[0]
        caption = f"<figcaption>{self._caption(first)}{self._keep([s.citations[0] for s in statements])}</figcaption>"
        if len(statements) == 1:
            inside = self._quote(first) + caption + self._also(statements[0])
        else:
            inside = "".join(self._quote(s.citations[0]) + self._also(s) for s in statements) + caption
        return f'<figure class="cp-account">{inside}</figure>'

    def _quote(self, citation: Citation) -> str:
        quote = f"<blockquote>{escape(citation.quote)}</blockquote>"
        return f'<a class="cp-quote" href="{self._address(citation)}">{quote}</a>'

    def _keep(self, citations: Sequence[Citation]) -> str:
        if not self.keep:
            return ""
        label = "Keep" if len(citations) == 1 else "Keep these"
        return f'<a class="cp-keep" href="{escape(addresses.keep(citations))}">{label}</a>'

    def _also(self, statement: Statement) -> str:
        """The other places that say it in the same words."""
        first, *others = statement.citations
        lines = []
        for other in others:
            if other.document == first.document:
                place = escape(under(other)) or "elsewhere"
                lines.append(f'Also <a href="{self._address(other)}">{place} in the same document</a>')
            else:
                lines.append(f"Also {'' if account(other) else 'in '}{self._caption(other, first=False)}")
        return "".join(f'<p class="cp-also">{line}</p>' for line in lines)

    def _caption(self, citation: Citation, *, first: bool = True) -> str:
        whose = sentence_case(account(citation)) if first else account(citation)
        title = f'<a href="{self._address(citation)}">{escape(citation.title)}</a>'
        told = [*([escape(whose)] if whose else []), title, *map(escape, particulars(citation))]
        if at := addresses.moment(citation.url, citation.time):
            told.append(f'<a href="{escape(at)}" rel="noreferrer">hear it there</a>')
        return ", ".join(told)

    def _address(self, citation: Citation) -> str:
        return escape(addresses.source(citation.document, citation.start, citation.end, query=self.query))


def written() -> Quotations:
    """Quotations of no question, for whoever is asking."""
    return Quotations(Query(), keep=session.may_contribute())


def suggestions(questions: Sequence[str]) -> str:
    """Questions to start from, each a link that asks it."""
    return f'<h2 class="cp-label">You could ask</h2>{asking(questions)}' if questions else ""


def asking(questions: Sequence[str]) -> str:
    """A list of links that ask; nothing of none."""
    links = "".join(f'<li><a href="{escape(addresses.answer(q))}">{escape(q)}</a></li>' for q in questions)
    return f'<ul class="cp-suggestions">{links}</ul>' if links else ""


def small(text: str, kind: str = "") -> str:
    return f'<p class="{f"cp-small {kind}".strip()}">{escape(text)}</p>' if text else ""


def _origin(citation: Citation) -> tuple[str, str | None, tuple[str, ...], int | None]:
    return citation.document, citation.speaker, citation.heading, citation.time
