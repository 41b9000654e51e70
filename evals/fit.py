"""`make fit SETS=FOLDER`: fit the weights of evidence and of the judge on public question sets.

Each set becomes a corpus of its own, of documents that the reader was not trained on, ingested as any corpus is;
questions are asked of all of it. What is fitted: which sentences are evidence, by retrieval alone and with the reader
(assistant/weigh.py), and whether the best of them answer (assistant/judge.py): answerable questions against near misses
(SQuAD 2.0, evals/written.jsonl) and questions of other sets. The `dev` documents fit, the `test` documents report.
Prints the weights to paste. None of the network's documents is among the sets (evals/sets.py).
"""

from __future__ import annotations

import argparse
import pickle
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant import Config
from assistant.assistant import Assistant
from assistant.background import QUESTIONS
from assistant.choose import ranked
from assistant.evidence import found as by_retrieval
from assistant.evidence import readable, window
from assistant.judge import ABSOLUTE, RELATIVE, absolute, relative
from assistant.lexical import content
from assistant.read import Reader, Reading, open_reader
from assistant.retrieve import Candidate, Question
from assistant.weigh import READING, RETRIEVAL, read, retrieved, words_found
from assistant.words import STOPWORDS, WORD, stem, words
from evals.examples import written
from evals.metrics import auroc, calibration_error
from evals.sets import NAMES, Asked, Part, PublicSet, read_set
from evals.tell import tell
from ingest import sync

MOST = {"answerable": 90, "near": 95}  # questions of each set and part
ELSEWHERE = 40  # questions of other sets asked of each
REWORDED = 0.5  # how much a question without its evidence's words counts
CHARACTERS = 150_000  # of a set's documents in one part: embedding them takes most of the time
SHARES = {"answerable": 0.5, "near": 0.35, "elsewhere": 0.15}  # of what the judge is fitted on, by weight


@dataclass(frozen=True)
class Case:
    """One question with what was read for it. `labels`: 1 for evidence, of each candidate read."""

    set: str
    part: str
    kind: str  # answerable, reworded, near, elsewhere or background
    question: Question
    candidates: list[Candidate]  # those read
    readings: list[Reading]
    share: float  # the best context coverage of any candidate retrieved
    labels: list[int]
    relative: tuple[float, ...]

    def values(self, *, reader: bool = True) -> Any:
        """Shape (candidates, features)."""
        rows = [
            (*retrieved(self.question, c, self.share), *(read(r) if reader else ()))
            for c, r in zip(self.candidates, self.readings, strict=True)
        ]
        return np.array(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="a file that keeps what was asked, so that fitting again is quick")
    arguments = parser.parse_args()
    if arguments.keep and arguments.keep.is_file():
        cases = pickle.loads(arguments.keep.read_bytes())
    else:
        cases = gather(arguments.folder, arguments.seed)
        if arguments.keep:
            arguments.keep.write_bytes(pickle.dumps(cases))
    fit(cases)


def gather(sets_folder: Path, seed: int) -> list[Case]:
    """Every set and part ingested, and its questions asked."""
    chance = random.Random(seed)
    sets = [read_set(sets_folder, name) for name in NAMES]
    also = written(sets)
    cases: list[Case] = []
    with tempfile.TemporaryDirectory() as folder:
        for public in sets:
            others = [q.question for other in sets if other is not public for q in other.questions if q.answerable]
            for part in ("dev", "test"):
                home = Path(folder) / f"{public.name}-{part}"
                new = list(
                    _ask(public, part, also.get(public.name, []), chance.sample(others, ELSEWHERE), chance, home)
                )
                tell(f"{public.name} {part}: {len(new)} questions")
                cases += new
    return cases


