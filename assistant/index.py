"""The one home of Chroma: documents, passages and sentences of a generation, with vectors and metadata.

Three collections: `documents` (the whole text; its vector is the mean of its passages'), `passages` and `sentences`.
Sharing is on every row, so that a search never sees what its audience may not.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import numpy as np

from assistant.domain import Audience, Block, Document, Form, Passage, Sentence, Standing
from assistant.embedding import Vectors
from assistant.errors import CommonplaceError

Level = Literal["documents", "passages", "sentences"]
LEVELS: tuple[Level, ...] = ("documents", "passages", "sentences")
BATCH = 5000
# Wide enough that what the graph returns is what an exact scan would; and written out with every batch, because
# a reader of a graph that is still in the log would write files into the generation it reads.
GRAPH = {
    "hnsw": {
        "space": "cosine",
        "ef_construction": 200,
        "ef_search": 300,
        "max_neighbors": 32,
        "batch_size": 2,
        "sync_threshold": 2,
    }
}


@dataclass(frozen=True, slots=True)
class Row:
    """One record. `vector` has shape (dimensions,), unit length."""

    id: str
    text: str
    vector: Any
    metadata: dict[str, Any]


class Index:
    """The collections of one generation, to read or, in a draft, to write."""

    def __init__(self, client: Any, prefix: str, *, create: bool) -> None:
        self._client = client
        make = client.get_or_create_collection if create else client.get_collection
        configuration = {"configuration": GRAPH} if create else {}
        # embedding_function=None: the vectors are ours; Chroma would fetch a model to make its own.
        self._collections = {
            level: make(f"{prefix}-{level}", embedding_function=None, **configuration) for level in LEVELS
        }

    @classmethod
    def open(cls, folder: Path, prefix: str, server: str | None = None, *, create: bool = False) -> Index:
        """The collections called `prefix`-* in `folder`/chroma, or on the Chroma server at `server`."""
        return cls(_client(folder, server), prefix, create=create)

    def close(self) -> None:
        self._client.close()

    def add(self, level: Level, rows: Sequence[Row]) -> None:
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            values = {
                "ids": [row.id for row in batch],
                "embeddings": np.stack([row.vector for row in batch]),
                "documents": [row.text for row in batch],
                "metadatas": [row.metadata for row in batch],
            }
            self._collections[level].add(**values)
            if len(batch) == 1:  # Chroma writes a graph out from two operations on, no fewer: say the one row again
                self._collections[level].upsert(**values)

    def count(self, level: Level) -> int:
        return int(self._collections[level].count())

    def search(
        self, level: Level, vector: Vectors, k: int, audience: Audience, documents: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Up to `k` ids that `audience` may see, with cosine similarities, nearest first. `vector`: (dimensions,).
        `documents`: the only ones to search."""
        conditions: list[dict[str, Any]] = []
        if audience is not Audience.CONVENORS:
            conditions.append({"sharing": {"$lte": int(audience)}})
        if documents is not None:
            if not documents:
                return []
            conditions.append({"document": {"$in": list(documents)}})
        where = conditions[0] if len(conditions) == 1 else {"$and": conditions}
        found = self._collections[level].query(
            query_embeddings=vector[None, :],
            n_results=k,
            include=["distances"],
            **({"where": where} if conditions else {}),
        )
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def fetch(self, level: Level, ids: Sequence[str], *, vectors: bool = True) -> dict[str, Row]:
        """The rows with these ids."""
        if not ids:
            return {}
        return {row.id: row for row in self._rows(level, vectors=vectors, ids=list(ids))}

    def all(self, level: Level, *, vectors: bool = True) -> list[Row]:
        """Every row, a page at a time, in the order of its adding."""
        found: list[Row] = []
        while page := self._rows(level, vectors=vectors, limit=BATCH, offset=len(found)):
            found += page
        return found

    def of_documents(self, level: Level, ids: Sequence[str]) -> list[Row]:
        """Every row, with its vector, of the documents with these ids."""
        found: list[Row] = []
        for start in range(0, len(ids), 100):
            found += self._rows(level, vectors=True, where={"document": {"$in": list(ids[start : start + 100])}})
        return found

    def _rows(self, level: Level, *, vectors: bool, **which: Any) -> list[Row]:
        include = ["documents", "metadatas", *(["embeddings"] if vectors else [])]
        got = self._collections[level].get(include=include, **which)
        embeddings = got["embeddings"] if vectors else [None] * len(got["ids"])
        return [Row(*row) for row in zip(got["ids"], got["documents"], embeddings, got["metadatas"], strict=True)]


