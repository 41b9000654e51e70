"""After a sync: the open gaps are asked again, and those that the documents now answer are closed, with their source."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from assistant.answering import Answering
from assistant.conditions import in_words
from assistant.domain import Answer, Status, SyncReport
from assistant.evidence import readable
from assistant.kept.gaps import ClosedGap, Gap, Gaps
from assistant.kept.store import today
from assistant.spelling import is_english, mend
from assistant.view import View

MOST = 200  # different questions asked again after one sync, the most asked first

# Answers a question from what the documents with these ids may have changed; None where they can have changed nothing.
AskAgain = Callable[[str, Collection[str]], Answer | None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What followed a sync."""

    closed: tuple[ClosedGap, ...] = ()  # questions that were open, and that the documents now answer


def ask_again(gaps: Gaps, report: SyncReport, present: Collection[str], ask: AskAgain) -> tuple[ClosedGap, ...]:
    """The gaps that a sync closed, the most asked first. `present`: the ids of the documents there are now.

    A gap is open again where its document is gone, or changed so that it answers no longer.
    """
    new = {*report.added, *report.changed}
    every = gaps.all()
    gaps.reopen([gap for gap in every if gap.document is not None and gap.document not in present])
    for same in _questions([gap for gap in every if gap.document in report.changed]):
        if (answer := ask(same[0].question, new)) is None or answer.status is not Status.ANSWERED:
            gaps.reopen(same)
    if not new:
        return ()
    closed, day = [], today()
    for same in _questions(gaps.open())[:MOST]:
        answer = ask(same[0].question, new)
        if answer is not None and answer.status is Status.ANSWERED:
            cited = [citation.document for statement in answer.statements for citation in statement.citations]
            source = next((document for document in cited if document in new), cited[0])
            gaps.close(same, source, day)
            closed.append(ClosedGap(same[0].question, source, day, sum(gap.times for gap in same)))
        time.sleep(0.001)  # lets whoever waits to ask a question go first
    return tuple(closed)


def may_change(question: str, documents: Collection[str], answering: Answering, view: View) -> bool:
    """Whether one of the documents is among what would be read for a question: a tenth of the time that answering takes."""
    vocabulary = view.lexical.vocabulary
    if not vocabulary.passages:
        return False
    wanted, rest = in_words(mend(question, vocabulary, is_english).text, view.known)
    asked, candidates = answering.candidates(rest, view, wanted)
    return any(group[0].passage.document in documents for group in readable(asked, candidates))


def _questions(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """The gaps by question, the most asked first."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.key, []).append(gap)
    return sorted(found.values(), key=lambda same: -sum(gap.times for gap in same))
