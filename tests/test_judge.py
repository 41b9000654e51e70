"""Whether the best sentences answer. The sentences are invented for a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_cite import candidate

from assistant.choose import ranked
from assistant.domain import Status
from assistant.judge import ABSOLUTE, HIGHEST, RELATIVE, UNREAD, Judge, absolute, relative
from assistant.lexical import Vocabulary, content
from assistant.read import Reading
from assistant.retrieve import question_of

VOCABULARY = Vocabulary(10, {}, {})
EVEN = Judge(bias=0.0, weights=(1.0,) * (len(RELATIVE) + len(ABSOLUTE)), answered=0.6, close=0.4)


def asked(text):
    return question_of(text, None, content(text), VOCABULARY)


def evidence(*readings, question="When do bees swarm?"):
    found = [candidate(i, similarity=0.1 * i) for i in range(len(readings))]
    return ranked(found, [r.evidence for r in readings], list(readings))


@pytest.mark.parametrize(("odds", "status"), [(2.0, Status.ANSWERED), (0.0, Status.CLOSE), (-2.0, Status.NOT_FOUND)])
def test_two_thresholds_part_three_outcomes(odds, status):
    signs = (0.3, 0.2, *(odds / len(ABSOLUTE),) * len(ABSOLUTE))
    verdict = EVEN.verdict(signs, (0.3, 0.2))
    assert verdict.status is status
    assert verdict.confidence == pytest.approx(1 / (1 + 2.718281828**-odds), abs=1e-6)


def test_relative_signs_count_from_what_unrelated_questions_show():
    signs = (0.5, 0.4, *(0.0,) * len(ABSOLUTE))
    assert EVEN.verdict(signs, (0.5, 0.4)).confidence == 0.5
    assert EVEN.verdict(signs, (0.1, 0.0)).confidence > 0.6


def test_the_judge_of_retrieval_alone_needs_no_reader():
    assert UNREAD.verdict((0.9, 0.9), (0.1, 0.1)).status is Status.ANSWERED
    assert UNREAD.verdict((0.1, 0.1), (0.1, 0.1)).status is Status.NOT_FOUND


def test_signs_are_those_of_the_best_sentence_and_its_passage():
    best, other = Reading(3.0, 2.0, 1.0), Reading(-40.0, 5.0, -9.0)
    found = evidence(other, best)
    values = dict(zip(ABSOLUTE, absolute(asked("When do otters eat eels in Thornby?"), found), strict=True))
    assert (values["evidence"], values["passage"], values["span"], values["best_passage"]) == (3.0, 2.0, 1.0, 5.0)
    assert values["kind_fits"] == -1.0
    assert relative(found)[0] == pytest.approx(0.05)


@given(st.floats(-1e6, 1e6), st.text(max_size=60))
def test_signs_are_bounded_whatever_the_reader_says(odds, text):
    values = absolute(asked(text), evidence(Reading(odds, -odds, odds)))
    assert all(-HIGHEST <= value <= HIGHEST for value in values)


def test_what_is_related_is_at_least_close_whatever_the_reader_makes_of_it():
    doubtful = (-9.0,) * len(ABSOLUTE)
    assert EVEN.verdict((0.9, 0.9, *doubtful), (0.1, 0.1)).status is Status.CLOSE
    assert EVEN.verdict((0.1, 0.1, *doubtful), (0.1, 0.1)).status is Status.NOT_FOUND


def test_a_story_is_answered_sooner_but_only_where_it_is_related():
    little = (0.0,) * len(ABSOLUTE)
    judge = Judge(bias=-0.5, weights=(0.0,) * (len(RELATIVE) + len(ABSOLUTE)))
    assert judge.verdict((0.9, 0.9, *little), (0.1, 0.1), story=True).status is Status.ANSWERED
    assert judge.verdict((0.9, 0.9, *little), (0.1, 0.1)).status is Status.CLOSE
    assert judge.verdict((0.1, 0.1, *little), (0.1, 0.1), story=True).status is Status.NOT_FOUND
