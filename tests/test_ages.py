"""Documents that disagree, and which stands first. Every person, body, place and figure here is invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ages import conflicts, disagree, superseding
from assistant.dates import in_words, known, later
from assistant.domain import Citation

DIRECTOR = "Asha Penrose is the director of Riverside Hub."
LEFT = "Asha Penrose has left Riverside Hub."
SMALL_FUND, LARGE_FUND = "The community fund is £20,000.", "The community fund has grown to £35,000."
FEW = "They had gone ten years without talking, but 17 foodbanks now work together through one group."
MANY = "21 foodbanks work together through the group."


def quote(document, text, date=None):
    return Citation(document, document, text, 0, len(text), date=date)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DIRECTOR, LEFT),
        ("Asha Penrose, the director of Riverside Hub, explained how it began.", "Asha Penrose stepped down in May."),
        ("The director of Riverside Hub is Asha Penrose.", "Asha has since moved to the coast."),
        ("Asha Penrose leads Riverside Hub.", "Tom Reed has succeeded Asha Penrose as director."),
        ("Asha Penrose and Tom Reed, the co-convenors, wrote to members.", "Tom Reed retired in 2023."),
        ("Riverside Hub is run by Asha Penrose.", "Riverside Hub is now run by Tom Reed."),
        ("Riverside Hub opens on Mondays.", "Riverside Hub closed in May."),
        ("Tom Reed is a trustee.", "A former trustee, Tom Reed, spoke."),
        (SMALL_FUND, LARGE_FUND),
        (FEW, MANY),
        ("There are 12 volunteers at Riverside Hub.", "Riverside Hub now has thirty volunteers."),
        ("The council supports the borough food plan.", "The council does not support the borough food plan."),
    ],
)
def test_two_sentences_that_disagree(one, other):
    assert disagree(one, other, "who runs the hub, and how much is the fund?")
    assert disagree(other, one, "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forty people came to the first meeting in Vale.", "Sixty people came to the second meeting in Vale."),
        ("Forty people came to the meeting.", "Sixty people came to the meeting."),
        ("The March workshop had 12 participants.", "The July workshop had 30 participants."),
        ("17 foodbanks share one group.", "Across the borough 21 foodbanks received a grant."),
        ("17 foodbanks belong to the network.", "Five foodbanks left the network."),
        ("17 foodbanks in Vale work together.", "21 foodbanks in Northbeck work together."),
        ("More than 15 foodbanks work together.", "17 foodbanks work together."),
        ("Asha and eight other leaders started the hub.", "Nine leaders started the hub."),
        ("The council gives £100,000 a year.", "The council gave £300,000 over three years."),
        ("The fund gave £500 to the garden.", "The fund gave £900 to the library."),
        (SMALL_FUND, "The community fund hopes to reach £35,000."),
        (SMALL_FUND, "Is the community fund £35,000?"),
        (DIRECTOR, "Asha Penrose has left the meeting early."),
        (DIRECTOR, "Asha Penrose said that Tom Reed has left."),
        (DIRECTOR, "Asha Penrose succeeded in opening Riverside Hub."),
        ("Asha Penrose met the director.", LEFT),
        ("Tom Reed is a trustee.", "A former nurse, Tom Reed, spoke."),
        ("Members have left the hub.", "Members are leaders of the hub."),
        ("Good partnerships need a shared purpose, not money.", "Good partnerships need a shared purpose."),
        ("Beneficiaries come first, rather than bodies.", "Beneficiaries come first and bodies don't."),
        ("", ""),
    ],
)
def test_two_things_or_a_doubt_are_no_disagreement(one, other):
    assert not disagree(one, other, "how many people and foodbanks, and how much?")
    assert not disagree(other, one, "")


@pytest.mark.parametrize(
    ("one", "other", "order", "note"),
    [
        (("a", DIRECTOR, "2021"), ("b", LEFT, "2022-03"), [1, 0], "The later one, of March 2022, stands first."),
        (
            ("a", LEFT, "2022-03-25"),
            ("b", DIRECTOR, "2021-05"),
            [0, 1],
            "The later one, of 25 March 2022, stands first.",
        ),
        (("a", SMALL_FUND, "2020-07"), ("b", LARGE_FUND, "2021"), [1, 0], "The later one, of 2021, stands first."),
        (("a", FEW, None), ("b", MANY, "2022"), [0, 1], "One of them is undated, so which is later is not known."),
        (("a", FEW, None), ("b", MANY, "soon"), [0, 1], "Both are undated, so which is later is not known."),
        (("a", FEW, "2022"), ("b", MANY, "2022-03"), [0, 1], "Their dates do not tell which is later."),
    ],
)
def test_the_later_of_two_that_disagree_stands_first_and_a_note_says_so(one, other, order, note):
    assert superseding([quote(*one), quote(*other)], "") == (order, [f"The documents differ here. {note}"])


def test_where_nothing_disagrees_the_order_is_the_one_given():
    quotes = [quote("a", FEW, "2020"), quote("b", DIRECTOR, "2022"), quote("a", SMALL_FUND, "2020")]
    assert superseding(quotes, "") == ([0, 1, 2], [])
    assert superseding([quote("a", DIRECTOR), quote("a", LEFT)], "") == ([0, 1], [])


def test_each_documents_citations_stay_together_in_their_order():
    quotes = [
        quote("a", FEW, "2020"),
        quote("b", "Bees like clover.", "2019"),
        quote("c", "They meet weekly.", "2021-02"),
        quote("a", "Otters like eels.", "2020"),
        quote("c", MANY, "2021-02"),
    ]
    order, notes = superseding(quotes, "")
    assert order == [2, 4, 0, 3, 1]
    assert notes == ["The documents differ here. The later one, of February 2021, stands first."]


def test_a_note_does_not_say_first_of_what_stands_second():
    quotes = [quote("z", "Bees like clover.", "2019"), quote("a", FEW, "2020"), quote("b", MANY, "2021")]
    order, notes = superseding(quotes, "")
    assert order == [0, 2, 1]
    assert notes == ["The documents differ here. The later one, of 2021, stands before the other."]


def test_what_contradicts_something_shown_from_another_document_is_found():
    shown = [quote("a", DIRECTOR, "2021"), quote("a", FEW, "2021")]
    others = [quote("b", "Bees like clover."), quote("b", LEFT, "2022"), quote("a", LEFT), quote("c", MANY)]
    assert conflicts(shown, others, "who runs Riverside Hub?") == [1, 3]
    assert conflicts([], others, "") == []


def test_dates_are_compared_as_far_as_both_are_known():
    assert later("2022", "2021-12-31")
    assert not later("2021-05", "2021")
    assert not later("2021", "2021-05")
    assert not later(None, "2021")
    assert [in_words(known(d)) for d in ("2022-03-25", "2020-07", "2021", "2021-13", "May")] == [
        "25 March 2022",
        "July 2020",
        "2021",
        "2021",
        "",
    ]


TEXTS = st.sampled_from([DIRECTOR, LEFT, SMALL_FUND, LARGE_FUND, FEW, MANY, "ſix people", "a million and"]) | st.text(
    max_size=40
)
QUOTES = st.lists(
    st.builds(
        quote,
        st.sampled_from("abcd"),
        TEXTS,
        st.sampled_from([None, "2020", "2020-05", "2021-05-09"]) | st.text(max_size=9),
    ),
    max_size=6,
)


@given(QUOTES, QUOTES, TEXTS)
def test_whatever_the_documents_say_the_order_is_one_of_the_same_citations(shown, others, question):
    order, notes = superseding(shown, question)
    assert sorted(order) == list(range(len(shown)))
    documents = [shown[i].document for i in order]
    if notes:
        assert sum(a != b for a, b in pairwise(documents)) == max(0, len(set(documents)) - 1)
    for document in set(documents):
        own = [i for i in order if shown[i].document == document]
        assert own == sorted(own)
    found = conflicts(shown, others, question)
    assert found == sorted(set(found))
    assert all(0 <= i < len(others) for i in found)
