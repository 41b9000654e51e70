"""The process in which files are read: `python -m ingest.reader_child MEMORY SECONDS`, started by ingest/confine.py.

Frames come on standard input, two a file: its document id as JSON, and its bytes. One goes back on standard output for
each, as JSON: {"intake": ...}, {"error": "what is wrong and what to do"}, or {"failed": "memory"} or {"failed": "unforeseen"}.
The first frame out is READY. The process ends when its input does.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from typing import IO, Any

READY = b"ready"
LARGEST_REQUEST = 100_000_000  # bytes
GRACE = 5  # seconds beyond its time after which a file ends this process, whose owner may be gone and not have done it


def main(memory: int, seconds: float) -> None:
    """Read files until there are no more, in `memory` bytes and, where nobody waits any more, `seconds` a file."""
    _limit(memory)
    source, sink = _streams()
    from ingest.wire import read_frame, write_frame  # which loads the readers too, before anyone's time runs

    try:
        write_frame(sink, READY)
        while True:
            document_id = json.loads(read_frame(source, LARGEST_REQUEST))
            data = read_frame(source, LARGEST_REQUEST)
            faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=2)
            write_frame(sink, _answer(data, document_id))
            faulthandler.cancel_dump_traceback_later()
    except (EOFError, OSError):
        return


def _answer(data: bytes, document_id: str) -> bytes:
    from assistant.errors import DocumentError
    from ingest.read import take_in
    from ingest.split import split
    from ingest.wire import intake_json

    try:
        intake = take_in(data, document_id)
        for _ in split(intake.document):  # it happens elsewhere again; what would never end there ends here
            pass
        reply: dict[str, Any] = {"intake": intake_json(intake)}
        return json.dumps(reply, ensure_ascii=False).encode()  # escapes would make it three times as long
    except DocumentError as error:
        reply = {"error": str(error)}
    except MemoryError:
        reply = {"failed": "memory"}
    except Exception:  # whatever a file does to a reader, it is that file's failure and no other's
        reply = {"failed": "unforeseen"}
    return json.dumps(reply).encode()


def _limit(memory: int) -> None:
    """No more than `memory` bytes of address space, no core file, nothing written to any file; where the platform can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # macOS knows RLIMIT_AS and refuses it
            continue


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """What comes in and what goes out, kept from libraries that read or print on their own."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return source, sink


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
