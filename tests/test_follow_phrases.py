"""The noun phrases of a question. The people are invented."""

import pytest
from followups import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.follow.names import Kind, Names, proper
from assistant.follow.phrases import article, shape
from assistant.follow.tokens import words_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("how did Fenwick build trust?", [("Fenwick", "subject"), ("trust", "object")]),
        ("What did the first bakers do in the flood?", [("the first bakers", "subject"), ("the flood", "in")]),
        ("Did the support plan help the council adapt?", [("the support plan", "subject"), ("the council", "object")]),
        ("How is trust measured?", [("trust", "subject")]),
        ("Is adult social care good?", [("adult social care", "subject")]),
        ("What was agreed at the meeting?", [("the meeting", "at")]),
        ("Which ovens took part?", [("ovens", "subject"), ("part", "object")]),
        ("Who gave the bread to the choir?", [("the bread", "object"), ("the choir", "to")]),
        ("What makes strong ties useful?", [("strong ties", "object")]),
        ("how does the mayor flambé bread?", []),  # where the subject ends cannot be told
    ],
)
def test_phrases(text, found):
    assert [(text[one.start : one.end], one.role) for one in shape(text, NAMES).phrases] == found


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("How big is a bread cell?", "a bread cell"),
        ("What is the short paper on bread and salt about?", "the short paper on bread and salt"),
        ("what's the money spent on?", "the money"),
        ("Who was invited to it?", None),
        ("What is the cell when it meets?", None),
    ],
)
def test_what_is_asked_about(text, whole):
    found = shape(text, NAMES).whole
    assert (text[found.start : found.end] if found else None) == whole


def test_articles():
    assert [article(one) for one in ("a cell", "An oven", "their bread", "many bakers", "bread")] == [
        *("a", "a", "the", "", "")
    ]


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=3))
def test_whatever_the_text_every_phrase_stands_in_it(text, more):
    names = Names((*NAMES.people, *more), NAMES.places)
    for one in (*proper(text, names), *shape(text, names).phrases, *shape(text, names).unsure):
        assert 0 <= one.start < one.end <= len(text)
        assert words_of(text[one.start : one.end])
        assert isinstance(one.kind, Kind)
