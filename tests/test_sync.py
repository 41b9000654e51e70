"""Only what changed is read and embedded, and nothing of what went stays behind."""

import os
import random
import shutil
from dataclasses import replace

import pytest
from states import assert_same, built_from_nothing, files_holding, state_of

from assistant.assistant import Assistant
from assistant.embedding import packaged_model
from assistant.errors import CommonplaceError, IndexMissing
from ingest.publish import sync

RARE = "The quokka of Tollbridge sang at the ferry."


def report_of(config):
    report = sync(config)
    return {name: list(getattr(report, name)) for name in ("added", "changed", "removed", "unchanged")}, report


def test_a_sync_reports_what_it_did(config, write):
    write("a.md", "Bees like clover.")
    write("b/c.txt", "Otters like eels.")
    did, report = report_of(config)
    assert did == {"added": ["a.md", "b/c.txt"], "changed": [], "removed": [], "unchanged": []}
    assert (report.passages, report.failed) == (2, ())
    write("a.md", "Bees like heather.")
    (config.corpus / "b/c.txt").rename(config.corpus / "b/d.txt")
    did, report = report_of(config)
    assert did == {"added": ["b/d.txt"], "changed": ["a.md"], "removed": ["b/c.txt"], "unchanged": []}


def test_unchanged_text_embeds_nothing(config, write):
    write("a.md", "Bees like clover.", title="Bees")
    assert sync(config).embedded > 0
    again = sync(config)
    assert (again.embedded, again.unchanged) == (0, ("a.md",))


def test_new_front_matter_embeds_nothing_and_is_taken_over(config, write):
    write("a.md", "Bees like clover.", title="Bees")
    sync(config)
    write("a.md", "Bees like clover.", title="Bees", date="2021-05", sharing="public")
    report = sync(config)
    assert (report.embedded, report.changed) == (0, ("a.md",))
    with Assistant.open(config) as assistant:
        assert (assistant.document("a.md").date, assistant.document("a.md").sharing.label) == ("2021-05", "public")


def test_a_generation_that_changes_nothing_is_not_published(config, write):
    write("a.md", "Bees like clover.")
    sync(config)
    with Assistant.open(config) as assistant:
        before = assistant.generation
        sync(config)
        assert assistant.generation == before


@pytest.mark.parametrize("how", ["edited", "renamed", "deleted", "unreadable"])
def test_no_trace_of_the_old_text_is_left(config, write, how):
    path = write("rare.md", RARE, title="Ferry")
    write("other.md", "Bees like clover. Otters like eels.", title="Other")
    sync(config)
    assert files_holding(config.home, "quokka")
    if how == "edited":
        write("rare.md", "The ferry runs on Sundays.", title="Ferry")
    elif how == "renamed":
        path.rename(config.corpus / "renamed.md")
    elif how == "unreadable":
        path.write_bytes(b"\0\1\2")
    else:
        path.unlink()
    report = sync(config)
    with Assistant.open(config) as assistant:
        ids = [document.id for document in assistant.documents()]
        answer = assistant.ask("what did the quokka of Tollbridge sing?")
        cited = {c.document for s in answer.statements for c in s.citations} | {c.document for c in answer.nearest}
    assert cited <= set(ids)
    if how == "renamed":
        assert "rare.md" not in ids
        assert "renamed.md" in cited
        assert not files_holding(config.home, "rare.md")
    else:
        assert "quokka" not in str(answer.to_json()["statements"]) + str(answer.to_json()["nearest"])
        assert not files_holding(config.home, "quokka")
    if how == "unreadable":
        assert [name for name, _ in report.failed] == ["rare.md"]


def test_a_file_that_cannot_be_read_stops_nothing(config, write):
    write("good.md", "Bees like clover.")
    (config.corpus / "bad.md").write_bytes(b"\0")
    (config.corpus / "sheet.xlsx").write_bytes(b"PK")
    (config.corpus / ".hidden.md").write_text("not a document")
    (config.corpus / "README.md").write_text("not a document either")
    report = sync(config)
    assert report.added == ("good.md",)
    assert {name for name, _ in report.failed} == {"bad.md", "sheet.xlsx"}
    assert all(reason.endswith(".") for _, reason in report.failed)


def test_a_missing_corpus_folder_changes_nothing(config, write):
    write("a.md", "Bees like clover.")
    sync(config)
    with pytest.raises(CommonplaceError, match="Nothing was changed"):
        sync(replace(config, corpus=config.corpus / "elsewhere"))
    with Assistant.open(config) as assistant:
        assert [document.id for document in assistant.documents()] == ["a.md"]


