"""The pages before a meeting, drawn by AppTest: coverage, open questions, gaps. Everything in the notes is invented."""

from __future__ import annotations

import re
from dataclasses import replace

import pages
import pytest
from pages import button, html, words

from assistant.assistant import Assistant
from assistant.coverage.values import Label
from assistant.domain import Audience
from assistant.kept.agendas import Agendas, Corrections
from assistant.kept.gaps import Gaps
from ingest.publish import sync
from ui.screens import meeting

pytestmark = pytest.mark.usefixtures("web")

MILL = """## How the mill was mended

Petra Quill, from Thornby Council, explained that the wheel of the mill turns again. Nine neighbours mended the sluice of the mill
over two winters. The mill grinds oats on Mondays for all who come. Nobody is paid for the grinding at the mill.

Odo Fen, from the Weir Trust, described how the mill and the weir share one gate. The mill was given new stones by the trust.

## Topics for further meetings

The following were suggested as topics for future meetings:

- How do we keep the mill going when the miller retires?
"""


@pytest.fixture
def mill(config, write):
    write("mill.md", MILL, title="Mill meeting 1", date="2031-05-04", kind="meeting note", sharing="members")
    write("secret.md", "Wenna Tarn explained that the mill owes nine thousand pounds to the bank.",
          title="Money", sharing="convenors")  # fmt: skip
    sync(config)
    return config


def draw(page="meeting", **values):
    return pages.draw(page, **values)


def test_an_agenda_becomes_a_report_with_every_topic_in_it(mill):
    app = draw()
    assert "Put in the topics of your meeting" in words(app)
    app.text_area(key="topics").set_value("10.00 Welcome\n- mending the mill\n- space travel\n- mending the mill")
    button(app, "See what is covered").click()
    app.run()
    told = words(app)
    assert app.query_params["topic"] == ["mending the mill", "space travel"]
    assert "This rests on 2 documents" in told and "not recorded" in told
    assert "Nine neighbours mended the sluice of the mill" in " ".join(told.split())
    assert "Nothing on this was found" in told, "a topic with nothing is listed"
    assert Agendas(mill.home).recent(Audience.CONVENORS)


def test_a_documents_sentence_as_a_topic_is_not_kept_as_text(mill):
    app = draw()
    app.text_area(key="topics").set_value("How do we keep the mill going when the miller retires?\nmending the mill")
    button(app, "See what is covered").click()
    assert "mending the mill" in words(app.run())
    assert not Agendas(mill.home).recent(Audience.CONVENORS)
    assert [one.label for one in app.radio] == ["“mending the mill” is"], "nor is a label kept for it"


def test_a_brief_is_made_once_and_not_at_every_touch(mill, monkeypatch):
    made = []
    brief = meeting.coverage_paper
    monkeypatch.setattr(meeting, "coverage_paper", lambda *given: made.append(1) or brief(*given))
    app = draw(topic=["the mill"])
    app.run()
    assert made == [1]


def test_every_number_leads_to_its_sentences(mill):
    page = html(draw(topic=["the mill"]))
    number = int(re.search(r'href="?#topic-1"?>(\d+)</a></td>', page)[1])
    opened = re.findall(r"<summary>(\d+) sentences? that", page)
    assert 'id="topic-1"' in page and number == sum(map(int, opened)) > 0


def test_where_nothing_is_told_the_nearest_sentences_can_be_opened(mill):
    app = draw(topic=["grinding flour in a watermill", "space travel"])
    page = html(app)
    near = re.findall(r"<summary>The nearest sentences, not counted: (\d)</summary>(.*?)</details>", page)
    assert near and "correct the label" in near[0][1] and "<blockquote>" in near[0][1]


