"""Files that could not be read, remembered, so that a sync says the same of each and spends nothing on it again.

    home/index/refused.json     derived: delete it, and the next sync reads those files once more

What a reader says of a file it will say again, until the file or the reader is another. What stopped the reading, too long or
too much memory, may have been the machine's own trouble: that is believed for a day, or until somebody touches the file. What is
kept holds no word of a document: a sentence that may quote one is not remembered.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from assistant.errors import DocumentError
from assistant.generations import FORMAT
from ingest import formats
from ingest.confine import Confined, Stopped
from ingest.read import Intake, digest
from ingest.whole import write_whole

FOR = 24 * 3600.0  # seconds that what stopped the reading is believed
LIBRARIES = (
    "lxml",
    "mammoth",
    "markdown-it-py",
    "pdfminer.six",
    "trafilatura",
)  # another one may read what this did not


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file with these bytes was not read. `touched` is when the file was last written, in nanoseconds; `until`, in
    seconds since 1970, when its reading is tried again, or None where nothing but another reader would help."""

    digest: str
    touched: int
    sentence: str
    until: float | None = None

    def holds(self, data: bytes, path: Path) -> bool:
        """Whether it is still to be believed of the file there, which holds `data`."""
        if self.digest != digest(data):
            return False
        if self.until is None:
            return True
        return self.touched == path.stat().st_mtime_ns and 0 < self.until - time.time() <= FOR


class Refusals:
    """The refusals of one home. Only for whoever holds the write lock."""

    def __init__(self, home: Path) -> None:
        self._file = home / "index" / "refused.json"
        self._before: Mapping[str, Refusal] | None = None
        self._now: dict[str, Refusal] = {}
        self._reader = ""

    def take_in(self, confined: Confined, path: Path, data: bytes, document_id: str) -> Intake:
        """What `confined` reads in the file there, which holds `data`. Raises DocumentError, without reading it where the
        same was found before."""
        known = self._known(confined).get(document_id)
        if known is not None and known.holds(data, path):
            self._now[document_id] = known
            raise DocumentError(known.sentence)
        try:
            return confined.take_in(data, document_id)
        except Stopped as stopped:
            self._keep(path, data, document_id, str(stopped), time.time() + FOR)
            raise
        except DocumentError as error:
            if not formats.is_text(document_id):  # of front matter, a sentence quotes what it cannot use
                self._keep(path, data, document_id, str(error), None)
            raise

    def write(self) -> None:
        """Keep those that were met since this was opened, and no others: a file that is gone is forgotten."""
        if not self._now:
            self._file.unlink(missing_ok=True)
            return
        if self._before == self._now:
            return
        kept = {document_id: asdict(one) for document_id, one in sorted(self._now.items())}
        write_whole(self._file, json.dumps({"reader": self._reader, "refused": kept}, indent=1).encode())

    def _keep(self, path: Path, data: bytes, document_id: str, sentence: str, until: float | None) -> None:
        try:
            touched = path.stat().st_mtime_ns
        except OSError:  # it went as it was read
            return
        self._now[document_id] = Refusal(digest(data), touched, sentence, until)

    def _known(self, confined: Confined) -> Mapping[str, Refusal]:
        if self._before is None:
            self._reader = reader_mark(confined)
            self._before = _stored(self._file, self._reader)
        return self._before


def reader_mark(confined: Confined) -> str:
    """What changes whenever files may read otherwise: our own source, its format, the libraries, and what a file may take."""
    return f"{FORMAT}-{_source_mark()}-{confined.seconds:g}-{confined.memory}"


@lru_cache(maxsize=1)
def _source_mark() -> str:
    mark = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        mark.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for name in LIBRARIES:
        mark.update(f"{name} {metadata.version(name)}\n".encode())
    return mark.hexdigest()[:16]


def _stored(file: Path, reader: str) -> Mapping[str, Refusal]:
    """What is remembered from the same reader; nothing where the file is not there, or not one of ours."""
    try:
        values: Any = json.loads(file.read_bytes())
        if values["reader"] != reader:
            return {}
        found = {str(document_id): Refusal(**one) for document_id, one in values["refused"].items()}
        whole = all(isinstance(one.sentence, str) and isinstance(one.until, float | None) for one in found.values())
        return found if whole else {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
