"""The pronouns that stand for something outside a question. The people are invented."""

import pytest
from followups import NAMES

from assistant.follow.pronouns import open_pronouns
from assistant.follow.tokens import words_of


def opened(question):
    found = open_pronouns(question, words_of(question), NAMES)
    return [(question[one.start : one.end], one.sort, one.possessive) for one in found]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who can join it?", [("it", "one", False)]),
        ("where's she from", [("she", "person", False)]),
        ("what was her view of them?", [("her", "person", True), ("them", "many", False)]),
        ("who invited her to speak?", [("her", "person", False)]),
        ("is it theirs?", [("it", "one", False), ("theirs", "many", True)]),
        ("who came to that meeting?", [("that meeting", "that", False)]),
        ("how did they do it, and did they like it?", [("they", "many", False), ("it", "one", False)]),
    ],
)
def test_pronouns_of_something_outside(question, found):
    assert opened(question) == found


@pytest.mark.parametrize(
    "question",
    """What did Asha say when she spoke about trust?
How can a group decide what they want?
if someone leaves a cell, can they come back?
how did the bakers get people to trust them?
how can I use the ovens without owning them?
how does the Guild hold itself to account?
how do you build trust and keep it?
what do bakers do with their ovens?
who wrote Talk That Talk?""".splitlines(),
)
def test_pronouns_of_something_inside(question):
    assert opened(question) == []


def test_a_short_form_keeps_its_verb():
    (one,) = open_pronouns("when they've met", words_of("when they've met"), NAMES)
    assert one.ending == " have"
