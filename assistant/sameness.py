"""When two sentences are one: what stands in two places in the same words counts once."""

from __future__ import annotations

import re
import unicodedata

# What programs put in each other's place, and what they put in unseen.
SWAPPED = [("‘’‚´ʼ′", "'"), ("“”„«»″", '"'), ("‐‑‒–—―−", "-"), ("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")]
LEAD = re.compile(r"^[ \t]*(?:[-*•–—·‣▪◦●]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)+", re.MULTILINE)
# All that can go without changing what is said: not signs of money and share, nor the marks inside of numbers.
DROPPED = re.compile(
    r"(?:[\s\"!?;()\[\]{}<>*#_`~|\\^=。！？、]|(?<!\d)[.,:/]|[.,:/](?!\d)|(?<!\w)'|'(?!\w)|(?<=\w)-|-(?!\d))+"
)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def key(sentence: str) -> str:
    """What sentences share that differ in nothing but white space, quotation marks, dashes, case, a bullet or number
    before them and the mark at their end. It keeps what changes the meaning: signs of money and percent, fractions."""
    plain = THOUSANDS.sub("", plain_words(LEAD.sub("", sentence))).replace("&", " and ")
    return DROPPED.sub(" ", plain).strip() or sentence.strip()


def same_sentence(a: str, b: str) -> bool:
    """Whether two sentences are one, as `key` tells."""
    return key(a) == key(b)


def plain_words(text: str) -> str:
    """Lower case, letters in one form, marks of one kind. One mark after another: `str.translate` takes forty times
    as long."""
    text = text.casefold()
    if text.isascii():
        return text
    for marks, plain in SWAPPED:
        for mark in marks:
            text = text.replace(mark, plain)
    return unicodedata.normalize("NFKC", text)
