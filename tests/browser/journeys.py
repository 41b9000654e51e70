"""What every journey has: a server of its own, a real browser, and a way to wait until a page is drawn."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_socket
from playwright.sync_api import expect, sync_playwright

from assistant import Config
from ingest import sync
from ui.serve import free_port
from ui.theme import APP, streamlit_options

CORPUS = Path(__file__).parents[2] / "corpus"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
expect.set_options(timeout=20_000)  # a machine that does other things beside is no fault of a page


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """The documents that are served. A journey that changes them has its own."""
    return CORPUS


@pytest.fixture(scope="module")
def config(tmp_path_factory, corpus) -> Config:
    home = tmp_path_factory.mktemp("journey") / "home"
    made = replace(Config.load(environ={}), corpus=corpus, home=home)
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


DRAWN = ".cp-quote, .cp-library, .cp-document, .cp-suggestions, .cp-notice, .cp-title"


def drawn(page) -> None:
    """Waits until the last thing on the page stands."""
    expect(page.locator(".cp-masthead")).to_be_visible()
    expect(page.locator(f":is({DRAWN})").first).to_be_visible()
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
