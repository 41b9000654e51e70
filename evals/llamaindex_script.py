"""`python -m evals.llamaindex_script make|ask FOLDER [QUESTION]`: what the benchmark compares a cold question with.

The quick start of LlamaIndex with the same weights: `make` saves an index of the corpus, `ask` loads it, embeds one
question and prints the nearest passage. Nothing of Commonplace is imported but the folder of the weights.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.node_parser import SentenceSplitter
from pydantic import PrivateAttr
from sentence_transformers import SentenceTransformer

from assistant.embedding import packaged_model
from evals.tell import tell


class Embedding(BaseEmbedding):
    """The packaged weights through sentence-transformers, as LlamaIndex's own integration loads them."""

    _model: Any = PrivateAttr()

    def __init__(self) -> None:
        super().__init__(model_name="all-MiniLM-L6-v2", embed_batch_size=32)
        self._model = SentenceTransformer(str(packaged_model()), device="cpu")

    def _get_text_embedding(self, text: str) -> list[float]:
        return [float(x) for x in self._model.encode(text, normalize_embeddings=True, show_progress_bar=False)]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


def make(corpus: Path, folder: Path) -> None:
    documents = SimpleDirectoryReader(str(corpus)).load_data()
    splitter = SentenceSplitter(chunk_size=256, chunk_overlap=20)
    index = VectorStoreIndex.from_documents(documents, embed_model=Embedding(), transformations=[splitter])
    index.storage_context.persist(str(folder))


def ask(folder: Path, question: str) -> None:
    storage = StorageContext.from_defaults(persist_dir=str(folder))
    index = load_index_from_storage(storage, embed_model=Embedding())
    for node in index.as_retriever(similarity_top_k=3).retrieve(question):
        tell(node.get_content()[:80])


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        ask(Path(sys.argv[2]), sys.argv[3])
