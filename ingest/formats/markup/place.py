"""Where in a page words stand, and what that makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.formats.markup.look import Look
from ingest.formats.markup.numbers import Numbers
from ingest.formats.markup.tags import DROPPED
from ingest.formats.markup.tree import Element
from ingest.lines import Kind

SEEN = Look()  # as everything is, until a style says otherwise
HEADING = re.compile(r"h([1-6])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the page the words are."""

    look: Look = SEEN
    dropped: bool = False
    level: int = 0  # of the heading
    kind: Kind | None = None
    as_typed: bool = False  # whether a newline is one
    list: Numbers | None = None

    def within(self, element: Element) -> Place:
        tag = element.tag
        place = self
        if (look := self.look.within(element)) is not self.look:
            place = replace(place, look=look)
        if tag in DROPPED:
            return replace(place, dropped=True)
        if heading := HEADING.fullmatch(tag):
            return replace(place, level=int(heading[1]))
        if tag in ("blockquote", "caption", "figcaption"):
            return replace(place, kind="paragraph")
        if tag in ("dt", "dd"):
            return replace(place, kind="item")
        if tag == "pre":
            return replace(place, as_typed=True)
        if tag in ("ul", "ol", "menu", "dir"):
            return replace(place, list=Numbers.of(element))
        return place
