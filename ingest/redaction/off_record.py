"""What a note says was off the record, or was asked to be left out of it.

A mark governs its sentence; in brackets, what is in them; as the label of a paragraph, the paragraph; as a heading, its
section. What goes is the remark and the mark, so that nobody sees that there was something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Block
from ingest.lines import Line, blocks_of, lines_of
from ingest.sentences import sentences

_OFF = r"off[- ]the[- ]record"
_UNMINUTED = (
    r"not (?:for (?:the )?(?:minuting|minutes|notes?|record|circulation)|(?:to be|be|being) minuted|minuted)"
    r"|do not minute|don[’']t minute|unminuted"
)
_PRIVATE = r"(?:strictly )?confidential(?:ly)?|in (?:strict |strictest |the strictest )?confidence"
MARKER = rf"(?:{_OFF}|{_UNMINUTED}|{_PRIVATE})"
BRACKET = re.compile(
    rf"(?P<open>[(\[])\s*(?:this (?:is|was) |speaking |said )?{MARKER}\b(?P<bare>\W*[)\]])?", re.IGNORECASE
)
LABEL = re.compile(rf"[^\w(\[]*{MARKER}\s*(?::|[–—-](?=\s))(?P<rest>[^\n]*)", re.IGNORECASE)
ALONE = re.compile(rf"[\W_]*{MARKER}\W*", re.IGNORECASE)
OPENS = re.compile(rf"[\W_]*{MARKER}\s*[,:–—-]", re.IGNORECASE)
INSIDE = re.compile(
    rf"(?<!nothing )(?<!nothing was )(?<!nothing is )(?<!not )(?<!n[’']t )(?<!on and )(?<!on or )\b{_OFF}\b"
    rf"|\b(?:{_UNMINUTED})\b"
    r"|\b(?:said|told|shared?|spoke|speaking|mentioned|disclosed|added|says|given|revealed|explained)(?: \w+){0,3},?"
    r" in (?:strict |strictest |the strictest )?confidence\b|\b(?:strictly )?between ourselves\b",
    re.IGNORECASE,
)
_NOTES = (
    r"(?:(?:meeting|official|final|written|published) )?(?:notes?|minutes|records?|write-?up|transcript|summary|report)"
)
TAKEN_OUT = re.compile(
    r"\b(?:removed|deleted|struck|taken out|left out|kept out|omitted|withdrawn|redacted|cut|off)(?: out)? (?:of|from)"
    rf" (?:the|this|these|our|any|your) {_NOTES}\b"
    r"|\b(?:ask|request|wish|want|prefer|would like)(?:ed|es|s|ing)?\b[^.?!]*"
    r"\b(?:comments?|remarks?|words|names?|contributions?|quotes?|answers?|example|story|this|that|it|him|her"
    r"|them)\b[^.?!]*"
    r"\b(?:(?:removed|deleted|struck out|taken out|left out|kept out|omitted|redacted|kept (?:private|confidential))\b"
    r"|not (?:to )?(?:be |being )?(?:minuted|recorded|noted|quoted|attributed|included|written down|written up"
    r"|named)\b)"
    r"|\b(?:ask|request|prefer)(?:ed|s)? (?:for \w+ )?not to be (?:minuted|recorded|noted|quoted|named|identified"
    r"|attributed)\b",
    re.IGNORECASE,
)
BARE_LABEL = re.compile(
    rf"(?:part \w+\W+)?{MARKER}(?: (?:items?|session|section|discussion|matters|business|notes?|part))?\W*", re.I
)
LEFT_RECORD = re.compile(rf"\b(?:went|goes|go|going|moved|switched|turned) {_OFF}", re.IGNORECASE)
BACK_ON_RECORD = re.compile(
    r"\b(?:back|return(?:ed|s)?|resum\w+|again)(?: to being)? on[- ]the[- ]record\b", re.IGNORECASE
)
ON_RECORD = re.compile(r"[\W_]*(?:back )?on[- ]the[- ]record\W*", re.IGNORECASE)


def off_record(text: str, lines: Sequence[Line] = ()) -> list[tuple[int, int]]:
    """The spans of the text that were said off the record or asked to be left out: in order, apart, trimmed."""
    blocks = blocks_of(text, lines or lines_of(text))
    found = [*_sections(text, blocks), *_labelled(text, blocks), *_left_the_record(text, blocks)]
    for block in blocks:
        found += _brackets(text, block)
    for block in blocks:
        for sentence in sentences(text, block.start, block.end):
            if _is_off_record(_without(text, sentence.start, sentence.end, found)):
                found.append((sentence.start, sentence.end))
    return _joined(text, found)


def _is_off_record(words: str) -> bool:
    return bool(OPENS.match(words) or INSIDE.search(words) or TAKEN_OUT.search(words))


def _without(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """text[start:end] on one line, with what already goes blanked out, so that the rest of a sentence can stay."""
    kept = "".join(" " if any(a <= i < b for a, b in spans) else text[i] for i in range(start, end))
    return " ".join(kept.split())


def _brackets(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Remarks in brackets that begin by saying that they are off the record. A bracket that holds no more than the
    mark governs its sentence."""
    for match in BRACKET.finditer(text, block.start, block.end):
        if match["bare"]:
            for sentence in sentences(text, block.start, block.end):
                if sentence.start <= match.start() < sentence.end:
                    yield sentence.start, sentence.end
            continue
        closing = {"(": ")", "[": "]"}[match["open"]]
        depth = 0
        for i in range(match.start(), block.end):
            depth += (text[i] == match["open"]) - (text[i] == closing)
            if depth == 0:
                yield match.start(), i + 1
                break
        else:
            yield match.start(), block.end


def _sections(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """What stands under a heading, or under a line of its own, that says it is off the record: to the next heading."""
    for i, block in enumerate(blocks):
        if not BARE_LABEL.fullmatch(text[block.start : block.end].strip(" *_#[]()")):
            continue
        last = block
        for after in blocks[i + 1 :]:
            deeper = block.kind == "heading" and after.level > block.level
            if (after.kind == "heading" and not deeper) or ON_RECORD.fullmatch(text[after.start : after.end]):
                break
            last = after
        yield block.start, last.end


def _labelled(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """A paragraph or item that begins with a label ("Not for minuting: ..."): the label governs all of it."""
    for block in blocks:
        if block.kind != "heading" and (label := LABEL.match(text, block.start, block.end)) and label["rest"].strip():
            yield block.start, block.end


def _left_the_record(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """From where the meeting left the record to where the note says that it came back, if it does."""
    began: int | None = None
    for block in blocks:
        for sentence in sentences(text, block.start, block.end):
            words = text[sentence.start : sentence.end]
            if began is None and (LEFT_RECORD.search(words) or ALONE.fullmatch(words)):
                began = sentence.start
            elif began is not None and (BACK_ON_RECORD.search(words) or ON_RECORD.fullmatch(words)):
                yield began, sentence.end
                began = None


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
