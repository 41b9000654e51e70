"""Mere mentions. Every person, body and place named here is invented for a test."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.coverage.mentions import listed, mere
from assistant.coverage.roots import roots


def mentions(text, *topics):
    return mere(text, [roots(topic) for topic in topics])


@pytest.mark.parametrize(
    "text",
    [
        "The work touched drainage, lanterns and bridges.",
        "The work touched drainage, bridges and lanterns.",
        "The work touched drainage, bridges, and old lanterns.",
        "Thanks were given for ladders, for bread and barley, and for people mending lanterns.",
        "Frost and lanterns are among the subjects of the year.",
        "There is much to mend (e.g. lanterns).",
    ],
)
def test_an_item_of_a_list_or_an_example_in_brackets_is_only_mentioned(text):
    assert mentions(text, "lanterns")


@pytest.mark.parametrize(
    "text",
    [
        "The lanterns were mended in May.",
        "The lanterns and the ladders were mended in May.",
        "Small groups, especially those with lanterns and bread, are still having a bad year.",
        "When the frost came, the lanterns went out, and nobody had oil.",
        "The mill closed, the lanterns failed, and bees left.",
        "Lanterns matter: they were lent with bread, ladders and lanterns.",
        "Some groups, for example in the lantern trade, struggled.",
    ],
)
def test_a_sentence_that_says_something_of_it_is_no_mere_mention(text):
    assert not mentions(text, "lanterns")


def test_where_somebody_comes_from_is_only_mentioned():
    assert mentions("Petra Quill, from Thornby Orchard, told of the frost.", "thornby orchard")
    assert mentions("Write to Petra at Thornby Orchard.", "thornby orchard")
    assert mentions("Tomas Reed, chair of the Thornby Orchard, opened it.", "thornby orchard")
    assert not mentions("Thornby Orchard lends ladders to forty families.", "thornby orchard")
    assert not mentions("She came from orchards.", "orchards")


def test_a_phrase_is_a_mention_only_where_all_of_it_stands():
    assert not mentions("The health of bees, of hives and of barley is good.", "mental health")


def test_one_mention_beside_something_told_is_no_mere_mention():
    assert not mentions("The lanterns cost more than bread, barley and lanterns did.", "lanterns")


@given(st.text(alphabet="ab,;() andorx.'", max_size=120))
def test_lists_lie_within_the_text(text):
    assert all(0 <= start < end <= len(text) for start, end in listed(text))


def test_long_lists_are_read_in_linear_time():
    began = time.perf_counter()
    listed("bread, " * 20_000 + "and barley")
    assert time.perf_counter() - began < 5
