"""The columns of a table."""

import pytest

from ui.paper.columns import numeric, shares
from ui.paper.values import Table

TABLE = Table(
    ("Topic", "Coverage", "Sentences", "Newest"),
    (("What a borough can do when people move on", "Well covered", "3", "July 2020"), ("Bees", "Absent", "0", "–")),
)


def test_a_column_of_numbers_alone_is_numeric():
    assert numeric(TABLE) == [False, False, True, False]
    assert numeric(Table(("a",), ())) == [False]
    assert numeric(Table(("a", "b"), (("–", "1,200"), ("", "3.5")))) == [True, True]


@pytest.mark.parametrize("room", [20, 60, 100, 500])
def test_shares_are_the_whole_width(room):
    assert sum(shares(TABLE, room)) == pytest.approx(1)
    assert shares(TABLE, room)[0] == max(shares(TABLE, room)) or room < 60


def test_short_cells_stay_on_a_line_where_there_is_room():
    widths = [share * 80 for share in shares(TABLE, 80)]
    assert widths[1] > len("Well covered") and widths[2] > len("Sentences") and widths[3] > len("July 2020")


def test_a_table_of_no_rows_and_empty_cells_has_widths():
    assert shares(Table(("a", ""), ()), 80)[0] > 0
