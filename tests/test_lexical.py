"""The lexical index of one audience. Its texts are invented for a test."""

import pytest

from assistant.lexical import Lexical, content
from assistant.words import stems

PASSAGES = [
    ("a", "Foodbanks share a strategy for food."),
    ("b", "Hives need shade and clover."),
    ("c", "The council and the foodbanks and the hives."),
]


@pytest.fixture
def lexical(tmp_path):
    Lexical.write(tmp_path / "lexical", PASSAGES)
    return Lexical.open(tmp_path / "lexical")


def test_the_passage_that_holds_the_words_comes_first(lexical):
    assert [key for key, _ in lexical.search(stems("which hives like clover?"), 3)] == ["b", "c"]


def test_another_form_of_a_word_finds_it(lexical):
    assert {key for key, _ in lexical.search(stems("a foodbank"), 3)} == {"a", "c"}


def test_no_more_than_were_asked_for(lexical):
    assert len(lexical.search(stems("foodbanks hives"), 1)) == 1


@pytest.mark.parametrize("question", ["", "the and of", "zebra", "信任"])
def test_words_that_no_passage_holds_find_nothing(lexical, question):
    assert lexical.search(stems(question), 3) == []


def test_the_vocabulary_counts_forms_and_the_passages_that_hold_a_stem(lexical):
    vocabulary = lexical.vocabulary
    assert (vocabulary.passages, vocabulary.forms["foodbanks"], vocabulary.stems["foodbank"]) == (3, 2, 2)


def test_a_rarer_word_tells_more_and_one_that_nobody_has_the_most(lexical):
    weight = lexical.vocabulary.weight
    assert weight("zebra") > weight("clover") > weight("foodbank") > 0


@pytest.mark.parametrize(
    "passages", [[], [("a", "the of and")], [("a", "...")]], ids=["none", "stop words", "no words"]
)
def test_an_index_of_no_words_is_written_read_and_finds_nothing(tmp_path, passages):
    Lexical.write(tmp_path / "lexical", passages)
    lexical = Lexical.open(tmp_path / "lexical")
    assert lexical.search(stems("hives"), 3) == []
    assert lexical.vocabulary.passages == len(passages)


def test_content_is_the_words_that_carry_a_subject_once_each():
    assert content("How did the hives and the HIVES build trust?") == ["hives", "build", "trust"]
