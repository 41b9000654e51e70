"""What a note leaves open: topics suggested for later, questions asked, actions agreed, each in its own words.

Told by the words that notes of meetings use for it. A question that the note gives as its exercise, puts into a
heading, or answers in the next breath is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.open_questions.actions import is_action
from assistant.open_questions.dealt_with import is_exercise, leads_in, under_exercise
from assistant.open_questions.lines import InBlock
from assistant.open_questions.questions import (
    ANSWER_FOLLOWS,
    GUESSES,
    OF_A_STORY,
    TELLS_OF_IT,
    bare,
    ends_asking,
    question,
    under_open,
)
from assistant.open_questions.suggested import listed, only_a_moment, said, under_topics
from assistant.open_questions.values import OpenKind

# Whether the sentences that follow a question answer it: (the question, those sentences) -> bool. A reader decides.
Answers = Callable[[str, tuple[str, ...]], bool]
NEXT = 3  # sentences after a question in which its answer would stand
SPOKEN = frozenset("interview transcript conversation podcast faq".split())  # kinds of document


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a note leaves open. `matter` is what it asks, suggests or agrees, without "one topic was"."""

    kind: OpenKind
    line: InBlock
    matter: str
    listed: bool = False  # under a heading that names what follows as open: its neighbours are other questions


def asked_in(lines: Sequence[InBlock], answers: Answers) -> Iterator[Asked]:
    """What the lines of one document leave open, in their order."""
    spoken = bool(lines) and _spoken(lines)
    for i, line in enumerate(lines):
        text = " ".join(line.text.split())
        if leads_in(text) or not any(ch.isalpha() for ch in text):
            continue
        under = under_topics(line) or under_open(line)
        if (topic := said(text)) is not None:
            yield Asked("topic", line, topic, under)
        elif is_action(line, text):
            yield Asked("action", line, text)
        elif (topic := listed(line, text)) is not None:
            yield Asked("topic", line, topic, under)
        elif not is_exercise(line, text):
            matter = question(line, text, spoken=spoken, under=under)
            if matter is None and under_open(line) and _names_one(line, text):
                matter = bare(text)
            if matter is not None and (under or not (under_exercise(lines, i) or _answered(lines, i, matter, answers))):
                yield Asked("question", line, matter, under)


def _names_one(line: InBlock, text: str) -> bool:
    """Whether a line under "Open questions" names one without asking: "Money after the grant"."""
    return line.opens and not only_a_moment(text) and not TELLS_OF_IT.search(text)


def _answered(lines: Sequence[InBlock], i: int, matter: str, answers: Answers) -> bool:
    """Whether the sentences right after a question answer it."""
    line = lines[i]
    near = [one for one in lines[i + 1 : i + 1 + NEXT] if one.passage.heading == line.passage.heading]
    text = " ".join(line.text.split())
    if line.block.kind == "item" or not (
        line.alone and ends_asking(text)
    ):  # the next paragraph is about something else
        near = [one for one in near if one.block == line.block]
    following = tuple(" ".join(one.text.split()) for one in near)
    if not following:
        return False
    if OF_A_STORY.match(text) and near[0].block == line.block:
        return True
    return bool(ANSWER_FOLLOWS.match(following[0])) or (
        not GUESSES.match(following[0]) and not ends_asking(following[0]) and answers(matter, following)
    )


def _spoken(lines: Sequence[InBlock]) -> bool:
    """Whether a document is people talking, where a question is mostly answered by whoever speaks next."""
    document = lines[0].document
    return document.kind.casefold() in SPOKEN or sum(block.kind == "speaker" for block in document.blocks) > 1
