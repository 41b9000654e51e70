"""Pictures of coverage: what is in which cell, and that no text is more than text."""

import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from papers import awkward, cited, coverage, covered

from assistant.coverage.values import Voices
from assistant.domain import Document, Standing, Statement
from ui.paper import picture
from ui.paper.grid import Cell, Column, Grid, draw, shortened
from ui.paper.picture import MOST, by_document, voices


def size(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


@pytest.fixture
def drawn(monkeypatch):
    """The grids that were to be drawn."""
    grids = []
    monkeypatch.setattr(picture, "draw", lambda grid: grids.append(grid) or b"")
    return grids


def documents(*named):
    return [Document(f"{name}.md", name.title(), "", date=date) for name, date in named]


def test_documents_stand_in_order_of_time_with_the_undated_last(drawn):
    by_document(
        coverage(covered()), documents(("bees", None), ("hives", "2020-07"), ("early", "2020-01-30"), ("year", "2020"))
    )
    assert [(c.name, c.group, c.under) for c in drawn[0].columns] == [
        ("Year", "oldest first", "2020"),
        ("Early", "oldest first", "30 January 2020"),
        ("Hives", "oldest first", "July 2020"),
        ("Bees", "date unknown", ""),
    ]
    assert drawn[0].rows == (("Bees", "well covered"),)
    assert drawn[0].cells == ((Cell(), Cell(), Cell(told=1), Cell(told=1, named=1)),)


def test_a_sentence_that_stands_twice_in_a_document_counts_once_there(drawn):
    twice = Statement("Bees.", (cited("Bees."), cited("Bees.", start=90)))
    by_document(coverage(covered(told=(twice,), named=())), documents(("bees", None)))
    assert drawn[0].cells == ((Cell(told=1),),)


def test_outside_documents_have_no_column(drawn):
    outside = replace(documents(("hives", None))[0], standing=Standing.OUTSIDE)
    by_document(coverage(covered()), [outside, *documents(("bees", None))])
    assert [column.name for column in drawn[0].columns] == ["Bees"]


def test_of_very_many_documents_the_most_used_are_shown_and_it_says_so(drawn):
    many = documents(
        *((f"other-{n:03}", f"2021-01-{n % 28 + 1:02}") for n in range(50)), ("bees", None), ("hives", None)
    )
    by_document(coverage(covered()), many)
    assert len(drawn[0].columns) == MOST
    assert {"Bees", "Hives"} <= {column.name for column in drawn[0].columns}
    assert drawn[0].note.startswith("20 more documents not shown")


def test_voices_count_sentences_of_accounts_and_mark_places_and_show_the_missing(drawn):
    report = coverage(covered(), covered("Moths", told=(), named=(), here=Voices()))
    voices(report)
    assert [(c.name, c.group) for c in drawn[0].columns] == [
        ("Ada Invented", "whose account"),
        ("Bob Invented", "whose account"),
        ("Brookside", "place"),
        ("Hilltop", "place"),
    ]
    assert drawn[0].cells == (
        (Cell(told=1), Cell(), Cell(present=True), Cell()),
        (Cell(), Cell(), Cell(), Cell()),
    )


def test_an_account_whose_sentences_are_not_told_apart_is_marked(drawn):
    voices(coverage(covered(here=Voices(("Zoe Invented",)))))
    assert Cell(present=True) in drawn[0].cells[0]


def test_very_many_voices_leave_room_for_places(drawn):
    here = Voices(tuple(f"Invented {n}" for n in range(60)), tuple(f"Place {n}" for n in range(60)))
    voices(coverage(covered(here=here)))
    groups = [column.group for column in drawn[0].columns]
    assert (groups.count("whose account"), groups.count("place")) == (MOST // 2, MOST // 2)
    assert "45 more accounts" in drawn[0].note and "45 more places" in drawn[0].note


@settings(max_examples=8, deadline=None)
@given(awkward)
def test_any_text_is_drawn_as_it_is(text):
    grid = Grid(((text, text),), (Column(text, text, text),), ((Cell(2, 1),),), text)
    wide, high = size(draw(grid))
    assert wide == 1306 and high > 100


def test_a_dollar_is_a_dollar(monkeypatch):
    def formula(*_):
        raise AssertionError("read as a formula")

    monkeypatch.setattr("matplotlib.mathtext.MathTextParser.parse", formula)
    draw(Grid((("$x^2$ and $y$", "$a$"),), (Column("$b$", "$c$", "$d$"),), ((Cell(1),),), "$e$"))


@pytest.mark.parametrize("columns", [0, 1, 2, 15, MOST])
def test_it_is_as_wide_as_a_line_whatever_it_holds(columns):
    cells = tuple(Cell(told=n % 4, named=n % 3) for n in range(columns))
    grid = Grid((("A topic", "thin"),), tuple(Column(f"Title {n}", "oldest first") for n in range(columns)), (cells,))
    assert size(draw(grid))[0] == 1306


def test_no_topics_is_still_a_picture():
    assert size(by_document(coverage(), documents(("bees", None))))[0] == 1306


def test_the_same_report_is_the_same_picture():
    assert by_document(coverage(covered()), []) == by_document(coverage(covered()), [])


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Bees", "Bees"),
        ("Collaborative Leadership in Place: Cell 1", "Collaborative Leadership…Cell 1"),
        ("Collaborative Leadership in Place: Cell 2", "Collaborative Leadership…Cell 2"),
        ("X" * 50, "X" * 17 + "…" + "X" * 12),
    ],
)
def test_titles_are_shortened_in_their_middle(title, short):
    assert shortened(title, 32 if title[0] == "C" else 30) == short
