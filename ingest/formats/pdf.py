"""PDF to the text a person reads. A PDF holds letters at places on pages, and no lines, columns or paragraphs.

The pipeline: bytes -> letters (pdfminer.six) -> rows -> blocks in reading order -> paragraphs -> text and its lines. What
repeats at the edges of the pages is dropped; a reference mark to a footnote is dropped; the footnotes stay.
"""

from __future__ import annotations

import itertools
import logging
import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from statistics import median
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value, resolve1
from pdfminer.utils import Matrix, decode_text

from assistant.errors import DocumentError
from ingest.lines import NUMBER, Kind, Line
from ingest.source import Source

MOST_PAGES = 2000
BROKEN = "It is a broken PDF, or only part of one. Open it in a PDF reader and save it again, or ask for the Word file."
UNREADABLE = "�"  # a letter that the file draws and does not name
MOST_UNREADABLE = 0.2  # of the letters

# Lengths are in the height of the type, unless they say otherwise.
WORD_GAP = 0.15  # between letters: more is a space
GUTTER = 0.7  # between words, row after row: more may part two columns
NARROWEST = 12  # a column of text
CELL_GAP = 1.5  # between words, at the same place in two rows: more parts the cells of a table
SAME_ROW = 0.25
PARAGRAPH_GAP = 1.35  # in the distance of the lines: more starts a paragraph
EDGE = 0.15  # of the page's height, above and below: where running headers and footers stand
EDGE_ROWS = 3
MOST_SHAPES = 300  # of a page, that are looked at for bullets
MOST_ROWS = 500  # of a page with columns
LARGER = 1.12  # than the body: a heading
SAME_SIZE = 0.08

ENDED = re.compile(r"[.!?:;…][’”\"')\]]*$")
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
# What a browser prints at the head and the foot of a web page.
BROWSER = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d\b.*|(?:https?|file)://\S+ \d+/\d+")
LEADER = re.compile(r"(?:[.…·_] ?){4,}\d+$")  # an entry of a table of contents
DASHES = frozenset("–-—*·")
BULLETS = DASHES | frozenset("•‣▪▫◦●○■□❖➢➤►▶✓✔∙" + UNREADABLE)
CONNECTIVES = frozenset(
    "a an and are as at by for from in is of on or our that the their this to was were with".split()
)
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
NO_LETTER = re.compile("[\x00-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff]")
SOFT = "\u00ad"  # a soft hyphen, and what some programs write for every hyphen at a line's end


def read(data: bytes) -> Source:
    """What a PDF holds, each line with its page. Raises DocumentError, and nothing else, whatever the bytes."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it finds odd in a file is of no use to a reader
    try:
        return _source(data)
    except DocumentError:
        raise
    except PDFEncryptionError as error:
        raise DocumentError(
            "It is locked with a password. Open it, save a copy without the password, and give us that."
        ) from error
    except Exception as error:  # the library lets errors of every kind through, and memory or the stack may run out
        raise DocumentError(BROKEN) from error


def _source(data: bytes) -> Source:
    if b"%PDF-" not in data[:1024]:
        raise DocumentError("It is not a PDF, whatever its name says. Open it, and save it as a PDF or a Word file.")
    if b"%%EOF" not in data.rstrip(b"\0 \r\n")[-1024:]:  # cut off, though an earlier version of it may be whole
        raise DocumentError(BROKEN)
    document = PDFDocument(PDFParser(BytesIO(data)))
    pages = list(itertools.islice(PDFPage.create_pages(document), MOST_PAGES + 1))
    if len(pages) > MOST_PAGES:
        raise DocumentError(f"It has more than the {MOST_PAGES:,} pages we read. Split it.")
    if not pages or len(pages) < int_value(dict_value(document.catalog.get("Pages")).get("Count")):
        raise DocumentError(BROKEN)
    sides, hidden, pictures = _letters(pages)
    _check_letters(sides, pictures)
    paragraphs = _paragraphs(_without_running([(side, _rows(side.letters)) for side in sides]))
    text, lines, title = _written(paragraphs)
    info = _Info(document.info)
    stated = info.title
    if stated and title and stated.casefold() not in text[:2000].casefold():
        stated = None  # of a template, or of an earlier document: what stands on the page is the title
    return Source(text, lines, stated or title, info.date, info.authors, hidden=hidden)


# Bytes to letters.


@dataclass(frozen=True, slots=True)
class _Letter:
    """Where it stands, as if its line ran from left to right: `x0` and `x1` along the line, `y` its baseline, upwards."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    place: int  # in the order of drawing


