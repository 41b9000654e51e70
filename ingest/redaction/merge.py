"""Several that nobody can tell apart are some: "a participant and a participant" is "some participants"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.redaction.edits import Edit

SEVERAL = {
    noun: re.compile(
        rf"\b[Aa]n? {noun}(?:(?:,?\s+(?:and|or|&|with)|\s*[,/;&])?\s+an? {noun}\b|\s*/\s*an? {noun}\b)+"
        r"(?P<own>['’]s)?"
    )
    for noun in ("participant", "organisation")
}


def merge_edits(text: str) -> Iterator[Edit]:
    """One mention of some for each row of those that follow one another."""
    for noun, pattern in SEVERAL.items():
        for match in pattern.finditer(text):
            yield Edit(match.start(), match.end(), f"some {noun}s{match['own'][0] if match['own'] else ''}")