def scrub(folder: Path) -> None:
    """Zero the unused ends of the graph files of a generation that is being written.

    Chroma writes its buffers out whole, and their unused ends are whatever this process's memory held before: pieces of
    text among it, of documents that are gone or that not everyone may see. In header.bin (version 1), after four bytes:
    offset, capacity, count and size of an element, each eight bytes.
    """
    for header in (folder / "chroma").glob("*/header.bin"):
        values = header.read_bytes()
        if len(values) < 36 or int.from_bytes(values[:4], "little") != 1:
            continue
        capacity, count, size = struct.unpack("<3q", values[12:36])
        for name, element in (("data_level0.bin", size), ("length.bin", 4)):
            file = header.with_name(name)
            if file.is_file() and file.stat().st_size == capacity * element:
                with file.open("r+b") as graph:
                    graph.seek(count * element)
                    graph.write(bytes((capacity - count) * element))


def drop(server: str, prefix: str) -> None:
    """Remove the collections of a generation that is gone from a Chroma server."""
    client = _client(Path(), server)
    names = {collection.name for collection in client.list_collections()}
    for level in LEVELS:
        if f"{prefix}-{level}" in names:
            client.delete_collection(f"{prefix}-{level}")
    client.close()


def copy(source: Path, target: Path) -> None:
    """The embedded store of one generation folder into another. A reader may be opening the source meanwhile,
    so its database is copied by SQLite itself."""
    for path in sorted((source / "chroma").rglob("*")):
        there = target / "chroma" / path.relative_to(source / "chroma")
        if path.is_dir():
            there.mkdir(parents=True, exist_ok=True)
        elif path.name == "chroma.sqlite3":
            there.parent.mkdir(parents=True, exist_ok=True)
            with sqlite3.connect(path) as old, sqlite3.connect(there) as new:
                old.backup(new)
            old.close()
            new.close()
        elif not path.name.startswith("chroma.sqlite3-"):  # the journal is in the backup
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(path.read_bytes())


def _client(folder: Path, server: str | None) -> Any:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if server is None:
        return chromadb.PersistentClient(str(folder / "chroma"), settings=settings)
    address = urlsplit(server)
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or 8000,
            ssl=address.scheme == "https",
            settings=settings,
        )
    except Exception as error:  # Chroma raises ValueError, its HTTP library kinds of its own
        raise CommonplaceError(
            f"The Chroma server at {server} does not answer. Start it, or take the setting 'chroma' out."
        ) from error


def document_row(document: Document, vector: Any) -> Row:
    fields: dict[str, Any] = {
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "authors": document.authors,
        "places": document.places,
        "standing": document.standing.value,
        "form": document.form.value,
        "source": document.source,
        "questions": document.questions,
        "unattributed": document.unattributed,
        "digest": document.digest,
        "blocks": [[b.kind, b.start, b.end, b.level, b.time, b.page] for b in document.blocks],
    }
    metadata: dict[str, Any] = {
        "sharing": int(document.sharing),
        "document": document.id,
        "fields": json.dumps(fields),
    }
    return Row(document.id, document.text, vector, metadata)


def to_document(row: Row) -> Document:
    fields = json.loads(str(row.metadata["fields"]))
    return Document(
        id=row.id,
        title=fields["title"],
        text=row.text,
        blocks=tuple(Block(*values) for values in fields["blocks"]),
        kind=fields["kind"],
        date=fields["date"],
        authors=tuple(fields["authors"]),
        places=tuple(fields["places"]),
        standing=Standing(fields["standing"]),
        sharing=Audience(row.metadata["sharing"]),
        form=Form(fields["form"]),
        source=fields["source"],
        questions=tuple(fields["questions"]),
        unattributed=fields["unattributed"],
        digest=fields["digest"],
    )


def passage_id(passage: Passage) -> str:
    return f"{passage.document}#p{passage.first}"


def document_of(passage: str) -> str:
    """The document id inside a passage's."""
    return passage.rpartition("#")[0]


def sentence_id(document: str, ordinal: int) -> str:
    return f"{document}#s{ordinal}"


def passage_fields(passage: Passage) -> str:
    """A passage but for its document, as JSON for its row's metadata."""
    return json.dumps(
        {
            "start": passage.start,
            "end": passage.end,
            "sentences": [[s.start, s.end] for s in passage.sentences],
            "first": passage.first,
            "heading": passage.heading,
            "speaker": passage.speaker,
            "introduction": passage.introduction,
            "places": passage.places,
        }
    )


def to_passage(row: Row) -> Passage:
    fields = json.loads(str(row.metadata["fields"]))
    return Passage(
        document=str(row.metadata["document"]),
        start=fields["start"],
        end=fields["end"],
        sentences=tuple(Sentence(start, end) for start, end in fields["sentences"]),
        first=fields["first"],
        heading=tuple(fields["heading"]),
        speaker=fields["speaker"],
        introduction=fields["introduction"],
        places=tuple(fields["places"]),
    )
