"""Every kind of file that is read, a module each: bytes -> Source. A module is loaded when a file of its kind comes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from assistant.errors import DocumentError
from ingest.source import Source

# What a person calls each kind, and the module that reads it.
FORMATS = {
    ".md": ("Markdown", "markdown"),
    ".markdown": ("Markdown", "markdown"),
    ".txt": ("plain text", "plain"),
    ".text": ("plain text", "plain"),
    ".html": ("a web page", "web"),
    ".htm": ("a web page", "web"),
    ".docx": ("Word", "word"),
    ".pdf": ("PDF", "pdf"),
    ".vtt": ("captions", "captions"),
    ".srt": ("captions", "captions"),
}
TEXT = frozenset(["markdown", "plain"])  # those that may begin with front matter
RECORDINGS = frozenset(".mp3 .m4a .wav .ogg .aac .flac .mp4 .m4v .mov .avi .mkv .webm .wmv".split())
OLD_OFFICE = {".doc": "Word", ".rtf": "Rich text", ".odt": "OpenDocument", ".pages": "Pages"}


def is_text(name: str) -> bool:
    """Whether files of this name are Markdown or plain text."""
    return FORMATS.get(Path(name).suffix.lower(), ("", ""))[1] in TEXT


def check(name: str) -> None:
    """Raises DocumentError, with what to do, for a file whose kind is not read."""
    suffix = Path(name).suffix.lower()
    if suffix in FORMATS:
        return
    if suffix in RECORDINGS:
        raise DocumentError(
            "It is a recording, and we read words. Give its captions (.vtt or .srt), or paste its transcript."
        )
    if suffix in OLD_OFFICE:
        raise DocumentError(
            f"We cannot read {OLD_OFFICE[suffix]} files ({suffix}). Open it and save it as Word (.docx)."
        )
    raise DocumentError(
        f"We cannot read {suffix or 'such'} files. Save it as Word (.docx), PDF, plain text (.txt) or Markdown (.md)."
    )


def read(data: bytes, name: str) -> Source:
    """What a file called `name` holds. Raises DocumentError."""
    check(name)
    module = import_module(f"ingest.formats.{FORMATS[Path(name).suffix.lower()][1]}")
    reader: Callable[[bytes], Source] = module.read
    return reader(data)
