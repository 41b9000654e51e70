"""The numbers and names of a text. Every person and body here is invented."""

import pytest

from assistant.figures import names, numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("17 foodbanks, then twenty-five food parcels", [(17, 17, "foodbank"), (25, 25, "parcel")]),
        ("£1.5m, 35k pounds and 54 per cent", [(1.5e6, 1.5e6, "£"), (35000, 35000, "£"), (54, 54, "%")]),
        ("between six and ten leaders", [(6, 10, "leader")]),
        ("two hundred and fifty residents", [(250, 250, "resid")]),
        ("up to eight other leaders", [(0, 9, "leader")]),
        ("in 2019 foodbanks met on 15 July in cell 2", [(2019, 2019, ""), (15, 15, ""), (2, 2, "")]),
        ("at 3.30pm, on the 9th, after Covid-19, a three-day fair", []),
    ],
)
def test_numbers(text, found):
    assert [(n.low, n.high, n.of) for n in numbers(text)] == found


def test_names():
    text = "In May Asha Penrose's sister joined BD_Collective. Members of Vale and Northbeck (I'm told) can't."
    assert [n.text for n in names(text)] == ["Asha Penrose", "BD_Collective", "Members of Vale and Northbeck"]
