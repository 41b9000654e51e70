"""The guide's page and the page of mentions, drawn by AppTest over `corpus/` and invented notes."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pages
import pytest
import streamlit as st
from conftest import environ
from pages import draw, html

from ingest.publish import sync

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="module")
def ours(tmp_path_factory, cache):
    from assistant.config import Config

    made = Config(corpus=CORPUS, home=tmp_path_factory.mktemp("guide") / "home", cache=cache)
    sync(made)
    return made


@pytest.fixture
def serve(monkeypatch, tmp_path):
    def use(config):
        st.cache_resource.clear()
        monkeypatch.chdir(tmp_path)
        for name, value in environ(config).items():
            monkeypatch.setenv(name, value)

    yield use
    st.cache_resource.clear()


def words(app):
    return " ".join(pages.words(app).split())


def test_the_guide_shows_every_part_in_the_documents_own_words(ours, serve):
    serve(ours)
    page = html(draw("guide"))
    for name in ("about", "read", "ask", "discussed", "who", "words", "when", "join"):
        assert f'id="part-{name}"' in page and f'href="#part-{name}"' in page, name
    told = unescape(re.sub(r"<[^>]+>", " ", page))
    for name in ("Avril McIntyre", "Cate Newnes-Smith", "Surrey Youth Focus", "Time for Kids"):
        assert name in told


def test_every_quotation_of_the_guide_is_the_documents_own(ours, serve):
    from assistant.assistant import Assistant

    serve(ours)
    page = html(draw("guide"))
    links = re.findall(r'class="cp-quote" href="([^"]+)"><blockquote>(.*?)</blockquote>', page)
    assert len(links) > 20
    with Assistant.open(ours) as assistant:
        for link, quote in links:
            values = dict(re.findall(r"(document|start|end)=([^&]+)", unescape(link)))
            text = assistant.document(values["document"]).text
            assert text[int(values["start"]) : int(values["end"])] == unescape(quote)


def test_mentions_counts_what_a_plain_search_finds(config, write, serve):
    write(
        "mill.md",
        "## The Mill\n\nThe mill of Thornby grinds. A mill is not a millstone. Mill, mill, mill!",
        title="Mill",
    )
    write("secret.md", "The mill has debts.", title="Debts", sharing="convenors")
    sync(config)
    serve(config)
    told = words(draw("mentions", term="mill"))
    text = "\n".join(re.sub(r"(?s)^---.*?---\n", "", file.read_text()) for file in config.corpus.glob("*.md"))
    plain = len(re.findall(r"(?i)(?<!\w)mill(?!\w)", text))
    assert f"{plain} mentions" in told
    serve(replace(config, audience=type(config.audience).MEMBERS))
    fewer = words(draw("mentions", term="mill"))
    assert "debts" not in fewer.lower() and "of 1 document" in fewer


def test_a_term_is_text_and_never_markup(config, write, serve):
    write("mill.md", "The mill of Thornby grinds.", title="Mill")
    sync(config)
    serve(config)
    page = html(draw("mentions", term="<b>x</b>"))
    assert "<b>x" not in page and "No document mentions" in page


@pytest.mark.parametrize("page", ["guide", "mentions", "meeting"])
def test_before_the_first_document_every_page_says_how_to_add_one(config, serve, page):
    serve(config)
    assert "There is nothing to ask yet." in words(draw(page))
