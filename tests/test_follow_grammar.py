"""What a word can be."""

import pytest

from assistant.follow.grammar import is_adverb, is_agent, is_plural, is_verb, opens_phrase


@pytest.mark.parametrize("word", ["people", "ovens", "charities"])
def test_plural(word):
    assert is_plural(word)


@pytest.mark.parametrize("word", ["oven", "bus", "cress", "analysis", "baker's", "gas"])
def test_not_plural(word):
    assert not is_plural(word)


@pytest.mark.parametrize("noun", ["council", "volunteers", "charities", "churches", "children"])
def test_who_can_act(noun):
    assert is_agent(noun)


@pytest.mark.parametrize("noun", ["assembly", "oven", "ovens", "ies", "s", ""])
def test_what_cannot_act(noun):
    assert not is_agent(noun)


def test_verbs_adverbs_and_what_opens_a_phrase():
    assert [word for word in ("baked", "runs", "ran", "bread") if is_verb(word)] == ["baked", "runs", "ran"]
    assert [word for word in ("kindly", "never", "assembly") if is_adverb(word)] == ["kindly", "never"]
    assert [word for word in ("work", "in", "the", "") if opens_phrase(word)] == ["work"]
