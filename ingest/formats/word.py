"""A Word file to its text, as a reader of the document sees it with every change accepted.

The file is a zip of XML parts. `_Package` opens it with suspicion; `_Styles` and `_Numbering` know what a paragraph is and
which number Word shows before it; `_simplify` takes out of a part all that is not words; mammoth makes HTML of what is
left; and the page reader makes lines of that. mammoth sees only parts that were parsed and written again here.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import groupby
from posixpath import normpath

from assistant.errors import DocumentError
from ingest.formats import markup
from ingest.formats.markup import Element, plain
from ingest.source import Source

NOT_WORD = "It is called .docx and is no Word file. Open it in Word and save it again."
OLD_WORD = "It is called .docx and is an older Word file (.doc). Open it in Word and save it as .docx."
PROTECTED = "It is protected by a password. Save a copy without one."
DAMAGED = "It is damaged, so that we cannot read it. Open it in Word and save it again."
TOO_LARGE = "It unpacks to more than {} MB. Take its pictures out, or split it, and save it again."
SWOLLEN = "It unpacks to far more than a document should. Open it in Word and save it again."
DECLARES = "It holds a kind of code that no Word file needs (a DTD). Open it in Word and save it again."

OLE = b"\xd0\xcf\x11\xe0"  # how an older Word file begins, and one that is encrypted
UNPACKED = 100_000_000  # bytes, in all
RATIO = 200  # how many times its packed size a part of more than RATIO_ABOVE bytes may be
RATIO_ABOVE = 1_000_000

# What `_simplify` names the styles of a file's paragraphs, and what becomes of them.
STYLE_MAP = """
p.Title => h1.title:fresh
p.Item => ul > li:fresh
p.Quote => blockquote > p:fresh
"""
PREFIX = "commonplace-"  # of the names that mammoth gives notes, so that no bookmark has the same
NOTE = rf"{PREFIX}(?:footnote|endnote)-"
FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
LEFT_OVER = re.compile(  # titles that a program gave
    r"microsoft word\b.*|(?:new )?(?:microsoft )?(?:word )?(?:document|doc|template|title|untitled)[\s\d()]*"
    r"|.*\.(?:docx?|dot[xm]?|rtf|odt)",
    re.IGNORECASE,
)
NOBODY = frozenset(
    "administrator,admin,author,default,dell,hp,lenovo,microsoft,microsoft office user,owner,pc,python-docx,un-named,"
    "unknown,user,windows user,word".split(",")
)
TEMPLATE_MADE = "2013-12-23T23:15:00Z"  # when the template was made that python-docx starts every file from


def read(data: bytes) -> Source:
    """What a Word file holds. Raises DocumentError."""
    try:
        return _read(data)
    except DocumentError:
        raise
    except MemoryError as error:
        raise DocumentError("It needs more memory to read than there is. Split it, and try again.") from error
    except Exception as error:  # a file may be broken in more ways than its libraries have errors for
        raise DocumentError(DAMAGED) from error


def _read(data: bytes) -> Source:
    package = _Package(data)
    styles = _Styles(package.part("styles"))
    numbering = _Numbering(package.part("numbering"), styles)
    hidden: list[str] = []
    parts = {name: package.part(name) for name in ("document", "footnotes", "endnotes")}
    for part in parts.values():
        if part is not None:
            hidden += _simplify(part, styles, numbering)
    _drop_lost_references(parts)
    tree = markup.parse(_html(parts))
    _place_notes(tree)
    found = markup.render(tree)
    hidden += [_text(comment) for comment in _children(package.part("comments"), "comment")]
    title, authors, created = _told(package.part("core-properties"))
    styled = (plain(heading.text_content()) for heading in tree.iter("h1") if heading.get("class") == "title")
    return Source(
        found.text,
        found.lines,
        next(filter(None, styled), title),
        created,
        authors,
        hidden=tuple(words for text in hidden if (words := plain(text))),
    )


class _Package:
    """The parts of the file, each found by what it is. Nothing is written to disk, so a part may be called anything."""

    def __init__(self, data: bytes) -> None:
        """Raises DocumentError where the file is no Word file, or not safe to unpack."""
        self._zip = _opened(data)
        self._paths = frozenset(self._zip.namelist())
        for name in self._paths:
            if name.lower().endswith((".xml", ".rels", ".vml")):
                _check_declares(self._zip.read(name))
        self._names = self._related("")
        main = self._names.setdefault("document", self._names.get("officeDocument", "word/document.xml"))
        if (document := self.part("document")) is None or _name(document) != "document":
            raise DocumentError(NOT_WORD)
        folder = main.rpartition("/")[0]
        for name in ("styles", "numbering", "footnotes", "endnotes", "comments"):
            self._names[name] = f"{folder}/{name}.xml".lstrip("/")
        self._names.update(self._related(main) | {"document": main})

    def part(self, name: str) -> Element | None:
        """The root of the part that is the document's "styles", "footnotes"..., or None where it has none."""
        if (path := self._names.get(name)) is None or path not in self._paths:
            return None
        return _parsed(self._zip.read(path))

    def _related(self, path: str) -> dict[str, str]:
        """What each part that `path` refers to is, with its path: {"styles": "word/styles.xml"}."""
        folder, _, file = path.rpartition("/")
        listed = f"{folder}/_rels/{file}.rels".lstrip("/")
        if listed not in self._paths:
            return {}
        found: dict[str, str] = {}
        for relation in _children(_parsed(self._zip.read(listed)), "Relationship"):
            target = relation.get("Target", "")
            full = target if target.startswith("/") else f"{folder}/{target}"
            if relation.get("TargetMode") != "External":
                found.setdefault(relation.get("Type", "").rpartition("/")[2], normpath(full).lstrip("/"))
        return found


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(OLE):
        old = "WordDocument".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data
        raise DocumentError(OLD_WORD if old else PROTECTED)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except Exception as error:
        raise DocumentError(NOT_WORD) from error
    members = package.infolist()
    if sum(member.file_size for member in members) > UNPACKED:
        raise DocumentError(TOO_LARGE.format(UNPACKED // 1_000_000))
    for member in members:
        if member.file_size > RATIO_ABOVE and member.file_size > RATIO * member.compress_size:
            raise DocumentError(SWOLLEN)
        if member.flag_bits & 1:
            raise DocumentError(PROTECTED)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DocumentError(NOT_WORD)
    return package


def _check_declares(xml: bytes) -> None:
    letters = xml.replace(b"\0", b"")  # UTF-16 too
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
        raise DocumentError(DECLARES)


def _parsed(xml: bytes) -> Element:
    from lxml import etree

    _check_declares(xml)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:
        raise DocumentError(DECLARES)
    return root


def _name(element: Element) -> str:
    """The name without its namespace: there are two for Word's own, and no name here is in both another and them."""
    return str(element.tag).rpartition("}")[2]


def _value(element: Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    namespace = str(element.tag).rpartition("}")[0]
    value: str | None = element.get(f"{namespace}}}{name}" if namespace else name)
    return value


def _children(element: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if element is None else element.iterchildren(f"{{*}}{name}")


def _at(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, its first child of the next, and so on."""
    for name in path:
        element = next(_children(element, name), None)
    return element


def _is_on(element: Element | None) -> bool | None:
    """What a property that is on or off says, or None where it is not there."""
    return None if element is None else _value(element) not in ("0", "false", "off")


def _whole(said: str | None, otherwise: int = 0) -> int:
    return int(said) if said and re.fullmatch(r"\d{1,6}", said, re.ASCII) else otherwise


def _text(element: Element) -> str:
    """All words in it, a paragraph apart from the next by a space."""
    parts = ((one.text or "") if _name(one) == "t" else " " for one in element.iter("{*}t", "{*}p", "{*}br", "{*}tab"))
    return "".join(parts)


class _Styles:
    """What a paragraph is by its style, or by one that its style is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {_value(style, "styleId"): style for style in _children(root, "style")}

    def _chain(self, style: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = _value(_at(self._styles[style], "basedOn"))

    def role(self, style: str | None) -> str | None:
        """ "Title", "Heading2", "Item", "Quote", "Contents" or None."""
        chain = list(self._chain(style))
        names = [(_value(_at(one, "name")) or "").lower() for one in chain] or [(style or "").lower()]
        if names[0] in ("title", "heading"):
            return "Title" if names[0] == "title" else "Heading1"
        for i, name in enumerate(names):
            if re.match(r"toc\b|(?:toc|contents) ?\d", name):
                return "Contents"
            if heading := re.fullmatch(r"heading ?([1-9])", name):
                return _heading(int(heading[1]))
            if re.match(r"list (?:bullet|number)|list(?:bullet|number)", name):
                return "Item"
            if name in ("quote", "intense quote", "intensequote", "quotations"):
                return "Quote"
            if chain and (level := _at(chain[i], "pPr", "outlineLvl")) is not None:
                return _heading(_whole(_value(level), 9) + 1)
        return None

    def numbering(self, style: str | None) -> tuple[str | None, int]:
        """The id and the level of the list that paragraphs of this style belong to."""
        for one in self._chain(style):
            if (told := _at(one, "pPr", "numPr")) is not None:
                return _value(_at(told, "numId")), _whole(_value(_at(told, "ilvl")))
        return None, 0

    def hides(self, style: str | None) -> bool:
        said = (_is_on(_at(one, "rPr", "vanish")) for one in self._chain(style))
        return bool(next((on for on in said if on is not None), False))


def _heading(level: int) -> str | None:
    return f"Heading{min(level, 6)}" if level < 10 else None


@dataclass(slots=True)
class _Sequence:
    """A definition of a list, and how far its numbers have got. Several lists may share one."""

    levels: dict[int, Element]
    link: str | None
    counts: dict[int, int] = field(default_factory=dict)


class _Numbering:
    """The numbers that Word shows and does not store."""

    def __init__(self, root: Element | None, styles: _Styles) -> None:
        self._styles = styles
        self._sequences = {
            _value(one, "abstractNumId"): _Sequence(
                {_whole(_value(level, "ilvl")): level for level in _children(one, "lvl")},
                _value(_at(one, "numStyleLink")),
            )
            for one in _children(root, "abstractNum")
        }
        self._lists = {_value(one, "numId"): one for one in _children(root, "num")}
        self._begun: set[tuple[str | None, int]] = set()

    def marker(self, number: str | None, level: int) -> str | None:
        """What stands before the next paragraph of the list: "2.", "(a)", "" for a bullet; None where it is no list."""
        one = self._lists.get(number)
        sequence = self._sequences.get(_value(_at(one, "abstractNumId")))
        if one is not None and sequence is not None and sequence.link:
            linked, _ = self._styles.numbering(sequence.link)
            one = self._lists.get(linked)
            sequence = self._sequences.get(_value(_at(one, "abstractNumId")))
        if one is None or sequence is None:
            return None
        told = sequence.levels.get(level)
        override = next((o for o in _children(one, "lvlOverride") if _whole(_value(o, "ilvl")) == level), None)
        told = own if (own := _at(override, "lvl")) is not None else told
        self._count(sequence, number, level, told, _value(_at(override, "startOverride")))
        shape = _value(_at(told, "lvlText")) or ""
        if _value(_at(told, "numFmt")) in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda found: self._written(sequence, int(found[1]) - 1), shape)

    def _count(
        self, sequence: _Sequence, number: str | None, level: int, told: Element | None, start: str | None
    ) -> None:
        counts = sequence.counts
        if start is not None and (number, level) not in self._begun:
            counts[level] = _whole(start, 1)
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = _whole(_value(_at(told, "start")), 1)
        self._begun.add((number, level))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def _written(self, sequence: _Sequence, level: int) -> str:
        told = sequence.levels.get(level)
        count = sequence.counts.get(level, _whole(_value(_at(told, "start")), 1))
        shape = _value(_at(told, "numFmt")) or ""
        return f"{count:02}" if shape == "decimalZero" else markup.number(count, FORMATS.get(shape, "1"))


def _simplify(root: Element, styles: _Styles, numbering: _Numbering) -> list[str]:
    """Leaves in a part only words and what shapes them, with the number of each item written out. Gives the hidden words."""
    _unwrap(root)
    hidden = _take_hidden(root, styles)
    for paragraph in root.iter("{*}p"):
        _name_style(paragraph, styles, numbering)
    for run in list(root.iter("{*}r")):
        for child in list(run):
            if _name(child) == "rPr":
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
        branches = [*_children(choice, "Fallback"), *_children(choice, "Choice")]
        boxes = [branch for branch in branches if next(branch.iter("{*}txbxContent"), None) is not None]
        _replace(choice, list((boxes or branches or [choice])[0]))
    for drawing in list(root.iter("{*}drawing")):
        boxes = list(drawing.iter("{*}txbxContent"))
        frame = drawing.makeelement(drawing.tag.replace("}drawing", "}pict"))
        frame.extend(boxes)
        _replace(drawing, [frame] if boxes else [])
    etree.strip_elements(root, *(f"{{*}}{name}" for name in AWAY), with_tail=False)
    etree.strip_tags(root, *(f"{{*}}{name}" for name in IN_PLACE))
    for element in root.iter("{*}cr", "{*}br", "{*}ptab", "{*}gridSpan"):
        namespace = element.tag.rpartition("}")[0]
        if _name(element) == "gridSpan":
            element.set(f"{namespace}}}val", str(_whole(_value(element), 1)))
        else:
            element.attrib.clear()
            element.tag = f"{namespace}}}{'tab' if _name(element) == 'ptab' else 'br'}"


def _replace(element: Element, by: list[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = by


def _take_hidden(root: Element, styles: _Styles) -> list[str]:
    """Takes the words formatted as hidden out of their runs, and gives them, those that stand together as one."""

    def is_hidden(run: Element) -> bool:
        own = _is_on(_at(run, "rPr", "vanish"))
        return hides or styles.hides(_value(_at(run, "rPr", "rStyle"))) if own is None else own

    found: list[str] = []
    for paragraph in root.iter("{*}p"):
        hides = styles.hides(_value(_at(paragraph, "pPr", "pStyle")))
        runs = [run for run in paragraph.iter("{*}r") if next(run.iterancestors("{*}p")) is paragraph]
        for hidden, group in groupby(runs, is_hidden):
            if hidden:
                together = list(group)
                found.append("".join(_text(run) for run in together))
                for run in together:
                    run[:] = [child for child in run if _name(child) in ("fldChar", "instrText")]
    return found


def _name_style(paragraph: Element, styles: _Styles, numbering: _Numbering) -> None:
    """Leaves a paragraph one property, its role, and writes the number that Word shows before its words."""
    namespace = paragraph.tag.rpartition("}")[0] + "}"
    properties = _at(paragraph, "pPr")
    style = _value(_at(properties, "pStyle"))
    role = styles.role(style)
    if (level := _at(properties, "outlineLvl")) is not None:
        role = role or _heading(_whole(_value(level), 9) + 1)
    told = _at(properties, "numPr")
    number, depth = styles.numbering(style)
    if (own := _value(_at(told, "numId"))) is not None:
        number, depth = own, _whole(_value(_at(told, "ilvl")), depth)
    deleted = _at(properties, "rPr", "del")
    if properties is not None:
        paragraph.remove(properties)
    if role == "Contents":  # made of the headings, and no words of the author's
        paragraph[:] = []
        return
    marker = numbering.marker(number, depth) if deleted is None else None
    if marker and _text(paragraph).strip():
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
        if _name(run) != "r":
            last = None
        elif last is None:
            last = run
        else:
            for child in list(run):
                if _name(child) == "t" and len(last) and _name(last[-1]) == "t":
                    last[-1].text = (last[-1].text or "") + (child.text or "")
                else:
                    last.append(child)
            paragraph.remove(run)


def _drop_lost_references(parts: dict[str, Element | None]) -> None:
    """Takes out the references to notes that are not there."""
    for kind in ("footnote", "endnote"):
        known = {_value(note, "id") for note in _children(parts[f"{kind}s"], kind)}
        for name, part in parts.items():
            for reference in [] if part is None else list(part.iter(f"{{*}}{kind}Reference")):
                if name != "document" or _value(reference, "id") not in known:
                    _replace(reference, [])


def _html(parts: dict[str, Element | None]) -> str:
    from lxml import etree
    from mammoth import convert_to_html

    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, root in parts.items():
            if root is not None:
                archive.writestr(f"word/{name}.xml", etree.tostring(root, encoding="utf-8"))
    html: str = convert_to_html(package, style_map=STYLE_MAP, include_embedded_style_map=False, id_prefix=PREFIX).value
    return html


def _place_notes(tree: Element) -> None:
    """Takes the marks of notes out of the text, and makes paragraphs of the notes."""
    for link in list(tree.iter("a")):
        if re.match(rf"{NOTE}ref-", link.get("id", "")):
            link.getparent().drop_tree()
        elif re.match(rf"#{NOTE}ref-", link.get("href", "")):
            link.drop_tree()
    for note in tree.iter("li"):
        if re.match(NOTE, note.get("id", "")):
            note.tag = "blockquote"


def _told(core: Element | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Title, authors and day of creation, as the file's properties give them; what a program filled in is left out."""
    said = {name: plain(one.text or "") for name in ("title", "creator", "created") for one in _children(core, name)}
    title = said.get("title", "")
    creators = [plain(name) for name in said.get("creator", "").split(";")]
    authors = tuple(name for name in creators if name and name.lower() not in NOBODY)
    created = said.get("created", "")
    try:
        known = created != TEMPLATE_MADE and 1990 <= date.fromisoformat(created[:10]).year <= date.today().year
    except ValueError:
        known = False
    return None if LEFT_OVER.fullmatch(title) else title or None, authors, created[:10] if known else None
