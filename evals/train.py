"""`make train SETS=FOLDER`: train the reader from the packaged MiniLM weights, and write it, with its figures, to models/.

A cross-encoder over a question and a whole passage (assistant/layout.py). For the mark of each sentence it gives the
odds that the sentence is evidence, for [CLS] the odds that the passage answers; and, as in extractive question answering,
for each token the odds that the short answer starts or ends there. That third task is there to teach the other two:
what to look for is a thing of the right kind, not a like sentence.

Four stages, one seed: to find (answerable questions and changed ones); to refuse (near misses too, those written for this
project among them); the written questions alone, at a lower rate; and to compare (each question also with the passages
that retrieval would find beside the right one). bf16 where the processor has it.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from assistant.embedding import packaged_model
from assistant.export import to_onnx
from assistant.layout import Layout, Pieces, layout, pieces
from assistant.read import Reading, readings
from assistant.runtime import open_tokenizer
from evals.examples import Example, counted, examples, written
from evals.sets import NAMES, PublicSet, read_set
from evals.tell import tell

RATE = 1.2e-4
BATCH_TOKENS = 4096
BATCH_MOST = 48
# How many of each set's questions one pass takes: the smaller ones whole.
MOST = {"shifts_new_wiki": 5000, "shifts_amazon_reviews": 4000, "shifts_reddit": 5000, "fairytale": 3000}
SHARES = (0.17, 0.56, 0.14, 0.13)  # of the time: each stage


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder of the public sets")
    parser.add_argument("out", type=Path, help="where to write the weights")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--stage", type=int, choices=(1, 2, 3, 4), help="one stage only")
    parser.add_argument("--export", type=Path, help="where to write the int8 ONNX file; nothing is trained then")
    arguments = parser.parse_args()
    if arguments.export:
        export(arguments.out, arguments.export)
        return
    train(arguments.folder, arguments.out, arguments.minutes * 60, arguments.seed, arguments.stage)


def train(folder: Path, out: Path, seconds: float, seed: int, stage: int | None) -> None:
    import torch

    torch.manual_seed(seed)
    sets = [read_set(folder, name) for name in NAMES]
    tokenizer = open_tokenizer(packaged_model() / "tokenizer.json")
    model = _model(packaged_model() if stage in (None, 1) else out)
    share = dict(zip((1, 2, 3, 4), SHARES if stage is None else (1, 1, 1, 1), strict=True))
    if stage in (None, 1):

        def finding(turn: int) -> list[Example]:
            return list(examples(sets, "train", random.Random(seed + turn), {}, MOST))

        fit(model, tokenizer, finding, seconds * share[1], RATE, 0.5 * RATE, seed)
        save(model, out)
        tell(report(model, tokenizer, sets, {}, "dev"))
    if stage in (None, 2):
        few = {name: most // 2 for name, most in MOST.items()}

        def refusing(turn: int) -> list[Example]:
            return list(examples(sets, "train", random.Random(seed + 10 + turn), written(sets), few))

        fit(model, tokenizer, refusing, seconds * share[2], RATE, 0.0, seed + 1)
        save(model, out)
        tell(report(model, tokenizer, sets, written(sets), "dev"))
    if stage in (None, 3):
        none = {name: 0 for name in NAMES if name != "squad2"}

        def finishing(turn: int) -> list[Example]:
            return list(examples(sets, "train", random.Random(seed + 20 + turn), written(sets), none))

        fit(model, tokenizer, finishing, seconds * share[3], 0.5 * RATE, 0.0, seed + 2)
        save(model, out)
        tell(report(model, tokenizer, sets, written(sets), "dev"))
    if stage in (None, 4):
        some = dict.fromkeys(NAMES, 600)

        def comparing(turn: int) -> list[Example]:
            chance = random.Random(seed + 30 + turn)
            return list(examples(sets, "train", chance, written(sets), some, retrieved=2, near=0.6))

        # What this teaches costs a little of what the stage before taught; the mean of the two keeps the better part.
        before = {name: value.clone() for name, value in model.state_dict().items()}
        fit(model, tokenizer, comparing, seconds * share[4], 0.4 * RATE, 0.0, seed + 3)
        after = model.state_dict()
        mean = {k: (v + before[k]) / 2 if v.is_floating_point() else v for k, v in after.items()}
        model.load_state_dict(mean)
        save(model, out)
        tell(report(model, tokenizer, sets, written(sets), "dev"))


def _model(folder: Path) -> Any:
    from transformers import AutoModelForTokenClassification

    return AutoModelForTokenClassification.from_pretrained(folder, num_labels=3, attn_implementation="sdpa")


def save(model: Any, out: Path) -> None:
    model.save_pretrained(out)


def export(folder: Path, target: Path) -> None:
    """The trained model as one int8 ONNX file: inputs as in assistant/read.py, output (1, tokens, 3)."""
    import torch
    from transformers import AutoModelForTokenClassification

    class Reader(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = AutoModelForTokenClassification.from_pretrained(folder, attn_implementation="eager")

        def forward(self, input_ids: Any, token_type_ids: Any, attention_mask: Any) -> Any:
            return self.inner(input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask).logits

    to_onnx(Reader().eval(), ("input_ids", "token_type_ids", "attention_mask"), "logits", target)


class Batch:
    """Examples as tensors. `evidence`: per example (mark, 1 or 0) pairs; `span`: start and end token, 0 for none, -100
    where it is not known."""

    def __init__(self, rows: Sequence[tuple[Layout, Example, Sequence[Pieces]]]) -> None:
        import torch

        longest = max(len(one.ids) for one, _, _ in rows)
        shape = (len(rows), longest)
        self.ids = torch.zeros(shape, dtype=torch.long)
        self.types = torch.zeros(shape, dtype=torch.long)
        self.mask = torch.zeros(shape, dtype=torch.long)
        self.marks = torch.zeros(shape, dtype=torch.bool)
        self.labels = torch.zeros(shape)
        self.weights = torch.zeros(shape)
        self.spans = torch.full((len(rows), 2), -100, dtype=torch.long)
        for r, (one, example, texts) in enumerate(rows):
            n = len(one.ids)
            self.ids[r, :n] = torch.tensor(one.ids)
            self.types[r, :n] = torch.tensor(one.types)
            self.mask[r, :n] = 1
            good = [m for k, m in enumerate(one.marks) if k in example.evidence]
            bad = [m for k, m in enumerate(one.marks) if k not in example.evidence]
            self.labels[r, good] = 1.0
            self.labels[r, 0] = 1.0 if good else 0.0
            self.weights[r, good] = 1.0 / len(good) if good else 0.0
            self.weights[r, bad] = 1.0 / max(3, len(bad)) if good else 1.0 / len(bad)
            self.weights[r, 0] = 1.0
            if not good:
                self.spans[r] = 0
            elif example.answer and example.answer[0] < len(one.marks):
                k, a, b = example.answer
                inside = [i for i, (x, y) in enumerate(texts[k].offsets) if x < b and y > a]
                if inside and one.marks[k] + 1 + inside[-1] < n - 1:
                    self.spans[r, 0] = one.marks[k] + 1 + inside[0]
                    self.spans[r, 1] = one.marks[k] + 1 + inside[-1]


def batches(tokenizer: Any, found: Sequence[Example], chance: random.Random) -> Iterator[Batch]:
    """Examples of like length together, the batches in random order."""
    cached = lru_cache(maxsize=300_000)(lambda text: pieces(tokenizer, text))
    order = list(found)
    chance.shuffle(order)
    for start in range(0, len(order), 2048):
        rows = []
        for example in order[start : start + 2048]:
            texts = [cached(s) for s in example.sentences]
            one = layout(cached(example.question), cached(example.context), texts)
            if not example.evidence or any(k < len(one.marks) for k in example.evidence):
                rows.append((one, example, texts))
        rows.sort(key=lambda row: len(row[0].ids) + chance.random() * 8)
        groups: list[list[Any]] = []
        group: list[Any] = []
        for row in rows:
            if (group and (len(group) + 1) * len(row[0].ids) > BATCH_TOKENS) or len(group) == BATCH_MOST:
                groups.append(group)
                group = []
            group.append(row)
        groups.append(group)
        chance.shuffle(groups)
        yield from (Batch(g) for g in groups if g)


def fit(
    model: Any,
    tokenizer: Any,
    made: Callable[[int], list[Example]],
    seconds: float,
    high: float,
    low: float,
    seed: int,
) -> None:
    """One stage: passes over the examples that `made` makes for each, until the seconds are spent, the rate falling
    from `high` to `low`."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

    decayed = [p for p in model.parameters() if p.ndim > 1]
    plain = [p for p in model.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=high
    )
    chance = random.Random(seed)
    model.train()
    began, step, seen, told, tokens = time.monotonic(), 0, 0, 0.0, 0
    turn = 0
    while (time.monotonic() - began) < seconds:
        turn += 1
        found = made(turn)
        tell(f"pass {turn}: {counted(found)}")
        for batch in batches(tokenizer, found, chance):
            gone = (time.monotonic() - began) / seconds
            if gone >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = min(1.0, (step + 1) / 100) * (low + (high - low) * (1 - gone))
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_bf16()):
                logits = model(input_ids=batch.ids, token_type_ids=batch.types, attention_mask=batch.mask).logits
            logits = logits.float()
            evidence = binary_cross_entropy_with_logits(
                logits[:, :, 0], batch.labels, weight=batch.weights, reduction="sum"
            )
            outside = (batch.mask == 0) | ((batch.types == 0) & (torch.arange(batch.ids.shape[1])[None, :] > 0))
            spans = logits[:, :, 1:].masked_fill(outside[:, :, None], -1e4)
            known = batch.spans[:, 0] >= 0
            span = sum(
                (cross_entropy(spans[known][:, :, k], batch.spans[known][:, k], reduction="sum") for k in (0, 1)),
                torch.zeros(()),
            )
            loss = (evidence + 0.4 * span) / len(batch.ids)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            seen += len(batch.ids)
            tokens += batch.ids.numel()
            told += loss.item()
            if step % 50 == 0:
                rate = time.monotonic() - began
                tell(
                    f"pass {turn} step {step} loss {told / 50:.3f} examples {seen} {seen / rate:.1f}/s tokens {tokens / rate:.0f}/s"
                )
                told = 0.0
    model.eval()


