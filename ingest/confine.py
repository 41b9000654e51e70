"""Files are read in a process of their own, with so much time and memory and no more.

A file from somewhere else may be made, or broken, so that reading it never ends, fills the memory or ends the
process. Here that is the end of a child process, and one more file that cannot be read.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.domain import Document
from assistant.errors import CommonplaceError, DocumentError
from ingest.read import Intake, digest, load
from ingest.wire import intake_of, parsed, read_frame, write_frame

SECONDS = 30.0  # for one file
MEMORY = 1_000_000_000  # bytes
SECONDS_TO_START = 60.0  # most machines take a tenth of one
LARGEST_ANSWER = 60_000_000  # bytes
LONGEST_REASON = 400  # characters
CHILD = "ingest.reader_child"
PYTHONS_OWN = ("PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")  # all of our environment it gets

UNFORESEEN = "Reading it failed in a way we did not foresee. Save it as plain text (.txt) and try again."
TOO_MUCH_MEMORY = "It needs more memory than we give a file. Split it, or save it as plain text (.txt), and try again."
TOO_MUCH_TEXT = "It holds more text than we can take from one file. Split it and try again."


class Stopped(DocumentError):
    """The reading of a file was stopped, or broke: by the file, most likely, and perhaps by what else the machine did."""


class _Broken(Exception):
    """The child did not answer, or not as it would have: it is not used again. The message is for the user."""

    def __init__(self, sentence: str, *, again: bool = True) -> None:
        super().__init__(sentence)
        self.again = again  # whether the files before may have been the cause


class Confined:
    """Reads files as ingest/read.py does, one after another, in a child process.

    The child starts at the first file, and anew after a file that broke it. Close this, or use it in a `with`.
    One thread at a time.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """`seconds` and `memory`, in bytes, are what one file may take; memory only where the platform can hold to it."""
        self.seconds = seconds
        self.memory = memory
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not yet written has nowhere to go
                    stream.close()

    def read(self, path: Path, document_id: str) -> Document:
        """The document in the file. Raises DocumentError, Stopped where it was the reading that failed, and CommonplaceError
        where no child can be started."""
        return self.parse(load(path), document_id)

    def parse(self, data: bytes, document_id: str) -> Document:
        """The document whose file holds `data`. Raises as `read` does."""
        return self.take_in(data, document_id).document

    def take_in(self, data: bytes, document_id: str) -> Intake:
        """The document whose file holds `data`, with what a person should know of it. Raises as `read` does."""
        left = self.seconds
        while True:
            fresh, began = self._child is None, time.monotonic()
            try:
                return self._ask(data, document_id, left)
            except DocumentError:
                raise
            except _Broken as broken:
                self.close()
                if fresh or not broken.again:
                    raise Stopped(str(broken)) from None
            except BaseException:
                self.close()  # half an answer on the way must not be taken for the next file's
                raise
            # What earlier files left behind in the child may have been the cause: once more, in a new one.
            left -= time.monotonic() - began

    def _ask(self, data: bytes, document_id: str, seconds: float) -> Intake:
        child = self._child or self._start()
        assert child.stdin is not None and child.stdout is not None
        with _deadline(child, seconds) as passed:
            try:
                write_frame(child.stdin, json.dumps(document_id).encode())
                write_frame(child.stdin, data)
                answer = read_frame(child.stdout, LARGEST_ANSWER)
            except (OSError, EOFError):
                if passed.is_set():
                    raise _Broken(self._too_long, again=False) from None
                raise _Broken(UNFORESEEN) from None
            except ValueError:
                raise _Broken(TOO_MUCH_TEXT, again=False) from None
        if passed.is_set():  # as the answer came: it counts, and the child is no more
            self.close()
        return _believed(answer, data, document_id)

    @property
    def _too_long(self) -> str:
        return f"It took longer than {self.seconds:g} seconds to read. Save it as plain text (.txt) and try again."

    def _start(self) -> subprocess.Popen[bytes]:
        """A child that is ready. Raises CommonplaceError: were it each file's failure, a sync would remove them all."""
        try:
            child = self._child = subprocess.Popen(
                [sys.executable, "-P", "-B", "-m", CHILD, str(self.memory), str(self.seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                close_fds=True,
            )
            assert child.stdout is not None
            with _deadline(child, SECONDS_TO_START):
                read_frame(child.stdout, 100)
        except (OSError, EOFError, ValueError) as error:
            raise CommonplaceError(
                "The process in which we read files cannot be started, so the rest were not read. "
                "Close other programs and try again."
            ) from error
        return child


@contextlib.contextmanager
def _deadline(child: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    """Kill the child, and set the event, once the time has passed. Pipes on every platform end with their process."""
    passed = threading.Event()

    def kill() -> None:
        passed.set()
        child.kill()

    timer = threading.Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        yield passed
    finally:
        timer.cancel()
        timer.join()


def _environment() -> dict[str, str]:
    """What Python needs to start and to find this very package, however it was installed; and nothing secret."""
    root = str(Path(__file__).resolve().parents[1])
    paths = [entry for entry in sys.path if Path(entry).is_absolute()]  # so not the folder we happen to stand in
    if root not in paths:
        paths.insert(0, root)
    kept = {name: os.environ[name] for name in PYTHONS_OWN if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(paths)}


def _believed(answer: bytes, data: bytes, document_id: str) -> Intake:
    """What the child answered, checked. Raises DocumentError where it refuses the file, Stopped or _Broken where it
    failed."""
    try:
        match parsed(answer):
            case {"intake": values}:
                intake = intake_of(values)
                if intake.document.id == document_id and intake.document.digest == digest(data):
                    return intake
            case {"error": str(reason)} if _is_sentence(reason):
                raise DocumentError(reason)
            case {"failed": "memory"}:
                raise _Broken(TOO_MUCH_MEMORY)
            case {"failed": "unforeseen"}:
                raise Stopped(UNFORESEEN)
    except ValueError:
        pass
    raise _Broken(UNFORESEEN)


def _is_sentence(reason: str) -> bool:
    return len(reason) <= LONGEST_REASON and reason.endswith(".") and len(reason.splitlines()) == 1
