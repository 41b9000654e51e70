"""Reading: a model that sees question and passage together, and tells which sentences answer, or that none does.

The default is our own, trained by evals/train.py and committed in assistant/weights. Any cross-encoder that
sentence-transformers can load takes its place by name; then each sentence is read with the one before it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from assistant.config import DEFAULT_READER, NO_READER, Config
from assistant.errors import ModelError
from assistant.layout import Layout, Pieces, layout, pieces
from assistant.runtime import open_session, open_tokenizer

WEIGHTS = Path(__file__).with_name("weights") / "reader.onnx"
LONGEST_SPAN = 20  # tokens of a short answer
NOTHING = -20.0  # the log-odds of what was not read


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once: sentences that follow one another, and what governs them."""

    context: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one sentence. All but `answer` are log-odds, as the model gives them, not calibrated."""

    evidence: float  # that the sentence is evidence
    passage: float  # that its window answers at all
    span: float  # of the best short answer in it, against none
    answer: tuple[int, int] = (0, 0)  # characters of the sentence: that short answer


UNREAD = Reading(NOTHING, NOTHING, NOTHING)


class Reader(Protocol):
    @property
    def name(self) -> str:
        """What marks figures that depend on it: two readers of one name give the same readings."""

    def read(self, question: str, windows: Sequence[Window]) -> list[list[Reading]]:
        """For each window a reading of each of its sentences."""


def open_reader(config: Config) -> Reader | None:
    """The reader that the configuration names; None for `none`. Raises ModelError."""
    if config.reader == NO_READER:
        return None
    if config.reader == DEFAULT_READER:
        return TrainedReader.default()
    return CrossEncoderReader(config.reader)


class TrainedReader:
    """Our own reader, int8, one window a call (assistant/runtime.py)."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        try:
            self._session = open_session(model)
            text = open_tokenizer(tokenizer)
        except Exception as error:  # ONNX Runtime's own errors share no root
            raise ModelError(
                f"The reader's weights in {model} cannot be loaded ({error}). Install Commonplace again."
            ) from error
        self._pieces: Callable[[str], Pieces] = lru_cache(maxsize=20_000)(lambda words: pieces(text, words))
        self._name = f"trained-{hashlib.sha256(model.read_bytes()).hexdigest()[:8]}"
        self._workers = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="reader")

    @classmethod
    def default(cls) -> TrainedReader:
        from assistant.embedding import packaged_model

        return cls(WEIGHTS, packaged_model() / "tokenizer.json")

    @property
    def name(self) -> str:
        return self._name

    def read(self, question: str, windows: Sequence[Window]) -> list[list[Reading]]:
        return list(self._workers.map(lambda window: self._window(question, window), windows))

    def _window(self, question: str, window: Window) -> list[Reading]:
        import numpy as np

        texts = [self._pieces(sentence) for sentence in window.sentences]
        found: list[Reading] = []
        while len(found) < len(texts):  # what did not fit is read in a window of its own, after the sentence before it
            lead = 1 if found else 0
            rest = texts[len(found) - lead :]
            one = layout(self._pieces(question), self._pieces(window.context), rest)
            inputs = {
                "input_ids": np.array([one.ids], dtype=np.int64),
                "token_type_ids": np.array([one.types], dtype=np.int64),
                "attention_mask": np.ones((1, len(one.ids)), dtype=np.int64),
            }
            logits = self._session.run(None, inputs)[0][0]
            made = readings(one, logits, rest)[lead:]
            found += made or [UNREAD]
        return found


def readings(one: Layout, logits: Any, texts: Sequence[Pieces]) -> list[Reading]:
    """What the model's `logits`, shape (tokens, 3), tell of each sentence that has a mark."""
    none = float(logits[0, 1] + logits[0, 2])
    ends = [*one.marks[1:], len(one.ids) - 1]
    made: list[Reading] = []
    for mark, end, text in zip(one.marks, ends, texts, strict=False):
        best, first, last = NOTHING, 0, 0
        starts, stops = logits[mark + 1 : end, 1], logits[mark + 1 : end, 2]
        for i in range(len(starts)):
            j = i + int(stops[i : i + LONGEST_SPAN].argmax())
            if (odds := float(starts[i] + stops[j]) - none) > best:
                best, first, last = odds, i, j
        answer = (text.offsets[first][0], text.offsets[last][1]) if len(starts) else (0, 0)
        made.append(Reading(float(logits[mark, 0]), float(logits[0, 0]), best, answer))
    return made


class CrossEncoderReader:
    """Any cross-encoder by name or folder. It scores the question against each sentence, after the one before it."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import CrossEncoder

        try:
            self._model = CrossEncoder(model, device="cpu")
        except Exception as error:  # the library raises many kinds: a missing folder, no network, a bad file
            raise ModelError(
                f"The reader '{model}' cannot be loaded ({error}). Give the folder of a cross-encoder, or take the "
                "setting 'reader' out to use our own."
            ) from error
        self._name = model

    @property
    def name(self) -> str:
        return self._name

    def read(self, question: str, windows: Sequence[Window]) -> list[list[Reading]]:
        import torch

        pairs = [
            (question, " ".join(part for part in (w.context, *w.sentences[max(0, i - 1) : i + 1]) if part))
            for w in windows
            for i in range(len(w.sentences))
        ]
        if not pairs:
            return []
        odds = self._model.predict(pairs, activation_fn=torch.nn.Identity(), show_progress_bar=False)
        each = iter(float(one) for one in odds)
        made: list[list[Reading]] = []
        for window in windows:
            own = [next(each) for _ in window.sentences]
            best = max(own, default=NOTHING)
            made.append([Reading(one, best, one) for one in own])
        return made
