"""The public question sets: their documents as sentences, and which documents train, choose and report.

A set is one JSON file: `docs: [{id, title, text}]` and `questions: [{id, question, doc, relevant_spans: [{doc_id, start,
end}], answerable, gold_answer, paragraph?}]`. Sets, with their licences: SQuAD 2.0 (CC BY-SA 4.0), SQuADShifts
(CC BY 4.0), SelQA and FairytaleQA (Apache-2.0), QMSum (MIT). None of the network's documents is among them.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from ingest.sentences import sentences

Part = Literal["train", "dev", "test"]
NAMES = ("squad2", "shifts_new_wiki", "shifts_amazon_reviews", "shifts_reddit", "selqa", "fairytale", "qmsum_val")
BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")  # a paragraph
LINE = re.compile(r"[^\n]+")
POSTS = 40  # the one document of posts is parted as if it were this many


@dataclass(frozen=True)
class Text:
    """One document as its sentences. `starts` and `ends` are offsets of characters; `block` is the paragraph of each."""

    id: str
    text: str
    title: str = ""
    starts: tuple[int, ...] = field(default=(), repr=False)
    ends: tuple[int, ...] = field(default=(), repr=False)
    block: tuple[int, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, identity: str, text: str, title: str = "") -> Text:
        starts: list[int] = []
        ends: list[int] = []
        block: list[int] = []
        number = 0
        last = 0
        for match in LINE.finditer(text):
            if "\n\n" in text[last : match.start()]:
                number += 1
            for one in sentences(text, match.start(), match.end()):
                starts.append(one.start)
                ends.append(one.end)
                block.append(number)
            last = match.end()
        return cls(identity, text, title, tuple(starts), tuple(ends), tuple(block))

    def __len__(self) -> int:
        return len(self.starts)

    def sentence(self, i: int) -> str:
        return " ".join(self.text[self.starts[i] : self.ends[i]].split())

    def inside(self, start: int, end: int) -> range:
        """The sentences that share a character with [start, end)."""
        first = bisect_right(self.ends, start)
        last = first
        while last < len(self) and self.starts[last] < end:
            last += 1
        return range(first, last)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one document. `evidence` are sentence numbers, empty where nothing answers; `inside` bounds the
    paragraph that it was asked of, where that is known; `answers` are the short answers, word for word."""

    id: str
    question: str
    document: str
    evidence: tuple[int, ...]
    answers: tuple[str, ...] = ()
    inside: range | None = None

    @property
    def answerable(self) -> bool:
        return bool(self.evidence)


@dataclass(frozen=True)
class PublicSet:
    name: str
    texts: dict[str, Text]
    questions: list[Asked]

    @cached_property
    def _last(self) -> list[str]:
        return sorted(self.texts)

    def part(self, document: str, start: int = 0) -> Part:
        """Which part a document is in; `start`, an offset in it, where the document is many posts.

        SQuAD's last five articles by name report and the one before chooses; half of SelQA and a quarter of the others
        are held out, by a hash of the name.
        """
        if self.name == "squad2":
            place = self._last.index(document) - len(self._last)
            return "test" if place >= -5 else "dev" if place == -6 else "train"
        unit = document
        if self.name == "shifts_reddit":
            unit = f"{document}:{start * POSTS // len(self.texts[document].text)}"
        bucket = hashlib.sha256(unit.encode()).digest()[0] % 8
        if self.name == "selqa":
            return "train" if bucket < 4 else "dev" if bucket == 4 else "test"
        return "train" if bucket < 6 else "dev" if bucket == 6 else "test"

    def part_of(self, asked: Asked) -> Part:
        where = asked.evidence[0] if asked.evidence else asked.inside.start if asked.inside else 0
        return self.part(asked.document, self.texts[asked.document].starts[where])


def read_set(folder: Path, name: str) -> PublicSet:
    data = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    texts = {d["id"]: Text.of(d["id"], d["text"], d.get("title", "")) for d in data["docs"]}
    questions: list[Asked] = []
    for q in data["questions"]:
        text = texts[q["doc"]]
        evidence = sorted(
            {i for s in q["relevant_spans"] if s["doc_id"] == q["doc"] for i in text.inside(s["start"], s["end"])}
        )
        if q["answerable"] != bool(evidence):
            continue
        inside = text.inside(*q["paragraph"]) if q.get("paragraph") else None
        answers = q.get("gold_answer") or []
        answers = [answers] if isinstance(answers, str) else answers
        questions.append(Asked(q["id"], q["question"], q["doc"], tuple(evidence), tuple(answers), inside))
    return PublicSet(name, texts, questions)
