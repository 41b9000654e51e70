"""A file to a Document: bytes to text, front matter to fields, markup rendered away."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assistant.domain import Audience, Block, Document, Form, Standing
from assistant.errors import DocumentError
from ingest import formats
from ingest.confidential import mark, off_record
from ingest.formats.decode import decode
from ingest.lines import blocks_of
from ingest.redact import Removal, redact, redact_words, strike

LARGEST = 20_000_000  # bytes: a longer file is not a note
FIELDS = frozenset("title kind date authors places standing sharing attribution form source questions".split())
FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
NEVER_CLOSED = re.compile(rf"\A\s*---[ \t]*\n\s*(?:{'|'.join(sorted(FIELDS))})[ \t]*:", re.IGNORECASE)
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


MARKED = "It is marked as unattributed."
SAID_OFF = "Parts of it were said off the record."


@dataclass(frozen=True, slots=True)
class Intake:
    """What reading a file gave. `hidden`: text in the file that its reader does not see. `removed`: what redaction took
    out, and `why` it did."""

    document: Document
    hidden: tuple[str, ...] = ()
    removed: tuple[Removal, ...] = ()
    why: str | None = None

    @property
    def taken_out(self) -> str:
        """Why and how much was taken out, for whoever sent the file in."""
        many = len(self.removed)
        return f"{self.why} {many} {'thing was' if many == 1 else 'things were'} taken out of it."


def read(path: Path, document_id: str) -> Document:
    """The document in the file. Raises DocumentError, with the reason and what to do, where there is none."""
    return parse(load(path), document_id)


def load(path: Path) -> bytes:
    """The file's bytes. Raises DocumentError where it is of a kind we do not read, too large, or not ours to open."""
    formats.check(path.name)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe never ends, nor does /dev/zero
            raise DocumentError("It is no ordinary file. Put its words into one and try again.")
        check_size(about.st_size)
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"It cannot be opened ({error.strerror}). Check that the file is there and yours to read."
        ) from error


def check_size(size: int) -> None:
    """Raises DocumentError for a file of `size` bytes that is larger than we read, wherever it comes from."""
    if size > LARGEST:
        raise DocumentError(f"It is {size // 1_000_000} MB, more than the {LARGEST // 1_000_000} MB we read. Split it.")


def digest(data: bytes) -> str:
    """What tells whether a file has changed: SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes, document_id: str) -> Document:
    """The document whose file holds `data`. Raises DocumentError."""
    return take_in(data, document_id).document


def take_in(data: bytes, document_id: str) -> Intake:
    """The document whose file holds `data`, with what a person should know of it. Raises DocumentError.

    Redaction happens here, so that what was said in confidence is in no text that anything else sees.
    """
    fields: Mapping[str, Any] = {}
    if formats.is_text(document_id):
        fields, body = _front_matter(decode(data))
        source = formats.read(body.encode(), document_id)
    else:
        source = formats.read(data, document_id)
    attribution = _choice(fields, "attribution", ["named", "unattributed"], "")
    why = MARKED if attribution == "unattributed" else mark(source.text) if not attribution else None
    authors = _names(fields, "authors") or source.authors
    text, lines = source.text, list(source.lines)
    removed: tuple[Removal, ...] = ()
    if why:
        redacted = redact(text, lines, authors)
        text, lines, removed = redacted.text, list(redacted.lines), redacted.removed
    elif not attribution and off_record(text, lines):
        redacted = strike(text, lines)
        text, lines, removed = redacted.text, list(redacted.lines), redacted.removed
        why = SAID_OFF
    if not any(ch.isalnum() for ch in text):
        raise DocumentError("It holds no words. Add some, or delete the file.")
    blocks = blocks_of(text, lines)
    if all(block.kind in ("heading", "speaker") for block in blocks):
        raise DocumentError("It holds headings and nothing under them. Add some text, or delete the file.")
    unattributed = why is not None and why != SAID_OFF
    document = Document(
        id=document_id,
        title=_text(fields, "title")
        or source.title
        or _title(text, blocks)
        or Path(document_id).stem.replace("-", " ").replace("_", " "),
        text=text,
        blocks=blocks,
        kind=_text(fields, "kind") or source.kind or "note",
        date=_date(fields["date"]) if "date" in fields else source.date,
        authors=authors,
        places=_names(fields, "places"),
        standing=Standing(_choice(fields, "standing", [s.value for s in Standing], "network")),
        sharing=Audience.parse(_choice(fields, "sharing", [a.label for a in Audience], "members")),
        form=Form(_choice(fields, "form", [f.value for f in Form], "original")),
        source=_text(fields, "source") or source.url,
        questions=_names(fields, "questions"),
        unattributed=unattributed,
        digest=digest(data),
    )
    return Intake(_without_names(document) if unattributed else document, source.hidden, removed, why)


def _without_names(document: Document) -> Document:
    """What is told about the document names nobody either. Its source may, so that goes too."""
    known = document.authors
    return replace(
        document,
        title=redact_words(document.title, known) or "Note without names",
        authors=(),
        source=None,
        questions=tuple(kept for question in document.questions if (kept := redact_words(question, known))),
    )


class _Loader(yaml.SafeLoader):
    """Without "<<": a few lines of it can stand for more fields than any memory holds."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        return


def _front_matter(raw: str) -> tuple[Mapping[str, Any], str]:
    match = FRONT_MATTER.match(raw)
    if not match:
        if NEVER_CLOSED.match(raw):
            # What it says of sharing would be lost: leave it out rather than show it to more people than it allows.
            raise DocumentError("Its front matter is never closed. Put a line '---' under its last 'name: value' line.")
        return {}, raw
    try:
        fields = yaml.load(match[1], Loader=_Loader)
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
        said = str(word)[:40]
        raise DocumentError(f"Its front matter says '{name}: {said}'. Use {', '.join(allowed[:-1])} or {allowed[-1]}.")
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
