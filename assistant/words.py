"""Words and their stems: what the lexical index, the spelling and the reader count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that carry no subject of their own, questions' own words among them.
STOPWORDS = frozenset(
    "a about after again all also am an and any anybody anyone anything are as at be because been before being both but"
    " by can could did do does doing done during each either else ever every few for from further get gets give given"
    " gives go goes going got had has have having he her here hers herself him himself his how i if in into is it its"
    " itself just least less let like many may me might mine more most much must my myself neither no nor not of off"
    " on once one only or other our ours ourselves out over own per please really same say says said shall she should"
    " so some somebody someone something such tell than that the their theirs them themselves then there these they"
    " thing things this those through to too under until up upon us very was we were what whatever when where whether"
    " which while who whom whose why will with would yes yet you your yours yourself yourselves don doesn didn isn"
    " aren wasn weren won wouldn couldn shouldn can't cannot im ive id ll ve re u ur pls plz thx".split()
)


def words(text: str) -> list[str]:
    """The words of a text, lower case, possessives taken off; "BD_Collective" is two."""
    found = []
    for match in WORD.finditer(text):
        word = match[0].replace("’", "'").casefold()
        found.append(word.removesuffix("'s"))
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The English Snowball stem of one word, accents taken off. Words joined by a hyphen are two words here."""
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))
    return str(_stemmer().stemWord(plain.replace("'", "")))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def stems(text: str) -> list[str]:
    """The stems of the words of a text that carry a subject."""
    return [stem(word) for word in words(text) if word not in STOPWORDS]