@dataclass(frozen=True, slots=True)
class _Side:
    """The letters of a page whose lines run the same way; `low` and `high` bound the page in their `y`."""

    page: int
    low: float
    high: float
    letters: list[_Letter]


class _Device(PDFLayoutAnalyzer):
    """Gathers the letters of one page, by the quarter turns of their lines; those that nobody sees apart."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.seen: dict[int, list[_Letter]] = {}
        self.hidden: list[_Letter] = []
        self.pictures = 0  # of all pages so far
        self._drawn: list[tuple[LTChar, int, _Letter, bool, bool]] = []
        self._mode = 0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        self.seen, self.hidden, self._drawn = {}, [], []
        self.frame = LTComponent(_bounds(ctm, page.cropbox))

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNREADABLE
        if cid == 0xAD and text == " " and not font.is_multibyte():
            text = SOFT  # the library takes it for a space
        char = LTChar(
            matrix, font, fontsize, scaling, rise, text, font.char_width(cid), font.char_disp(cid), ncs, graphicstate
        )
        a, b, c, d, e, f = matrix
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
        if abs(math.remainder(math.atan2(b, a), math.pi / 2)) < 0.1:  # else it is aslant: a watermark
            x0, x1 = [(char.x0, char.x1), (char.y0, char.y1), (-char.x1, -char.x0), (-char.y1, -char.y0)][turn]
            y = [f + rise * d, -e - rise * c, -f - rise * d, e + rise * c][turn]
            bold = re.search(r"bold|black|heavy|demi", str(font.fontname), re.IGNORECASE) is not None
            letter = _Letter(text, x0, x1, y, fontsize * math.hypot(c, d), bold, len(self._drawn))
            white = self._mode in (0, 4) and _is_white(ncs, graphicstate.ncolor)
            self._drawn.append((char, turn, letter, self._mode in (3, 7), white))
        return char.adv

    def receive_layout(self, ltpage: LTPage) -> None:
        shapes = list(_shapes(ltpage))
        pictures = [one for one in shapes if isinstance(one, LTImage)]
        self.pictures += len(pictures)
        # Over a picture of the whole page, text drawn invisibly is what text recognition read in it.
        scan = any(one.width * one.height > self.frame.width * self.frame.height / 2 for one in pictures)
        for char, turn, letter, unseen, white in self._drawn:
            x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
            hidden = not _holds(self.frame, x, y) or (unseen and not scan)
            if hidden or (white and not any(_holds(one, x, y) for one in shapes)):
                self.hidden.append(letter)
            else:
                self.seen.setdefault(turn, []).append(letter)
        upright = self.seen.get(0, [])
        upright += [bullet for one in shapes[:MOST_SHAPES] if (bullet := _drawn_bullet(one, upright))]


def _drawn_bullet(shape: LTComponent, letters: Sequence[_Letter]) -> _Letter | None:
    """A small shape right before a line as the bullet that it is: web pages are printed so."""
    if isinstance(shape, LTImage) or shape.height > 20 or not 0.8 < shape.width / max(shape.height, 0.1) < 1.25:
        return None
    middle = (shape.y0 + shape.y1) / 2
    level = [
        one
        for one in letters
        if one.y < middle < one.y + 0.8 * one.size and 0.15 * one.size < shape.height < 0.8 * one.size
    ]
    after = min((one for one in level if one.x0 >= shape.x1), key=lambda one: one.x0, default=None)
    if after is None or after.x0 - shape.x1 > 2 * after.size:
        return None
    if any(0 <= shape.x0 - one.x1 < 0.8 * after.size for one in level):
        return None
    return replace(after, text="•", x0=shape.x0, x1=shape.x1)


def _bounds(matrix: Matrix, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _holds(box: LTComponent, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _shapes(container: LTContainer[Any]) -> Iterator[LTComponent]:
    """Pictures, and shapes that are filled with a colour: what white letters can be seen on."""
    for item in container:
        if isinstance(item, LTContainer):
            yield from _shapes(item)
        elif isinstance(item, LTImage) or (
            isinstance(item, LTCurve) and item.fill and item.non_stroking_color not in WHITES
        ):
            yield item


WHITES = (1, (1,), (1, 1, 1), (0, 0, 0, 0))
PLAIN_COLOURS = frozenset(["DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"])


def _is_white(space: PDFColorSpace, colour: object) -> bool:
    return space.name in PLAIN_COLOURS and colour in WHITES


def _letters(pages: Sequence[PDFPage]) -> tuple[list[_Side], tuple[str, ...], int]:
    """The letters of every page that a reader sees, the lines that no reader sees, and how many pictures there are."""
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    sides: list[_Side] = []
    hidden: list[str] = []
    for number, page in enumerate(pages, 1):
        interpreter.process_page(page)
        x0, y0, x1, y1 = device.frame.bbox
        heights = [(y0, y1), (-x1, -x0), (-y1, -y0), (x0, x1)]
        for turn in sorted(device.seen, key=lambda turn: (-len(device.seen[turn]), turn)):
            sides.append(_Side(number, *heights[turn], device.seen[turn]))
        hidden += [" ".join(word.text for word in row) for row in _rows(device.hidden)]
    return sides, tuple(hidden), device.pictures


def _check_letters(sides: Sequence[_Side], pictures: int) -> None:
    letters = Counter(letter.text for side in sides for letter in side.letters if not letter.text.isspace())
    if not any(ch.isalnum() for text in letters for ch in text) and not letters[UNREADABLE]:
        if not pictures:
            raise DocumentError("It holds no words that we can read. If you see words in it, ask for the Word file.")
        raise DocumentError(
            "It is a scan: it holds pictures of pages and no text. Run text recognition (OCR) on it and add the result,"
            " or ask for the Word file."
        )
    if letters[UNREADABLE] > MOST_UNREADABLE * letters.total():
        raise DocumentError("Its letters cannot be told from their shapes. Ask for the Word file, or print it to PDF.")


# Letters to words, in rows.


class _Word(_Letter):
    """Letters that touch, as one."""

    __slots__ = ()


_Row = list[_Word]  # from left to right, never empty


def _rows(letters: Iterable[_Letter]) -> list[_Row]:
    """Letters on one baseline, as words; the rows from the top down. Raised and lowered letters belong to their word."""
    levels: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.y):
        if levels and levels[-1][0].y - letter.y <= SAME_ROW * min(levels[-1][0].size, letter.size):
            levels[-1].append(letter)
        else:
            levels.append([letter])
    _take_raised(levels)
    rows = (_words(sorted(row, key=lambda one: (one.x0, one.place))) for row in levels)
    return [row for row in rows if row]


def _take_raised(levels: Sequence[list[_Letter]]) -> None:
    """Moves small letters that stand right after a larger one, and higher or lower, into its row."""
    for i, row in enumerate(levels):
        for other in (*levels[max(0, i - 2) : i], *levels[i + 1 : i + 3]):
            large = max((one.size for one in other), default=0.0)
            if not row or min(one.size for one in row) > 0.8 * large or abs(row[0].y - other[0].y) > 0.6 * large:
                continue
            ends = [(one, one.x1) for one in other]
            kept: list[_Letter] = []
            for letter in sorted(row, key=lambda one: one.x0):
                base = next((one for one, end in ends if _is_raised(letter, one, end)), None)
                if base is None:
                    kept.append(letter)
                else:
                    other.append(letter)
                    ends.append((base, letter.x1))
            row[:] = kept


def _is_raised(letter: _Letter, base: _Letter, end: float) -> bool:
    """Whether a small letter stands where the base ends, or what has been put beside it."""
    return letter.size <= 0.8 * base.size and -0.1 * base.size <= letter.x0 - end <= WORD_GAP * base.size


def _words(letters: Sequence[_Letter]) -> _Row:
    words: _Row = []
    now: list[_Letter] = []
    end = 0.0

    def close() -> None:
        text = NO_LETTER.sub("", "".join(letter.text for letter in now)).translate(LIGATURES)
        if text:
            main = max(now, key=lambda one: one.size)
            bold = all(letter.bold for letter in now)
            words.append(_Word(text, now[0].x0, now[-1].x1, main.y, main.size, bold, now[0].place))
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


def _is_mark(letter: _Letter, word: Sequence[_Letter]) -> bool:
    """Whether a raised figure points from the word to a footnote, and is no power ("m2")."""
    last = word[-1]
    if letter.text not in "0123456789*†‡" or letter.size > 0.8 * last.size or letter.y - last.y < 0.2 * last.size:
        return False
    return re.search(r"[^\W\d_]{3}$|[.,;:!?)’”\"]$", "".join(one.text for one in word)) is not None


def _y(row: _Row) -> float:
    """The baseline of most of a row."""
    return max(row, key=lambda word: word.size).y


def _without_running(sides: Sequence[tuple[_Side, list[_Row]]]) -> list[tuple[int, list[_Row]]]:
    """The rows of each page, less the running headers and footers: what repeats at its edge, but for the page number."""
    body = _body_size(row for _, rows in sides for row in rows)
    edges = [list(_edge_rows(side, rows, body)) for side, rows in sides]
    pages = len({side.page for side, _ in sides})
    times = Counter(key for edge in edges for key in {key for _, keys in edge for key in keys})
    often = max(2, math.ceil(pages * 0.3))  # left and right pages may differ, and a first page have none
    kept: list[tuple[int, list[_Row]]] = []
    for (side, rows), edge in zip(sides, edges, strict=True):
        running = {i for i, keys in edge if any(times[key] >= often for key in keys)}
        running |= {i for i, _ in edge if _is_page_number(rows[i], side.page)}
        kept.append((side.page, [row for i, row in enumerate(rows) if i not in running]))
    return kept


def _edge_rows(side: _Side, rows: Sequence[_Row], body: float) -> Iterator[tuple[int, set[str]]]:
    """The rows set apart at the edges, by number, each with its words: as they are, and one figure less the page's."""
    margin = EDGE * (side.high - side.low)
    for edge, inward in (("top", range(len(rows))), ("bottom", range(len(rows) - 1, -1, -1))):
        apart: list[int] = []
        for i, further in itertools.pairwise([*inward, None]):
            if i is None or len(apart) == EDGE_ROWS:
                break
            y = _y(rows[i])
            if not (y > side.high - margin if edge == "top" else y < side.low + margin):
                break
            apart.append(i)
            if further is None or abs(y - _y(rows[further])) > 1.8 * body:
                yield from ((row, set(_keys(edge, rows[row], side.page, body))) for row in apart)
                apart.clear()


