"""Runs of capitalised words in a sentence: what may be a name, with what stands around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest.redaction.edits import MARKER, OPENING
from ingest.redaction.english import is_plain
from ingest.redaction.lexicon import FUNCTION, HONORIFICS, PARTICLES

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’\-‐‑](?=[^\W_]))*")
OWNED = re.compile(r"['’]s?\s")
POSSESSIVE = re.compile(r"['’][sS]$")
# "hEarchaidh", "al-Sayed": the capital comes second.
LATE_CAPITAL = re.compile(r"[hnt]-?[A-ZÁÉÍÓÚ][a-zà-ÿ]|(?:a[a-z]{1,2}|[eu]l|abd?u?|bin|ibn)-[^\W\d_a-zà-ÿ]")
SPANNED = re.compile(r"-(?:on|upon|in|le|by|under|the|of)-")  # "Stratford-upon-Avon"
LOWER_AFTER_HYPHEN = re.compile(r"[-‐‑](?=[a-zß-öø-ÿ])")


@dataclass(frozen=True)
class Token:
    """A word of the text; its possessive is not part of it, nor is "-led" in "Priya-led"."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def lower(self) -> str:
        return unicodedata.normalize("NFC", self.text).casefold().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].istitle() or LATE_CAPITAL.match(self.text) is not None

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.is_capital

    @property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True)
class Run:
    """Capitalised words in a row. `opens`: the first has its capital from standing where a sentence or label begins."""

    tokens: tuple[Token, ...]
    opens: bool
    text: str  # the whole text
    begin: int  # of the sentence
    finish: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the run ends, with the stop of a last initial ("Priya N.") unless it ends the sentence too."""
        last = self.tokens[-1]
        dotted = last.is_initial and self.text[last.end : last.end + 1] == "."
        closes = not any(ch.isalnum() for ch in self.text[last.end : self.finish])
        return last.end + 1 if dotted and not closes else last.end

    @cached_property
    def before(self) -> str:
        """The sentence up to the run, on one line."""
        return " ".join(self.text[self.begin : self.start].split()) + (
            " " if self.start > self.begin and self.text[self.start - 1].isspace() else ""
        )

    @cached_property
    def after(self) -> str:
        """The sentence from the run on, on one line; it begins with the space, if any."""
        return re.sub(r"\s", " ", self.text[self.end : self.finish])

    def part(self, first: int, last: int | None = None) -> Run:
        """The run of some of its words."""
        return Run(self.tokens[first:last], self.opens and first == 0, self.text, self.begin, self.finish)


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of text[start:end], which is a sentence."""
    row: list[Token] = []
    for token in [*tokens(text, start, end), None]:
        if token is not None and _joins(text, row, token):
            row.append(token)
            continue
        while row and not row[-1].is_capital:
            row.pop()
        if row:
            yield Run(tuple(row), _opens(text, start, row[0].start), text, start, end)
        row = [token] if token is not None and _may_begin(text, token) else []


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in WORD.finditer(text, start, end):
        word = POSSESSIVE.sub("", match[0])
        if word[0].isupper() and (hyphen := LOWER_AFTER_HYPHEN.search(word)) and hyphen.start() > 2:
            word = word[: hyphen.start()] if is_plain(word[hyphen.end() :]) and not SPANNED.search(word) else word
        yield Token(word, match.start())


def _may_begin(text: str, token: Token) -> bool:
    if not token.is_capital:
        return False
    if token.is_initial:
        return re.match(r"\.\s?[^\W\d_a-z]", text[token.end : token.end + 3]) is not None
    return not _is_function(token)


def _is_function(token: Token) -> bool:
    head, _, tail = token.lower.partition("'")
    return token.lower in FUNCTION or (
        (head in FUNCTION or head == "don") and tail in ("m", "ve", "d", "ll", "re", "t", "s")
    )


def _joins(text: str, row: list[Token], token: Token) -> bool:
    if not row:
        return False
    between = text[row[-1].end : token.start]
    if OWNED.fullmatch(between):  # "Women's Aid", but not "Priya's Trust"
        return token.is_capital and is_plain(row[-1].lower) and not _is_function(token)
    if token.text in ("t", "s") and re.fullmatch(r"\s['’]", between):  # "van 't Hof"
        return True
    dotted = row[-1].is_initial or row[-1].lower in HONORIFICS or row[-1].lower == "st"
    if not re.fullmatch(r"\.?\s{0,2}" if dotted else r"\s{1,2}", between):
        return False
    if token.is_capital:
        return not _is_function(token) or (token.is_initial and token.text != "I" and row[-1].is_capital)
    return token.lower in PARTICLES or (token.lower in ("an", "na") and row[-1].lower in ("mac", "mhic", "nic"))


def _opens(text: str, start: int, at: int) -> bool:
    lead = text[start:at]
    if not MARKER.sub("", lead, count=1).strip(OPENING + "–—-"):
        return True
    return re.search(r"[.!?:|][’”\"')\]]*\s+[‘“\"'(\[*_]*$|[‘“]$|\s[\"']$", lead) is not None
