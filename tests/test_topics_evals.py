"""Topics written on pieces of public text: read from offsets, and made into what a reader can learn from."""

import json
import random

import pytest

from evals.sets import PublicSet, Text
from evals.topics import read_topics, topic_examples

TEXT = "The hall leaks when it rains. It was built by hand. Ducks came to the pond in May. The hall is let to a choir."


@pytest.fixture
def public():
    texts = {name: Text.of(name, TEXT, name) for name in map(str, range(40))}
    return PublicSet("shifts_new_wiki", texts, [])


def written(public, path, document):
    text = public.texts[document]
    spans = [[text.starts[i], text.ends[i]] for i in range(4)]
    line = ["shifts_new_wiki", document, 0, len(TEXT), "state of the building", "other", spans[:2], spans[3:]]
    elsewhere = ["another set", "x", 0, 1, "nothing", "own", [], []]
    path.write_text(f"{json.dumps(line)}\n{json.dumps(elsewhere)}\n", encoding="utf-8")
    return read_topics([public], path)


def test_offsets_become_sentences(public, tmp_path):
    (one,) = written(public, tmp_path / "topics.jsonl", "0")["shifts_new_wiki"]
    assert (one.topic, one.kind, one.piece) == ("state of the building", "other", range(4))
    assert (one.tells, one.names) == ({0, 1}, {3})


def test_examples_show_what_tells_and_what_only_names(public, tmp_path):
    document = next(name for name in public.texts if public.part(name) == "train")
    topics = written(public, tmp_path / "topics.jsonl", document)
    assert list(topic_examples([public], "dev", random.Random(1), topics)) == []
    made = [e for group in topic_examples([public], "train", random.Random(1), topics) for e in group]
    assert {e.kind for e in made} == {"topic"} and {e.question for e in made} == {"state of the building"}
    assert {e.sentences[k] for e in made for k in e.evidence} == {
        "The hall leaks when it rains.",
        "It was built by hand.",
    }
    assert {e.sentences[k] for e in made for k in e.names} == {"The hall is let to a choir."}
