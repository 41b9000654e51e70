"""`python -m evals.inside SETS`: how often the first sentence is right where a question is asked of its own document alone.

As `evals.fit` asks of whole corpora, with the weights that are committed; of documents that the reader was not trained on.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant import Config
from assistant.assistant import Assistant
from assistant.evidence import found, weighed
from assistant.filters import Filters
from assistant.read import Reader, open_reader
from evals.fit import documents_of, is_told
from evals.metrics import Share
from evals.sets import Asked, Part, PublicSet, read_set
from evals.tell import tell
from ingest import sync

SETS = ("selqa", "shifts_new_wiki", "shifts_amazon_reviews")
MOST = 200  # questions of a set


@dataclass(frozen=True, slots=True)
class First:
    """Whether each way put a sentence first that is evidence."""

    similarity: bool
    retrieval: bool
    reader: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    arguments = parser.parse_args()
    for name in SETS:
        firsts = ask(read_set(arguments.folder, name), arguments.part)
        tell(name, arguments.part, len(firsts), ", ".join(_share(way, firsts) for way in First.__slots__))


def ask(public: PublicSet, part: Part) -> list[First]:
    """The set's own questions of one part, each asked of the document that it was written for."""
    chance = random.Random(5)
    asked = [q for q in public.questions if q.answerable and public.part_of(q) == part]
    chance.shuffle(asked)
    kinds = {document: f"d{i:04}" for i, document in enumerate(documents_of(public, asked))}
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for document, kind in kinds.items():
            text = f"---\nkind: {kind}\n---\n{public.texts[document].text}"  # by its kind a question is kept to it
            (corpus / f"{kind}.txt").write_text(text, encoding="utf-8", newline="")
        config = replace(Config.load(environ={}), corpus=corpus, home=Path(folder) / "home")
        sync(config)
        reader = open_reader(config)
        assert reader is not None
        with Assistant.open(config) as assistant:
            mine = [q for q in asked if q.document in kinds][:MOST]
            return [_first(assistant, reader, public, q, Filters(kinds=(kinds[q.document],))) for q in mine]


def _first(assistant: Assistant, reader: Reader, public: PublicSet, asked: Asked, filters: Filters) -> First:
    question, candidates = assistant.candidates(asked.question, filters)
    told = [public.texts[asked.document].sentence(i) for i in asked.evidence]
    nearest = max(candidates, key=lambda one: one.similarity)
    firsts = nearest, found(question, candidates)[0].candidate, weighed(question, candidates, reader)[0].candidate
    return First(*(is_told(one.text, told) for one in firsts))


def _share(way: str, firsts: Sequence[First]) -> str:
    share = Share(sum(getattr(one, way) for one in firsts), len(firsts))
    return f"{way} {share.value:.3f} ({share.interval[0]:.2f} to {share.interval[1]:.2f})"


if __name__ == "__main__":
    main()
