"""A question to candidate sentences: by meaning and by words, at passage and sentence level, fused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain import Audience, Passage, Sentence
from assistant.embedding import Vectors
from assistant.index import Index, Row, sentence_id, to_passage
from assistant.lexical import Lexical, Vocabulary
from assistant.words import stem, words

PASSAGES = 50  # asked of each of meaning and words
SENTENCES = 100  # asked of meaning
KEPT = 30  # passages whose sentences are candidates
WIDER = 8  # times as many are asked for where a filter takes most away

# The convex combination that ranks passages; the weights add up to 1. Set by hand, to choose what is read; the reader,
# which evals/fit.py fits, weighs the parts again.
WEIGHTS = {"passage": 0.30, "sentence": 0.30, "lexical": 0.15, "coverage": 0.25}


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for: the words, their vector, and how much each of the stems of its content tells."""

    text: str
    vector: Vectors  # (dimensions,), unit length
    weights: Mapping[str, float]  # stem -> weight in this audience's vocabulary

    def coverage(self, found: frozenset[str]) -> float:
        """The share of the question's content, by weight, among the stems found; 0 for a question with none."""
        total = sum(self.weights.values())
        return sum(w for s, w in self.weights.items() if s in found) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be evidence, in its context, with what retrieval knows of it. Scores are in [0, 1]
    but for similarities, which are cosines."""

    passage: Passage
    sentence: Sentence
    ordinal: int  # in its document
    text: str  # Document.text[sentence.start:sentence.end]
    before: str  # the sentence before it in its document, or ""
    similarity: float
    passage_similarity: float
    lexical: float  # the passage's BM25 as a share of the best passage's
    coverage: float  # share of the question's content in the sentence
    context_coverage: float  # the same in the sentence, the one before, and what governs the passage
    fused: float  # of the passage


def question_of(text: str, vector: Vectors, content: list[str], vocabulary: Vocabulary) -> Question:
    return Question(text, vector, {s: vocabulary.weight(s) for s in dict.fromkeys(stem(word) for word in content)})


def retrieve(
    index: Index,
    lexical: Lexical,
    question: Question,
    audience: Audience,
    documents: Sequence[str] | None = None,
    keep: Callable[[Passage, str], bool] | None = None,
) -> list[Candidate]:
    """Candidate sentences of the best passages, best passage first, in the document's order within each.

    `documents`: the ids of the only ones to search. `keep`: whether a passage with its text is one to search; then as
    many are asked for as the search allows, since most may fall away.
    """
    wide = 1 if keep is None else WIDER
    by_sentence = index.search("sentences", question.vector, SENTENCES * wide, audience, documents)
    by_meaning = dict(index.search("passages", question.vector, PASSAGES * wide, audience, documents))
    only = None if documents is None else frozenset(documents)
    by_words = dict(lexical.search(list(question.weights), PASSAGES * wide, only)) if question.weights else {}
    parents = {
        str(row.metadata["passage"])
        for row in index.fetch("sentences", [i for i, _ in by_sentence[: PASSAGES * wide]], vectors=False).values()
    }
    rows = index.fetch("passages", sorted({*by_meaning, *by_words, *parents}))
    passages = {key: to_passage(row) for key, row in rows.items()}
    if keep is not None:
        passages = {key: passage for key, passage in passages.items() if keep(passage, rows[key].text)}
    children = {
        key: [sentence_id(p.document, p.first + i) for i in range(len(p.sentences))] for key, p in passages.items()
    }
    best_sentence = dict(by_sentence)
    highest = max(by_words.values(), default=1.0)

    def fused(key: str) -> float:
        found = frozenset(stem(word) for word in words(f"{passages[key].context} {rows[key].text}"))
        return (
            WEIGHTS["passage"] * _cosine(rows[key], question)
            + WEIGHTS["sentence"] * max((best_sentence.get(child, 0.0) for child in children[key]), default=0.0)
            + WEIGHTS["lexical"] * by_words.get(key, 0.0) / highest
            + WEIGHTS["coverage"] * question.coverage(found)
        )

    scores = {key: fused(key) for key in passages}
    kept = sorted(scores, key=lambda key: (-scores[key], key))[:KEPT]
    leads = {key: sentence_id(passages[key].document, passages[key].first - 1) for key in kept if passages[key].first}
    read = index.fetch("sentences", list({*(child for key in kept for child in children[key]), *leads.values()}))
    found: list[Candidate] = []
    for key in kept:
        passage = passages[key]
        governs = frozenset(stem(word) for word in words(passage.context))
        lead = read.get(leads.get(key, ""))
        before = lead.text if lead else ""
        stems_before: frozenset[str] = frozenset()
        for i, sentence in enumerate(passage.sentences):
            row = read.get(children[key][i])
            if row is None:
                continue
            own = frozenset(stem(word) for word in words(row.text))
            found.append(
                Candidate(
                    passage=passage,
                    sentence=sentence,
                    ordinal=passage.first + i,
                    text=row.text,
                    before=before,
                    similarity=_cosine(row, question),
                    passage_similarity=_cosine(rows[key], question),
                    lexical=by_words.get(key, 0.0) / highest,
                    coverage=question.coverage(own),
                    context_coverage=question.coverage(own | stems_before | governs),
                    fused=scores[key],
                )
            )
            before, stems_before = row.text, own
    return found


def _cosine(row: Row, question: Question) -> float:
    vector: Any = row.vector
    return float(vector @ question.vector)
