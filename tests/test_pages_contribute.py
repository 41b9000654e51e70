"""The Contribute, Withdraw and Source pages, drawn by AppTest. Everything in the notes is invented."""

from __future__ import annotations

import re

import pages
import pytest
from pages import button, words

from assistant.assistant import Assistant
from assistant.kept.records import Records
from ingest.publish import sync
from ui.phrases import when

pytestmark = pytest.mark.usefixtures("web")

MILL = "Petra Quill explained that the wheel at Thornby turns again. The mill grinds oats on Mondays, for all who come."
NOTE = f"Notes from the mill\n\n{MILL} Nine neighbours mended the sluice over two winters, and nobody was paid for it."


@pytest.fixture
def bees(config, write):
    write("bees.md", "The bees of Tollbridge like clover.", title="Bees")
    sync(config)
    return config


def draw(page="contribute", **values):
    return pages.draw(page, **values)


def paste(words, **values):
    app = draw(**values)
    app.session_state["way"] = "Pasted words"
    app.run()
    app.text_area(key="words").set_value(words)
    return app.run()


def test_pasted_words_are_looked_over_published_and_asked(bees):
    app = paste(NOTE)
    told = words(app)
    assert "How it will be read" in told and "The mill grinds oats on Mondays" in told
    assert app.text_input(key="d_title").value == "Notes from the mill"
    app.text_input(key="d_date").set_value("May 2021")
    app.run()
    button(app, "Publish").click()
    app.run()
    told = words(app)
    assert "Published" in told and "is now one of 2 documents" in told
    assert (bees.corpus / "2021-05-notes-from-the-mill.md").is_file()
    button(app, "Add another").click()
    assert "Give a note" in words(app.run())


def test_the_first_document_of_all_can_be_contributed(config):
    app = paste(NOTE)
    button(app, "Publish").click()
    assert "is now one of 1 document." in words(app.run())


@pytest.mark.parametrize(
    ("given", "told"),
    [("?!", "It holds no words."), ("---\nsharing: nobody\n---\nBees.", "Use public, members or convenors")],
)
def test_what_cannot_be_read_is_told_in_a_sentence(bees, given, told):
    app = paste(given)
    assert told in words(app) and "Nothing was changed." in words(app)
    assert not [one for one in app.button if one.label == "Publish"]


def test_a_date_that_is_none_is_told_and_nothing_can_be_published(bees):
    app = paste(NOTE)
    app.text_input(key="d_date").set_value("some day")
    app.run()
    assert "is not a date" in words(app)
    assert "The mill grinds oats" in words(app)  # what it will read as stays there
    assert button(app, "Publish").disabled
    app.text_input(key="d_date").set_value("May 2021")
    assert not button(app.run(), "Publish").disabled


def test_what_was_taken_out_is_shown_and_must_be_confirmed(bees):
    app = paste(f"Notes from the mill\n\nThis meeting was held under the Chatham House Rule.\n\n{MILL}")
    told = words(app)
    assert "Taken out" in told and "Petra Quill" in told and "Rules miss names." in told
    assert button(app, "Publish").disabled
    app.checkbox(key="sure").check()
    app.run()
    button(app, "Publish").click()
    app.run()
    (kept,) = [path for path in bees.corpus.iterdir() if path.name != "bees.md"]
    assert "Quill" not in kept.read_text()


def test_a_warning_is_shown_before_it_goes_in(bees):
    app = paste(f"{NOTE} Write to petra.quill@example.org about it.")
    assert "Before it goes in" in words(app) and "petra.quill@example.org" in words(app)


def test_a_member_sends_it_to_the_convenors_who_publish_or_decline(bees, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    app = paste(NOTE)
    button(app, "Send it to the convenors").click()
    assert "waits for a convenor to look at it" in words(app.run())
    assert [path.name for path in bees.corpus.iterdir()] == ["bees.md"]
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "convenors")
    app = draw()
    assert "1 contribution waits for you" in words(app) and "The mill grinds oats" in words(app)
    button(app, "Publish it").click()
    assert "is now one of 2 documents" in words(app.run())
    assert Records(bees.home).waiting() == []


