"""Plain text as it is, or the transcript that it holds."""

from __future__ import annotations

from ingest.formats.decode import decode
from ingest.formats.pasted import looks_pasted, read_pasted
from ingest.lines import lines_of
from ingest.source import Source


def read(data: bytes) -> Source:
    text = decode(data)
    if looks_pasted(text):
        return read_pasted(text)
    return Source(text, tuple(lines_of(text)))