def _keys(edge: str, row: _Row, page: int, body: float) -> Iterator[str]:
    words = " ".join(word.text for word in row).casefold()
    yield f"{edge} {words}"
    for figure in re.finditer(
        r"\d{1,6}", words if row[0].size <= LARGER * body else ""
    ):  # else "Meeting 2" at its head
        yield f"{edge} {words[: figure.start()]}#{int(figure[0]) - page}#{words[figure.end() :]}"


def _is_page_number(row: _Row, page: int) -> bool:
    words = " ".join(word.text for word in row)
    match = PAGE_NUMBER.fullmatch(words)
    return BROWSER.fullmatch(words) is not None or (match is not None and int(match[1]) == page)


# Rows to blocks in reading order: a column is read to its end before the next.


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    whole: list[_Row] = []  # rows that no gutter parts
    start = 0
    room = GUTTER * median(row[0].size for row in rows) if 0 < len(rows) <= MOST_ROWS else math.inf
    while start < len(rows):
        stop, gutter = _band(rows, start, room)
        if gutter is None:
            whole.append(rows[start])
        else:
            if whole:
                yield whole
                whole = []
            left, right = _parted(rows[start:stop], gutter)
            yield from _blocks(left)
            yield from _blocks(right)
        start = stop
    if whole:
        yield whole


