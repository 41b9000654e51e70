"""Transcripts pasted as text, and the notes that only look like them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.formats.pasted import looks_pasted, read_pasted
from ingest.formats.plain import read
from ingest.lines import lines_of
from ingest.read import parse
from ingest.split import split

SITE = """0:00
hello and welcome um to the
0:04
orchard where we grow the beans
0:07
that you can see
12:31
what we learnt is to ask the lane
1:02:03
before anyone digs
"""
NAMED = """Breakfast at the orchard

Recorded in May, and shared with the people of
the lane only.

Asha Penrose  0:04
Hello everyone, and thank you for coming to the orchard on a wet day.

Owen Marsh  0:13
Thanks. [laughs] It was
(nearly) on the way.
Asha Penrose  12:31
We asked the lane first.

Then we asked the council.
Unknown Speaker  1:02:03
Why?
"""


def shown(text: str) -> list[tuple[str | None, int | None, str]]:
    source = read_pasted(text)
    return [(line.kind, line.time, source.text[line.start : line.end]) for line in source.lines]


def spoken(text: str) -> list[tuple[int | None, str]]:
    return [(time, words) for kind, time, words in shown(text) if kind == "paragraph"]


AS_SITE = [
    (0, "hello and welcome um to the orchard where we grow the beans that you can see"),
    (751, "what we learnt is to ask the lane"),
    (3723, "before anyone digs"),
]


@pytest.mark.parametrize("around", ["{}", "({})", "[{}]", "{}:", " {} "])
def test_times_on_lines_of_their_own(around):
    lines = [around.format(line) if line[0].isdigit() else line for line in SITE.splitlines()]
    assert looks_pasted("\n".join(lines))
    assert spoken("\n".join(lines)) == AS_SITE
    assert spoken("\n\n".join(lines)) == AS_SITE


@pytest.mark.parametrize("around", ["{} {}", "({}) {}", "[{}] {}", "{} - {}", "{}: {}", "{}\t{}"])
def test_times_beside_their_words(around):
    lines = SITE.splitlines()
    text = "\n".join(around.format(a, b) for a, b in zip(lines[::2], lines[1::2], strict=True))
    assert looks_pasted(text)
    assert spoken(text) == AS_SITE


def test_times_from_and_to():
    text = "0:00 - 0:04 we began\n0:04 - 0:07 with beans\n0:07 --> 0:09 and peas\n"
    assert looks_pasted(text)
    assert spoken(text) == [(0, "we began with beans and peas")]


AS_NAMED = [
    ("heading", None, "Breakfast at the orchard"),
    ("paragraph", None, "Recorded in May, and shared with the people of the lane only."),
    ("speaker", None, "Asha Penrose"),
    ("paragraph", 4, "Hello everyone, and thank you for coming to the orchard on a wet day."),
    ("speaker", None, "Owen Marsh"),
    ("paragraph", 13, "Thanks. It was (nearly) on the way."),
    ("speaker", None, "Asha Penrose"),
    ("paragraph", 751, "We asked the lane first. Then we asked the council."),
    ("speaker", None, "Unknown Speaker"),
    ("paragraph", 3723, "Why?"),
]


@pytest.mark.parametrize("between", ["  ", " ", ", ", " - ", " (", " [", ": "])
def test_times_beside_the_name_of_who_speaks(between):
    text = NAMED.replace("  ", between)
    text = "\n".join(
        f"{line})" if between == " (" and line.endswith(("3", "4", "1")) else line for line in text.split("\n")
    )
    assert looks_pasted(text)
    assert shown(text) == AS_NAMED
    assert read_pasted(text).title == "Breakfast at the orchard"


def test_a_name_after_its_time():
    text = "0:04 Asha Penrose\nHello everyone.\n0:13 Owen Marsh\nThanks.\n0:21 Speaker 2\nWhy?\n"
    assert looks_pasted(text)
    assert read_pasted(text).text == "Asha Penrose\nHello everyone.\n\nOwen Marsh\nThanks.\n\nSpeaker 2\nWhy?"


def test_labels_among_the_words_are_speakers():
    text = "0:01\nAsha Penrose: We began.\n0:04\nIt was wet.\n0:07\nOWEN: It was. >> Why?\n"
    assert read_pasted(text).text == ("Asha Penrose\nWe began. It was wet.\n\nOWEN\nIt was.\n\nUnknown speaker\nWhy?")


def test_the_words_are_quoted_without_names_and_times():
    document = parse(NAMED.encode(), "talk.txt")
    assert (document.title, document.kind) == ("Breakfast at the orchard", "transcript")
    passages = split(document)
    assert [passage.speaker for passage in passages] == [None, "Asha Penrose", "Owen Marsh", "Asha Penrose", None]
    said = " ".join(document.text[one.start : one.end] for passage in passages for one in passage.sentences)
    assert not any(label in said for label in ("Penrose", "Marsh", "Speaker", "0:04", "12:31"))


@pytest.mark.parametrize("first", ["It was a wet day.", "The points that we made were these:", "word " * 16])
def test_what_stands_above_is_a_title_only_where_it_is_short_and_no_sentence(first):
    source = read_pasted(f"{first}\nBy the lane\n{SITE}")
    assert source.title is None
    assert shown(f"{first}\nBy the lane\n{SITE}")[:2] == [
        ("paragraph", None, first.strip()),
        ("paragraph", None, "By the lane"),
    ]


def test_the_headings_of_chapters_stand_where_they_stood():
    text = SITE.replace("12:31", "What we learnt\n12:31")
    assert shown(f"Welcome\n{text}") == [
        ("heading", None, "Welcome"),
        ("paragraph", 0, AS_SITE[0][1]),
        ("heading", None, "What we learnt"),
        ("paragraph", 751, AS_SITE[1][1]),
        ("paragraph", 3723, AS_SITE[2][1]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SITE.replace("12:31", "what we learnt\n12:31"), id="in lower case"),
        pytest.param(SITE.replace("12:31", "What we learnt.\n12:31"), id="a sentence"),
        pytest.param(NAMED.replace("Owen Marsh ", "What we learnt\nOwen Marsh "), id="among names"),
        pytest.param(
            SITE.replace("\nw", "\nW").replace("\nh", "\nH").replace("12:31", "What\n12:31"), id="among capitals"
        ),
        pytest.param(SITE + "What we learnt\n", id="last"),
    ],
)
def test_what_may_be_words_is_words(text):
    assert "heading" not in [kind for kind, time, _ in shown(text)[1:]]
    assert "What" in read_pasted(text).text or "what we learnt that" not in text


def test_a_time_that_is_spoken_of_is_words():
    text = SITE.replace("hello and welcome um to the", "10:30\nis when we meet").replace(
        "before anyone digs", "10:30 is early"
    )
    assert "10:30 is when we meet" in read_pasted(text).text
    assert "10:30 is early" in read_pasted(text).text


def test_two_recordings_in_one_file_keep_their_order():
    text = SITE + SITE
    assert looks_pasted(text)
    assert [time for time, _ in spoken(text)] == [0, 751, 3723, 0, 751, 3723]


NO_TRANSCRIPTS = {
    "agenda": "Agenda\n10:00 Arrival\n10:30 Tea\n11:00 Talk by Asha Penrose\n12:15 Lunch\n",
    "agenda in sentences": "10:00 We arrive at the orchard.\n10:30 We have tea.\n11:00 We talk about beans.\n",
    "agenda below times": "10:00\nArrival\n10:30\nTea\n11:00\nTalk by Asha Penrose\n12:15\nLunch\n",
    "agenda with times last": "Arrival 10:00\nTea 10:30\nBeans and Peas 11:00\n",
    "agenda with speakers": "Asha Penrose 10:00\nOn beans\nOwen Marsh 10:30\nOn peas\nPriya Vale 11:15\nOn leeks\n",
    "agenda with ranges": "9:30 - 9:45 Welcome\n9:45 - 10:30 Beans\n10:30 - 11:00 Peas\n",
    "agenda of an afternoon": "1:00 Lunch\n1:30 Beans\n2:15 Peas\n3:00 Tea\n",
    "agenda that is long": "9:00 Welcome by the chair and a round of names from everybody who came\n"
    "9:05 Minutes of the last meeting, matters arising and a vote on the accounts\n9:10 Beans for all of us\n",
    "how long things take": "0:00 Welcome\n0:05 Round of names\n0:20 Beans\n0:45 Close\n",
    "log of a day": "10:02 Asha arrives\n10:17 The alarm rings\n10:31 Everybody is back\n10:48 We close\n",
    "timetable": "10:02\n10:14\n10:31\n10:47\n",
    "timetable of buses": "Lane End 10:02\nTollbridge 10:14\nOrchard Gate 10:31\n",
    "two times": "0:04\nwe began\n0:07\nwith beans\n",
    "falling": "0:40\nwe began\n0:30\nwith beans\n0:20\nand peas\n0:10\nand leeks\n",
    "few among many lines": "0:04\n0:07\n0:09\n" + "We grew beans by the lane.\n" * 20,
    "morning and afternoon": "10:30 am Tea\n11:12 am Beans\n12:07 pm Lunch\n",
    "prose": "We met at 10:30 and then at 11:12.\nBeans: 3:1. Peas: 2:1.\n",
    "empty": "",
}


@pytest.mark.parametrize("text", NO_TRANSCRIPTS.values(), ids=NO_TRANSCRIPTS.keys())
def test_a_note_with_times_of_day_is_a_note(text):
    assert not looks_pasted(text)
    source = read(text.encode())
    assert (source.text, source.lines, source.kind) == (text, tuple(lines_of(text)), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0:00\nwe began\n0:05\nwith beans\n0:10\nand peas\n", id="round, and in lower case"),
        pytest.param(
            "0:00\nWe began with beans.\n0:05\nThen came the peas.\n0:10\nWe ate them.\n", id="round sentences"
        ),
        pytest.param("Asha Penrose 0:05\nYes.\nOwen 0:30\nNo.\nAsha Penrose 1:00\nOh.\n", id="round, and named"),
        pytest.param("".join(f"{i // 2}:{i % 2 * 30:02}\n{'Word ' * 70}\n" for i in range(9)), id="every half minute"),
        pytest.param("12:31\nwe began with beans\n12:34\nand peas\n12:41\nand then we ate them all\n", id="a part"),
        pytest.param("1:00:00\nBeans\n1:05:00\nPeas\n1:10:00\nLeeks\n", id="with hours"),
    ],
)
def test_a_transcript_with_round_times_is_a_transcript(text):
    assert looks_pasted(text)


WORDS = st.sampled_from(
    ["um", "we", "asked", "The", "lane.", "“No,", "no.”", "Dr.", "beans?", "Peas!", "café", "so…", "3.5"]
)
SAID = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=3, max_size=25)


@given(
    SAID, st.lists(st.integers(1, 90), min_size=25, max_size=25), st.sampled_from(["{}\n{}", "{} {}", "Asha {}\n{}"])
)
@settings(max_examples=60, deadline=None)
def test_every_word_is_there_once_in_order_and_times_rise(said, gaps, form):
    times = list(itertools.accumulate(gaps))
    text = "\n".join(
        form.format(f"{time // 60}:{time % 60:02}", words) for time, words in zip(times, said, strict=False)
    )
    source = read_pasted(text)
    paragraphs = [line for line in source.lines if line.kind == "paragraph"]
    words = " ".join(source.text[line.start : line.end] for line in paragraphs)
    assert words.split() == " ".join(said).split()
    assert [line.time for line in paragraphs] == sorted(line.time or 0 for line in paragraphs)
    assert {line.time for line in paragraphs} <= set(times)


@given(
    st.lists(
        st.sampled_from(["0:04", "1:02:03", " ", "\n", "\n", "Asha Penrose", ">>", "we", "[", "10:30", ":", "Owen: "])
    )
)
@settings(max_examples=120, deadline=None)
def test_lines_are_sound_whatever_the_text(parts):
    source = read_pasted("".join(parts))
    assert all(a.end < b.start for a, b in itertools.pairwise(source.lines))
    for line in source.lines:
        words = source.text[line.start : line.end]
        assert words
        assert words == words.strip()
    looks_pasted("".join(parts))
