"""A PDF to its Source: each step of the way, in order."""

from __future__ import annotations

import itertools
import logging
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value

from assistant.errors import DocumentError
from ingest.formats.pdf.info import Info
from ingest.formats.pdf.paragraphs import paragraphs_of
from ingest.formats.pdf.rows import rows_of
from ingest.formats.pdf.running import without_running
from ingest.formats.pdf.sides import check_letters, sides_of
from ingest.formats.pdf.written import written
from ingest.source import Source

MOST_PAGES = 2000
BROKEN = "It is a broken PDF, or only part of one. Open it in a PDF reader and save it again, or ask for the Word file."


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
    sides, hidden, pictures = sides_of(pages)
    check_letters(sides, pictures)
    paragraphs = paragraphs_of(without_running([(side, rows_of(side.letters)) for side in sides]))
    text, lines, title = written(paragraphs)
    info = Info(document.info)
    stated = info.title
    if stated and title and stated.casefold() not in text[:2000].casefold():
        stated = None  # of a template, or of an earlier document: what stands on the page is the title
    return Source(text, lines, stated or title, info.date, info.authors, hidden=hidden)
