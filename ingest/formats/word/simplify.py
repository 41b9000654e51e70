"""A part of a Word file, less all that is not words or shapes them."""

from __future__ import annotations

from ingest.formats.markup import Element
from ingest.formats.word.elements import children_of, first_at, name_of, replace, text_of, value_of, whole
from ingest.formats.word.hidden import take_hidden
from ingest.formats.word.numbering import Numbering
from ingest.formats.word.styles import Styles, heading_role


def simplify(root: Element, styles: Styles, numbering: Numbering) -> list[str]:
    """Leaves in a part only words and what shapes them, with the number of each item written out. Gives the hidden words."""
    _unwrap(root)
    hidden = take_hidden(root, styles)
    for paragraph in root.iter("{*}p"):
        _name_style(paragraph, styles, numbering)
    for run in list(root.iter("{*}r")):
        for child in list(run):
            if name_of(child) == "rPr":
                run.remove(child)
    for paragraph in root.iter("{*}p"):
        _join_runs(paragraph)
    return hidden


IN_PLACE = ("fldSimple", "dir", "bdo", "hyperlink", "rubyBase", "ruby", "smartTag", "customXml")  # their words stay
AWAY = ("rt", "rubyPr", "imagedata", "bookmarkStart", "bookmarkEnd", "commentReference")


def _unwrap(root: Element) -> None:
    """Takes away what mammoth would drop with the words in it, or stumble over."""
    from lxml import etree

    for choice in reversed(list(root.iter("{*}AlternateContent"))):
        branches = [*children_of(choice, "Fallback"), *children_of(choice, "Choice")]
        boxes = [branch for branch in branches if next(branch.iter("{*}txbxContent"), None) is not None]
        replace(choice, list((boxes or branches or [choice])[0]))
    for drawing in list(root.iter("{*}drawing")):
        boxes = list(drawing.iter("{*}txbxContent"))
        frame = drawing.makeelement(drawing.tag.replace("}drawing", "}pict"))
        frame.extend(boxes)
        replace(drawing, [frame] if boxes else [])
    etree.strip_elements(root, *(f"{{*}}{name}" for name in AWAY), with_tail=False)
    etree.strip_tags(root, *(f"{{*}}{name}" for name in IN_PLACE))
    for element in root.iter("{*}cr", "{*}br", "{*}ptab", "{*}gridSpan"):
        namespace = element.tag.rpartition("}")[0]
        if name_of(element) == "gridSpan":
            element.set(f"{namespace}}}val", str(whole(value_of(element), 1)))
        else:
            element.attrib.clear()
            element.tag = f"{namespace}}}{'tab' if name_of(element) == 'ptab' else 'br'}"


def _name_style(paragraph: Element, styles: Styles, numbering: Numbering) -> None:
    """Leaves a paragraph one property, its role, and writes the number that Word shows before its words."""
    namespace = paragraph.tag.rpartition("}")[0] + "}"
    properties = first_at(paragraph, "pPr")
    style = value_of(first_at(properties, "pStyle"))
    role = styles.role(style)
    if (level := first_at(properties, "outlineLvl")) is not None:
        role = role or heading_role(whole(value_of(level), 9) + 1)
    told = first_at(properties, "numPr")
    number, depth = styles.numbering(style)
    if (own := value_of(first_at(told, "numId"))) is not None:
        number, depth = own, whole(value_of(first_at(told, "ilvl")), depth)
    deleted = first_at(properties, "rPr", "del")
    if properties is not None:
        paragraph.remove(properties)
    if role == "Contents":  # made of the headings, and no words of the author's
        paragraph[:] = []
        return
    marker = numbering.marker(number, depth) if deleted is None else None
    if marker and text_of(paragraph).strip():
        run = paragraph.makeelement(f"{namespace}r")
        run.append(run.makeelement(f"{namespace}t"))
        run[0].text = f"{marker} "
        paragraph.insert(0, run)
    if marker is not None and role is None:
        role = "Item"
    kept = paragraph.makeelement(f"{namespace}pPr")
    if role:
        kept.append(kept.makeelement(f"{namespace}pStyle", {f"{namespace}val": role}))
    if deleted is not None:
        kept.append(kept.makeelement(f"{namespace}rPr"))
        kept[-1].append(deleted)
    paragraph.insert(0, kept)


def _join_runs(paragraph: Element) -> None:
    """Makes one run of those that follow each other: Word cuts a sentence into dozens, and mammoth is slow on each."""
    last: Element | None = None
    for run in list(paragraph):
        if name_of(run) != "r":
            last = None
        elif last is None:
            last = run
        else:
            for child in list(run):
                if name_of(child) == "t" and len(last) and name_of(last[-1]) == "t":
                    last[-1].text = (last[-1].text or "") + (child.text or "")
                else:
                    last.append(child)
            paragraph.remove(run)


def drop_lost_references(parts: dict[str, Element | None]) -> None:
    """Takes out the references to notes that are not there."""
    for kind in ("footnote", "endnote"):
        known = {value_of(note, "id") for note in children_of(parts[f"{kind}s"], kind)}
        for name, part in parts.items():
            for reference in [] if part is None else list(part.iter(f"{{*}}{kind}Reference")):
                if name != "document" or value_of(reference, "id") not in known:
                    replace(reference, [])
