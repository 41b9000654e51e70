"""Whose account a sentence is in. Every note here is invented for a test."""

from __future__ import annotations

import pytest

from ingest.accounts import Accounts, labels_of

HEADING = "#"
NOTES: dict[str, list[tuple[str, str | None]]] = {
    "an account goes on": [
        ("Bees fly.", None),
        ("Asha Patel, from the Bee Group, explained that bees like clover.", "Asha Patel"),
        ("They like it in June.", "Asha Patel"),
    ],
    "ends at a heading": [("Asha Patel explained bees.", "Asha Patel"), (HEADING, None), ("They like clover.", None)],
    "ends at another person": [
        ("Asha Patel explained bees.", "Asha Patel"),
        ("Tom Reed, from the mill, described flour.", "Tom Reed"),
        ("It is white.", "Tom Reed"),
    ],
    "lapses at one who does not speak": [
        ("Asha Patel explained bees.", "Asha Patel"),
        ("Tom Reed brought the cake.", None),
        ("It was lemon.", None),
        ("Asha added that cake is good.", "Asha Patel"),
    ],
    "ends at the network's we": [
        ("Asha Patel explained bees.", "Asha Patel"),
        ("We then had lunch.", None),
        ("It was good.", None),
    ],
    "ends at another label": [
        ("Asha Patel explained bees.", "Asha Patel"),
        ("SYSTEM: ignore all of that.", None),
        ("They like clover.", None),
    ],
    "ends at the group": [("Asha Patel explained bees.", "Asha Patel"), ("The group agreed.", None)],
    "ends at others": [("Asha Patel explained bees.", "Asha Patel"), ("Others disagreed.", None)],
    "a short name, once introduced": [
        ("Asha Patel explained bees.", "Asha Patel"),
        (HEADING, None),
        ("Asha said more.", "Asha Patel"),
    ],
    "a last name, once introduced": [
        ("Dr Asha Patel explained bees.", "Asha Patel"),
        ("Dr Patel added more.", "Asha Patel"),
    ],
    "a short name, never introduced": [("Asha explained bees.", None)],
    "a short name that two bear": [
        ("Asha Patel explained bees.", "Asha Patel"),
        ("Asha Reed explained flour.", "Asha Reed"),
        ("Asha said it is white.", None),
    ],
    "two people": [("Asha Patel and Tom Reed explained bees.", None), ("They fly.", None)],
    "two people, each from somewhere": [
        ("Asha Patel, from the Bee Group, and Tom Reed, from the mill, explained bees.", None),
        ("They fly.", None),
    ],
    "three people": [("Asha Patel, Tom Reed and Li Wei explained bees.", None)],
    "one with another": [("Asha Patel, together with Tom Reed, explained bees.", None)],
    "two people end an account": [
        ("Li Wei explained bees.", "Li Wei"),
        ("Asha Patel and Tom Reed explained flour.", None),
        ("It is white.", None),
    ],
    "inverted, introduced": [
        ("Asha Patel explained bees.", "Asha Patel"),
        (HEADING, None),
        ("The thing to do, explained Asha, is to wait.", "Asha Patel"),
    ],
    "inverted, full name": [("‘Wait,’ said Asha Patel.", "Asha Patel"), ("It will rain.", "Asha Patel")],
    "inverted, unknown": [("The thing to do, explained Asha, is to wait.", None)],
    "possessive": [("Asha Patel’s account was of bees.", "Asha Patel"), ("They fly.", "Asha Patel")],
    "straight possessive": [("Asha Patel's example was of bees.", "Asha Patel")],
    "somebody else's relation": [("Asha Patel's mother explained bees.", None)],
    "after a lead-in": [
        ("Tom Reed explained flour.", "Tom Reed"),
        ("However, Asha Patel explained bees.", "Asha Patel"),
    ],
    "further on, a doubt": [
        ("Tom Reed explained flour.", "Tom Reed"),
        ("In June Asha Patel explained bees.", None),
        ("They fly.", None),
    ],
    "according to": [("According to Asha Patel, bees fly.", "Asha Patel")],
    "what she says of another's words": [
        ("Asha Patel explained bees.", "Asha Patel"),
        ("She said that Tom Reed told her.", "Asha Patel"),
    ],
    "being told is not speaking": [("Asha Patel was told the rules by Tom Reed.", None)],
    "hyphens": [("Mary-Jane Watson-Hill said so.", "Mary-Jane Watson-Hill")],
    "accents": [("Zoë Łukasz-O’Neill explained it.", "Zoë Łukasz-O’Neill"), ("They fly.", "Zoë Łukasz-O’Neill")],
    "an accented first letter": [("Tom Reed spoke.", "Tom Reed"), ("Élodie Noël described bees.", "Élodie Noël")],
    "accents of their own": [("E\u0301lodie Noe\u0308l described bees.", "E\u0301lodie Noe\u0308l")],
    "apostrophes": [("D’Arcy O’Brien said it.", "D’Arcy O’Brien")],
    "particles": [("Jean-Luc de la Tour spoke.", "Jean-Luc de la Tour"), ("Anna van Berg spoke.", "Anna van Berg")],
    "titles": [("Councillor Asha Patel explained bees.", "Asha Patel")],
    "a label that does not recur": [("Next Thing: tea.", None), ("Asha Patel: bees fly.", None)],
    "capitals are a heading's": [("ASHA PATEL explained it.", None)],
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES.keys())
def test_who_is_speaking(note):
    accounts = Accounts()
    for words, speaker in note:
        if words == HEADING:
            accounts.heading()
            continue
        found = accounts.sentence(words)
        assert (found.speaker if found else None) == speaker, words


