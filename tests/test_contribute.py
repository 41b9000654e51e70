"""From what is given to what is published. Everything in these notes is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from states import assert_same, built_from_nothing, files_holding, state_of

from assistant.assistant import Assistant
from assistant.domain import Audience, Standing
from assistant.errors import CommonplaceError, DocumentError
from assistant.kept.records import Records
from ingest import contribute
from ingest.contribute import Details, draft, given, pasted, submit, waiting_draft
from ingest.contribute import publish as put
from ingest.publish import sync
from ingest.read import LARGEST
from ingest.withdraw import withdraw

NOTE = (
    "Notes from the mill\n\nPetra Quill explained that the wheel at Thornby turns again. The mill grinds oats on Mondays. "
    "Nine neighbours mended the sluice over two winters, and nobody was paid for it. They meet in the loft."
)


def drafted(words=NOTE, others=(), **said):
    intake = pasted(words)
    return draft(intake, replace(Details.guessed(intake), **said), others)


def test_pasted_words_are_published_as_they_were_shown(config):
    made = drafted(title="The mill", date="2021-05", sharing=Audience.PUBLIC, standing=Standing.MEMBER)
    report = put(config, made)
    assert report.added == (made.document.id,) == ("2021-05-the-mill.md",)
    assert (config.corpus / made.document.id).read_text() == made.file
    with Assistant.open(config) as assistant:
        found = assistant.document(made.document.id)
        assert found.text == made.document.text
        assert (found.title, found.date, found.sharing) == ("The mill", "2021-05", Audience.PUBLIC)
        answer = assistant.ask("When does the mill grind oats?")
    assert "The mill grinds oats on Mondays." in [c.quote for c in answer.shown]


def test_what_the_file_says_is_offered_as_a_guess():
    intake = given(
        b"---\ntitle: The mill\nauthors: [Asha Patel]\nsharing: convenors\n---\nIt grinds oats.\n", "mill.md"
    )
    assert Details.guessed(intake) == Details("The mill", authors=("Asha Patel",), sharing=Audience.CONVENORS)


def test_what_is_given_is_no_larger_than_what_a_folder_may_hold():
    with pytest.raises(DocumentError, match=r"more than the 20 MB we read\. Split it"):
        given(b"a" * (LARGEST + 1), "a.txt")


def test_a_second_of_the_same_title_takes_the_next_name(config):
    put(config, drafted(title="The mill"))
    report = put(config, drafted(NOTE + " A baker came.", title="The mill"))
    assert report.added == ("the-mill-2.md",)


def test_a_document_that_is_there_already_is_told_of(config):
    put(config, drafted(title="The mill"))
    with Assistant.open(config) as assistant:
        again = drafted(NOTE.replace("mill", "Mill"), assistant.documents(), title="Another")
    assert any("The mill" in one.says for one in again.warnings)


def test_a_contribution_without_a_title_is_refused():
    with pytest.raises(DocumentError, match=r"It has no title\. Give it one"):
        drafted(title="  ")


def test_a_replacement_keeps_the_id_and_leaves_nothing_of_the_old(config):
    put(config, drafted(NOTE.replace("oats", "corncrakes"), title="The mill"))
    put(config, drafted(title="The new mill"), replaces="the-mill.md")
    with Assistant.open(config) as assistant:
        assert assistant.document("the-mill.md").title == "The new mill"
    assert_same(state_of(config), built_from_nothing(config, config.home.parent / "fresh"))
    assert files_holding(config.home, "corncrakes") == []


def test_a_replacement_of_another_format_becomes_markdown(config, write):
    (config.corpus / "mill.txt").write_text(NOTE)
    sync(config)
    put(config, drafted(NOTE + " A baker came."), replaces="mill.txt")
    assert [path.name for path in config.corpus.iterdir()] == ["mill.md"]


@pytest.mark.parametrize("replaces", [None, "old.md"])
def test_what_cannot_be_published_changes_nothing(config, write, monkeypatch, replaces):
    write("old.md", "The bees like clover.")
    sync(config)
    before = {path.name: path.read_bytes() for path in config.corpus.iterdir()}

    def fails(*_):
        raise CommonplaceError("The disk is full.")

    monkeypatch.setattr(contribute, "sync", fails)
    with pytest.raises(CommonplaceError, match="The disk is full"):
        put(config, drafted(), replaces=replaces)
    assert {path.name: path.read_bytes() for path in config.corpus.iterdir()} == before
    with Assistant.open(config) as assistant:
        assert [d.id for d in assistant.documents()] == ["old.md"]


def test_a_members_contribution_waits_and_is_seen_by_nobody(config, write):
    write("bees.md", "The bees like clover.")
    sync(config)
    made = drafted(title="The mill")
    submit(config, made)
    with Assistant.open(config) as assistant:
        assert [d.id for d in assistant.documents()] == ["bees.md"]
    (waiting,) = Records(config.home).waiting()
    again = waiting_draft(waiting, [])
    assert (again.document.text, again.file) == (made.document.text, made.file)
    assert put(config, again).added == ("the-mill.md",)


def test_unattributed_words_name_nobody_in_the_file_either(config):
    made = drafted(title="A talk by Petra Quill", authors=("Petra Quill",), unattributed=True)
    assert made.removed and made.document.unattributed
    put(config, made)
    assert files_holding(config.corpus, "Quill") == files_holding(config.home, "Quill") == []
    assert "Quill" not in made.document.id
    with Assistant.open(config) as assistant:
        assert "grinds oats" in assistant.document(made.document.id).text


def test_a_withdrawn_document_leaves_no_byte_and_no_answer(config, write):
    write("bees.md", "The bees like clover.")
    put(config, drafted(title="The mill"))
    with Assistant.open(config) as assistant:
        assistant.ask("When does the mill grind oats?")
        assistant.refresh(withdraw(config, assistant.document("the-mill.md")))
        assert [d.id for d in assistant.documents()] == ["bees.md"]
        assert "oats" not in str(assistant.ask("When does the mill grind oats?").to_json()["nearest"])
    for words in ("grinds oats on Mondays", "Nine neighbours", "Quill"):
        assert files_holding(config.home, words) == [], words
        assert files_holding(config.corpus, words) == []
    (line,) = Records(config.home).withdrawals()
    assert (line.document, line.done) == ("the-mill.md", True)


def test_a_copy_that_is_put_back_stays_out_whatever_its_name(config, write):
    write("bees.md", "The bees like clover.")
    put(config, drafted(title="The mill"))
    kept = (config.corpus / "the-mill.md").read_bytes()
    with Assistant.open(config) as assistant:
        document = assistant.document("the-mill.md")
    withdraw(config, document)
    (config.corpus / "restored.md").write_bytes(kept)
    report = sync(config)
    assert report.added == ()
    ((name, reason),) = report.failed
    assert name == "restored.md" and "was withdrawn on" in reason


def test_it_may_come_back_when_somebody_says_so(config, write):
    write("bees.md", "The bees like clover.")
    made = drafted(title="The mill")
    put(config, made)
    with Assistant.open(config) as assistant:
        document = assistant.document("the-mill.md")
    withdraw(config, document)
    with pytest.raises(DocumentError, match=r"was withdrawn on .*If it may come back, say so"):
        put(config, made)
    assert put(config, made, again=True).added == ("the-mill.md",)
    assert sync(config).unchanged == ("bees.md", "the-mill.md")


def test_a_withdrawal_that_was_cut_short_is_finished_by_the_next_sync(config, write, monkeypatch):
    write("bees.md", "The bees like clover.")
    put(config, drafted(title="The mill"))
    with Assistant.open(config) as assistant:
        document = assistant.document("the-mill.md")
    Records(config.home).withdraw(document.id, document.fingerprint)  # and then the process was killed
    report = sync(config)
    assert report.removed == ("the-mill.md",)
    assert not (config.corpus / "the-mill.md").exists()
    assert files_holding(config.home, "grinds oats on Mondays") == []


def test_the_index_that_a_publication_leaves_is_the_one_built_from_nothing(config, write):
    write("bees.md", "The bees like clover.")
    sync(config)
    put(config, drafted(title="The mill"))
    assert_same(state_of(config), built_from_nothing(config, config.home.parent / "fresh"))


def test_an_original_that_was_kept_goes_with_its_document(config, write):
    write("bees.md", "The bees like clover.")
    sync(config)
    kept = replace(config, keep_originals=True)
    made = drafted(title="A talk by Petra Quill", authors=("Petra Quill",), unattributed=True)
    (name,) = put(kept, made, original=("talk.txt", NOTE.encode())).added
    assert files_holding(config.home, "Petra Quill") == [f"originals/{name}.txt"]
    with Assistant.open(config) as assistant:
        document = assistant.document(name)
    withdraw(kept, document)
    assert files_holding(config.home, "Petra Quill") == []


def test_a_withdrawal_stands_where_publishing_the_same_words_again_fails(config, write, monkeypatch):
    write("bees.md", "The bees like clover.")
    made = drafted(title="The mill")
    put(config, made)
    with Assistant.open(config) as assistant:
        document = assistant.document("the-mill.md")
    withdraw(config, document)
    (before,) = Records(config.home).withdrawals()

    def fails(*_):
        raise CommonplaceError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(contribute, "sync", fails)
        with pytest.raises(CommonplaceError, match="The disk is full"):
            put(config, made, again=True)
    (after,) = Records(config.home).withdrawals()
    assert (after.document, after.fingerprint, after.day) == (before.document, before.fingerprint, before.day)
    with pytest.raises(DocumentError, match="was withdrawn"):
        put(config, made)


def test_a_file_that_was_edited_since_it_was_read_goes_too(config, write):
    write("bees.md", "The bees like clover.")
    put(config, drafted(title="The mill"))
    with Assistant.open(config) as assistant:
        document = assistant.document("the-mill.md")
    path = config.corpus / "the-mill.md"
    path.write_text(path.read_text() + "\nA baker came.\n")
    assert withdraw(config, document).removed == ("the-mill.md",)
    assert not path.exists()
    with Assistant.open(config) as assistant:
        assert [d.id for d in assistant.documents()] == ["bees.md"]


def test_only_a_document_of_the_folder_is_ever_replaced(config, write):
    outside = config.corpus.parent / "outside.md"
    outside.write_text("Nothing of ours.")
    with pytest.raises(DocumentError, match="There is no document"):
        put(config, drafted(title="The mill"), replaces="../outside.md")
    assert outside.read_text() == "Nothing of ours."
