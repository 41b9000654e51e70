"""Changes to a text that carry its lines along, and leave sound spacing, punctuation and sentence case behind them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ingest.lines import Line, blocks_of, lines_of, trimmed
from ingest.sentences import sentences

MARKER = re.compile(r"[^\S\n]*(?:(?:[-*•–—·‣▪◦●>]|#{1,6}|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[^\S\n]+)?")
# What an earlier stage put there.
OURS = re.compile(
    r"\b(?:an? participant|some participants|an organisation|some organisations)\b(?:['’]s?)?", re.IGNORECASE
)
OPENING = "‘“\"'([*_ "


@dataclass(frozen=True, slots=True)
class Removal:
    """Words that were taken out, and what they were: "name", "affiliation", "contact", "list of people" or
    "off the record"."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters [start, end) give way to `new`. Without a kind it is only tidying, and shown to nobody."""

    start: int
    end: int
    new: str = ""
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way through the stages. `shape` is its blocks, as lines whose kind is known."""

    text: str
    lines: tuple[Line, ...]
    shape: tuple[Line, ...]
    removed: tuple[Removal, ...] = ()

    @classmethod
    def of(cls, text: str, lines: Sequence[Line]) -> Draft:
        blocks = blocks_of(text, lines or lines_of(text))
        shape = tuple(Line(b.start, b.end, b.kind, b.level, gap=True, time=b.time, page=b.page) for b in blocks)
        return cls(text, tuple(lines), shape)

    def sentences(self) -> Iterable[tuple[Line, int, int]]:
        """Each sentence as its block and its [start, end)."""
        for block in self.shape:
            for sentence in sentences(self.text, block.start, block.end):
                yield block, sentence.start, sentence.end

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The draft with the edits made. Where two overlap, the one that begins first takes in the other."""
        apart = _apart(edits)
        shown = [_removal(self.text, edit) for edit in apart]
        spans = [(start, end) for _, start, end in self.sentences()]
        tidy = _apart(self._tidied(edit, spans) for edit in _joined(self.text, apart))
        if not tidy:
            return self
        pieces, last = [], 0
        for edit in tidy:
            pieces += [self.text[last : edit.start], edit.new]
            last = edit.end
        text = "".join([*pieces, self.text[last:]])
        return Draft(
            text,
            _moved(self.lines, tidy, text),
            _moved(self.shape, tidy, text),
            (*self.removed, *(removal for removal in shown if removal)),
        )

    def _tidied(self, edit: Edit, spans: Sequence[tuple[int, int]]) -> Edit:
        opens = _opens(self.text, edit.start, spans)
        if edit.new:
            return replace(edit, new=edit.new[0].upper() + edit.new[1:]) if opens else edit
        whole = _whole_lines(self.text, edit)
        if whole is not None:
            return whole
        start, end = _without_loose_space(self.text, edit.start, edit.end)
        if opens and end < len(self.text) and self.text[end].islower() and not _opens(self.text, end, spans):
            upper = self.text[end].upper()
            if len(upper) == 1:
                return Edit(start, end + 1, upper)
        return Edit(start, end)


def _opens(text: str, at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence, or a quotation that is one, begins at this character. `spans` are the text's sentences."""
    found = bisect_right(spans, at, key=lambda span: span[0]) - 1
    if found < 0 or at >= spans[found][1]:
        return False
    lead = text[spans[found][0] : at]
    if not lead[MARKER.match(lead).end() :].strip(OPENING):  # type: ignore[union-attr]
        return True
    return re.search(r"[:,] ?[‘“\"'(\[]$", lead) is not None


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    apart: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if apart and edit.start < apart[-1].end:
            apart[-1] = replace(apart[-1], end=max(apart[-1].end, edit.end))
        else:
            apart.append(edit)
    return apart


def _joined(text: str, apart: Sequence[Edit]) -> list[Edit]:
    """Deletions with nothing but space between them as one, so that they leave one gap."""
    joined: list[Edit] = []
    for edit in apart:
        if joined and not (edit.new or joined[-1].new or text[joined[-1].end : edit.start].strip()):
            joined[-1] = replace(joined[-1], end=edit.end)
        else:
            joined.append(edit)
    return joined


def _removal(text: str, edit: Edit) -> Removal | None:
    words = text[edit.start : edit.end]
    if edit.kind in ("name", "affiliation"):
        words = OURS.sub("", words)
    words = " ".join(words.split()).strip(" ,;–—-|/")
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    return Removal(words, edit.kind) if edit.kind and words else None


def _whole_lines(text: str, edit: Edit) -> Edit | None:
    """The edit widened to the lines that it leaves empty, with their bullets and one of the gaps around them."""
    line = text.rfind("\n", 0, edit.start) + 1
    end = text.find("\n", edit.end)
    end = len(text) if end < 0 else end
    if not MARKER.fullmatch(text, line, edit.start) or text[edit.end : end].strip():
        return None
    before = len(text[:line]) - len(text[:line].rstrip("\n"))
    after = len(text[end:]) - len(text[end:].lstrip("\n"))
    if not text[end:].strip():
        return Edit(line - before, end)
    if line == before or after <= before:
        return Edit(line, end + after)
    return Edit(line - before, end)


def _without_loose_space(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) with the space that a deletion there would leave loose."""
    left = text[start - 1] if start else "\n"
    right = text[end] if end < len(text) else "\n"
    if left in "\n([“‘" or (left.isspace() and right.isspace() and right != "\n"):
        while end < len(text) and text[end].isspace() and text[end] != "\n":
            end += 1
    elif left.isspace() and (right.isspace() or right in ",.;:!?…)]”’"):
        while start and text[start - 1].isspace() and text[start - 1] != "\n":
            start -= 1
    return start, end


def _moved(lines: Sequence[Line], edits: Sequence[Edit], text: str) -> tuple[Line, ...]:
    """The lines where the edits have put them; those left empty are dropped, those run together are one."""
    shift = _Shift(edits)
    moved: list[Line] = []
    last_end = 0  # where the last kept line ended before the edits
    gap = False  # whether a dropped line had a gap before it
    for line in lines:
        start, end = trimmed(text, shift.of(line.start), shift.of(line.end))
        if moved and shift.joins(last_end, line.start) and "\n" not in text[moved[-1].end : start]:
            moved[-1] = replace(moved[-1], end=max(moved[-1].end, end))
            last_end = line.end
        elif start < end:
            moved.append(replace(line, start=start, end=end, gap=line.gap or gap))
            last_end, gap = line.end, False
        else:
            gap = gap or line.gap
    return tuple(moved)


class _Shift:
    """Where characters are after the edits, which are in order and apart."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [edit.end for edit in edits]
        self._shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]

    def of(self, at: int) -> int:
        """The new place of a character; of one that went, where its replacement ends."""
        passed = bisect_right(self._ends, at)
        if passed < len(self._edits) and self._edits[passed].start < at:
            return self._edits[passed].start + self._shifts[passed] + len(self._edits[passed].new)
        return at + self._shifts[passed]

    def joins(self, end: int, start: int) -> bool:
        """Whether one edit takes in both the end of a line and the start of a later one."""
        following = bisect_right(self._ends, start)
        return following < len(self._edits) and self._edits[following].start < end
