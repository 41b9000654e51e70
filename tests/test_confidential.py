"""What a note says of its own confidentiality. Every note here is invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.confidential import mark, off_record
from ingest.formats.markdown import render
from ingest.lines import lines_of

MARKED = """\
This session was held under the Chatham House Rule.
The meeting took place under Chatham House rules.
CHATHAM HOUSE RULES
Chatham House Rule applies.
Held under Chatham House.
What is said here is under the Chatham House Rule.
The discussion was held under the Chatham House Rule.
We spoke freely, under the Chatham House Rule, about housing.
We asked everyone to respect the Chatham House Rule.
The convenor explained that the Chatham House Rule applied.
Comments may not be attributed: the Chatham House Rule applies.
The meeting wasn't recorded, and it was held under the Chatham House Rule.
As in earlier sessions, this meeting was held under the Chatham House Rule.
This meeting was not only held under the Chatham House Rule, it was also unrecorded.
Please do not attribute comments.
Not for attribution.
These remarks are non-attributable.
In this note comments are unattributed.
Nothing in this note should be attributed to named individuals.
Quotes must not be attributed to any person.
Comments have been recorded without attribution.
Unattributed""".splitlines()

NOT_MARKED = """\
We discussed whether the Chatham House Rule helps.
The meeting was not under the Chatham House Rule.
The meeting wasn't held under the Chatham House Rule.
This was not held under Chatham House rules, so names are given.
Rather than the Chatham House Rule, we chose to be open.
Someone asked what the Chatham House Rule is.
There was a debate about the value of the Chatham House Rule.
Should we use the Chatham House Rule?
The Chatham House Rule can help people speak freely.
The next meeting will be held under the Chatham House Rule.
Chatham House published a report on food.
We cannot attribute this change to one programme.
The rise was attributed to funding.
Bees like clover.""".splitlines()


@pytest.mark.parametrize("sentence", MARKED)
def test_a_note_that_says_so_is_marked(sentence):
    assert mark(f"Note of a meeting on orchards\n\nBees like clover.\n\n{sentence}\n\n1. Trees\nTrees are tall.\n")


@pytest.mark.parametrize("sentence", NOT_MARKED)
def test_a_note_that_only_talks_of_it_is_not(sentence):
    assert mark(f"Note of a meeting on orchards\n\nBees like clover. {sentence} Trees are tall.\n") is None


def test_one_sentence_that_is_marked_is_enough():
    assert mark("We discussed whether the Chatham House Rule helps. This was held under the Chatham House Rule.")


def test_the_reason_is_one_plain_sentence():
    assert mark("Held under the Chatham House Rule.") == "It says that it was held under the Chatham House Rule."
    assert mark("Please do not attribute comments.") == "It says that nobody may be named for what they said."


def without(text: str, lines=()) -> str:
    for start, end in reversed(off_record(text, lines)):
        text = text[:start] + "#" + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bees fly. (Off the record: it was Harrow Lane Trust.) They do.", "Bees fly. # They do."),
        ("A fund (off the record: the (old) fund. It knew) shut. Fine.", "A fund # shut. Fine."),
        ("Bees fly. [confidential: the fund is shut] They do.", "Bees fly. # They do."),
        ("A fund (off the record: it never closes its bracket. Bees fly.", "A fund #"),
        ("Off the record, the trust is broke. We talked of bees.", "# We talked of bees."),
        ("Bees fly. Off the record: the trust is broke. They do.", "Bees fly. # They do."),
        ("Bees fly. In confidence, the trust is broke. They do.", "Bees fly. # They do."),
        ("The trust is broke, she said, off the record. Bees fly.", "# Bees fly."),
        ("He told us in confidence that it broke. Bees fly.", "# Bees fly."),
        ("The trust is broke (not to be minuted). Bees fly.", "# Bees fly."),
        ("Priya N. asked for her comment on bids to be removed from the note. Bees fly.", "# Bees fly."),
        ("One person asked not to be quoted on this. Bees fly.", "# Bees fly."),
        ("Her remark was struck from the minutes. Bees fly.", "# Bees fly."),
        ("We went off the record. It is broke. Badly. Back on the record, bees fly. Fine.", "# Fine."),
        ("Bees fly.\n\nNot for minuting: the trust is broke. It owes money.\n\nThey do.", "Bees fly.\n\n#\n\nThey do."),
    ],
)
def test_what_was_off_the_record_is_found_whole(text, left):
    assert without(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Trust grew in confidence. Confidential data was shared by nobody.",
        "Nothing was off the record.",
        "She asked for the barrier to be removed. They asked for bins to be taken out.",
        "The record of the council is off. Bees fly (not to the north).",
    ],
)
def test_what_only_sounds_like_it_stays(text):
    assert off_record(text) == []


SECTION = """Note of a meeting on orchards

We met twice, and spoke of trees and of bees at some length.

{}
The trust is broke. It owes money to everybody we know of.

It really does, and it will not be able to pay.

2. Next steps
Bees fly, and we will plant clover for them in June.
"""


@pytest.mark.parametrize(
    "heading", ["Off the record", "Confidential", "In confidence", "CONFIDENTIAL ITEMS", "Off the record:"]
)
def test_a_section_goes_with_its_heading_up_to_the_next(heading):
    left = without(SECTION.format(heading))
    assert "broke" not in left and "pay" not in left and heading not in left
    assert "We met twice" in left and "2. Next steps\nBees fly" in left


def test_deeper_headings_belong_to_the_section():
    text, lines = render("# Note\n\nBees.\n\n## Confidential\n\nOne.\n\n### Money\n\nTwo.\n\n## Trees\n\nThree.\n")
    left = without(text, lines)
    assert "One" not in left and "Two" not in left and "Money" not in left
    assert "Trees" in left and "Three" in left


PIECES = st.lists(
    st.sampled_from(
        "Off the record|(off the record: it broke)|(|)|[confidential|Bees fly.|It broke.|\n\n|\n|: |. |Not for minuting: no"
        "|on the record|We went off the record.|Back on the record.|1. Trees|- bees".split("|")
    ),
    max_size=12,
)


@settings(deadline=None)
@given(PIECES)
def test_spans_are_in_order_apart_trimmed_and_inside(pieces):
    text = " ".join(pieces)
    spans = off_record(text, lines_of(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
