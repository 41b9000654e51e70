"""What kind of thing a question wants. The names are invented for a test."""

import pytest

from assistant.wants import asks_for_a_story, kind_fits


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("How many trees are there?", "Forty apple trees stand there.", 1.0),
        ("How many trees are there?", "Apple trees stand there.", -1.0),
        ("How many came?", "Thirteen came.", 1.0),
        ("When do they meet?", "They may meet at the mill.", -1.0),
        ("When do they meet?", "They meet in May.", 1.0),
        ("When do they meet?", "They meet on Tuesday.", 1.0),
        ("When do they meet?", "They meet at the mill.", -1.0),
        ("Who planted them?", "They were planted by Petra Quill.", 1.0),
        ("Who planted them?", "They were planted with care.", -1.0),
        ("Where do they meet?", "They meet in Thornby.", 1.0),
        ("Where do they meet?", "They meet often and gladly.", -1.0),
        ("How did they begin?", "They began with a walk.", 0.0),
    ],
)
def test_a_sentence_holds_the_kind_of_thing_asked_for_or_does_not(question, sentence, fits):
    assert kind_fits(question, sentence) == fits


def test_a_story_is_told_from_a_fact():
    assert asks_for_a_story("How did they begin?") and asks_for_a_story("and how do they meet?")
    assert not asks_for_a_story("How many came?") and not asks_for_a_story("When did they begin?")
