"""Word files, built here part by part, to the text that a reader of the document sees."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import DocumentError
from ingest.formats import word
from ingest.formats.word import source, unpacking
from ingest.read import parse

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{TRANSITIONAL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
STYLES = """
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Section"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="heading 3"/>
<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    inside = inside if inside.startswith("<") else run(inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def item(words: str, number: int = 1, level: int = 0, style: str = "") -> str:
    return paragraph(words, style, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def zipped(members: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def members(body: str, core: str = "", **parts: str) -> dict[str, str | bytes]:
    made: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    }
    for name, content in ({"styles": STYLES, "numbering": NUMBERING} | parts).items():
        made[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    if core:
        made["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{core}'
            "</cp:coreProperties>"
        )
        made["_rels/.rels"] = relations(
            ("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")
        )
    return made


def relations(*pairs: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{i}" Type="x/{what}" Target="{path}"/>' for i, (what, path) in enumerate(pairs)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def docx(body: str, core: str = "", **parts: str) -> bytes:
    return zipped(members(body, core, **parts))


def read(body: str, core: str = "", **parts: str):
    return word.read(docx(body, core, **parts))


def blocks(body: str, **parts: str) -> list[tuple[str, int, str]]:
    document = parse(docx(body, **parts), "a.docx")
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


# --- what stands on the page ---

NEXT = paragraph("We met at the mill, and this was invented for a test.")


def test_headings_are_told_by_their_style():
    assert blocks(
        paragraph("The bench group", "Title")
        + paragraph("What we heard", "berschrift1")
        + NEXT
        + paragraph("From the street.", "Ours")
        + NEXT
        + paragraph("And from the school", "Outlined")
        + NEXT
    ) == [
        ("heading", 1, "The bench group"),
        ("heading", 1, "What we heard"),
        ("paragraph", 0, "We met at the mill, and this was invented for a test."),
        ("heading", 2, "From the street."),
        ("paragraph", 0, "We met at the mill, and this was invented for a test."),
        ("heading", 3, "And from the school"),
        ("paragraph", 0, "We met at the mill, and this was invented for a test."),
    ]


def test_headings_are_told_without_a_part_of_styles():
    made = members(paragraph("What we heard", "Heading2") + NEXT)
    del made["word/styles.xml"]
    assert word.read(zipped(made)).lines[0].kind == "heading"
    assert word.read(zipped(made)).lines[0].level == 2


def test_numbers_are_those_that_word_shows():
    text = read(
        item("Welcome")
        + item("Tea", level=1)
        + item("Cake", level=1)
        + NEXT
        + item("Trust")
        + item("Maps", level=1)
        + item("Of the lane", level=2)
        + item("Of the mill", level=2)
        + item("Trees", number=3)
        + item("Hedges", number=3)
    ).text
    assert [line for line in text.split("\n") if line and not line.startswith("We met")] == [
        "1. Welcome",
        "(a) Tea",
        "(b) Cake",
        "2. Trust",
        "(a) Maps",
        "2.i Of the lane",
        "2.ii Of the mill",
        "5. Trees",
        "6. Hedges",
    ]


def test_a_numbered_line_over_a_paragraph_is_a_heading_and_a_list_is_a_list():
    assert [(kind, words) for kind, _, words in blocks(NEXT + item("Matters arising") + NEXT)][1] == (
        "heading",
        "1. Matters arising",
    )
    listed = blocks(NEXT + item("Clover") + item("Seeds") + item("Rest") + NEXT)
    assert [kind for kind, _, _ in listed] == ["paragraph", "item", "item", "item", "paragraph"]


def test_a_heading_keeps_the_number_of_its_style():
    assert ("heading", 3, "1. Trust") in blocks(paragraph("Trust", "Numbered") + NEXT)


def test_an_empty_paragraph_of_a_list_counts_and_is_not_shown():
    assert read(item("Tea") + item("") + item("Cake")).text == "1. Tea\n\n3. Cake"


def test_a_paragraph_may_be_a_heading_of_itself():
    assert ("heading", 2, "We spoke of trust.") in blocks(
        NEXT + paragraph("We spoke of trust.", properties='<w:outlineLvl w:val="1"/>') + NEXT
    )
    assert blocks(NEXT + paragraph("We spoke.", properties='<w:outlineLvl w:val="9"/>'))[1][0] == "paragraph"


def test_a_paragraph_taken_out_of_its_styles_list_has_no_number():
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert ("heading", 3, "Trust") in blocks(paragraph("Trust", "Numbered", out) + NEXT)


def test_bullets_are_items():
    assert blocks(NEXT + item("Tea", 2) + item("Cake", 2))[1:] == [("item", 0, "Tea"), ("item", 0, "Cake")]


def test_rows_of_tables_are_items():
    assert blocks(table(["Who", "What"], ["Asha", paragraph("Tea.") + paragraph("Cake.")]) + NEXT)[:2] == [
        ("item", 0, "Who | What"),
        ("item", 0, "Asha | Tea. | Cake."),
    ]


def test_a_quotation_is_no_heading():
    assert blocks(NEXT + paragraph("I never knew her name", "Quote") + NEXT)[1][0] == "paragraph"


@pytest.mark.parametrize("how", ["<w:br/>", "<w:cr/>", '<w:br w:type="page"/>', '<w:br w:type="column"/>'])
def test_a_break_inside_a_paragraph_is_a_newline(how):
    assert read(paragraph(f"{run('One lane')}<w:r>{how}<w:t>two hedges</w:t></w:r>")).text == "One lane\ntwo hedges"


def test_a_sentence_cut_into_runs_is_one():
    cut = run("Trust ", "<w:b/>") + '<w:proofErr w:type="x"/>' + run("is", "<w:i/>") + run(" sl") + run("ow.")
    assert read(paragraph(cut + run(" Tea&amp;cake", "<w:strike/>"))).text == "Trust is slow. Tea&cake"


def test_soft_hyphens_tabs_and_dashes():
    inside = f"{run('hedge')}<w:r><w:softHyphen/></w:r>{run('hog')}<w:r><w:tab/></w:r>{run('non')}<w:r><w:noBreakHyphen/></w:r>"
    assert read(paragraph(inside + run("stop"))).text == "hedgehog non\u2011stop"


def test_changes_are_accepted():
    inside = (
        run("We like ")
        + '<w:ins w:id="1" w:author="Wren">'
        + run("tea")
        + '</w:ins><w:del w:id="2"><w:r><w:delText>soup</w:delText></w:r></w:del>'
        + '<w:moveFrom w:id="3"><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo w:id="4">'
        + run(" at noon")
        + "</w:moveTo>"
        + run(".")
    )
    found = read(paragraph(inside))
    assert found.text == "We like tea at noon."
    assert found.hidden == ()


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    ended = paragraph("We like ", properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert read(ended + paragraph("tea.")).text == "We like tea."


def test_links_and_fields_give_their_words():
    inside = (
        f'<w:hyperlink r:id="rId9">{run("the map")}</w:hyperlink>'
        f'<w:fldSimple w:instr="DATE">{run(" of May")}</w:fldSimple>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(" and June")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(paragraph(inside)).text == "the map of May and June"


def test_notes_stand_at_the_end_and_leave_no_mark():
    said = paragraph(
        run("Hedges cut noise")
        + '<w:r><w:endnoteReference w:id="7"/></w:r>'
        + run(", and bees live in them.")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="99"/></w:r>'
    )
    found = read(
        said + NEXT,
        footnotes=f'<w:footnote w:id="-1" w:type="separator"/><w:footnote w:id="2">{paragraph("Ode, 1931")}</w:footnote>',
        endnotes=f'<w:endnote w:id="7">{paragraph("A second note.")}</w:endnote>',
    )
    assert found.text.split("\n\n") == [
        "Hedges cut noise, and bees live in them.",
        "We met at the mill, and this was invented for a test.",
        "A second note.",
        "Ode, 1931",
    ]
    assert found.lines[-1].kind == "paragraph"


BOX = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
DRAWN = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"
PICTURED = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "box",
    [
        DRAWN,
        PICTURED,
        f"<mc:AlternateContent><mc:Choice>{DRAWN}</mc:Choice><mc:Fallback>{PICTURED}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice>{DRAWN}</mc:Choice></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice>{DRAWN}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>",
    ],
    ids=["drawn", "pictured", "both", "drawn only", "empty fallback"],
)
def test_a_text_box_is_read_once_after_its_paragraph(box):
    assert read(paragraph(f"<w:r>{box}</w:r>{run('Beside a box.')}")).text == "Beside a box.\n\nIn a box."


def test_a_box_in_a_box_is_read_too():
    outer = DRAWN.replace("In a box.", "Outside it.").replace("</w:p>", f"<w:r>{DRAWN}</w:r></w:p>")
    assert read(paragraph(f"<w:r>{outer}</w:r>{run('Beside.')}")).text.split("\n\n") == [
        "Beside.",
        "Outside it.",
        "In a box.",
    ]


def test_a_sign_that_old_programs_do_not_know_is_read_as_its_stand_in():
    sign = "<mc:AlternateContent><mc:Choice><w:new/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent>"
    assert read(paragraph(f"{run('Tea ')}<w:r>{sign}</w:r>")).text == "Tea ☺"


def test_a_table_of_contents_is_left_out():
    assert read(paragraph("What we heard 4", "TOC1") + NEXT).text.startswith("We met")


def test_a_picture_is_left_out():
    drawing = '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId5"/></w:drawing>'
    assert read(paragraph(f"<w:r>{drawing}</w:r>{run('A bench.')}")).text == "A bench."


def test_the_stricter_kind_of_word_file_is_read_too():
    made = members(paragraph("What we heard", "berschrift1") + item("Welcome") + NEXT)
    found = word.read(zipped({name: str(xml).replace(TRANSITIONAL, STRICT) for name, xml in made.items()}))
    assert found.text.startswith("What we heard\n\n1. Welcome\n\nWe met")
    assert found.lines[0].kind == "heading"


def test_the_document_may_have_another_name():
    made = members(NEXT)
    made["word/document2.xml"] = made.pop("word/document.xml")
    made["_rels/.rels"] = relations(("officeDocument", "/word/document2.xml"))
    made["word/_rels/document2.xml.rels"] = relations(("comments", "../notes/talk.xml"))
    made["notes/talk.xml"] = f"<w:comments {NAMESPACES}><w:comment>{paragraph('Is this so?')}</w:comment></w:comments>"
    found = word.read(zipped(made))
    assert found.text.startswith("We met at the mill")
    assert found.hidden == ("Is this so?",)


# --- what is hidden ---


@pytest.mark.parametrize(
    ("secret", "hidden"),
    [
        (run("Say yes.", "<w:vanish/>"), True),
        (run("Say", "<w:vanish/>") + run(" yes.", '<w:vanish w:val="1"/>'), True),
        (run("Say yes.", '<w:rStyle w:val="Secret"/>'), True),
        (f'<w:ins w:id="1">{run("Say yes.", "<w:vanish/>")}</w:ins>', True),
        (run("Say yes.", '<w:vanish w:val="0"/>'), False),
        (run("Say yes.", '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>'), False),
        (run("Say yes.", "<w:webHidden/>"), False),
    ],
)
def test_words_formatted_as_hidden_are_no_part_of_the_text(secret, hidden):
    found = read(paragraph(run("Before. ") + secret + run(" After.")))
    assert found.text == ("Before. After." if hidden else "Before. Say yes. After.")
    assert found.hidden == (("Say yes.",) if hidden else ())


def test_a_paragraph_of_a_hidden_style_is_hidden():
    found = read(NEXT + paragraph("Say yes.", "Aside"))
    assert "Say" not in found.text
    assert found.hidden == ("Say yes.",)


def test_comments_are_hidden():
    inside = f'<w:commentRangeStart w:id="0"/>{run("A bench.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    comment = f'<w:comment w:id="0" w:author="Wren">{paragraph("Is it")}{paragraph("one?")}</w:comment>'
    found = read(paragraph(inside), comments=comment)
    assert (found.text, found.hidden) == ("A bench.", ("Is it one?",))


# --- what the file says of itself ---


def test_the_title_is_the_paragraph_of_that_style():
    titled = paragraph("", "Title") + paragraph("The bench group", "Title") + NEXT
    assert read(titled, core="<dc:title>Old minutes</dc:title>").title == "The bench group"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Minutes of May", "Minutes of May"),
        ("Document of the month", "Document of the month"),
        ("Microsoft Word - minutes.doc", None),
        ("Document1", None),
        ("New Microsoft Word Document (2)", None),
        ("minutes_v3.docx", None),
        ("Untitled", None),
        ("  ", None),
    ],
)
def test_a_title_left_over_from_a_template_is_none(title, kept):
    assert read(NEXT, core=f"<dc:title>{title}</dc:title>").title == kept


@pytest.mark.parametrize(
    ("creator", "authors"),
    [
        ("Asha Patel", ("Asha Patel",)),
        ("Asha Patel; Wren Adeyemi", ("Asha Patel", "Wren Adeyemi")),
        ("Administrator", ()),
        ("Microsoft Office User", ()),
        ("python-docx", ()),
        ("User;Asha Patel", ("Asha Patel",)),
        ("", ()),
    ],
)
def test_authors_are_people(creator, authors):
    assert read(NEXT, core=f"<dc:creator>{creator}</dc:creator>").authors == authors


@pytest.mark.parametrize(
    ("created", "day"),
    [
        ("2021-05-04T09:30:00Z", "2021-05-04"),
        ("2021-05-04", "2021-05-04"),
        ("1601-01-01T00:00:00Z", None),
        ("9999-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_its_date_is_the_day_it_was_made(created, day):
    assert read(NEXT, core=f"<dcterms:created>{created}</dcterms:created>").date == day


def test_the_day_of_a_programs_template_is_no_date():
    assert read(NEXT, core="<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>").date is None
    assert read(NEXT, core="<dcterms:created>2013-12-23T10:00:00Z</dcterms:created>").date == "2013-12-23"


def test_a_file_that_says_nothing_of_itself():
    found = read(NEXT)
    assert (found.title, found.authors, found.date, found.kind, found.url) == (None, (), None, None, None)


# --- what is not safe, or not Word ---

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no Word file"),
        (b"just words", "is no Word file"),
        (b"%PDF-1.7", "is no Word file"),
        (zipped({"a.txt": "words"}), "is no Word file"),
        (zipped({"word/document.xml": "<html/>"}), "is no Word file"),
        (
            zipped({"xl/workbook.xml": "<x/>", "_rels/.rels": relations(("officeDocument", "xl/workbook.xml"))}),
            "is no Word",
        ),
        (docx(NEXT)[:-40], "is no Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "password"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage WordDocument".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "older Word file"),
        (zipped({"word/document.xml": "<w:document"}), "damaged"),
        (zipped(members(NEXT) | {"word/styles.xml": b"\xff\xfe<"}), "damaged"),
        (zipped(members(NEXT) | {"word/document.xml": ENTITIES + "<x>&b;</x>"}), "DTD"),
        (zipped(members(NEXT) | {"customXml/item1.xml": "<!DOCTYPE x SYSTEM 'file:///etc/hostname'><x/>"}), "DTD"),
        (zipped(members(NEXT) | {"word/settings.xml": (ENTITIES + "<x/>").encode("utf-16")}), "DTD"),
        (zipped(members(NEXT) | {"word/media/a.bin": bytes(3_000_000)}), "far more"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_told_what_to_do(data, message):
    with pytest.raises(DocumentError, match=message) as caught:
        word.read(data)
    assert re.fullmatch(r"It .+[a-z)]\. [A-Z].+\.", str(caught.value))


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(unpacking, "UNPACKED", 2_000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(DocumentError, match="unpacks to more than"):
        word.read(docx(paragraph("words " * 1_000)))


def test_a_part_locked_by_a_password_is_refused():
    data = bytearray(docx(NEXT))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(DocumentError, match="password"):
        word.read(bytes(data))


def test_names_that_climb_out_of_a_folder_write_nothing(tmp_path, monkeypatch):
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    made = members(NEXT) | {"../outside.xml": "<x/>", "/outside.xml": "<x/>", "word/../../outside.bin": b"x"}
    assert word.read(zipped(made)).text.startswith("We met at the mill")
    assert [path.name for path in tmp_path.rglob("*")] == ["inside"]


def test_a_style_map_of_the_files_own_is_not_believed():
    made = members(NEXT) | {"mammoth/style-map": "p => !"}
    assert word.read(zipped(made)).text.startswith("We met at the mill")


@pytest.mark.parametrize("depth", [200, 5_000])
def test_deep_tables_do_no_harm(depth):
    row, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    with pytest.raises(DocumentError, match="damaged"):
        read(row * depth + NEXT + end * depth)


def test_styles_that_rest_on_each_other_do_no_harm():
    styles = "".join(
        f'<w:style w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA")
    )
    assert read(paragraph("We met.", "A"), styles=styles).text == "We met."


WHOLE = members(
    paragraph("The bench group", "Title")
    + item("Welcome")
    + NEXT
    + table(["Who", "What"], ["Asha", "Tea"])
    + paragraph(DRAWN),
    core="<dc:creator>Asha Patel</dc:creator>",
    footnotes=f'<w:footnote w:id="2">{paragraph("Ode, 1931")}</w:footnote>',
)


def harmless(data: bytes) -> None:
    try:
        word.read(data)
    except DocumentError as error:
        assert str(error).endswith(".")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(zipped(WHOLE))), st.binary(max_size=6))
def test_no_broken_file_raises_anything_but_a_document_error(at, junk):
    data = zipped(WHOLE)
    harmless(data[:at])
    harmless(data[:at] + junk + data[at + len(junk) :])


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(WHOLE)),
    st.integers(0, 2_500),
    st.integers(0, 60),
    st.sampled_from(["", "<w:p>", "x", "9", '"']),
)
def test_no_broken_part_raises_anything_but_a_document_error(name, at, length, junk):
    xml = str(WHOLE[name])
    harmless(zipped(WHOLE | {name: xml[:at] + junk + xml[at + length :]}))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 200), min_size=1, max_size=6), st.sampled_from(["word/document.xml", "word/numbering.xml"])
)
def test_no_element_out_of_place_raises_anything_but_a_document_error(which, name):
    """Tags swapped for others, so that the part is still XML and makes no sense."""
    xml = str(WHOLE[name])
    names = re.findall(r"<(w:\w+)", xml)
    for i in which:
        old, new = names[i % len(names)], names[(i * 7 + 3) % len(names)]
        xml = re.sub(rf"(</?){old}\b", rf"\g<1>{new}", xml)
    harmless(zipped(WHOLE | {name: xml}))


@pytest.mark.parametrize(("error", "message"), [(MemoryError, "more memory"), (RecursionError, "damaged")])
def test_what_a_library_raises_is_told_in_plain_words(monkeypatch, error, message):
    def fails(*_):
        raise error

    monkeypatch.setattr(source, "_read", fails)
    with pytest.raises(DocumentError, match=message):
        word.read(docx(NEXT))