def test_an_empty_folder_gives_an_index_of_nothing(config):
    assert sync(config).passages == 0
    with Assistant.open(config) as assistant:
        answer = assistant.ask("what do bees like?")
        assert (answer.status, assistant.documents(), assistant.suggestions()) == ("not_found", [], [])
        assert "nothing to ask yet" in answer.notes[0]


def test_before_the_first_sync_there_is_nothing_to_ask(config):
    with pytest.raises(IndexMissing, match="commonplace ingest"):
        Assistant.open(config)


@pytest.mark.filterwarnings("default")  # the library's own, which we do not mend
def test_another_model_is_noticed_and_the_index_rebuilt(config, write):
    write("a.md", "Bees like clover.", title="Bees")
    sync(config)
    other = replace(config, model=str(packaged_model()))
    with pytest.raises(IndexMissing, match="commonplace ingest"):
        Assistant.open(other)
    report = sync(other)
    assert (report.added, report.embedded > 0) == (("a.md",), True)
    with Assistant.open(other) as assistant:
        assert "clover" in assistant.ask("what do bees like?").statements[0].text
    with pytest.raises(IndexMissing):
        Assistant.open(config)


def test_a_damaged_index_is_rebuilt(config, write):
    write("a.md", "Bees like clover.")
    sync(config)
    (config.home / "index" / "current").write_text("not a number")
    with pytest.raises(IndexMissing):
        Assistant.open(config)
    assert sync(config).added == ("a.md",)


@pytest.mark.parametrize("seed", range(3))
def test_any_history_ends_where_a_fresh_index_begins(config, write, tmp_path, seed):
    chance = random.Random(seed)
    words = "bees otters leeks herons ferries lamps bridges weirs".split()
    names = [f"{i}.md" for i in range(5)]
    for _ in range(5):
        for _ in range(chance.randint(1, 3)):
            name = chance.choice(names)
            match chance.choice(["write", "write", "delete", "rename"]):
                case "write":
                    text = " ".join(f"The {chance.choice(words)} met the {chance.choice(words)}." for _ in range(4))
                    write(name, text, title=chance.choice(words), sharing=chance.choice(["public", "convenors"]))
                case "delete":
                    (config.corpus / name).unlink(missing_ok=True)
                case "rename":
                    if (config.corpus / name).exists():
                        (config.corpus / name).rename(config.corpus / chance.choice(names))
        sync(config)
    assert_same(state_of(config), built_from_nothing(config, tmp_path / "fresh"))


def test_an_index_deleted_under_a_reader_is_read_anew(config, write):
    write("a.md", "Bees like clover.")
    sync(config)
    with Assistant.open(config) as assistant:
        assistant.ask("what do bees like?")
        shutil.rmtree(config.home / "index")
        write("a.md", "Bees like heather.")
        sync(config)
        assert "heather" in assistant.document("a.md").text
        assert "clover" not in str(assistant.ask("what do bees like?").to_json()["statements"])


def test_a_file_whose_name_no_store_can_hold_is_reported(config, write):
    write("a.md", "Bees like clover.")
    try:
        (config.corpus / os.fsdecode(b"caf\xe9.txt")).write_text("Invented for a test.")
    except OSError:
        pytest.skip("this file system keeps such names out itself")
    report = sync(config)
    assert report.added == ("a.md",)
    assert report.failed == (("caf?.txt", "Its name holds letters in no encoding that we know. Rename the file."),)


def test_a_document_of_headings_alone_is_reported(config, write):
    write("a.md", "Bees like clover.")
    (config.corpus / "b.md").write_text("# Invented for a test\n\n## Another\n")
    report = sync(config)
    assert (report.added, [name for name, _ in report.failed]) == (("a.md",), ["b.md"])


def test_the_same_text_in_two_documents_is_embedded_once(config, write):
    write("a.md", "Bees like clover.")
    alone = sync(config).embedded
    write("b.md", "Bees like clover.")
    write("a.md", "Bees like clover.", date="2021")
    assert sync(config).embedded == 0
    assert alone > 0


@pytest.mark.parametrize("notes", [1, 2, 5])
def test_a_reader_changes_no_graph_of_the_generation_it_reads(config, write, notes):
    for n in range(notes):
        write(f"{n}.md", f"Hive {n} likes clover.", title=f"Hive {n}")
    sync(config)

    def graphs():
        return {path: path.read_bytes() for path in (config.home / "index").glob("*/chroma/*/*.bin")}

    before = graphs()
    with Assistant.open(config) as assistant:
        assistant.ask("what does the hive like?")
        assistant.documents()
    assert before
    assert graphs() == before
