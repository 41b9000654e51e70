"""What a question takes for granted and the documents tell otherwise: a number, a date, a name.

Every note is true to the letter of what is shown. Where words may mean the same, there is none: a needless doubt does
more harm than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.figures import MEASURES, MONTHS, Name, names, numbers
from assistant.words import STOPWORDS, stem, stems, words


@dataclass(frozen=True, slots=True)
class Shown:
    """One sentence of the answer, and what governs it: heading, speaker, sentences around it, title, places, date."""

    text: str
    context: str


_MOST = 2  # notes
_BEST = 2  # sentences that a number or a date is held against
_TIMES = frozenset(map(stem, "years months weeks days hours minutes times".split()))
# "Give me three examples": a number that is asked for, and taken for granted of nothing.
_ASKED = re.compile(
    r"(?i)\b(?:give|list|name|tell|show|suggest|find|pick|want|need|(?:top|first|last|next|past|best)(?= $))"
    r"(?: (?!the\b)\w+){0,2} $"
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(month[:3] for month in MONTHS)}|sept)\b)"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b"
_DATE = re.compile(
    r"(?i)\b(?:(?P<iso>\d{4}-\d\d(?:-\d\d)?)|(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?"
    rf"(?: ?[ap]\.?m\b|(?= ?(?:-|–|to|till|until) ?{_CLOCK}))"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH})"
    r"(?: (?P<then>\d{1,2})(?:st|nd|rd|th)?(?![\d.,:]))?(?:,? (?P<year>\d{4}))?"
    r"|(?P<alone>(?:1[89]|20)\d\d)(?!-|[’']?s\b))(?!\w|,\d)"
)
# "Since 2019" asks of what came after, and takes nothing for granted of that year.
_BESIDE = re.compile(
    r"(?i)\b(?:before|after|since|by|until|till|from|between|to|than|following|and|or|early|late) (?:the )?$"
)
# Words that many names hold and that tell no one from another; and names that go without saying.
COMMON = frozenset(
    "council borough county city district authority government department university college school trust network"
    " community foundation partnership project programme centre group society service services association alliance"
    " board committee team forum fund house institute agency office commission chief executive director leader"
    " leaders chair manager officer minister councillor coordinator convenor cell mr mrs ms dr st sir road street"
    " north south east west uk britain british england english european london covid mp pdf ceo agm christmas"
    " easter ok".split()
)
_TELLING = frozenset(
    "describe explain summarise list compare name find show remind outline define tell discuss".split()
)


def premises(question: str, shown: Sequence[Shown]) -> list[str]:
    """Notes on numbers, dates and names of a question that what is shown does not bear out, the most telling first."""
    if not shown:
        return []
    noted = [*_numbers(question, shown), *_dates(question, shown)]
    said = " ".join(one for one, _ in noted)
    named = [f"None of this mentions “{name}”." for name in _absent(question, shown) if name not in said]
    return list(dict.fromkeys([*(note for _, note in noted), *named]))[:_MOST]


def _numbers(question: str, shown: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    """The question's words and a note, for each number in place of which the best sentences hold another."""
    asked = [n for n in numbers(question) if n.of and not _ASKED.search(question[: n.start])]
    everywhere = [number for text in _texts(shown) for number in numbers(text)] if asked else []
    for number in asked:
        same = (number.low, number.high)
        if any((n.low, n.high) == same or (n.of == number.of and n.agrees(number)) for n in everywhere):
            continue
        for one in shown[:_BEST]:
            others = [other.words for other in numbers(one.text) if other.of == number.of]
            shared = set(stems(question)) & set(stems(one.text)) - {number.of}
            if others and len(shared) >= (2 if number.of in _TIMES else 1 if number.of in MEASURES else 0):
                yield number.words, f"The question says {number.words}. The documents say {_quoted(others)}."
                break


def _texts(shown: Sequence[Shown]) -> list[str]:
    return list(dict.fromkeys(text for one in shown for text in (one.text, one.context)))


def _quoted(said: Sequence[str]) -> str:
    return " and ".join(f"“{one}”" for one in list(dict.fromkeys(said))[:2])


@dataclass(frozen=True, slots=True)
class _Day:
    """A date or a time in a text: year, month, day and minute of the half day, each only where it is told."""

    parts: tuple[int | None, ...]
    words: str
    start: int

    def differs(self, other: _Day) -> bool:
        return any(a != b for a, b in zip(self.parts, other.parts, strict=True) if a and b)

    def meets(self, other: _Day) -> bool:
        return not self.differs(other) and any(a and b for a, b in zip(self.parts, other.parts, strict=True))


