"""A page to its letters, told apart by whether a reader sees them (pdfminer.six)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix

UNREADABLE = "�"  # a letter that the file draws and does not name
SOFT = "\u00ad"  # a soft hyphen, and what some programs write for every hyphen at a line's end
MOST_SHAPES = 300  # of a page, that are looked at for bullets


@dataclass(frozen=True, slots=True)
class Letter:
    """Where it stands, as if its line ran from left to right: `x0` and `x1` along the line, `y` its baseline, upwards."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    place: int  # in the order of drawing


class Device(PDFLayoutAnalyzer):
    """Gathers the letters of one page, by the quarter turns of their lines; those that nobody sees apart."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.seen: dict[int, list[Letter]] = {}
        self.hidden: list[Letter] = []
        self.pictures = 0  # of all pages so far
        self._drawn: list[tuple[LTChar, int, Letter, bool, bool]] = []
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
            letter = Letter(text, x0, x1, y, fontsize * math.hypot(c, d), bold, len(self._drawn))
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


def _drawn_bullet(shape: LTComponent, letters: Sequence[Letter]) -> Letter | None:
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
