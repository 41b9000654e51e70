"""Topics as a convenor would write them, on pieces of the public sets: which sentences tell of each, and which only name it.

`topics.jsonl` holds them, written for this project by readers of the pieces; offsets only, since the texts are not ours.
A line is `[set, document, start, end, topic, kind, [[start, end], ...] that tell, [[start, end], ...] that only name]`. Kinds:
`own` (in the text's words), `other` (in other words than what tells of it), `one` (told by one sentence), `named` (named
and not told), `near` (as though it were told, and is not).
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.examples import Example, shown
from evals.sets import Part, PublicSet, Text
from evals.shelf import spans

TOPICS = Path(__file__).with_name("topics.jsonl")
SHORTEST, LONGEST = 40, 105  # words of a passage
SILENT = 2  # passages of the piece that neither tell nor name, read beside those that do


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a piece of a document; numbers of the document's sentences."""

    document: str
    piece: range
    topic: str
    kind: str
    tells: frozenset[int]
    names: frozenset[int]


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


def topic_examples(
    sets: Sequence[PublicSet], part: Part, chance: random.Random, topics: dict[str, list[Topic]]
) -> Iterator[tuple[Example, ...]]:
    """One pass over the topics of a part: of each, every passage of its piece that tells of it or names it, some that do
    neither, and one of another document."""
    for public in sets:
        own = [t for t in topics.get(public.name, []) if public.part(t.document, _start(public, t)) == part]
        for topic in own:
            text = public.texts[topic.document]
            passages = spans(text, topic.piece, chance.randint(SHORTEST, LONGEST))
            speaks = [s for s in passages if (topic.tells | topic.names) & set(s)]
            silent = [s for s in passages if s not in speaks]
            for span in [*speaks, *chance.sample(silent, min(SILENT, len(silent)))]:
                yield (_example(public, topic, text, span, chance),)
            other = chance.choice(own)
            if other.document != topic.document and public.name != "qmsum_val":  # its meetings are on the same things
                elsewhere = public.texts[other.document]
                span = chance.choice(spans(elsewhere, other.piece, chance.randint(SHORTEST, LONGEST)))
                yield (_example(public, topic, elsewhere, span, chance),)


def _start(public: PublicSet, topic: Topic) -> int:
    return public.texts[topic.document].starts[topic.piece.start]


def _example(public: PublicSet, topic: Topic, text: Text, span: range, chance: random.Random) -> Example:
    context, sentences = shown(public.name, text, span, chance)
    same = text.id == topic.document
    tells = frozenset(k for k, i in enumerate(span) if same and i in topic.tells)
    names = frozenset(k for k, i in enumerate(span) if same and i in topic.names)
    return Example(topic.topic, context, tuple(sentences), tells, None, "topic", public.name, names)
