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
    "document", "title", "quote", "start", "end", "heading", "speaker", "date", "time", "page", "url", "standing", "form",
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
    assert "bad.pdf: It is not a PDF, whatever its name says." in result.stdout


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


MILL = (
    "Petra Quill explained that the wheel at Thornby turns again. The mill grinds oats on Mondays, for all who come.\n"
)


@pytest.fixture
def mill(tmp_path):
    (tmp_path / "mill.txt").write_text(f"Notes from the mill\n\n{MILL}")
    return str(tmp_path / "mill.txt")


def test_add_shows_what_it_will_publish_and_asks_first(run, hives, mill):
    told = run("add", mill, "--date", "May 2021")
    assert "The mill grinds oats on Mondays" in told.stdout and "Date: May 2021" in told.stdout
    assert "Nothing was changed." in told.stdout
    assert [path.name for path in hives.corpus.iterdir()] == ["hives.md"]


def test_add_publishes_with_yes_and_it_is_answered(run, hives, mill):
    told = json.loads(run("add", mill, "--title", "The mill", "--sharing", "public", "--yes", "--json").stdout)
    assert told["published"] == "the-mill.md"
    answer = json.loads(run("ask", "When does the mill grind oats?", "--json").stdout)
    assert "the-mill.md" in {c["document"] for s in answer["statements"] for c in s["citations"]}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nothing.txt"], "There is no file nothing.txt"),
        (["--sharing", "nobody"], "'nobody' is not one of public, members or convenors."),
        (["--date", "some day"], "is not a date"),
        (["--replaces", "no.md", "--yes"], "There is no document 'no.md' to replace."),
    ],
)
def test_add_says_what_is_wrong_in_a_sentence(run, hives, mill, arguments, reason):
    told = run("add", *arguments) if arguments == ["nothing.txt"] else run("add", mill, *arguments)
    assert told.exit_code == 1 and reason in told.stderr
    assert [path.name for path in hives.corpus.iterdir()] == ["hives.md"]


def test_a_member_sends_to_the_convenors_and_cannot_replace_or_withdraw(run, hives, mill, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    assert "waits for a convenor" in run("add", mill, "--yes").stdout
    assert "Only a convenor" in run("add", mill, "--replaces", "hives.md", "--yes").stderr
    assert "Only a convenor" in run("withdraw", "hives.md", "--yes").stderr
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "public")
    assert "Only members can send something in." in run("add", mill, "--yes").stderr
    assert [path.name for path in hives.corpus.iterdir()] == ["hives.md"]


def test_withdraw_takes_a_document_out_and_says_what_it_cannot_reach(run, hives, mill):
    run("add", mill, "--title", "The mill", "--yes")
    assert "Say --yes" in run("withdraw", "the-mill.md", "--json").stdout
    told = run("withdraw", "the-mill.md", "--yes")
    assert "is withdrawn" in told.stdout and "version control" in told.stdout
    assert [path.name for path in hives.corpus.iterdir()] == ["hives.md"]
    assert run("show", "the-mill.md").exit_code == 1


def test_a_replacement_is_seen_by_no_more_people_than_what_it_replaces(environment, write, tmp_path, run):
    write("bees.md", "The bees of Tollbridge like clover.", title="Bees", sharing="convenors")
    run("ingest")
    (tmp_path / "new.txt").write_text("The bees of Tollbridge like heather now, and the neighbours planted it.\n" * 3)
    run("add", str(tmp_path / "new.txt"), "--replaces", "bees.md", "--yes")
    assert "sharing: convenors" in (environment.corpus / "bees.md").read_text()


def test_coverage_and_guide_are_written_to_files(environment, write, tmp_path, run):
    write("mill.md", "Petra Quill, from Thornby Council, explained that the mill grinds oats on Mondays.", title="Mill")
    run("ingest")
    made = run("coverage", "the mill", "--word", str(tmp_path / "b.docx"), "--page", str(tmp_path / "b.html"))
    assert "b.docx" in made.output and (tmp_path / "b.docx").read_bytes()[:2] == b"PK"
    assert "grinds oats" in (tmp_path / "b.html").read_text()
    told = json.loads(run("coverage", "the mill", "--json").output)
    assert told["topics"][0]["topic"] == "the mill" and told["topics"][0]["quotes"]
    assert "# Start here" in run("guide").output
    assert json.loads(run("mentions", "mill", "--json").output)["count"] == 1


def test_an_agenda_that_is_not_there_says_so(environment, write, run):
    write("mill.md", "The mill grinds oats on Mondays.", title="Mill")
    run("ingest")
    said = run("coverage", "no-agenda.docx")
    assert "There is no file no-agenda.docx" in said.output + said.stderr