_Gutter = tuple[float, float]


def _band(rows: Sequence[_Row], start: int, room: float) -> tuple[int, _Gutter | None]:
    """Where the longest run of rows from `start` ends that one gutter parts into columns; none: after its first row."""
    gutters = _gaps(rows[start], room) if room < math.inf else []
    best: tuple[int, _Gutter | None] = (start + 1, None)
    stop = start
    while gutters and stop < len(rows):
        stop += 1
        gaps = _gaps(rows[stop], room) if stop < len(rows) else []
        narrowed: list[_Gutter] = []
        for a, b in gutters:
            left = [(max(a, c), min(b, d)) for c, d in gaps if min(b, d) - max(a, c) >= room]
            if not left:
                end = _end_of_columns(rows, start, stop, (a, b))
                if end > best[0] and _are_columns(*_parted(rows[start:end], (a, b))):
                    best = (end, (a, b))
            narrowed += left
        gutters = narrowed
    return best


def _gaps(row: _Row, room: float) -> list[_Gutter]:
    """Where a row leaves room for a gutter, beside its words as well as between them."""
    inner: list[_Gutter] = []
    starts = True  # a run of words: what follows the bullet or the number of an item is no gutter
    for a, b in itertools.pairwise(row):
        wide = b.x0 - a.x1 >= room
        if wide and not (starts and (a.text in BULLETS or NUMBER.fullmatch(a.text + " "))):
            inner.append((a.x1, b.x0))
        starts = wide
    return [(-math.inf, row[0].x0), *inner, (row[-1].x1, math.inf)]


