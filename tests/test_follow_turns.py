"""Turns, and questions that follow them. The people are invented."""

from followups import NAMES, TRUST, quoted
from hypothesis import given
from hypothesis import strategies as st

from assistant.follow.turns import Turn, beside, follow_up, shortened


def test_words_that_only_lead_in_are_left_out():
    asked = follow_up("ok, and who came?", [Turn(TRUST)], NAMES)
    assert (asked.plain, asked.adds, asked.old) == ("who came", True, TRUST)
    assert not follow_up("so who came?", [Turn(TRUST)], NAMES).adds


def test_a_turn_about_a_quotation_is_not_followed():
    turns = [Turn(TRUST), Turn("Who said “They baked.”?", (quoted(),))]
    assert [turn.of_quotation for turn in turns] == [False, True]
    assert follow_up("and why?", turns, NAMES).old == TRUST
    assert follow_up("and why?", turns[1:], NAMES).old == turns[1].question


def test_only_the_first_question_is_put_in_brackets():
    assert beside("who came", "when was that? (Did Fenwick bake?)") == "who came? (Did Fenwick bake?)"


@given(st.text(max_size=60), st.integers(min_value=1, max_value=60))
def test_what_is_shortened_is_no_longer_and_begins_the_same(text, length):
    short = shortened(text, length)
    assert len(short) <= length
    assert text.startswith(short.removesuffix("…")) or short == text
