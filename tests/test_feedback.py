"""What people said of answers: kept without the documents' words, and made into eval questions. All of it is invented."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from states import files_holding

from assistant.domain import Answer, Audience, Citation, Statement, Status
from assistant.errors import CommonplaceError
from assistant.kept.feedback import LONGEST, Feedback
from assistant.kept.quotation import Changed, Gone, Kept
from evals.from_feedback import LOST, UNKNOWN, WAITS, questions
from evals.questions import read_questions

OATS = "The mill grinds oats on Mondays."
CLOVER = "Bees like clover."


def cited(quote, document="mill.md"):
    return Citation(document, document, quote, 7, 7 + len(quote))


def answered(*quotes, question="when does the mill grind oats?"):
    said = tuple(Statement(quote, (cited(quote),)) for quote in quotes)
    return Answer(question, question, Status.ANSWERED, 0.9, said)


NEAR = Answer("who won?", "who won?", Status.NOT_FOUND, 0.1, nearest=(cited(CLOVER),))


@pytest.fixture
def feedback(tmp_path):
    return Feedback(tmp_path)


class Documents:
    """Finds what was kept among these quotations, by hand."""

    def __init__(self, *quotes):
        self.by_mark = {Kept.of(cited(quote)).mark: cited(quote) for quote in quotes}

    def __call__(self, kept):
        return self.by_mark.get(kept.mark, Gone())


def test_a_verdict_is_kept_with_the_places_of_what_was_shown(feedback, tmp_path):
    number = feedback.note(answered(OATS), "wrong source", " It is of another mill. ", Audience.MEMBERS, "2026-05-01")
    (said,) = feedback.all()
    assert (said.number, said.question, said.status) == (number, "when does the mill grind oats?", Status.ANSWERED)
    assert (said.verdict, said.words, said.audience) == ("wrong source", "It is of another mill.", Audience.MEMBERS)
    assert (said.day, said.reviewed, said.shown) == ("2026-05-01", False, (Kept.of(cited(OATS)),))
    assert files_holding(tmp_path, "grinds oats") == []
    assert files_holding(tmp_path, "another mill")


def test_of_what_is_not_answered_the_nearest_are_kept_and_a_quotation_in_the_question_is_not(feedback, tmp_path):
    feedback.note(NEAR, "something is missing")
    feedback.note(replace(answered(OATS), question="who said that?", understood_as=f"Who said “{OATS}”?"), "right")
    newest, oldest = feedback.all()
    assert (newest.question, oldest.shown) == ("who said that?", (Kept.of(cited(CLOVER)),))
    assert files_holding(tmp_path, "grinds oats") == []


@pytest.mark.parametrize(
    ("verdict", "words", "reason"),
    [("right", "x" * (LONGEST + 1), "1,001 characters"), ("perfect", "", "is no verdict")],
    ids=["too long", "no verdict"],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(feedback, verdict, words, reason):
    with pytest.raises(CommonplaceError, match=reason):
        feedback.note(answered(OATS), verdict, words)
    assert feedback.all() == ()


def test_feedback_is_reviewed_and_deleted_and_leaves_no_bytes(feedback, tmp_path):
    first = feedback.note(answered(OATS), "right", "Bitterns, says the miller.")
    second = feedback.note(NEAR, "wrong answer")
    feedback.review(first, right=[cited(CLOVER)])
    assert [(said.number, said.reviewed, said.answerable) for said in feedback.all()] == [
        (second, False, None),
        (first, True, True),
    ]
    assert feedback.all()[1].right == (Kept.of(cited(CLOVER)),)
    feedback.delete(first)
    assert [said.number for said in feedback.all()] == [second]
    assert files_holding(tmp_path, "Bitterns") == []
    for change in (feedback.delete, feedback.review):
        with pytest.raises(CommonplaceError, match=f"There is no feedback {first}"):
            change(first)


def test_a_word_of_a_document_that_is_gone_goes_from_the_question(feedback):
    feedback.note(replace(NEAR, question="and she?", understood_as="did Ottoline win?"), "right")
    feedback.tidy(lambda word: word != "ottoline")
    assert feedback.all()[0].question == "and she?"


@pytest.mark.parametrize(
    ("answer", "verdict", "review", "expected"),
    [
        (answered(OATS, CLOVER), "right", {}, {"answerable": True, "evidence": [OATS, CLOVER], "must_not": []}),
        (NEAR, "right", {}, {"answerable": False, "evidence": [], "must_not": []}),
        (answered(OATS), "wrong source", {}, {"answerable": False, "evidence": [], "must_not": [OATS]}),
        (answered(OATS, CLOVER), "wrong source", {"right": [cited(CLOVER)]}, {"answerable": True, "evidence": [CLOVER], "must_not": [OATS]}),
        (answered(OATS), "wrong answer", {"right": [cited(CLOVER)]}, {"answerable": True, "evidence": [CLOVER], "must_not": []}),
        (answered(OATS), "wrong answer", {"answerable": False}, {"answerable": False, "evidence": [], "must_not": []}),
        (NEAR, "something is missing", {"right": [cited(OATS)]}, {"answerable": True, "evidence": [OATS], "must_not": []}),
        (answered(OATS, "It is withdrawn."), "right", {}, {"answerable": True, "evidence": [OATS], "must_not": []}),
        (answered(OATS), "wrong answer", {}, UNKNOWN),
        (NEAR, "something is missing", {}, UNKNOWN),
        (NEAR, "something is missing", {"answerable": True}, UNKNOWN),
        (answered("It is withdrawn."), "right", {}, LOST),
        (answered("It is withdrawn."), "wrong source", {}, LOST),
        (answered(OATS), "right", None, WAITS),
    ],
)  # fmt: skip
def test_what_is_reviewed_becomes_a_question(feedback, tmp_path, answer, verdict, review, expected):
    number = feedback.note(answer, verdict)
    if review is not None:
        feedback.review(number, **review)
    lines, left = questions(feedback.all(), Documents(OATS, CLOVER))
    if isinstance(expected, str):
        assert (lines, left) == ([], [(number, expected)])
        return
    assert left == []
    made = json.loads(lines[0])
    assert made == expected | {"id": f"feedback-{number}", "question": answer.question, "kind": "feedback"}
    (tmp_path / "set.jsonl").write_text("\n".join(lines))
    (read,) = read_questions(tmp_path / "set.jsonl")
    assert (read.answerable, list(read.evidence), list(read.must_not)) == (
        expected["answerable"], expected["evidence"], expected["must_not"],
    )  # fmt: skip
    assert bool(read.evidence) == read.answerable  # or no measure could be taken


def test_a_quotation_that_has_changed_is_no_evidence(feedback):
    feedback.review(feedback.note(answered(OATS), "right"))
    assert questions(feedback.all(), lambda kept: Changed(kept.document)) == ([], [(1, LOST)])
