"""Originals of documents from which names were taken out: kept only where the setting `keep_originals` says so, in files
that nobody but the host can read, and gone when the document is withdrawn."""

from __future__ import annotations

from pathlib import Path

from assistant.config import Config
from ingest.whole import write_whole


def keep(config: Config, document_id: str, name: str, data: bytes) -> None:
    """Keep the bytes of the file called `name` that became a document, if the setting says so."""
    if not config.keep_originals:
        return
    target = _folder(config) / f"{document_id}{Path(name).suffix.lower()}"
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(target, data, 0o600)


def drop(config: Config, document_id: str) -> None:
    """Remove what was kept of a document."""
    kept = _folder(config) / document_id
    for path in kept.parent.glob("*") if kept.parent.is_dir() else ():
        if path.name.startswith(f"{kept.name}."):
            path.unlink()


def _folder(config: Config) -> Path:
    return config.home / "originals"
