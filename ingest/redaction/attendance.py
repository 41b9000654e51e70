"""Lists of who was there: "Present:", "Attendees", "Apologies" and the names under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.lines import Line
from ingest.redaction.edits import Draft, Edit

_LIST = (
    r"(?:(?:list of )?(?:those |members |people )?(?:present|attending|attended)|(?:list of )?(?:attendees"
    r"|attendance|attendance list)"
    r"|in attendance|(?:list of )?delegates|apologies(?: for absence| received| from)?|absent|who was there|who came"
    r"|who attended|sign-?in sheet|register|joined by phone)"
)
_MAYBE = (
    r"(?:(?:list of )?(?:participants?|speakers?|panel(?:lists?)?|presenters?|guests?|contributors?|members?|hosts?"
    r"|facilitators?|organisers?|convenors?|also there|in the room|on the call|team|contacts?|people|who'?s who))"
)
# "Present (24)", "2. Attendees", "Apologies:"
_AROUND = r"(?:\(?\d+[.)]?\)?\s*)?{}\s*(?:\([^)]*\))?\s*[:–—-]?"
SURELY = re.compile(_AROUND.format(_LIST), re.IGNORECASE)
PERHAPS = re.compile(_AROUND.format(_MAYBE), re.IGNORECASE)
INLINE = re.compile(
    rf"[\W\d]*(?:{_LIST}|(?P<perhaps>{_MAYBE}))\s*(?:\([^)]*\))?\s*(?P<mark>:|[–—-]\s)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
SENTENCE = re.compile(r"[a-z][.!?][’”\"')\]]*\s|\w+(?:\s\S+){24}")

LONGEST_ENTRY = 8  # words

NamesSomeone = Callable[[int, int], bool]


def attendance_edits(draft: Draft, names_someone: NamesSomeone) -> Iterator[Edit]:
    """Each list whole, with its heading. `names_someone` tells whether text[start:end] names a person."""
    blocks = draft.shape
    i = 0
    while i < len(blocks):
        end = _end_of_list(draft, i, names_someone)
        if end > i:
            yield Edit(blocks[i].start, blocks[end - 1].end, "", "list of people")
        i = max(end, i + 1)


def _end_of_list(draft: Draft, first: int, names_someone: NamesSomeone) -> int:
    """The number of the block after the list that begins with block `first`, or `first` where none does."""
    head = draft.shape[first]
    words = draft.text[head.start : head.end].strip()
    inline = INLINE.fullmatch(words)
    if inline and inline["rest"].strip():
        if not names_someone(head.start, head.end) and (inline["perhaps"] or inline["mark"] != ":"):
            return first
        return _end_of_short_items(draft, first + 1, names_someone)
    surely = SURELY.fullmatch(words) is not None
    if not (surely or PERHAPS.fullmatch(words)):
        return first
    end = first + 1
    while end < len(draft.shape) and not _ends(
        draft, head, draft.shape[end], names_someone, after_list=end > first + 1
    ):
        end += 1
    listed = draft.shape[first + 1 : end]
    people = sum(names_someone(block.start, block.end) for block in listed)
    return end if surely or (listed and people * 2 >= len(listed)) else first


def _end_of_short_items(draft: Draft, end: int, names_someone: NamesSomeone) -> int:
    """The number of the block after the names that go on, a line each, with a list that its label began."""
    while end < len(draft.shape):
        block = draft.shape[end]
        short = len(draft.text[block.start : block.end].split()) <= LONGEST_ENTRY
        if block.kind != "item" or not short or not names_someone(block.start, block.end):
            break
        end += 1
    return end


def _ends(draft: Draft, head: Line, block: Line, names_someone: NamesSomeone, *, after_list: bool) -> bool:
    words = draft.text[block.start : block.end]
    if SURELY.fullmatch(words.strip()) or block.kind == "speaker":
        return True
    if block.kind == "heading":
        return not (names_someone(block.start, block.end) and len(words.split()) <= 4)
    if block.kind == "item":
        return False
    if head.kind == "heading" and not after_list:
        return False
    return SENTENCE.search(words) is not None or not names_someone(block.start, block.end)
