"""Lines of text to blocks."""

from __future__ import annotations

import itertools

import pytest

from ingest.read import parse

NOTE = """Note from the Orchard Cell
Summary
Invented for a test. Bees like clover, and clover likes bees.
2. Opening Presentations
We began with two talks:
Asha Patel from the Bee Group explained that hives need shade.
3. Discussion
The following points were made:
Plant more clover
Talk to the council
Share seeds between allotments
4. Next meetings
Thursday 15th July, 3.00pm-4.30pm
Thursday 9th September, 3.00pm-4.30pm
"""


def blocks(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    found = parse(text.encode(), name)
    return [(block.kind, " ".join(found.text[block.start : block.end].split())) for block in found.blocks]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_flattened_note_keeps_its_headings_lists_and_dates(name):
    assert blocks(NOTE, name) == [
        ("heading", "Note from the Orchard Cell"),
        ("heading", "Summary"),
        ("paragraph", "Invented for a test. Bees like clover, and clover likes bees."),
        ("heading", "2. Opening Presentations"),
        ("paragraph", "We began with two talks:"),
        ("paragraph", "Asha Patel from the Bee Group explained that hives need shade."),
        ("heading", "3. Discussion"),
        ("paragraph", "The following points were made:"),
        ("item", "Plant more clover"),
        ("item", "Talk to the council"),
        ("item", "Share seeds between allotments"),
        ("heading", "4. Next meetings"),
        ("item", "Thursday 15th July, 3.00pm-4.30pm"),
        ("item", "Thursday 9th September, 3.00pm-4.30pm"),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_paragraph_wrapped_by_hand_is_one_paragraph(name):
    wrapped = (
        "The trees were pruned by hand over the winter, and the\nbrash was stacked along the hedge for the hedgehogs"
        " to\nuse as shelter.\n\nInvented for a test.\n"
    )
    assert blocks(f"A day in the orchard\n\n{wrapped}", name) == [
        ("heading", "A day in the orchard"),
        (
            "paragraph",
            "The trees were pruned by hand over the winter, and the brash was stacked along the hedge for the "
            "hedgehogs to use as shelter.",
        ),
        ("paragraph", "Invented for a test."),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_numbered_list_is_a_list_to_its_last_line(name):
    listed = (
        "1. Plant clover along the whole northern hedge of the field\n2. Talk with the council of the lane\n3. Rest"
    )
    assert [kind for kind, _ in blocks(f"Invented for a test\n\n{listed}\n\nThen we went home.\n", name)] == [
        "heading",
        "item",
        "item",
        "item",
        "paragraph",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("bullet", ["-", "*", "•", "–"])
def test_bullets_stay_out_of_their_items(name, bullet):
    text = f"Invented for a test.\n\n{bullet} one thing\n{bullet} another thing that goes on\n  over two lines\n"
    assert blocks(text, name)[1:] == [("item", "one thing"), ("item", "another thing that goes on over two lines")]


@pytest.mark.parametrize(
    "line",
    ["Thursday 15th July", "Thursday 9th September, 3.00pm-4.30pm", "12 March 2021", "3.00pm", "Monday"],
)
def test_a_date_or_a_time_is_no_heading(line):
    text = f"Notes invented for a test\n\nWe met twice.\n\n{line}\nWe spoke of the hedge and of who would cut it.\n"
    assert ("heading", line) not in blocks(text)


@pytest.mark.parametrize("line", ["What we heard", "2. What we heard", "10. What we heard", "## What we heard"])
def test_a_short_bare_line_over_a_paragraph_is_a_heading(line):
    text = f"Notes invented for a test\n\nWe met twice.\n\n{line}\nWe spoke of the hedge and of who would cut it.\n"
    assert ("heading", line.lstrip("# ")) in blocks(text)


@pytest.mark.parametrize("line", ["We agreed.", "and so on", "Who cuts it?", "The points were these:"])
def test_a_line_that_is_a_sentence_is_no_heading(line):
    text = f"Notes invented for a test\n\nWe met twice.\n\n{line}\nWe spoke of the hedge and of who would cut it.\n"
    assert ("heading", line) not in blocks(text)


def test_markdown_says_itself_what_is_a_heading():
    text = "# Title\n\nInvented for a test.\n\n### Ends with a stop.\n\nBody, here.\n"
    assert ("heading", "Ends with a stop.") in blocks(text, "a.md")


def test_the_last_line_alone_is_no_heading():
    assert blocks("Notes invented for a test\n\nWe met.\n\nWhat we heard\n")[-1] == ("item", "What we heard")


def test_blocks_are_in_order_and_do_not_overlap():
    found = parse(NOTE.encode(), "a.txt").blocks
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
