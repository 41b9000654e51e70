"""What pronouns stand for. The people and their notes are invented."""

import pytest
from followups import NAMES, asked, quoted

from assistant.follow.complete import Completed, Follows, complete
from assistant.follow.turns import Turn


@pytest.mark.parametrize(
    ("before", "question", "completed"),
    [
        ("How big is a bread cell?", "who can join it?", "who can join a bread cell?"),
        ("How big is a bread cell?", "what are its rules?", "what are a bread cell's rules?"),
        ("What is the short paper on bread about?", "Why was it written?", "Why was the short paper on bread written?"),
        ("Can anyone look at the bread book?", "who keeps it up to date?", "who keeps the bread book up to date?"),
        (
            "What changed for the bakers in Marsh?",
            "How many of them were there?",
            "How many of the bakers in Marsh were there?",
        ),
        ("How do organisations bake?", "what stops them?", "what stops organisations?"),
        ("Did the Guild help the mayor bake?", "So what did they offer?", "So what did the Guild offer?"),
        ("What did Asha Penrose see?", "where's she from", "where's Asha Penrose from"),
        ("What did Asha say about trust?", "what's her view of bread?", "what's Asha Penrose's view of bread?"),
        ("What was agreed at the first meeting?", "who came to that meeting?", "who came to the first meeting?"),
        ("How many bakers did Fenwick have in 2019?", "what has changed since then?", "what has changed since 2019?"),
    ],
)
def test_a_pronoun_gives_way_to_what_it_stands_for(before, question, completed):
    assert asked(question, before) == Completed(completed, Follows.COMPLETED)


@pytest.mark.parametrize(
    ("turns", "person"),
    [
        ([Turn("What did Ines do?"), Turn("What is bread?")], "Ines Okoro"),
        ([Turn("What did Ines do?"), Turn("What is bread?", (quoted(speaker="Asha Penrose"),))], "Asha Penrose"),
        ([Turn("What is bread?", (quoted("For Tom Reed-Hale it is all."),))], "Tom Reed-Hale"),
        ([Turn("Who ran the bakery?", (quoted("Ines ran it.", "Asha Penrose"),))], "Ines Okoro"),
        ([Turn("Who is Ines Okoro?", (quoted("Ines met Tom.", "Asha Penrose"),))], "Ines Okoro"),
        ([Turn("Why did Wilma Marrow leave?", (quoted(speaker="Asha Penrose"),))], "Wilma Marrow"),
        ([Turn("Who said “Bread.”?", (quoted(speaker="Ines Okoro"),))], "Ines Okoro"),
    ],
)
def test_the_last_person_named(turns, person):
    assert complete("where does she work?", turns, NAMES).text == f"where does {person} work?"


def test_who_was_brought_in_is_not_who_brought_them_in():
    before = "Who did Asha Penrose bring in?"
    assert asked("where did he work?", before).text == f"where did he work? ({before})"
