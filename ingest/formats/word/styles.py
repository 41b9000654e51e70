"""What a paragraph is by its style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.markup import Element
from ingest.formats.word.elements import children_of, first_at, is_on, value_of, whole


class Styles:
    """What a paragraph is by its style, or by one that its style is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {value_of(style, "styleId"): style for style in children_of(root, "style")}

    def _chain(self, style: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value_of(first_at(self._styles[style], "basedOn"))

    def role(self, style: str | None) -> str | None:
        """ "Title", "Heading2", "Item", "Quote", "Contents" or None."""
        chain = list(self._chain(style))
        names = [(value_of(first_at(one, "name")) or "").lower() for one in chain] or [(style or "").lower()]
        if names[0] in ("title", "heading"):
            return "Title" if names[0] == "title" else "Heading1"
        for i, name in enumerate(names):
            if re.match(r"toc\b|(?:toc|contents) ?\d", name):
                return "Contents"
            if heading := re.fullmatch(r"heading ?([1-9])", name):
                return heading_role(int(heading[1]))
            if re.match(r"list (?:bullet|number)|list(?:bullet|number)", name):
                return "Item"
            if name in ("quote", "intense quote", "intensequote", "quotations"):
                return "Quote"
            if chain and (level := first_at(chain[i], "pPr", "outlineLvl")) is not None:
                return heading_role(whole(value_of(level), 9) + 1)
        return None

    def numbering(self, style: str | None) -> tuple[str | None, int]:
        """The id and the level of the list that paragraphs of this style belong to."""
        for one in self._chain(style):
            if (told := first_at(one, "pPr", "numPr")) is not None:
                return value_of(first_at(told, "numId")), whole(value_of(first_at(told, "ilvl")))
        return None, 0

    def hides(self, style: str | None) -> bool:
        said = (is_on(first_at(one, "rPr", "vanish")) for one in self._chain(style))
        return bool(next((on for on in said if on is not None), False))


def heading_role(level: int) -> str | None:
    return f"Heading{min(level, 6)}" if level < 10 else None
