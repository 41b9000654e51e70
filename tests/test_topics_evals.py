"""Topics written on pieces of public text: read from offsets, and what coverage makes of them."""

import json
from dataclasses import replace

import pytest

from assistant.coverage.values import Label
from evals.sets import PublicSet, Text
from evals.topics import Topic, measured, read_topics, words

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


def test_a_topic_has_the_label_that_the_counting_rule_gives_it():
    def label(tells, names):
        return Topic("0", range(9), "bees", "own", frozenset(range(tells)), frozenset(range(9 - names, 9))).label

    assert [label(4, 0), label(3, 2), label(0, 1), label(0, 0)] == [Label.WELL, Label.THIN, Label.NAMED, Label.ABSENT]


def test_what_coverage_makes_of_a_topic_is_held_against_the_sentences_that_tell(public, tmp_path):
    topics = written(public, tmp_path / "topics.jsonl", "0")["shifts_new_wiki"]
    ducks = replace(topics[0], topic="ducks in the pond", tells=frozenset({2}), names=frozenset())
    none = replace(topics[0], topic="space travel", tells=frozenset(), names=frozenset())
    found, nothing = measured(public, [ducks, none])
    assert (found.label, found.said, found.right, found.off) == (Label.THIN, 1, 1, 0)
    assert (nothing.label, nothing.said, nothing.off) == (Label.ABSENT, 0, 0)
    told = words([found, nothing])
    assert "all: 2 topics, agreement 1.000" in told
    assert "sentences said to tell: 1, of which 1 do; of 1 that tell 1 are found" in told
