"""The one home of Chroma: what goes in comes out, each audience finds its own, and a copy is whole."""

import json

import numpy as np
import pytest
from states import files_holding

from assistant.domain import Audience, Block, Document, Form, Passage, Sentence, Standing
from assistant.errors import CommonplaceError
from assistant.index import (
    BATCH,
    Index,
    Row,
    copy,
    document_row,
    drop,
    passage_fields,
    passage_id,
    scrub,
    to_document,
    to_passage,
)

DOCUMENT = Document(
    id="talks/élan.md",
    title="The hedge",
    text="Invented for a test.\n🙂 Ja.",
    blocks=(Block("paragraph", 0, 20), Block("item", 21, 26)),
    kind="blog",
    date="2020-07",
    authors=("Asha Patel",),
    places=("Surrey",),
    standing=Standing.MEMBER,
    sharing=Audience.CONVENORS,
    form=Form.RETELLING,
    source="https://example.org",
    questions=("Why?",),
    digest="abc",
)
PASSAGE = Passage("talks/élan.md", 0, 20, (Sentence(0, 20),), 4, ("A", "B"), "Asha Patel", "from Surrey", ("Surrey",))


def unit(*values):
    vector = np.array([*values, *([0.0] * (4 - len(values)))], dtype=np.float32)
    return vector / np.linalg.norm(vector)


def row(key, vector, sharing=Audience.PUBLIC, document="a.md"):
    return Row(key, f"text of {key}", vector, {"sharing": int(sharing), "document": document})


@pytest.fixture
def index(tmp_path):
    made = Index.open(tmp_path / "one", "test", create=True)
    yield made
    made.close()


def test_a_document_comes_back_as_it_was(index):
    index.add("documents", [document_row(DOCUMENT, unit(1))])
    assert to_document(index.fetch("documents", [DOCUMENT.id])[DOCUMENT.id]) == DOCUMENT


def test_a_passage_comes_back_as_it_was(index):
    fields = {"sharing": 0, "document": PASSAGE.document, "fields": passage_fields(PASSAGE)}
    index.add("passages", [Row(passage_id(PASSAGE), "Invented for a test.", unit(1), fields)])
    assert to_passage(index.all("passages")[0]) == PASSAGE


def test_the_nearest_come_first_with_their_cosines(index):
    index.add("sentences", [row("a", unit(1)), row("b", unit(1, 1)), row("c", unit(0, 1))])
    found = index.search("sentences", unit(1), 3, Audience.CONVENORS)
    assert [key for key, _ in found] == ["a", "b", "c"]
    assert [similarity for _, similarity in found] == pytest.approx([1, 0.5**0.5, 0], abs=1e-5)


@pytest.mark.parametrize("audience", list(Audience), ids=lambda a: a.label)
def test_a_search_sees_what_its_audience_may_see_however_rare(index, audience):
    chance = np.random.default_rng(1)
    hidden = [row(f"c{i}", unit(1, *chance.normal(0, 0.01, 3)), Audience.CONVENORS) for i in range(300)]
    index.add("sentences", [*hidden, row("m", unit(0, 1), Audience.MEMBERS), row("p", unit(0, 0, 1), Audience.PUBLIC)])
    found = {key for key, _ in index.search("sentences", unit(1), 302, audience)}
    assert {"p", "m", "c1"} & found == {"p", "m", "c1"} - ({"c1"} if audience < 2 else set()) - (
        {"m"} if audience < 1 else set()
    )
    assert (len(found) > 200) == (audience is Audience.CONVENORS)


def test_more_rows_than_a_batch_all_come_back_in_order(index):
    chance = np.random.default_rng(2)
    index.add("sentences", [row(f"s{i}", unit(*chance.normal(size=4))) for i in range(BATCH + 7)])
    assert index.count("sentences") == BATCH + 7
    assert [one.id for one in index.all("sentences", vectors=False)] == [f"s{i}" for i in range(BATCH + 7)]


def test_rows_of_some_documents(index):
    index.add("sentences", [row("a", unit(1), document="a.md"), row("b", unit(0, 1), document="b.md")])
    found = index.of_documents("sentences", ["b.md", *(f"{i}.md" for i in range(250))])
    assert [one.id for one in found] == ["b"]
    assert np.allclose(found[0].vector, unit(0, 1))


def test_what_is_not_there_is_not_fetched(index):
    assert index.fetch("documents", []) == {}
    assert index.fetch("documents", ["no"]) == {}
    assert index.search("sentences", unit(1), 5, Audience.PUBLIC) == []


def test_a_copy_is_whole_and_writing_to_it_leaves_the_first_alone(tmp_path, index):
    index.add("sentences", [row("a", unit(1))])
    copy(tmp_path / "one", tmp_path / "two")  # while `index` is open, as a reader's is
    other = Index.open(tmp_path / "two", "test", create=True)
    # A name that no other test has given: the unused ends of the first graph hold what this process's memory held before.
    other.add("sentences", [row("bustard", unit(0, 1))])
    assert [one.id for one in other.all("sentences")] == ["a", "bustard"]
    assert [key for key, _ in other.search("sentences", unit(0, 1), 2, Audience.PUBLIC)] == ["bustard", "a"]
    other.close()
    assert [one.id for one in index.all("sentences")] == ["a"]
    assert not files_holding(tmp_path / "one", "text of bustard")


def test_what_memory_held_before_is_scrubbed_and_the_graph_still_answers(tmp_path):
    made = Index.open(tmp_path, "test", create=True)
    made.add("sentences", [row("a", unit(1)), row("b", unit(0, 1))])
    made.close()
    graph = next((tmp_path / "chroma").glob("*/data_level0.bin"))
    for name in ("data_level0.bin", "length.bin"):
        file = graph.with_name(name)
        half = file.stat().st_size // 2
        file.write_bytes(file.read_bytes()[:half] + (b"quokka" * half)[:half])
    scrub(tmp_path)
    assert not files_holding(tmp_path, "quokka")
    again = Index.open(tmp_path, "test")
    assert [key for key, _ in again.search("sentences", unit(1), 2, Audience.PUBLIC)] == ["a", "b"]
    again.close()


def test_metadata_is_plain_json(index):
    index.add("documents", [document_row(DOCUMENT, unit(1))])
    assert json.loads(str(index.all("documents")[0].metadata["fields"]))["authors"] == ["Asha Patel"]


def test_a_server_that_does_not_answer_is_told_with_what_to_do():
    with pytest.raises(CommonplaceError, match="Start it, or take the setting 'chroma' out"):
        drop("http://127.0.0.1:9", "test")
