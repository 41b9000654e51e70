"""The lexical index of one audience: BM25 over its passages, and the words that only it may know."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.index import document_of
from assistant.words import STOPWORDS, stem, stems, words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an audience's passages. `forms`: word -> how often; `stems`: stem -> how many passages hold it."""

    passages: int
    forms: dict[str, int]
    stems: dict[str, int]

    def weight(self, a_stem: str) -> float:
        """How much a stem tells: the smoothed inverse share of passages that hold it; highest where none does."""
        return math.log(1 + (self.passages + 0.5) / (self.stems.get(a_stem, 0) + 0.5))


class Lexical:
    def __init__(self, bm25: Any, ids: list[str], vocabulary: Vocabulary) -> None:
        self._bm25, self._ids, self.vocabulary = bm25, ids, vocabulary

    @staticmethod
    def write(folder: Path, passages: Iterable[tuple[str, str]]) -> None:
        """Index (passage id, text with its context) pairs into `folder`."""
        import bm25s

        ids, tokens = [], []
        forms: Counter[str] = Counter()
        holders: Counter[str] = Counter()
        for passage_id, text in passages:
            ids.append(passage_id)
            tokens.append(stems(text))
            forms.update(words(text))
            # Stop words count too: a vocabulary that lacks "the" would have it mended.
            holders.update({stem(word) for word in words(text)})
        folder.mkdir(parents=True)
        if any(tokens):
            bm25 = bm25s.BM25(k1=1.2, b=0.6)
            bm25.index(tokens, show_progress=False)
            bm25.save(folder, show_progress=False)
        kept = {"ids": ids, "forms": forms, "stems": holders}
        (folder / "words.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> Lexical:
        import bm25s

        kept = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        has_words = (folder / "params.index.json").is_file()
        bm25 = bm25s.BM25.load(folder, show_progress=False) if has_words else None
        return cls(bm25, kept["ids"], Vocabulary(len(kept["ids"]), kept["forms"], kept["stems"]))

    def search(self, wanted: Sequence[str], k: int, documents: frozenset[str] | None = None) -> list[tuple[str, float]]:
        """Up to `k` passage ids with their BM25 scores for the stems `wanted`, best first; only those that hold one.
        `documents`: the only ones to search."""
        if self._bm25 is None:
            return []
        known = [s for s in dict.fromkeys(wanted) if s in self._bm25.vocab_dict]
        if not known:
            return []
        scores = np.asarray(self._bm25.get_scores(known))
        if documents is not None:
            scores = scores * np.array([document_of(one) in documents for one in self._ids])
        best = np.argsort(-scores, kind="stable")[:k]
        return [(self._ids[i], float(scores[i])) for i in best if scores[i] > 0]


def content(question: str) -> list[str]:
    """The words of a question that carry a subject, once each."""
    return list(dict.fromkeys(word for word in words(question) if word not in STOPWORDS))
