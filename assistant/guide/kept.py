"""What was found of each document's names, kept between generations so that after a sync only what changed is read anew.

    home/index/derived/names.json      derived: delete it, and the next guide makes it again

It holds what documents say, so it is written whole or not at all, holds only documents of the current generation, and goes
where that cannot be known.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from assistant.generations import FORMAT, Generations
from assistant.guide.names.found import RULES, Found

Digests = Mapping[str, str]  # document id -> the digest of its file, of every document of a generation


class KeptNames:
    """The kept findings of one home."""

    def __init__(self, home: Path) -> None:
        self.path = home / "index" / "derived" / "names.json"
        self._generations = Generations(home)

    def read(self) -> dict[str, Found]:
        """What is kept, by document id; nothing where the file is of another version, or broken."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            if kept["version"] != _version():
                return {}
            return {found.document: found for found in map(Found.from_json, kept["documents"])}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def write(self, found: Sequence[Found], digests: Digests, generation: int) -> None:
        """Keep what was found of documents of a generation, beside what is kept of others that are in it.

        `digests`: of all its documents, seen by this audience or not. A home that cannot be written keeps nothing.
        """
        every = {**self.read(), **{one.document: one for one in found}}
        self._replace([one for _, one in sorted(every.items()) if digests.get(one.document) == one.digest], generation)

    def prune(self, digests: Callable[[], Digests], generation: int) -> None:
        """Forget every document that is not in the generation, as it is there. `digests`: asked only where any is kept."""
        if not self.path.exists():
            return
        kept, present = self.read(), digests()
        left = [one for one in kept.values() if present.get(one.document) == one.digest]
        if not left:
            self._drop()
        elif len(left) < len(kept):
            self._replace(left, generation)

    def _replace(self, found: Sequence[Found], generation: int) -> None:
        if self._generations.current_number() != generation:
            return  # what is gone since must not come back
        data: dict[str, Any] = {"version": _version(), "documents": [one.to_json() for one in found]}
        part = self.path.with_suffix(f".{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            part.replace(self.path)
        except (OSError, ValueError):
            with suppress(OSError):
                part.unlink(missing_ok=True)
            self._drop()
        if self._generations.current_number() != generation:  # a sync came in between: its own refresh may be over
            self._drop()

    def _drop(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def _version() -> list[int]:
    return [FORMAT, RULES]
