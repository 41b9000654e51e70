"""The committed int8 weights of the reader as a model in full precision, to go on training from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

LABELS = 3  # what the reader gives each token; see assistant/read.py
INNER = "inner."  # what evals/train.py's export puts before each name


def thaw(file: Path) -> Any:
    """A token classifier of transformers with the weights of `file`, an export of evals/train.py."""
    import torch
    from transformers import AutoConfig, AutoModelForTokenClassification

    from assistant.embedding import packaged_model

    config = AutoConfig.from_pretrained(packaged_model(), num_labels=LABELS, attn_implementation="sdpa")
    model = AutoModelForTokenClassification.from_config(config)  # type: ignore[no-untyped-call]
    state = model.state_dict()
    found = _weights(file)
    told = {name: torch.tensor(found[name]) for name in state if name in found}
    left = sorted(set(state) - set(told) - {"bert.embeddings.position_ids"})
    if left:
        raise ValueError(f"{file} lacks {', '.join(left)}: it is no export of evals/train.py.")
    model.load_state_dict(told, strict=False)
    return model


def _weights(file: Path) -> dict[str, Any]:
    """The weights by the names that transformers gives them; a matrix as (outputs, inputs)."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(file)).graph
    kept = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    suffix = "_quantized"
    found: dict[str, Any] = {}
    for name, value in kept.items():
        if name.startswith(INNER) and not name.endswith((suffix, "_scale", "_zero_point")):
            found[name.removeprefix(INNER)] = value
        elif name.startswith(INNER) and name.endswith(suffix):
            found[name.removeprefix(INNER).removesuffix(suffix)] = _full(kept, name.removesuffix(suffix))
    for node in graph.node:
        if node.op_type != "MatMulInteger" or not node.input[1].endswith(suffix):
            continue
        # "/inner/bert/encoder/layer.0/attention/self/query/MatMul_quant"
        path = node.name.strip("/").split("/")[1:-1]
        found[".".join(path) + ".weight"] = _full(kept, node.input[1].removesuffix(suffix)).T
    return found


def _full(kept: dict[str, Any], name: str) -> Any:
    """A quantized weight in full precision: by one scale, or one a column."""
    value, scale, zero = (kept[name + part] for part in ("_quantized", "_scale", "_zero_point"))
    return ((value.astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)
