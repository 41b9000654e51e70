"""The network's own files into the corpus folder."""

from dataclasses import replace

import pytest

from assistant.errors import CommonplaceError
from ingest.gather import gather


@pytest.fixture
def incoming(tmp_path):
    folder = tmp_path / "incoming"
    (folder / "2021").mkdir(parents=True)
    (folder / "a.txt").write_text("Bees like clover.")
    (folder / "2021" / "b.md").write_text("Otters like eels.")
    (folder / "sheet.xlsx").write_bytes(b"PK")
    return folder


def names(config):
    return sorted(p.relative_to(config.corpus).as_posix() for p in config.corpus.rglob("*") if p.is_file())


def test_a_folder_keeps_its_shape_and_what_cannot_be_read_stays_out(config, incoming):
    refused, _ = gather([incoming], config)
    assert names(config) == ["incoming/2021/b.md", "incoming/a.txt"]
    assert [path.rsplit("/", 1)[-1] for path, _ in refused] == ["sheet.xlsx"]


def test_the_same_file_again_is_no_matter(config, incoming):
    for _ in range(2):
        assert gather([incoming / "a.txt"], config) == ([], [])
    assert names(config) == ["a.txt"]


def test_nothing_is_overwritten_unasked(config, incoming):
    (config.corpus / "a.txt").write_text("Mine.")
    assert len(gather([incoming / "a.txt"], config)[0]) == 1
    assert (config.corpus / "a.txt").read_text() == "Mine."
    assert gather([incoming / "a.txt"], config, replace=True) == ([], [])
    assert (config.corpus / "a.txt").read_text() == "Bees like clover."


def test_what_is_in_the_corpus_already_stays_where_it_is(config, write):
    path = write("here.md", "Bees like clover.")
    assert gather([path, config.corpus], config) == ([], [])
    assert names(config) == ["here.md"]


def test_a_path_that_is_not_there_stops_everything(config, incoming):
    with pytest.raises(CommonplaceError, match="Nothing was changed"):
        gather([incoming / "a.txt", incoming / "no.txt"], config)
    assert names(config) == []


@pytest.mark.parametrize("name", ["README.md", "readme.txt", ".hidden.md"])
def test_a_name_that_is_never_read_is_refused_and_not_taken_in_silence(config, tmp_path, name):
    (tmp_path / name).write_text("Invented for a test.")
    refused, _ = gather([tmp_path / name], config)
    assert [reason for _, reason in refused] == [f"A file called {name} is never read as a document. Rename it first."]
    assert names(config) == []


def test_a_folder_around_the_corpus_does_not_take_the_corpus_into_itself(config, write, tmp_path):
    write("here.md", "Bees like clover.")
    (tmp_path / "beside.txt").write_text("Invented for a test.")
    assert gather([tmp_path], config) == ([], [])
    assert names(config) == sorted([f"{tmp_path.name}/beside.txt", "here.md"])


def test_a_corpus_folder_is_made_where_there_is_none(config, incoming):
    assert gather([incoming / "a.txt"], replace(config, corpus=config.corpus / "new")) == ([], [])
    assert names(config) == ["new/a.txt"]


CHATHAM = (
    "Notes from the mill\n\nThis meeting was held under the Chatham House Rule.\n\n"
    "Petra Quill, from the Thornby Trust, said that the wheel turns again. The sluice was mended over two winters.\n"
)


def test_a_note_whose_speakers_may_not_be_named_comes_in_without_them_and_no_original_is_kept(config, tmp_path):
    (tmp_path / "mill.txt").write_text(CHATHAM)
    refused, changed = gather([tmp_path / "mill.txt"], config)
    assert refused == []
    ((_, note),) = changed
    assert "Chatham House" in note and "No copy of the original was kept here." in note
    assert names(config) == ["mill.md"]
    kept = (config.corpus / "mill.md").read_text()
    assert "Quill" not in kept and "the wheel turns again" in kept and "attribution: unattributed" in kept


def test_an_original_is_kept_only_where_the_setting_says_so_and_for_the_host_alone(config, tmp_path):
    (tmp_path / "mill.txt").write_text(CHATHAM)
    _, ((_, note),) = gather([tmp_path / "mill.txt"], replace(config, keep_originals=True))
    kept = config.home / "originals" / "mill.md.txt"
    assert kept.read_text() == CHATHAM and "kept for the host alone" in note
    assert kept.stat().st_mode & 0o077 == 0
