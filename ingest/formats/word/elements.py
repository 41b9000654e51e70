"""The elements of Word's XML: their names, values, children and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.markup import Element


def name_of(element: Element) -> str:
    """The name without its namespace: there are two for Word's own, and no name here is in both another and them."""
    return str(element.tag).rpartition("}")[2]


def value_of(element: Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    namespace = str(element.tag).rpartition("}")[0]
    value: str | None = element.get(f"{namespace}}}{name}" if namespace else name)
    return value


def children_of(element: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if element is None else element.iterchildren(f"{{*}}{name}")


def first_at(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, its first child of the next, and so on."""
    for name in path:
        element = next(children_of(element, name), None)
    return element


def is_on(element: Element | None) -> bool | None:
    """What a property that is on or off says, or None where it is not there."""
    return None if element is None else value_of(element) not in ("0", "false", "off")


def whole(said: str | None, otherwise: int = 0) -> int:
    return int(said) if said and re.fullmatch(r"\d{1,6}", said, re.ASCII) else otherwise


def text_of(element: Element) -> str:
    """All words in it, a paragraph apart from the next by a space."""
    parts = (
        (one.text or "") if name_of(one) == "t" else " " for one in element.iter("{*}t", "{*}p", "{*}br", "{*}tab")
    )
    return "".join(parts)


def replace(element: Element, by: list[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = by
