"""Words that point back, and the same words where they do not."""

import pytest

from assistant.follow.pointers import points_back
from assistant.follow.tokens import words_of


def pointing(question):
    words = words_of(question)
    return [word.low for i, word in enumerate(words) if points_back(words, i)]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("when was that?", ["that"]),
        ("who came to that meeting?", ["that"]),
        ("are these still open?", ["these"]),
        ("how are those different?", ["those"]),
        ("who works there?", ["there"]),
        ("what has changed since then?", ["then"]),
        ("which one is bigger?", ["one"]),
        ("who runs one?", ["one"]),
        ("what about the others?", ["others"]),
        ("who says so?", ["so"]),
    ],
)
def test_words_that_point_back(question, words):
    assert pointing(question) == words


@pytest.mark.parametrize(
    "question",
    """who said that trust matters?
which bakers held bread days this year?
what happens to those who cannot pay?
how many bakers are there in Fenwick?
is that of any use?
what do they do then?
which one of the bakers left?
can one baker run a cell?
why do so many bakers leave?""".splitlines(),
)
def test_words_that_do_not(question):
    assert pointing(question) == []
