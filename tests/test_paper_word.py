"""Word papers, opened again."""

from io import BytesIO

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from papers import OUTSIDE, RETOLD, awkward, cited, coverage, covered

from ui.paper.briefs import coverage_paper, open_paper
from ui.paper.letters import printable
from ui.paper.values import Entry, Heading, Items, Paper, Quotation, Struck, Table, Words
from ui.paper.word import word


def opened(paper):
    return docx.Document(BytesIO(word(paper)))


def styled(document, style):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def addresses(document):
    return [part.target_ref for part in document.part.rels.values() if part.is_external]


def test_every_quotation_is_there_word_for_word():
    report = coverage(covered("Bees"), covered("Hives", told=(), named=(), outside=()))
    document = opened(coverage_paper(report, "May", "Counted.", {}))
    assert styled(document, "Quotation") == [RETOLD.quote, "Bees like clover.", OUTSIDE.quote]
    assert styled(document, "Citation")[0] == (
        "In Ada Invented's account, Hives, under “By the brook”, July 2020, our retelling (the original)\n"
        "Also in More, undated."
    )
    assert styled(document, "Title") == ["May"]
    assert styled(document, "Heading 1") == ["Bees", "Hives"]


@settings(max_examples=6, deadline=None)
@given(awkward)
def test_no_text_breaks_the_file(text):
    blocks = (
        Heading(text),
        Words(text),
        Items((text,)),
        Quotation(cited(text, title=text, speaker=text), text),
        Entry(text, (cited(text),), text),
        Struck(text),
        Table((text, "b"), ((text, text),), text),
    )
    document = opened(Paper(text, blocks, subtitle=text, foot=text))
    assert styled(document, "Quotation") == [printable(text)]
    assert document.tables[0].rows[1].cells[0].text == printable(text)


def test_the_title_of_a_file_is_cut_where_word_has_no_room():
    document = opened(Paper("bee " * 100, ()))
    assert len(document.core_properties.title) == 255


def test_page_and_properties():
    document = opened(Paper("Bees", (), foot="Made in a test"))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert round(section.left_margin.cm, 1) == round(section.right_margin.cm, 1) == 2.2
    about = document.core_properties
    assert (about.title, about.author, about.language, about.comments) == ("Bees", "Commonplace", "en-GB", "")
    language = document.styles.element.xpath("w:docDefaults//w:lang")[0]
    assert language.get(qn("w:val")) == "en-GB"
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("Made in a test\t")
    assert [field.get(qn("w:instr")) for field in foot._p.xpath("w:fldSimple")] == ["PAGE", "NUMPAGES"]


def test_the_heading_of_a_table_comes_again_on_every_page():
    document = opened(Paper("T", (Table(("Topic", "Sentences"), (("Bees", "3"), ("Wasps", "12"))),)))
    rows = document.tables[0].rows
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in rows] == [True, False, False]
    assert [cell.text for row in rows for cell in row.cells] == ["Topic", "Sentences", "Bees", "3", "Wasps", "12"]


def test_a_picture_says_what_it_shows():
    document = opened(coverage_paper(coverage(covered()), "May", "", {"hives.md": "Hives"}))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr").endswith("Bees: 3 sentences in Hives.")
    assert shape.width.cm < 16.7


def test_only_the_web_is_linked():
    assert set(addresses(opened(Paper("T", (Quotation(RETOLD), Quotation(OUTSIDE)))))) == {RETOLD.url}


def test_a_compact_paper_has_two_columns_under_its_title():
    document = opened(Paper("T", (Entry("", (cited(),)), Entry("Hives", (RETOLD,), "Note.")), compact=True))
    columns = [section._sectPr.xpath("./w:cols")[0].get(qn("w:num")) for section in document.sections]
    assert columns == [None, "2"]
    assert styled(document, "Entry")[1] == f"Hives Note. “{RETOLD.quote}” (2, July 2020)"
    assert [line[:3] for line in styled(document, "Source")] == ["1. ", "2. "]
    assert RETOLD.url in addresses(document)


def test_what_leads_to_a_quotation_stays_with_it():
    document = opened(Paper("T", (Heading("Bees"), Words("Well covered."), Quotation(RETOLD), Words("Alone."))))
    kept = {p.text: p.paragraph_format.keep_with_next for p in document.paragraphs}
    assert kept["Well covered."] and not kept["Alone."]


def test_an_empty_list_of_open_questions_is_nothing():
    assert open_paper(()) == ()
