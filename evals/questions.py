"""A question set: JSON Lines of questions with their verbatim evidence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.errors import CommonplaceError

OWN = Path(__file__).with_name("questions.jsonl")
Split = Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    question: str
    answerable: bool
    evidence: tuple[str, ...]  # whole sentences, word for word; empty where nothing answers
    kind: str = "plain"
    must_not: tuple[str, ...] = ()  # what a right answer does not hold
    before: tuple[str, ...] = ()  # asked just before in the same conversation, first first
    spans: tuple[tuple[str, int, int], ...] = ()  # evidence as (document id, start, end): of texts not ours to copy

    @property
    def split(self) -> Split:
        """Thresholds and weights are chosen on `dev`; both are reported. By the last digit of the id."""
        digits = [ch for ch in self.id if ch.isdigit()]
        return "dev" if digits and int(digits[-1]) % 2 == 0 else "test"


def read_questions(path: Path = OWN) -> list[Question]:
    """The questions of a set. Raises CommonplaceError, naming the line, where one is not as it should be."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommonplaceError(f"The question set {path} cannot be read ({error}). Give a JSON Lines file.") from error
    found: list[Question] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
            evidence = one.get("evidence") or ()
            found.append(
                Question(
                    str(one["id"]),
                    str(one["question"]),
                    bool(one["answerable"]),
                    tuple(e for e in evidence if isinstance(e, str)),
                    str(one.get("kind", "plain")),
                    tuple(one.get("must_not") or ()),
                    tuple(one.get("before") or ()),
                    tuple((str(e[0]), int(e[1]), int(e[2])) for e in evidence if not isinstance(e, str)),
                )
            )
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise CommonplaceError(
                f"{path}, line {number}: not a question as the README describes it ({error})."
            ) from error
    if not found:
        raise CommonplaceError(f"The question set {path} is empty.")
    return found