def _parted(rows: Sequence[_Row], gutter: _Gutter) -> tuple[list[_Row], list[_Row]]:
    left = [[word for word in row if word.x1 <= gutter[0]] for row in rows]
    right = [[word for word in row if word.x1 > gutter[0]] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _end_of_columns(rows: Sequence[_Row], start: int, stop: int, gutter: _Gutter) -> int:
    """Where columns end before the rows do that leave the gutter free: a heading over all of them, or lines under them."""
    body = median(row[0].size for row in rows[start:stop])
    last = max((i for i in range(start, stop) if rows[i][-1].x1 > gutter[0]), default=stop)
    for i in range(start + 1, stop):
        row, gap = rows[i], _y(rows[i - 1]) - _y(rows[i])
        alone = row[-1].x1 <= gutter[0] and gap > 1.5 * body
        if i < last:
            clear = i + 1 < len(rows) and _y(row) - _y(rows[i + 1]) > 1.2 * body
            if alone and clear and row[0].size > LARGER * body:
                return i
        elif i > last and alone and stop < len(rows):
            return i
    return stop


def _are_columns(left: Sequence[_Row], right: Sequence[_Row]) -> bool:
    """Whether the two are read one after the other, and are not the cells of a table, read row by row."""
    if not left or not right:
        return False
    drawn_so = max(word.place for row in left for word in row) < min(word.place for row in right for word in row)
    beside = (min(_y(left[0]), _y(right[0])) - max(_y(left[-1]), _y(right[-1]))) / left[0][0].size
    rows = min(len(left), len(right))
    if drawn_so:
        return rows > 1 and beside > 0.8
    return rows > 2 and beside > 1.8 and _is_prose(left) and _is_prose(right)


def _is_prose(rows: Sequence[_Row]) -> bool:
    width = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    full = sum(row[-1].x1 - row[0].x0 > 0.7 * width for row in rows)
    return sum(map(len, rows)) >= 2.5 * len(rows) and full >= len(rows) / 2


# Blocks to paragraphs.


@dataclass(frozen=True, slots=True)
class _Printed:
    """One printed line, and the room that it had."""

    words: _Row
    page: int
    right: float  # where the lines of its size in its block end
    gap: float | None  # to the line above in its block; None in the first
    leading: float  # the usual distance of lines of its size
    cells: tuple[_Row, ...] = ()  # where it is a row of a table

    @property
    def size(self) -> float:
        return _half_points(self.words) / 2

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def marker(self) -> bool:
        return _is_bullet(self.words) or NUMBER.match(self.text) is not None


@dataclass(slots=True)
class _Paragraph:
    lines: list[_Printed] = field(default_factory=list)

    @property
    def first(self) -> _Printed:
        return self.lines[0]

    @property
    def words(self) -> int:
        return sum(len(line.words) for line in self.lines)


def _is_bullet(words: _Row) -> bool:
    mark = words[0].text
    if len(words) < 2:
        return False
    if len(mark) == 1 and (mark in BULLETS or "\ue000" <= mark <= "\uf8ff"):
        return True
    # Word draws the bullets of its second level with a letter.
    return mark in ("o", "§") and words[1].x0 - words[0].x1 > 0.6 * words[0].size


def _paragraphs(pages: Sequence[tuple[int, list[_Row]]]) -> list[_Paragraph]:
    blocks = [(page, block) for page, rows in pages for block in _blocks(rows)]
    leading = _leading(block for _, block in blocks)
    body = _body_size(row for _, block in blocks for row in block)
    paragraphs: list[_Paragraph] = []
    now: _Paragraph | None = None
    for page, block in blocks:
        for line in _printed(page, block, leading):
            now = _open(paragraphs, line, body) if line.gap is None else now if _goes_on_below(now, line) else None
            if now is None:
                now = _Paragraph()
                paragraphs.append(now)
            now.lines.append(line)
    return paragraphs


def _leading(blocks: Iterable[list[_Row]]) -> dict[int, float]:
    """For each size of type, in half points, how far its lines usually stand from one another."""
    gaps: dict[int, Counter[float]] = {}
    for block in blocks:
        for above, row in itertools.pairwise(block):
            gap = _y(above) - _y(row)
            if above[0].size * 0.8 < gap < above[0].size * 2.6 and _half_points(above) == _half_points(row):
                gaps.setdefault(_half_points(row), Counter())[round(gap, 1)] += 1
    return {size: max(many, key=lambda gap: (many[gap], -gap)) for size, many in gaps.items()}


def _half_points(row: _Row) -> int:
    """The size of most of a row's type, in half points."""
    letters: Counter[int] = Counter()
    for word in row:
        letters[round(2 * word.size)] += len(word.text)
    return letters.most_common(1)[0][0]


def _body_size(rows: Iterable[_Row]) -> float:
    letters: Counter[int] = Counter()
    for row in rows:
        letters[_half_points(row)] += sum(len(word.text) for word in row)
    return letters.most_common(1)[0][0] / 2 if letters else 0.0


def _printed(page: int, block: Sequence[_Row], leading: dict[int, float]) -> Iterator[_Printed]:
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for row in block:
        size = _half_points(row)
        left[size] = min(left.get(size, math.inf), row[0].x0)
        right[size] = max(right.get(size, -math.inf), row[-1].x1)
    for size, edge in right.items():
        alike = [row for row in block if _half_points(row) == size]
        if len(alike) > 2 and edge - left[size] < NARROWEST * size / 2 and sum(map(len, alike)) <= 3 * len(alike):
            right[size] = math.inf  # a list, no wider than its longest line, and each line had room for more
    cells = [_cells(row) for row in block]
    for i, row in enumerate(block):
        size = _half_points(row)
        # Where both lines are full, they may be justified, and their gaps chance.
        ragged = [
            j for j in (i - 1, i + 1) if 0 <= j < len(block) and min(row[-1].x1, block[j][-1].x1) < right[size] - 2
        ]
        tabled = any(_aligned(cells[i], cells[j]) for j in ragged)
        gap = _y(block[i - 1]) - _y(row) if i else None
        usual = leading.get(size, 0.6 * size)
        yield _Printed(row, page, right[size], gap, usual, tuple(cells[i]) if tabled else ())


def _cells(row: _Row) -> list[_Row]:
    cells = [[row[0]]]
    for before, word in itertools.pairwise(row):
        wide = word.x0 - before.x1 > CELL_GAP * word.size
        first = before is row[0] and (_is_bullet(row) or NUMBER.match(before.text + " "))
        if wide and not first:
            cells.append([])
        cells[-1].append(word)
    return cells


def _aligned(cells: Sequence[_Row], others: Sequence[_Row]) -> bool:
    return any(abs(a[0].x0 - b[0].x0) < 2 for a in cells[1:] for b in others[1:])


def _open(paragraphs: Sequence[_Paragraph], line: _Printed, body: float) -> _Paragraph | None:
    """The paragraph that goes on with the line over the end of a column or page. Footnotes and captions may be between."""
    if line.marker or line.cells:
        return None
    for last in reversed(paragraphs[-8:]):
        if last.first.size > body * (1 - SAME_SIZE) or line.size < body * (1 - SAME_SIZE):
            return last if _goes_on_elsewhere(last.lines[-1], line, body) else None
    return None


def _goes_on_below(paragraph: _Paragraph | None, line: _Printed) -> bool:
    if paragraph is None or line.gap is None or line.gap > PARAGRAPH_GAP * line.leading:
        return False
    last = paragraph.lines[-1]
    if last.cells or line.cells or LEADER.search(last.text) or not _same_size(last, line):
        return False
    ended = ENDED.search(last.text) is not None
    room = _had_room(last, line)
    if last.bold != line.bold and (room or ended):
        return False
    if _is_bullet(line.words):  # or a dash that is the sentence's
        return not (room or ended or paragraph.first.marker) and line.words[0].text in DASHES
    if (room or line.marker) and (ended or not line.text[0].islower()):
        return False
    indented = line.words[0].x0 > last.words[0].x0 + 0.8 * line.size
    return not (indented and ended and not paragraph.first.marker)


def _goes_on_elsewhere(last: _Printed, line: _Printed, body: float) -> bool:
    """Whether the sentence plainly does."""
    if last.cells or not _same_size(last, line) or last.bold != line.bold:
        return False
    if line.size > LARGER * body:  # a heading over columns, whose last line is short
        return last.page == line.page and 0 < _y(last.words) - _y(line.words) < PARAGRAPH_GAP * line.leading
    if ENDED.search(last.text) or LEADER.search(last.text):
        return False
    if line.text[0].islower() or last.text[-1] in "-‐,\u00ad" or last.words[-1].text in CONNECTIVES:
        return True
    return not _had_room(last, line)


def _same_size(one: _Printed, other: _Printed) -> bool:
    """Whether most of them is; or each but for some words, of a language of machines maybe."""
    if abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size):
        return True
    return any(abs(a.size - b.size) < 0.3 for a in one.words for b in other.words)


