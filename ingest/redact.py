"""Redaction of a note that may be used and whose speakers may not be named.

It happens when the file is read, so that the redacted text is the document's text, and nothing derived from it can tell
who spoke. Rules miss names: a person confirms what they have taken out, and reads what they have left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.words import STOPWORDS
from ingest.confidential import off_record
from ingest.lines import Line, blocks_of, lines_of
from ingest.redaction.attendance import attendance_edits
from ingest.redaction.bodies import belonging_edits, bodies_in, body_edits
from ingest.redaction.contacts import contact_edits
from ingest.redaction.edits import Draft, Edit, Removal
from ingest.redaction.merge import merge_edits
from ingest.redaction.people import NOBODY, People
from ingest.redaction.speakers import affiliation_edits, office_edits

__all__ = ["Redacted", "Removal", "redact", "redact_words", "strike"]

ROUNDS = 8  # each takes out what the one before has laid bare; two or three are enough for any note that we have seen
EMPTY = STOPWORDS | frozenset("participant participants some organisation organisations name names".split())


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text that may be kept, its lines, and what was taken out of it, in order, each once."""

    text: str
    lines: tuple[Line, ...]
    removed: tuple[Removal, ...] = ()


def redact(text: str, lines: Sequence[Line], known: Collection[str] = ()) -> Redacted:
    """The text without what tells who spoke, and without what was off the record.

    `lines` count characters of `text`. `known` are names that the file's metadata gives: they go wherever they stand.
    """
    draft = Draft.of(text, lines)
    bodies: set[str] = set()
    for _ in range(ROUNDS):
        before = draft.text
        draft = _round(draft, known, bodies)
        if draft.text == before:
            break
    return Redacted(draft.text, _lines(draft), _in_order(text, draft.removed))


def strike(text: str, lines: Sequence[Line]) -> Redacted:
    """The text without what was off the record, and with every name left in it."""
    draft = Draft.of(text, lines)
    draft = draft.edited(Edit(start, end, "", "off the record") for start, end in off_record(text, lines))
    return Redacted(draft.text, _lines(draft), _in_order(text, draft.removed))


def redact_words(words: str, known: Collection[str] = ()) -> str | None:
    """The same for a title or heading; None where nothing is left that says anything."""
    redacted = redact(words, lines_of(words), known).text.strip()
    told = set(re.findall(r"[^\W_]+", redacted.lower())) - EMPTY
    return redacted if told else None


def _round(draft: Draft, known: Collection[str], bodies: set[str]) -> Draft:
    draft = draft.edited(Edit(start, end, "", "off the record") for start, end in off_record(draft.text, draft.lines))
    people = People(draft, known)
    shown = len(draft.removed)
    draft = draft.edited(attendance_edits(draft, people.names_someone))
    draft = draft.edited(contact_edits(draft.text, people.parts))
    draft = draft.edited(_label_edits(draft))
    draft = draft.edited(affiliation_edits(draft))
    draft = draft.edited(office_edits(draft))
    people = People(draft, known, people)
    draft = draft.edited(people.edits())
    draft = draft.edited(affiliation_edits(draft))
    draft = draft.edited(office_edits(draft))
    draft = draft.edited(belonging_edits(draft))
    for removal in draft.removed[shown:]:
        if removal.kind in ("affiliation", "list of people"):
            bodies.update(bodies_in(removal.words, people.parts))
    draft = draft.edited(body_edits(draft, bodies))
    return draft.edited(merge_edits(draft.text))


def _label_edits(draft: Draft) -> Iterable[Edit]:
    """A transcript's own labels of who speaks."""
    for block in draft.shape:
        if block.kind == "speaker" and draft.text[block.start : block.end].lower() != NOBODY:
            yield Edit(block.start, block.end, NOBODY, "name")


def _lines(draft: Draft) -> tuple[Line, ...]:
    """The draft's lines; its blocks as lines, where the lines alone would now be read as other blocks."""
    if not draft.lines:
        return ()
    read = [(block.kind, block.start, block.end) for block in blocks_of(draft.text, draft.lines)]
    return draft.lines if read == [(line.kind, line.start, line.end) for line in draft.shape] else draft.shape


def _in_order(text: str, removed: Sequence[Removal]) -> tuple[Removal, ...]:
    """Each removal once, in the order in which the text has them."""
    flat = " ".join(text.split())
    places = {removal: flat.find(removal.words) for removal in dict.fromkeys(removed)}
    return tuple(sorted(places, key=lambda removal: places[removal] if places[removal] >= 0 else len(flat)))
