"""Journeys through the real pages in headless Chromium: a server of its own over the corpus of this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
import pytest_socket
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from assistant import Assistant, Config
from ingest import sync
from ui.serve import free_port
from ui.theme import APP, streamlit_options

pytestmark = pytest.mark.browser

CORPUS = Path(__file__).parents[2] / "corpus"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ASKED = "how did Barking build trust?"
ANSWERED = f"/?q={quote(ASKED)}"
NOT_FOUND = f"/?q={quote('what is the capital of France?')}"
HOSTILE = "<img src=x onerror=\"document.title='owned'\"> **bold** $x^2$ :smile: [link](javascript:alert(1))?"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def config(tmp_path_factory) -> Config:
    home = tmp_path_factory.mktemp("journey") / "home"
    made = replace(Config.load(environ={}), corpus=CORPUS, home=home)
    sync(made)
    return made


@pytest.fixture(scope="module")
def address(config, tmp_path_factory):
    """Where the pages are served, on a free loopback port, from a folder that holds no settings of ours."""
    pytest_socket.enable_socket()
    port = free_port("127.0.0.1", 8790)
    environ = os.environ | {"COMMONPLACE_CORPUS": str(config.corpus), "COMMONPLACE_HOME": str(config.home)}
    options = [*streamlit_options(), "--server.address=127.0.0.1", f"--server.port={port}"]
    folder = tmp_path_factory.mktemp("server")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(APP), *options],
            env=environ, cwd=folder, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)
    assert "Traceback" not in (folder / "log").read_text(encoding="utf-8")


def _wait(health: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(120):
        assert server.poll() is None, "the server ended before it served anything"
        try:
            with urllib.request.urlopen(health, timeout=1):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the server did not answer in 30 seconds")


@pytest.fixture(scope="module")
def chromium():
    assert Path(CHROMIUM).exists(), f"There is no browser at {CHROMIUM}. Install chromium, or set CHROMIUM to its path."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, address):
    """Opens an address in a fresh window of a given width and colour scheme, and waits until it is drawn."""
    windows = []

    def visit(path: str, width: int = 1280, scheme: str = "light"):
        window = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
        windows.append(window)
        page = window.new_page()
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(address + path)
        drawn(page)
        return page

    yield visit
    for window in windows:
        window.close()


def drawn(page) -> None:
    """Waits until the last thing on the page stands."""
    expect(page.locator(".cp-masthead")).to_be_visible(timeout=20_000)
    expect(page.locator(":is(.cp-quote, .cp-library, .cp-document, .cp-suggestions, .cp-notice)").first).to_be_visible()
    page.wait_for_function("!document.querySelector('[data-stale=true]')")


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
