"""Next meetings and ways to contribute, as documents state them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indexed import shelf

from assistant.guide.take_part import _DATE, day_of, take_part

TODAY = date(2024, 6, 1)


def found(text, **fields):
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    notes, lookup = shelf(a=f"---\ntitle: A note\n{front}---\n# A note\n\nInvented for a test.\n\n{text}\n")
    invitations = take_part(notes, lookup, TODAY)
    for one in invitations:
        assert lookup("a.md").text[one.citation.start : one.citation.end] == one.citation.quote
    return [(one.kind, one.day, one.past, one.citation.quote) for one in invitations]


@pytest.mark.parametrize(
    ("written", "document", "day"),
    [
        ("Thursday 15th July", "2021-05-20", "2021-07-15"),
        ("Thursday 15th July", "2020-05-20", None),  # a Wednesday that year
        ("Thursday 15th July", None, None),
        ("Thursday 15th July", "2021", "2021-07-15"),
        ("Friday 15th July", "2021", "2022-07-15"),
        ("15 July", "2021", None),  # before the note, or after it
        ("15 July", "2021-05", "2021-07-15"),
        ("15 March", "2021-05", "2022-03-15"),
        ("Tuesday 8 September", "2020-07", "2020-09-08"),
        ("8 September 2023", None, "2023-09-08"),
        ("Monday 8 September 2023", None, None),  # a Friday
        ("September 8th", "2023-08-01", "2023-09-08"),
        ("2023-09-08", None, "2023-09-08"),
        ("31 February", "2023-01-01", None),
        ("29 February", "2023-03-01", "2024-02-29"),
    ],
)
def test_the_year_is_filled_in_only_without_doubt(written, document, day):
    told = day_of(_DATE.search(written), document)
    assert (told.isoformat() if told else None) == day


@given(st.dates(date(2000, 1, 1), date(2098, 12, 1)), st.integers(0, 300))
def test_a_day_after_a_dated_note_is_that_day(written, later):
    day = date.fromordinal(written.toordinal() + later)
    for form in (f"{day:%A} {day.day} {day:%B}", f"{day.day} {day:%B}"):
        assert day_of(_DATE.search(form), written.isoformat()) == day


def test_meetings_under_a_heading_and_in_a_sentence():
    listed = "## Next meetings\n\n- Thursday 15th July, 3.00pm-4.30pm\n- Thursday 9th September, 3.00pm-4.30pm"
    assert found(listed, date="2021-05-20") == [
        ("meeting", "2021-09-09", True, "Thursday 9th September, 3.00pm-4.30pm"),
        ("meeting", "2021-07-15", True, "Thursday 15th July, 3.00pm-4.30pm"),
    ]
    assert found(listed) == [
        ("meeting", None, None, "Thursday 15th July, 3.00pm-4.30pm"),
        ("meeting", None, None, "Thursday 9th September, 3.00pm-4.30pm"),
    ]
    told = "We met on 2 May. The group next meets on 9 July at noon, and then on 3 August."
    assert [one[:3] for one in found(told, date="2024-05-03")] == [
        ("meeting", "2024-07-09", False),
        ("meeting", "2024-08-03", False),
    ]
    assert [one[:3] for one in found("The next meeting will look at trust.")] == [("meeting", None, None)]


def test_ways_to_contribute():
    text = (
        "Members are invited to send in blogs. Anyone who wishes to take part should write to Rosa. "
        "Please contact Tom by post. Cate was asked to play a part. Rosa has been invited to speak. We take part in much."
    )
    assert [(kind, quote.split()[0]) for kind, _, _, quote in found(text)] == [
        ("contribute", "Anyone"),
        ("contribute", "Please"),
        ("contribute", "Members"),
    ]


def test_what_comes_from_outside_invites_nobody_here():
    assert found("Anyone who wishes to take part should write to Rosa.", standing="outside") == []


def test_what_is_to_come_stands_first():
    days = [one[1] for one in found("The next meetings are on 3 May 2024, 9 July 2024, 8 June 2024 and 1 May 2024.")]
    assert days == ["2024-06-08", "2024-07-09", "2024-05-03", "2024-05-01"]


@pytest.mark.parametrize(
    ("written", "old"),
    [
        ("2020-07", True),
        ("2022", True),
        ("2023", False),  # it may be of December
        ("2023-05", True),
        ("2023-06", False),
        ("2023-05-31", True),
        ("2023-06-02", False),
        (None, False),
    ],
)
def test_a_way_in_of_more_than_a_year_ago_is_old(written, old):
    date_line = f"date: {written}\n" if written else ""
    notes, lookup = shelf(a=f"---\ntitle: A note\n{date_line}---\n# A note\n\nPlease contact Tom by post.\n")
    assert [one.old for one in take_part(notes, lookup, TODAY)] == [old]
