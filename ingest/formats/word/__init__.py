"""A Word file to its text, as a reader of the document sees it with every change accepted.

The file is a zip of XML parts, opened with suspicion. All that is not words is taken out of a part; mammoth makes HTML of
what is left; and the page reader makes lines of that. mammoth sees only parts that were parsed and written again here.

source.py       the door: bytes -> Source, by all of these in their order
unpacking.py    a zip that may be a bomb, XML that may be one too
package.py      the parts of the file, each found by what it is
elements.py     names, values and children in their XML
styles.py       what a paragraph is
numbering.py    which number Word shows before it
hidden.py       words formatted as hidden
simplify.py     all that is not words, taken out
properties.py   what the file says of itself
"""

from ingest.formats.word.source import read

__all__ = ["read"]
