"""Documents to rows of the index, on LlamaIndex's IngestionPipeline with our own transformations.

    Document -> Split -> one node a passage and one a sentence -> Context -> Embed -> rows

Ours, because LlamaIndex's own node parsers find offsets again by searching for the text, and ours are exact.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from llama_index.core import Document as LlamaDocument
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import BaseNode, TextNode, TransformComponent
from pydantic import PrivateAttr

from assistant.domain import Document, Passage
from assistant.embedding import Embedder
from assistant.index import Level, Row, document_row, passage_fields, passage_id, sentence_id
from ingest.split import split

Known = Mapping[str, Any]  # fingerprint of an embedded text -> its vector, from an older generation
Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True, slots=True)
class Rows:
    """What the pipeline made of some documents, ready for the index."""

    documents: list[Row] = field(default_factory=list)
    passages: list[Row] = field(default_factory=list)
    sentences: list[Row] = field(default_factory=list)
    embedded: int = 0


def run(documents: Sequence[Document], embedder: Embedder, known: Known, progress: Progress | None = None) -> Rows:
    """The rows of `documents`; a text that `known` has a vector for is not embedded again."""
    by_id = {document.id: document for document in documents}
    embed = Embed(embedder, known, progress)
    pipeline = IngestionPipeline(transformations=[Split(by_id), Context(), embed], disable_cache=True)
    inputs = [LlamaDocument(id_=document.id, text=document.text) for document in documents]
    nodes = pipeline.run(documents=inputs, show_progress=False)
    rows = Rows(embedded=embed.embedded)
    of_document: dict[str, list[Any]] = {document.id: [] for document in documents}
    for node in nodes:
        assert isinstance(node, TextNode)
        vector = np.asarray(node.embedding, dtype=np.float32)
        level: Level = node.metadata.pop("level")
        node.metadata["vector_of"] = fingerprint(node.metadata.pop("context"))
        row = Row(node.node_id, node.text, vector, node.metadata)
        if level == "passages":
            rows.passages.append(row)
            of_document[str(node.metadata["document"])].append(vector)
        else:
            rows.sentences.append(row)
    for document in documents:
        mean = np.mean(of_document[document.id], axis=0)
        rows.documents.append(document_row(document, mean / max(float(np.linalg.norm(mean)), 1e-9)))
    return rows


def fingerprint(embedded_text: str) -> str:
    return hashlib.sha256(embedded_text.encode()).hexdigest()[:32]


class Split(TransformComponent):
    """Documents to nodes: each passage, then each of its sentences, with offsets in the document's text."""

    _documents: Mapping[str, Document] = PrivateAttr()

    def __init__(self, documents: Mapping[str, Document]) -> None:
        super().__init__()
        self._documents = documents

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:
        return [made for node in nodes for made in self._nodes(self._documents[node.node_id])]

    def _nodes(self, document: Document) -> list[BaseNode]:
        made: list[BaseNode] = []
        for passage in split(document):
            shared = {"document": document.id, "sharing": int(document.sharing)}
            text = document.text[passage.start : passage.end]
            fields = {**shared, "level": "passages", "fields": passage_fields(passage)}
            made.append(_node(passage_id(passage), text, fields, _embedded(passage, text)))
            for i, sentence in enumerate(passage.sentences):
                quote = document.text[sentence.start : sentence.end]
                fields = {**shared, "level": "sentences", "passage": passage_id(passage)}
                made.append(
                    _node(sentence_id(document.id, passage.first + i), quote, fields, _embedded(passage, quote))
                )
        return made


def _node(node_id: str, text: str, metadata: dict[str, Any], context: str) -> TextNode:
    return TextNode(id_=node_id, text=text, metadata={**metadata, "context": context})


def _embedded(passage: Passage, text: str) -> str:
    return f"{passage.context}: {text}" if passage.context else text


class Context(TransformComponent):
    """What is embedded is the text with what governs it; white space is made plain, since it means nothing."""

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:
        for node in nodes:
            node.metadata["context"] = " ".join(str(node.metadata["context"]).split())
        return list(nodes)


class Embed(TransformComponent):
    """Vectors for the nodes, those already known taken over."""

    _embedder: Embedder = PrivateAttr()
    _known: Known = PrivateAttr()
    _progress: Progress | None = PrivateAttr()
    _embedded: int = PrivateAttr(default=0)

    def __init__(self, embedder: Embedder, known: Known, progress: Progress | None) -> None:
        super().__init__()
        self._embedder, self._known, self._progress = embedder, known, progress

    @property
    def embedded(self) -> int:
        return self._embedded

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:
        texts = {fingerprint(text): text for node in nodes if (text := str(node.metadata["context"]))}
        new = {key: text for key, text in texts.items() if key not in self._known}
        done = 0

        def step(more: int) -> None:
            nonlocal done
            done += more
            if self._progress:
                self._progress(done, len(new))

        vectors = dict(zip(new, self._embedder.embed(list(new.values()), step), strict=True)) if new else {}
        self._embedded += len(new)
        for node in nodes:
            key = fingerprint(str(node.metadata["context"]))
            # LlamaIndex declares a list; an array passes through and saves a copy of every number.
            object.__setattr__(node, "embedding", vectors[key] if key in vectors else self._known[key])
        return list(nodes)
