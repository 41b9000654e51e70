"""The one home of ONNX Runtime and tokenizers: how our own models are opened, the embedding model and the reader alike.

One text a call, because dynamic quantization takes its scale over a whole batch: batched, a text's numbers would change
with its neighbours. One thread a call, one worker a core instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


def open_session(model: Path) -> Any:
    """An ONNX Runtime session on the processor. Raises whatever ONNX Runtime does; its errors share no root."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Processors without VNNI overflow 8-bit products; this keeps their results right.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def open_tokenizer(file: Path) -> Any:
    """A tokenizer that neither pads nor cuts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
