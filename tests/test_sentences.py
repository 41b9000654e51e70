"""A block of text to its sentences."""

from __future__ import annotations

import pytest

from ingest.sentences import LONGEST, sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Asha Patel spoke to Mr. J. R. Okafor.", "He agreed."],
        ["We met at St. Mary's.", "It rained."],
        ["She said ‘We tried. It failed.’ and left.", "Then they went."],
        ["He said “Stop. Now.”", "They stopped."],
        ['He wrote "Stop. Now." on the wall.', "They stopped."],
        ["She asked: “Why?”", "He shrugged."],
        ["It was the neighbours’ idea.", "They don’t mind."],
        ["It costs 3.50 in total.", "We met 3.00pm-4.30pm on Monday.", "Good."],
        ["We start at 9 a.m. on Monday.", "Then lunch."],
        ["Well… maybe.", "So it goes...", "Then more."],
        ["Use tools, e.g. Spades and forks.", "Then rest."],
        ["See No. 4 and p. 12.", "Next."],
        ["We need bread, i.e. food, etc. and so on.", "More."],
        ["これは本です。", "とても良い！", "はい？"],
        ["彼は「はい。」", "と言った。"],
        ["Is it?", "Yes!", "OK."],
        ["The U.K. is big.", "The U.S. Government agreed."],
        ["I agree, said I.", "Then we left."],
        ["Visit www.example.org.", "Then call."],
        ["One (two. three.)", "Four."],
        ["2. Opening Presentations"],
        ["A line without a stop"],
        ["Really?!", "Yes."],
    ],
    ids=lambda parts: parts[0],
)
def test_boundaries(parts):
    joined = "".join(parts) if any("。" in part for part in parts) else " ".join(parts)
    assert split(joined) == parts


def test_a_sentence_may_run_over_a_line_end():
    assert split("It runs on\nto the next. Done.") == ["It runs on\nto the next.", "Done."]


def test_offsets_count_from_the_start_of_the_text():
    text = "Heading\n\n  One. Two.  \n"
    assert [text[s.start : s.end] for s in sentences(text, 9, len(text))] == ["One.", "Two."]


@pytest.mark.parametrize("text", ["word " * 500, "x" * 2000, "字" * 1500, "a\n" * 900])
def test_text_without_full_stops_is_cut_and_nothing_is_lost(text):
    found = split(text)
    assert all(0 < len(one) <= LONGEST for one in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_text_is_cut_at_spaces_where_it_has_any():
    assert all(one.endswith("word") and one.startswith("word") for one in split("word " * 500))


def test_a_span_without_words_joins_the_sentence_before():
    assert split("It ended. *** Then it began.") == ["It ended. ***", "Then it began."] or split(
        "It ended. *** Then it began."
    ) == ["It ended.", "*** Then it began."]
    assert split("It ended! ...") == ["It ended! ..."]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_has_no_sentences(text):
    assert split(text) == []
