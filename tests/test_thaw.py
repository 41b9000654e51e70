"""The committed weights, made float again, read as they do."""

import pytest
import torch

from assistant.embedding import packaged_model
from assistant.layout import layout, pieces
from assistant.read import WEIGHTS, TrainedReader, Window, readings
from assistant.runtime import open_tokenizer
from evals.thaw import thaw


@pytest.mark.filterwarnings("ignore")  # the libraries' own, about what they load
def test_they_read_alike():
    window = Window("A note", ("Charity leaders set up the Hive Trust.", "They met each week.", "Bees like clover."))
    question = "Who set up the Hive Trust?"
    tokenizer = open_tokenizer(packaged_model() / "tokenizer.json")
    texts = [pieces(tokenizer, sentence) for sentence in window.sentences]
    one = layout(pieces(tokenizer, question), pieces(tokenizer, window.context), texts)
    with torch.no_grad():
        logits = (
            thaw(WEIGHTS)
            .eval()(
                input_ids=torch.tensor([one.ids]),
                token_type_ids=torch.tensor([one.types]),
                attention_mask=torch.ones((1, len(one.ids)), dtype=torch.long),
            )
            .logits[0]
        )
    full = readings(one, logits.numpy(), texts)
    (small,) = TrainedReader.default().read(question, [window])
    for a, b in zip(full, small, strict=True):
        assert a.evidence == pytest.approx(b.evidence, abs=0.6)
        assert a.passage == pytest.approx(b.passage, abs=0.6)
    assert max(full, key=lambda r: r.evidence) is full[0]
