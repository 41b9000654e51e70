"""What to read first, and reasons made of facts."""

from indexed import shelf

from assistant.domain import Citation
from assistant.guide.reading_order import MOST, reading_order
from assistant.guide.values import Term


def note(title, words=10, **fields):
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f'---\ntitle: "{title}"\n{front}---\nInvented for a test. {"Bees like clover and thyme. " * (words // 5)}\n'


def order(**notes):
    return list(reading_order(shelf(**notes)[0]))


def test_introductions_then_a_series_then_members_then_outside():
    found = order(
        a=note("From outside", standing="outside"),
        b=note("Cell 2"),
        c=note("A letter", standing="member", authors="[Rosa Lane]"),
        d=note("Cell 1"),
        e=note("How our cells work", kind="guidance"),
        f=note("A walk", date="2021-04"),
    )
    assert [one.title for one in found] == [
        "How our cells work", "Cell 1", "Cell 2", "A walk", "A letter", "From outside",
    ]  # fmt: skip
    whys = {one.title: one.why for one in found}
    assert "how things work" in whys["How our cells work"]
    assert whys["Cell 1"].startswith("The first of a series")
    assert "the same series" in whys["Cell 2"]
    assert "April 2021" in whys["A walk"]
    assert "Rosa Lane" in whys["A letter"]
    assert whys["From outside"] == "Background from outside."


def test_minutes_and_how_many():
    found = order(
        long=note("Long", words=1000),
        short=note("Short"),
        **{f"n{i}": note(f"Note on {'ab'[i % 2]}{'c' * i}") for i in range(9)},
    )
    assert len(found) == MOST
    minutes = {one.title: one.minutes for one in found}
    assert minutes["Long"] == 5
    assert all(one >= 1 for one in minutes.values())


def test_a_text_from_outside_that_explains_a_term_says_so():
    notes, _ = shelf(a=note("Stewards", standing="outside"))
    quote = Citation("a.md", "Stewards", "Invented for a test.", 0, 20)
    assert "“steward”" in reading_order(notes, [Term("steward", defined=(quote,))])[0].why


def test_nothing_of_nothing():
    assert reading_order([]) == ()
