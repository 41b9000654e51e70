"""A file that could not be read costs its time once: the next sync says the same, until the file or the reader is another."""

from __future__ import annotations

import json
import os
import subprocess
import time
from functools import partial

import pytest
from states import files_holding

from assistant.errors import DocumentError
from ingest import confine, refusals
from ingest.confine import Confined
from ingest.publish import sync
from ingest.read import load
from ingest.refusals import FOR, Refusals, reader_mark

BROKEN = b"%PDF-1.4\nInvented for a test, and cut off."
SLOW = "Invented for a **test.\n\n" * 600_000  # takes the Markdown reader some ten seconds


class Counting(Confined):
    """Reads in a child, and counts how often it was asked to."""

    asked = 0

    def take_in(self, data, document_id):
        self.asked += 1
        return super().take_in(data, document_id)


@pytest.fixture(scope="module")
def confined():
    with Counting() as one:
        yield one


@pytest.fixture
def again(config, confined):
    """A look at every file of the folder, as a sync takes it: what was refused, and whether any was read for it."""
    (config.home / "index").mkdir(parents=True)

    def again(confined=confined):
        before, failed, known = confined.asked, {}, Refusals(config.home)
        for path in sorted(config.corpus.iterdir()):
            try:
                known.take_in(confined, path, load(path), path.name)
            except DocumentError as error:
                failed[path.name] = str(error)
        known.write()
        return failed, confined.asked > before

    return again


def stored(config):
    return json.loads((config.home / "index" / "refused.json").read_text())["refused"]


def test_a_sync_says_again_what_it_could_not_read_and_starts_no_process_for_it(config, write, monkeypatch):
    started = []

    class Recorded(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            started.append(self)

    monkeypatch.setattr(confine.subprocess, "Popen", Recorded)
    monkeypatch.setattr("ingest.publish.Confined", partial(Confined, seconds=1))
    write("good.md", "Bees like clover.")
    write("slow.md", SLOW)
    (config.corpus / "cut.pdf").write_bytes(BROKEN)
    first = sync(config)
    reasons = dict(first.failed)
    assert first.added == ("good.md",)
    assert reasons["cut.pdf"].startswith("It is a broken PDF")
    assert reasons["slow.md"].startswith("It took longer than 1 seconds")
    before = len(started)
    second = sync(config)
    assert (second.failed, second.unchanged) == (first.failed, ("good.md",))
    assert len(started) == before > 0


def test_what_a_reader_refused_it_would_refuse_again_even_if_the_file_was_touched(config, again):
    path = config.corpus / "cut.pdf"
    path.write_bytes(BROKEN)
    first, read = again()
    assert read
    assert again() == (first, False)
    os.utime(path, (1, 1))
    assert again() == (first, False)


def test_what_took_too_long_is_tried_again_once_it_is_touched_or_a_day_has_passed(config, again):
    path = config.corpus / "slow.md"
    path.write_text(SLOW)
    with Counting(seconds=0.3) as confined:
        first, read = again(confined)
        assert read
        assert first["slow.md"].startswith("It took longer than 0.3 seconds")
        assert again(confined) == (first, False)
        os.utime(path, (1, 1))
        assert again(confined) == (first, True)
        assert again(confined) == (first, False)
        for left in (-1.0, 2 * FOR):  # a day has passed; a clock was wrong
            file = config.home / "index" / "refused.json"
            values = json.loads(file.read_text())
            values["refused"]["slow.md"]["until"] = time.time() + left
            file.write_text(json.dumps(values))
            assert again(confined) == (first, True)
            assert again(confined) == (first, False)


@pytest.mark.parametrize("how", ["os.abort()", "raise ValueError('secret')", "raise MemoryError"])
def test_a_reading_that_broke_is_tried_again_another_day(config, again, monkeypatch, tmp_path, how):
    (tmp_path / "another_child.py").write_text(
        "import os, sys\nimport ingest.read, ingest.reader_child\n"
        f"def take_in(data, document_id):\n    {how}\ningest.read.take_in = take_in\n"
        "ingest.reader_child.main(int(sys.argv[1]), float(sys.argv[2]))\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(confine, "CHILD", "another_child")
    (config.corpus / "a.txt").write_text("Invented for a test.")
    with Counting() as confined:
        first, read = again(confined)
        assert read
        assert again(confined) == (first, False)
    assert 0 < stored(config)["a.txt"]["until"] - time.time() <= FOR


def test_a_file_that_was_mended_is_read(config, again):
    path = config.corpus / "a.html"
    path.write_bytes(b"PK\x03\x04\0\0\0")
    assert list(again()[0]) == ["a.html"]
    path.write_text("<p>Bees like clover. Invented for a test.</p>")
    assert again() == ({}, True)
    assert not (config.home / "index" / "refused.json").exists()


def test_another_name_is_another_file(config, again):
    path = config.corpus / "a.pdf"
    path.write_bytes(BROKEN)
    again()
    path.rename(config.corpus / "b.pdf")
    failed, read = again()
    assert (list(failed), read, list(stored(config))) == (["b.pdf"], True, ["b.pdf"])


def test_another_reader_reads_again(config, again, monkeypatch):
    (config.corpus / "a.pdf").write_bytes(BROKEN)
    again()
    monkeypatch.setattr(refusals, "FORMAT", "another")
    assert again()[1]
    assert not again()[1]


def test_more_time_or_memory_or_other_source_is_another_reader(monkeypatch):
    plain = reader_mark(Confined())
    assert reader_mark(Confined()) == plain
    marks = {plain, reader_mark(Confined(seconds=60)), reader_mark(Confined(memory=2_000_000_000))}
    monkeypatch.setattr(refusals, "LIBRARIES", ())
    refusals._source_mark.cache_clear()
    marks.add(reader_mark(Confined()))
    refusals._source_mark.cache_clear()
    assert len(marks) == 4


def test_a_file_that_is_gone_is_forgotten_and_the_others_are_not(config, again):
    for name in ("a.pdf", "b.pdf"):
        (config.corpus / name).write_bytes(BROKEN)
    again()
    (config.corpus / "a.pdf").unlink()
    failed, read = again()
    assert (list(failed), read, list(stored(config))) == (["b.pdf"], False, ["b.pdf"])
    (config.corpus / "b.pdf").unlink()
    again()
    assert not (config.home / "index" / "refused.json").exists()


def test_no_word_of_a_document_is_kept(config, again, write):
    write("a.md", "Bees like clover.", sharing="quokka")
    first, _ = again()
    assert "quokka" in first["a.md"]
    assert again() == (first, True)  # cheap to read, and its sentence is its own
    assert not files_holding(config.home, "quokka")


@pytest.mark.parametrize(
    "damage",
    [
        "", "[", "[]", "{}", '{"reader": 1}', '{"reader": MARK, "refused": []}', '{"reader": MARK, "refused": {"a.pdf": 1}}',
        '{"reader": MARK, "refused": {"a.pdf": {"digest": "", "touched": 0, "sentence": 5}}}',
        '{"reader": MARK, "refused": {"a.pdf": {"digest": "", "touched": 0, "sentence": "x", "until": "y"}}}',
    ],
)  # fmt: skip
def test_a_memory_that_is_damaged_is_made_again(config, again, damage):
    (config.corpus / "a.pdf").write_bytes(BROKEN)
    first, _ = again()
    file = config.home / "index" / "refused.json"
    whole = file.read_bytes()
    file.write_text(damage.replace("MARK", json.dumps(json.loads(whole)["reader"])))
    assert again() == (first, True)
    assert file.read_bytes() == whole
