"""A Paper as a Word file: real headings, the documents' words in a serif with a rule at their left, our words plain."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from ui.addresses import on_the_web
from ui.paper import word_styles
from ui.paper.cited import QUOTED, STRUCK, brief, link, particulars, shown
from ui.paper.columns import numeric, shares
from ui.paper.letters import printable
from ui.paper.values import (
    Block,
    Entry,
    Heading,
    Items,
    Numbers,
    Paper,
    Picture,
    Quotation,
    Struck,
    Table,
    Words,
)
from ui.paper.word_styles import GUTTER, HAIR, INK, SERIF, TEXT_WIDTH, TINT
from ui.phrases import citation_line

if TYPE_CHECKING:
    from docx.document import Document

TALLEST = 22.0  # cm, of a picture
LETTER = 0.165  # cm, of a cell


def word(paper: Paper) -> bytes:
    """The bytes of the `.docx`."""
    from docx import Document

    document = Document()
    title = printable(paper.title)
    word_styles.set_up(document, title, compact=paper.compact)
    document.add_paragraph(title, style="Title")
    document.add_paragraph(printable(paper.subtitle), style="Subtitle")
    writer = _Writer(document, TEXT_WIDTH, paper.numbers)
    if paper.compact:
        _two_columns(document)
        writer = _Writer(document, (TEXT_WIDTH - GUTTER) / 2, paper.numbers)
    for block, following in zip(paper.blocks, (*paper.blocks[1:], None), strict=False):
        # What leads to a quotation never ends a page.
        writer.write(block, keep=isinstance(following, Quotation | Entry))
    writer.sources(paper)
    word_styles.foot(document, " ".join(printable(paper.foot).split()))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Writer:
    """Writes blocks one after another into a document whose lines are `width` centimetres long. `numbers`: of the documents in
    the list of sources, if they have any."""

    def __init__(self, document: Document, width: float, numbers: Numbers | None) -> None:
        self.document = document
        self.width = width
        self.numbers = numbers

    def write(self, block: Block, *, keep: bool = False) -> None:
        """`keep`: on the page where the next block begins, if it is words of ours."""
        match block:
            case Heading():
                self._paragraph(block.text, f"Heading {min(max(block.level, 1), 3)}")
            case Words():
                words = self._paragraph(block.text, "Aside" if block.small else "Normal")
                words.paragraph_format.keep_with_next = keep or None
            case Items():
                for text in block.texts:
                    self._paragraph(text, "List Bullet")
            case Quotation():
                self._quotation(block)
            case Entry():
                self._entry(block)
            case Struck():
                line = self._paragraph("", "Struck")
                line.add_run(STRUCK).font.strike = True
                line.add_run(f" {printable(block.reason)}")
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)

    def sources(self, paper: Paper) -> None:
        """The documents quoted, with the addresses of those on the web."""
        if paper.quoted:
            self._paragraph(QUOTED, "Heading 3")
        for at, one in enumerate(paper.quoted, 1):
            line = self._paragraph(f"{f'{at}. ' if self.numbers else ''}{particulars(one)}", "Source")
            if one.url and on_the_web(one.url):
                line.add_run(": ")
                self._link(line, shown(one.url), one.url)

    def _paragraph(self, text: str, style: str) -> Any:
        return self.document.add_paragraph(printable(text), style=style)

    def _quotation(self, block: Quotation) -> None:
        self._paragraph(block.citation.quote, "Quotation")
        under = self._paragraph(citation_line(block.citation), "Citation")
        if to := link(block.citation):
            under.add_run(" (")
            self._link(under, *to)
            under.add_run(")")
        if block.note:
            under.add_run().add_break()
            under.add_run(printable(block.note))

    def _entry(self, block: Entry) -> None:
        line = self._paragraph("", "Entry")
        if block.term and block.address:
            self._link(line, block.term, block.address).bold = True
            line.add_run(" ")
        elif block.term:
            line.add_run(f"{printable(block.term)} ").bold = True
        if block.note:
            line.add_run(f"{printable(block.note)} ")
        for at, one in enumerate(block.citations):
            line.add_run(f"{' ' if at else ''}“{printable(one.quote)}”").font.name = SERIF
            to, told = link(one), brief(one, self.numbers)
            line.add_run(" (", style="Cited")
            if to:
                self._link(line, told, to[1]).style = "Cited"
            else:
                line.add_run(printable(told), style="Cited")
            line.add_run(")", style="Cited")
        line.paragraph_format.keep_together = len(block.citations) < 2

    def _table(self, block: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        if block.caption:
            self._paragraph(block.caption, "Caption").paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=1 + len(block.rows), cols=len(block.columns))
        table.autofit = False
        widths = [Cm(self.width * share) for share in shares(block, int(self.width / LETTER))]
        numbers = numeric(block)
        for at, (row, cells) in enumerate(zip(table.rows, (block.columns, *block.rows), strict=True)):
            for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = widths[column]
                paragraph = cell.paragraphs[0]
                paragraph.style = "Cell"
                paragraph.add_run(printable(text)).bold = at == 0 or None
                # A heading row goes with the first row under it, so that it never ends a page.
                paragraph.paragraph_format.keep_with_next = at == 0 or None
                if numbers[column]:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        _ruled(table)
        self._paragraph("", "Gap")  # what follows would touch the table otherwise

    def _picture(self, block: Picture) -> None:
        from docx.shared import Cm, Inches

        wide, high = block.inches
        width = min(Inches(wide), Cm(self.width), int(Cm(TALLEST) * wide / high))
        paragraph = self._paragraph("", "Normal")
        shown = paragraph.add_run().add_picture(BytesIO(block.png), width=width)
        for side in "distT", "distB", "distL", "distR":  # without these, LibreOffice moves it to the right
            shown._inline.set(side, "0")
        # An attribute of XML keeps no lines.
        shown._inline.docPr.set("descr", " ".join(printable(block.alt).split()))
        if block.caption:
            paragraph.paragraph_format.keep_with_next = True
            self._paragraph(block.caption, "Caption")

    def _link(self, paragraph: Any, words: str, address: str) -> Any:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run(printable(words), style="Linked")
        to = OxmlElement("w:hyperlink")
        to.set(qn("r:id"), paragraph.part.relate_to(printable(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(to)
        to.append(run._r)
        return run


def _two_columns(document: Document) -> None:
    """From here on the text runs in two columns, on the same page as what stands above."""
    from docx.enum.section import WD_SECTION
    from docx.oxml.ns import qn
    from docx.shared import Cm

    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.xpath("./w:cols")[0]
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), str(Cm(GUTTER).twips))


def _ruled(table: Any) -> None:
    """A light heading row that comes again on every page, hairlines between rows, and no row over two pages."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def line(side: str, width: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'

    inside = line("top", 8, INK) + line("bottom", 4, HAIR) + line("insideH", 4, HAIR)
    properties = table._tbl.tblPr
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{inside}</w:tblBorders>")
    indent = parse_xml(f'<w:tblInd {nsdecls("w")} w:w="108" w:type="dxa"/>')  # its edge stands where the lines begin
    layout = properties.xpath("w:shd | w:tblLayout | w:tblCellMar | w:tblLook")[0]  # the order of these is fixed
    layout.addprevious(indent)
    layout.addprevious(borders)
    for at, row in enumerate(table.rows):
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if at == 0:
            row_properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
            for cell in row.cells:
                shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{TINT}"/>'
                cell._tc.get_or_add_tcPr().append(parse_xml(shade))
