"""Meetings and contributions in time; what is undated is never guessed."""

from indexed import shelf

from assistant.guide.timeline import CLUES, background, timeline


def note(title, text="Invented for a test.", **fields):
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f'---\ntitle: "{title}"\n{front}---\n{text}\n'


def test_dated_ones_stand_in_order_and_the_undated_after_them():
    notes, lookup = shelf(
        a=note("Third", date="2021-05-20"),
        b=note("Undated"),
        c=note("First", date="2020"),
        d=note("Second", date="2021-05"),
        e=note("From outside", date="2019", standing="outside"),
    )
    events = timeline(notes, lookup)
    assert [(event.title, event.date) for event in events] == [
        ("First", "2020"),
        ("Second", "2021-05"),
        ("Third", "2021-05-20"),
        ("Undated", None),
    ]


def test_dated_background_stands_apart():
    notes, _ = shelf(
        a=note("Own", date="2021"),
        b=note("Later", date="2020-03", standing="outside"),
        c=note("Earlier", date="2019", standing="outside"),
        d=note("Undated", standing="outside"),
    )
    assert [(event.title, event.date) for event in background(notes)] == [("Earlier", "2019"), ("Later", "2020-03")]


def test_an_undated_one_shows_what_its_words_hint_at():
    text = (
        "Invented for a test. The hall has two doors. There was a new leader seven years ago. "
        "The group meets on Thursday 15th July. When Covid-19 hit, the doors closed. It began in 2019 as a choir. "
        "You may come in March if you can."
    )
    notes, lookup = shelf(a=note("Undated", text), b=note("Dated", text, date="2021"))
    undated, dated = sorted(timeline(notes, lookup), key=lambda event: event.date is not None)
    assert [clue.quote for clue in undated.clues] == [
        "There was a new leader seven years ago.",
        "The group meets on Thursday 15th July.",
        "It began in 2019 as a choir.",
    ]
    assert len(undated.clues) == CLUES
    assert undated.date is None
    assert dated.clues == ()
    for clue in undated.clues:
        assert lookup(clue.document).text[clue.start : clue.end] == clue.quote


def test_money_and_counts_are_no_years():
    notes, lookup = shelf(
        a=note("Undated", "Invented for a test. It cost £2,020 and 2019.5 litres. They made 1,999 jars.")
    )
    assert timeline(notes, lookup)[0].clues == ()
