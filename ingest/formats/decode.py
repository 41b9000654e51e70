"""Bytes to text: which encoding it is, and newlines of one kind."""

from __future__ import annotations

import re

from assistant.errors import DocumentError

NEWLINES = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def decode(data: bytes) -> str:
    """The text of a file. Raises DocumentError where it is none."""
    return NEWLINES.sub("\n", _decoded(data))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        raise DocumentError("It is not a text file. Save it as plain text (.txt, UTF-8).")
    else:
        encodings = ["utf-8-sig", "cp1252"]  # cp1252: what older Windows programs write
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DocumentError("Its letters are in no encoding that we know. Save it as UTF-8.")
