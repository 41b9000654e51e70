"""What an index holds, as plain values that two indexes can be compared by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.config import Config
from assistant.generations import Generations
from assistant.index import LEVELS, Index
from ingest.publish import sync


@dataclass(frozen=True)
class State:
    """Rows by level and id: (text, metadata), and vectors beside them."""

    rows: dict[str, dict[str, tuple[str, tuple]]]
    vectors: dict[str, dict[str, np.ndarray]]
    lexical: dict[str, str]


def state_of(config: Config) -> State:
    """Everything in the current generation. Closes what it opens."""
    generation = Generations(config.home).current()
    assert generation is not None
    index = Index.open(generation.folder, generation.manifest.collections)
    try:
        rows = {level: index.all(level) for level in LEVELS}
    finally:
        index.close()
    return State(
        {level: {r.id: (r.text, tuple(sorted(r.metadata.items()))) for r in many} for level, many in rows.items()},
        {level: {r.id: np.asarray(r.vector) for r in many} for level, many in rows.items()},
        {
            str(path.relative_to(generation.folder)): "".join(sorted(path.read_text()))
            for path in sorted((generation.folder / "lexical").rglob("words.json"))
        },
    )


def built_from_nothing(config: Config, home: Path) -> State:
    fresh = replace(config, home=home)
    sync(fresh)
    return state_of(fresh)


def assert_same(found: State, expected: State) -> None:
    assert found.rows == expected.rows
    assert found.lexical == expected.lexical
    for level, many in expected.vectors.items():
        for key, vector in many.items():
            assert np.abs(found.vectors[level][key] - vector).max() <= 1e-5, (level, key)


def files_holding(folder: Path, words: str) -> list[str]:
    """The files under `folder` whose bytes hold `words` in any encoding that a store is likely to write."""
    patterns = [words.encode("utf-8"), words.encode("utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(pattern in path.read_bytes() for pattern in patterns)
    ]
