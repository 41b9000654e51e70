"""The numbers and proper names of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from assistant.words import STOPWORDS, stem, words

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CALENDAR = frozenset(name.lower() for name in (*MONTHS, *DAYS, *(name[:3] for name in (*MONTHS, *DAYS)), "Sept"))

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {word: n for n, word in enumerate(_UNITS + _TEENS)} | {word: n * 10 for n, word in enumerate(_TENS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "m": 10**6, "billion": 10**9}
_SPELT = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:])}))?|{'|'.join(_TEENS + _UNITS)})"
_SCALE = r" (?:dozen|hundred|thousand|million|billion)"
_ONE = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})(?:\.\d{{1,6}})?(?:[km]|{_SCALE})?"
    rf"|(?:{_SPELT}|an?){_SCALE}(?: and {_SPELT})?(?: thousand)?|{_SPELT})"
)
_OVER = "more than|over|at least|above|no fewer than|no less than"
_UNDER = "fewer than|less than|under|up to|at most|below|no more than"
_ABOUT = "about|around|roughly|approximately|nearly|almost|some|an average of|on average|close to"
_NUMBER = re.compile(
    rf"(?:\b(?P<hedge>(?:(?:{_OVER}|{_UNDER}|{_ABOUT}|between|from) )+))?(?<![\w.,:/’'-])"
    rf"(?P<bare>(?P<sign>[£$€])?(?P<low>{_ONE}))(?P<range>(?: ?[-–] ?| to | or | and )[£$€]?(?P<high>{_ONE}))?"
    r"(?![\w:/]|[-.,]\d| ?[ap]\.?m\b|-[a-z])(?P<unit> ?%| per ?cent\b| pounds?\b)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?i)\b(?:article|section|chapter|page|cell|part|phase|round|number|no\.|item|figure|table|bulletin) $"
)
_NEXT_WORD = re.compile(r" ([A-Za-z][\w’'-]*)")
_FURTHER = frozenset("other others more further additional extra".split())
_PLURALS = frozenset("people children men women staff".split())
# Units that sentences about quite different things share.
MEASURES = frozenset(map(stem, "years months weeks days hours minutes times people members".split())) | set("£$€%")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: anything from `low` to `high`, as its hedge allows. `of`: the stem of the plural noun it
    counts, "%" or the sign of a currency, or "" where it counts nothing. `words`: as written, from hedge to noun."""

    low: float
    high: float
    of: str
    words: str
    start: int

    def agrees(self, other: Number) -> bool:
        return self.low <= other.high and other.low <= self.high


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text, in digits or in words, in their order. Times of day and ordinals are not among them."""
    for match in _NUMBER.finditer(text):
        hedge, unit = (match["hedge"] or "").lower(), (match["unit"] or "").lower()
        start, end, low = match.start(), match.end(), _value(match["low"])
        high = _value(match["high"]) if match["high"] else low
        if match["range"] and (high <= low or (" and " in match["range"] and "between" not in hedge)):
            high, end, unit = low, match.end("low"), ""  # two numbers, not a range
        if high == low and hedge in ("from ", "between "):
            start = match.start("bare")
        of, more = match["sign"] or ("£" if "pound" in unit else "%" if unit else ""), 0
        if not of and (re.fullmatch(r"(?:1[89]|20)\d\d", match["low"]) or _LABEL.search(text[:start])):
            end = match.end("low")  # a year, or one of a row
        elif not of:
            of, more, end = _counted(text, end)
        if re.search(rf"\b(?:{_OVER}) ", hedge):
            high = inf
        elif re.search(rf"\b(?:{_UNDER}) ", hedge):
            low = 0
        elif re.search(rf"\b(?:{_ABOUT}) ", hedge):
            low, high = low * 0.85, high * 1.15
        yield Number(low, high + more, of, text[start:end], start)


def _value(written: str) -> float:
    value = 0.0
    for part in re.findall(r"[\d.]+|[a-z]+", written.casefold().replace(",", "")):
        if part in SCALES:
            value = (value or 1) * SCALES[part]
        else:
            value += float(part) if part[0].isdigit() else VALUES.get(part, 0)
    return value


def _counted(text: str, end: int) -> tuple[str, int, int]:
    """The stem of the plural noun that follows, 1 where "other" ones are counted, and where the noun ends."""
    more, at = 0, end
    while match := _NEXT_WORD.match(text, at):
        word, at = match[1].casefold().rstrip("’'"), match.end()
        if word in _FURTHER:
            more = 1
        elif word in STOPWORDS or word in CALENDAR:
            break
        elif word in _PLURALS or (re.search(r"[^suio'’]s$|ios$", word) and match[1][-1] not in "’'"):
            return stem(words(word)[-1]), more, at
    return "", 0, end


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words. `opens`: it opens a sentence, where any word has a capital."""

    text: str
    start: int
    opens: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def may_be(self, other: Name) -> bool:
        """Whether one name holds the other: "Avril" and "Avril McIntyre"."""
        ours, theirs = set(words(self.text)), set(words(other.text))
        return ours <= theirs or theirs <= ours


_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*[’']?")
_JOIN = re.compile(r" (?:(?:of|for|and|&|de|den|der|van|von|al|bin|la|le) )?")
_POSSESSIVE = re.compile(r"[’']s?$")


def names(text: str) -> list[Name]:
    """The proper names that the capitals of a text show; a possessive ends one, days and months are none."""
    spans: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if not _capital(token[0]):
            continue
        start, end = spans[-1] if spans else (0, 0)
        if spans and _JOIN.fullmatch(text[end : token.start()]) and not _POSSESSIVE.search(text[start:end]):
            spans[-1] = start, token.end()
        else:
            spans.append(token.span())
    before = [text[:start].strip(" “‘\"'(") for start, _ in spans]
    return [
        Name(_POSSESSIVE.sub("", text[start:end]), start, not ahead or ahead[-1] in ".!?:\n")
        for (start, end), ahead in zip(spans, before, strict=True)
    ]


def _capital(token: str) -> bool:
    if not token[0].isupper() or len(token) == 1 or re.match(r"I[’']|\w+n[’']t", token):
        return False
    own = words(token)
    return bool(own) and own[0] not in CALENDAR and (own[0] not in STOPWORDS or token.isupper())
