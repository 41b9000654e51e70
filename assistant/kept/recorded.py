"""What may be recorded of a question: the asker's words, and as few of the documents' as can be.

A question that was mended or completed (`Answer.understood_as`) may hold a word of the documents: a name, or a spelling.
It stands in the records only as long as the documents hold that word; after that, the question stands as it was asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Literal

from assistant.domain import Answer
from assistant.follow.turns import OF_QUOTATION
from assistant.view import View
from assistant.words import STOPWORDS, words


def question_of(answer: Answer) -> str | None:
    """The whole question; None where it names a quotation, as "who said that?" comes to: those words are the
    document's, and such a question asks nothing of the documents."""
    whole = " ".join(answer.understood_as.split())
    return None if OF_QUOTATION.search(whole) and not OF_QUOTATION.search(answer.question) else whole


def key(question: str) -> str:
    """What one question shares with itself in other letters and punctuation."""
    return " ".join(words(question)) or question.strip()


def known_in(view: View) -> Callable[[str], bool]:
    """Whether the documents of a view hold a word, as `words` gives it."""
    named = {word for one in (*view.known.people, *view.known.places) for word in words(one)}
    forms = view.lexical.vocabulary.forms
    return lambda word: word in forms or word in named or word in STOPWORDS


def let_go(store: sqlite3.Connection, table: Literal["gaps", "feedback"], known: Callable[[str], bool]) -> None:
    """Put each question that holds a word which neither its asker wrote nor any document holds back to as it was asked."""
    rows = store.execute(f"SELECT number, question, asked FROM {table} WHERE question != asked").fetchall()
    for number, question, asked in rows:
        own = set(words(asked))
        if any(word not in own and not known(word) for word in words(question)):
            store.execute(f"UPDATE {table} SET question = asked WHERE number = ?", (number,))
