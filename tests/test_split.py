"""A Document to its Passages."""

from __future__ import annotations

from ingest.read import parse
from ingest.split import LONGEST, split

NOTE = b"""---
title: The Orchard
places: [Surrey, Kent]
---
# The Orchard

Invented for a test. It begins here.

## Talks

Asha Patel, from the Bee Group in Surrey, explained that bees like clover. They fly far.

Tom Reed described flour. It is white.

### After

We had lunch.

## End

- one
- two
"""


def passages(data: bytes = NOTE, name: str = "a.md"):
    document = parse(data, name)
    return document, split(document)


def test_heading_and_speaker_govern_their_passages():
    document, found = passages()
    assert [(p.heading, p.speaker, document.text[p.start : p.end].split()[0]) for p in found] == [
        ((), None, "Invented"),
        (("Talks",), "Asha Patel", "Asha"),
        (("Talks",), "Tom Reed", "Tom"),
        (("Talks", "After"), None, "We"),
        (("End",), None, "one"),
    ]


def test_places_are_those_the_passage_or_its_context_names():
    _, found = passages()
    assert [p.places for p in found] == [(), ("Surrey",), (), (), ()]


def test_context_is_what_stands_outside_the_passage():
    _, found = passages()
    assert found[1].context == "Talks. Asha Patel from the Bee Group in Surrey"
    assert found[0].context == ""


def test_every_sentence_is_in_one_passage_and_counted_in_order():
    _, found = passages()
    assert [p.first for p in found] == [0, 2, 4, 6, 7]
    assert sum(len(p.sentences) for p in found) == 9


def test_a_long_paragraph_is_cut_between_sentences():
    document, found = passages(("Invented for a test, this one has nine words. " * 60).encode(), "a.txt")
    assert len(found) > 3
    assert all(len(document.text[p.start : p.end].split()) <= LONGEST for p in found)


def test_a_paragraph_stays_whole_where_it_can():
    first = "Invented for a test, it has ten words in it. " * 6
    second = "This one is the other, and has ten words also. " * 6
    document, found = passages(f"{first}\n\n{second}\n".encode(), "a.txt")
    assert [document.text[p.start : p.end].split()[0] for p in found] == ["Invented", "This"]


def test_a_blog_with_one_author_is_that_persons_account_and_a_note_is_not():
    for kind, speaker in (("blog", "Asha Patel"), ("meeting note", None), ("Interview", None)):
        _, found = passages(f"---\nkind: {kind}\nauthors: Asha Patel\n---\nInvented for a test.\n".encode())
        assert found[0].speaker == speaker, kind


def test_a_transcripts_labels_name_their_speakers():
    text = b"Asha Patel: Invented for a test.\n\nTom Reed: Yes.\n\nAsha Patel: Bees.\n\nTom Reed: Flour.\n"
    _, found = passages(text, "a.txt")
    assert [p.speaker for p in found][-2:] == ["Asha Patel", "Tom Reed"]