def test_a_declined_contribution_is_gone(bees, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    app = paste(NOTE)
    button(app, "Send it to the convenors").click()
    app.run()
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "convenors")
    app = draw()
    button(app, "Decline it").click()
    assert "waits for you" not in words(app.run())
    assert [path.name for path in bees.corpus.iterdir()] == ["bees.md"]


def test_the_public_sends_nothing_in(bees, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "public")
    app = draw()
    assert "Only members can send something in." in words(app)
    assert not app.button


def test_a_replacement_takes_the_documents_place_and_is_seen_by_no_more_people(bees, write):
    write("bees.md", "The bees of Tollbridge like clover.", title="Bees", sharing="convenors", date="2021-05")
    sync(bees)
    app = paste(NOTE, replaces="bees.md")
    assert "takes the place of “Bees”" in words(app)
    assert (app.text_input(key="d_title").value, app.text_input(key="d_date").value) == ("Bees", "May 2021")
    assert app.radio(key="d_sharing").value == "convenors"
    button(app, "Publish").click()
    app.run()
    with Assistant.open(bees) as assistant:
        (document,) = assistant.documents()
    assert document.id == "bees.md" and "grinds oats" in document.text


def test_a_document_is_withdrawn_on_one_page_when_somebody_is_sure(bees):
    app = draw("withdraw", document="bees.md")
    assert "version control" in words(app)
    assert button(app, "Withdraw").disabled
    app.checkbox(key="sure_withdraw").check()
    app.run()
    button(app, "Withdraw").click()
    assert "is gone from here" in words(app.run())
    assert list(bees.corpus.iterdir()) == []


@pytest.mark.parametrize("audience", ["members", "public"])
def test_only_a_convenor_finds_the_way_to_replace_and_withdraw(bees, write, monkeypatch, audience):
    write("bees.md", "The bees of Tollbridge like clover.", title="Bees", sharing="public")
    sync(bees)
    assert "Withdraw it" in words(draw("source", document="bees.md"))
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", audience)
    assert "Withdraw it" not in words(draw("source", document="bees.md"))
    assert "Only a convenor can withdraw" in words(draw("withdraw", document="bees.md"))
    assert (bees.corpus / "bees.md").is_file()


def test_words_that_are_pasted_again_after_another_way_are_read_again(bees):
    app = paste(NOTE)
    app.session_state["way"] = "A web address"
    assert "About it" not in words(app.run())
    app.session_state["way"] = "Pasted words"
    app.run()
    app.text_area(key="words").set_value(NOTE)
    app.run()
    assert app.text_input(key="d_title").value == "Notes from the mill"
    assert "How it will be read" in words(app)


def test_a_convenor_is_told_who_may_see_what_a_member_sent_and_what_it_is_called(bees, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    app = paste(NOTE)
    assert app.selectbox(key="d_standing").value == "member"  # and not a note of the network's own
    app.radio(key="d_sharing").set_value("public")
    app.text_input(key="d_title").set_value("The <b>mill</b> *and* its $wheel$")
    app.run()
    button(app, "Send it to the convenors").click()
    app.run()
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "convenors")
    app = draw()
    assert re.search(r"Seen by\s+Everyone", words(app))
    assert "The <b>mill</b> *and* its $wheel$" in words(app)
    sent = when(Records(bees.home).waiting()[0].day)
    assert [one.label for one in app.expander] == [f"Sent on {sent}: read it, then publish or decline it"]


def test_pasted_words_without_a_title_wait_for_one_and_a_date_in_it_is_a_guess(bees):
    app = paste(
        "Invented for a test.\n\nThe river group met at the weir. Nobody wrote a title over it, and so it went on."
    )
    assert app.text_input(key="d_title").value == ""
    assert "It has no title." in words(app) and "The river group met" in words(app)
    assert button(app, "Publish").disabled
    app.text_area(key="words").set_value(f"Note of the harbour group, 4th June 2025\n\n{MILL}")
    app.run()
    assert app.text_input(key="d_date").value == "4 June 2025"
    assert not button(app, "Publish").disabled
