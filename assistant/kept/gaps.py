"""Gaps: the questions that the documents could not answer, without who asked. A table of the store (store.py).

Each is kept for 180 days. Only convenors see them, and can delete one; asked again after a sync (asking_again.py), it
closes when the documents answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from assistant.domain import Answer, Audience, Status
from assistant.errors import CommonplaceError
from assistant.kept import recorded
from assistant.kept.store import Store, today

DAYS = 180  # that a gap is kept


class GapError(CommonplaceError):
    """A gap that is not there, or gaps asked for by somebody who is no convenor."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One question on one day. `status`: not_found or close. `closed`: the day on which the documents answered it, by
    `document`, the id of the one that did; both None while it is open."""

    number: int
    question: str
    status: Status
    day: str  # ISO
    times: int  # asked on that day
    closed: str | None = None
    document: str | None = None

    @property
    def key(self) -> str:
        return recorded.key(self.question)


@dataclass(frozen=True, slots=True)
class ClosedGap:
    """A question that the documents answer now."""

    question: str
    document: str  # id of the one that answers it
    day: str  # ISO, on which it was closed
    times: int  # asked in all


def check_convenor(audience: Audience) -> None:
    """Raises GapError for anybody but a convenor."""
    if audience is not Audience.CONVENORS:
        raise GapError("Only convenors see the questions that were not answered. Ask one.")


class Gaps:
    """The gaps of one home. Raises CommonplaceError where the records cannot be used."""

    def __init__(self, home: Path) -> None:
        self._store = Store(home)

    def note(self, answer: Answer, day: str | None = None) -> bool:
        """Record that a question was not answered, today or on `day`; whether there was anything to record. A question
        that is asked again on the same day is counted."""
        question = recorded.question_of(answer)
        if answer.status is Status.ANSWERED or question is None:
            return False
        day = day or today()
        with self._store.open() as store:
            store.execute("DELETE FROM gaps WHERE day < ?", (_oldest(day),))
            same = recorded.key(question)
            rows = store.execute(
                "SELECT number, question FROM gaps WHERE day = ? AND closed IS NULL", (day,)
            ).fetchall()
            number = next((number for number, other in rows if recorded.key(other) == same), None)
            if number is None:
                store.execute(
                    "INSERT INTO gaps (question, asked, status, day) VALUES (?, ?, ?, ?)",
                    (question, answer.question, answer.status.value, day),
                )
            else:
                store.execute(
                    "UPDATE gaps SET times = times + 1, status = ? WHERE number = ?", (answer.status.value, number)
                )
        return True

    def take_back(self, answer: Answer) -> None:
        """Whoever asked would rather not have it recorded: it counts once less, and goes where it was asked once."""
        question = recorded.question_of(answer)
        same = recorded.key(question) if question is not None else None
        found = next((gap for gap in self.open() if gap.key == same), None)
        if found is None:
            return
        with self._store.open() as store:
            store.execute("UPDATE gaps SET times = times - 1 WHERE number = ?", (found.number,))
            store.execute("DELETE FROM gaps WHERE times < 1")

    def all(self) -> tuple[Gap, ...]:
        """Every gap of the last 180 days, newest first."""
        if not self._store.exists:
            return ()
        with self._store.open() as store:
            rows = store.execute(
                "SELECT number, question, status, day, times, closed, document FROM gaps WHERE day >= ? "
                "ORDER BY day DESC, number DESC",
                (_oldest(today()),),
            )
            return tuple(Gap(n, q, Status(status), *rest) for n, q, status, *rest in rows)

    def open(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.all() if gap.closed is None)

    def closed(self) -> tuple[ClosedGap, ...]:
        """The questions that were closed, each once for a day and a document, the last closed first."""
        found: dict[tuple[str, str, str], ClosedGap] = {}
        for gap in self.all():
            if gap.closed is None or gap.document is None:
                continue
            one = gap.key, gap.document, gap.closed
            times = gap.times + (found[one].times if one in found else 0)
            question = found[one].question if one in found else gap.question
            found[one] = ClosedGap(question, gap.document, gap.closed, times)
        return tuple(sorted(found.values(), key=lambda gap: gap.day, reverse=True))

    def close(self, gaps: Sequence[Gap], document: str, day: str | None = None) -> None:
        """The document with this id answers them, since today or `day`."""
        with self._store.open() as store:
            for gap in gaps:
                store.execute(
                    "UPDATE gaps SET closed = ?, document = ? WHERE number = ?", (day or today(), document, gap.number)
                )

    def reopen(self, gaps: Sequence[Gap]) -> None:
        """What answered them does not any longer."""
        if not gaps:
            return
        with self._store.open() as store:
            for gap in gaps:
                store.execute("UPDATE gaps SET closed = NULL, document = NULL WHERE number = ?", (gap.number,))

    def delete(self, number: int) -> None:
        """Delete a question, however often it was asked: of what `number` names and all that is the same, nothing stays.
        Raises GapError where there is none."""
        every = self.all()
        named = next((gap.key for gap in every if gap.number == number), None)
        if named is None:
            raise GapError(f"There is no unanswered question {number}. `commonplace gaps` lists them.")
        with self._store.open() as store:
            store.executemany("DELETE FROM gaps WHERE number = ?", [(g.number,) for g in every if g.key == named])

    def tidy(self, known: Callable[[str], bool]) -> None:
        """Forget what is older than 180 days, and the words of documents that are gone. `known`: whether the documents
        hold a word."""
        if not self._store.exists:
            return
        with self._store.open() as store:
            store.execute("DELETE FROM gaps WHERE day < ?", (_oldest(today()),))
            recorded.let_go(store, "gaps", known)


def _oldest(day: str) -> str:
    """The first day of those that are kept on `day`."""
    return (date.fromisoformat(day) - timedelta(days=DAYS)).isoformat()
