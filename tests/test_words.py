"""Words and their stems."""

import pytest

from assistant.words import stem, stems, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hedge, and Trust!", ["the", "hedge", "and", "trust"]),
        ("Asha’s hives don't mind", ["asha", "hives", "don't", "mind"]),
        ("BD_Collective well-being", ["bd", "collective", "well", "being"]),
        ("17 foodbanks in 2021", ["17", "foodbanks", "in", "2021"]),
        ("Straße CAFÉ", ["strasse", "café"]),
        ("信任 ثقة", ["信任", "ثقة"]),
        ("... — 🙂", []),
    ],
)
def test_words(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("foodbank", "foodbanks"),
        ("collaborate", "collaboration"),
        ("café", "cafe"),
        ("zoë", "zoe"),
        ("build", "building"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("barking", "barley"), ("council", "counsel"), ("17", "70")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_stems_are_of_words_that_carry_a_subject():
    assert stems("How did the foodbanks build it?") == [stem("foodbanks"), stem("build")]
