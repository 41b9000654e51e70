"""A walk through every door as each audience, with a secret planted at each level; and that the walk can fail."""

from __future__ import annotations

import json
import logging
import zipfile
from dataclasses import replace

import pytest
import streamlit as st
from conftest import environ
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from assistant import lexical
from assistant.assistant import Assistant
from assistant.coverage.values import Label
from assistant.domain import Audience, Status
from assistant.index import Index
from assistant.kept.agendas import Agendas, Corrections
from assistant.kept.book import Books
from assistant.kept.feedback import Feedback
from assistant.kept.gaps import Gaps
from assistant.kept.records import Records
from ingest.contribute import Details, draft, pasted, submit
from ingest.publish import sync
from ui.cli import app

# One word of its own for each level: in the text, a title, a speaker, a place, a heading, a question and a file name.
SECRET = {"public": "Wrenfield", "members": "Dunnockshire", "convenors": "Fieldfareham"}
QUESTIONS = [
    "Who keeps the keys of the mill?",
    "What did anybody explain about the weir?",
    "Wrenfeld weir", "Dunnockshre weir", "Fieldfarehm weir", "How many mills are there?", "and the weir?",
]  # fmt: skip
TOPICS = ["the mill", "who keeps the keys", "the weir"]
REPORTS = [["coverage", "the mill"], ["guide"], ["mentions", "mill"], ["gaps"], ["feedback"]]


@pytest.fixture
def shared(config, write, monkeypatch, tmp_path):
    for label, word in SECRET.items():
        write(
            f"{word.lower()}.md",
            f"## The weir of {word}\n\nPetra {word} explained that the keys of the mill at {word} are kept by the miller. "
            f"The weir at {word} was built in a dry year, and {word} has a mill.",
            title=f"Mill of {word}", sharing=label, places=f"[{word}]", kind=f"{word} note",
            questions=f'["Who keeps the keys of the mill at {word}?"]', source=f"https://example.org/{word}",
        )  # fmt: skip
    sync(config)
    intake = pasted("The weir of Waitingham leaks, and the miller of Waitingham knows. " * 3)
    with Assistant.open(config) as assistant:  # what a convenor asked, kept and said of an answer
        answer = assistant.ask(f"Who keeps the keys of the mill at {SECRET['convenors']}?")
        Gaps(config.home).note(replace(answer, status=Status.NOT_FOUND, statements=()))
        Feedback(config.home).note(answer, "right", "Fieldfareham is right.")
        ours = Books(config.home).make("For members", Audience.MEMBERS)
        for audience, book in (
            (Audience.CONVENORS, Books(config.home).make("Fieldfareham", Audience.CONVENORS)),
            (Audience.MEMBERS, ours),
        ):
            for citation in answer.shown:
                Books(config.home).keep(book, citation, audience)
        Corrections(config.home).correct("the mill", Label.WELL, Label.THIN)
        Agendas(config.home).keep(["Fieldfareham"], Audience.CONVENORS)
    submit(config, draft(intake, replace(Details.guessed(intake), title="Waitingham"), []))
    monkeypatch.chdir(tmp_path)
    for name, value in environ(config).items():
        monkeypatch.setenv(name, value)
    return config


@pytest.fixture(autouse=True)
def _fresh():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def from_python(config):
    with Assistant.open(config) as assistant:
        for question in QUESTIONS:
            answer = assistant.ask(question)
            yield from (candidate.text for candidate in assistant.candidates(question)[1])  # before any gate
            yield json.dumps(answer.to_json())
            yield json.dumps(assistant.ask("and what came next?", before=[answer]).to_json())
        yield from (f"{d.id} {d.title} {d.text} {d.kind} {d.source}" for d in assistant.documents())
        yield str(assistant.known)
        yield from assistant.suggestions(20)
        for word in SECRET.values():
            yield from assistant.answerable(f"{word.lower()}.md")
        yield json.dumps(assistant.coverage(TOPICS).to_json())
        yield json.dumps([one.to_json() for one in assistant.open_questions()])
        yield json.dumps(assistant.guide().to_json())
        yield json.dumps(assistant.mentions("mill").to_json())
        for book in Books(config.home).all(config.audience):
            yield f"{book.title} {assistant.open_book(book)}"


