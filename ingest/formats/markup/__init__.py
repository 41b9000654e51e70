"""HTML to the text a person reads, with its lines typed where the markup says what they are.

source.py    the door: `render`, the steps in one
tree.py      `parse` makes a tree
tags.py      the tags that matter to a reader
walk.py      `read` walks it into pieces: a paragraph, an item, a heading, a row of a table each
place.py     where in the page words stand
look.py      what inline style keeps from view
numbers.py   the numbers of items
pieces.py    `text_of` joins pieces, all or some of them, into the text and its lines
"""

from ingest.formats.markup.numbers import number
from ingest.formats.markup.pieces import Piece, Pieces, plain, text_of
from ingest.formats.markup.source import render
from ingest.formats.markup.tree import Element, parse
from ingest.formats.markup.walk import read

__all__ = ["Element", "Piece", "Pieces", "number", "parse", "plain", "read", "render", "text_of"]
