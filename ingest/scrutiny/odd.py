"""What came to harm on the way, or may not be text for people to read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ingest.scrutiny.patterns import spans_of
from ingest.scrutiny.warning import LONGEST, MOST, Warning, around, warning_of

SHORT = 30  # words
UNBROKEN = 200  # characters without a space
DAMAGED = 3  # letters, from which on they are told of
FOREIGN = 0.1  # of the letters
MOJIBAKE = re.compile(r"â€.?|Ã[\u0080-\u00bfƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œž]|Â[\u00a0-\u00bf]|ï¿½|\ufffd")


def oddities(text: str, looked_through: int) -> Iterator[Warning | None]:
    """`looked_through`: how many characters of the text the other rules see."""
    damaged = list(islice(spans_of(text, [MOJIBAKE]), DAMAGED + MOST))
    yield warning_of(
        "odd text",
        "Some of its letters were damaged on the way: mend them, or save the original again as UTF-8.",
        around(text, iter(damaged if len(damaged) >= DAMAGED else ())),
    )
    words = text.split()
    yield warning_of(
        "odd text",
        "It holds very long runs of letters without a space: check that they are text for people to read.",
        (token[:LONGEST] for token in words if len(token) > UNBROKEN and _is_unbroken(token)),
    )
    if len(text) > looked_through:
        yield Warning(
            "odd text", "It is longer than any note: we looked through the first part of it alone, so look at the rest."
        )
    counts = Counter(text)
    letters = sum(count for letter, count in counts.items() if letter.isalpha())
    foreign = {letter for letter in counts if letter.isalpha() and "LATIN" not in unicodedata.name(letter, "")}
    if sum(counts[letter] for letter in foreign) > FOREIGN * letters:
        yield Warning("odd text", "Much of it is not in the Latin alphabet: a question in English may not find it.")
    elif len(words) < SHORT:
        yield Warning("odd text", f"It holds fewer than {SHORT} words: check that all of it is here.")


def _is_unbroken(token: str) -> bool:
    """Whether a run without a space is neither an address of the web nor a line of dots nor in a script without spaces."""
    return token.isascii() and "://" not in token[:40] and 2 * sum(map(str.isalnum, token)) > len(token)
