"""All of a fetch within one time, whatever a site does."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


def remaining(deadline: float) -> float:
    """Seconds. Raises TimeoutError where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def in_time(work: Callable[[], Sequence[str]], deadline: float) -> Sequence[str]:
    """What the work returns or raises; a look-up in the system cannot be cut off, so it is left behind when too slow."""
    done: list[Sequence[str] | Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:  # raised again below
            done.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(remaining(deadline))
    if not done:
        raise TimeoutError
    if isinstance(done[0], Exception):
        raise done[0]
    return done[0]


@contextmanager
def cut_off(stream: socket.socket, deadline: float) -> Iterator[None]:
    """Ends the connection at the deadline: a site that sends a byte now and then never meets a limit on each read."""

    def end() -> None:
        with suppress(OSError):
            socket.socket.shutdown(stream, socket.SHUT_RDWR)

    timer = threading.Timer(remaining(deadline), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
