"""Addresses, numbers and handles by which a person can be reached."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from ingest.redaction.edits import Edit

EMAIL = r"(?<![\w.+%-])(?:mailto:)?[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
PHONE = (
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s.-]?|\(0\d{2,4}\)\s?|0)(?:\(0\)\s?)?\d(?:[\s.-]?\d){7,11}(?![\w/])(?:\s?(?:x"
    r"|ext\.?)\s?\d+)?"
)
HANDLE = r"(?<![\w@.])@\w[\w.]*\w"
PROFILE = (
    r"(?:https?://)?(?:www\.)?(?:linkedin\.com/in|twitter\.com|x\.com|facebook\.com|instagram\.com"
    r"|t\.me)/[\w./@%-]*[\w/]"
)
CONTACT = rf"(?:{PROFILE}|{EMAIL}|{HANDLE}|{PHONE})"
_ADDRESS = r"(?P<address>(?:https?://|www\.)[^\s<>()\[\]]+[^\s<>()\[\].,;:!?])"
ADDRESS = re.compile(
    rf"{_ADDRESS},?\s(?:and|or)\s(?=https?://|www\.)|(?:\b(?:at|on|via|see"
    rf"|from)\s)?[(<\[]?{_ADDRESS.replace('address', 'last')}[)>\]]?"
)
SEVERAL = rf"{CONTACT}(?:(?:\s*[,;/|]\s*|\s+(?:or|and)\s+(?:on\s+|at\s+)?){CONTACT})*"
# In brackets, or said to be one: nothing of it need stay.
ASIDE = re.compile(
    rf"\s*[(\[<](?:(?:e-?mail|phone|tel|mobile|contact)\.?:?\s*)?{SEVERAL}[)\]>]"
    rf"|[,;]?\s*\b(?:on|at|via|by (?:e-?mail|phone) (?:on|at))\s+{SEVERAL}"
    rf"|[,;|]?\s*\b(?:e-?mail|phone|tel|telephone|mob|mobile|contact|twitter|linkedin|web)\.?:\s*{SEVERAL}",
    re.IGNORECASE,
)
# The object of "email", "call" and the like, or bare.
BARE = re.compile(SEVERAL, re.IGNORECASE)
REACHED = re.compile(
    r"\b(?:e-?mail|contact|call|ring|phone|text|message|write to|ask|see|follow|to|from|by|with|reach|tell)\s+$", re.I
)


def contact_edits(text: str, names: Collection[str] = ()) -> Iterator[Edit]:
    """The contacts in the text, and the web addresses that hold one of `names` (lower case)."""
    for match in ASIDE.finditer(text):
        yield Edit(match.start(), match.end(), "", "contact")
    for match in BARE.finditer(text):
        reached = REACHED.search(text, max(0, match.start() - 20), match.start())
        yield Edit(match.start(), match.end(), "a participant" if reached else "", "contact")
    for match in ADDRESS.finditer(text):
        address = _bare(match["address"] or match["last"])
        if any(len(name) > 3 and _bare(name) in address for name in names):
            yield Edit(match.start(), match.end(), "", "contact")


def _bare(words: str) -> str:
    """The letters as an address has them: small, without accents."""
    return "".join(ch for ch in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(ch))
