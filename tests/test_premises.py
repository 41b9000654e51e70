"""What a question takes for granted, held against what is shown. Every person, body and place here is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.premises import Shown, premises

FOODBANKS = Shown(
    "For ten years they had not talked, but 17 foodbanks were now working together.",
    "Opening presentations. Asha Penrose from Rivermouth Resources, in Northbeck and Vale. 2021-05",
)
FUND = Shown("The fund is worth about £20,000 a year, and 54 per cent of it goes to staff.", "Money. Elder Trust")
MEETING = Shown("The next meeting is on Thursday 15 July, from 3.00 to 4.30pm.", "Next meetings. Elder Trust. 2021")


@pytest.mark.parametrize(
    ("question", "shown", "note"),
    [
        ("How did the 25 foodbanks work together?", FOODBANKS, "25 foodbanks. The documents say “17 foodbanks”."),
        (
            "how did the twenty-five foodbanks do it",
            FOODBANKS,
            "twenty-five foodbanks. The documents say “17 foodbanks”.",
        ),
        ("What is the fund of £90,000 for?", FUND, "£90,000. The documents say “about £20,000”."),
        ("80 per cent of the fund goes to staff, right?", FUND, "80 per cent. The documents say “54 per cent”."),
        ("Who speaks on 16 July?", MEETING, "16 July. The documents say “15 July”."),
        ("Is the meeting still at 10am?", MEETING, "10am. The documents say “3.00” and “4.30pm”."),
        ("What began in 2010?", Shown("The hub dates from 2019.", ""), "2010. The documents say “2019”."),
        (
            "So a cell has twelve to twenty people?",
            Shown("A cell has between six and ten people.", ""),
            "twelve to twenty people. The documents say “between six and ten people”.",
        ),
    ],
)
def test_another_number_or_date_is_told(question, shown, note):
    assert premises(question, [shown]) == [f"The question says {note}"]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("How did the 17 foodbanks work together?", FOODBANKS),
        ("How did the seventeen foodbanks work together?", FOODBANKS),
        ("Did more than 15 foodbanks work together?", FOODBANKS),
        ("Which 12 councils worked with foodbanks?", FOODBANKS),
        ("What did the ten of them do?", FOODBANKS),
        ("Give me 25 foodbanks", FOODBANKS),
        ("What have the foodbanks done since 2018?", Shown("In 2020 they met.", "")),
        ("What did the foodbanks do in May 2021?", FOODBANKS),
        ("Is the fund £21,000?", FUND),
        ("Is the meeting at 3pm?", MEETING),
        ("How did the nine charity leaders start?", Shown("Asha and eight other charity leaders met.", "")),
    ],
)
def test_a_number_that_may_be_the_same_or_of_another_thing_is_not(question, shown):
    assert premises(question, [shown]) == []


def test_a_number_that_another_sentence_shown_holds_stands():
    other = Shown("By winter 25 foodbanks had joined.", "")
    assert premises("How did the 25 foodbanks work together?", [FOODBANKS, other]) == []


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What did Asha do in Hartmouth?", "Hartmouth"),
        ("What did Asha Penrose and Tom Reed say?", "Tom Reed"),
        ("Tom Reed brought the foodbanks together, didn't he?", "Tom Reed"),
        ("Did Hartmouth Council help the foodbanks?", "Hartmouth Council"),
        ("Describe Asha's foodbanks. Did Kestrel_House help?", "Kestrel_House"),
    ],
)
def test_a_name_that_nothing_shown_mentions_is_told(question, name):
    assert premises(question, [FOODBANKS]) == [f"None of this mentions “{name}”."]


@pytest.mark.parametrize(
    "question",
    [
        "What did Asha’s foodbanks do?",
        "What did Ms Penrose say on Monday in May?",
        "What happened in Vale_Northbeck?",
        "What did the Council and the Chief Executive do?",
        "What Did Tom Reed Do In Hartmouth?",
        "WHAT DID TOM REED DO?",
        "Foodbanks: what did they do?",
        "What did NV or RR do?",
        "What did I miss in Northbek?",
        "what did tom say",
        "",
    ],
)
def test_a_name_that_stands_in_some_form_or_is_none_is_not(question):
    assert premises(question, [FOODBANKS]) == []


def test_a_name_and_its_initials_are_one():
    assert premises("What is RRN for?", [Shown("It is run by Rivermouth Resources Network.", "")]) == []
    assert premises("What is Rivermouth Resources Network for?", [Shown("The RRN meets weekly.", "")]) == []


def test_at_most_two_notes_the_number_first_and_one_for_one_thing():
    notes = premises("Did Tom Reed see the 25 Hartmouth foodbanks with Kestrel House?", [FOODBANKS])
    assert notes == [
        "The question says 25 Hartmouth foodbanks. The documents say “17 foodbanks”.",
        "None of this mentions “Tom Reed”.",
    ]
    assert premises("What did Tom Reed do?", []) == []


PIECES = st.sampled_from(
    "did has was by the council Council set up Asha Penrose 25 twenty-five £1.5m % 15 July 2021 10am ſix İ to 3-4 . ? ’s"
    " between and foodbanks not 2021-99 \n “".split(" ")
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=40)


@given(TEXTS, st.lists(st.builds(Shown, TEXTS, TEXTS), max_size=3))
def test_whatever_is_asked_and_shown_notes_are_few_and_true(question, shown):
    everything = " ".join(f"{one.text} {one.context}" for one in shown)
    notes = premises(question, shown)
    assert len(notes) <= 2
    for note in notes:
        quoted = note.split("“")[1].split("”")[0]
        assert (quoted in everything) != note.startswith("None of this mentions")
