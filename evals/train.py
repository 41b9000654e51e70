"""`make train SETS=FOLDER`: train the reader from the packaged MiniLM weights, and write it, with its figures, to a folder.

A cross-encoder over a question and a whole passage (assistant/layout.py). For the mark of each sentence it gives the
odds that the sentence is evidence, for [CLS] the odds that the passage answers; and, as in extractive question answering,
for each token the odds that the short answer starts or ends there. That third task is there to teach the other two:
what to look for is a thing of the right kind, not a like sentence.

Three stages, one seed: to find (answerable questions and changed ones); to refuse and to compare (near misses too, those
written for this project among them, and each answerable question also with passages that retrieval would find beside the
right one); and the written questions alone, at a lower rate. bf16 where the processor has it.
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

from assistant.config import Config
from assistant.embedding import open_embedder, packaged_model
from assistant.export import to_onnx
from assistant.layout import Layout, Pieces, layout, pieces
from assistant.read import Reading, readings
from assistant.runtime import open_tokenizer
from evals.examples import Beside, Example, asked_of, counted, examples, written
from evals.sets import NAMES, Part, PublicSet, read_set
from evals.shelf import Shelf
from evals.tell import tell
from evals.thaw import LABELS, thaw

RATE = 1.2e-4
BATCH_TOKENS = 4096
BATCH_MOST = 48
# How many of each set's questions one pass takes: the smaller ones whole.
MOST = {"shifts_new_wiki": 5000, "shifts_amazon_reviews": 4000, "shifts_reddit": 5000, "fairytale": 3000}
SHARES = (0.14, 0.72, 0.14)  # of the time: each stage
RETRIEVED = 3  # passages beside the right one
AMONG = 10  # of so many found
Group = tuple[Example, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder of the public sets")
    parser.add_argument("out", type=Path, help="where to write the weights")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--stage", type=int, choices=(1, 2, 3), help="one stage only")
    parser.add_argument(
        "--begin", type=Path, help="weights to go on from, a folder or an exported file, for the second stage and later"
    )
    parser.add_argument("--export", type=Path, help="where to write the int8 ONNX file; nothing is trained then")
    arguments = parser.parse_args()
    if arguments.export:
        export(arguments.out, arguments.export)
        return
    train(arguments.folder, arguments.out, arguments.minutes * 60, arguments.seed, arguments.stage, arguments.begin)


def train(folder: Path, out: Path, seconds: float, seed: int, stage: int | None, begin: Path | None) -> None:
    import torch

    torch.manual_seed(seed)
    began = time.monotonic()
    sets = [read_set(folder, name) for name in NAMES]
    also = written(sets)
    tokenizer = open_tokenizer(packaged_model() / "tokenizer.json")
    model = _model(begin or (packaged_model() if stage in (None, 1) else out))
    stages = [1, 2, 3] if stage is None and begin is None else [2, 3] if stage is None else [stage]
    beside = {part: _beside(sets, part, also) for part in ("train", "dev")}
    seconds -= time.monotonic() - began
    tell(f"{len(beside['train'])} sets shelved, {seconds:.0f} seconds left")
    half = {name: most // 2 for name, most in MOST.items()}
    none = {name: 0 for name in NAMES if name != "squad2"}

    def finding(turn: int) -> list[Group]:
        return list(examples(sets, "train", random.Random(seed + turn), {}, MOST))

    def comparing(turn: int) -> list[Group]:
        chance = random.Random(seed + 10 + turn)
        return list(examples(sets, "train", chance, also, half, beside=beside["train"], retrieved=RETRIEVED))

    def finishing(turn: int) -> list[Group]:
        chance = random.Random(seed + 20 + turn)
        return list(examples(sets, "train", chance, also, none, beside=beside["train"], retrieved=RETRIEVED))

    plan: dict[int, tuple[Callable[[int], list[Group]], float, float]] = {
        1: (finding, RATE, 0.5 * RATE),
        2: (comparing, RATE if begin is None else 0.7 * RATE, 0.1 * RATE),
        3: (finishing, 0.3 * RATE, 0.0),
    }
    whole = sum(SHARES[number - 1] for number in stages)
    for number in stages:
        made, high, low = plan[number]
        fit(model, tokenizer, made, seconds * SHARES[number - 1] / whole, high, low, seed + number)
        save(model, out)
        tell(report(model, tokenizer, sets, also, beside["dev"], "dev"))


def _beside(sets: Sequence[PublicSet], part: Part, also: dict[str, Any]) -> dict[str, Beside]:
    """Of each set, what retrieval would find beside the right passage."""
    embedder = open_embedder(Config.load(environ={}))
    found: dict[str, Beside] = {}
    for public in sets:
        shelf = Shelf(public, part, embedder)
        ours, own = asked_of(public, part, also)
        found[public.name] = shelf.beside([q for q in (*ours, *own) if q.answerable], AMONG)
        tell(f"{public.name} {part}: {len(shelf)} passages, {len(found[public.name])} questions")
    return found


def _model(begin: Path) -> Any:
    """The model of a folder, or of an exported file (thaw.py)."""
    from transformers import AutoModelForTokenClassification

    if begin.is_file():
        return thaw(begin)
    return AutoModelForTokenClassification.from_pretrained(begin, num_labels=LABELS, attn_implementation="sdpa")


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


Row = tuple[Layout, Example, Sequence[Pieces]]


class Batch:
    """Groups of examples as tensors. `labels` and `weights`: of each mark, and at 0 of the passage; `spans`: start and end
    token, 0 for none, -100 where it is not known; `groups`: for each group that holds evidence its marks, as (row,
    token), and which of them are evidence."""

    def __init__(self, grouped: Sequence[Sequence[Row]]) -> None:
        import torch

        rows = [row for group in grouped for row in group]
        longest = max(len(one.ids) for one, _, _ in rows)
        shape = (len(rows), longest)
        self.ids = torch.zeros(shape, dtype=torch.long)
        self.types = torch.zeros(shape, dtype=torch.long)
        self.mask = torch.zeros(shape, dtype=torch.long)
        self.labels = torch.zeros(shape)
        self.weights = torch.zeros(shape)
        self.spans = torch.full((len(rows), 2), -100, dtype=torch.long)
        self.groups: list[tuple[Any, Any, Any]] = []
        r = 0
        for group in grouped:
            at = [(r + j, m, k in e.evidence) for j, (one, e, _) in enumerate(group) for k, m in enumerate(one.marks)]
            if any(good for _, _, good in at):
                self.groups.append(tuple(torch.tensor(column) for column in zip(*at, strict=True)))  # type: ignore[arg-type]
            r += len(group)
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


def batches(tokenizer: Any, found: Sequence[Group], chance: random.Random) -> Iterator[Batch]:
    """Groups of like length together, the batches in random order."""
    cached = lru_cache(maxsize=300_000)(lambda text: pieces(tokenizer, text))
    order = list(found)
    chance.shuffle(order)
    for start in range(0, len(order), 1024):
        grouped: list[list[Row]] = []
        for group in order[start : start + 1024]:
            rows: list[Row] = []
            for example in group:
                texts = [cached(s) for s in example.sentences]
                rows.append((layout(cached(example.question), cached(example.context), texts), example, texts))
            one, first, _ = rows[0]
            if not first.evidence or any(k < len(one.marks) for k in first.evidence):
                grouped.append(rows)
        longest = [max(len(one.ids) for one, _, _ in rows) for rows in grouped]
        taken: list[list[list[Row]]] = []
        batch: list[list[Row]] = []
        many = 0
        for i in sorted(range(len(grouped)), key=lambda i: longest[i] + chance.random() * 8):
            if batch and ((many + len(grouped[i])) * longest[i] > BATCH_TOKENS or many + len(grouped[i]) > BATCH_MOST):
                taken.append(batch)
                batch, many = [], 0
            batch.append(grouped[i])
            many += len(grouped[i])
        taken.append(batch)
        chance.shuffle(taken)
        yield from (Batch(one) for one in taken if one)


def fit(
    model: Any,
    tokenizer: Any,
    made: Callable[[int], list[Group]],
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
        tell(f"pass {turn}: {counted([one for group in found for one in group])}")
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
            # Among all the sentences of a question's passages, the right one: what is asked of it in a corpus.
            first = torch.zeros(())
            for row, token, good in batch.groups:
                scores = logits[row, token, 0]
                first = first + scores.logsumexp(0) - scores[good].logsumexp(0)
            loss = (evidence + 0.4 * span + first) / len(batch.ids)
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
    model: Any,
    tokenizer: Any,
    sets: Sequence[PublicSet],
    also: dict[str, Any],
    beside: dict[str, Beside],
    part: str,
    most: int = 200,
) -> str:
    """How the model reads held-out passages: the right sentence first in its passage and beside others that retrieval
    would find, and AUROC of near misses."""
    chance = random.Random(3)
    lines = []
    for public in sets:
        found = list(examples([public], part, chance, {}, {public.name: most}, beside=beside, retrieved=5))
        lines.append(f"{public.name}: {figures(model, tokenizer, found[:600])}")
        if also.get(public.name):
            own = list(examples([public], part, chance, also, {public.name: 0}))
            own = [g for g in own if g[0].kind in ("answerable", "near_miss")]
            lines.append(f"{public.name}, written: {figures(model, tokenizer, own)}")
    return "\n".join(lines)


def figures(model: Any, tokenizer: Any, found: Sequence[Group]) -> str:
    from evals.metrics import auroc

    known = [list(zip(group, read(model, tokenizer, group), strict=True)) for group in found]
    right = [
        ([i in e.evidence for e, r in group for i in range(len(r))], [one.evidence for _, r in group for one in r])
        for group in known
        if group[0][0].evidence
    ]
    beside = [good[int(np.argmax(odds))] for good, odds in right]
    yes = [group[0] for group in known if group[0][0].evidence]
    first = [max(range(len(r)), key=lambda i: r[i].evidence) in e.evidence for e, r in yes]
    told = f"{len(yes)} answerable, first {np.mean(first):.3f}, beside others {np.mean(beside):.3f}" if yes else ""
    flat = [pair for group in known for pair in group]
    signs: dict[str, Callable[[Reading], float]] = {
        "evidence": lambda r: r.evidence,
        "passage": lambda r: r.passage,
        "span": lambda r: r.span,
        "all": lambda r: r.evidence + r.passage + 0.5 * r.span,
    }
    for kind in ("near_miss", "made", "left_out", "retrieved"):
        no = [r for e, r in flat if e.kind == kind]
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