def _bf16() -> bool:
    import torch

    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def read(model: Any, tokenizer: Any, found: Sequence[Example]) -> list[list[Reading]]:
    """What the model, in full precision, makes of each example's sentences."""
    import torch

    told: list[list[Reading]] = []
    with torch.no_grad():
        for example in found:
            texts = [pieces(tokenizer, sentence) for sentence in example.sentences]
            one = layout(pieces(tokenizer, example.question), pieces(tokenizer, example.context), texts)
            logits = model(
                input_ids=torch.tensor([one.ids]),
                token_type_ids=torch.tensor([one.types]),
                attention_mask=torch.ones((1, len(one.ids)), dtype=torch.long),
            ).logits[0]
            told.append(readings(one, logits.float().numpy(), texts))
    return told


def report(
    model: Any, tokenizer: Any, sets: Sequence[PublicSet], also: dict[str, Any], part: str, most: int = 300
) -> str:
    """How the model reads held-out passages, with no retrieval: the right sentence first, and AUROC of near misses."""
    chance = random.Random(3)
    lines = []
    for public in sets:
        found = list(examples([public], part, chance, {}, {public.name: most}))
        lines.append(f"{public.name}: {figures(model, tokenizer, found[:900])}")
        if also.get(public.name):
            own = list(examples([public], part, chance, also, {public.name: 0}))
            own = [e for e in own if e.kind in ("answerable", "near_miss")]
            lines.append(f"{public.name}, written: {figures(model, tokenizer, own)}")
    return "\n".join(lines)


def figures(model: Any, tokenizer: Any, found: Sequence[Example]) -> str:
    from evals.metrics import auroc

    known = list(zip(found, read(model, tokenizer, found), strict=True))
    yes = [(e, r) for e, r in known if e.evidence]
    first = [max(range(len(r)), key=lambda i: r[i].evidence) in e.evidence for e, r in yes]
    told = f"{len(yes)} answerable, first {np.mean(first):.3f}" if yes else ""
    signs: dict[str, Callable[[Reading], float]] = {
        "evidence": lambda r: r.evidence,
        "passage": lambda r: r.passage,
        "span": lambda r: r.span,
        "all": lambda r: r.evidence + r.passage + 0.5 * r.span,
    }
    for kind in ("near_miss", "made", "left_out", "elsewhere"):
        no = [r for e, r in known if e.kind == kind]
        if len(no) > 5 and yes:
            each = (
                f"{name} {auroc([max(map(of, r)) for _, r in yes], [max(map(of, r)) for r in no]):.3f}"
                for name, of in signs.items()
            )
            told += f"; {kind} ({len(no)}) " + " ".join(each)
    return told


if __name__ == "__main__":
    os.environ["HF_HUB_OFFLINE"] = "1"
    main()
