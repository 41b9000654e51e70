"""What a site answers: whether it is a page, and what kind of file."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from assistant.errors import DocumentError
from ingest import formats

if TYPE_CHECKING:
    pass
from ingest.fetch.address import Place

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
}
WRITTEN = frozenset([".md", ".markdown", ".txt", ".text", ".vtt", ".srt"])  # kinds of plain text


def check_status(status: int) -> None:
    """Raises DocumentError, with what to do, where a site gave no page."""
    if status == 200:
        return
    if status in (401, 403, 407):
        raise DocumentError(
            f"The site does not let us see that page ({status}). Open it in a browser, save it, and add the file."
        )
    if status in (404, 410):
        raise DocumentError(f"There is no page at that address ({status}). Check it letter by letter.")
    if status == 429 or status >= 500:
        raise DocumentError(f"The site is busy or in trouble ({status}). Try again later.")
    raise DocumentError(f"The site answered with an error ({status}). Open the page in a browser, and save it.")


def file_name(content_type: str, place: Place) -> str:
    """A file's name for what stands there. Raises DocumentError where it is of no kind that is read."""
    own = PurePosixPath(unquote(place.target.partition("?")[0]))
    kind = content_type.partition(";")[0].strip().lower()
    suffix = SUFFIXES.get(kind) or own.suffix.lower()
    if suffix == ".txt" and own.suffix.lower() in WRITTEN:
        suffix = own.suffix.lower()
    formats.check(f"page{suffix}")
    stem = re.sub(r"[^\w-]+", "-", own.stem).strip("-_")[:80]
    return (stem or "page") + suffix
