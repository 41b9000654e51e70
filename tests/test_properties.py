"""Whatever a document holds: exact offsets, nothing lost, and quotations that an independent reader finds."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.errors import DocumentError
from assistant.words import stem, words
from ingest.read import parse
from ingest.split import split

settings.register_profile("commonplace", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("commonplace")

# Any Unicode; but what opens a tag, a link or an entity comes only from the list below, where the reader knows it.
PROSE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0<>&[]()"), max_size=60)
SENTENCES = st.sampled_from(
    [
        "The group met at 3.00pm.", "Dr. A. B. Penrose said: ‘Stop. Go.’ Then all left.", "2. Opening Presentations", "Summary",
        "- a point", "* another", "10) tenth", "ثقة الناس مهمة.", "信任很重要。我们同意！", "e\u0301gale\u0301!", "🙂 Yes? No!",
        "**bold** and _soft_ and [a link](http://x.test)", "# Heading", "> quoted", "a & b &amp; c &lt; d", "```\ncode\n```",
        "<b>tag</b> <script>alert(1)</script>", "| a | b |\n|---|---|\n| c | d |", "Trust:", "We agreed.", "\u2028", "\t",
        "Thursday 15th July, 3.00pm-4.30pm", "Asha Penrose explained that bread matters.", "![alt text](x.png)", "\\*not bold\\*",
    ]
)  # fmt: skip
DOCUMENTS = st.lists(st.one_of(SENTENCES, PROSE), min_size=1, max_size=12).flatmap(
    lambda parts: st.lists(
        st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "\u2029", "\n\n\n"]), min_size=len(parts), max_size=len(parts)
    ).map(lambda joins: "".join(part + join for part, join in zip(parts, joins, strict=True)))
)


def independent(text):
    """Letters and digits only, entities read: no code of the project's, and no idea of its markup."""
    return "".join(ch for ch in html.unescape(text) if ch.isalnum())


@pytest.mark.parametrize("suffix", ["txt", "md"])
@given(source=DOCUMENTS)
@example(source="Note from a cell\nSummary\nIt helps.\n2. Opening Presentations\nWe began.\n")
@example(source="1. one\n2. two\n\nthree")
def test_sentences_are_exact_and_hold_everything(suffix, source):
    try:
        document = parse(source.encode("utf-8"), f"x.{suffix}")
    except DocumentError:
        return
    text = document.text
    assert "\r" not in text
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        at = block.end
    at = 0
    spans = [(s.start, s.end) for passage in split(document) for s in passage.sentences]
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        at = end
    held = [range(start, end) for start, end in spans]
    held += [range(block.start, block.end) for block in document.blocks if block.kind == "heading"]
    covered = {i for span in held for i in span}
    for block in document.blocks:
        assert all(i in covered or text[i].isspace() for i in range(block.start, block.end))


@pytest.mark.parametrize("suffix", ["txt", "md"])
@given(source=DOCUMENTS)
def test_an_independent_reader_finds_every_sentence(suffix, source):
    try:
        document = parse(source.encode("utf-8"), f"x.{suffix}")
    except DocumentError:
        return
    originals = [independent(source)]  # in code, an address is text like any other
    if suffix == "md":  # where an address, a comment or a script stands between words, the page shows neither
        originals.append(independent(re.sub(r"\]\([^)]*\)|<[^>]*>|alert\(1\)|&(?!\w+;)", "", source)))
    for passage in split(document):
        for sentence in passage.sentences:
            said = independent(document.text[sentence.start : sentence.end])
            assert any(
                form in original or _numbered(form, original)
                for form in (said, said.replace("alert1", ""))
                for original in originals
            )


def _numbered(said, original):
    """Markdown counts a list by itself: "7." under "1." reads "2."; the words must still be there."""
    return said.lstrip("0123456789") in original


@given(data=st.binary(max_size=300), suffix=st.sampled_from(["txt", "md"]))
def test_any_bytes_are_a_document_or_a_clear_sentence(data, suffix):
    try:
        document = parse(data, f"x.{suffix}")
    except DocumentError as error:
        assert str(error).endswith(".")
    else:
        assert document.text.strip()


@given(text=st.text(max_size=200))
def test_words_and_stems_of_any_text(text):
    for word in words(text):
        assert word == word.casefold()
        assert isinstance(stem(word), str)