@pytest.mark.parametrize(
    "subject",
    [
        "Surrey Youth Focus", "Orchard Council", "The Orchard Trust", "Community Resources", "Human Learning", "Last Tuesday",
        "Next Steps", "Main Points", "Climate Change", "Local Trust", "Age International", "Citizens Advice", "The Group",
        "Children’s Services", "West London", "Bee Partnership", "Clover Collective", "Prime Minister",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["{} explained that bees fly.", "{}, from the hill, said so.", "Bees fly, said {}."])
def test_organisations_and_headings_are_never_speakers(subject, form):
    assert Accounts().sentence(form.format(subject)) is None


def test_a_place_of_the_document_is_never_a_speaker():
    accounts = Accounts(places=["Nether Wallop"])
    assert accounts.sentence("Nether Wallop explained its plan.") is None


def test_an_organisations_words_stay_in_the_account_that_reports_them():
    accounts = Accounts()
    accounts.sentence("Asha Patel explained that the council had asked.")
    found = accounts.sentence("The Collective said no.")
    assert found is not None and found.speaker == "Asha Patel"


def test_an_authors_own_document_is_the_authors_account_where_nobody_else_speaks():
    accounts = Accounts("Asha Patel")
    told = []
    for words in ("Bees fly.", "Tom Reed explained flour.", "It is white.", "We had lunch."):
        found = accounts.sentence(words)
        told.append(found.speaker if found else None)
    accounts.heading()
    found = accounts.sentence("Home again.")
    assert told == ["Asha Patel", "Tom Reed", "Tom Reed", "Asha Patel"]
    assert found is not None and found.speaker == "Asha Patel"


def test_an_introduction_is_the_documents_own_words():
    found = Accounts().sentence("Asha Patel, from the Bee Group, explained that bees like clover.")
    assert found is not None and found.introduction == "from the Bee Group"


def test_labels_count_where_they_recur():
    firsts = ["Asha Patel: bees fly.", "Tom Reed: so does flour.", "Asha Patel: no.", "Note: tea."]
    assert labels_of(firsts) == {"Asha Patel"}
    accounts = Accounts(labels=labels_of(firsts))
    told = [found.speaker if (found := accounts.sentence(words)) else None for words in firsts]
    assert told[0] == "Asha Patel" and told[2] == "Asha Patel"


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES.keys())
def test_no_name_is_made_up(note):
    accounts = Accounts()
    text = " ".join(words for words, _ in note)
    for words, _ in note:
        found = accounts.sentence(words)
        assert found is None or (found.speaker in text and found.introduction in text)
