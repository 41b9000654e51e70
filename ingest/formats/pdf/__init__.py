"""PDF to the text a person reads. A PDF holds letters at places on pages, and no lines, columns or paragraphs.

source.py       the door: bytes -> Source, by all of these in their order
letters.py      a page to its letters, and whether a reader sees each
sides.py        all pages, and whether their letters can be read at all
rows.py         letters to words, in rows
sizes.py        sizes of type
running.py      less the running headers and footers
columns.py      rows to blocks, in reading order
bullets.py      the marks of items
printed.py      rows to printed lines, with the room that each had
going_on.py     whether a line goes on with the paragraph before it
paragraphs.py   blocks to paragraphs
headings.py     which of them are headings
hyphens.py      lines joined, words put together again
written.py      paragraphs to text and its lines
info.py         what the file says of itself
"""

from ingest.formats.pdf.source import read

__all__ = ["read"]
