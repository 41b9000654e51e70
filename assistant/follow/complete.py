"""The door: a question and the turns before it -> the question, complete in itself.

    how did Barking build trust?         and in Surrey?      -> how did Surrey build trust?
    How big is a Better Way cell?        who can join it?    -> who can join a Better Way cell?
    Has Camden held an assembly?         when was that?      -> when was that? (Has Camden held an assembly?)

The last is the form of every follow-up in which nothing can safely be exchanged: as it was asked, and in brackets the
question that it follows. A question that has a subject of its own is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.follow.another_part import another_part
from assistant.follow.antecedents import put_in
from assistant.follow.grammar import AUXILIARY
from assistant.follow.names import Names
from assistant.follow.pronouns import open_pronouns
from assistant.follow.tokens import plain, words_of
from assistant.follow.turns import BRACKETED, LONGEST, FollowUp, Turn, beside, follow_up, shortened
from assistant.follow.wordings import NEXT, NEXT_ALONE, PAPER, SOURCE, WHY, lacks_subject

FOLLOW_UP = 300  # a longer question stands on its own
QUOTED = 90  # characters of a quotation that a question names


class Follows(StrEnum):
    NEW = "new"  # complete as it was asked
    COMPLETED = "completed"
    SOURCE = "source"  # asks whose the first quotation is
    NEXT = "next"  # asks what follows the last quotation


@dataclass(frozen=True, slots=True)
class Completed:
    text: str
    follows: Follows


def complete(question: str, before: Sequence[Turn], names: Names) -> Completed:
    """The question, complete in itself. `before`: the turns of this conversation, oldest first."""
    words = words_of(question)
    if not before or not words or len(question) > FOLLOW_UP:
        return Completed(question, Follows.NEW)
    asked = follow_up(question, before, names)
    # "Who wrote the report?" asks of the paper that was asked about, not of the quotation.
    of_paper = asked.plain.startswith("who wrote") and re.search(rf"\b{PAPER}\b", asked.old) is not None
    source = SOURCE.fullmatch(asked.plain) is not None and not of_paper
    following = NEXT.fullmatch(asked.plain) is not None or plain(words) in NEXT_ALONE
    quotes = [" ".join(one.quote.split()) for one in before[-1].quotes if one.quote.strip()]
    if source and quotes:
        return Completed(f"Who said “{shortened(quotes[0], QUOTED)}”?", Follows.SOURCE)
    if following and quotes:
        return Completed(f"What comes after “{shortened(quotes[-1], QUOTED)}”?", Follows.NEXT)
    text = None
    if words_of(asked.old):
        text = asked.beside if source or following else _completed(asked) if asked.words else None
    return Completed(question, Follows.NEW) if text is None else Completed(text, Follows.COMPLETED)


def _completed(asked: FollowUp) -> str | None:
    """The question completed, or None where it is complete."""
    first = words_of(asked.old)[0]
    why = WHY.fullmatch(asked.plain)
    if why and first.low in AUXILIARY:  # "did it help?", "why?"
        return f"{why[1].capitalize()} {first.low}{asked.old[first.end :]}"[:LONGEST]
    if why or lacks_subject(asked.plain):
        return asked.beside
    bracketed = BRACKETED.fullmatch(asked.old)
    old = bracketed["old"] if bracketed else asked.old
    text = another_part(asked, old)
    if text is None:
        return _with_pronouns(asked, old)
    if text in ("", old) or len(text) > LONGEST:
        return asked.beside
    return f"{bracketed['new']}{text}{bracketed['end']}" if bracketed and text.endswith("?") else text


def _with_pronouns(asked: FollowUp, old: str) -> str | None:
    """The question with what its pronouns stand for; None where they stand for nothing outside it."""
    found = open_pronouns(asked.text, asked.words, asked.names)
    if not found:
        return None
    text, settled = put_in(asked.text, found, asked, old)
    return text if settled and len(text) <= LONGEST else beside(text if len(text) < 2 * FOLLOW_UP else asked.text, old)
