"""The default model: verified, exported once, and the same vector whatever stands beside a text."""

import shutil

import numpy as np
import pytest

from assistant.embedding import OnnxEmbedder, exported, packaged_model
from assistant.errors import ModelError

TEXTS = ["Bees like clover.", "", "信任", "a " * 2000, "How did the group build trust over several years?"]


@pytest.fixture(scope="module")
def embedder(cache):
    return OnnxEmbedder.default(cache)


def test_vectors_are_unit_length(embedder):
    vectors = embedder.embed(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((5, 384), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_has_one_vector_alone_or_among_others(embedder):
    together = embedder.embed(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert np.array_equal(embedder.embed([text])[0], vector)


def test_meaning_is_near_meaning(embedder):
    a, b, c = embedder.embed(
        ["How do people come to trust one another?", "Building trust takes time.", "The bus is late."]
    )
    assert a @ b > a @ c + 0.2


def test_progress_is_told_for_every_text(embedder):
    told = []
    embedder.embed(TEXTS, told.append)
    assert sum(told) == len(TEXTS)


def test_no_texts_make_no_vectors(embedder):
    assert embedder.embed([]).shape == (0, 384)


def test_weights_that_are_not_the_known_ones_are_refused(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(packaged_model(), folder)
    with (folder / "model.safetensors").open("r+b") as weights:
        weights.seek(1000)
        weights.write(b"\0\0\0\1")
    with pytest.raises(ModelError, match="not the ones we know"):
        exported(folder, tmp_path / "cache")


def test_a_damaged_model_file_says_what_to_do(tmp_path):
    (tmp_path / "bad.onnx").write_bytes(b"nonsense")
    with pytest.raises(ModelError, match="Delete it"):
        OnnxEmbedder(tmp_path / "bad.onnx", packaged_model() / "tokenizer.json", "x")
