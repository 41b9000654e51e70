"""Follow-ups known by their wording."""

import pytest

from assistant.follow.wordings import NEXT, SOURCE, lacks_subject


@pytest.mark.parametrize(
    "asked", ["who said that", "where is this quote from", "how do you know that", "whose view is it"]
)
def test_wordings_that_ask_for_the_source(asked):
    assert SOURCE.fullmatch(asked)
    assert not SOURCE.fullmatch(f"{asked} about bread")


@pytest.mark.parametrize("asked", ["please tell me more about it", "anything else", "what came next", "read on"])
def test_wordings_that_ask_for_what_follows(asked):
    assert NEXT.fullmatch(asked)
    assert not NEXT.fullmatch(f"{asked} bread")


@pytest.mark.parametrize(
    "asked", ["by whom", "who decides", "what were the results", "is there a limit", "how can i join", "why not then"]
)
def test_questions_about_nothing_of_their_own(asked):
    assert lacks_subject(asked)


@pytest.mark.parametrize(
    "asked", ["who decides on bread", "what were the results of the bread day", "how can i join a bread cell"]
)
def test_questions_about_something(asked):
    assert not lacks_subject(asked)
