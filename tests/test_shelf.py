"""What stands beside the right passage. The texts are invented for a test."""

import random

import pytest

from assistant.config import Config
from assistant.embedding import open_embedder
from evals.sets import Asked, PublicSet, Text
from evals.shelf import Shelf, pick

OTHERS = " ".join(["Clouds drift over the hill and the rain falls."] * 12)
TEXT = (
    "The mill at Thornby opened in 1871. Petra Quill ran it for thirty years.\n\n"
    f"{OTHERS}\n\nThe mill at Elmstead burned down one night.\n\nSome say that Thornby had a mill before 1871."
)
ASKED = Asked("q1", "When did the mill at Thornby open?", "a", (0,), ("1871",))


@pytest.fixture(scope="module")
def shelf():
    public = PublicSet("fairytale", {"a": Text.of("a", TEXT)}, [ASKED])
    return Shelf(public, public.part_of(ASKED), open_embedder(Config.load(environ={})))


def words(found):
    return [" ".join(text.sentence(i) for i in span) for text, span in found]


def test_the_nearest_passage_that_does_not_answer_comes_first(shelf):
    assert words(shelf.beside([ASKED], 3)["q1"])[0] == "The mill at Elmstead burned down one night."


def test_neither_the_evidence_nor_another_place_with_the_answer_is_among_them(shelf):
    assert not any("1871" in one for one in words(shelf.beside([ASKED], 50)["q1"]))


def test_a_part_without_documents_has_nothing_beside(shelf):
    public = PublicSet("fairytale", {"a": Text.of("a", TEXT)}, [ASKED])
    other = "test" if public.part_of(ASKED) != "test" else "train"
    assert Shelf(public, other, shelf._embedder).beside([ASKED], 3) == {}


def test_the_best_is_always_taken_and_of_the_others_the_better_more_often():
    found = [(Text.of(str(i), ""), range(0)) for i in range(8)]
    drawn = [[int(text.id) for text, _ in pick(found, 2, random.Random(seed))] for seed in range(300)]
    assert {one[0] for one in drawn} == {0}
    second = [one[1] for one in drawn]
    assert set(second) == set(range(1, 8))
    assert second.count(1) > second.count(7)
