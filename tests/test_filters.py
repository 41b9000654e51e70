"""What may answer. People and places are invented for a test."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dates import date_given
from assistant.domain import Document, Passage, Standing
from assistant.errors import QuestionError
from assistant.filters import ANY, Filters

NOTE = Document("a.md", "A note", "", kind="Meeting note", date="2021-03", standing=Standing.NETWORK)
PASSAGE = Passage("a.md", 0, 0, (), 0)


def test_no_filter_is_false_and_lets_everything_through():
    assert not ANY
    assert ANY.words == ""
    assert ANY.document(replace(NOTE, date=None))
    assert ANY.passage(NOTE, PASSAGE, "Anything.")


@pytest.mark.parametrize(
    "filters",
    [
        Filters(people=("Asha",)),
        Filters(places=("Thornby",)),
        Filters(since="2021"),
        Filters(until="2021"),
        Filters(kinds=("blog",)),
        Filters(standing=(Standing.MEMBER,)),
    ],
)
def test_any_condition_is_a_filter(filters):
    assert filters
    assert filters.words
    assert filters | ANY == ANY | filters == filters


@pytest.mark.parametrize(
    ("filters", "date", "kept"),
    [
        (Filters(since="2021"), "2021", True),
        (Filters(since="2021"), "2020-12-31", False),
        (Filters(until="2021"), "2021-12-31", True),
        (Filters(until="2021"), "2022", False),
        (Filters(since="2021-03"), "2021-02-28", False),
        (Filters(since="2021-03"), "2021", True),  # it may be of March
        (Filters(until="2021-03-15"), "2021-03", True),
        (Filters(until="2021-03-15"), "2021-03-16", False),
        (Filters(since="2020", until="2021"), "2022", False),
        (Filters(since="2020"), None, False),
        (Filters(until="2020"), None, False),
    ],
)
def test_dates_are_inclusive_as_far_as_they_are_known_and_the_undated_fail(filters, date, kept):
    assert filters.document(replace(NOTE, date=date)) is kept


def test_kind_and_standing_of_a_document():
    assert Filters(kinds=("blog", "meeting NOTE")).document(NOTE)
    assert not Filters(kinds=("note",)).document(NOTE)
    assert Filters(standing=(Standing.NETWORK, Standing.MEMBER)).document(NOTE)
    assert not Filters(standing=(Standing.OUTSIDE,)).document(NOTE)


@pytest.mark.parametrize(
    ("person", "text", "named"),
    [
        ("Asha Patel", "Then Asha Patel spoke.", True),
        ("Asha Patel", "When Asha’s turn came, she spoke.", True),
        ("Asha Patel", "Although Asha spoke, nobody heard.", True),
        ("Asha Patel", "In 2021 Asha spoke.", True),
        ("Asha Patel", "Dr Patel spoke.", True),
        ("Asha Patel", "Tom Patel spoke.", False),
        ("Asha Patel", "Asha Reed spoke.", False),
        ("Asha Patel", "Ashanti spoke.", False),
        ("asha", "Asha Patel spoke.", True),
        ("Patel", "Asha Patel spoke.", True),
        ("Dr Jane Poole", "Dr Reed spoke.", False),
        ("Rose", "The rose bed grew.", False),
        ("Tom Reed-Hay", "Reed-Hay spoke.", True),
    ],
)
def test_a_text_that_names_a_person(person, text, named):
    assert Filters(people=(person,)).passage(NOTE, PASSAGE, text) is named


@pytest.mark.parametrize("person", ["Asha Patel", "asha", "PATEL"])
def test_an_account_and_a_document_are_their_speakers_and_authors(person):
    only = Filters(people=("Nobody Else", person))
    assert only.passage(NOTE, replace(PASSAGE, speaker="Asha Patel"), "They spoke.")
    assert only.passage(replace(NOTE, authors=("Tom Reed", "Asha Patel")), PASSAGE, "They spoke.")
    assert not only.passage(NOTE, replace(PASSAGE, speaker="Tom Patell"), "They spoke.")


def test_what_nobody_tells_in_a_document_named_after_a_person_is_theirs():
    interview = replace(NOTE, title="Interview with Asha Patel")
    assert Filters(people=("Asha Patel",)).passage(interview, PASSAGE, "They spoke.")
    assert not Filters(people=("Asha Patel",)).passage(interview, replace(PASSAGE, speaker="Tom Reed"), "They spoke.")


@pytest.mark.parametrize(
    ("place", "places", "of_document", "text", "kept"),
    [
        ("Hale", ("Elmbrook and Hale",), (), "", True),
        ("Elmbrook & Hale", ("Elmbrook and Hale",), (), "", True),
        ("Elmbrook and Hale", (), (), "They came to Hale.", True),
        ("elmbrook", (), (), "ELMBROOK came.", True),
        ("Elmbrook and Hale", (), (), "They were hale and sound.", False),
        ("Hale", (), (), "They were inhaled, says Halesworth.", False),
        ("Thornby", (), ("Thornby",), "", True),
        ("Thornby", (), ("Thornby", "Elmbrook and Hale"), "", False),
        ("Thornby", ("Elmbrook and Hale",), (), "", False),
    ],
)
def test_the_places_of_a_passage(place, places, of_document, text, kept):
    passage = replace(PASSAGE, places=places)
    assert Filters(places=(place,)).passage(replace(NOTE, places=of_document), passage, text) is kept


def test_a_heading_places_a_passage_and_both_conditions_must_hold():
    passage = replace(PASSAGE, heading=("Thornby",), speaker="Asha Patel")
    assert Filters(people=("Asha",), places=("Thornby",)).passage(NOTE, passage, "")
    assert not Filters(people=("Tom",), places=("Thornby",)).passage(NOTE, passage, "")
    assert not Filters(people=("Asha",), places=("Hale",)).passage(NOTE, passage, "")


def test_both_hold_where_two_are_joined():
    left = Filters(people=("Asha",), since="2021", until="2022-06")
    right = Filters(people=("Tom",), places=("Hale",), since="2021-03", until="2022", kinds=("blog",))
    assert left | right == Filters(("Asha",), ("Hale",), "2021-03", "2022-06", ("blog",))


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (
            Filters(("Asha Patel",), ("Thornby",), "2021", None, ("meeting note",)),
            "by or about Asha Patel, about Thornby, from 2021 on, in meeting notes",
        ),
        (Filters(since="2020-07", until="2020-07"), "from July 2020"),
        (Filters(since="2020", until="2022-03-05"), "from 2020 to 5 March 2022"),
        (Filters(until="2020"), "from 2020 or earlier"),
        (Filters(people=("A B", "C D", "E F")), "by or about A B, C D or E F"),
        (Filters(kinds=("case study", "guidance", "speech")), "in case studies, guidance or speeches"),
        (Filters(standing=(Standing.NETWORK,)), "in the network's own documents"),
        (Filters(standing=(Standing.MEMBER, Standing.OUTSIDE)), "in members' contributions or background from outside"),
    ],
)
def test_what_it_narrows_to_in_words(filters, said):
    assert filters.words == said


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        (" 2021 ", "2021"),
        ("March 2021", "2021-03"),
        ("sept. 2021", "2021-09"),
        ("2021-03", "2021-03"),
        ("2021-3-5", "2021-03-05"),
        ("03/2021", "2021-03"),
        ("15/03/2021", "2021-03-15"),
        ("15 March 2021", "2021-03-15"),
        ("15th of March, 2021", "2021-03-15"),
        ("March 15, 2021", "2021-03-15"),
    ],
)
def test_dates_as_people_write_them(written, iso):
    assert date_given(written) == iso


@pytest.mark.parametrize(
    "written", ["", "soon", "21", "2021-13", "30/02/2021", "0000", "Smarch 2021", "ma 2021", "\udc80"]
)
def test_what_is_no_date_is_told_in_one_sentence(written):
    with pytest.raises(QuestionError, match=r"^“[^.]*” is not a date: [^.]*\.$"):
        date_given(written)


@given(names=st.lists(st.text(max_size=8), max_size=4).map(tuple), text=st.text(max_size=40))
def test_any_names_can_be_asked_for(names, text):
    filters = Filters(people=names, places=names, kinds=names)
    assert isinstance(filters.passage(replace(NOTE, title=text), PASSAGE, text), bool)
    assert isinstance(filters.words, str)


@given(text=st.text(alphabet="0123456789-/. marchept", max_size=16))
def test_a_date_is_read_the_same_again_or_told_apart(text):
    try:
        iso = date_given(text)
    except QuestionError:
        return
    assert date_given(iso) == iso
