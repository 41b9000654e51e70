"""A Document to a Markdown file and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import Audience, Block, Document, Form, Standing, clock
from assistant.errors import DocumentError
from ingest.read import parse
from ingest.write import markdown

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
MARKED = st.lists(
    st.sampled_from(
        [
            "# One", "- two", "* three", "1. Four", "10) five", "> six", "`seven`", "**eight**", "_nine_", "[ten](x)", "| a | b |",
            "---", "===", "~~~", "```", "<b>eleven</b>", "<!-- twelve -->", "&amp; thirteen", "\\", "![x](y)", "[1:02] At once",
            "Setext", "+ plus", "http://example.org/_a_", "# # #", "2\\. odd", "a\\", "![", "<!-- page 3 -->", "[^1]: note", "word  ",
        ]
    ),
    min_size=1,
    max_size=8,
).map("\n".join)  # fmt: skip


def words(text):
    return text.split()


@given(st.lists(st.one_of(LINE, MARKED), min_size=1, max_size=8).map("\n\n".join))
@settings(max_examples=300, deadline=None)
def test_the_words_come_back_whatever_they_are(text):
    try:
        first = parse(f"Invented.\n\n{text}".encode(), "a.txt")
    except DocumentError:
        return
    again = parse(markdown(first).encode(), "a.md")
    said = [word for block in first.blocks for word in words(first.text[block.start : block.end])]
    assert words(again.text) == said
    assert parse(markdown(again).encode(), "a.md").text == again.text


def test_what_is_known_of_a_document_comes_back():
    document = Document(
        id="a.md",
        title="Trust: a beginning",
        text="We met.",
        blocks=(Block("paragraph", 0, 7),),
        kind="blog",
        date="2021-05",
        authors=("Asha Patel",),
        places=("Surrey",),
        standing=Standing.MEMBER,
        sharing=Audience.CONVENORS,
        form=Form.RETELLING,
        source="https://example.org/a",
        questions=("How does trust begin?",),
    )
    again = parse(markdown(document).encode(), "a.md")
    for field in ("title", "text", "blocks", "kind", "date", "authors", "places", "standing", "sharing", "form"):
        assert getattr(again, field) == getattr(document, field), field
    assert (again.source, again.questions) == (document.source, document.questions)


def test_a_transcript_keeps_its_times_and_who_speaks():
    text = "Asha Penrose\nHello, I run the hub.\n\nThe *breakfast* carried on.\n\nInterviewer\nWhy was that?"
    starts = [text.index(part) for part in ("Asha", "Hello", "The", "Interv", "Why")]
    ends = [text.index("\n", start) if "\n" in text[start:] else len(text) for start in starts]
    kinds = ("speaker", "paragraph", "paragraph", "speaker", "paragraph")
    times = (None, 1, 62, None, 3600)
    blocks = tuple(
        Block(kind, start, end, time=time) for kind, start, end, time in zip(kinds, starts, ends, times, strict=True)
    )
    file = markdown(Document("a.md", "Clip", text, blocks, kind="transcript"))
    assert "[0:01] **Asha Penrose:** Hello, I run the hub." in file
    assert "[1:00:00] **Interviewer:** Why was that?" in file
    again = parse(file.encode(), "a.md")
    assert (again.text, again.blocks) == (text, blocks)


def test_a_page_is_kept():
    text = "One thing here.\n\nAnother there."
    blocks = (Block("paragraph", 0, 15, page=1), Block("paragraph", 17, 31, page=4))
    again = parse(markdown(Document("a.md", "Paper", text, blocks)).encode(), "a.md")
    assert (again.text, again.blocks) == (text, blocks)


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00"), (64, "1:04"), (754, "12:34"), (3723, "1:02:03")])
def test_a_time_is_told_as_a_clock_does(seconds, told):
    assert clock(seconds) == told
