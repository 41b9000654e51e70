"""One generation of the index, open for one audience: all that a question may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.domain import Audience, Document, Passage
from assistant.filters import Known
from assistant.follow.names import Names
from assistant.generations import Generation
from assistant.index import Index, to_document, to_passage
from assistant.lexical import Lexical


@dataclass(frozen=True)
class View:
    """Open until a newer generation takes its place."""

    generation: Generation
    index: Index
    lexical: Lexical
    audience: Audience
    release: Callable[[], None]

    def document(self, document_id: str) -> Document | None:
        return self._by_id.get(document_id)

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def documents(self) -> list[Document]:
        every = [to_document(row) for row in self.index.all("documents", vectors=False)]
        return sorted((d for d in every if self.audience.sees(d.sharing)), key=lambda d: d.id)

    @cached_property
    def speakers(self) -> list[str]:
        """Those whose accounts this audience may read."""
        rows = self.index.all("passages", vectors=False)
        passages = [to_passage(row) for row in rows if self.audience.sees(Audience(row.metadata["sharing"]))]
        return sorted({passage.speaker for passage in passages if passage.speaker})

    @cached_property
    def known(self) -> Known:
        """The people, places and kinds of document that this audience's documents name."""
        people = {*self.speakers, *(author for d in self.documents for author in d.authors)}
        places = {place for d in self.documents for place in d.places}
        return Known(tuple(sorted(people)), tuple(sorted(places)), tuple(sorted({d.kind for d in self.documents})))

    @property
    def names(self) -> Names:
        return Names(self.known.people, self.known.places)

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document that this audience may see, in its order."""
        if self.document(document_id) is None:
            return []
        rows = self.index.of_documents("passages", [document_id])
        return sorted((to_passage(row) for row in rows), key=lambda passage: passage.start)

    def close(self) -> None:
        self.index.close()
        self.release()
