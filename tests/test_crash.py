"""A sync killed at any moment leaves the old generation or the new, and one more sync mends everything."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from conftest import INVENTED, environ
from states import assert_same, built_from_nothing, state_of

from assistant.assistant import Assistant
from ingest.publish import sync

SYNC = "from assistant import Config\nfrom ingest import sync\nprint('begun', flush=True)\nsync(Config.load())"


def fill(corpus, version):
    """Some notes, of which half say something else in every version, one comes and one goes."""
    for path in corpus.iterdir():
        path.unlink()
    for i in range(12):
        said = version if i % 2 else 0
        lines = " ".join(f"In version {said} the beekeeper of hive {i} counted {n + said} swarms." for n in range(6))
        (corpus / f"note-{i}.md").write_text(f"---\ntitle: Hive {i}\n---\n{INVENTED}\n\n{lines}\n")
    (corpus / f"only-{version}.txt").write_text(f"{INVENTED}\nThe badger called in version {version}.\n")


def titles_and_texts(config):
    with Assistant.open(config) as assistant:
        return {document.id: document.text for document in assistant.documents()}


def kill_once(config, moment, version):
    """Start a sync to `version`, kill it `moment` seconds after it began, and check what readers see throughout."""
    old = titles_and_texts(config)
    with Assistant.open(config) as reader:
        reader.ask("what did the badger do?")
        fill(config.corpus, version)
        child = subprocess.Popen(
            [sys.executable, "-c", SYNC], env=os.environ | environ(config), stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(moment)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        during = {document.id: document.text for document in reader.documents()}
        answer = reader.ask("what did the badger do?")
    new = {
        path.name: path.read_text().partition("---\n")[2].partition("---\n")[2].strip()
        if path.suffix == ".md"
        else path.read_text()
        for path in config.corpus.iterdir()
    }
    assert titles_and_texts(config) == during
    assert during in (old, new)
    for citation in [c for s in answer.statements for c in s.citations]:
        assert during[citation.document][citation.start : citation.end] == citation.quote


def run(config, tmp_path, moments):
    fill(config.corpus, 1)
    began = time.perf_counter()
    sync(config)
    whole = time.perf_counter() - began
    for version, moment in enumerate(moments, 2):
        kill_once(config, moment * max(whole, 2.0), version)
    sync(config)
    assert_same(state_of(config), built_from_nothing(config, tmp_path / "fresh"))
    left = {path.name for path in (config.home / "index").iterdir() if path.is_dir()}
    assert not any(name.startswith("draft-") for name in left)
    assert len([name for name in left if name.isdigit()]) == 1


def test_a_sync_killed_at_three_moments(config, tmp_path):
    run(config, tmp_path, [0.05, 0.5, 0.8])


@pytest.mark.soak
def test_a_sync_killed_at_twenty_random_moments(config, tmp_path):
    chance = random.Random(20)
    run(config, tmp_path, [chance.uniform(0, 1.2) for _ in range(20)])