def _ask(
    public: PublicSet,
    part: Part,
    also: Sequence[tuple[Asked, str]],
    elsewhere: Sequence[str],
    chance: random.Random,
    folder: Path,
) -> Iterator[Case]:
    """The questions of one part of a set, asked of a corpus of that part's documents."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    own = [q for q, _ in also if public.part_of(q) == part]
    ours = [q for q in public.questions if public.part_of(q) == part and public.name != "qmsum_val"]
    chance.shuffle(ours)
    wanted = documents_of(public, [*own, *ours])
    for i, name in enumerate(wanted):
        text = public.texts[name].text
        if public.name == "shifts_reddit":  # one document of many posts: its part alone
            text = "\n\n".join(post for at, post in _posts(text) if public.part(name, at) == part)
        (corpus / f"{i:04}.txt").write_text(text, encoding="utf-8", newline="")
    config = replace(Config.load(environ={}), corpus=corpus, home=folder / "home")
    sync(config)
    asked = [(q, "answerable" if q.answerable else "near") for q in (*own, *ours) if q.document in wanted]
    reader = open_reader(config)
    assert reader is not None
    with Assistant.open(config) as assistant:
        counts = dict.fromkeys(MOST, 0)
        for q, kind in asked:
            if counts[kind] >= MOST[kind]:
                continue
            counts[kind] += 1
            told = [public.texts[q.document].sentence(i) for i in q.evidence]
            yield _case(assistant, reader, public.name, part, kind, q.question, told)
            if kind == "answerable" and counts[kind] % 3 == 0 and (other := _reworded(q.question, " ".join(told))):
                yield _case(assistant, reader, public.name, part, "reworded", other, told)
        for text in QUESTIONS:
            yield _case(assistant, reader, public.name, part, "background", text, [])
        for text in elsewhere:
            yield _case(assistant, reader, public.name, part, "elsewhere", text, [])


def documents_of(public: PublicSet, asked: Sequence[Asked]) -> list[str]:
    """The documents of the questions, in their order, as many as CHARACTERS allow."""
    wanted: list[str] = []
    for name in dict.fromkeys(q.document for q in asked):
        if not wanted or sum(len(public.texts[one].text) for one in (*wanted, name)) <= CHARACTERS:
            wanted.append(name)
    return wanted


def _posts(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for post in text.split("\n\n"):
        yield at, post
        at += len(post) + 2


def _case(
    assistant: Assistant, reader: Reader, name: str, part: str, kind: str, text: str, told: Sequence[str]
) -> Case:
    question, candidates = assistant.candidates(text)
    # Of a background question only the relative signs count, which need no reader.
    groups = readable(question, candidates) if kind != "background" else []
    kept = [one for group in groups for one in group]
    made = reader.read(text, [window(group) for group in groups])
    readings = [r for group, each in zip(groups, made, strict=True) for r in each[-len(group) :]]
    labels = [int(is_told(c.text, told)) for c in kept]
    signs = relative(by_retrieval(question, candidates)) if candidates else (0.0,) * len(RELATIVE)
    return Case(name, part, kind, question, kept, readings, words_found(candidates), labels, signs)


def is_told(text: str, told: Sequence[str]) -> bool:
    """Whether a sentence is one of the evidence's, or parted otherwise than there."""
    plain = " ".join(text.split())
    return any(_same(plain, " ".join(one.split())) for one in told)


def _same(a: str, b: str) -> bool:
    return a == b or (len(a) > 20 and a in b) or (len(b) > 20 and b in a)


def fit(cases: Sequence[Case]) -> None:
    usable = [c for c in cases if c.candidates or c.kind == "background"]
    rows = [c for c in usable if c.part == "dev" and c.kind in ("answerable", "reworded") and any(c.labels)]
    counts = [REWORDED if c.kind == "reworded" else 1.0 for c in rows]
    first = softmax_weights([c.values(reader=False) for c in rows], [c.labels for c in rows], counts)
    full = softmax_weights([c.values() for c in rows], [c.labels for c in rows], counts)
    tell("FIRST, of those read", _rounded(first), RETRIEVAL)
    tell("FULL", _rounded(full), (*RETRIEVAL, *READING))
    for name in NAMES:
        for part in ("dev", "test"):
            these = [c for c in usable if (c.set, c.part, c.kind) == (name, part, "answerable")]
            seen = [c for c in these if any(c.labels)]
            if not seen:
                continue
            right = {
                "similarity": [c.labels[int(np.argmax(c.values()[:, 0]))] for c in seen],
                "retrieval": [c.labels[int(np.argmax(c.values(reader=False) @ first))] for c in seen],
                "reader": [c.labels[int(np.argmax([r.evidence for r in c.readings]))] for c in seen],
                "full": [c.labels[int(np.argmax(c.values() @ full))] for c in seen],
            }
            tell(
                f"{name:24} {part:4} read {len(seen)}/{len(these)}; of them first right: "
                + ", ".join(f"{key} {np.mean(v):.3f}" for key, v in right.items())
            )
    judge(usable, full)


