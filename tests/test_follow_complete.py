"""Follow-up questions, completed from the questions before them. The people and their notes are invented."""

import pytest
from followups import NAMES, TRUST, asked, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.follow.complete import Completed, Follows, complete
from assistant.follow.names import Names
from assistant.follow.turns import Turn


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How do organisations deliver bread?", "Why not?"),
        ("Has Fenwick held a bread day?", "when was that?"),
        (TRUST, "did it work?"),
        (TRUST, "what about the money?"),
        (TRUST, "who was involved?"),
        ("When is the bread cell meeting in July?", "And the one after that?"),
        ("How much money does Fenwick give?", "how much of that goes on ovens?"),
        ("How did the bakery cut waiting times?", "how did they pay for it?"),
        ("Which bakers took part?", "what did they learn?"),
        ("What did Asha say about Tom?", "where does she work?"),
        ("What did Asha say about trust?", "why don't they?"),
    ],
)
def test_where_nothing_can_safely_be_exchanged_the_old_question_stands_beside(before, question):
    assert asked(question, before) == Completed(f"{question} ({before})", Follows.COMPLETED)


def test_a_yes_or_no_question_is_asked_why_and_when():
    assert asked("why?", "Did the Guild help Fenwick?").text == "Why did the Guild help Fenwick?"
    assert asked("and when?", "Has Fenwick baked?").text == "When has Fenwick baked?"


@pytest.mark.parametrize(
    "question",
    """is it possible to build trust without meeting?
does it help to have somebody from outside?
what does it cost to run a bakery?
how hard is it to measure trust?
what is it like to be a member?
does it matter who chairs the meeting?
is it worth starting a cell in Leeds?
do bakers like it when customers talk?
how do leaders make it easier for people to speak up?
What did Asha say when she spoke about trust?
how do I get my organisation to share what it knows
How can a group decide what they want?
Why do people think they can't ask for help?
if someone leaves a cell, can they come back?
does the mayor know that she is loved?
what do bakers do with their ovens at night?
how did the bakers get people to trust them?
how can I use the ovens without owning them?
how long has it been since the last bread day?
how does the Guild hold itself to account?
how do you build trust and keep it?
who said that trust matters?
how do we know that trust is growing?
which of the bakers said that they were tired?
what kind of ovens do bakers have that we lack?
how many bakers are there in Fenwick?
is there a bread day in Fenwick?
which councils have held bread days this year?
what happens to those who cannot pay?
so how do people join a cell?
and how is trust measured?
where do I start?
who is Asha Penrose?
the Better Bread network
bread and trust
thanks""".splitlines(),
)
@pytest.mark.parametrize(
    "before", [TRUST, "What did Asha say about the bakers in lockdown?", "How big is a bread cell?"]
)
def test_a_question_with_a_subject_of_its_own_is_left_alone(question, before):
    assert asked(question, before, quotes=(quoted(speaker="Asha Penrose"),)) == Completed(question, Follows.NEW)


@pytest.mark.parametrize("question", ["and in Fenwick?", "who said that?", "go on", "why?", "", "?!"])
def test_the_first_question_is_left_alone(question):
    assert asked(question) == Completed(question, Follows.NEW)


@pytest.mark.parametrize(
    "question",
    [
        "who said that?",
        "Whose account is that?",
        "where does that come from?",
        "says who",
        "which document is that in",
        "What’s the source?",
        "so who told you that?",
    ],
)
def test_who_said_that(question):
    found = asked(question, TRUST, quotes=(quoted(), quoted("Another.")))
    assert found.follows is Follows.SOURCE
    assert (
        found.text
        == "Who said “Neighbours met every week, and nobody kept a list of who had done what for whom in the…”?"
    )
    assert asked(question, TRUST).follows is Follows.COMPLETED  # nothing was shown


@pytest.mark.parametrize(
    "question",
    ["what happened next?", "and then?", "what came after that?", "go on", "tell me more", "what else?", "and?"],
)
def test_what_comes_next(question):
    found = asked(question, TRUST, quotes=(quoted(), quoted("They baked.")))
    assert found == Completed("What comes after “They baked.”?", Follows.NEXT)
    assert asked(question, TRUST).text.endswith(f"({TRUST})")  # nothing was shown


def test_the_paper_that_was_asked_about_has_a_writer():
    assert asked("who wrote that?", "What does the report say?", quotes=(quoted(),)).follows is Follows.COMPLETED


def test_after_what_comes_next_the_question_before_it_is_followed():
    turns = [Turn(TRUST), Turn("What comes after “They baked.”?", (quoted(),))]
    assert complete("and in Fenwick?", turns, NAMES).text == "how did Fenwick build trust?"


def test_a_question_in_brackets_is_followed_further():
    turns = [Turn(TRUST), Turn("when was that? (Has Fenwick held a bread day?)")]
    assert complete("and in Marsh?", turns, NAMES).text == "when was that? (Has Marsh held a bread day?)"
    assert complete("what came of it?", turns, NAMES).text == "what came of it? (Has Fenwick held a bread day?)"


def test_the_old_question_is_shortened_and_the_new_one_kept():
    found = asked("and why not there?", "How did " + "very " * 190 + "good bread win?")
    assert found.text.startswith("and why not there? (How did very")
    assert len(found.text) <= 1000


ANY = st.text(max_size=60)
PARTS = st.sampled_from(
    "and in Fenwick|who said that?|it's|their|Asha’s|what about|the one|of|2019|(|)|“|”|? (|did Marsh|there|May|so|then".split(
        "|"
    )
)
LINES = st.one_of(ANY, st.lists(st.one_of(ANY, PARTS), max_size=8).map(" ".join))
LONG = st.one_of(LINES, st.text("ab (?)", min_size=900, max_size=1000))
TURNS = st.lists(
    st.builds(
        Turn, LONG, st.lists(st.builds(quoted, LINES, st.one_of(st.none(), LINES)), max_size=2).map(tuple)
    ),
    max_size=3,
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=300)
@given(question=LINES, turns=TURNS, people=st.lists(LINES, max_size=2), places=st.lists(LINES, max_size=2))
def test_whatever_is_asked_it_answers_the_same_and_briefly(question, turns, people, places):
    names = Names((*NAMES.people, *people), (*NAMES.places, *places))
    found = complete(question, turns, names)
    assert found == complete(question, turns, names)
    assert len(found.text) <= 1000
    assert found.text == question or found.follows is not Follows.NEW
    assert turns or found.follows is Follows.NEW
