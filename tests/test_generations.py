"""Whole or absent: what is published, held and cleared."""

import shutil

import pytest

from assistant.errors import CommonplaceError, IndexMissing
from assistant.generations import FORMAT, Generations, Manifest

MANIFEST = Manifest(FORMAT, "a-model", "commonplace", 0, 0)


def publish(generations, words="x"):
    with generations.write() as draft:
        (draft.folder / "file").write_text(words)
        return generations.publish(draft, MANIFEST)


def test_nothing_is_current_before_the_first(tmp_path):
    assert Generations(tmp_path).current() is None
    with pytest.raises(IndexMissing):
        Generations(tmp_path).take()


def test_a_published_draft_is_current(tmp_path):
    generations = Generations(tmp_path)
    published = publish(generations)
    current = generations.current()
    assert current == published
    assert (current.folder / "file").read_text() == "x"
    assert current.manifest == MANIFEST


def test_a_draft_that_is_not_published_is_removed(tmp_path):
    generations = Generations(tmp_path)
    first = publish(generations)
    with pytest.raises(RuntimeError), generations.write() as draft:
        (draft.folder / "file").write_text("half")
        raise RuntimeError
    assert not draft.folder.exists()
    assert generations.current() == first


def test_a_reader_keeps_its_generation_until_it_lets_go(tmp_path):
    generations = Generations(tmp_path)
    publish(generations, "old")
    held, release = generations.take()
    publish(generations, "new")
    assert (held.folder / "file").read_text() == "old"
    release()
    publish(generations, "newer")
    assert not held.folder.exists()


def test_a_crash_between_the_two_renames_leaves_the_old_one_current(tmp_path):
    generations = Generations(tmp_path)
    first = publish(generations)
    orphan = tmp_path / "index" / str(first.number + 1)
    orphan.mkdir()  # the state that such a crash leaves
    (orphan / "manifest.json").write_text("{}")
    assert generations.current() == first
    second = publish(generations)
    assert generations.current() == second
    assert sorted(path.name for path in (tmp_path / "index").iterdir() if path.is_dir()) == [str(second.number)]


def test_what_readers_derived_of_a_generation_goes_with_it(tmp_path):
    generations = Generations(tmp_path)
    first = publish(generations)
    derived = tmp_path / "index" / "background"
    derived.mkdir()
    (derived / f"{first.number}-public-x.json").write_text("{}")
    publish(generations)
    publish(generations)
    assert list(derived.iterdir()) == []


def test_removal_is_told_to_whom_it_concerns(tmp_path):
    told = []
    generations = Generations(tmp_path, told.append)
    publish(generations)
    publish(generations)
    assert told == [MANIFEST]


def test_a_number_never_comes_again_even_where_the_index_was_deleted(tmp_path):
    generations = Generations(tmp_path)
    numbers = [publish(generations).number]
    for _ in range(3):
        shutil.rmtree(tmp_path / "index")
        numbers.append(publish(generations).number)
    assert len(set(numbers)) == 4
    assert numbers == sorted(numbers)


def test_a_reader_that_died_holds_nothing(tmp_path):
    generations = Generations(tmp_path)
    first = publish(generations)
    (tmp_path / "index" / "readers").mkdir()
    (tmp_path / "index" / "readers" / f"{first.number}-dead").touch()  # a killed process leaves its file, unlocked
    publish(generations)
    assert not first.folder.exists()
    assert list((tmp_path / "index" / "readers").iterdir()) == []


def test_a_home_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "home").write_text("a file")
    with pytest.raises(CommonplaceError, match="COMMONPLACE_HOME"), Generations(tmp_path / "home").write():
        pass
