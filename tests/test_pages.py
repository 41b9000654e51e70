"""The web pages, drawn by Streamlit's AppTest over small invented corpora and the real model."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from pages import draw, html, words
from streamlit.testing.v1 import AppTest

from assistant import Assistant
from assistant.domain import Answer, Basis, Block, Citation, Document, Form, Standing, Statement, Status
from assistant.filters import Known
from ingest import sync
from ui import addresses, reading, theme
from ui.quotations import Quotations
from ui.screens import library

INVENTED = {
    "orchard.md": """---
title: "The orchard <b>at</b> Thornby"
kind: meeting note
date: 2031-05-04
authors: [Petra Quill]
places: [Thornby]
---
# The orchard <b>at</b> Thornby

## How it began

Everything in this note is invented for a test. The orchard at Thornby was planted with forty apple trees by its neighbours.
The neighbours water the apple trees on Tuesday evenings, and $5 buys a barrel.

- A barrel stands beside every gate of the orchard.
""",
    "kiln.md": """---
title: The shared kiln
kind: blog
standing: outside
form: retelling
source: https://example.org/kiln
---
# The shared kiln

Everything in this note is invented for a test. The potters of Thornby share one kiln and fire it every second Friday.
""",
}
QUESTION = "When do the neighbours water the apple trees?"


@pytest.fixture(autouse=True)
def _fresh(tmp_path, monkeypatch):
    """A home of its own for every test, and nothing kept from the one before."""
    st.cache_resource.clear()
    (tmp_path / "corpus").mkdir()
    monkeypatch.setenv("COMMONPLACE_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("COMMONPLACE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    yield
    st.cache_resource.clear()


@pytest.fixture
def corpus(tmp_path):
    for name, text in INVENTED.items():
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    return ingest()


def ingest():
    from assistant import Config

    config = Config.load()
    sync(config)
    return config


class Fake:
    """An assistant that answers what it is told to, or fails as it is told to."""

    def __init__(self, answer: Answer | Exception):
        self.told = answer

    def documents(self):
        return [Document("invented.md", "Invented", "Invented.")]

    known = Known()

    def ask(self, question: str, **_: object) -> Answer:
        if isinstance(self.told, Exception):
            raise self.told
        return self.told


@pytest.fixture
def fake(monkeypatch):
    def use(answer: Answer | Exception) -> None:
        monkeypatch.setattr("ui.session.assistant", lambda: Fake(answer))

    return use


NEAR = Citation("invented.md", "Invented", "It is <i>near</i>.", 3, 9, speaker="Petra Quill", date="2031-05")


def test_the_app_opens_on_the_ask_page(corpus):
    app = AppTest.from_file(str(theme.APP), default_timeout=30).run()
    assert not app.exception
    assert app.text_input[0].label == "Ask in your own words"
    assert "<h1" in html(app) and "Commonplace" in words(app)


def test_a_question_typed_is_answered_and_put_in_the_address(corpus):
    app = draw("ask")
    app.text_input[0].set_value(QUESTION).run()
    assert app.query_params["q"] in (QUESTION, [QUESTION])
    assert "The neighbours water the apple trees on Tuesday evenings, and $5 buys a barrel." in words(app)
    assert "The orchard <b>at</b> Thornby" in words(app), "the title as it is written, not as HTML"
    assert "4 May 2031" in words(app)
    assert "From 1 document" in words(app)


def test_every_quotation_links_to_its_place(corpus):
    page = html(draw("ask", q=QUESTION))
    with Assistant.open(corpus) as assistant:
        text = assistant.document("orchard.md").text
    links = re.findall(r'class="cp-quote" href="([^"]+)"><blockquote>(.*?)</blockquote>', page)
    assert links
    for link, quote in links:
        start, end = (int(re.search(rf"{name}=(\d+)", link)[1]) for name in ("start", "end"))
        assert text[start:end] == unescape(quote)


def test_a_question_that_the_documents_do_not_answer(corpus):
    said = words(draw("ask", q="Which footballer won the trophy in Brazil?"))
    assert "The documents don't say." in said
    assert "From " not in said.split("The documents don't say.")[1].split("Everything")[0]


def test_a_close_answer_is_not_shown_as_an_answer(fake):
    fake(Answer("Q?", "Q?", Status.CLOSE, 0.4, nearest=(NEAR,), basis=Basis(1, 1)))
    page = html(draw("ask", q="Q?"))
    assert "The documents come close to this and may not answer it." in page
    assert '<div class="cp-nearest"><figure' in page
    assert "It is &lt;i&gt;near&lt;/i&gt;." in page
    assert "From 1 document" not in page


def test_a_mended_question_can_be_asked_as_written(fake):
    note = "We read “foodbnks” as “foodbanks”."
    fake(Answer("foodbnks?", "foodbanks?", Status.NOT_FOUND, 0.1, notes=(note,)))
    page = html(draw("ask", q="foodbnks?"))
    assert note in page
    assert 'href="./?q=foodbnks%3F&amp;as_written=1">Ask it as written instead<' in page


@pytest.mark.parametrize("page", ["ask", "library", "source"])
def test_before_the_first_document_every_page_says_how_to_add_one(page):
    said = words(draw(page, document="orchard.md"))
    assert "There is nothing to ask yet." in said
    assert "commonplace ingest PATH" in said


@pytest.mark.parametrize("page", ["ask", "library"])
def test_an_index_of_nothing_says_so_too(page):
    ingest()
    assert "There is nothing to ask yet." in words(draw(page))


def test_an_index_that_appears_later_is_found(tmp_path):
    app = draw("ask")
    assert not app.text_input
    (tmp_path / "corpus" / "kiln.md").write_text(INVENTED["kiln.md"], encoding="utf-8")
    ingest()
    app.run()
    assert app.text_input[0].label == "Ask in your own words"


def test_a_failure_is_a_sentence_and_is_logged(fake, caplog):
    fake(ZeroDivisionError("secret detail"))
    said = words(draw("ask", q="Q?"))
    assert "Nothing was lost." in said
    assert "secret detail" not in said and "Traceback" not in said
    assert "secret detail" in caplog.text


@pytest.mark.parametrize(
    ("question", "said"), [("???", "There is no question here."), ("why " * 500, "in at most 1,000 characters")]
)
def test_a_question_that_cannot_be_asked(corpus, question, said):
    assert said in words(draw("ask", q=question))


def test_the_library_lists_every_document_in_the_order_asked_for(corpus):
    app = draw("library")
    titles = re.findall(r'<li><a href="([^"]+)">(.*?)</a>', html(app))
    assert titles == [
        ("./source?document=orchard.md", "The orchard &lt;b&gt;at&lt;/b&gt; Thornby"),
        ("./source?document=kiln.md", "The shared kiln"),
    ]
    assert "Meeting note · 4 May 2031 · by Petra Quill · Thornby" in words(app)
    app.selectbox[0].set_value("Standing").run()
    assert html(app).index("orchard.md") < html(app).index("kiln.md")
    app.selectbox[0].set_value("Kind").run()
    assert html(app).index("kiln.md") < html(app).index("orchard.md")


def test_newest_first_puts_the_undated_last():
    dated = [Document(date or "none", "T", "x", date=date) for date in (None, "2020", "2022-03", "2022-04-25")]
    ordered = sorted(dated, key=library.ORDERS["Date, newest first"])
    assert [d.date for d in ordered] == ["2022-04-25", "2022-03", "2020", None]


def test_a_source_opens_at_the_sentence(corpus):
    with Assistant.open(corpus) as assistant:
        text = assistant.document("orchard.md").text
    quote = "A barrel stands beside every gate of the orchard."
    start = text.index(quote)
    app = draw("source", document="orchard.md", start=str(start), end=str(start + len(quote)), q="How?")
    assert f'<li><mark id="cited" tabindex="-1">{quote}</mark></li>' in html(app)
    assert 'href="./?q=How%3F">Back to the answer<' in html(app)
    assert "scrollIntoView" in html(app)


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"start": "x", "end": "9"},
        {"start": "9", "end": "4"},
        {"start": "-5", "end": "3"},
        {"start": "1", "end": "99999"},
    ],
)
def test_a_place_that_is_not_there_just_shows_the_document(corpus, place):
    page = html(draw("source", document="kiln.md", **place))
    assert "<mark" not in page and "scrollIntoView" not in page
    assert "The potters of Thornby share one kiln" in page
    assert 'This is our retelling; the original is at <a href="https://example.org/kiln"' in page


def test_a_document_that_is_not_there(corpus):
    app = draw("source", document="<script>alert(1)</script>.md")
    assert "There is no document" in words(app)
    assert "<script>alert" not in html(app)
    assert 'href="./library"' in html(app)


def test_nothing_of_a_document_is_left_out_but_a_repeated_title():
    text = "Title\n\nbetween <&> blocks\n\nItem one\n\nafter"
    blocks = (Block("heading", 0, 5, 1), Block("item", 27, 35))
    shown = reading.body(Document("d", "Title", text, blocks), reading.NOWHERE)
    assert unescape(re.sub(r"<[^>]+>|\s", "", shown)) == "between<&>blocksItemoneafter"
    assert "<ul><li>Item one</li></ul>" in shown


def test_an_address_that_is_not_of_the_web_is_not_a_link():
    for source in ("javascript:alert(1)", "file:///etc/passwd", "https://", "//host", 'http://[bad"'):
        assert "<a " not in reading.origin(Document("d", "T", "x", source=source))


def test_a_citation_says_whose_account_when_and_whether_retold():
    citation = Citation("a/b c.md", "T", "One.", 1, 5, speaker="Avril McIntyre", date="2020-07", form=Form.RETELLING)
    other = Citation("d.md", "U", "One.", 0, 4, standing=Standing.MEMBER)
    shown = Quotations(addresses.Query("q")).statements([Statement("One.", (citation, other))])
    said = re.sub(r"<[^>]+>", "", shown)
    assert "In Avril McIntyre's account, T, July 2020, our retelling" in unescape(said)
    assert "Also in U, undated" in said
    assert "document=a%2Fb%20c.md&amp;start=1&amp;end=5&amp;q=q" in shown


def test_neighbours_of_one_account_share_a_line():
    made = [
        Statement(f"S{i}.", (Citation("d.md", "T", f"S{i}.", i, i + 3, speaker=who),)) for i, who in enumerate("AAB")
    ]
    shown = Quotations(addresses.Query("q")).statements(made)
    assert shown.count("<figcaption>") == 2 and shown.count('class="cp-quote"') == 3


def test_addresses_escape_what_they_carry():
    assert addresses.answer("a&b=c #?") == "./?q=a%26b%3Dc%20%23%3F"


def test_the_theme_file_is_what_the_theme_says():
    written = Path(__file__).parents[1] / ".streamlit" / "config.toml"
    assert written.read_text(encoding="utf-8") == theme.config_toml(), (
        "run: python -m ui.theme > .streamlit/config.toml"
    )
    assert "--browser.gatherUsageStats=false" in theme.streamlit_options()


def test_a_follow_up_is_understood_from_the_question_before(corpus):
    app = draw("ask", q="What do the potters of Thornby share?")
    app.text_input[0].set_value("and how often do they fire it?").run()
    assert app.query_params["after"] in (before := "What do the potters of Thornby share?", [before])
    said = words(app)
    assert "Understood as “" in said and "Ask it as written instead" in said
    assert "fire it every second Friday" in said
    assert "Asked before:" in said
    assert 'href="./?q=What%20do%20the%20potters%20of%20Thornby%20share%3F">' in html(app)


def test_a_question_can_be_asked_on_its_own(corpus):
    page = html(draw("ask", q=QUESTION, after="What do the potters share?"))
    assert f'href="{addresses.answer(QUESTION)}">Ask this on its own<' in page


def test_what_may_answer_is_narrowed_and_put_in_the_address(corpus):
    app = draw("ask", q="What is there in Thornby?")
    assert "The shared kiln" in words(app)
    app.multiselect(key="kind").select("meeting note").run()
    assert app.query_params["kind"] in ("meeting note", ["meeting note"])
    said = words(app)
    assert "We looked only at what is in meeting notes." in said
    assert "The shared kiln" not in said
    shared = draw("ask", q="What is there in Thornby?", kind="meeting note")
    assert shared.multiselect(key="kind").value == ["meeting note"]
    assert "We looked only at what is in meeting notes." in words(shared)


def test_a_date_that_makes_no_sense_is_told(corpus):
    app = draw("ask", q=QUESTION)
    app.text_input(key="since").set_value("soonish").run()
    assert "soonish" in words(app)
    assert "since" not in app.query_params
    assert "Tuesday evenings" in words(app)


def test_an_address_cannot_choose_what_the_documents_do_not_hold(corpus):
    app = draw("ask", q=QUESTION, person="Nobody Here", standing="royal", since="never")
    assert app.multiselect(key="person").value == []
    assert "Tuesday evenings" in words(app)


def test_an_address_says_all_of_a_query_and_is_read_back():
    from assistant.filters import Filters

    filters = Filters(("Petra Quill",), ("Thornby",), "2031", "2032-05", ("blog",), (Standing.OUTSIDE,))
    query = addresses.Query("why?", ("who?", "when & where?"), filters, as_written=True)
    page, _, values = addresses.answer(query).partition("?")
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(values):
        found.setdefault(name, []).append(value)

    class Parameters:
        def get_all(self, key: str) -> list[str]:
            return found.get(key, [])

    assert page == "./"
    assert addresses.Query.of(Parameters()) == query
    assert query.then("so?") == addresses.Query("so?", ("who?", "when & where?", "why?"), filters)
    assert query.alone().after == ()


def test_notes_that_lead_stand_before_the_answer_and_the_others_after():
    answer = Answer(
        "Q?", "Q?", Status.ANSWERED, 0.9, (Statement("One.", (NEAR,)),), (), Basis(1, 1),
        ("The question says 9 trees. The documents say “8 trees”.", "This rests on one person's account."),
    )  # fmt: skip
    page = Quotations(addresses.Query("Q?")).answer(answer)
    assert page.index("The question says 9") < page.index("cp-quote") < page.index("This rests on")
