"""The command line: the doors, their JSON, and one clear sentence where something is wrong."""

import json

import pytest
from typer.testing import CliRunner

from assistant.assistant import Assistant
from ingest.publish import sync
from ui.cli import app

pytestmark = pytest.mark.usefixtures("environment")


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


@pytest.fixture
def hives(config, write):
    write(
        "hives.md",
        "## Meadow\n\nAsha Penrose explained that the bees of Tollbridge like clover. There are 14 hives in the meadow.",
        title="Hives", kind="meeting note", date="2021-05", places="[Tollbridge]", source="https://example.org/hives",
    )  # fmt: skip
    sync(config)
    return config


CITATION = {
    "document", "title", "quote", "start", "end", "heading", "speaker", "date", "time", "url", "standing", "form",
}  # fmt: skip


def test_ask_prints_the_shape_that_the_design_gives(run, hives):
    answer = json.loads(run("ask", "what do the bees of Tollbridge like?", "--json").stdout)
    assert set(answer) == {
        "question", "understood_as", "status", "confidence", "statements", "nearest", "basis", "notes", "seconds",
    }  # fmt: skip
    assert answer["status"] == "answered"
    citation = answer["statements"][0]["citations"][0]
    assert set(citation) == CITATION
    assert citation["speaker"] == "Asha Penrose"
    assert (citation["date"], citation["heading"], citation["time"]) == ("2021-05", ["Meadow"], None)
    assert (citation["url"], citation["standing"], citation["form"]) == (
        "https://example.org/hives",
        "network",
        "original",
    )
    assert answer["basis"] == {"documents": 1, "speakers": 1, "oldest": "2021-05", "newest": "2021-05"}
    with Assistant.open(hives) as assistant:
        text = assistant.document("hives.md").text
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_ask_says_whose_account_it_is_and_never_said(run, hives):
    words = run("ask", "what do the bees of Tollbridge like?").stdout
    assert "In Asha Penrose's account, Hives, under “Meadow”, May 2021" in words
    assert "This rests on one person's account." in words


def test_show_prints_the_text_and_nothing_else(run, hives):
    with Assistant.open(hives) as assistant:
        assert run("show", "hives.md").stdout == assistant.document("hives.md").text


def test_show_of_a_document_that_is_not_there(run, hives):
    result = run("show", "nothing.md")
    assert (result.exit_code, "no document 'nothing.md'" in result.stderr) == (1, True)


def test_a_misspelt_word_is_mended_and_said(run, hives):
    answer = json.loads(run("ask", "what do the bees of Tolbrigde like?", "--json").stdout)
    assert answer["understood_as"] == "what do the bees of tollbridge like?"
    assert "We read “Tolbrigde” as “tollbridge”." in answer["notes"]
    as_written = json.loads(run("ask", "what do the bees of Tolbrigde like?", "--as-written", "--json").stdout)
    assert as_written["understood_as"] == as_written["question"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", "no question"),
        ("  \n", "no question"),
        ("?!", "no question"),
        ("🙂🙂", "no question"),
        ("bees " * 2000, "at most 1,000"),
    ],
    ids=["empty", "white", "marks", "emoji", "10,000"],
)
def test_what_is_no_question_gets_a_clear_sentence(run, hives, question, expected):
    result = run("ask", question)
    assert result.exit_code == 1
    assert expected in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "question",
    ["ماذا يحب النحل؟", "蜜蜂喜欢什么？", "<script>alert(1)</script> bees?", "**bees** `clover` $x$ :smile: [a](b)", "' OR 1=1; --", "bees\x00 clover", "bees \udcff clover", "🐝 bees?"],
)  # fmt: skip
def test_any_other_question_gets_a_sane_answer(run, hives, question):
    result = run("ask", question, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] in ("answered", "close", "not_found")


def test_an_unrelated_question_is_not_found(run, hives):
    words = run("ask", "who won the chess championship in Reykjavik?").stdout
    assert words.startswith("The documents don't say.")


def test_errors_are_json_too(run):
    result = run("ask", "what do bees like?", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["kind"] == "IndexMissing"


def test_ingest_reports(run, config, write):
    write("a.md", "Bees like clover.")
    (config.corpus / "bad.pdf").write_bytes(b"%PDF")
    report = json.loads(run("ingest", "--json").stdout)
    assert (report["added"], report["passages"], report["failed"][0][0]) == (["a.md"], 1, "bad.pdf")
    result = run("ingest")
    assert result.exit_code == 0
    assert "1 document, 1 passage." in result.stdout
    assert "bad.pdf: We cannot read .pdf files yet." in result.stdout


def test_ingest_adds_files_by_name(run, config, tmp_path):
    (tmp_path / "note.txt").write_text("Note from a pond\nThe newts of Tollbridge sleep under logs.\n")
    assert run("ingest", str(tmp_path / "note.txt")).exit_code == 0
    assert "under logs" in run("ask", "where do the newts sleep?").stdout
    (tmp_path / "note.txt").write_text("Another note of that name.\n")
    refused = run("ingest", str(tmp_path / "note.txt"))
    assert refused.exit_code == 1
    assert "--replace" in refused.stdout
    assert "under logs" in run("ask", "where do the newts sleep?").stdout
    assert run("ingest", str(tmp_path / "note.txt"), "--replace").exit_code == 0


def test_ingest_of_what_is_not_there_changes_nothing(run, hives):
    result = run("ingest", "no-such-folder")
    assert (result.exit_code, "Nothing was changed" in result.stderr) == (1, True)


def test_a_document_cannot_command_the_terminal(run, config, write):
    write("odd.txt", "The beacon \x1b[31mburns\x1b[0m at Tollbridge.")
    sync(config)
    assert "\x1b" not in run("ask", "what burns at Tollbridge?").stdout


def test_a_setting_that_makes_no_sense_is_told(run, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "everyone")
    result = run("ask", "why?")
    assert (result.exit_code, "Use public, members or convenors" in result.stderr) == (1, True)


def test_evaluate_takes_a_set_of_ones_own(run, hives, tmp_path):
    one = {"id": "q1", "question": "how many hives are in the meadow?", "answerable": True, "kind": "plain"}
    one["evidence"] = ["There are 14 hives in the meadow."]
    (tmp_path / "set.jsonl").write_text(json.dumps(one))
    result = run(
        "evaluate", "--questions", str(tmp_path / "set.jsonl"), "--records", str(tmp_path / "run/r.jsonl"), "--json"
    )
    assert result.exit_code == 0
    assert json.loads(result.stdout)["splits"]["both"]["any_evidence@600"][0] == 1.0
    assert json.loads((tmp_path / "run/r.jsonl").read_text())["answer"]["status"] == "answered"