def _had_room(last: _Printed, line: _Printed) -> bool:
    """Whether the first word of the line would have stood in the line before, which so was ended on purpose."""
    word = line.words[0]
    return last.words[-1].x1 + 0.2 * word.size + (word.x1 - word.x0) < last.right


# Paragraphs to text.


def _written(paragraphs: Sequence[_Paragraph]) -> tuple[str, tuple[Line, ...], str | None]:
    """The text, its lines, and the title that page 1 shows."""
    rank = _Headings(paragraphs)
    lexicon = _Lexicon(paragraphs)
    text, title = "", None
    lines: list[Line] = []
    for paragraph in paragraphs:
        level = rank.level(paragraph)
        kind: Kind | None = "paragraph" if rank.typed else None
        if level:
            kind = "heading"
        elif paragraph.first.cells or _is_bullet(paragraph.first.words) or (kind and paragraph.first.marker):
            kind = "item"
        follows = bool(lines) and lines[-1].kind == kind == "item"
        words = lexicon.joined(paragraph)
        if not words.strip():
            continue
        if text:
            text += "\n" if follows else "\n\n"
        start = len(text)
        if not level and _is_bullet(paragraph.first.words):
            mark = paragraph.first.words[0].text
            if mark not in BULLETS or mark == UNREADABLE:
                words = "•" + words[1:]
            start += 2
        text += words
        lines.append(Line(start, len(text), kind, level, gap=not follows, page=paragraph.first.page))
        if level == 1 and title is None and paragraph.first.page == 1:
            title = words
    return text, tuple(lines), title


