"""Sharing holds on every door: answers, nearest, documents, suggestions, spelling, and what is derived."""

import json
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.domain import Audience
from assistant.errors import DocumentError
from ingest.publish import sync

SECRET = {"public": "Wrenfield", "members": "Dunnockshire", "convenors": "Fieldfareham"}
QUESTIONS = ["who keeps the keys of the mill?", "the mill", "Duncokshire keys", "Fieldfarehm", "what did anyone say?"]


@pytest.fixture
def shared(config, write):
    for label, place in SECRET.items():
        write(
            f"{label}.md",
            f"The keys of the mill at {place} are kept by the miller. {place} has a weir.",
            title=f"Mill of {place}",
            sharing=label,
            questions=f'["Who keeps the keys of the mill at {place}?"]',
        )
    sync(config)
    return config


def everything(assistant):
    """All that an assistant will tell to its audience."""
    told = [json.dumps(assistant.ask(question).to_json()) for question in QUESTIONS]
    told += [document.text + document.title for document in assistant.documents()]
    return " ".join([*told, *assistant.suggestions(20)])


@pytest.mark.parametrize("audience", list(Audience), ids=lambda a: a.label)
def test_an_audience_is_told_all_it_may_see_and_nothing_more(shared, audience):
    with Assistant.open(replace(shared, audience=audience)) as assistant:
        told = everything(assistant)
        for label, place in SECRET.items():
            assert (place in told) == audience.sees(Audience.parse(label)), label


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.MEMBERS], ids=lambda a: a.label)
def test_a_document_of_another_audience_cannot_be_told_from_one_that_is_not_there(shared, audience):
    with Assistant.open(replace(shared, audience=audience)) as assistant:
        messages = []
        for name in ("convenors.md", "nothing.md"):
            with pytest.raises(DocumentError) as raised:
                assistant.document(name)
            messages.append(str(raised.value).replace(name, ""))
        assert messages[0] == messages[1]


def test_no_derived_file_of_an_audience_holds_a_word_it_may_not_see(shared):
    for audience in Audience:
        folder = next((shared.home / "index").glob(f"*/lexical/{audience.label}"))
        words = "".join(path.read_text(encoding="latin-1") for path in folder.iterdir()).lower()
        for label, place in SECRET.items():
            assert (place.lower() in words) == audience.sees(Audience.parse(label)), (audience, label)


def test_a_narrowed_document_is_gone_for_those_it_was_taken_from(shared, write):
    write("public.md", "The keys of the mill at Wrenfield are kept by the miller.", title="Mill", sharing="convenors")
    sync(shared)
    with Assistant.open(replace(shared, audience=Audience.MEMBERS)) as assistant:
        assert SECRET["public"] not in everything(assistant)


def test_speakers_of_a_private_note_are_no_suggestion(config, write):
    write("open.md", "Asha Penrose explained that the bakery opens at six.", title="Bakery", sharing="public")
    write("closed.md", "Owen Tarrant explained that the bakery is for sale.", title="Sale", sharing="convenors")
    sync(config)
    with Assistant.open(replace(config, audience=Audience.PUBLIC)) as assistant:
        assert "Owen" not in " ".join(assistant.suggestions())
