"""What people said of an answer: a table of the store (store.py), read by convenors alone.

Of what was shown only the places are kept (quotation.py). A convenor reviews it, and may say what would have been
right; what is reviewed becomes questions of the evals (evals/from_feedback.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.domain import Answer, Audience, Citation, Status
from assistant.errors import CommonplaceError
from assistant.kept import recorded
from assistant.kept.quotation import Kept, from_json, to_json
from assistant.kept.store import Store, today

Verdict = Literal["right", "wrong answer", "wrong source", "something is missing"]
LONGEST = 1000  # characters of the asker's own words


class FeedbackError(CommonplaceError):
    """Feedback that cannot be kept, is not there, or is not for who asks."""


@dataclass(frozen=True, slots=True)
class Said:
    """One verdict on one answer. `status`: of the answer. `shown`: what was quoted. `audience`: who said it.
    `answerable` and `right`: what a convenor said who reviewed it, None and empty where they said nothing."""

    number: int
    question: str
    status: Status
    verdict: Verdict
    words: str
    shown: tuple[Kept, ...]
    audience: Audience
    day: str  # ISO
    reviewed: bool = False
    answerable: bool | None = None
    right: tuple[Kept, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "question": self.question,
            "status": self.status.value,
            "verdict": self.verdict,
            "words": self.words,
            "shown": [{"document": kept.document, "start": kept.start, "end": kept.stop} for kept in self.shown],
            "audience": self.audience.label,
            "day": self.day,
            "reviewed": self.reviewed,
        }


def check_convenor(audience: Audience) -> None:
    """Raises FeedbackError for anybody but a convenor."""
    if audience is not Audience.CONVENORS:
        raise FeedbackError("Only convenors read what people said of the answers. Ask one.")


class Feedback:
    """The feedback of one home. Raises CommonplaceError where the records cannot be used."""

    def __init__(self, home: Path) -> None:
        self._store = Store(home)

    def note(
        self, answer: Answer, verdict: Verdict, words: str = "", audience: Audience = Audience.CONVENORS, day: str = ""
    ) -> int:
        """Keep a verdict, with up to 1,000 characters of the asker's own words; its number. Raises FeedbackError."""
        if verdict not in get_args(Verdict):
            raise FeedbackError(f"'{verdict}' is no verdict. Use one of: {', '.join(get_args(Verdict))}.")
        words = words.strip().encode("utf-8", "replace").decode()
        if len(words) > LONGEST:
            raise FeedbackError(f"That is {len(words):,} characters. Say it in at most {LONGEST:,}. Nothing was kept.")
        question = recorded.question_of(answer) or answer.question
        shown = to_json([Kept.of(citation) for citation in answer.shown])
        with self._store.open() as store:
            row = store.execute(
                "INSERT INTO feedback (question, asked, status, verdict, words, places, audience, day) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    question, answer.question, answer.status.value, verdict, words, shown, int(audience), day or today(),
                ),
            )  # fmt: skip
            return int(row.lastrowid or 0)

    def all(self) -> tuple[Said, ...]:
        """Every verdict, newest first."""
        if not self._store.exists:
            return ()
        with self._store.open() as store:
            rows = store.execute(
                "SELECT number, question, status, verdict, words, places, audience, day, reviewed, answerable, evidence "
                "FROM feedback ORDER BY day DESC, number DESC"
            )
            return tuple(_said(*row) for row in rows)

    def review(self, number: int, *, answerable: bool | None = None, right: Sequence[Citation] = ()) -> None:
        """A convenor has looked at it. `right`: the quotations that answer the question. `answerable`: whether the
        documents answer it at all, where that is all there is to say. Raises FeedbackError where there is none."""
        kept = to_json([Kept.of(citation) for citation in right])
        values = (True if right else answerable, kept, number)
        self._change("UPDATE feedback SET reviewed = 1, answerable = ?, evidence = ? WHERE number = ?", values)

    def delete(self, number: int) -> None:
        """Raises FeedbackError where there is none."""
        self._change("DELETE FROM feedback WHERE number = ?", (number,))

    def tidy(self, known: Callable[[str], bool]) -> None:
        """Forget the words of documents that are gone. `known`: whether the documents hold a word."""
        if self._store.exists:
            with self._store.open() as store:
                recorded.let_go(store, "feedback", known)

    def _change(self, statement: str, values: Sequence[Any]) -> None:
        with self._store.open() as store:
            if not store.execute(statement, values).rowcount:
                raise FeedbackError(f"There is no feedback {values[-1]}. `commonplace feedback` lists it.")


def _said(
    number: int, question: str, status: str, verdict: Verdict, words: str, places: str, audience: int, day: str,
    reviewed: int, answerable: int | None, right: str,
) -> Said:  # fmt: skip
    """A row of the table."""
    whether = None if answerable is None else bool(answerable)
    shown, asker = from_json(places), Audience(audience)
    return Said(
        number, question, Status(status), verdict, words, shown, asker, day, bool(reviewed), whether, from_json(right)
    )
