"""`commonplace gaps` and `commonplace feedback`, and what `commonplace ask` records. All notes are invented."""

from __future__ import annotations

import json
import shutil

import pytest
from markdown_it import MarkdownIt
from typer.testing import CliRunner

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.kept.feedback import Feedback
from assistant.kept.gaps import Gaps
from evals.questions import read_questions
from ingest.publish import sync
from ui.cli import app

pytestmark = pytest.mark.usefixtures("environment")

OATS = "When does the mill grind oats?"
MILL = "Petra Quill explained that the wheel at Thornby turns again. The mill grinds oats on Mondays, for all who come."


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def synced(cache, tmp_path_factory):
    """A corpus and its home, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("synced")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "hives.md").write_text(
        "# Hives\n\nThe bees of Tollbridge like clover. There are 14 hives in the meadow.\n"
    )
    sync(Config(corpus=folder / "corpus", home=folder / "home", cache=cache))
    return folder


@pytest.fixture
def hives(config, synced):
    shutil.copytree(synced, config.home.parent, dirs_exist_ok=True)
    return config


def asked(config):
    return [gap.question for gap in Gaps(config.home).open()]


def test_the_loop_from_a_question_to_its_answer_and_back(run, hives, tmp_path, monkeypatch):
    json_before = run("ask", OATS, "--private", "--json").stdout
    assert asked(hives) == [] and not (hives.home / "records.db").exists()
    json_after = run("ask", OATS, "--json").stdout
    run("ask", "what do the bees of Tollbridge like?")
    run("ask", "Who grinds rye?", "--since", "1999")  # narrowed: what was left out may answer it
    assert asked(hives) == [OATS]
    assert [set(json.loads(told)) for told in (json_before, json_after)] == [set(json.loads(json_before))] * 2

    told = run("gaps").stdout
    assert told.startswith("Asked once, ") and f"1  {OATS}" in told
    (one,) = json.loads(run("gaps", "--json").stdout)["open"]
    assert (one["question"], one["count"], one["number"]) == (OATS, 1, 1)
    assert OATS in one["invitation"]

    (tmp_path / "mill.txt").write_text(f"Notes from the mill\n\n{MILL}\n")
    told = run("ingest", str(tmp_path / "mill.txt")).stdout
    assert f"Answered now:\n  {OATS} (mill.txt)" in told
    gaps = json.loads(run("gaps", "--json").stdout)
    assert (gaps["open"], [(gap["question"], gap["document"]) for gap in gaps["closed"]]) == ([], [(OATS, "mill.txt")])
    told = run("gaps").stdout
    assert "There is no open gap" in told and "Notes from the mill" in told
    run("withdraw", "mill.txt", "--yes")
    assert asked(hives) == [OATS]

    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    for command in ("gaps", "feedback"):
        refused = run(command)
        assert refused.exit_code == 1 and "Only convenors" in refused.stderr and OATS not in refused.stdout


def test_an_answer_is_never_lost_for_want_of_a_note(run, hives):
    (hives.home / "records.db").mkdir()
    told = run("ask", OATS)
    assert told.exit_code == 0
    assert told.stdout.startswith("The documents")


def test_gaps_are_written_as_markdown_in_which_questions_are_only_text_and_deleted_by_number(run, hives, tmp_path):
    run("ask", "# who pays <b>the ferryman</b> of [Thornby](http://x.test)?")
    run("ask", OATS)
    assert run("gaps", "--markdown", str(tmp_path / "gaps.md")).exit_code == 0
    written = (tmp_path / "gaps.md").read_text()
    assert f"## {OATS}" in written and "An invitation" in written
    page = MarkdownIt().render(written)
    assert "# who pays &lt;b&gt;the ferryman" in page and "<b>" not in page and "<a " not in page
    assert run("gaps", "--delete", "1").stdout == "Deleted.\n"
    assert asked(hives) == [OATS]
    assert "There is no unanswered question 1" in run("gaps", "--delete", "1").stderr
    assert "cannot be written" in run("gaps", "--markdown", str(tmp_path / "no" / "gaps.md")).stderr


def test_feedback_is_listed_reviewed_and_made_into_questions(run, hives, tmp_path):
    assert "Nobody has said anything yet." in run("feedback").stdout
    kept = Feedback(hives.home)
    with Assistant.open(hives) as assistant:
        right = assistant.ask("what do the bees of Tollbridge like?")
        kept.note(right, "right", "Just so.")
        kept.note(assistant.ask(OATS), "something is missing")
        kept.note(right, "wrong answer")
    told = run("feedback").stdout
    assert "1  right" in told and "“Just so.”" in told and "Shown from: hives.md" in told
    for number in ("1", "2"):
        assert run("feedback", "--review", number).stdout == "Reviewed.\n"
    run("feedback", "--review", "3", "--unanswerable")
    told = run("feedback", "--to", str(tmp_path / "set.jsonl")).stdout
    assert "2 questions written" in told and "2: It is not said what would have been right." in told
    first, second = read_questions(tmp_path / "set.jsonl")
    assert first.evidence == tuple(citation.quote for citation in right.shown)
    assert (second.answerable, second.evidence) == (False, ())
    assert json.loads(
        run(
            "evaluate", "--questions", str(tmp_path / "set.jsonl"), "--records", str(tmp_path / "r/r.jsonl"), "--json"
        ).stdout
    )
    assert asked(hives) == [], "an evaluation records no gap"
    assert run("feedback", "--delete", "1").stdout == "Deleted.\n"
    assert [one["number"] for one in json.loads(run("feedback", "--json").stdout)] == [3, 2]
    assert "There is no feedback 1" in run("feedback", "--review", "1").stderr
