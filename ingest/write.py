"""A Document to a Markdown file: front matter and text, readable and diffable, and read back as the same text.

Every character that Markdown would take for markup is escaped; times, speakers and pages stand in the marks that
ingest/formats/markdown.py reads.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from assistant.domain import Block, Document, Form, Standing, clock

INLINE = re.compile(r"[#\\`*_\[\]<>~|]|&(?=#|\w)")
OPENING = re.compile(r"[-+=]|\d{1,9}(?=[.)])")  # what would begin a list or a heading


def markdown(document: Document) -> str:
    """The file. `document.text` comes back from it in the same words and blocks; white space may differ."""
    return f"---\n{_front(document)}---\n\n{_body(document)}\n"


def _front(document: Document) -> str:
    fields: dict[str, Any] = {
        "title": document.title,
        "kind": document.kind,
        "date": document.date or "unknown",
        "authors": list(document.authors),
        "places": list(document.places),
        "standing": "" if document.standing is Standing.NETWORK else document.standing.value,
        "sharing": document.sharing.label,
        "attribution": "unattributed" if document.unattributed else "named",
        "form": "" if document.form is Form.ORIGINAL else document.form.value,
        "source": document.source,
        "questions": list(document.questions),
    }
    told = {name: value for name, value in fields.items() if value}
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=1000)


def _body(document: Document) -> str:
    parts: list[str] = []
    page: int | None = None
    speaker = ""
    last: Block | None = None
    for block in document.blocks:
        if block.page is not None and block.page != page:
            page = block.page
            parts.append(f"\n\n<!-- page {page} -->\n\n")
        words = document.text[block.start : block.end]
        if block.kind == "speaker":
            speaker = " ".join(words.split())
            continue
        parts.append("\n" if last and last.kind == block.kind == "item" else "\n\n")
        parts.append(_block(block, words, speaker))
        last, speaker = block, ""
    return "".join(parts).strip("\n")


def _block(block: Block, words: str, speaker: str) -> str:
    lines = [" ".join(line.split()) for line in words.split("\n") if line.strip()]
    if block.kind == "heading":
        return f"{'#' * min(max(block.level, 1), 6)} {_escaped(' '.join(lines))}"
    # A line of the text stays a line: two spaces would do it too, and nobody sees those.
    text = "\n".join(_escaped(line) for line in lines)
    if block.kind == "item":
        return "- " + text.replace("\n", "\n  ")
    if block.time is not None:
        whose = f"**{_escaped(speaker.replace(':', ''))}:** " if speaker else ""
        return f"[{clock(block.time)}] {whose}{text}"
    return text


def _escaped(line: str) -> str:
    line = INLINE.sub(lambda match: f"\\{match[0]}", line)
    if mark := OPENING.match(line):
        at = mark.end() if mark[0].isdigit() else 0
        return f"{line[:at]}\\{line[at:]}"
    return line