def _days(text: str) -> Iterator[_Day]:
    parts: tuple[int | None, ...]
    for match in _DATE.finditer(text):
        if match["iso"]:
            told = [int(part) for part in match["iso"].split("-")]
            parts = (told[0], told[1], told[2] if len(told) > 2 else None, None)
        elif match["hour"]:
            parts = (None, None, None, 1 + int(match["hour"]) % 12 * 60 + int(match["minute"] or 0))
        elif match["alone"]:
            parts = (int(match["alone"]), None, None, None)
        else:
            day = match["day"] or (match["then"] if match["month"][0].isupper() else None)
            month = next(n for n, name in enumerate(MONTHS, 1) if name[:3].lower() == match["month"][:3].lower())
            if not day and not match["year"]:
                continue  # a month alone, or the verb "may"
            parts = (int(match["year"]) if match["year"] else None, month, int(day) if day else None, None)
        yield _Day(parts, match[0], match.start())


def _dates(question: str, shown: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    """The same of dates and times of day."""
    asked = [day for day in _days(question) if day.parts[3] or not _BESIDE.search(question[: day.start])]
    everywhere = [day for text in _texts(shown) for day in _days(text)] if asked else []
    for day in asked:
        if any(day.meets(other) for other in everywhere):
            continue
        for one in shown[:_BEST]:
            others = [other.words for other in _days(one.text) if day.differs(other)]
            if others:
                yield day.words, f"The question says {day.words}. The documents say {_quoted(others)}."
                break


def _absent(question: str, shown: Sequence[Shown]) -> Iterator[str]:
    """The proper names of the question that stand nowhere in what is shown."""
    small = [word for word in re.findall(r"(?<=[\w,] )\w+", question) if word.lower() in STOPWORDS - {"the", "i"}]
    if question.isupper() or any(word.istitle() for word in small):
        return  # capitals everywhere tell no names
    asked, texts = list(_each(names(question))), _texts(shown)
    if not asked:
        return
    held = {word for text in texts for word in words(text)}
    capitals = {word for text in texts for name in names(text) for word in words(name.text)}
    for name in asked:
        parts = [word for word in words(name) if word not in STOPWORDS]
        own = [word for word in parts if word not in COMMON]
        if not own or re.fullmatch(r"[A-Z]{1,2}|\w+(?:ish|ese)", name):
            continue
        stands = all(among(word, held) for word in parts) or any(among(word, capitals) for word in own)
        if not stands and not any(abbreviated(name, text) for text in texts):
            yield name


def _each(found: Sequence[Name]) -> Iterator[str]:
    """The names one by one: "Asha Penrose and Tom Reed" are two, "Barking and Dagenham" is one."""
    for name in found:
        text = name.text
        if name.opens:  # its first word may have its capital from the sentence
            first, _, rest = text.partition(" ")
            if first.lower() in _TELLING or not rest[:1].isupper():
                text = re.sub(r"^(?:of|for|and|&) ", "", rest)
        parts = text.split(" and ")
        yield from parts if any(" " in part for part in parts) else [text]


def among(word: str, held: Collection[str]) -> bool:
    """Whether a word stands among others in some form: "Dan" in "Daniel", "Palestine" in "Palestinian", or misspelt."""
    from rapidfuzz.distance import OSA

    def same(other: str) -> bool:
        one, two = sorted((stem(word), stem(other)), key=len)
        start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
        return (
            one == two
            or (start == len(one) > 2)
            or (start > 5 and 3 * start > 2 * len(two))
            or (len(one) > 4 and OSA.distance(one, two) < 2)
        )

    return any(same(other) for other in held)


def abbreviated(name: str, text: str) -> bool:
    """Whether the text writes a name by its initials, or writes out a name that is initials."""
    if name.isupper():
        within = [_initials(other.text) for other in names(text)] + [_initials(text)] * (len(name) > 2)
        return any(name.casefold() in letters for letters in within)
    short = _initials(name).upper()
    return len(short) > 1 and re.search(rf"\b(?:{short}|{short}[A-Z]+|[A-Z]+{short})(?:\b|_)", text) is not None


def _initials(text: str) -> str:
    return "".join(word[0] for word in words(text) if word not in STOPWORDS)
