"""What the reader learns from. The passages are invented for a test."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.examples import Maker, changed, examples, misspelt
from evals.sets import Asked, PublicSet, Text

TEXT = (
    "The mill at Thornby opened in 1871. Petra Quill ran it for thirty years. She hired nine neighbours from Elmstead. "
    "They ground oats on Mondays. The wheel broke in 1902. Nobody mended the wheel. A baker bought the stones."
)
QUESTIONS = [
    Asked("q1", "When did the mill at Thornby open?", "a", (0,), ("1871",), range(7)),
    Asked("q2", "How many neighbours did Petra Quill hire?", "a", (2,), ("nine neighbours",), range(7)),
    Asked("q3", "Who mended the wheel?", "a", (), (), range(7)),
    Asked("q4", "Where is Elmstead Fair?", "a", (), (), range(7)),
]


@pytest.fixture
def public():
    texts = {
        "a": Text.of("a", TEXT),
        "b": Text.of("b", "Herons wait. They stand still. Petra Quill ran a fair in May."),
    }
    return PublicSet("fairytale", texts, QUESTIONS)


def test_an_example_says_rightly_which_sentence_is_evidence(public):
    for seed in range(30):
        maker = Maker(public, random.Random(seed))
        made = maker.answerable(QUESTIONS[1])
        (k,) = made.evidence
        assert made.sentences[k] == "She hired nine neighbours from Elmstead."
        i, a, b = made.answer
        assert (i, made.sentences[i][a:b]) == (k, "nine neighbours")


def test_a_passage_with_its_evidence_left_out_has_none(public):
    found = [Maker(public, random.Random(seed)).left_out(QUESTIONS[0]) for seed in range(30)]
    found = [one for one in found if one]
    assert found
    assert all(not one.evidence and "1871" not in " ".join(one.sentences) for one in found)


def test_a_near_miss_and_a_retrieved_passage_have_no_evidence(public):
    maker = Maker(public, random.Random(1))
    for one in (maker.near_miss(QUESTIONS[2]), maker.retrieved(QUESTIONS[1], public.texts["b"], range(3))):
        assert not one.evidence and one.answer is None


def test_a_changed_question_asks_for_something_else():
    near = {"name": ["Elmstead", "Harrow Vale"], "word": ["close", "wander"]}
    made = {
        changed("When did the mill at Thornby open?", TEXT[:36], TEXT[:36], near, near, random.Random(seed))
        for seed in range(60)
    }
    assert "When did the mill at Elmstead open?" in made
    assert "When did the mill at Thornby open?" not in made


@given(st.text(alphabet=st.characters(categories=["L", "Zs"]), min_size=1).filter(str.strip), st.integers(0, 99))
def test_a_misspelt_question_is_still_a_question(question, seed):
    assert misspelt(question, random.Random(seed)).strip("?")


def test_one_pass_holds_answerable_and_close_questions_of_its_part_alone(public):
    part = public.part_of(QUESTIONS[0])
    other = "test" if part != "test" else "train"
    kinds = {e.kind for seed in range(40) for (e,) in examples([public], part, random.Random(seed), {}, {})}
    assert {"answerable", "near_miss", "left_out"} <= kinds
    assert all(public.part_of(q) == part for q in QUESTIONS)
    assert list(examples([public], other, random.Random(1), {}, {})) == []


def test_a_group_begins_with_the_right_passage_and_asks_one_question(public):
    beside = {"fairytale": {"q1": [(public.texts["b"], range(2)), (public.texts["b"], range(2, 3))]}}
    part = public.part_of(QUESTIONS[0])
    found = [
        group
        for seed in range(20)
        for group in examples([public], part, random.Random(seed), {}, {}, beside=beside, retrieved=2)
        if len(group) > 1
    ]
    assert found
    for group in found:
        assert group[0].evidence and [e.kind for e in group[1:]] == ["retrieved", "retrieved"]
        assert len({e.question for e in group}) == 1
