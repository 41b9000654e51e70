"""The same note twice, a summary repeated, a sentence counted once. All invented for a test."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import Document
from assistant.sameness import key, same_sentence
from ingest.alike import Likenesses, alike

NOTE = """Note from the Orchard Cell 4
Invented for a test.
1. What we heard
Asha Patel from the Bee Group explained that hives need shade in summer, and that the allotment's old hedge gave it for years.
She said: "Nobody owns the hedge, so nobody cut it" - and everyone laughed.
The council had offered to pay for a new hedge, but only if the growers agreed who would water it through the dry weeks.
2. What we agreed
- Plant clover along the northern wall before the spring meeting
- Ask the school whether its gardening club would share the watering
- Keep a book in the shed in which anyone can write what they saw
Tom Reed offered to draw a map of the wells, because several people didn't know that the one by the gate still works.
We ended by walking the length of the brook, which is lower than any of us remembered, and counting the willows.
"""
OTHER = """Note from the Harbour Cell 2
Invented for a test.
What we heard
Mina Okoro told us how the boat club opened its slipway to the youth centre on Tuesday evenings after a year of talks.
At first the members worried over insurance, and over who would lock the gate when the tide kept people late.
They settled it by letting two of the young people hold a key, which has not been lost once since the autumn.
The harbour office now lends life jackets without a deposit, and the café sends down its unsold soup at closing time.
Mina thought that nothing would have moved without the ferry strike, which left everybody on the quay with time to talk.
What we agreed
To visit the slipway together in June, and to bring somebody from the rowing club who still has doubts about it.
"""
INTRODUCTION = (
    "The Field and Shore Network brings together people who lead where they live, whatever their role or sector."
    " Its cells meet five times a year to share what they learn, and their notes are open to every member."
)
SUMMARY = (
    "The orchard cell found that a hedge nobody owned was a hedge nobody cut, until the council, the school and the"
    " growers each took one side of it. Water was the sticking point, and a book in the shed did more for it than"
    " three meetings had. Those who walk the brook together tend to go on talking afterwards."
)


def document(text: str, name: str = "new.md") -> Document:
    return Document(id=name, title=name.removesuffix(".md").title(), text=text)


def likeness(text: str, other: str) -> str | None:
    """The kind of the likeness, which is the same from either side."""
    found = alike(document(text), [document(other, "other.md")])
    back = alike(document(other), [document(text, "other.md")])
    assert [one.kind for one in found] == [one.kind for one in back]
    return found[0].kind if found else None


def edited(text: str, every: int) -> str:
    """The text with one word in so many put otherwise."""
    words = text.split(" ")
    return " ".join(f"other{i}" if i % every == every - 1 else word for i, word in enumerate(words))


AS_ON_THE_WEB = (
    NOTE.replace("\n- ", "\n•\u00a0")
    .replace('"Nobody', "“Nobody")
    .replace('cut it"', "cut it”")
    .replace(" - ", " – ")
    .replace("'", "’")
    .replace("\n", "\n\n")
    .replace("1. ", "")
    .replace("2. ", "")
    .replace("explained", "ex\u00adplained")
)


@pytest.mark.parametrize(
    "other",
    [
        NOTE,
        AS_ON_THE_WEB,
        NOTE.upper(),
        " ".join(NOTE.split()),
        NOTE.replace("shade in summer", "shade in the summer").replace("Tom Reed offered", "Tom Reed has offered"),
        edited(NOTE, 12),
        NOTE + "\nNext meeting: Thursday 9th September.",
    ],
    ids=["word for word", "web", "capitals", "one line", "two edits", "one word in twelve", "a line more"],
)
def test_the_same_note_twice_is_the_same(other):
    assert likeness(NOTE, other) == "same"


def test_other_notes_are_not_alike():
    assert likeness(NOTE, OTHER) is None


def test_a_retelling_in_other_words_is_not_alike():
    retold = (
        "Hives want shade, Asha Patel told the cell, and there was a hedge on the allotments that had given it. As it was"
        " no one's, it went uncut. Money for planting could come from the council once watering was settled. Clover,"
        " the school's gardeners and a notebook for sightings were the three decisions, and a map would be drawn."
    )
    assert likeness(NOTE, retold) is None


def test_a_note_that_stands_whole_in_a_longer_one_is_most():
    assert likeness(NOTE, f"{OTHER}\n{NOTE}\n{OTHER.replace('Mina', 'Noor')}") == "most"


def test_a_summary_repeated_in_another_note_is_most_of_it_or_part():
    assert likeness(SUMMARY, f"{OTHER}\n{SUMMARY}\n{NOTE}") == "most"
    longer = f"{SUMMARY}\n{OTHER}"
    assert likeness(f"{NOTE}\n{SUMMARY}", longer) == "part"
    [found] = alike(document(f"{NOTE}\n{SUMMARY}"), [document(longer, "b.md")])
    assert 0.25 < found.share < 0.4


def test_a_sentence_quoted_from_another_note_is_not_a_likeness():
    sentence = "Those who walk the brook together tend to go on talking afterwards."
    assert likeness(f"{NOTE}\n{sentence}\n", f"{OTHER}\n{sentence}\n") is None


def test_what_two_notes_share_at_head_and_foot_does_not_make_them_alike():
    foot = "Next meeting: Thursday 9th September, 3.00pm to 4.30pm, by video. Everyone is welcome."
    one, other = (f"Note from the cells\n{INTRODUCTION}\n{note}\n{foot}" for note in (NOTE, OTHER))
    assert likeness(one, other) is None


def test_standing_text_of_many_notes_makes_none_of_them_alike():
    """Wherever it stands: here in the middle, and long enough to be a part of each."""
    standing = f"{INTRODUCTION} {SUMMARY}"
    rng = random.Random(5)
    notes = [
        document(f"{own}\n{standing}\n{own[::-1]}", f"note {i}.md")
        for i, own in enumerate(" ".join(f"w{rng.randrange(10**9)}" for _ in range(90)) for _ in range(6))
    ]
    assert alike(notes[0], notes[1:]) == []
    assert [one.kind for one in alike(notes[0], notes[1:2])] == ["part"]  # of which only the number of notes can tell


def test_a_note_that_is_there_many_times_is_still_the_same():
    copies = [document(NOTE, f"copy {i}.md") for i in range(6)]
    assert [one.kind for one in alike(document(NOTE), copies)] == ["same"] * 6


def test_best_first_by_name_and_share():
    texts = {
        "a part.md": f"{SUMMARY}\n{OTHER}",
        "all of it.md": f"{NOTE}\n{SUMMARY}\n{OTHER}\n{OTHER}",
        "edited.md": f"{edited(NOTE, 9)}\n{SUMMARY}",
        "empty.md": "",
        "short.md": "Bees like clover.",
    }
    found = Likenesses([document(text, name) for name, text in texts.items()]).of(document(f"{NOTE}\n{SUMMARY}"))
    assert [(one.document, one.title, one.kind) for one in found] == [
        ("edited.md", "Edited", "same"),
        ("all of it.md", "All Of It", "most"),
        ("a part.md", "A Part", "part"),
    ]
    assert [round(one.share, 1) for one in found] == [0.9, 1.0, 0.3]


def test_a_document_is_not_alike_itself_and_nothing_is_alike_nothing():
    assert alike(document(NOTE), [document(NOTE)]) == []
    assert alike(document(NOTE), []) == []
    assert alike(document("..."), [document(NOTE, "b.md"), document("...", "c.md")]) == []


def test_a_thousand_documents_are_compared_at_once():
    rng = random.Random(1)
    vocabulary = [f"word{i}" for i in range(4000)]
    texts = [" ".join(rng.choices(vocabulary, k=1500)) for _ in range(1000)]
    shelf = Likenesses([document(text, f"{i}.md") for i, text in enumerate(texts)])
    began = time.process_time()
    found = shelf.of(document(edited(texts[7], 20) + texts[8][:4000]))
    assert time.process_time() - began < 2
    assert [(one.document, one.kind) for one in found] == [("7.md", "most"), ("8.md", "part")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=0, max_size=80))
def test_any_text_is_the_same_as_its_copy(words):
    text = " ".join(words)
    found = alike(document(text), [document(text, "b.md")])
    assert [(one.kind, one.share) for one in found] in ([], [("same", 1.0)])


SENTENCE = "We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left."


@pytest.mark.parametrize(
    "same",
    [
        "  We didn't  cut the\nallotment's hedge - nobody's hedge - in 2021,\u00a0so 1,000 bees left. ",
        "We didn’t cut the allotment’s hedge – nobody’s hedge – in 2021, so 1,000 bees left.",
        "We didn't cut the allotment's hedge—nobody's hedge—in 2021, so 1,000 bees left.",
        "“We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left.”",
        "‘We didn’t cut the allotment’s hedge - nobody’s hedge - in 2021, so 1,000 bees left’",
        "WE DIDN'T CUT THE ALLOTMENT'S HEDGE - NOBODY'S HEDGE - IN 2021, SO 1,000 BEES LEFT",
        "We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left;",
        "We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left…",
        "We didn't cut the allotment's hedge - nobody's hedge - in 2021 so 1000 bees left!",
        "• We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left.",
        "- We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left.",
        "3. We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left.",
        "(b) We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left.",
        "iv) We didn't cut the allotment's hedge - nobody's hedge - in 2021, so 1,000 bees left.",
        "We didn't cut the allot\u00adment's he\u200bdge - nobody's hedge - in 2021, so 1,000 bees left.",
    ],
)
def test_a_sentence_is_the_same_whatever_its_dress(same):
    assert same_sentence(SENTENCE, same)
    assert key(SENTENCE) == key(same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The well-being board met.", "The well being board met."),
        ("The growers’ hedge.", "The growers' hedge"),
        ("Zoë kept bees.", "Zoe\u0308 kept bees."),
        ("The o\ufb03ce moved.", "The office moved."),
        ("Fish & chips", "fish and chips"),
    ],
)
def test_letters_and_marks_of_another_form_are_the_same(one, other):
    assert same_sentence(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It rose by 5%.", "It rose by £5."),
        ("It rose by 5%.", "It rose by 5."),
        ("It costs 3.50.", "It costs 350."),
        ("It costs 3.50.", "It costs 3, 50."),
        ("It grew by 1,000.", "It grew by 1,0000."),
        ("It was -5 outside.", "It was 5 outside."),
        ("We did agree.", "We didn't agree."),
        ("Let's go.", "Let go."),
        ("The council's failed.", "The council failed."),
        ("A. Patel spoke of bees.", "B. Patel spoke of bees."),
        ("Bees like clover.", "Bees like clover and shade."),
        ("हिल", "हल"),
        ("...", "…?"),
    ],
)
def test_sentences_that_say_another_thing_are_not_the_same(one, other):
    assert not same_sentence(one, other)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_a_key_stays_its_own_key_under_case_and_space(sentence):
    assert key(f"  {sentence} ") == key(sentence)


@pytest.mark.parametrize(
    "hostile", ["a" * 1_000_000, "\n" * 1_000_000, "- " * 500_000, "1. " * 300_000, "-\n" * 500_000]
)
def test_hostile_text_takes_no_longer_than_its_length(hostile):
    began = time.process_time()
    alike(document(hostile), [document(NOTE, "b.md")])
    key(hostile)
    assert time.process_time() - began < 4
