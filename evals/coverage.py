"""`python -m evals.coverage CASES [--corpus C=FOLDER ...]`: how well the labels of coverage agree with careful readers'.

A case is a line of JSON: `{"id", "corpus", "topic", "label"}`, and `"split"` where it is known. Each corpus is ingested in a home made for the run.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.coverage.agenda import MOST
from assistant.coverage.values import Label, TopicCoverage
from evals.metrics import Share
from evals.tell import tell
from ingest import sync

CASES = Path(__file__).with_name("coverage.jsonl")
CORPUS = Path(__file__).parents[1] / "corpus"


@dataclass(frozen=True, slots=True)
class Case:
    """A topic of a corpus, and what two readers made of it."""

    id: str
    corpus: str
    topic: str
    label: Label
    split: str = ""  # dev: the rule was chosen on it; test: it was not


@dataclass(frozen=True, slots=True)
class Result:
    case: Case
    found: TopicCoverage

    @property
    def off(self) -> int:
        """How many steps the rule is above the readers; below, where negative."""
        return self.found.rule.step - self.case.label.step


def read_cases(file: Path) -> list[Case]:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Case(one["id"], one["corpus"], one["topic"], Label(one["label"]), one.get("split", "")) for one in lines]


def run(cases: Sequence[Case], corpora: Mapping[str, Path]) -> list[Result]:
    """Every case whose corpus is at hand."""
    results: list[Result] = []
    for name, folder in corpora.items():
        own = [case for case in cases if case.corpus == name]
        if not own:
            continue
        with opened(folder) as assistant:
            found: dict[str, TopicCoverage] = {}
            topics = [case.topic for case in own]
            for start in range(0, len(topics), MOST):
                report = assistant.coverage(topics[start : start + MOST])
                found |= {one.topic: one for one in report.topics}
        results += [Result(case, found[" ".join(case.topic.split())]) for case in own]
    return results


@contextmanager
def opened(folder: Path) -> Iterator[Assistant]:
    """An assistant over a folder of documents, in a home made for the run."""
    with tempfile.TemporaryDirectory() as home:
        config = replace(Config.load(environ={}), corpus=folder, home=Path(home))
        sync(config)
        with Assistant.open(config) as assistant:
            yield assistant


def words(results: Sequence[Result], *, every: bool = False) -> str:
    """The agreement, what is off by more than a step, a table of the readers' labels against the rule's, and where they
    differ; with `every`, all cases."""
    lines = [
        _agreement("all", results),
        *(
            _agreement(split, [one for one in results if one.case.split == split])
            for split in ("dev", "test")
            if 0 < sum(one.case.split == split for one in results) < len(results)
        ),
        "",
        *table((one.case.label, one.found.rule) for one in results),
        "",
    ]
    lines += [
        f"{one.case.id} {one.case.topic}: readers {one.case.label.value}, rule {one.found.rule.value} "
        f"({len(one.found.told)} told, {len(one.found.named)} named)"
        for one in results
        if every or one.off
    ]
    return "\n".join(lines)


def table(labels: Iterable[tuple[Label, Label]]) -> list[str]:
    """The readers' labels down and the rule's across, a line each."""
    counts = Counter(labels)
    width = max(len(label.value) for label in Label) + 2
    head = "readers \\ rule".ljust(width + 4) + "".join(label.value.rjust(width) for label in Label)
    rows = (
        one.value.ljust(width + 4) + "".join(str(counts[one, other]).rjust(width) for other in Label) for one in Label
    )
    return [head, *rows]


def _agreement(name: str, results: Sequence[Result]) -> str:
    return agreement(name, [one.off for one in results], "cases")


def agreement(name: str, off: Sequence[int], what: str) -> str:
    """How many of the labels agree. `off`: by how many steps each is off; `what`: they are labels of."""
    share = Share(sum(steps == 0 for steps in off), len(off))
    low, high = share.interval
    far = sum(abs(steps) > 1 for steps in off)
    return f"{name}: {share.of} {what}, agreement {share.value:.3f} ({low:.2f} to {high:.2f}), off by more than one step {far}"


def main(given: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="How well the labels of coverage agree with careful readers'.")
    parser.add_argument("cases", nargs="?", type=Path, default=CASES)
    parser.add_argument(
        "--corpus", action="append", default=[], metavar="NAME=FOLDER", help="C is corpus/ unless given"
    )
    parser.add_argument("--every", action="store_true", help="list every case, not only those that differ")
    arguments = parser.parse_args(given)
    corpora = {"C": CORPUS} | {
        name: Path(folder) for name, _, folder in (one.partition("=") for one in arguments.corpus)
    }
    cases = read_cases(arguments.cases)
    results = run(cases, corpora)
    tell(words(results, every=arguments.every))
    left = sorted({case.corpus for case in cases} - {one.case.corpus for one in results})
    if left:
        tell(
            f"Left out, since their documents are not at hand: {', '.join(left)}. Give them with --corpus NAME=FOLDER."
        )


if __name__ == "__main__":
    main()