def judge_weights(cases: Sequence[Case], full: Any, which: Sequence[int]) -> tuple[Any, list[Any]]:
    """A logistic model over the signs numbered `which`, fitted on the dev part, and the signs of every case, taken of
    the order that the weights `full` give."""
    from sklearn.linear_model import LogisticRegression

    centre = {
        key: np.median([c.relative for c in cases if (c.set, c.part, c.kind) == (*key, "background")], axis=0)
        for key in {(c.set, c.part) for c in cases}
    }
    values = []
    for c in cases:
        above = tuple(np.array(c.relative) - centre[c.set, c.part])
        evidence = ranked(c.candidates, [float(s) for s in c.values() @ full], c.readings) if c.candidates else []
        signs = (*above, *(absolute(c.question, evidence) if evidence else (0.0,) * len(ABSOLUTE)))
        values.append([signs[i] for i in which])
    rows = [i for i, c in enumerate(cases) if c.part == "dev" and c.kind in SHARES]
    many = {kind: sum(cases[i].kind == kind for i in rows) for kind in SHARES}
    model = LogisticRegression(C=1.0, max_iter=5000).fit(
        np.array([values[i] for i in rows]),
        np.array([cases[i].kind == "answerable" for i in rows]),
        sample_weight=np.array([SHARES[cases[i].kind] / many[cases[i].kind] * len(rows) for i in rows]),
    )
    return model, values


def judge(cases: Sequence[Case], full: Any) -> None:
    """Fit and report the judge."""
    which = [
        0,
        *range(len(RELATIVE), len(RELATIVE) + len(ABSOLUTE)),
    ]  # coverage is retrieval's alone (assistant/judge.py)
    model, values = judge_weights(cases, full, which)
    tell("judge", round(float(model.intercept_[0]), 3), _rounded(model.coef_[0]), (RELATIVE[0], *ABSOLUTE))
    confidence = model.predict_proba(np.array(values))[:, 1]
    every: list[tuple[float, bool]] = []
    for name in NAMES:
        of = {
            kind: [
                float(p)
                for c, p in zip(cases, confidence, strict=True)
                if (c.set, c.part, c.kind) == (name, "test", kind)
            ]
            for kind in SHARES
        }
        yes, near, far = of["answerable"], of["near"], of["elsewhere"]
        every += [(v, True) for v in yes] + [(v, False) for v in near]
        if yes:
            tell(
                f"{name:24} answerable at 15% {np.quantile(yes, 0.15):.3f}"
                + (f", near {auroc(yes, near):.3f} ({len(near)})" if near else "")
                + f", elsewhere {auroc(yes, far):.3f}, at 95% {np.quantile(far, 0.95):.3f}"
            )
    near_all = auroc([v for v, good in every if good], [v for v, good in every if not good])
    tell(f"all: near {near_all:.3f}, calibration error {calibration_error(every):.3f} ({len(every)})")


def softmax_weights(rows: Sequence[Any], labels: Sequence[Sequence[int]], counts: Sequence[float]) -> Any:
    """The weights under which evidence is likeliest among the candidates of its own question (a softmax over them).

    Chosen over a logistic model of single candidates, which put the right sentence first less often on every set
    but one (SQuAD 2.0: 0.74 against 0.80): what matters is the order within a question.
    """
    from scipy.optimize import minimize

    every = np.concatenate(rows)
    mean, scale = every.mean(axis=0), every.std(axis=0) + 1e-6
    shares = np.array(counts) / sum(counts)
    questions = [((x - mean) / scale, np.array(y, dtype=bool), n) for x, y, n in zip(rows, labels, shares, strict=True)]

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

    result = minimize(loss, np.zeros(every.shape[1]), jac=True, method="L-BFGS-B")
    return result.x / scale


def _reworded(question: str, evidence: str) -> str | None:
    """The question without the words it shares with its evidence, as if its asker had found none of them; None where
    too little is left. People ask in other words than the documents', and the public sets hardly ever do."""
    told = {stem(word) for word in words(evidence)}
    kept = WORD.sub(
        lambda m: "" if stem(m[0].casefold()) in told and m[0].casefold() not in STOPWORDS else m[0], question
    )
    return " ".join(kept.split()) if kept != question and len(content(kept)) >= 2 else None


def _rounded(weights: Any) -> tuple[float, ...]:
    return tuple(round(float(w), 3) for w in weights)


if __name__ == "__main__":
    main()