def test_a_convenors_label_stands_and_can_be_taken_back(mill):
    app = draw(topic=["space travel"])
    app.radio(key="label-1").set_value("thin")
    told = words(app.run())
    assert "Thin (a convenor’s label)" in told and "As counted, it would be: absent" in told
    assert Corrections(mill.home).labels() == {"space travel": Label.THIN}
    app.radio(key="label-1").set_value("As counted")
    assert "a convenor’s label" not in words(app.run())
    assert not Corrections(mill.home).labels()


def test_a_member_sees_neither_what_is_not_theirs_nor_the_correction(mill, monkeypatch):
    assert "nine thousand" in words(draw(topic=["what the mill owes the bank"]))
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    app = draw(topic=["what the mill owes the bank"])
    assert "nine thousand" not in words(app) and "Wenna" not in words(app)
    assert "This rests on 1 document" in words(app)
    assert not app.radio and "What people could not find" not in words(app)


def test_what_the_notes_suggest_is_offered_as_a_start(mill):
    told = words(draw())
    assert "Suggested in the notes, and still open" in told and "when the miller retires?" in told
    told = words(draw("open_questions"))
    assert "when the miller retires?" in told and "No later mention found." in told


def test_topics_are_text_and_never_markup(mill):
    page = html(draw(topic=["<b>mill</b> & $5"]))
    assert "&lt;b&gt;mill&lt;/b&gt; &amp; $5" in page and "<b>mill" not in page


def test_a_gap_is_noted_listed_commissioned_and_deleted(mill):
    question = "Which astronauts visited the moon station?"
    app = draw("ask", q=question)
    assert "Convenors see that this was asked, and not by whom" in words(app)
    app.run()
    assert [gap.times for gap in Gaps(mill.home).open()] == [1], "noted once for a visitor, however often it is drawn"
    app = draw("gaps")
    assert question in words(app) and "Asked once" in words(app)
    assert question in next(area.value for area in app.text_area)
    button(app, "Delete it").click()
    assert "There are no open gaps" in words(app.run())
    assert not Gaps(mill.home).all()


def test_an_asker_can_keep_a_question_to_themselves(mill):
    app = draw("ask", q="Which astronauts visited the moon station?")
    app.checkbox(key="private").check()
    assert "This was not kept." in words(app.run())
    assert not Gaps(mill.home).all()


def test_only_convenors_see_the_gaps(mill, monkeypatch):
    draw("ask", q="Which astronauts visited the moon station?")
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "members")
    told = words(draw("gaps"))
    assert "astronauts" not in told and "Only convenors" in told


def test_a_gap_closes_with_its_source_when_a_document_answers_it(mill, write):
    question = "What do the bees of Tollbridge like?"
    draw("ask", q=question)
    write("bees.md", "The bees of Tollbridge like clover.", title="Bees")
    report = sync(mill)
    with Assistant.open(mill) as assistant:
        assert [gap.document for gap in assistant.refresh(report).closed] == ["bees.md"]
    told = words(draw("gaps"))
    assert "Answered since" in told and question in told and "Bees" in told
    (mill.corpus / "bees.md").unlink()
    report = sync(mill)
    with Assistant.open(mill) as assistant:
        assistant.refresh(report)
    assert "Answered since" not in words(draw("gaps"))


def test_feedback_reaches_the_convenors(mill):
    app = draw("ask", q="Who mended the sluice of the mill?")
    app.radio(key="verdict").set_value("wrong source")
    app.run()
    app.text_area(key="words_on_it").set_value("It was <b>ten</b> neighbours.")
    button(app, "Send it to the convenors").click()
    assert "Thank you." in words(app.run())
    app = draw("gaps")
    assert "Wrong source" in words(app) and "It was <b>ten</b> neighbours." in words(app)
    assert "<b>ten" not in html(app)
    button(app, "Reviewed").click()
    assert "Wrong source" not in words(app.run())


def test_the_public_may_ask_and_not_write(mill, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", "public")
    app = draw("ask", q="Who mended the sluice?")
    assert not app.radio
    assert "Only members keep books" in words(draw("book"))
    assert replace(mill, audience=Audience.PUBLIC) != mill
