"""The words of a text as a topic is compared with them: stems, but for those that a stemmer joins by mistake."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.words import stem, words

MONEY = re.compile(r"[£$€]\s?\d|\b\d[\d,.]* (?:pounds|dollars|euros)\b", re.IGNORECASE)
CAPITAL = re.compile(r"(?<![^\W_])[A-Z][^\W_]*(?:['’][^\W_]+)*")
# Words that share a stem with others and not their meaning, each under a root of its own; and past forms that share none
# with theirs.
APART = {
    **dict.fromkeys(("governance", "governing"), "governance"),
    **dict.fromkeys(("organisation", "organisations", "organization", "organizations"), "organisation"),
    **dict.fromkeys(("organisational", "organizational"), "organisation"),
    **dict.fromkeys(("university", "universities"), "university"),
    **dict.fromkeys(("experiment", "experiments", "experimental", "experimenting"), "experiment"),
    **dict.fromkeys(("busy", "busier", "busily"), "busy"),
    **dict.fromkeys(("companies",), "companies"),  # of trade; "company" is mostly that of others
    **dict.fromkeys(("firms",), "firms"),
    **dict.fromkeys(("carer", "carers"), "carer"),
    **dict.fromkeys(("importance", "important", "importantly"), "important"),
    **dict.fromkeys(("hospitality", "hospitable"), "hospitality"),
    **dict.fromkeys(("lost", "losing", "loses", "loss", "losses"), "lose"),
    **dict.fromkeys(("led",), "lead"),
    **dict.fromkeys(("met",), "meet"),
    **dict.fromkeys(("began", "begun"), "begin"),
    **dict.fromkeys(("built",), "build"),
    **dict.fromkeys(("spent",), "spend"),
    **dict.fromkeys(("paid",), "pay"),
    **dict.fromkeys(("chose", "chosen"), "choos"),
    **dict.fromkeys(("grew", "grown"), "grow"),
    **dict.fromkeys(("heard",), "hear"),
    **dict.fromkeys(("held",), "hold"),
    **dict.fromkeys(("taught",), "teach"),
    **dict.fromkeys(("women", "womens"), "woman"),
    **dict.fromkeys(("children", "childrens"), "child"),
}


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """The root of one lower-case word."""
    return APART.get(word) or stem(word)


def roots(text: str) -> tuple[str, ...]:
    """The roots of all words of a text, in their order; a sum of money is a word for money as well."""
    found = tuple(root(word) for word in words(text))
    return (*found, "money") if MONEY.search(text) else found


def capital(a_root: str) -> str:
    """The mark of a word that is written with a capital: "the Circle"."""
    return f"^{a_root}"


def capitals(text: str) -> tuple[str, ...]:
    """The marks of the words that are written with a capital, but for the first of a text."""
    return tuple(capital(root(one)) for match in CAPITAL.finditer(text, 1) for one in words(match[0]))