def from_the_command_line(config, tmp_path):
    run = CliRunner()
    (tmp_path / "note.txt").write_text("The keys of the mill are kept by the miller, who lives beside the weir.\n" * 4)
    commands = [["ask", question, *json_] for question in QUESTIONS for json_ in ([], ["--json"])]
    commands += [["show", f"{word.lower()}.md", *json_] for word in SECRET.values() for json_ in ([], ["--json"])]
    commands += [[*command, *json_] for command in REPORTS for json_ in ([], ["--json"])]
    commands += [
        ["coverage", "the mill", "--word", str(tmp_path / "b.docx")],
        ["guide", "--word", str(tmp_path / "g.docx")],
    ]
    commands += [["ingest"], ["ingest", "--json"], ["add", str(tmp_path / "note.txt"), "--json"]]
    for command in commands:
        done = run.invoke(app, command)
        told = done.output + done.stderr
        for word in SECRET.values():  # what the asker typed is no leak
            if any(word.lower() in part for part in command):
                told = told.replace(f"{word.lower()}.md", "")
        yield told
    for file in ("b.docx", "g.docx"):
        yield "\n".join(zipfile.ZipFile(tmp_path / file).read("word/document.xml").decode().split("<"))


def from_the_pages():
    for page, values in [
        *[("ask", {"q": question}) for question in ("", *QUESTIONS)],
        ("ask", {"q": QUESTIONS[0], "place": "Fieldfareham"}),
        ("library", {}),
        ("contribute", {}),
        ("guide", {}),
        ("open_questions", {}),
        ("gaps", {}),
        ("book", {}),
        ("mentions", {"term": "mill"}),
        ("meeting", {}),
        ("meeting", {"topic": TOPICS}),
        *[("book", {"book": str(number)}) for number in (1, 2)],
        *[(name, {"document": f"{word.lower()}.md"}) for name in ("source", "withdraw") for word in SECRET.values()],
        *[("contribute", {"replaces": f"{word.lower()}.md"}) for word in SECRET.values()],
    ]:
        drawn = AppTest.from_string(f"from ui.screens import {page}\n{page}.page()", default_timeout=60)
        for name, value in values.items():
            drawn.query_params[name] = value
        drawn.run()
        assert not drawn.exception
        parts = [h.proto.body for h in drawn.get("html")]
        parts += [str(getattr(one, "proto", one)) for one in drawn.get("toggle")]
        for kind in ("multiselect", "selectbox", "text_input", "text_area", "radio", "checkbox", "button", "expander"):
            parts += [str(getattr(one, "proto", one)) for one in drawn.get(kind)]
        told = " ".join(parts)
        for word in SECRET.values():
            if any(word.lower() in str(value).lower() for value in values.values()):
                told = told.replace(f"{word.lower()}.md", "").replace("Fieldfareham&amp;q", "")
        yield told


def everything(config, tmp_path, monkeypatch, caplog):
    """All that any door tells this audience, and all that was logged meanwhile."""
    monkeypatch.setenv("COMMONPLACE_AUDIENCE", config.audience.label)
    st.cache_resource.clear()
    caplog.set_level(logging.INFO)
    told = [*from_python(config), *from_the_command_line(config, tmp_path), *from_the_pages()]
    return " ".join([*told, caplog.text])


@pytest.mark.parametrize("audience", list(Audience), ids=lambda a: a.label)
def test_no_door_tells_an_audience_what_it_may_not_see(shared, audience, tmp_path, monkeypatch, caplog):
    told = everything(replace(shared, audience=audience), tmp_path, monkeypatch, caplog)
    for label, word in SECRET.items():
        assert (word in told) == audience.sees(Audience.parse(label)), (audience, word)
    assert ("Waitingham" in told) == (audience is Audience.CONVENORS)
    assert len(Records(shared.home).waiting()) == 1


def test_the_walk_finds_a_filter_that_is_missing_from_the_vectors(shared, monkeypatch):
    found = Index.search
    monkeypatch.setattr(
        Index,
        "search",
        lambda self, level, vector, k, audience, documents=None: found(
            self, level, vector, k, Audience.CONVENORS, documents
        ),
    )
    told = " ".join(from_python(replace(shared, audience=Audience.PUBLIC)))
    assert SECRET["convenors"] in told or SECRET["members"] in told


def test_the_walk_finds_a_filter_that_is_missing_from_the_words(shared, monkeypatch):
    opened = lexical.Lexical.open
    widest = next((shared.home / "index").glob("*/lexical/convenors"))
    monkeypatch.setattr(lexical.Lexical, "open", lambda folder: opened(widest))
    told = " ".join(from_python(replace(shared, audience=Audience.PUBLIC)))
    assert SECRET["convenors"] in told or SECRET["members"] in told
