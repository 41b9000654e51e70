"""The project's own documents indexed once for all tests that only read them, and made ones without any index."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.config import Config
from assistant.guide.lines import Shelved
from ingest.publish import sync
from ingest.read import parse
from ingest.split import split

CORPUS = Path(__file__).parents[1] / "corpus"


@lru_cache(maxsize=1)
def shipped(cache: Path) -> Config:
    home = Path(tempfile.mkdtemp(prefix="commonplace-test-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    config = Config(corpus=CORPUS, home=home, cache=cache)
    sync(config)
    return config


def shelf(**notes: str):
    """shelf(may="---\\nkind: note\\n---\\n# May\\n...") -> the documents by id, and how to look one up."""
    found = []
    for name, text in notes.items():
        document = parse(text.encode(), f"{name}.md")
        passages = split(document)
        found.append(Shelved(document, tuple(passages), np.zeros((len(passages), 3), dtype=np.float32)))
    return found, {one.document.id: one.document for one in found}.get
