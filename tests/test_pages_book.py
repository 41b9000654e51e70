"""The Book page, drawn by AppTest. Everything in the notes is invented."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pages
import pytest
from pages import button, html, words

from assistant.assistant import Assistant
from assistant.domain import Audience
from assistant.kept.book import Books
from ingest.publish import sync
from ingest.withdraw import withdraw

pytestmark = pytest.mark.usefixtures("web")

CLOVER = "The bees of Tollbridge like clover."


@pytest.fixture
def bees(config, write):
    write("bees.md", CLOVER, title="Bees", sharing="convenors")
    write("mill.md", "The mill of Thornby grinds oats on Mondays.", title="Mill", sharing="members")
    sync(config)
    return config


def draw(page="book", **values):
    return pages.draw(page, **values)


def kept_by_its_link(question, title):
    """Follow the Keep link of the first quotation of an answer, and keep it in a new book."""
    page = html(draw("ask", q=question))
    link = unescape(re.search(r'class="cp-keep" href="([^"]+)"', page)[1])
    app = draw(**dict(parse_qsl(urlsplit(link).query)))
    app.text_input(key="keep_title").set_value(title)
    app.run()
    button(app, "Keep it").click()
    return app.run()


def test_a_quotation_is_kept_arranged_and_taken_away(bees):
    app = kept_by_its_link("What do the bees of Tollbridge like?", "On <i>bees</i>")
    assert CLOVER in words(app) and "On <i>bees</i>" in words(app)
    app.toggle(key="arranging").set_value(True)
    app.run()
    app.text_input(key="add_heading").set_value("What they like")
    app.run()
    button(app, "Add the heading").click()
    app.run()
    app.text_area(key="add_words").set_value("My own words, & no markup: <b>bold</b>.")
    app.run()
    button(app, "Add the words").click()
    told = words(app.run())
    assert told.index(CLOVER) < told.index("What they like") < told.index("My own words")
    button(app, "Down").click()
    told = words(app.run())
    assert told.index("What they like") < told.index(CLOVER) < told.index("My own words")
    assert "<b>bold" not in html(app)
    assert len(app.get("download_button")) == 3


def test_a_withdrawn_quotation_is_struck_out(bees):
    kept_by_its_link("What do the bees of Tollbridge like?", "Bees")
    with Assistant.open(bees) as assistant:
        document = assistant.document("bees.md")
    withdraw(bees, document)
    told = words(draw(book="1"))
    assert "A quotation stood here." in told and "withdrawn" in told
    assert "clover" not in told


def test_a_member_sees_neither_a_convenors_book_nor_what_is_not_theirs(bees, monkeypatch):
    kept_by_its_link("What do the bees of Tollbridge like?", "Of convenors")
    ours = Books(bees.home).make("Of members", Audience.MEMBERS)
    with Assistant.open(bees) as assistant:
        quote = assistant.ask("What do the bees of Tollbridge like?").statements[0].citations[0]
    Books(bees.home).keep(ours, quote)
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    shelf, theirs = words(draw()), words(draw(book=str(ours.number)))
    assert "Of members" in shelf and "Of convenors" not in shelf
    assert "clover" not in theirs and "Bees" not in theirs and "A quotation stood" not in theirs
    assert "There is no such book here" in words(draw(book="1"))
    address = {"document": "bees.md", "start": str(quote.start), "end": str(quote.end)}
    assert "clover" not in words(draw(**address))


def test_the_same_words_are_kept_once(bees):
    kept_by_its_link("What do the bees of Tollbridge like?", "Bees")
    page = html(draw("ask", q="What do the bees of Tollbridge like?"))
    link = unescape(re.search(r'class="cp-keep" href="([^"]+)"', page)[1])
    app = draw(**dict(parse_qsl(urlsplit(link).query)))
    button(app, "Keep it").click()
    assert "already in" in words(app.run())


@pytest.mark.parametrize("place", [("0", "0"), ("5", "999999"), ("x", "y"), ("-1", "4")])
def test_an_address_that_names_no_words_says_so(bees, place):
    app = draw(document="bees.md", start=place[0], end=place[1])
    assert "There are no words at that place" in words(app)


def test_a_book_is_deleted_for_good(bees):
    kept_by_its_link("What do the bees of Tollbridge like?", "Bees")
    app = draw(book="1")
    app.toggle(key="arranging").set_value(True)
    app.run()
    app.checkbox(key="sure_delete").check()
    app.run()
    button(app, "Delete it").click()
    app.run()
    assert not Books(bees.home).all(Audience.CONVENORS)
