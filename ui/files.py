"""What a command made, written to the file that was asked for."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import CommonplaceError


def write(file: Path, made: bytes | str) -> None:
    """Raises CommonplaceError where it cannot be written."""
    try:
        file.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8", "replace"))
    except OSError as error:
        raise CommonplaceError(f"{file} cannot be written ({error.strerror}). Give another file.") from error
