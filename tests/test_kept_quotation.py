"""A quotation kept without its words: found again in its words, or not at all. Everything quoted here is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pond import NOTE, Shelf

from assistant.domain import Citation
from assistant.kept.quotation import Changed, Finder, Gone, Kept, find, from_json, marked, to_json


def kept_in(shelf, words):
    text = shelf.document("pond.md").text
    start = text.index(words)
    return Kept("pond.md", start, start + len(words), marked(words))


def test_a_quotation_is_found_at_its_place_with_whose_it_is():
    shelf = Shelf(pond=NOTE)
    found = find(kept_in(shelf, "They sleep under the logs."), shelf)
    assert isinstance(found, Citation)
    assert (found.quote, found.heading[-1], found.speaker) == ("They sleep under the logs.", "Spring", "Asha Penrose")
    assert shelf.document("pond.md").text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    "words",
    ["They sleep under the logs. Nobody had counted them before.", "It took three days.", "Summer"],
    ids=["two sentences", "one", "a heading"],
)
def test_what_moved_is_found_where_it_stands_now(words):
    kept = kept_in(Shelf(pond=NOTE), words)
    moved = Shelf(pond=NOTE.replace("## Spring", "## Winter\n\nThe pond froze over, for a week.\n\n## Spring"))
    found = find(kept, moved)
    assert isinstance(found, Citation)
    assert found.quote == words == moved.document("pond.md").text[found.start : found.end]
    assert found.start != kept.start


def test_of_several_places_the_nearest_is_taken():
    kept = kept_in(Shelf(pond=NOTE), "It took three days.")
    twice = Shelf(
        pond=NOTE.replace("# Note from the pond", "# Note from the pond\n\nIt took three days.").replace(
            "reeds", "tall reeds"
        )
    )
    assert find(kept, twice).heading[-1] == "Summer"


def test_words_that_differ_by_a_character_are_changed_and_another_document_is_gone():
    kept = kept_in(Shelf(pond=NOTE), "They sleep under the logs.")
    assert find(kept, Shelf(pond=NOTE.replace("the logs", "the log"))) == Changed("pond.md")
    assert find(kept, Shelf(lake=NOTE)) == Gone()


def test_a_document_is_read_once_for_many_quotations():
    class Counting(Shelf):
        reads = 0

        def passages(self, document_id):
            self.reads += 1
            return super().passages(document_id)

    shelf = Counting(pond=NOTE)
    finder = Finder(shelf)
    for words in ("They sleep under the logs.", "It took three days.", "Nobody had counted them before."):
        assert finder.find(kept_in(shelf, words)).quote == words
    assert shelf.reads == 1


def test_a_citation_of_another_length_than_its_place_is_not_kept():
    shelf = Shelf(pond=NOTE)
    citation = find(kept_in(shelf, "It took three days."), shelf)
    assert Kept.of(citation) == kept_in(shelf, "It took three days.")
    for wrong in (replace(citation, end=citation.end + 1), replace(citation, quote="", end=citation.start)):
        with pytest.raises(ValueError, match="fill its place"):
            Kept.of(wrong)


def test_a_column_holds_places_and_nothing_of_the_words():
    kept = [kept_in(Shelf(pond=NOTE), "They sleep under the logs."), kept_in(Shelf(pond=NOTE), "It took three days.")]
    column = to_json(kept)
    assert from_json(column) == tuple(kept)
    assert "logs" not in column and "days" not in column


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
SENTENCE = st.lists(
    st.one_of(st.sampled_from("newts reeds pond logs März 信任 🙂".split()), WORDS), min_size=1, max_size=6
).map(lambda words: f"So {' '.join(words)} it is.")
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(before=PARAGRAPHS, after=PARAGRAPHS, data=st.data())
def test_whatever_becomes_of_a_document_no_other_words_are_ever_found(before, after, data):
    old, new = Shelf(pond="\n\n".join(before)), Shelf(pond="\n\n".join(after))
    text = old.document("pond.md").text
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    kept = Kept("pond.md", start, stop, marked(text[start:stop]))
    there = find(kept, old)
    assert isinstance(there, Citation) and there.quote == text[start:stop]
    found = find(kept, new)
    if isinstance(found, Citation):
        assert found.quote == text[start:stop] == new.document("pond.md").text[found.start : found.end]
    else:
        assert found == Changed("pond.md")


@settings(deadline=None, max_examples=40, derandomize=True)
@given(paragraphs=PARAGRAPHS, added=SENTENCE, data=st.data())
def test_a_run_of_sentences_is_found_after_a_paragraph_was_put_before_it(paragraphs, added, data):
    old = Shelf(pond="\n\n".join(paragraphs))
    new = Shelf(pond="\n\n".join([f"Quite new. {added}", *paragraphs]))
    sentences = [s for passage in old.passages("pond.md") for s in passage.sentences]
    first = data.draw(st.integers(0, len(sentences) - 1))
    last = data.draw(st.integers(first, min(first + 2, len(sentences) - 1)))
    quote = old.document("pond.md").text[sentences[first].start : sentences[last].end]
    found = find(Kept("pond.md", sentences[first].start, sentences[last].end, marked(quote)), new)
    if quote in new.document("pond.md").text:
        assert isinstance(found, Citation) and found.quote == quote
