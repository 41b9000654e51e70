"""One sentence of a document, in its passage: what guide, coverage and open questions read."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Document, Passage, Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a document. `ordinal` counts from the document's first."""

    document: Document
    passage: Passage
    sentence: Sentence
    ordinal: int

    @property
    def text(self) -> str:
        return self.document.text[self.sentence.start : self.sentence.end]

    @property
    def account(self) -> tuple[str, str | None]:
        """The document, and in whose account of it the sentence stands."""
        return self.document.id, self.passage.speaker

    @property
    def heading(self) -> str:
        """The heading that it stands under, or nothing."""
        return self.passage.heading[-1] if self.passage.heading else ""
