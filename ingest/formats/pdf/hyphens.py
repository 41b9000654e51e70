"""The lines of a paragraph joined into its words: which hyphens are the words' own, and which the layout's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache

from ingest.formats.pdf.letters import SOFT
from ingest.formats.pdf.printed import Paragraph


class Lexicon:
    """Joins what the layout has broken, and knows which words the document writes with a hyphen."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.words: Counter[str] = Counter()
        for paragraph in paragraphs:
            for line in paragraph.lines:
                whole = line.words[:-1] if _broken(line.text) else line.words
                self.words.update(_bare(word.text) for word in whole)

    def joined(self, paragraph: Paragraph) -> str:
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
