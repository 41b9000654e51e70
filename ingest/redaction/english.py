"""Which words are plain English, so that a capital on them says nothing.

The spelling dictionary counts how often subtitles have each word in lower case: names are rare there, words are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.redaction.first_names import FIRST_NAMES
from ingest.redaction.lexicon import FIELD, FUNCTION

COMMON = 1_500  # times in the dictionary: a name that is no word is rarely there as often
STEM_COMMON = 4_000  # times: what a word is made from has to be commoner still
# Endings that words have and names have not.
MADE = re.compile(
    r".{2,}(?:[ts]ions?|ments?|ness(?:es)?|ships?|it(?:y|ies)|ances?|ences?|(?:ing|ed|al|ive|ous|ful|ab|ib)ly|ous"
    r"|ful|less|able|ible"
    r"|ical|ional|i[sz](?:e|ed|es|ing|ations?|ers?)|olog(?:y|ies|ists?)|ists?|isms?|ants|ents|at(?:e|es|ed|ing|ive)"
    r"|ives?|ory|ories"
    r"|ar(?:y|ies)|wise|hoods?|doms?|ics)$"
)
SPELLINGS = (
    (r"our(?=$|s|ed|ing|able|hood|ful|ite|al)", "or"),
    (r"is(?=e|ing|ation|able)", "iz"),
    (r"tre(?=s?$)", "ter"),
)
SUFFIXES = {
    "ies": ("y",), "es": ("", "e"), "s": ("",), "ied": ("y",), "ed": ("", "e"), "ing": ("", "e"), "ly": ("", "le"),
    "ers": ("", "e"), "er": ("", "e"), "ors": ("", "e"), "or": ("", "e"), "ily": ("y",),
}  # fmt: skip
PREFIXES = (
    "un",
    "re",
    "non",
    "over",
    "co",
    "mis",
    "pre",
    "dis",
    "out",
    "under",
    "inter",
    "anti",
    "self",
    "cross",
    "multi",
)
SHORT = 3  # letters: names this short are common, and subtitles have them in lower case
SHORT_COMMON = 8_000  # times
LONGEST_NAME = 9  # letters: a longer word with a word's ending is no name even where no dictionary has it


@lru_cache(maxsize=50_000)
def is_plain(word: str) -> bool:
    """Whether a lower-case word is plain English. Words joined by hyphens are when each of them is."""
    if "-" in word:
        return word in FIELD or all(
            is_plain(part) or part in PREFIXES or part.isdigit() for part in word.split("-") if part
        )
    word = word.replace("’", "'").removesuffix("'s")
    if word in FIELD or word in FUNCTION:
        return True
    if word in FIRST_NAMES:
        return False
    return _is_word(word) or _is_plural(word) or (_is_listed(word) and any(_is_base(base) for base in _bases(word)))


def _is_word(word: str) -> bool:
    enough = SHORT_COMMON if len(word) <= SHORT else COMMON
    return _times(word) >= enough or (MADE.match(word) is not None and _is_listed(word))


def _is_listed(word: str) -> bool:
    return _times(word) > 0 or len(word) >= LONGEST_NAME


def _is_plural(word: str) -> bool:
    """Whether one of it is a word, and several are not rare beside it, as those of a name would be."""
    one = word.removesuffix("s")
    return one != word and one not in FIRST_NAMES and _times(one) >= COMMON and _times(word) * 10 >= _times(one)


def _is_base(word: str) -> bool:
    return word not in FIRST_NAMES and (
        _times(word) >= STEM_COMMON or (MADE.match(word) is not None and _is_word(word))
    )


def _bases(word: str) -> set[str]:
    """What the word may be made from: "tendered" from "tender", "running" from "run"."""
    bases: set[str] = set()
    for suffix, endings in SUFFIXES.items():
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3:
            bases |= {stem + ending for ending in endings}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                bases.add(stem[:-1])
    return bases | {
        word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) >= len(prefix) + 4
    }


def _times(word: str) -> int:
    american = word
    for british, spelling in SPELLINGS:
        american = re.sub(british, spelling, american)
    return max(_dictionary().get(word, 0), _dictionary().get(american, 0))


@lru_cache(maxsize=1)
def _dictionary() -> Mapping[str, int]:
    from spellchecker import SpellChecker  # takes 0.1 s to load, and only unattributed documents need it

    words: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return words
