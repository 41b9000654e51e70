"""A follow-up that names another part, or another subject. The people are invented."""

import pytest
from followups import TRUST, asked

from assistant.follow.complete import Completed, Follows


@pytest.mark.parametrize(
    ("before", "question", "completed"),
    [
        (TRUST, "and in Fenwick?", "how did Fenwick build trust?"),
        (TRUST, "and fenwick?", "how did Fenwick build trust?"),
        (TRUST, "Fenwick?", "how did Fenwick build trust?"),
        (TRUST, "what about Leeds?", "how did Leeds build trust?"),
        (TRUST, "no, in Quarrydale", "how did Quarrydale build trust?"),
        (TRUST, "and the council?", "how did the council build trust?"),
        (TRUST, "and in 2019?", "how did Marsh build trust, in 2019?"),
        (TRUST, "did Fenwick?", "how did Fenwick build trust?"),
        (TRUST, "how did Fenwick do it?", "how did Fenwick build trust?"),
        ("What did Asha say about trust?", "what about Ines?", "What did Ines Okoro say about trust?"),
        ("What did Asha say about trust?", "and what did Ines say?", "What did Ines Okoro say about trust?"),
        ("What did Asha say about trust?", "and about bread?", "What did Asha say about bread?"),
        ("What did Asha say about trust?", "and the council?", "What did Asha say about the council?"),
        ("What happened in Marsh in 2019?", "and in Fenwick in 2021?", "What happened in Fenwick in 2021?"),
        ("When do we meet in July 2020?", "and in September?", "When do we meet in September 2020?"),
        ("What worked well in 2020?", "what about last year?", "What worked well last year?"),
        ("What makes a tie strong?", "and weak?", "What makes a tie weak?"),
        ("Who opened the first bread cell?", "the second one?", "Who opened the second bread cell?"),
        ("How many sat on the Marsh board?", "and on the Fenwick one?", "How many sat on the Fenwick board?"),
        ("Which choirs took part?", "and the schools?", "Which schools took part?"),
        ("How is trust measured?", "and learning?", "How is learning measured?"),
        ("What help did Marsh give to carers?", "and young people?", "What help did Marsh give to young people?"),
        ("How do bakers share bread?", "and their helpers?", "How do bakers' helpers share bread?"),
        ("Did Marsh County Council pay?", "and Fenwick?", "Did Fenwick County Council pay?"),
        ("bread", "and in Fenwick?", "bread, in Fenwick?"),
    ],
)
def test_another_part_takes_the_place_of_its_kind(before, question, completed):
    assert asked(question, before) == Completed(completed, Follows.COMPLETED)


@pytest.mark.parametrize("question", ["and in Fenwick too?", "in Fenwick as well?", "and in Fenwick instead please?"])
def test_words_that_trail_are_no_part(question):
    assert asked(question, TRUST).text == "how did Fenwick build trust?"


@pytest.mark.parametrize("question", ["a network of bread cells", "Fenwick grew", "did trust grow?"])
def test_what_may_be_a_new_subject_is_no_part(question):
    assert asked(question, TRUST) == Completed(question, Follows.NEW)
