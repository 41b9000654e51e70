"""Feedback that a convenor has reviewed, as questions of an eval set: `commonplace feedback --to FILE`.

    verdict                 where the convenor said no more
    right                   the quotations shown are the evidence; of an answer that said the documents don't say, none
    wrong source            the quotations shown must not come; nothing else is known to answer
    wrong answer,           no question: only a convenor can say what would have been right, by quotations that answer, or
    something is missing    that the documents do not

What a convenor said comes first, and what was shown for a wrong source must then still not come. A quotation is read from
its document anew: one that is gone, or has changed, is skipped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from assistant.domain import Citation, Status
from assistant.kept.feedback import Said
from assistant.kept.quotation import Changed, Gone, Kept

Find = Callable[[Kept], Citation | Changed | Gone]
UNKNOWN = "It is not said what would have been right. Review it with the right quotations, or as not answerable."
LOST = "None of its quotations is in the documents any longer."
WAITS = "No convenor has reviewed it yet."


def questions(said: Sequence[Said], find: Find) -> tuple[list[str], list[tuple[int, str]]]:
    """Lines that `evals.questions.read_questions` reads, in order of number; and the numbers of those that make none,
    with the reason."""
    lines: list[str] = []
    left: list[tuple[int, str]] = []
    for one in sorted(said, key=lambda one: one.number):
        made = _line(one, find) if one.reviewed else WAITS
        if isinstance(made, str):
            left.append((one.number, made))
        else:
            lines.append(json.dumps(made, ensure_ascii=False))
    return lines, left


def _line(one: Said, find: Find) -> dict[str, object] | str:
    """One question, or why there is none."""
    wrong = _quotes(one.shown, find) if one.verdict == "wrong source" else []
    source = one.right or (one.shown if one.verdict == "right" and one.status is Status.ANSWERED else ())
    evidence = [] if one.answerable is False else _quotes(source, find)
    if source and one.answerable is not False and not evidence:
        return LOST
    if not evidence and one.answerable is not False:
        if one.answerable or one.verdict in ("wrong answer", "something is missing"):
            return UNKNOWN
        if one.verdict == "wrong source" and not wrong:
            return LOST
    return {
        "id": f"feedback-{one.number}",
        "question": one.question,
        "answerable": bool(evidence),
        "evidence": evidence,
        "kind": "feedback",
        "must_not": [quote for quote in wrong if quote not in evidence],
    }


def _quotes(kept: Sequence[Kept], find: Find) -> list[str]:
    """The words of those that are still there."""
    found = (find(one) for one in kept)
    return [one.quote for one in found if isinstance(one, Citation)]
