"""Adding, replacing and withdrawing, killed at any moment: the old state or the new, and one sync mends the rest."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from conftest import environ
from states import assert_same, built_from_nothing, files_holding, state_of

from assistant.assistant import Assistant
from ingest.publish import sync

BEGIN = "from assistant import Assistant, Config\nconfig = Config.load()\n"
DRAFT = (
    "from dataclasses import replace\nfrom ingest.contribute import Details, draft, pasted, publish\n"
    "intake = pasted({words!r})\nmade = draft(intake, replace(Details.guessed(intake), title='The mill'), [])\n"
)
GO = "print('begun', flush=True)\n"
ADD = BEGIN + DRAFT + GO + "publish(config, made)\n"
REPLACE = BEGIN + DRAFT + GO + "publish(config, made, replaces='the-mill.md')\n"
WITHDRAW = (
    BEGIN
    + "from ingest.withdraw import withdraw\nwith Assistant.open(config) as a:\n    found = a.document('the-mill.md')\n"
    f"{GO}withdraw(config, found)\n"
)
OLD = "Invented for a test. The corncrake called from the mill at Thornby, twelve times on the first evening. " * 3
NEW = "Invented for a test. The mill at Thornby grinds oats on Mondays, for all who come with a sack. " * 3


def texts(config):
    with Assistant.open(config) as assistant:
        return {document.id: document.text for document in assistant.documents()}


def killed(config, script, moment):
    """Starts the script, kills it `moment` seconds after it began; whether it was still running."""
    child = subprocess.Popen(
        [sys.executable, "-c", script], env=os.environ | environ(config), stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    time.sleep(moment)
    running = child.poll() is None
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    return running


def run(config, write, tmp_path, moments):
    write("bees.md", "The bees of Tollbridge like clover.")
    sync(config)
    bees = texts(config)
    for number, moment in enumerate(moments):
        before = texts(config)
        there = "the-mill.md" in before
        action = REPLACE if there and number % 2 else WITHDRAW if there else ADD
        words = NEW if number % 4 < 2 else OLD
        killed(config, action.format(words=words), moment)
        during = texts(config)
        mill = during.get("the-mill.md", "")
        assert during["bees.md"] == bees["bees.md"]
        assert set(during) <= {"bees.md", "the-mill.md"}
        assert mill in ("", before.get("the-mill.md", ""), words.strip())
        report = sync(config)
        assert report.failed == () or "withdrawn" in report.failed[0][1]
        after = texts(config)
        assert after.get("the-mill.md", "") in ("", before.get("the-mill.md", ""), words.strip())
        if "the-mill.md" not in after and there:
            assert files_holding(config.home, before["the-mill.md"][:80]) == []
            assert not (config.corpus / "the-mill.md").exists()
        held = [one for one in config.corpus.iterdir() if not one.name.startswith(".")]
        assert {one.name for one in held} == set(after)
        for one in held:  # what was withdrawn may be added again in the next turn
            if one.name != "bees.md":
                assert one.read_text().startswith("---\n")
        _forget(config)
    assert_same(state_of(config), built_from_nothing(config, tmp_path / "fresh"))
    assert [path for path in config.corpus.iterdir() if path.name.startswith(".")] == []


def _forget(config):
    """Lets what was withdrawn come back, so that the next turn can add it."""
    from assistant.kept.records import Records

    for one in Records(config.home).withdrawals():
        Records(config.home).take_back(one.fingerprint)


def test_killed_at_four_moments(config, write, tmp_path):
    run(config, write, tmp_path, [5.0, 0.3, 0.6, 0.9])


@pytest.mark.soak
def test_killed_at_thirty_random_moments(config, write, tmp_path):
    chance = random.Random(30)
    run(config, write, tmp_path, [chance.uniform(0, 2.5) for _ in range(30)])
