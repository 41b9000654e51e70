"""Misspelt words are read as the documents' own, and good words are left alone."""

import pytest

from assistant.lexical import Vocabulary
from assistant.spelling import is_english, mend

FORMS = {
    "foodbanks": 9,
    "collaboration": 7,
    "barking": 5,
    "trust": 8,
    "avril": 4,
    "outside": 3,
    "steward": 2,
    "council": 6,
}
VOCABULARY = Vocabulary(
    10, FORMS, {"foodbank": 9, "collabor": 7, "bark": 5, "trust": 8, "avril": 4, "outsid": 3, "steward": 2}
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("foodbnks", "foodbanks"),
        ("collaberation", "collaboration"),
        ("Avirl", "avril"),
        ("cuoncil", "council"),
        ("stewrad", "steward"),
    ],
)
def test_a_slip_of_the_hand_is_mended(written, read):
    mended = mend(f"what about {written}?", VOCABULARY, is_english)
    assert (mended.text, mended.changes) == (f"what about {read}?", ((written, read),))


@pytest.mark.parametrize(
    "word", ["offside", "trusted", "foodbank", "truss", "barley", "cat", "2021", "xylograph", "stewards", "counsel"]
)
def test_a_good_word_is_left_alone(word):
    assert mend(f"what about {word}?", VOCABULARY, is_english).changes == ()


def test_nothing_is_mended_to_a_word_that_the_vocabulary_lacks():
    assert mend("what about foodbnks?", Vocabulary(1, {}, {}), is_english).changes == ()


def test_the_rest_of_the_question_stays_as_it_was():
    assert mend("Wot’s up, <b>foodbnks</b> & co.?", VOCABULARY, is_english).text == "Wot’s up, <b>foodbanks</b> & co.?"
