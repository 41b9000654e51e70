"""Every page of a file to the letters on it, by the way their lines run, and the words that no reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from assistant.errors import DocumentError
from ingest.formats.pdf.letters import UNREADABLE, Device, Letter
from ingest.formats.pdf.rows import rows_of

MOST_UNREADABLE = 0.2  # of the letters


@dataclass(frozen=True, slots=True)
class Side:
    """The letters of a page whose lines run the same way; `low` and `high` bound the page in their `y`."""

    page: int
    low: float
    high: float
    letters: list[Letter]


def sides_of(pages: Sequence[PDFPage]) -> tuple[list[Side], tuple[str, ...], int]:
    """The letters of every page that a reader sees, the lines that no reader sees, and how many pictures there are."""
    manager = PDFResourceManager()
    device = Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    sides: list[Side] = []
    hidden: list[str] = []
    for number, page in enumerate(pages, 1):
        interpreter.process_page(page)
        x0, y0, x1, y1 = device.frame.bbox
        heights = [(y0, y1), (-x1, -x0), (-y1, -y0), (x0, x1)]
        for turn in sorted(device.seen, key=lambda turn: (-len(device.seen[turn]), turn)):
            sides.append(Side(number, *heights[turn], device.seen[turn]))
        hidden += [" ".join(word.text for word in row) for row in rows_of(device.hidden)]
    return sides, tuple(hidden), device.pictures


def check_letters(sides: Sequence[Side], pictures: int) -> None:
    """Raises DocumentError where there are no letters, or none that can be told."""
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
