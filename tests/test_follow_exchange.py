"""A part put in the place of what is of its kind. The people are invented."""

import pytest
from followups import NAMES, TRUST

from assistant.follow.exchange import exchanged


@pytest.mark.parametrize(
    ("part", "old", "text"),
    [
        ("in Fenwick", TRUST, "how did Fenwick build trust?"),
        ("Ines", "What did Asha say?", "What did Ines Okoro say?"),
        ("on Monday", TRUST, "how did Marsh build trust, on Monday?"),
        ("Friday", TRUST, "how did Marsh build trust, on Friday?"),
        ("in September", "When do we meet in July 2020?", "When do we meet in September 2020?"),
        ("next year", "What worked well in 2020?", "What worked well next year?"),
        ("about bread", "What did Asha say about trust?", "What did Asha say about bread?"),
        ("the second one", "Who opened the first cell?", "Who opened the second cell?"),
        ("on the Fenwick one", "Who sat on the Marsh board?", "Who sat on the Fenwick board?"),
        ("the schools", "Which choirs took part?", "Which schools took part?"),
    ],
)
def test_what_is_of_its_kind_gives_way(part, old, text):
    assert exchanged(part, old, NAMES, sure=True) == text


@pytest.mark.parametrize("part", ["ovens", "well", "bread and salt"])
def test_what_may_be_no_part_is_not_put_in(part):
    assert exchanged(part, TRUST, NAMES, sure=False) is None


def test_nothing_is_of_its_kind():
    assert exchanged("the money", TRUST, NAMES, sure=True) is None
