"""`python -m evals.topics SETS`: how well coverage labels topics, and finds the sentences that tell of them, on public text.

`topics.jsonl` holds topics as a convenor would write them, written for this project by readers of pieces of the public sets;
offsets only, since the texts are not ours. A line is `[set, document, start, end, topic, kind, [[start, end], ...] that tell,
[[start, end], ...] that only name]`. Kinds: `own` (in the text's words), `other` (in other words than what tells of it), `one`
(told by one sentence), `named` (named and not told), `near` (as though it were told, and is not).

Each piece is ingested as the only document of a home made for it. The label wanted follows from the counting rule and the
number of sentences that tell or name.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.coverage import rule
from assistant.coverage.values import Label, TopicCoverage
from assistant.domain import Statement
from evals.coverage import agreement, opened, table
from evals.sets import NAMES, PublicSet, read_set
from evals.tell import tell

TOPICS = Path(__file__).with_name("topics.jsonl")
PARAGRAPH = 5  # sentences
MARKUP = re.compile(r"[#*_`<>|\[\]]")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a piece of a document; numbers of the document's sentences."""

    document: str
    piece: range
    topic: str
    kind: str
    tells: frozenset[int]
    names: frozenset[int]

    @property
    def label(self) -> Label:
        return rule.label(len(self.tells), len(self.names))


@dataclass(frozen=True, slots=True)
class Result:
    """What coverage made of a topic: its label, and how many of the sentences that it says tell do (`right`)."""

    topic: Topic
    label: Label
    said: int
    right: int

    @property
    def off(self) -> int:
        return self.label.step - self.topic.label.step


def read_topics(sets: Sequence[PublicSet], path: Path = TOPICS) -> dict[str, list[Topic]]:
    """The topics of each set, by its name."""
    found: dict[str, list[Topic]] = defaultdict(list)
    texts = {one.name: one.texts for one in sets}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, document, start, end, topic, kind, tells, names = json.loads(line)
        if name not in texts:
            continue
        text = texts[name][document]
        numbers = [frozenset(i for a, b in spans for i in text.inside(a, b)) for spans in (tells, names)]
        found[name].append(Topic(document, text.inside(start, end), topic, kind, *numbers))
    return found


def pieces(topics: Iterable[Topic]) -> dict[tuple[str, range], list[Topic]]:
    """The topics of each piece."""
    found: dict[tuple[str, range], list[Topic]] = defaultdict(list)
    for topic in topics:
        found[topic.document, topic.piece].append(topic)
    return found


def measured(public: PublicSet, topics: Iterable[Topic]) -> Iterator[Result]:
    """Every topic asked of its own piece alone."""
    for (document, piece), own in pieces(topics).items():
        text = public.texts[document]
        sentences = {i: " ".join(MARKUP.sub(" ", text.sentence(i)).split()) for i in piece}
        with tempfile.TemporaryDirectory() as folder:
            rows = list(sentences.values())
            paragraphs = (" ".join(rows[i : i + PARAGRAPH]) for i in range(0, len(rows), PARAGRAPH))
            (Path(folder) / "piece.md").write_text("\n\n".join(paragraphs), encoding="utf-8")
            with opened(Path(folder)) as assistant:
                report = assistant.coverage([one.topic for one in own])
        by_topic = {found.topic: found for found in report.topics}
        for one in own:
            if found := by_topic.get(" ".join(one.topic.split())):
                yield _result(one, found, [sentences[i] for i in one.tells])


def _result(topic: Topic, found: TopicCoverage, tells: Collection[str]) -> Result:
    wanted = [_plain(text) for text in tells]
    return Result(topic, found.rule, len(found.told), sum(_among(said, wanted) for said in found.told))


def _among(said: Statement, wanted: Sequence[str]) -> bool:
    """Whether a sentence is one of these, however the two were parted."""
    text = _plain(said.text)
    return any(text == one or (len(text) > 15 and (text in one or one in text)) for one in wanted)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def words(results: Sequence[Result]) -> str:
    """Agreement in all and of each kind, the labels against each other, and what is found of what tells."""
    said, right = sum(one.said for one in results), sum(one.right for one in results)
    lines = [_agreement("all", results)]
    kinds = sorted({one.topic.kind for one in results})
    lines += [_agreement(kind, [one for one in results if one.topic.kind == kind]) for kind in kinds]
    lines += ["", *table((one.topic.label, one.label) for one in results)]
    told = sum(len(one.topic.tells) for one in results)
    lines += ["", f"sentences said to tell: {said}, of which {right} do; of {told} that tell {right} are found"]
    return "\n".join(lines)


def _agreement(name: str, results: Sequence[Result]) -> str:
    return agreement(name, [one.off for one in results], "topics")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder of the public sets")
    arguments = parser.parse_args()
    sets = [read_set(arguments.folder, name) for name in NAMES]
    topics = read_topics(sets)
    tell(words([one for public in sets for one in measured(public, topics.get(public.name, []))]))


if __name__ == "__main__":
    main()
