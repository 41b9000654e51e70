"""Whole or absent: the index as numbered folders of which one is current.

    home/index/current          a small file that names the current generation; renaming it into place is the commit
    home/index/<n>/             a generation, which no one changes once it is published
    home/index/draft-<n>/       one being written; left by a crash, removed by the next writer
    home/index/background/      what readers have derived of a generation, a small file each (assistant/background.py)
    home/index/readers/         one locked file for each reader, named after the generation it holds

A crash before the rename leaves the old generation current. Old generations go when no reader holds them.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import Busy, CommonplaceError, IndexMissing

FORMAT = 2  # changes whenever what is stored, or how text is split, does: the next sync then rebuilds


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself."""

    format: int
    model: str
    collections: str  # the prefix of its collections' names in Chroma
    documents: int
    passages: int


@dataclass(frozen=True, slots=True)
class Generation:
    number: int
    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Draft:
    """A generation being written."""

    folder: Path
    current: Generation | None


class Generations:
    """The generations under one home. `on_remove` is told of each old one before it goes, to clean up elsewhere."""

    def __init__(self, home: Path, on_remove: Callable[[Manifest], None] | None = None) -> None:
        self.folder = home / "index"
        self._on_remove = on_remove

    def current(self) -> Generation | None:
        """The published generation, or None where nothing has been published."""
        number = self.current_number()
        if number is None:
            return None
        folder = self.folder / str(number)
        try:
            manifest = _manifest(folder)
        except (OSError, ValueError, TypeError) as error:
            if self.current_number() != number:  # it went between the two looks
                return self.current()
            raise IndexMissing(
                f"The index in {folder} cannot be read ({error}). Run `commonplace ingest` to rebuild it."
            ) from error
        return Generation(number, folder, manifest)

    def current_number(self) -> int | None:
        """The number alone: cheap enough to ask before every question."""
        try:
            return int((self.folder / "current").read_text(encoding="ascii"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise IndexMissing(
                f"The file {self.folder / 'current'} cannot be read ({error}). Run `commonplace ingest`."
            ) from error

    def take(self) -> tuple[Generation, Callable[[], None]]:
        """The current generation, held until the function that comes with it is called. Raises IndexMissing."""
        for _ in range(100):
            generation = self.current()
            if generation is None:
                break
            readers = self.folder / "readers"
            readers.mkdir(exist_ok=True)
            file = readers / f"{generation.number}-{uuid.uuid4().hex}"
            lock = FileLock(file, thread_local=False)
            lock.acquire()
            if self.current_number() == generation.number:

                def release(lock: FileLock = lock, file: Path = file) -> None:
                    lock.release()
                    file.unlink(missing_ok=True)

                return generation, release
            lock.release()
            file.unlink(missing_ok=True)
        raise IndexMissing("There is nothing to ask yet. Add the first document: `commonplace ingest PATH`.")

    @contextmanager
    def write(self, wait: float = 60.0) -> Iterator[Draft]:
        """The one write lock, and an empty folder for a draft. Raises Busy after `wait` seconds.

        What was not published when the block ends is removed.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommonplaceError(
                f"The folder {self.folder} cannot be made ({error.strerror}). Set COMMONPLACE_HOME to one you may write."
            ) from error
        try:
            with FileLock(self.folder / "write.lock", timeout=wait):
                current = self._current_if_whole()
                self._clear(current)
                # Milliseconds, so that no number comes again where the whole index was deleted under a reader.
                number = max([*self._numbers(), time.time_ns() // 1_000_000]) + 1
                folder = self.folder / f"draft-{number}"
                folder.mkdir()
                try:
                    yield Draft(folder, current)
                finally:
                    shutil.rmtree(folder, ignore_errors=True)
                    self._clear(self._current_if_whole())
        except Timeout as error:
            raise Busy("Another process is changing the index. Wait until it is done, then try again.") from error

    def tidy(self) -> None:
        """Remove the old generations that nobody holds, unless somebody is writing, who will do it."""
        with suppress(Busy), self.write(wait=0):
            pass

    def publish(self, draft: Draft, manifest: Manifest) -> Generation:
        """The draft, whole and on disk, made current. Only inside `write`."""
        (draft.folder / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
        number = int(draft.folder.name.removeprefix("draft-"))
        folder = self.folder / str(number)
        draft.folder.rename(folder)
        pointer = self.folder / "current.new"
        with pointer.open("w", encoding="ascii") as file:
            file.write(str(number))
            file.flush()
            os.fsync(file.fileno())
        pointer.replace(self.folder / "current")
        return Generation(number, folder, manifest)

    def _current_if_whole(self) -> Generation | None:
        try:
            return self.current()
        except IndexMissing:
            return None  # everything in the index is derived: the sync that asks rebuilds it

    def _numbers(self) -> list[int]:
        names = [path.name.removeprefix("draft-") for path in self.folder.iterdir() if path.is_dir()]
        return [int(name) for name in names if name.isdigit()]

    def _clear(self, current: Generation | None) -> None:
        """Remove drafts that crashed, and old generations that nobody holds."""
        held = self._held()
        for path in self.folder.iterdir():
            is_draft = path.name.startswith("draft-")
            is_old = path.name.isdigit() and (current is None or int(path.name) != current.number)
            if path.is_dir() and (is_draft or (is_old and int(path.name) not in held)):
                if is_old and self._on_remove:
                    with suppress(OSError, ValueError, TypeError):  # a folder half removed has no manifest
                        self._on_remove(_manifest(path))
                shutil.rmtree(path, ignore_errors=True)

        derived = self.folder / "background"
        for path in derived.iterdir() if derived.is_dir() else ():
            if not (self.folder / path.name.partition("-")[0]).is_dir():
                path.unlink(missing_ok=True)

    def _held(self) -> set[int]:
        held: set[int] = set()
        readers = self.folder / "readers"
        for file in readers.iterdir() if readers.is_dir() else ():
            lock = FileLock(file, timeout=0)
            try:
                lock.acquire()
            except Timeout:
                held.add(int(file.name.partition("-")[0]))
            else:
                lock.release()
                file.unlink(missing_ok=True)  # its reader has died
        return held


def _manifest(folder: Path) -> Manifest:
    return Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
