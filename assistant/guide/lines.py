"""The sentences that one audience may see, each in its place, and whether one can be read without the ones around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.cite import Lookup, gated
from assistant.domain import Audience, Citation, Document, Passage
from assistant.index import to_passage
from assistant.line import Line
from assistant.view import View

SHORTEST, LONGEST = 6, 45  # words in a sentence worth quoting on its own
# What points at a sentence before: "This", "They", "However", "The second".
_LEANS = re.compile(
    r"(?i)(?:and|but|so|or|yet|then|thus|hence|however|therefore|nevertheless|nonetheless|instead|conversely|similarly"
    r"|likewise|otherwise|also|too|again|he|she|it|they|his|her|its|their|this|that|these|those|such|both|neither|here"
    r"|there|others?|another|one|some|many|most|all|each|the (?:other|others|second|third|same|former|latter|following"
    r"|points|result|example)|for (?:example|instance|this reason)|in (?:that|this|these|those|particular|addition"
    r"|contrast|short|turn|other words)|as (?:a result|such|well)|because of (?:this|that)|at (?:that|this)|by then"
    r"|not only|among them|at the heart of (?:this|that|it))\b"
)
_ITSELF = re.compile(r"(?i)(?:it (?:is|was|helps?|takes) (?!a |an |the |also |then )|there (?:is|are|was|were) )")
_WHOLE = re.compile(r"[.!?…][’”\"')\]]*$")
_INSIDE = re.compile(
    r"(?i)\b(?:the latter|the former|as (?:above|below)|(?:see|points) below|this (?:one|is)|of (?:this|that|the same) kind"
    r"|(?<!.)[^,]{1,60}, (?:for example|for instance|however|too|also|though|then|therefore|by contrast|instead))\b"
)
_BULLET = re.compile(r"^[^\w‘“\"'(]+")


@dataclass(frozen=True)
class Shelved:
    """A document with its passages in their order, and their vectors, of shape (passages, dimensions)."""

    document: Document
    passages: tuple[Passage, ...]
    vectors: Any

    def lines(self) -> Iterable[Line]:
        for passage in self.passages:
            for i, sentence in enumerate(passage.sentences):
                yield Line(self.document, passage, sentence, passage.first + i)


def shelved(view: View) -> list[Shelved]:
    """Every document that this audience may see, by id; the passages of all are read at once."""
    of_document: dict[str, list[tuple[Passage, Any]]] = {document.id: [] for document in view.documents}
    for row in view.index.all("passages"):
        if view.audience.sees(Audience(row.metadata["sharing"])):
            passage = to_passage(row)
            if passage.document in of_document:
                of_document[passage.document].append((passage, row.vector))
    found = []
    for document in view.documents:
        pairs = sorted(of_document[document.id], key=lambda pair: pair[0].start)
        vectors = np.array([vector for _, vector in pairs], dtype=np.float32)
        found.append(Shelved(document, tuple(passage for passage, _ in pairs), vectors))
    return found


def cited(line: Line, lookup: Lookup) -> Citation | None:
    """The citation of a line, through the verbatim gate."""
    return gated(line.text, line.passage, line.sentence, lookup)


def citations(lines: Sequence[Line], lookup: Lookup) -> tuple[Citation, ...]:
    """Those of the lines that pass the gate."""
    return tuple(citation for line in lines if (citation := cited(line, lookup)) is not None)


def stands_alone(text: str) -> bool:
    """Whether a sentence is whole, of a length to quote, and leans on none before it."""
    plain = _BULLET.sub("", text)
    if not _WHOLE.search(plain) or not SHORTEST <= len(plain.split()) <= LONGEST:
        return False
    if not (plain[0].isupper() or plain[0].isdigit() or plain[0] in "‘“\"'"):
        return False
    if _ITSELF.match(plain):
        return not _INSIDE.search(plain)
    return not _LEANS.match(plain) and not _INSIDE.search(plain)
