"""The trained reader itself: what it must be able to tell. The passages are invented for a test."""

import hashlib

import pytest

from assistant.config import Config
from assistant.errors import ModelError
from assistant.read import UNREAD, WEIGHTS, CrossEncoderReader, TrainedReader, Window, open_reader

PASSAGE = Window(
    "Opening. Petra Quill from Thornby Orchard",
    (
        "Petra Quill and six other growers came together last spring, after the mill closed.",
        "They set up the Thornby Orchard Circle.",
        "It lends ladders to anyone who asks, and 40 families have borrowed one.",
        "The weather was poor that year.",
    ),
)


@pytest.fixture(scope="module")
def reader():
    return TrainedReader.default()


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        ("How many families borrowed a ladder?", 2, "40"),
        ("What did the growers set up?", 1, "Thornby Orchard Circle"),
        ("What was the weather like?", 3, "poor"),
    ],
)
def test_the_sentence_that_answers_reads_best_and_holds_the_answer(reader, question, sentence, answer):
    found = reader.read(question, [PASSAGE])[0]
    assert max(range(len(found)), key=lambda i: found[i].evidence) == sentence
    assert answer in PASSAGE.sentences[sentence][slice(*found[sentence].answer)]


def test_a_near_miss_reads_worse_than_a_question_that_is_answered(reader):
    def best(question):
        return max(one.evidence for one in reader.read(question, [PASSAGE])[0])

    assert best("How many families borrowed a ladder?") > best("How much does it cost to borrow a ladder?") + 1
    assert best("Who came together last spring?") > best("Who mends the ladders?") + 1


def test_a_reading_does_not_depend_on_what_else_is_read(reader):
    alone = reader.read("Who lends ladders?", [PASSAGE])[0]
    other = Window("", ("Otters swim well." * 5,))
    assert reader.read("Who lends ladders?", [other, PASSAGE, other])[1] == alone


def test_a_long_passage_is_read_to_its_end(reader):
    many = Window(
        "", (*["The rain fell on the roof of the barn all night and all day long."] * 40, PASSAGE.sentences[2])
    )
    found = reader.read("How many families borrowed a ladder?", [many])[0]
    assert len(found) == 41
    assert max(range(41), key=lambda i: found[i].evidence) == 40


def test_odd_passages_are_read_without_a_fall(reader):
    assert reader.read("why?", []) == []
    assert reader.read("why?", [Window("", ())]) == [[]]
    found = reader.read("?" * 3000, [Window("x" * 5000, ("", "\u200b", "a" * 9000))])[0]
    assert len(found) == 3
    assert all(isinstance(one.evidence, float) for one in found)


def test_the_weights_are_the_ones_the_model_card_tells_of():
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    assert digest in WEIGHTS.with_name("README.md").read_text(encoding="utf-8")
    assert WEIGHTS.stat().st_size <= 25_000_000


def test_a_configuration_names_the_reader(config: Config, tmp_path):
    from dataclasses import replace

    assert open_reader(replace(config, reader="none")) is None
    with pytest.raises(ModelError, match="cannot be loaded"):
        open_reader(replace(config, reader=str(tmp_path / "nowhere")))
    bad = tmp_path / "bad.onnx"
    bad.write_bytes(b"not a model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        TrainedReader(bad, tmp_path / "no.json")


def test_any_cross_encoder_may_take_its_place(tmp_path):
    """A tiny one with weights by chance, made here: what matters is that its readings come back in their order."""
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    from assistant.embedding import packaged_model

    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    BertForSequenceClassification(BertConfig(num_labels=1, **shape)).save_pretrained(tmp_path)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(packaged_model() / "tokenizer.json"), pad_token="[PAD]", sep_token="[SEP]", cls_token="[CLS]"
    )
    tokenizer.save_pretrained(tmp_path)
    reader = CrossEncoderReader(str(tmp_path))
    found = reader.read("Who lends ladders?", [PASSAGE, Window("", ("Otters swim.",))])
    assert [len(one) for one in found] == [4, 1]
    assert found[0][0].passage == max(one.evidence for one in found[0])
    assert reader.read("why?", []) == []
    assert reader.name == str(tmp_path)
    assert UNREAD.evidence < -10
