"""A file whole, or not at all: written beside its place under a hidden name, on the disk, then renamed into it."""

from __future__ import annotations

import os
from pathlib import Path

ANYONE = 0o666  # who may read and write it, less what the process's own mask takes away


def write_whole(target: Path, data: bytes, mode: int = ANYONE) -> None:
    """Write `data` to `target`, whose folder is there. A process that dies leaves the old file, or the new."""
    part = target.with_name(f".{target.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)
