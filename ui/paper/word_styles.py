"""How a Word paper looks: its page, its styles, and the foot of every page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

SERIF = "Georgia"  # the documents' words
SANS = "Arial"  # ours
INK = "1D1A16"
SOFT = "5A554E"
HAIR = "B9B2A6"
RULE = "8F3522"
TINT = "F2EFE8"
TEXT_WIDTH = 16.6  # cm: A4 without its margins
GUTTER = 0.7  # cm, between two columns
LONGEST_PROPERTY = 255  # characters


def set_up(document: Document, title: str, *, compact: bool) -> None:
    """Page, language, properties and styles of a new document."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.bottom_margin = Cm(2.2)
    section.top_margin = Cm(2.0 if compact else 2.2)
    section.footer_distance = Cm(1.1)
    about = document.core_properties
    about.title = title[:LONGEST_PROPERTY]
    about.author = about.last_modified_by = "Commonplace"
    about.language = "en-GB"
    about.comments = ""
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    _styles(document, compact=compact)


def _styles(document: Document, *, compact: bool) -> None:
    from docx.shared import Pt, RGBColor

    base = 8.5 if compact else 9.5
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(_name("w:val"), "en-GB")
    style = document.styles
    _set(style["Normal"], SANS, base, INK, after=3, line=1.05)
    _set(style["Title"], SANS, 16, INK, bold=True, after=2, line=1.1)
    _set(style["Subtitle"], SANS, base, SOFT, after=6)
    for level, size in (1, base + 2.5), (2, base + 1), (3, base):
        before = (8, 6, 4)[level - 1] if compact else (8, 7, 4)[level - 1]
        _set(style[f"Heading {level}"], SANS, size, INK, bold=level < 3, italic=level == 3, before=before, after=2)
    _set(style["Caption"], SANS, base - 1.5, SOFT, after=6)
    _set(style["List Bullet"], SANS, base, INK, after=2)
    _set(style["Footer"], SANS, 7.5, SOFT, after=0)
    _border(style["Title"], None)
    _border(style["Subtitle"], ("bottom", 12, 6, INK))

    quotation = _new(document, "Quotation", "Normal")
    _set(quotation, SERIF, base, INK, before=1, after=1, line=1.05, indent=0.35, keep=True)
    _border(quotation, ("left", 16, 8, RULE))
    citation = _new(document, "Citation", "Normal")
    _set(citation, SANS, base - (1 if compact else 1.75), SOFT, after=4, indent=0.35, line=1.05)
    citation.paragraph_format.keep_together = True
    struck = _new(document, "Struck", "Normal")
    _set(struck, SANS, base, SOFT, before=2, after=5, indent=0.35)
    _border(struck, ("left", 16, 8, HAIR))
    _set(_new(document, "Aside", "Normal"), SANS, base - (0.5 if compact else 1.25), SOFT, after=3, line=1.05)
    _set(_new(document, "Source", "Normal"), SANS, 7, SOFT, line=1)
    _set(_new(document, "Entry", "Normal"), SANS, base, INK, after=3)
    _set(_new(document, "Gap", "Normal"), SANS, 4, INK, line=1)
    cited, linked = _new(document, "Cited", ""), _new(document, "Linked", "")
    cited.font.size, cited.font.color.rgb = Pt(base - 1), RGBColor.from_string(SOFT)
    linked.font.underline = True
    _set(_new(document, "Cell", "Normal"), SANS, base - (0 if compact else 0.75), INK, before=1, after=1, line=1.05)


def foot(document: Document, words: str, *, width: float = TEXT_WIDTH) -> None:
    """What it rests on at the left of every page's foot, and the page at the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    paragraph = document.sections[0].footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    for stop in paragraph.style.paragraph_format.tab_stops:  # the template's own, for a wider page
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{words}\t" if words else "\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    """A number that Word works out, with 1 in its place until it does."""
    from docx.oxml import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(_name("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _new(document: Document, name: str, base: str) -> Any:
    """A style of paragraphs; of letters where it is based on none."""
    from docx.enum.style import WD_STYLE_TYPE

    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH if base else WD_STYLE_TYPE.CHARACTER)
    if base:
        style.base_style = document.styles[base]
    style.quick_style = True
    return style


def _set(
    style: Any,
    font: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.15,
    indent: float = 0,
    keep: bool = False,
) -> None:
    """Sizes and spaces in points, the indent in centimetres."""
    from docx.shared import Cm, Pt, RGBColor

    style.font.name, style.font.size = font, Pt(round(size * 2) / 2)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font goes before a named one
        fonts.attrib.pop(_name(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(_name(f"w:{name}"), font)
    for extra in style.element.rPr.xpath("w:spacing | w:kern"):
        style.element.rPr.remove(extra)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    if indent:
        form.left_indent = Cm(indent)
    if keep:
        form.keep_with_next = form.keep_together = True


def _border(style: Any, border: tuple[str, int, int, str] | None) -> None:
    """One border (side, eighths of a point, points from the text, colour) in place of those there were."""
    from docx.oxml import OxmlElement

    properties = style.element.get_or_add_pPr()
    for old in properties.xpath("w:pBdr"):
        properties.remove(old)
    if border is None:
        return
    side, width, space, colour = border
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in ("val", "single"), ("sz", str(width)), ("space", str(space)), ("color", colour):
        line.set(_name(f"w:{name}"), value)
    borders.append(line)
    # The order of a paragraph's properties is fixed, and Word refuses a file that breaks it.
    after = properties.xpath("w:shd | w:tabs | w:spacing | w:ind | w:contextualSpacing | w:jc | w:outlineLvl")
    if after:
        after[0].addprevious(borders)
    else:
        properties.append(borders)


def _name(prefixed: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(prefixed))
