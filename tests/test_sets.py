"""Public question sets as sentences and parts. The texts are invented for a test."""

import json

import pytest

from evals.sets import Text, read_set

TEXT = "Bees like clover. They hum.\nOtters like eels.\n\nHerons wait. They stand still."


def test_sentences_know_their_place_and_their_paragraph():
    text = Text.of("a", TEXT)
    assert [TEXT[a:b] for a, b in zip(text.starts, text.ends, strict=True)] == [
        "Bees like clover.", "They hum.", "Otters like eels.", "Herons wait.", "They stand still.",
    ]  # fmt: skip
    assert text.block == (0, 0, 0, 1, 1)
    assert list(text.inside(TEXT.index("hum"), TEXT.index("Otters") + 3)) == [1, 2]
    assert list(text.inside(TEXT.index(" They"), TEXT.index("They hum"))) == []


@pytest.fixture
def folder(tmp_path):
    def question(number, document, answerable):
        spans = [{"doc_id": document, "start": 0, "end": 17, "text": TEXT[:17]}] if answerable else []
        return {
            "id": f"q{number}", "question": "What do bees like?", "doc": document, "relevant_spans": spans,
            "answerable": answerable, "gold_answer": ["clover"] if answerable else [], "paragraph": [0, len(TEXT)],
        }  # fmt: skip

    names = [f"d{i:02}" for i in range(16)]
    data = {
        "docs": [{"id": name, "title": name, "text": TEXT} for name in names],
        "questions": [question(i, name, i % 2 == 0) for i, name in enumerate(names * 2)],
    }
    for name in ("squad2", "selqa"):
        (tmp_path / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


def test_evidence_is_numbered_sentences(folder):
    found = read_set(folder, "squad2")
    yes = next(q for q in found.questions if q.answerable)
    no = next(q for q in found.questions if not q.answerable)
    assert (yes.evidence, yes.answers, list(yes.inside)) == ((0,), ("clover",), [0, 1, 2, 3, 4])
    assert no.evidence == ()


def test_a_document_is_in_one_part_and_the_last_articles_report(folder):
    squad = read_set(folder, "squad2")
    assert [squad.part(f"d{i:02}") for i in range(16)] == ["train"] * 10 + ["dev"] + ["test"] * 5
    parts = {squad.part_of(q) for q in squad.questions if q.document == "d03"}
    assert parts == {"train"}
    held = [read_set(folder, "selqa").part(f"d{i:02}") for i in range(16)]
    assert {"train", "test"} <= set(held)