class _Headings:
    """Which paragraphs are headings, by their type, and of which level."""

    def __init__(self, paragraphs: Sequence[_Paragraph]) -> None:
        lines = [line for paragraph in paragraphs for line in paragraph.lines]
        self.body = _body_size(line.words for line in lines)
        letters: Counter[bool] = Counter()
        for line in lines:
            letters[line.bold] += len(line.text)
        self.bold_tells = letters[True] < letters[False]
        found = [one for one in paragraphs if self._is_heading(one)]
        first = [self._size(one) for one in found if one.first.page == 1]
        self.top = max(first, default=math.inf)
        self.sizes = sorted({min(self._size(one), self.top) for one in found}, reverse=True)
        self.typed = any(self._size(one) < self.top for one in found)

    def level(self, paragraph: _Paragraph) -> int:
        """From 1; 0 where it is no heading."""
        if not self._is_heading(paragraph):
            return 0
        return min(6, 1 + self.sizes.index(min(self._size(paragraph), self.top)))

    def _size(self, paragraph: _Paragraph) -> float:
        return _half_points(paragraph.first.words) / 2

    def _is_heading(self, paragraph: _Paragraph) -> bool:
        first = paragraph.first
        if first.cells or _is_bullet(first.words) or not any(ch.isalpha() for ch in first.text):
            return False
        ended = re.search(r"[.;,][’”\"')\]]*$", paragraph.lines[-1].text) is not None
        if first.size > LARGER * self.body:
            return paragraph.words <= (12 if ended else 30)
        bold = self.bold_tells and all(line.bold for line in paragraph.lines)
        return bold and first.size > (1 - SAME_SIZE) * self.body and paragraph.words <= 15 and not ended


