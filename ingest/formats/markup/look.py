"""What a page's own inline style keeps from view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.formats.markup.tree import Element


@dataclass(frozen=True, slots=True)
class Look:
    """What inline style says of how words are seen; a part of the page begins with that of the part it stands in."""

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    ink: str | None = None
    paper: str | None = None

    @property
    def conceals(self) -> bool:
        return self.gone or self.invisible or self.tiny or (self.ink is not None and self.ink == self.paper)

    def within(self, element: Element) -> Look:
        told: Mapping[str, str] = element.attrib
        if not any(name in told for name in ("style", "hidden", "color", "bgcolor")):
            return self
        style = _style(told.get("style", ""))
        look = self
        if "hidden" in told or style.get("display") == "none":
            look = replace(look, gone=True)
        if seen := style.get("visibility"):
            look = replace(look, invisible=seen in ("hidden", "collapse"))
        if size := style.get("font-size"):
            relative = size.endswith(("%", "em", "ex", "ch")) and not size.endswith("rem")
            look = replace(look, tiny=NOTHING.fullmatch(size) is not None or (look.tiny and relative))
        if ink := style.get("color", told.get("color", "")):
            look = replace(look, ink=_colour(ink))
        if paper := style.get("background-color", style.get("background", told.get("bgcolor", ""))):
            look = replace(look, paper=None if "(" in paper and "rgb" not in paper else _colour(paper))
        return look


NOTHING = re.compile(r"0*(?:\.0*)?(?:[a-z]+|%)?")
RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*1(?:\.0*)?)?\s*\)")
NAMED = {"white": "#ffffff", "black": "#000000"}


def _style(declared: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in declared.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _colour(said: str) -> str | None:
    said = said.strip().lower()
    if rgb := RGB.search(said):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in rgb.groups())
    word = next(iter(said.split()), "")
    if re.fullmatch(r"#[0-9a-f]{3}", word):
        return "#" + "".join(2 * digit for digit in word[1:])
    if re.fullmatch(r"#[0-9a-f]{6}", word):
        return word
    return NAMED.get(word)
