"""What a PDF says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from ingest.formats.pdf.rows import NO_LETTER


class Info:
    """The information dictionary, so far as it says something of the document and not of the program that made it."""

    def __init__(self, dictionaries: Sequence[dict[str, Any]]) -> None:
        self._fields = {name: value for one in reversed(dictionaries) for name, value in one.items()}

    @property
    def title(self) -> str | None:
        title = self._field("Title")
        if re.fullmatch(r"(?i)(?:microsoft (?:word|powerpoint|excel) - .*|untitled\b.*|.*\.\w{2,4}|slide \d+|layout \d+"
                        r"|(?:word|powerpoint) \w+|document ?\d*|about:blank|\W*)", title):  # fmt: skip
            return None
        return title

    @property
    def authors(self) -> tuple[str, ...]:
        field = self._field("Author")
        names = re.split(r"\s*;\s*|\s+and\s+|\s*&\s*", field)
        if len(names) == 1 and all(" " in name for name in re.split(r",\s*", field)):
            names = re.split(r",\s*", field)
        nobody = r"(?i)(?:.*\b(?:user|admin|administrator|owner|author|unknown|anonymous|microsoft)\b.*|\W*)"
        return tuple(
            name for name in names if not re.fullmatch(nobody, name) and not re.fullmatch(r"[a-z0-9@._-]*", name)
        )

    @property
    def date(self) -> str | None:
        match = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", self._field("CreationDate"))
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else None
        except ValueError:
            return None

    def _field(self, name: str) -> str:
        value = resolve1(self._fields.get(name))
        if not isinstance(value, bytes):
            return ""
        text = value[3:].decode(errors="ignore") if value.startswith(b"\xef\xbb\xbf") else decode_text(value)
        return " ".join(NO_LETTER.sub("", text).split())
