"""Who a question takes to have done something, held against what is shown. Every person and body here is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.agents import Agent, agent, told_otherwise
from assistant.premises import Shown


@pytest.mark.parametrize(
    ("question", "who", "probe"),
    [
        ("When did the council set up the Collective?", "the council", "Who set up the Collective?"),
        ("Why has the council turned down the offer, and when?", "the council", "Who turned down the offer?"),
        ("So how did the charity leaders come to form a hub?", "the charity leaders", "Who formed a hub?"),
        ("Where did Rivermouth Youth first hold the fair?", "Rivermouth Youth", "Who held the fair?"),
        ("Was the hub founded by Asha Penrose in 2019?", "Asha Penrose", "Who founded the hub?"),
        ("When was the hub set up by the council?", "the council", "Who set up the hub?"),
        ("When did the support group open the hub?", "the support group", "Who opened the hub?"),
    ],
)
def test_the_agent_of_a_question(question, who, probe):
    assert agent(question) == Agent(who, probe)


@pytest.mark.parametrize(
    "question",
    [
        "When did they set up the Collective?",
        "How did we choose the venue?",
        "Why did people start the hub?",
        "What did the council set up?",
        "Who set up the Collective?",
        "When did the meeting start?",
        "When did the fair take place?",
        "Was it sent by email?",
        "Why did the council not fund the hub?",
        "Why did the council find it easier to accept the offer?",
        "How has Covid-19 changed the borough?",
        "",
    ],
)
def test_no_agent_where_there_is_none_or_nobody_in_particular(question):
    assert agent(question) is None


LEADERS = Shown("Asha and eight other charity leaders set it up last year.", "The Collective. They met the council.")
COUNCIL = Agent("the council", "Who set up the Collective?")


@pytest.mark.parametrize("span", ["Asha and eight other charity leaders", "eight other charity leaders", "Asha"])
def test_another_agent_is_told_in_the_documents_words(span):
    note = f"The question takes it that the council did this. The documents say “{span}”."
    assert told_otherwise(COUNCIL, span, LEADERS) == note


@pytest.mark.parametrize(
    ("taken", "span", "text", "context"),
    [
        ("the council", "", "Asha set up the Collective.", ""),
        ("the council", "They", "They set up the Collective.", ""),
        ("the council", "Tom Reed", "Asha set up the Collective.", ""),
        ("the council", "The group", "The group set up the Collective.", ""),
        ("the council", "last year's tender", "It was last year's tender that set up the Collective.", "council"),
        ("the council", "Vale Council", "Vale Council set up the Collective.", ""),
        ("the council", "Asha", "With the council, Asha set up the Collective.", ""),
        ("the council", "Asha Penrose", "Asha Penrose set up the Collective.", "The council's leader, Asha Penrose."),
        ("the director", "Asha Penrose", "Asha Penrose set up the Collective.", ""),
        ("Asha Penrose", "the director", "The Collective was set up by the director.", ""),
        ("Northbeck", "charity leaders", "The charity leaders set up the Collective.", "Northbeck and Vale"),
        ("the NVC", "Northbeck and Vale Circle", "Northbeck and Vale Circle set up the Collective.", ""),
        ("the council", "Asha Penrose", "Asha Penrose chairs the choir.", "Singing"),
    ],
)
def test_no_note_where_the_two_may_be_one_or_the_sentence_is_of_something_else(taken, span, text, context):
    assert told_otherwise(Agent(taken, "Who set up the Collective?"), span, Shown(text, context)) is None


PIECES = st.sampled_from(
    "did has was by the council Council set up Asha Penrose 25 twenty-five £1.5m % 15 July 2021 10am ſix İ to 3-4 . ? ’s"
    " between and foodbanks not 2021-99 \n “".split(" ")
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=40)


@given(TEXTS, st.builds(Shown, TEXTS, TEXTS), TEXTS)
def test_whatever_is_asked_and_shown_the_note_is_true(question, shown, span):
    told = told_otherwise(agent(question) or COUNCIL, span, shown)
    assert told is None or told.split("“")[-1].split("”")[0] in shown.text
