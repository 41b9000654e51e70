"""Agendas to topics. Every person here is invented for a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.coverage.agenda import LONGEST, MOST, AgendaError, checked, topics
from assistant.errors import CommonplaceError

AGENDA = """---
title: Thursday
---
# Agenda for Thursday 15 July

Date: 15 July 2031
Venue: Thornby Hall

10.00 Welcome and introductions
10.05 – 10.15 Minutes of the last meeting
10.15-10.45 How the orchards lend ladders (Petra Quill)
2. What the *hives* cost [Tomas Reed and Asha Vane]
- Frost
* [ ] frost
3) Trust between growers, led by Otto Bramble
(d) Public engagement (e.g. in citizens' assemblies)
11:30am Break
## Working with business (20 mins)
Integrated Care Boards (ICBs)
AOB
Date of next meeting
12.30 Close
"""


def test_an_agenda_becomes_its_topics():
    assert topics(AGENDA) == (
        "How the orchards lend ladders",
        "What the hives cost",
        "Frost",
        "Trust between growers",
        "Public engagement (e.g. in citizens' assemblies)",
        "Working with business",
        "Integrated Care Boards (ICBs)",
    )


@pytest.mark.parametrize(
    "frame",
    [
        "Welcome",
        "Welcome from the chair",
        "Apologies for absence",
        "4. Any other business",
        "AOB",
        "Matters arising",
        "Minutes of the last meeting",
        "Lunch",
        "Tea break",
        "Close",
        "Thursday 9th September, 3.00pm-4.30pm",
        "10.15",
        "Agenda",
        "* * *",
        "Chair: Petra Quill",
    ],
)
def test_the_frame_of_a_meeting_is_no_topic(frame):
    assert topics(f"{frame}\nLadders") == ("Ladders",)


@pytest.mark.parametrize(
    "topic",
    [
        "Business",
        "Lunch clubs for older people",
        "Welcoming refugees",
        "Next steps for the orchard",
        "Housing",
        "A place",
    ],
)
def test_topics_that_look_like_it_stay(topic):
    assert topics(topic) == (topic,)


def test_a_row_of_a_table_gives_its_topic():
    table = "| Time | Topic | Lead |\n|---|---|---|\n| 10.15 | How the orchards lend ladders | Petra Quill |"
    assert topics(table) == ("How the orchards lend ladders",)


@pytest.mark.parametrize("nothing", ["", "  \n\n", "Welcome\nAOB", "10.30\n---\n"])
def test_an_agenda_without_a_topic_says_so(nothing):
    with pytest.raises(AgendaError, match="There is no topic here"):
        topics(nothing)


def test_too_many_and_too_long_are_refused_with_what_to_do():
    assert len(topics("\n".join(f"Orchard number {i}" for i in range(MOST)))) == MOST
    with pytest.raises(AgendaError, match=f"Keep to {MOST}"):
        topics("\n".join(f"Orchard number {i}" for i in range(MOST + 1)))
    with pytest.raises(CommonplaceError, match="begins “frost frost"):
        topics("frost " * 60)


def test_topics_as_edited_are_made_plain():
    assert checked(["  The  hives ", "", "the hives", "!"]) == ("The hives",)


@given(st.text(max_size=400))
def test_any_text_gives_topics_or_says_why_not(text):
    try:
        found = topics(text)
    except AgendaError:
        return
    assert 1 <= len(found) <= MOST
    assert len({one.casefold() for one in found}) == len(found)
    for one in found:
        assert 0 < len(one) <= LONGEST and one == " ".join(one.split()) and any(ch.isalnum() for ch in one)


PLAIN = st.text(st.sampled_from("abcdefgh hijklmnop"), min_size=3, max_size=60).map(lambda s: f"orchards {s}".strip())


@given(
    st.lists(PLAIN, min_size=1, max_size=10), st.sampled_from(["", "- ", "* ", "3. ", "10.15 ", "## ", "10:15-10:45 "])
)
def test_what_stands_before_a_topic_is_taken_off_and_nothing_else(lines, lead):
    plain = checked(lines)
    assert topics("\n".join(lead + one for one in lines)) == plain
    assert topics("\n".join(plain)) == plain
