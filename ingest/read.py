"""A file to a Document: bytes to text, front matter to fields, markup rendered away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assistant.domain import Audience, Block, Document, Form, Standing
from assistant.errors import DocumentError
from ingest.lines import blocks_of, lines_of
from ingest.markdown import render

SUFFIXES = {".md": "Markdown", ".markdown": "Markdown", ".txt": "plain text", ".text": "plain text"}
LARGEST = 20_000_000  # bytes: a longer file is not a note
FIELDS = frozenset("title kind date authors places standing sharing attribution form source questions".split())
FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
NEVER_CLOSED = re.compile(rf"\A\s*---[ \t]*\n\s*(?:{'|'.join(sorted(FIELDS))})[ \t]*:", re.IGNORECASE)
NEWLINES = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def read(path: Path, document_id: str) -> Document:
    """The document in the file. Raises DocumentError, with the reason and what to do, where there is none."""
    return parse(load(path), document_id)


def load(path: Path) -> bytes:
    """The file's bytes. Raises DocumentError where it is of a kind we do not read, too large, or not ours to open."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise DocumentError(
            f"We cannot read {suffix or 'such'} files yet. Save it as plain text (.txt) or Markdown (.md)."
        )
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise DocumentError(
                f"It is {size // 1_000_000} MB, more than the {LARGEST // 1_000_000} MB we read. Split it."
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"It cannot be opened ({error.strerror}). Check that the file is there and yours to read."
        ) from error


def digest(data: bytes) -> str:
    """What tells whether a file has changed: SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes, document_id: str) -> Document:
    """The document whose file holds `data`. Raises DocumentError."""
    raw = NEWLINES.sub("\n", _decode(data))
    fields, body = _front_matter(raw)
    if SUFFIXES.get(Path(document_id).suffix.lower()) == "Markdown":
        text, lines = render(body)
    else:
        text, lines = body, lines_of(body)
    if not any(ch.isalnum() for ch in text):
        raise DocumentError("It holds no words. Add some, or delete the file.")
    blocks = blocks_of(text, lines)
    if all(block.kind == "heading" for block in blocks):
        raise DocumentError("It holds headings and nothing under them. Add some text, or delete the file.")
    return Document(
        id=document_id,
        title=_text(fields, "title")
        or _title(text, blocks)
        or Path(document_id).stem.replace("-", " ").replace("_", " "),
        text=text,
        blocks=blocks,
        kind=_text(fields, "kind") or "note",
        date=_date(fields.get("date")),
        authors=_names(fields, "authors"),
        places=_names(fields, "places"),
        standing=Standing(_choice(fields, "standing", [s.value for s in Standing], "network")),
        sharing=Audience.parse(_choice(fields, "sharing", [a.label for a in Audience], "members")),
        form=Form(_choice(fields, "form", [f.value for f in Form], "original")),
        source=_text(fields, "source"),
        questions=_names(fields, "questions"),
        digest=digest(data),
    )


def _decode(data: bytes) -> str:
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


def _front_matter(raw: str) -> tuple[Mapping[str, Any], str]:
    match = FRONT_MATTER.match(raw)
    if not match:
        if NEVER_CLOSED.match(raw):
            # What it says of sharing would be lost: leave it out rather than show it to more people than it allows.
            raise DocumentError("Its front matter is never closed. Put a line '---' under its last 'name: value' line.")
        return {}, raw
    try:
        fields = yaml.safe_load(match[1])
    except Exception as error:  # PyYAML lets Python's own errors through: a bad number, a bad tag, too deep a list
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" near line {line + 2}" if line is not None else ""
        raise DocumentError(
            f"Its front matter is not YAML{where}. Put values that hold a colon in quotation marks."
        ) from error
    if fields is None:
        fields = {}
    if not isinstance(fields, dict):
        raise DocumentError(
            "Its front matter is not a list of 'name: value' lines. Write one a line, between the two '---'."
        )
    fields = {str(name).strip().lower(): value for name, value in fields.items()}
    _check_spelling(fields)
    if fields.get("attribution") == "unattributed":
        raise DocumentError(
            "It is marked 'attribution: unattributed', and we cannot take names out for you yet. It is left out so that "
            "nobody is named. Take the names out yourself, then mark it 'attribution: named'."
        )
    _choice(fields, "attribution", ["named", "unattributed"], "named")
    return fields, raw[match.end() :]


def _check_spelling(fields: Mapping[str, Any]) -> None:
    """A rule that is misspelt must not be lost: "sharng: convenors" would else show the document to every member."""
    from rapidfuzz.distance import OSA

    for name in fields:
        for rule in ("sharing", "attribution"):
            if name not in FIELDS and OSA.distance(name, rule) <= 2:
                raise DocumentError(f"Its front matter says '{name}'. If that is '{rule}', mend the spelling.")


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    return _plain(fields.get(name))


def _names(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    many = value if isinstance(value, list) else [value]
    return tuple(word for one in many if (word := _plain(one)))


def _plain(value: Any) -> str | None:
    """A value of the front matter as one line of text, or None where it is empty or of no kind that a line can show."""
    if not isinstance(value, str | int | float | date):
        return None
    try:
        line = " ".join(str(value).split())
        line.encode()  # an escape in YAML can name half a character, which nothing can store or show
    except ValueError:
        return None
    return line or None


def _choice(fields: Mapping[str, Any], name: str, allowed: list[str], default: str) -> str:
    value = fields.get(name)
    if value is None:
        return default
    word = _plain(value)
    if word not in allowed:
        # Never guess who may see a document: leave it out and say why.
        raise DocumentError(f"Its front matter says '{name}: {word}'. Use {', '.join(allowed[:-1])} or {allowed[-1]}.")
    return word


def _date(value: Any) -> str | None:
    if value is None or value == "":
        return None
    text = value.isoformat()[:10] if isinstance(value, date) else _plain(value) or ""
    if text.lower() == "unknown":
        return None
    try:
        if not DATE.fullmatch(text):
            raise ValueError
        date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
    except ValueError:
        raise DocumentError(
            f"Its front matter says 'date: {text[:40]}'. Write 2020-07-15, 2020-07, 2020, or unknown."
        ) from None
    return text


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The first line, where it is a title."""
    if blocks and blocks[0].kind == "heading" and blocks[0].level == 1:
        return " ".join(text[blocks[0].start : blocks[0].end].split())
    return None
