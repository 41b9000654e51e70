"""The measures, the question set, and the committed baseline that no change may fall below."""

import json

import pytest

from assistant.config import Config
from assistant.errors import CommonplaceError
from evals.metrics import Share, any_evidence, auroc, evidence_recall, is_evidence, percentile
from evals.questions import OWN, read_questions
from evals.run import BASELINE, HELD, TOLERANCE, below, evaluate


def test_share_has_a_wilson_interval():
    low, high = Share(8, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)  # the textbook's figures
    assert Share(0, 0).interval == (0.0, 1.0)
    assert Share(10, 10).interval[1] == pytest.approx(1.0)


def test_evidence_counts_only_what_stands_whole_in_the_first_characters():
    quotes = ["One two three.", "Four five six."]
    assert evidence_recall(quotes, ["One two three.", "Four five six."], 100) == 1.0
    assert evidence_recall(quotes, ["One two three.", "Four five six."], 20) == 0.5
    assert any_evidence(quotes, ["Four  five\nsix."], 100)  # white space means nothing
    assert not any_evidence(quotes, ["Seven."], 100)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("The cat sat.", True), ("Yes. The cat sat.", True), ("The cat", True), ("The", False), ("A dog sat.", False)],
)
def test_a_quotation_is_evidence_where_it_holds_a_sentence_or_most_of_one(quote, expected):
    assert is_evidence(quote, ["The cat sat."]) is expected


def test_auroc_counts_ties_half():
    assert auroc([3, 2], [1, 0]) == 1.0
    assert auroc([1, 1], [1, 1]) == 0.5
    assert auroc([0], [1]) == 0.0


def test_percentile_is_the_nearest_rank():
    assert [percentile([4, 1, 3, 2], share) for share in (0.0, 0.5, 0.95, 1.0)] == [1, 2, 4, 4]


def test_the_question_set_is_as_large_and_as_mixed_as_it_should_be():
    questions = read_questions(OWN)
    kinds = {q.kind for q in questions}
    assert {
        "plain",
        "multi",
        "reworded",
        "colloquial",
        "false_premise",
        "near_miss",
        "off_topic",
        "follow_up",
        "cross_document",
        "filtered",
    } <= kinds
    assert len({q.id for q in questions}) == len(questions) >= 150
    assert sum(q.kind == "near_miss" for q in questions) >= 100
    assert all(bool(q.evidence) == q.answerable for q in questions)
    splits = [q.split for q in questions]
    assert abs(splits.count("dev") - splits.count("test")) <= 2


@pytest.mark.parametrize("line", ["{", '{"id": "a"}', "[]"])
def test_a_bad_line_of_a_question_set_is_named(tmp_path, line):
    file = tmp_path / "set.jsonl"
    file.write_text('{"id": "q1", "question": "why?", "answerable": false, "evidence": []}\n' + line)
    with pytest.raises(CommonplaceError, match="line 2"):
        read_questions(file)


def test_a_drop_beyond_the_tolerance_is_told():
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    assert below(baseline, baseline) == []
    worse = json.loads(json.dumps(baseline))
    worse["splits"]["test"][HELD[0]][0] -= TOLERANCE + 0.01
    assert len(below(worse, baseline)) == 1


@pytest.fixture(scope="module")
def outcome(tmp_path_factory, cache):
    folder = tmp_path_factory.mktemp("run")
    records = folder / "run" / "records.jsonl"
    return evaluate(Config(folder / "corpus", folder / "home", cache), None, records), records


def test_nothing_falls_below_the_committed_baseline(outcome):
    assert outcome[0].dropped == ()


def test_a_run_writes_records_summary_and_reports(outcome):
    folder = outcome[1].parent
    assert {"records.jsonl", "summary.json", "report.md", "report.html"} == {file.name for file in folder.iterdir()}
    records = [json.loads(line) for line in outcome[1].read_text(encoding="utf-8").splitlines()]
    assert len(records) == len(read_questions(OWN))


def test_unrelated_questions_are_not_found_and_answerable_ones_are_answered(outcome):
    both = outcome[0].summary["splits"]["both"]
    assert both["not_found, off_topic"][0] >= 0.95
    # Since the reader, a question that the documents may not answer is close, and what was found is shown.
    assert both["answered, or close with evidence"][0] >= 0.85
    assert both["not answered, near_miss"][0] >= 0.7
