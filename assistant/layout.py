"""How a question and a passage are laid out for the reader: the one place that training and answering share.

    [CLS] question [SEP] context [mark] sentence [mark] sentence ... [SEP]

The reader gives each token three numbers; those of a mark tell of the sentence behind it, those of [CLS] of the
passage as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

CLS, SEP, MARK = 101, 102, 1  # of the vocabulary of BERT, uncased; "[unused0]" marks a sentence
QUESTION, CONTEXT, SENTENCE, WINDOW = 56, 32, 120, 288  # the most tokens of each


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as tokens. `offsets`: the (start, end) characters of each."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """`types`: 0 for the question, 1 for what follows. `marks`: the place of each sentence's mark; as many as fit."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    marks: tuple[int, ...]


def pieces(tokenizer: Any, text: str) -> Pieces:
    """The tokens of a text, without special ones."""
    found = tokenizer.encode(text, add_special_tokens=False)
    return Pieces(tuple(found.ids), tuple(found.offsets))


def layout(question: Pieces, context: Pieces, sentences: Sequence[Pieces]) -> Layout:
    """Question, context and sentences as one input of at most WINDOW tokens; what does not fit is left out at the end."""
    head = (CLS, *question.ids[:QUESTION], SEP)
    ids = [*head, *context.ids[:CONTEXT]]
    marks: list[int] = []
    for sentence in sentences:
        own = sentence.ids[:SENTENCE]
        if marks and len(ids) + len(own) + 2 > WINDOW:
            break
        marks.append(len(ids))
        ids += (MARK, *own)
    ids.append(SEP)
    types = (0,) * len(head) + (1,) * (len(ids) - len(head))
    return Layout(tuple(ids), types, tuple(marks))
