"""The network's own files into the corpus folder."""

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
    refused = gather([incoming], config.corpus)
    assert names(config) == ["incoming/2021/b.md", "incoming/a.txt"]
    assert [path.rsplit("/", 1)[-1] for path, _ in refused] == ["sheet.xlsx"]


def test_the_same_file_again_is_no_matter(config, incoming):
    for _ in range(2):
        assert gather([incoming / "a.txt"], config.corpus) == []
    assert names(config) == ["a.txt"]


def test_nothing_is_overwritten_unasked(config, incoming):
    (config.corpus / "a.txt").write_text("Mine.")
    assert len(gather([incoming / "a.txt"], config.corpus)) == 1
    assert (config.corpus / "a.txt").read_text() == "Mine."
    assert gather([incoming / "a.txt"], config.corpus, replace=True) == []
    assert (config.corpus / "a.txt").read_text() == "Bees like clover."


def test_what_is_in_the_corpus_already_stays_where_it_is(config, write):
    path = write("here.md", "Bees like clover.")
    assert gather([path, config.corpus], config.corpus) == []
    assert names(config) == ["here.md"]


def test_a_path_that_is_not_there_stops_everything(config, incoming):
    with pytest.raises(CommonplaceError, match="Nothing was changed"):
        gather([incoming / "a.txt", incoming / "no.txt"], config.corpus)
    assert names(config) == []
