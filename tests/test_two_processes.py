"""The app keeps answering, right, while the command line syncs under it."""

import os
import subprocess
import sys
import threading
import time

import pytest
from conftest import environ

from assistant.assistant import Assistant
from assistant.errors import Busy
from assistant.generations import Generations
from ingest.publish import sync

INGEST = [sys.executable, "-c", "from ui.cli import main; main()", "ingest"]


def test_answers_stay_right_while_another_process_syncs(config, write):
    def say(version):
        write("pond.md", f"The pond holds {version} newts, the warden wrote. Herons visit the pond.", title="Pond")

    say(100)
    for i in range(5):
        write(f"other-{i}.md", f"Allotment {i} grew leeks. The gate of allotment {i} is green.", title=f"Plot {i}")
    sync(config)
    seen, wrong, stop = set(), [], threading.Event()
    with Assistant.open(config) as assistant:

        def keep_asking():
            while not stop.is_set():
                answer = assistant.ask("how many newts does the pond hold?")
                quotes = [c.quote for s in answer.statements for c in s.citations]
                counts = {n for n in (100, 101, 102, 103) if any(f"{n} newts" in quote for quote in quotes)}
                seen.update(counts)
                if answer.status != "answered" or len(counts) != 1:
                    wrong.append(answer)

        asker = threading.Thread(target=keep_asking)
        asker.start()
        for version in (101, 102, 103):
            say(version)
            subprocess.run(INGEST, env=os.environ | environ(config), check=True, capture_output=True)
            time.sleep(0.5)
        stop.set()
        asker.join()
        assert not wrong
        assert seen == {100, 101, 102, 103}
        assert assistant.generation == Generations(config.home).current_number()
    sync(config)
    write("last.md", "One more, so that the next sync clears what nobody holds.", title="Last")
    sync(config)
    assert len([p for p in (config.home / "index").iterdir() if p.name.isdigit()]) == 1


def test_a_second_writer_waits_its_turn_or_is_told(config):
    generations = Generations(config.home)
    with generations.write(), pytest.raises(Busy, match="try again"), Generations(config.home).write(wait=0.1):
        pass
