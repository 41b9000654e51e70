"""The conditions in a question's words. People and places are invented for a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conditions import in_words
from assistant.domain import Standing
from assistant.filters import Filters, Known

KNOWN = Known(
    people=("Asha Patel", "Dr Jane O’Dell", "Petra Quill", "Tom Quill", "Tom Reed-Hay"),
    places=("Elmbrook and Hale", "Thornby"),
    kinds=("blog", "case study", "guidance", "interview", "meeting note", "report", "summary"),
)


def asked(question):
    """What the filters narrow to, in words, and the question that is left."""
    filters, rest = in_words(question, KNOWN)
    return filters.words, rest


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        ("What did Asha say about trust?", "Asha Patel"),
        ("what does asha patel think about trust", "Asha Patel"),
        ("How does Patel describe trust?", "Asha Patel"),
        ("What has Asha mentioned about trust?", "Asha Patel"),
        ("According to Asha, what matters?", "Asha Patel"),
        ("In Asha’s view, what matters?", "Asha Patel"),
        ("What is Asha's view of trust?", "Asha Patel"),
        ("Tell me what Asha said about trust", "Asha Patel"),
        ("What was said by Asha about trust?", "Asha Patel"),
        ("What did Dr O'Dell explain?", "Dr Jane O’Dell"),
        ("What did Asha and Petra say about trust?", "Asha Patel or Petra Quill"),
    ],
)
def test_whose_account_is_asked_for_and_the_words_stay(question, whose):
    assert asked(question) == (f"by or about {whose}", question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Asha?",
        "What did Asha set up?",
        "What happened when Asha said no?",
        "What did Asha Reed say about trust?",
        "According to Asha Reed, what matters?",
        "What did Tom say about trust?",  # there are two
        "What did Quill say about trust?",
        "What did Maya say about trust?",
        "Who disagrees with what Asha said about trust?",
        "What did everybody else say, besides what Asha said?",
    ],
)
def test_a_question_about_a_person_or_an_unknown_one_asks_for_no_account(question):
    assert asked(question) == ("", question)


@pytest.mark.parametrize(
    ("question", "when", "rest"),
    [
        ("What has been said about trust since 2021?", "from 2021 on", "What has been said about trust?"),
        ("Since March 2021, what has been said about trust?", "from March 2021 on", "What has been said about trust?"),
        ("since 2021 what's been said about trust", "from 2021 on", "what's been said about trust"),
        ("What has been noted from 2021 onwards about trust?", "from 2021 on", "What has been noted about trust?"),
        ("What was said about trust before 2021?", "from 2020 or earlier", "What was said about trust?"),
        ("What was said before March 2021 about trust?", "from February 2021 or earlier", "What was said about trust?"),
        ("What was written until 2020 about trust?", "from 2020 or earlier", "What was written about trust?"),
        ("What was discussed after 2020 about trust?", "from 2021 on", "What was discussed about trust?"),
        ("What was said after 31 December 2020 about trust?", "from 1 January 2021 on", "What was said about trust?"),
        ("What was said between 2019 and 2021 about trust?", "from 2019 to 2021", "What was said about trust?"),
        ("What was written in 2022 about trust?", "from 2022", "What was written about trust?"),
        ("In July 2020, what was said about trust?", "from July 2020", "What was said about trust?"),
        ("What do documents from 2022 say about trust?", "from 2022", "What do documents say about trust?"),
        ("Has anything been said since 2021?", "from 2021 on", "Has anything been said since 2021?"),
    ],
)
def test_dates_of_what_was_said_are_taken_out(question, when, rest):
    assert asked(question) == (when, rest)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in Thornby in 2019?",
        "In 2019, what happened in Thornby?",
        "Since when has the garden been open?",
        "How has Thornby changed since 2021?",
        "What was said about Thornby in 2019?",
        "What is said about life before 2020?",
        "What was said about how people lived before 2020?",
        "Who wrote the report that was published in 1945?",
        "How many visits were recorded in 2020?",
        "What did the government say in 2020?",
        "What has been said about trust lately?",
        "What was said about trust from 2021-22?",
    ],
)
def test_dates_of_the_subject_are_no_condition(question):
    assert asked(question) == ("", question)


@pytest.mark.parametrize(
    ("question", "where", "rest"),
    [
        ("What is said in the meeting notes about trust?", "meeting notes", "What is said about trust?"),
        ("What is said in the notes about trust?", "meeting notes", "What is said about trust?"),
        ("In the blogs, how is trust built?", "blogs", "How is trust built?"),
        ("What do we know from the interviews about trust?", "interviews", "What do we know about trust?"),
        ("What does the interview say about trust?", "interviews", "What is said about trust?"),
        ("Do the case studies mention trust?", "case studies", "Is anything said about trust?"),
        ("What do the blogs say happened at the mill?", "blogs", "What happened at the mill?"),
        ("How is trust built, only in the blogs?", "blogs", "How is trust built?"),
        ("What do the blogs and interviews say about trust?", "blogs or interviews", "What is said about trust?"),
        ("According to the guidance, who chairs?", "guidance", "Who chairs?"),
        ("What is said in the blogs?", "blogs", "What is said in the blogs?"),
    ],
)
def test_kinds_of_document_are_taken_out(question, where, rest):
    assert asked(question) == (f"in {where}", rest)


@pytest.mark.parametrize(
    "question",
    [
        "In summary, what is trust?",
        "What is said in the bulletins about trust?",  # there are none
        "What is said in the report card about trust?",
        "What did the government say in the report?",
        "What happened in the interview?",
        "How were the blogs written?",
        "Which councils are in the report?",
    ],
)
def test_other_words_are_no_kind_of_document(question):
    assert asked(question) == ("", question)


@pytest.mark.parametrize(
    ("question", "standing", "rest"),
    [
        ("What do background sources say about stewardship?", Standing.OUTSIDE, "What is said about stewardship?"),
        ("what do outside documents say about trust? not our members please", Standing.OUTSIDE, "what is said about trust?"),
        ("Which background documents tell us about trust, and what do they say?", Standing.OUTSIDE, "What is said about trust?"),
        ("According to outside sources, what is trust?", Standing.OUTSIDE, "What is trust?"),
        ("How do background sources define trust?", Standing.OUTSIDE, "How is trust defined?"),
        ("In the network's own words, what is a cell?", Standing.NETWORK, "What is a cell?"),
        ("What is said about power in the network’s own notes?", Standing.NETWORK, "What is said about power?"),
        ("What has the network itself said about power?", Standing.NETWORK, "What is said about power?"),
        ("What do members' contributions say about power?", Standing.MEMBER, "What is said about power?"),
        ("What has been contributed by members about power?", Standing.MEMBER, "What is said about power?"),
        ("Just from members: what's been said about power?", Standing.MEMBER, "What's been said about power?"),
    ],
)  # fmt: skip
def test_standing_is_taken_out(question, standing, rest):
    assert in_words(question, KNOWN) == (Filters(standing=(standing,)), rest)


@pytest.mark.parametrize(
    "question",
    [
        "What funding came from outside sources?",
        "What is the background to the network?",
        "What are members' contributions to the network?",
        "What did the network itself do?",
        "What do members say about power?",
    ],
)
def test_other_words_are_no_standing(question):
    assert asked(question) == ("", question)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("In Thornby, what do people hope for?", "Thornby"),
        ("in hale, what do people hope for", "Elmbrook and Hale"),
        ("What do people hope for, only in Thornby?", "Thornby"),
        ("What do people hope for in Hale only?", "Elmbrook and Hale"),
        ("In Thornby and Elmbrook, what do people hope for?", "Thornby or Elmbrook and Hale"),
    ],
)
def test_a_place_that_a_question_keeps_to_and_the_words_stay(question, places):
    assert asked(question) == (f"about {places}", question)


@pytest.mark.parametrize(
    "question",
    [
        "What do people in Thornby hope for?",
        "Why only in Thornby?",
        "Is the mill only in Thornby?",
        "In Thornby Heath, what do people hope for?",
        "In Oakley, what do people hope for?",
    ],
)
def test_a_place_that_a_question_only_names_is_no_condition(question):
    assert asked(question) == ("", question)


def test_several_conditions_of_one_question():
    assert asked("What did Asha say about trust in the meeting notes since 2021?") == (
        "by or about Asha Patel, from 2021 on, in meeting notes",
        "What did Asha say about trust?",
    )
    assert asked("Just from members in Thornby: what's been said about trust?") == (
        "about Thornby, in members' contributions",
        "In Thornby: what's been said about trust?",
    )


PIECES = st.sampled_from(
    "what did do does say said in from the meeting notes blogs Asha Patel Thornby since until between 2021 and March only"
    " background sources members' contributions about trust according to , : ? ( ) ’s network itself own".split()
)


@given(question=st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80))
def test_any_question_is_read_and_never_emptied(question):
    filters, rest = in_words(question, KNOWN)
    assert rest.strip() or not question.strip()
    assert filters or rest == question


@given(names=st.lists(st.text(max_size=8), max_size=4).map(tuple), text=st.text(max_size=40))
def test_any_names_can_be_known(names, text):
    in_words(f"What did {text} say in the {text}, only in {text}?", Known(names, names, names))
