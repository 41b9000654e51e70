"""Letters to words, in rows. A reference mark to a footnote is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.formats.pdf.letters import Letter

# Lengths are in the height of the type, unless they say otherwise.
WORD_GAP = 0.15  # between letters: more is a space
SAME_ROW = 0.25
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
NO_LETTER = re.compile("[\x00-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff]")


class Word(Letter):
    """Letters that touch, as one."""

    __slots__ = ()


Row = list[Word]  # from left to right, never empty


def rows_of(letters: Iterable[Letter]) -> list[Row]:
    """Letters on one baseline, as words; the rows from the top down. Raised and lowered letters belong to their word."""
    levels: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.y):
        if levels and levels[-1][0].y - letter.y <= SAME_ROW * min(levels[-1][0].size, letter.size):
            levels[-1].append(letter)
        else:
            levels.append([letter])
    _take_raised(levels)
    rows = (_words(sorted(row, key=lambda one: (one.x0, one.place))) for row in levels)
    return [row for row in rows if row]


def _take_raised(levels: Sequence[list[Letter]]) -> None:
    """Moves small letters that stand right after a larger one, and higher or lower, into its row."""
    for i, row in enumerate(levels):
        for other in (*levels[max(0, i - 2) : i], *levels[i + 1 : i + 3]):
            large = max((one.size for one in other), default=0.0)
            if not row or min(one.size for one in row) > 0.8 * large or abs(row[0].y - other[0].y) > 0.6 * large:
                continue
            ends = [(one, one.x1) for one in other]
            kept: list[Letter] = []
            for letter in sorted(row, key=lambda one: one.x0):
                base = next((one for one, end in ends if _is_raised(letter, one, end)), None)
                if base is None:
                    kept.append(letter)
                else:
                    other.append(letter)
                    ends.append((base, letter.x1))
            row[:] = kept


def _is_raised(letter: Letter, base: Letter, end: float) -> bool:
    """Whether a small letter stands where the base ends, or what has been put beside it."""
    return letter.size <= 0.8 * base.size and -0.1 * base.size <= letter.x0 - end <= WORD_GAP * base.size


def _words(letters: Sequence[Letter]) -> Row:
    words: Row = []
    now: list[Letter] = []
    end = 0.0

    def close() -> None:
        text = NO_LETTER.sub("", "".join(letter.text for letter in now)).translate(LIGATURES)
        if text:
            main = max(now, key=lambda one: one.size)
            bold = all(letter.bold for letter in now)
            words.append(Word(text, now[0].x0, now[-1].x1, main.y, main.size, bold, now[0].place))
        now.clear()

    for letter in letters:
        if now and letter.text == now[-1].text and abs(letter.x0 - now[-1].x0) < 0.1 * letter.size:
            continue  # drawn twice, to look bold
        if not letter.text.strip():
            close()
            continue
        if now and letter.x0 - end > WORD_GAP * letter.size:
            close()
        end = letter.x1
        if not (now and _is_mark(letter, now)):
            now.append(letter)
    close()
    return words


def _is_mark(letter: Letter, word: Sequence[Letter]) -> bool:
    """Whether a raised figure points from the word to a footnote, and is no power ("m2")."""
    last = word[-1]
    if letter.text not in "0123456789*†‡" or letter.size > 0.8 * last.size or letter.y - last.y < 0.2 * last.size:
        return False
    return re.search(r"[^\W\d_]{3}$|[.,;:!?)’”\"]$", "".join(one.text for one in word)) is not None


def baseline(row: Row) -> float:
    """The baseline of most of a row."""
    return max(row, key=lambda word: word.size).y
