"""The numbers of items in a list, as they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.formats.markup.tree import Element


def number(count: int, style: str = "1") -> str:
    """3 as "3", "c", "C", "iii" or "III", as `style` ("1", "a", "A", "i", "I") says."""
    if count < 1 or style not in ("a", "A", "i", "I"):
        return str(count)
    written = _letters(count) if style in "aA" else _roman(count)
    return written.upper() if style in "AI" else written


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20)


def _roman(count: int) -> str:
    if count > 3_999:
        return str(count)
    written = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    ):
        written += letters * (count // value)
        count %= value
    return written


@dataclass(slots=True)
class Numbers:
    style: str  # as `number` takes it, or "" for bullets
    next: int = 1
    step: int = 1
    started: bool = False

    @classmethod
    def of(cls, element: Element) -> Numbers:
        if element.tag != "ol":
            return cls("")
        backwards = "reversed" in element.attrib
        first = sum(child.tag == "li" for child in element) if backwards else 1
        return cls(element.get("type") or "1", whole(element.get("start"), first), -1 if backwards else 1)

    def marker(self, element: Element) -> str:
        if not self.style:
            return ""
        count = whole(element.get("value"), self.next)
        self.next = count + self.step
        return f"{number(count, self.style)}. "


def whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and re.fullmatch(r"\s*-?\d{1,9}\s*", said, re.ASCII) else otherwise
