"""Journeys through the real pages in headless Chromium: a server of its own over the corpus of this repository."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from journeys import WCAG, address, chromium, config, corpus, drawn, visit
from playwright.sync_api import expect

from assistant import Assistant

pytestmark = pytest.mark.browser

ASKED = "how did Barking build trust?"
ANSWERED = f"/?q={quote(ASKED)}"
NOT_FOUND = f"/?q={quote('what is the capital of France?')}"
HOSTILE = "<img src=x onerror=\"document.title='owned'\"> **bold** $x^2$ :smile: [link](javascript:alert(1))?"


def in_view(page) -> bool:
    return page.evaluate(
        "() => { const r = document.getElementById('cited').getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight; }"
    )


def test_a_question_leads_to_the_sentence_in_its_source_and_back(visit, config):
    page = visit("/")
    page.get_by_label("Ask in your own words").fill(ASKED)
    page.get_by_label("Ask in your own words").press("Enter")
    quotation = page.locator(".cp-quote").nth(1)
    expect(quotation).to_be_visible()
    said = quotation.inner_text()
    quotation.click()
    expect(page.locator("mark#cited")).to_be_in_viewport(ratio=1)
    assert page.locator("mark#cited").inner_text() == said
    with Assistant.open(config) as assistant:
        assert any(said in document.text for document in assistant.documents())
    page.get_by_role("link", name="Back to the answer").click()
    expect(page.locator(".cp-quote").nth(1)).to_have_text(said)
    page.go_back()
    expect(page.locator("mark#cited")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Ask in your own words")).to_have_value(ASKED)


def test_the_back_button_brings_back_the_question_before(visit):
    page = visit(ANSWERED)
    box = page.get_by_label("Ask in your own words")
    first = page.locator(".cp-quote").first.inner_text()
    box.fill("what makes a good leader?")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".cp-quote").first).not_to_have_text(first)
    page.go_back()
    expect(box).to_have_value(ASKED)
    expect(page.locator(".cp-quote").first).to_have_text(first)


def test_everything_can_be_done_with_the_keyboard_alone(visit):
    page = visit("/")
    focus(page, "document.activeElement.getAttribute('aria-label') === 'Ask in your own words'")
    page.keyboard.type(ASKED)
    page.keyboard.press("Enter")
    expect(page.locator(".cp-quote").first).to_be_visible()
    focus(page, "document.activeElement.className === 'cp-quote'")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("mark#cited")).to_be_focused()
    assert in_view(page)
    focus(page, "document.activeElement.innerText === 'Back to the answer'", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".cp-quote").first).to_be_visible()


def focus(page, reached: str, key: str = "Tab") -> None:
    for _ in range(12):
        page.keyboard.press(key)
        if page.evaluate(reached):
            return
    raise AssertionError(f"{key} does not lead to where {reached}")


def test_a_suggested_question_is_asked_by_a_click(visit):
    page = visit("/")
    suggested = page.locator(".cp-suggestions a").first
    question = suggested.inner_text()
    suggested.click()
    expect(page.get_by_label("Ask in your own words")).to_have_value(question)
    expect(page.locator(".cp-quote").first).to_be_visible()


def test_what_a_question_holds_is_shown_as_text_and_runs_nothing(visit):
    page = visit(f"/?q={quote(HOSTILE)}")
    expect(page.get_by_label("Ask in your own words")).to_have_value(HOSTILE)
    assert page.locator("img[src=x]").count() == 0
    assert "owned" not in page.title().split("<")[0]
    page.goto(page.url.split("?")[0] + f"source?document={quote(HOSTILE)}&start=1)%3Balert(1&end=9")
    drawn(page)
    expect(page.locator(".cp-notice")).to_contain_text(HOSTILE)
    assert page.locator("img[src=x], .cp strong, .katex").count() == 0


@pytest.mark.parametrize("path", ["/", ANSWERED, NOT_FOUND, "/library", "/source?document=bulletin-12-july-2020.md"])
def test_a_phone_never_scrolls_sideways(visit, path):
    page = visit(path, width=390)
    for room in ("html", "[data-testid=stMain]"):
        wide, seen = page.eval_on_selector(room, "e => [e.scrollWidth, e.clientWidth]")
        assert wide <= seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    ["/", ANSWERED, NOT_FOUND, "/library", "/source?document=bulletin-12-july-2020.md&start=67&end=250", "/source"],
)
def test_axe_finds_nothing(visit, path, scheme):
    page = visit(path, scheme=scheme)
    found = Axe().run(page, options=WCAG)
    assert not found.response["violations"], found.generate_report()


def test_the_theme_follows_the_system_and_nothing_comes_from_elsewhere(visit, address):
    grounds = {}
    for scheme in ("light", "dark"):
        page = visit(ANSWERED, scheme=scheme)
        grounds[scheme] = page.eval_on_selector(".stApp", "e => getComputedStyle(e).backgroundColor")
        expect(page.locator("[data-testid=stHeader]")).to_be_hidden()
        assert all(url.startswith((address, "data:", "blob:")) for url in page.requested)
    assert grounds == {"light": "rgb(250, 246, 237)", "dark": "rgb(34, 32, 30)"}


def test_a_conversation_goes_on_and_can_be_gone_back_in(visit):
    page = visit(ANSWERED)
    box = page.get_by_label("Ask in your own words")
    box.fill("and in Surrey?")
    box.press("Enter")
    expect(page.locator(".cp-mended")).to_contain_text("Understood as “how did Surrey build trust?”.")
    expect(page.locator(".cp-quote").first).to_be_visible()
    page.locator(".cp-trail").get_by_role("link", name=ASKED).click()
    expect(box).to_have_value(ASKED)
    expect(page.locator(".cp-trail")).to_have_count(0)


def test_an_address_narrows_the_answer_to_one_place(visit):
    """Choosing in the box itself is tried by tests/test_pages.py."""
    page = visit(f"{ANSWERED}&place=Surrey")
    expect(page.locator(".cp-led").first).to_contain_text("We looked only at what is about Surrey.")
    expect(page.locator(".cp-quote").first).to_be_visible()


def test_axe_finds_nothing_where_it_is_narrowed(visit):
    page = visit(f"{ANSWERED}&place=Surrey&after={quote('what is a cell?')}")
    expect(page.get_by_role("combobox", name="Place")).to_be_visible()
    found = Axe().run(page, options=WCAG)
    assert not found.response["violations"], found.generate_report()
