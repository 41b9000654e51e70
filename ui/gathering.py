"""`commonplace gaps` and `commonplace feedback`, and the gap that `commonplace ask` notes: what convenors gather."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.domain import Answer
from assistant.errors import CommonplaceError
from assistant.filters import Filters
from assistant.kept.feedback import Feedback, Said
from assistant.kept.feedback import check_convenor as may_read_feedback
from assistant.kept.gap_groups import GapGroup
from assistant.kept.gaps import ClosedGap, Gaps
from assistant.kept.gaps import check_convenor as may_see_gaps
from ui.files import write
from ui.phrases import closed_line, counted, gap_line, when

Tell = Callable[[Any, str], None]  # prints a value as JSON, or words


def note_gap(config: Config, answer: Answer, filters: Filters) -> None:
    """Record a question that was not answered, unless it was narrowed by filters: what was left out may answer it. Never
    fails: whoever asks has their answer, whether or not it can be noted."""
    if not filters:
        with suppress(CommonplaceError, OSError):
            Gaps(config.home).note(answer)


def gaps(*, delete: int | None, markdown: Path | None, tell: Tell) -> None:
    """List the gaps by meaning, delete one, or write them to a Markdown file. Raises CommonplaceError."""
    config = Config.load()
    may_see_gaps(config.audience)
    kept = Gaps(config.home)
    if delete is not None:
        kept.delete(delete)
        tell({"deleted": delete}, "Deleted.")
        return
    with Assistant.open(config) as assistant:
        groups = assistant.gap_groups()
        titles = assistant.titles()
    closed = [gap for gap in kept.closed() if gap.document in titles]
    if markdown is not None:
        write(markdown, gaps_markdown(groups, closed, titles))
    told = f"Written to {markdown}." if markdown else _words(groups, closed, titles)
    tell({"open": [group.to_json() for group in groups], "closed": [closed_json(gap) for gap in closed]}, told)


def feedback(*, to: Path | None, review: int | None, answerable: bool | None, delete: int | None, tell: Tell) -> None:
    """List the feedback, mark one as reviewed, delete one, or make eval questions of those reviewed. Raises
    CommonplaceError."""
    config = Config.load()
    may_read_feedback(config.audience)
    kept = Feedback(config.home)
    if delete is not None:
        kept.delete(delete)
        tell({"deleted": delete}, "Deleted.")
    elif review is not None:
        kept.review(review, answerable=answerable)
        tell({"reviewed": review}, "Reviewed.")
    elif to is not None:
        from evals.from_feedback import questions

        with Assistant.open(config) as assistant:
            lines, left = questions(kept.all(), assistant.find)
        write(to, "".join(f"{line}\n" for line in lines))
        told = [f"{counted(len(lines), 'question')} written to {to}."]
        told += ["Left out:", *(f"  {number}: {reason}" for number, reason in left)] if left else []
        tell({"written": len(lines), "left_out": [list(pair) for pair in left]}, "\n".join(told))
    else:
        said = kept.all()
        tell([one.to_json() for one in said], "\n\n".join(map(_said, said)) or "Nobody has said anything yet.")


def closed_json(gap: ClosedGap) -> dict[str, Any]:
    return {"question": gap.question, "document": gap.document, "closed": gap.day, "count": gap.times}


def _words(groups: Sequence[GapGroup], closed: Sequence[ClosedGap], titles: Mapping[str, str]) -> str:
    told: list[str] = []
    for group in groups:
        told.append(gap_line(group))
        told += [f"  {group.number(question):>4}  {question}" for question in group.questions]
        told.append("")
    if not groups:
        told += ["There is no open gap: no question of the last 180 days waits for an answer.", ""]
    if closed:
        told += ["Answered now:", *(f"  {closed_line(gap, titles)}" for gap in closed), ""]
    told.append("Delete a question by its number: commonplace gaps --delete NUMBER")
    return "\n".join(told if groups else told[:-1]).strip("\n")


def gaps_markdown(
    groups: Sequence[GapGroup], closed: Sequence[ClosedGap] = (), titles: Mapping[str, str] | None = None
) -> str:
    """The gaps as a Markdown file, each with an invitation. What people asked is text in it, never markup."""
    from ui.paper.gaps import gaps_paper
    from ui.paper.markdown import markdown as written

    return written(gaps_paper(groups, closed, titles or {}))


def _said(one: Said) -> str:
    """One verdict, in lines."""
    told = [f"{one.number:>4}  {one.verdict}, {when(one.day)}{', reviewed' if one.reviewed else ''}"]
    told.append(f"      {one.question}")
    if one.words:
        told.append(f"      “{' '.join(one.words.split())}”")
    shown = dict.fromkeys(kept.document for kept in one.shown)
    told += [f"      Shown from: {', '.join(shown)}"] if shown else []
    return "\n".join(told)
