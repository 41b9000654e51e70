"""The questions that the documents could not answer as a paper, each with an invitation to write what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.kept.gap_groups import GapGroup, invitation
from assistant.kept.gaps import ClosedGap
from ui.paper.values import Block, Heading, Items, Paper, Words
from ui.phrases import closed_line, gap_line, when


def gaps_paper(
    groups: Sequence[GapGroup], closed: Sequence[ClosedGap], titles: Mapping[str, str], *, today: date | None = None
) -> Paper:
    """`titles`: of the documents, by id. `closed`: those that the documents answer now."""
    blocks: list[Block] = [] if groups else [Words("There is none.")]
    for group in groups:
        blocks += [Heading(group.question), Words(gap_line(group))]
        if group.others:
            blocks += [Words("Also asked as:"), Items(group.others)]
        blocks += [Words("An invitation to contribute:", small=True), Words(invitation(group))]
    if closed:
        blocks += [Heading("Answered now"), Items(tuple(closed_line(gap, titles) for gap in closed))]
    foot = f"Made by Commonplace on {when((today or date.today()).isoformat())}. It is not recorded who asked."
    return Paper("Questions that the documents could not answer", tuple(blocks), foot=foot)