class _Lexicon:
    """Joins what the layout has broken, and knows which words the document writes with a hyphen."""

    def __init__(self, paragraphs: Sequence[_Paragraph]) -> None:
        self.words: Counter[str] = Counter()
        for paragraph in paragraphs:
            for line in paragraph.lines:
                whole = line.words[:-1] if _broken(line.text) else line.words
                self.words.update(_bare(word.text) for word in whole)

    def joined(self, paragraph: _Paragraph) -> str:
        if paragraph.first.cells:
            return " | ".join(" ".join(word.text for word in cell) for cell in paragraph.first.cells).replace(SOFT, "")
        text = ""
        for line in paragraph.lines:
            text = self._join(text, line.text) if text else line.text
        return text.replace(SOFT, "")

    def _join(self, above: str, below: str) -> str:
        if above[-1] == SOFT:
            return above[:-1] + below
        broken = _broken(above)
        if broken:
            rest = re.match(r"[^\W\d_]*", below)
            keep = self._keeps_hyphen(broken[1], rest[0] if rest else "")
            return (above if keep else above[:-1]) + below
        tight = re.search(r"\S[–—/]$|://\S*[-/]$", above)
        return above + ("" if tight else " ") + below

    def _keeps_hyphen(self, start: str, rest: str) -> bool:
        """Whether the hyphen between two parts of a word is its own, and not the layout's."""
        if not rest or not rest[0].islower() or not start.isalpha():
            return True
        whole, parted = (start + rest).casefold(), f"{start}-{rest}".casefold()
        if self.words[whole] != self.words[parted]:
            return self.words[whole] < self.words[parted]
        if _is_english(whole):
            return False
        return rest not in ENDINGS and _is_english(start.casefold()) and _is_english(rest)


# What ends words and is a word of the spelling dictionary too.
ENDINGS = frozenset(
    "able al ally ed en er es ford ham hood hoods ing less ly ment ness ship ships ted tion ton".split()
)


def _broken(text: str) -> re.Match[str] | None:
    """The part of a word before the hyphen that ends a line."""
    return re.search(r"([^\W_]+)[-‐]$", text)


def _bare(word: str) -> str:
    return word.strip("’‘“”\"'()[].,;:!?…").removesuffix("’s").removesuffix("'s").casefold()


def _is_english(word: str) -> bool:
    """Whether the spelling dictionary, which is American, knows a word written as in Britain or in America."""
    american = re.sub(r"is(?=e|i|a)", "iz", word.replace("our", "or"))
    return word in _dictionary() or american in _dictionary()


@lru_cache(maxsize=1)
def _dictionary() -> Container[str]:
    from spellchecker import SpellChecker  # takes half a second to load, and many files need it not

    words: Container[str] = SpellChecker(language="en").word_frequency.dictionary
    return words


# What the file says of itself.


class _Info:
    """The information dictionary, so far as it says something of the document and not of the program that made it."""

    def __init__(self, dictionaries: Sequence[dict[str, Any]]) -> None:
        self._fields = {name: value for one in reversed(dictionaries) for name, value in one.items()}

    @property
    def title(self) -> str | None:
        title = self._field("Title")
        if re.fullmatch(r"(?i)(?:microsoft (?:word|powerpoint|excel) - .*|untitled\b.*|.*\.\w{2,4}|slide \d+|layout \d+"
                        r"|(?:word|powerpoint) \w+|document ?\d*|about:blank|\W*)", title):  # fmt: skip
            return None
        return title

    @property
    def authors(self) -> tuple[str, ...]:
        field = self._field("Author")
        names = re.split(r"\s*;\s*|\s+and\s+|\s*&\s*", field)
        if len(names) == 1 and all(" " in name for name in re.split(r",\s*", field)):
            names = re.split(r",\s*", field)
        nobody = r"(?i)(?:.*\b(?:user|admin|administrator|owner|author|unknown|anonymous|microsoft)\b.*|\W*)"
        return tuple(
            name for name in names if not re.fullmatch(nobody, name) and not re.fullmatch(r"[a-z0-9@._-]*", name)
        )

    @property
    def date(self) -> str | None:
        match = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", self._field("CreationDate"))
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else None
        except ValueError:
            return None

    def _field(self, name: str) -> str:
        value = resolve1(self._fields.get(name))
        if not isinstance(value, bytes):
            return ""
        text = value[3:].decode(errors="ignore") if value.startswith(b"\xef\xbb\xbf") else decode_text(value)
        return " ".join(NO_LETTER.sub("", text).split())
