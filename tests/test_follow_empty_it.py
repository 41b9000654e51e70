""" "it" that stands for nothing, and "it" that stands for something."""

import pytest

from assistant.follow.empty_it import stands_for_nothing
from assistant.follow.tokens import words_of


def empty(question):
    words = words_of(question)
    return stands_for_nothing(words, next(i for i, word in enumerate(words) if word.low in ("it", "it's")))


@pytest.mark.parametrize(
    "question",
    """is it possible to build trust?
is it important for carers to meet?
would it be better to meet weekly?
is it a good idea to meet online?
it's hard to share power
how hard is it to bake?
what does it cost to run an oven?
what is it like to lead?
has it been a year since the flood?
does it matter how bakers meet?
do bakers like it when customers talk?
what makes it easy for people to speak?
was it the council that paid?
is it worth joining?""".splitlines(),
)
def test_it_stands_for_nothing(question):
    assert empty(question)


@pytest.mark.parametrize(
    "question",
    """was it a success?
what did it do to trust?
did it help people who were alone?
was it sent to the bakers?
is it likely to grow?
is it safe for children?
is it a good place to start?
who can join it?
what was it like?""".splitlines(),
)
def test_it_stands_for_something(question):
    assert not empty(question)
