"""The people, places and dates that a question names. The people are invented."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.follow.names import Kind, Names, full_name, people, proper

NAMES = Names(people=("Asha Penrose", "Tom Reed-Hale", "Grace Hill"), places=("Marsh and Holm", "Fenwick"))


def named(text):
    return [(text[one.start : one.end], one.kind.name.lower(), one.role) for one in proper(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What did Asha say?", [("Asha", "person", "")]),
        ("did tom reed-hale go to fenwick", [("tom reed-hale", "person", ""), ("fenwick", "place", "to")]),
        ("Is Marsh and Holm far?", [("Marsh and Holm", "place", "")]),
        ("What did holm do?", [("holm", "place", "")]),
        ("by what grace does the hill stand", []),  # ordinary words
        ("with Grace", [("Grace", "person", "with")]),
        ("Does Fenwick County Council pay?", [("Fenwick", "place", "")]),
        ("Does Active Fenwick pay?", [("Active Fenwick", "name", "")]),
        ("What is Fenwick’s plan?", [("Fenwick", "place", "")]),
        ("Did Bread for All start in Leeds?", [("Bread for All", "name", ""), ("Leeds", "place", "in")]),
        ("Bread is good. Salt too", []),  # where a sentence begins, a capital letter says nothing
        ("on Thursday 15th July 2021 or in 2022", [("Thursday 15th July 2021", "date", "on"), ("2022", "date", "in")]),
        ("may it be in May or next year", [("May", "date", "in"), ("next year", "date", "")]),
        ("What do I do?", []),
    ],
)
def test_proper_names(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Why did Wilma Marrow and Asha leave?", ["Wilma Marrow", "Asha Penrose"]),
        ("Why did Fenwick Trust leave the Bright Club?", []),
        ("Asha and Asha Penrose", ["Asha Penrose"]),
    ],
)
def test_people(text, found):
    assert people(f"and {text}", NAMES) == found


def test_a_name_that_two_bear_is_not_completed():
    assert full_name("Asha", ("Asha Penrose", "Asha Reed")) == "Asha"
    assert full_name("asha", ("Asha Penrose", "Tom Reed")) == "Asha Penrose"


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=3))
def test_whatever_the_text_every_name_stands_in_it_and_none_on_another(text, more):
    found = proper(text, Names((*NAMES.people, *more), NAMES.places))
    assert all(0 <= one.start < one.end <= len(text) and isinstance(one.kind, Kind) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
