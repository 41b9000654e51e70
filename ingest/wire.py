"""What reading a file gave, as bytes between the process that reads files and the one that asks for it; nothing is believed unchecked."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Mapping
from typing import IO, Any, TypeVar, get_args

from assistant.domain import Audience, Block, BlockKind, Document, Form, Standing
from ingest.read import Intake
from ingest.redact import Removal

LENGTH = struct.Struct(">Q")  # stands before every frame: how many bytes follow
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
T = TypeVar("T")


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Raises OSError where the other side is gone."""
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes], most: int) -> bytes:
    """Raises EOFError where the stream ends first, ValueError for a frame of more than `most` bytes."""
    (size,) = LENGTH.unpack(_exactly(stream, LENGTH.size))
    if size > most:
        raise ValueError(f"a frame of {size} bytes")
    return _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def intake_json(intake: Intake) -> dict[str, Any]:
    """What reading a file gave, as plain values."""
    return {
        "document": document_json(intake.document),
        "hidden": intake.hidden,
        "removed": [[one.words, one.kind] for one in intake.removed],
        "why": intake.why,
    }


def intake_of(values: Any) -> Intake:
    """What `intake_json` was given. Raises ValueError where it cannot have been."""
    if not isinstance(values, Mapping):
        raise ValueError("no intake")
    try:
        removed = [_many(_words, pair) for pair in _is(list, values["removed"])]
        return Intake(
            document_of(values["document"]),
            _many(_words, values["hidden"]),
            tuple(Removal(words, kind) for words, kind in removed),
            _or_none(_words, values["why"]),
        )
    except KeyError as error:
        raise ValueError(f"no {error.args[0]}") from None


def document_json(document: Document) -> dict[str, Any]:
    """The document as plain values. A block is a list, since there may be a million."""
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "blocks": [[b.kind, b.start, b.end, b.level, b.time, b.page] for b in document.blocks],
        "kind": document.kind,
        "date": document.date,
        "authors": document.authors,
        "places": document.places,
        "standing": document.standing.value,
        "sharing": document.sharing.label,
        "form": document.form.value,
        "source": document.source,
        "questions": document.questions,
        "unattributed": document.unattributed,
        "digest": document.digest,
    }


def document_of(values: Any) -> Document:
    """The document that `document_json` gave these values. Raises ValueError where it cannot have."""
    if not isinstance(values, Mapping):
        raise ValueError("no document")
    try:
        text = _words(values["text"])
        return Document(
            id=_is(str, values["id"]),
            title=_words(values["title"]),
            text=text,
            blocks=_blocks(values["blocks"], len(text)),
            kind=_words(values["kind"]),
            date=_or_none(_date, values["date"]),
            authors=_many(_words, values["authors"]),
            places=_many(_words, values["places"]),
            standing=Standing(_words(values["standing"])),
            sharing=Audience.parse(_words(values["sharing"])),
            form=Form(_words(values["form"])),
            source=_or_none(_words, values["source"]),
            questions=_many(_words, values["questions"]),
            unattributed=_is(bool, values["unattributed"]),
            digest=_words(values["digest"]),
        )
    except KeyError as error:
        raise ValueError(f"no {error.args[0]}") from None


def parsed(data: bytes) -> Any:
    """The values of some JSON. Raises ValueError where it is none."""
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("lists too deep inside each other") from None


def _blocks(values: Any, length: int) -> tuple[Block, ...]:
    """Blocks in order, which do not overlap, are not empty, and lie inside a text of `length` characters."""
    kinds = frozenset(get_args(BlockKind))
    found = []
    at = 0
    for value in _is(list, values):
        if len(_is(list, value)) != 6:
            raise ValueError("no block")
        kind, (start, end, level) = _words(value[0]), (_count(number) for number in value[1:4])
        if kind not in kinds or not at <= start < end <= length:
            raise ValueError("a block out of its place")
        found.append(Block(kind, start, end, level, _or_none(_count, value[4]), _or_none(_count, value[5])))  # type: ignore[arg-type]
        at = end
    return tuple(found)


def _is(kind: type[T], value: Any) -> T:
    if type(value) is not kind:  # True is an int, and no number
        raise ValueError(f"no {kind.__name__}")
    return value


def _words(value: Any) -> str:
    _is(str, value).encode()  # half a character cannot be stored; UnicodeEncodeError is a ValueError
    return str(value)


def _count(value: Any) -> int:
    if _is(int, value) < 0:
        raise ValueError("less than none")
    return int(value)


def _date(value: Any) -> str:
    if not DATE.fullmatch(_words(value)):
        raise ValueError("no date")
    return str(value)


def _or_none(check: Callable[[Any], T], value: Any) -> T | None:
    return None if value is None else check(value)


def _many(check: Callable[[Any], T], values: Any) -> tuple[T, ...]:
    return tuple(check(value) for value in _is(list, values))
