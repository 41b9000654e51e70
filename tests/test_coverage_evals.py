"""The runner of the labelled topics. Every topic made up here is invented for a test."""

from collections import Counter

from assistant.coverage.values import Label, TopicCoverage
from evals.coverage import CASES, Case, Result, main, read_cases, words


def result(number, readers, rule, split="dev"):
    return Result(Case(f"x{number}", "X", f"hive {number}", readers, split), TopicCoverage(f"hive {number}", rule))


def test_agreement_far_misses_and_disagreements_are_told():
    told = words(
        [
            result(1, Label.WELL, Label.WELL),
            result(2, Label.THIN, Label.NAMED, "test"),
            result(3, Label.WELL, Label.ABSENT),
            result(4, Label.ABSENT, Label.ABSENT),
        ]
    )
    assert "all: 4 cases, agreement 0.500" in told and "off by more than one step 1" in told
    assert "dev: 3 cases, agreement 0.667" in told and "test: 1 cases, agreement 0.000" in told
    assert "x2 hive 2: readers thin, rule only named (0 told, 0 named)" in told
    assert "x1 hive 1" not in told


def test_the_table_has_the_readers_down_and_the_rule_across():
    table = words([result(1, Label.WELL, Label.THIN)] * 3).splitlines()
    (well,) = [line for line in table if line.startswith("well covered")]
    assert well.split()[2:] == ["0", "0", "3", "0"]


def test_the_committed_cases_are_whole():
    cases = read_cases(CASES)
    assert len({case.id for case in cases}) == len(cases) >= 80
    assert set(Counter(case.label for case in cases)) == set(Label)
    assert {case.split for case in cases} == {"dev"}  # what was sealed from the rule stands in a file of its own
    assert {case.corpus for case in cases} == {"C", "N"}
    sealed = read_cases(CASES.with_name("coverage_test.jsonl"))
    assert {case.split for case in sealed} == {"test"} and len(sealed) >= 60
    assert {case.topic for case in sealed}.isdisjoint(case.topic for case in cases)


def test_a_run_from_files(tmp_path, capsys, monkeypatch):
    corpus = tmp_path / "notes"
    corpus.mkdir()
    (corpus / "bees.md").write_text("# Bees\n\nInvented for a test. Bees like clover. Bees sleep in winter.\n")
    cases = tmp_path / "cases.jsonl"
    cases.write_text(
        '{"id": "b1", "corpus": "B", "topic": "bees", "label": "thin"}\n'
        '{"id": "z1", "corpus": "Z", "topic": "otters", "label": "absent"}\n'
    )
    main([str(cases), "--corpus", f"B={corpus}", "--every"])
    told = capsys.readouterr().out
    assert "all: 1 cases" in told and "b1 bees: readers thin, rule" in told
    assert "not at hand: Z" in told
