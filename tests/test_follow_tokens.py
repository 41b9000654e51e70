"""The words of a question."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.follow.tokens import plain, words_of


def test_words():
    found = words_of("So, what’s BD_Collective’s re-use (if any)?")
    assert plain(found) == "so what's bd_collective's re-use if any"
    assert [word.low for word in found if word.pause] == ["what's", "if"]


@given(st.text(max_size=60))
def test_words_stand_where_they_say_in_order(text):
    found = words_of(text)
    assert all(text[one.start : one.end].replace("’", "'").casefold() == one.low for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
