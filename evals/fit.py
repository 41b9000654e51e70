"""`python -m evals.fit FOLDER_OF_SETS`: fit the weights of the first reader and the judge on public question sets.

Each set becomes a corpus of its own, ingested as any corpus is; questions are asked of all of it. The reader
learns which candidate sentences are evidence, the judge whether the best of them answer: answerable questions
against near misses (SQuAD 2.0) and questions of other sets. Half of the questions, by their document, fit;
the other half is reported. Prints the weights to paste into assistant/read.py and assistant/choose.py.

The sets, and their licences: SQuAD 2.0 (CC BY-SA 4.0), SQuADShifts (CC BY 4.0), SelQA and FairytaleQA (Apache-2.0),
QMSum (MIT). None of the network's documents is among them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant import Config
from assistant.assistant import Assistant
from assistant.background import QUESTIONS
from assistant.choose import SIGNS, ranked, signs
from assistant.lexical import content
from assistant.read import FEATURES, LinearReader, features, words_found
from assistant.retrieve import Candidate
from assistant.words import STOPWORDS, WORD, stem, words
from evals.tell import tell
from ingest import sync

# How many documents of each set, and questions of each answerability.
SETS = {
    "squad2": (16, 240),
    "shifts_new_wiki": (12, 240),
    "shifts_amazon_reviews": (120, 200),
    "selqa": (250, 240),
    "fairytale": (25, 240),
    "qmsum_val": (6, 60),
}
ELSEWHERE = 80  # questions of other sets asked of each
REWORDED = 0.5  # how much a question without its evidence's words counts


@dataclass(frozen=True)
class Asked:
    """One question with what the assistant knows of it. `features`: (candidates, features); `labels`: 1 for evidence."""

    set: str
    half: int
    kind: str  # answerable, reworded, near, elsewhere or background
    features: Any
    labels: Any
    candidates: list[Candidate]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    fit(gather(arguments.folder, arguments.seed))


def gather(sets_folder: Path, seed: int) -> list[Asked]:
    """Every set ingested, and its questions asked."""
    chance = random.Random(seed)
    sets = {name: json.loads((sets_folder / f"{name}.json").read_text(encoding="utf-8")) for name in SETS}
    asked: list[Asked] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            others = [
                q["question"] for other in sets if other != name for q in sets[other]["questions"] if q["answerable"]
            ]
            asked += _ask(name, sets[name], chance.sample(others, ELSEWHERE), chance, Path(folder) / name)
            tell(f"{name}: {sum(a.set == name for a in asked)} questions")
    return asked


def fit(asked: list[Asked]) -> None:
    from sklearn.linear_model import LogisticRegression

    rows = [a for a in asked if a.half == 0 and a.kind in ("answerable", "reworded") and a.labels.any()]
    reader = _reader(rows, [REWORDED if a.kind == "reworded" else 1.0 for a in rows])
    tell("reader", tuple(round(w, 3) for w in reader.weights), FEATURES)
    for name in SETS:
        for half in (0, 1):
            these = [a for a in asked if a.set == name and a.half == half and a.kind == "answerable"]
            found = [a for a in these if a.labels.any()]
            top = [a.labels[np.argmax(a.features @ np.array(reader.weights))] for a in found]
            plain = [a.labels[np.argmax(a.features[:, 0])] for a in found]
            tell(
                f"{name:24} half {half}  in candidates {len(found) / max(1, len(these)):.3f}"
                f"  first right {np.mean(top):.3f}  similarity {np.mean(plain):.3f}  ({len(found)})"
            )
    signs_of: dict[tuple[str, int, str], list[tuple[float, ...]]] = {}
    for a in asked:
        evidence = ranked(a.candidates, [float(s) for s in a.features @ np.array(reader.weights)])
        if evidence:
            signs_of.setdefault((a.set, a.half, a.kind), []).append(signs(evidence))
    above = {
        key: np.array(found) - np.median(signs_of[key[0], 0, "background"], axis=0) for key, found in signs_of.items()
    }
    fitted = {key: v for key, v in above.items() if key[1] == 0 and key[2] in ("answerable", "near", "elsewhere")}
    x = np.concatenate(list(fitted.values()))
    y = np.concatenate([np.full(len(v), key[2] == "answerable") for key, v in fitted.items()])
    judged = LogisticRegression(C=1000.0, max_iter=5000).fit(x, y)
    tell("judge", round(float(judged.intercept_[0]), 3), tuple(round(float(c), 3) for c in judged.coef_[0]), SIGNS)
    for name in SETS:
        p = {k: judged.predict_proba(v)[:, 1] for (s, half, k), v in above.items() if s == name and half == 1}
        yes, far, near = p["answerable"], p["elsewhere"], p.get("near")
        tell(
            f"{name:24} answerable at 15% {np.quantile(yes, 0.15):.3f}, elsewhere at 95% {np.quantile(far, 0.95):.3f};"
            f" AUROC elsewhere {(yes[:, None] > far[None]).mean():.3f}"
            + (f", near {(yes[:, None] > near[None]).mean():.3f}" if near is not None else "")
        )


def _reader(asked: list[Asked], counts: list[float]) -> LinearReader:
    """The weights under which evidence is likeliest among the candidates of its own question (a softmax over them).

    Chosen over a logistic model of single candidates, which put the right sentence first less often on every set
    but one (SQuAD 2.0: 0.74 against 0.80): what matters is the order within a question.
    """
    from scipy.optimize import minimize

    every = np.concatenate([a.features for a in asked])
    scale = every.std(axis=0) + 1e-6
    shares = np.array(counts) / sum(counts)
    questions = [
        ((a.features - every.mean(axis=0)) / scale, a.labels.astype(bool), share)
        for a, share in zip(asked, shares, strict=True)
    ]

    def loss(w: Any) -> tuple[float, Any]:
        total, gradient = 1e-4 * float(w @ w), 2e-4 * w
        for x, gold, count in questions:
            s = x @ w
            p = np.exp(s - s.max())
            p /= p.sum()
            share = p[gold] / p[gold].sum()
            total -= float(np.log(p[gold].sum())) * count
            gradient = gradient - (share @ x[gold] - p @ x) * count
        return total, gradient

    found = minimize(loss, np.zeros(every.shape[1]), jac=True, method="L-BFGS-B")
    return LinearReader(tuple(float(w) for w in found.x / scale))


def _ask(name: str, data: Any, elsewhere: list[str], chance: random.Random, folder: Path) -> Iterator[Asked]:
    most_documents, most_questions = SETS[name]
    (folder / "corpus").mkdir(parents=True)
    ids = chance.sample(sorted(d["id"] for d in data["docs"]), min(most_documents, len(data["docs"])))
    chosen = {d["id"]: f"{i:04}.txt" for i, d in enumerate(d for d in data["docs"] if d["id"] in set(ids))}
    for d in data["docs"]:
        if d["id"] in chosen:
            (folder / "corpus" / chosen[d["id"]]).write_text(d["text"], encoding="utf-8", newline="")
    config = replace(Config.load(environ={}), corpus=folder / "corpus", home=folder / "home")
    sync(config)
    within = [
        q for q in data["questions"] if q["doc"] in chosen and all(s["doc_id"] in chosen for s in q["relevant_spans"])
    ]
    chance.shuffle(within)
    questions = [(q, "answerable") for q in within if q["answerable"]][:most_questions]
    questions += [(q, "near") for q in within if not q["answerable"]][:most_questions]
    with Assistant.open(config) as assistant:
        for q, kind in questions:
            spans = [(chosen[s["doc_id"]], s["start"], s["end"]) for s in q["relevant_spans"]]
            yield _one(assistant, name, q["question"], kind, _half(q["doc"]), spans)
            told = " ".join(s["text"] for s in q["relevant_spans"])
            if kind == "answerable" and (other := _reworded(q["question"], told)):
                yield _one(assistant, name, other, "reworded", _half(q["doc"]), spans)
        for text in QUESTIONS:
            yield _one(assistant, name, text, "background", 0, [])
        for i, text in enumerate(elsewhere):
            yield _one(assistant, name, text, "elsewhere", i % 2, [])


def _reworded(question: str, evidence: str) -> str | None:
    """The question without the words it shares with its evidence, as if its asker had found none of them; None where
    too little is left. People ask in other words than the documents', and the public sets hardly ever do."""
    told = {stem(word) for word in words(evidence)}
    kept = WORD.sub(
        lambda m: "" if stem(m[0].casefold()) in told and m[0].casefold() not in STOPWORDS else m[0], question
    )
    return " ".join(kept.split()) if kept != question and len(content(kept)) >= 2 else None


def _half(document: str) -> int:
    return hashlib.sha256(document.encode()).digest()[0] % 2


def _one(assistant: Assistant, name: str, text: str, kind: str, half: int, spans: list[tuple[str, int, int]]) -> Asked:
    question, candidates = assistant.candidates(text)
    labels = [
        any(c.passage.document == d and c.sentence.start < end and c.sentence.end > start for d, start, end in spans)
        for c in candidates
    ]
    found = words_found(candidates)
    values = np.array([features(question, c, found) for c in candidates]).reshape(len(candidates), len(FEATURES))
    return Asked(name, half, kind, values, np.array(labels, dtype=int), candidates)


if __name__ == "__main__":
    main()
