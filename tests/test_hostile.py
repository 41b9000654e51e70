"""Whatever a file holds, reading it ends in a document or in one plain sentence, and nothing else is the worse for it."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from functools import partial
from pathlib import Path

import pytest
from hostile import KINDS, hostile

from assistant.assistant import Assistant
from assistant.errors import DocumentError
from ingest.confine import SECONDS, Confined
from ingest.gather import gather
from ingest.publish import sync
from ingest.split import split

GOOD = "Bees like clover. The hives stand by the brook."
QUESTION = "what do bees like?"
# Kinds of which every first file is refused, whatever else a folder of them is.
REFUSED = [
    "nothing_at_all", "zip_bomb", "locked_pdf", "nul_bytes", "long_text", "wrong_extension", "entities",
    "truncated", "folder_named_as_a_file", "link_to_nothing", "pipe",
]  # fmt: skip
# Kinds with so many variants that matter and cost little; of the others the suite makes one.
VARIANTS = {
    "wrong_encoding": 5, "wrong_extension": 6, "truncated": 5, "odd_times": 4, "yaml_bomb": 4, "odd_name": 3,
    "link_to_elsewhere": 5, "link_to_nothing": 3, "zip_bomb": 3, "deep_lists": 2, "deep_quotes": 2,
}  # fmt: skip


def seed_of(kind, variant=0):
    return [each.__name__ for each in KINDS].index(kind) + variant * len(KINDS)


def name_of(seed):
    return f"{KINDS[seed % len(KINDS)].__name__}-{seed // len(KINDS)}"


SUITE = [seed_of(each.__name__, i) for each in KINDS for i in range(VARIANTS.get(each.__name__, 1))]


@pytest.fixture(scope="module")
def confined():
    with Confined() as one:
        yield one


@pytest.fixture(scope="module")
def hurried():
    """For the suite: what takes long is refused sooner."""
    with Confined(seconds=10) as one:
        yield one


@pytest.fixture
def good(config, write):
    """A folder of one good note, synced; what its answer was."""
    write("good.md", GOOD, title="Bees")
    sync(config)
    return answered(config)


def answered(config):
    with Assistant.open(config) as assistant:
        answer = assistant.ask(QUESTION).to_json()
        return assistant.generation, {**answer, "seconds": 0}


def ends_well(confined, path):
    """Its document, or None where one sentence says why there is none."""
    began = time.monotonic()
    try:
        document = confined.read(path, path.name)
    except DocumentError as error:
        assert is_plain(str(error))
        document = None
    assert time.monotonic() - began < SECONDS + 5
    return document


def is_plain(reason):
    """Whether a reason is a sentence or two for a person, and nothing of the program's own."""
    words = ("Traceback", "Error", "Exception", "/site-packages", "ingest.", "0x")
    return (
        20 < len(reason) <= 300 and reason.endswith(".") and "\n" not in reason and not any(w in reason for w in words)
    )


@pytest.mark.parametrize("seed", SUITE, ids=name_of)
def test_one_of_each_kind_ends_in_a_document_or_a_sentence(hurried, seed, tmp_path):
    document = ends_well(hurried, hostile(seed, tmp_path, small=True))
    if document is not None:
        assert sum(len(passage.sentences) for passage in split(document)) > 0
        assert not any(secret in document.text for secret in ("root:x:", "climbed")) or "link" in name_of(seed)
    assert hurried.parse(GOOD.encode(), "good.txt").text == GOOD
    assert not Path("/tmp/climbed.txt").exists()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(300), ids=name_of)
def test_any_of_three_hundred_ends_in_a_document_or_a_sentence(confined, seed, tmp_path):
    ends_well(confined, hostile(seed, tmp_path))
    assert confined.parse(GOOD.encode(), "good.txt").text == GOOD


@pytest.mark.soak
def test_no_two_of_the_three_hundred_are_the_same(tmp_path):
    made = [hostile(seed, tmp_path) for seed in range(300)]
    assert len({path.name for path in made}) == 300
    files = [path for path in made if not path.is_symlink() and path.is_file() and os.access(path, os.R_OK)]
    held = [path.suffix.encode() + path.read_bytes() for path in files]
    assert len(held) > 250
    assert len({hashlib.sha256(data).digest() for data in held}) == len(held)


def test_a_folder_of_hostile_files_changes_no_answer(config, good, monkeypatch):
    monkeypatch.setattr("ingest.publish.Confined", partial(Confined, seconds=10))
    for kind in REFUSED:
        hostile(seed_of(kind), config.corpus, small=True)
    hostile(seed_of("link_to_nothing", 2), config.corpus)  # whose name is longer than a name can be
    before = listing(config.corpus)
    report = sync(config)
    expected = {name for name, (mode, *_) in before.items() if stat.S_ISREG(mode)} - {"good.md"}
    assert {name for name, _ in report.failed} == expected
    assert len(expected) >= 8
    assert all(is_plain(reason) for _, reason in report.failed)
    assert (report.added, report.changed, report.removed, report.unchanged) == ((), (), (), ("good.md",))
    assert listing(config.corpus) == before
    assert answered(config) == good


def test_a_sync_goes_on_after_a_file_that_takes_too_long(config, good, monkeypatch):
    monkeypatch.setattr("ingest.publish.Confined", partial(Confined, seconds=1))
    (config.corpus / "long.md").write_text(LONG)
    (config.corpus / "more.md").write_text("Otters like eels.")
    report = sync(config)
    assert [(name, reason[:32]) for name, reason in report.failed] == [("long.md", "It took longer than 1 seconds to")]
    assert report.added == ("more.md",)


def test_hostile_files_are_not_gathered(config, tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.gather.Confined", partial(Confined, seconds=10))
    paths = [hostile(seed_of(kind), tmp_path, small=True) for kind in REFUSED if kind != "link_to_nothing"]
    refused, _ = gather([path for path in paths if not path.is_dir()], config)
    assert [path for path, _ in refused] == [str(path) for path in paths if not path.is_dir()]
    assert all(is_plain(reason) for _, reason in refused)
    assert not listing(config.corpus)


def test_a_file_that_takes_too_long_is_not_gathered(config, monkeypatch, tmp_path):
    monkeypatch.setattr("ingest.gather.Confined", partial(Confined, seconds=1))
    (tmp_path / "long.md").write_text(LONG)
    refused, _ = gather([tmp_path / "long.md"], config)
    assert [reason[:32] for _, reason in refused] == ["It took longer than 1 seconds to"]
    assert not listing(config.corpus)


LONG = "Invented for a **test.\n\n" * 600_000  # that takes the Markdown reader some ten seconds, and is no one's fault


def listing(folder):
    """What a folder holds: names, and of each what tells whether it was touched."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mode, path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
    }
