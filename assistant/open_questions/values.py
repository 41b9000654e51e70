"""An open question, in a value that every face shows and every export keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from assistant.domain import Citation, citation_json

OpenKind = Literal["question", "topic", "action"]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question asked, a topic suggested or an action agreed in a note, and where a later one takes it up, if any does."""

    kind: OpenKind
    text: str  # the document's own words
    asked_in: tuple[Citation, ...]
    taken_up_in: tuple[Citation, ...] = ()

    @property
    def open(self) -> bool:
        return not self.taken_up_in

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "text": self.text,
            "open": self.open,
            "asked_in": [citation_json(c) for c in self.asked_in],
            "taken_up_in": [citation_json(c) for c in self.taken_up_in],
        }
