"""`python -m evals.bench`: speeds as ratios, both sides measured in turns in one run."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

from assistant import Config
from assistant.assistant import Assistant
from evals.metrics import percentile
from evals.tell import tell
from ingest import sync

CORPUS = Path(__file__).parents[1] / "corpus"
QUESTION = "how did Barking build trust?"
TURNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description="Speeds as ratios, both sides measured in turns in one run.")
    parser.add_argument("--documents", type=int, default=1000, help="how many the large corpus has (made, invented)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reading()
        cold(folder)
        large(folder, arguments.documents)


def reading() -> None:
    """Reading what one question finds: 30 sentences worth reading, each with the rest of its passage."""
    from assistant.evidence import READ, readable, window
    from assistant.read import TrainedReader
    from evals.questions import read_questions

    with tempfile.TemporaryDirectory() as home:
        config = replace(Config.load(environ={}), corpus=CORPUS, home=Path(home))
        sync(config)
        reader = TrainedReader.default()
        taken: list[float] = []
        with Assistant.open(config) as assistant:
            for asked in read_questions()[:100]:
                question, candidates = assistant.candidates(asked.question)
                windows = [window(group) for group in readable(question, candidates)]
                began = time.perf_counter()
                reader.read(asked.question, windows)
                taken.append(time.perf_counter() - began)
    p50, p95 = (1000 * percentile(taken[5:], share) for share in (0.5, 0.95))
    tell(f"reading {READ} candidates and their passages: p50 {p50:.0f} ms, p95 {p95:.0f} ms")


def cold(folder: Path) -> None:
    """A whole `commonplace ask`, from start to exit, against a LlamaIndex script that does the like."""
    env = os.environ | {
        "COMMONPLACE_CORPUS": str(CORPUS),
        "COMMONPLACE_HOME": str(folder / "home"),
        "HF_HUB_OFFLINE": "1",
    }
    ours = [str(Path(sys.executable).with_name("commonplace")), "ask", QUESTION]
    theirs = [sys.executable, "-m", "evals.llamaindex_script"]
    _run([ours[0], "ingest"], env)
    _run([*theirs, "make", str(CORPUS), str(folder / "saved")], env)
    asks = ours, [*theirs, "ask", str(folder / "saved"), QUESTION]
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS + 1):  # the first of each warms the disk's cache
        for command, times in zip(asks, taken, strict=True):
            times.append(_run(command, env))
    us, them = (median(times[1:]) for times in taken)
    tell(f"cold question: commonplace {us:.2f} s, LlamaIndex script {them:.2f} s, ratio {us / them:.3f}")


def large(folder: Path, documents: int) -> None:
    """A corpus of many made documents: a first sync, one with nothing to do, one with a changed file; then questions."""
    corpus = folder / "large"
    corpus.mkdir()
    for i in range(documents):
        (corpus / f"note-{i:05}.md").write_text(_made(i), encoding="utf-8")
    config = replace(Config.load(environ={}), corpus=corpus, home=folder / "large-home")
    first = _timed(lambda: sync(config))
    nothing = _timed(lambda: sync(config))
    (corpus / "another.md").write_text(_made(documents), encoding="utf-8")
    one = _timed(lambda: sync(config))
    (corpus / "another.md").write_text(_made(documents + 1), encoding="utf-8")
    changed = _timed(lambda: sync(config))
    tell(
        f"{documents:,} documents: first sync {first:.1f} s; nothing to do {nothing / first:.4f} of it, "
        f"a document added {one / first:.4f}, a document changed {changed / first:.4f}"
    )
    with Assistant.open(config) as assistant:
        opening = _timed(lambda: assistant.ask(QUESTION))
        asks = [partial(assistant.ask, f"what did the group in ward {i} agree about gardens?") for i in range(60)]
        times = [_timed(ask) for ask in asks]
        agenda = [f"what the group in ward {i} did about {SUBJECTS[i]}" for i in range(5)] + SUBJECTS[:5]
        covering = _timed(lambda: assistant.coverage(agenda))
    tell(
        f"first question {opening:.2f} s, then p50 {1000 * median(times):.0f} ms, p95 {1000 * percentile(times, 0.95):.0f} ms"
    )
    tell(f"coverage of {len(agenda)} topics {covering:.2f} s")


SUBJECTS = "gardens buses libraries lunches swimming apprentices allotments choirs repair-cafes nurseries".split()
VERBS = "opened closed moved changed shared lost found painted counted doubled".split()


def _made(i: int) -> str:
    """A note of some 25 sentences, none of them true: made for the benchmark."""
    lines = [f"# Note {i} (made for a benchmark)", ""]
    for section in range(3):
        lines += [f"## Part {section + 1}", ""]
        for s in range(8):
            n = i * 31 + section * 7 + s
            lines.append(
                f"In ward {n % 977} the group {VERBS[n % 10]} the {SUBJECTS[(n // 3) % 10]} with {n % 53 + 2} neighbours, "
                f"and number {n} was written on the wall so that {SUBJECTS[(n // 7) % 10]} would follow."
            )
        lines.append("")
    return "\n".join(lines)


def _run(command: list[str], env: dict[str, str]) -> float:
    return _timed(lambda: subprocess.run(command, env=env, check=True, capture_output=True))


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
