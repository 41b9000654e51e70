"""A convenor with a Word file and ten minutes: in a real browser, with nothing but the page. The note is invented."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from journeys import CORPUS, WCAG, address, chromium, config, visit
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PARAGRAPHS = [
    ("Title", "Note from the mill meeting"),
    ("Heading1", "What was agreed"),
    ("", "Petra Quill explained that the wheel at Thornby turns again after two winters of work."),
    ("", "The mill will grind oats for anyone on Mondays, and nobody is asked to pay."),
]
QUESTION = "When will the mill grind oats?"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return shutil.copytree(CORPUS, tmp_path_factory.mktemp("documents") / "corpus")


@pytest.fixture
def word_file(tmp_path):
    """A small Word file, as Word writes it."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
        for style, name in (("Title", "Title"), ("Heading1", "heading 1"))
    )
    body = "".join(
        f"<w:p>{f'<w:pPr><w:pStyle w:val={chr(34)}{style}{chr(34)}/></w:pPr>' if style else ''}<w:r><w:t>{words}</w:t></w:r></w:p>"
        for style, words in PARAGRAPHS
    )
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
        "</Types>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(tmp_path / "mill meeting.docx", "w") as file:
        file.writestr("[Content_Types].xml", kinds)
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        )
        file.writestr("word/styles.xml", f"<w:styles {space}>{styles}</w:styles>")
        file.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return tmp_path / "mill meeting.docx"


def test_the_first_address_that_a_fresh_server_is_asked_for_may_be_any_page(visit):
    page = visit("/library")
    expect(page.locator(".cp-library")).to_contain_text("Cell 1")


def test_a_word_file_is_published_asked_and_withdrawn(visit, word_file, corpus):
    page = visit("/")
    page.get_by_role("link", name="Contribute").click()
    page.locator("input[type=file]").set_input_files(word_file)
    expect(page.locator(".cp-document")).to_contain_text("The mill will grind oats for anyone on Mondays")
    expect(page.get_by_label("Title")).to_have_value("Note from the mill meeting")
    page.get_by_label("Date").fill("25 November 2026")
    page.get_by_label("Date").press("Enter")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="Published")).to_be_visible()
    assert (corpus / "2026-11-25-note-from-the-mill-meeting.md").is_file()

    page.get_by_role("link", name="Ask a question of your own").click()
    page.get_by_label("Ask in your own words").fill(QUESTION)
    page.get_by_label("Ask in your own words").press("Enter")
    quotation = page.locator(".cp-quote", has_text="grind oats for anyone on Mondays")
    expect(quotation).to_be_visible()
    quotation.click()
    expect(page.locator("mark#cited")).to_be_visible()

    page.get_by_role("link", name="Withdraw it").click()
    page.get_by_text("Yes, withdraw it").click()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("heading", name="Withdrawn")).to_be_visible()
    assert not (corpus / "2026-11-25-note-from-the-mill-meeting.md").exists()
    page.get_by_role("link", name="See the Library").click()
    expect(page.locator(".cp-library")).not_to_contain_text("mill meeting")


def test_what_is_typed_next_is_not_lost_while_the_page_is_drawn_again(visit):
    page = visit("/contribute")
    page.get_by_text("Pasted words").click()
    page.get_by_label("Paste the words here").fill(" ".join(words for style, words in PARAGRAPHS if not style))
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".cp-notice")).to_have_text("It has no title. Give it one.")
    page.get_by_label("Title").fill("Note from the mill")
    page.get_by_label("Date").press_sequentially("25 Novembr 2026", delay=60)  # as the notice goes
    page.get_by_label("Date").press("Tab")
    expect(page.locator(".cp-notice")).to_contain_text("“25 Novembr 2026” is not a date")
    expect(page.get_by_role("button", name="Publish")).to_be_disabled()
    expect(page.locator(".cp-document")).to_contain_text("The mill will grind oats")


def test_a_recording_is_answered_with_what_to_do(visit, tmp_path):
    (tmp_path / "talk.mp3").write_bytes(b"ID3")
    page = visit("/contribute")
    page.locator("input[type=file]").set_input_files(tmp_path / "talk.mp3")
    expect(page.locator(".cp-notice")).to_contain_text("Give its captions (.vtt or .srt), or paste its transcript.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_way(visit, word_file, scheme):
    page = visit("/contribute", scheme=scheme)
    assert not Axe().run(page, options=WCAG).response["violations"]
    page.locator("input[type=file]").set_input_files(word_file)
    expect(page.locator(".cp-document")).to_be_visible()
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    found = Axe().run(page, options=WCAG)
    assert not found.response["violations"], found.generate_report()


def test_a_phone_never_scrolls_sideways(visit, word_file):
    page = visit("/contribute", width=390)
    page.locator("input[type=file]").set_input_files(word_file)
    expect(page.locator(".cp-document")).to_be_visible()
    wide, seen = page.eval_on_selector("[data-testid=stMain]", "e => [e.scrollWidth, e.clientWidth]")
    assert wide <= seen
