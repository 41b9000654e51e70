"""The evening before a meeting, and a newcomer's first five minutes: in a real browser. The added note is invented."""

from __future__ import annotations

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from journeys import CORPUS, WCAG, address, chromium, config, drawn, visit
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

QUESTION = "Who repairs the lighthouse lamp at Wrenfield?"
NOTE = (
    "The lighthouse at Wrenfield\n\nPetra Quill repairs the lighthouse lamp at Wrenfield every spring, with two neighbours. "
    "The lamp at Wrenfield was lit again after nine dark winters, and the neighbours keep it."
)
PAGES = ["/start", "/meeting", "/meeting?topic=building+trust&topic=space+travel", "/open-questions", "/gaps", "/book",
         "/mentions?term=Surrey"]  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return shutil.copytree(CORPUS, tmp_path_factory.mktemp("documents") / "corpus")


def test_a_gap_closes_when_a_document_answers_it(visit):
    page = visit("/")
    page.get_by_label("Ask in your own words").fill(QUESTION)
    page.get_by_label("Ask in your own words").press("Enter")
    expect(page.get_by_text("Convenors see that this was asked")).to_be_visible()
    page.get_by_role("link", name="Before a meeting").click()
    page.get_by_role("link", name="What people could not find").click()
    expect(page.get_by_role("link", name=QUESTION)).to_be_visible()

    page.get_by_role("link", name="Contribute").click()
    page.get_by_text("Pasted words").click()
    page.get_by_label("Paste the words here").fill(NOTE)
    page.get_by_label("Paste the words here").press("Control+Enter")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="Published")).to_be_visible()

    page.get_by_role("link", name="Before a meeting").click()
    page.get_by_role("link", name="What people could not find").click()
    expect(page.get_by_role("heading", name="Answered since")).to_be_visible()
    expect(page.locator(".cp-library")).to_contain_text("The lighthouse at Wrenfield")


def test_an_agenda_is_covered_and_taken_away(visit, tmp_path):
    page = visit("/meeting")
    page.get_by_label("One topic a line").fill("relationships\nspace travel")
    page.get_by_label("One topic a line").press("Control+Enter")
    page.get_by_role("button", name="See what is covered").click()
    table = page.locator(".cp-table")
    expect(table).to_contain_text("relationships")
    expect(table).to_contain_text("Absent")
    expect(page.get_by_role("button", name="Word")).to_be_visible()
    page.locator(".cp-table td a").first.click()
    expect(page.locator("#topic-1")).to_be_in_viewport()
    page.locator(".cp-more summary").first.click()
    expect(page.locator(".cp-more[open] .cp-quote").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    assert download.value.suggested_filename == "before-the-meeting.docx"
    download.value.save_as(tmp_path / "brief.docx")
    assert (tmp_path / "brief.docx").read_bytes()[:2] == b"PK"


def test_a_quotation_is_kept_from_an_answer(visit):
    page = visit("/?q=how+did+Barking+build+trust%3F")
    page.get_by_role("link", name="Keep").first.click()
    page.get_by_label("Its title").fill("Worth finding again")
    page.get_by_label("Its title").press("Enter")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("heading", name="Worth finding again")).to_be_visible()
    expect(page.locator(".cp-quote").first).to_be_visible()


def test_a_newcomer_finds_every_part_of_the_guide_by_keyboard(visit):
    page = visit("/")
    link = page.get_by_role("link", name="Start here")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#part-who")).to_be_visible()
    inside = page.get_by_role("link", name="How to take part")
    inside.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#part-join")).to_be_in_viewport()
    page.get_by_role("link", name="mention").first.click()
    drawn(page)
    expect(page.get_by_role("heading", name="Every mention")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path, scheme):
    page = visit(path, scheme=scheme)
    expect(page.get_by_text("Reading the documents")).to_have_count(0)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    found = Axe().run(page, options=WCAG)
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_never_scrolls_sideways(visit, path):
    page = visit(path, width=390)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    wide, seen = page.eval_on_selector("[data-testid=stMain]", "e => [e.scrollWidth, e.clientWidth]")
    assert wide <= seen
