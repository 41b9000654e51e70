"""The committed weights, made float again, read as they do."""

import pytest

from assistant.embedding import packaged_model
from assistant.read import WEIGHTS, TrainedReader, Window
from assistant.runtime import open_tokenizer
from evals.examples import Example
from evals.thaw import thaw
from evals.train import read


@pytest.mark.filterwarnings("ignore")  # the libraries' own, about what they load
def test_they_read_alike():
    window = Window("A note", ("Charity leaders set up the Hive Trust.", "They met each week.", "Bees like clover."))
    question = "Who set up the Hive Trust?"
    tokenizer = open_tokenizer(packaged_model() / "tokenizer.json")
    asked = Example(question, window.context, window.sentences, frozenset(), None, "answerable")
    (full,) = read(thaw(WEIGHTS).eval(), tokenizer, [asked])
    (small,) = TrainedReader.default().read(question, [window])
    for a, b in zip(full, small, strict=True):
        assert a.evidence == pytest.approx(b.evidence, abs=0.6)
        assert a.passage == pytest.approx(b.passage, abs=0.6)
    assert max(full, key=lambda r: r.evidence) is full[0]
