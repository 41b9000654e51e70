"""Cues to the script of who says what, and when."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sentences import sentences
from ingest.transcript import Cue, by_speaker, script, without_sounds

THIRTEEN = "We asked the people of the lane what they would like to grow."


def shown(cues: list[Cue], **above) -> list[tuple[str | None, int | None, str]]:
    source = script(cues, **above)
    return [(line.kind, line.time, source.text[line.start : line.end]) for line in source.lines]


def paragraphs(*words: str, every: float = 4.0) -> list[tuple[int | None, str]]:
    """The paragraphs of cues that stand `every` seconds apart."""
    cues = [Cue(number * every, None, each) for number, each in enumerate(words)]
    return [(time, said) for _, time, said in shown(cues)]


def test_a_name_stands_on_a_line_of_its_own_only_where_the_speaker_changes():
    cues = [
        Cue(0.9, "Asha Penrose", THIRTEEN),
        Cue(4, "Asha Penrose", "They said: beans."),
        Cue(9, "Owen Marsh", "Beans it is."),
        Cue(12, "Asha Penrose", "And peas."),
    ]
    assert script(cues).text == (
        f"Asha Penrose\n{THIRTEEN}\n\nThey said: beans.\n\nOwen Marsh\nBeans it is.\n\nAsha Penrose\nAnd peas."
    )
    assert [(kind, time) for kind, time, _ in shown(cues)] == [
        ("speaker", None),
        ("paragraph", 0),
        ("paragraph", 4),
        ("speaker", None),
        ("paragraph", 9),
        ("speaker", None),
        ("paragraph", 12),
    ]
    assert script(cues).kind == "transcript"


def test_words_that_nobody_is_known_to_say_stand_without_a_name():
    assert shown([Cue(0, None, "We began.")]) == [("paragraph", 0, "We began.")]


def test_words_after_a_named_speaker_are_not_left_to_that_speaker():
    cues = [Cue(0, "Asha Penrose", "We began."), Cue(4, None, "Did you?"), Cue(6, None, "So soon?", another=True)]
    assert [words for _, _, words in shown(cues)] == [
        "Asha Penrose",
        "We began.",
        "Unknown speaker",
        "Did you?",
        "Unknown speaker",
        "So soon?",
    ]


def test_the_same_name_comes_again_under_a_heading():
    cues = [Cue(0, "Asha Penrose", "We began."), Cue(4, "Asha Penrose", "We grew.", heading="Growth")]
    assert shown(cues)[2:] == [
        ("heading", None, "Growth"),
        ("speaker", None, "Asha Penrose"),
        ("paragraph", 4, "We grew."),
    ]


def test_what_stands_above_is_kept():
    assert shown([Cue(0, None, "We began.")], title="Beans", before=["Recorded in May."]) == [
        ("heading", None, "Beans"),
        ("paragraph", None, "Recorded in May."),
        ("paragraph", 0, "We began."),
    ]


def test_punctuated_speech_is_cut_where_a_sentence_has_ended_and_enough_is_said():
    assert paragraphs("We began.", THIRTEEN, "They said beans.", "We grew beans.") == [
        (0, f"We began. {THIRTEEN}"),
        (8, "They said beans. We grew beans."),
    ]


def test_a_sentence_that_starts_within_a_cue_stays_whole_and_has_the_time_of_that_cue():
    assert paragraphs(f"{THIRTEEN} And they", "said beans. Then we", "grew them.") == [
        (0, THIRTEEN),
        (0, "And they said beans. Then we grew them."),
    ]
    assert paragraphs("We asked.", f"{THIRTEEN} So then", "we went home.") == [
        (0, f"We asked. {THIRTEEN}"),
        (4, "So then we went home."),
    ]


def test_a_title_or_a_number_ends_no_sentence():
    assert len(paragraphs("We asked the people of the lane and then we asked for Dr.", "Penrose. She came.")) == 1


def test_speech_without_full_stops_is_cut_when_enough_is_said():
    ten = [f"w{number} " * 10 for number in range(7)]
    assert [len(words.split()) for _, words in paragraphs(*ten)] == [30, 30, 10]
    assert [time for time, _ in paragraphs(*ten)] == [0, 12, 24]


def test_speech_without_full_stops_is_cut_at_a_silence():
    cues = [Cue(0, None, "we began"), Cue(12, None, "with beans"), Cue(33, None, "and then")]
    assert shown(cues) == [("paragraph", 0, "we began with beans"), ("paragraph", 33, "and then")]
    ended = [Cue(0, None, "we began", end=2), Cue(6.9, None, "with beans", end=8), Cue(13.1, None, "and then", end=14)]
    assert shown(ended) == [("paragraph", 0, "we began with beans"), ("paragraph", 13, "and then")]


def test_a_silence_cuts_punctuated_speech_only_where_a_sentence_has_ended():
    assert len(paragraphs("We began.", "With beans.", every=60)) == 2
    assert len(paragraphs("We began with", "beans.", every=60)) == 1


def test_a_sentence_without_an_end_is_cut_where_a_cue_ends():
    ten = [THIRTEEN, THIRTEEN, *[f"W{number} " * 10 for number in range(12)], "That was it."]
    assert [len(words.split()) for _, words in paragraphs(*ten)] == [13, 13, 80, 43]


def test_white_space_is_normal_and_words_are_kept():
    assert shown([Cue(0, None, " um \n I\u00a0 mean,\tno ")]) == [("paragraph", 0, "um I mean, no")]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("[laughs] We began.", "We began."),
        ("We began (applause) again.", "We began again."),
        ("We began [laughs], again", "We began, again"),
        ("We[coughs]began", "We began"),
        ("We began. [Music]", "We began."),
        ("[upbeat music playing softly]", ""),
        ("♪ beans, beans ♪", ""),
        ("♪ beans,\nbeans ♪ We began.", "We began."),
        ("♪♪", ""),
        ("We began. ♪ la la", "We began."),
        ("We grow a bean [sic] here", "We grow a bean [sic] here"),
        ("We grew [inaudible] pounds", "We grew [inaudible] pounds"),
        ("We grew [ __ ] beans", "We grew [ __ ] beans"),
        ("We grew beans (in 2020) here", "We grew beans (in 2020) here"),
        ("(which is what we said we would do)", "(which is what we said we would do)"),
        ("We [never closed", "We [never closed"),
    ],
)
def test_what_stands_for_a_sound_is_no_word(words, left):
    assert " ".join(without_sounds(words).split()) == left


def test_round_brackets_may_be_left():
    assert without_sounds("It (finally) came [laughs].", round_brackets=False) == "It (finally) came."


def said(*words: str) -> list[tuple[str | None, str]]:
    """Who says what, in cues that do not say it themselves."""
    return [(cue.speaker, cue.words) for cue in by_speaker([Cue(i, None, each) for i, each in enumerate(words)])]


@pytest.mark.parametrize(
    ("words", "speaker", "left"),
    [
        ("OWEN: We had a lease.", "OWEN", "We had a lease."),
        ("OWEN MARSH: We had a lease.", "OWEN MARSH", "We had a lease."),
        ("McNAIR: We had a lease.", "McNAIR", "We had a lease."),
        ("ÉMILE: We had a lease.", "ÉMILE", "We had a lease."),
        ("- OWEN: We had a lease.", "OWEN", "We had a lease."),
        ("-Owen: We had a lease.", "Owen", "We had a lease."),
        (">> OWEN: We had a lease.", "OWEN", "We had a lease."),
        (">>Owen: We had a lease.", "Owen", "We had a lease."),
        ("Owen Marsh: We had a lease.", "Owen Marsh", "We had a lease."),
        ("Dr. Penrose-Vale: We had a lease.", "Dr. Penrose-Vale", "We had a lease."),
        ("Owen Marsh (Tollbridge Hub): We had a lease.", "Owen Marsh", "We had a lease."),
        ("[OWEN]: We had a lease.", "OWEN", "We had a lease."),
        ("Interviewer: Why was that?", "Interviewer", "Why was that?"),
        ("Speaker 2: We had a lease.", "Speaker 2", "We had a lease."),
        ("Q: Why was that?", "Q", "Why was that?"),
    ],
)
def test_a_label_is_the_speaker_and_no_word(words, speaker, left):
    assert said("We began.", words) == [(None, "We began."), (speaker, left)]


@pytest.mark.parametrize(
    "words",
    [
        "So here it is: we had a lease.",
        "Remember: we had a lease.",
        "NOTE: we had a lease.",
        "Next Steps: we had a lease.",
        "And Then: we had a lease.",
        "10:30 was when we had a lease.",
        "It was 3:1 against us.",
        "http://example.org is where we had a lease.",
    ],
)
def test_other_words_before_a_colon_are_words(words):
    assert said("OWEN: We began.", words) == [("OWEN", "We began."), ("OWEN", words)]


def test_a_name_in_the_middle_of_a_sentence_is_no_label():
    words = ("OWEN: We had a talk by", "Asha Penrose: she spoke of beans.")
    assert [speaker for speaker, _ in said(*words)] == ["OWEN", "OWEN"]


def test_a_short_name_is_a_label_where_it_comes_again_and_again():
    assert [speaker for speaker, _ in said("Owen: Hello.", "Asha: Hello.", "Owen: Well.", "Asha: Well.")] == [
        *("Owen", "Asha", "Owen", "Asha")
    ]


def test_a_label_holds_until_another():
    assert said("OWEN: We had", "a lease.", ">> Really?", "Yes.", "OWEN:", "Yes.") == [
        ("OWEN", "We had"),
        ("OWEN", "a lease."),
        (None, "Really?"),
        (None, "Yes."),
        ("OWEN", "Yes."),
    ]


def test_several_people_may_speak_in_one_cue():
    assert said("OWEN: We had a lease.\nASHA: Did you? >> They did.") == [
        ("OWEN", "We had a lease."),
        ("ASHA", "Did you?"),
        (None, "They did."),
    ]


def test_a_dash_where_a_sentence_may_begin_is_another_unknown_speaker():
    cues = by_speaker(
        [Cue(0, "Asha Penrose", "We began."), Cue(1, None, "- So soon?\n- Yes."), Cue(2, None, "- and so")]
    )
    assert [(cue.speaker, cue.another, cue.words) for cue in cues[1:]] == [
        (None, True, "So soon?"),
        (None, True, "Yes."),
        (None, False, "- and so"),
    ]


def test_capitals_are_no_label_where_everything_is_in_capitals():
    assert said("WE BEGAN WITH BEANS", "THE POINT IS: BEANS", "AND PEAS") == [
        (None, "WE BEGAN WITH BEANS"),
        (None, "THE POINT IS: BEANS"),
        (None, "AND PEAS"),
    ]


WORDS = st.sampled_from(
    ["um", "we", "asked", "The", "lane.", "“No,", "no.”", "Dr.", "beans?", "Peas!", "café", "so…", "3.5"]
)
CUES = st.lists(
    st.builds(
        Cue,
        st.floats(0, 40),
        st.sampled_from([None, "Asha Penrose", "OWEN"]),
        st.lists(WORDS, max_size=9).map(" ".join),
        another=st.just(False),
    ),
    max_size=30,
)


def in_time(cues: list[Cue]) -> list[Cue]:
    starts = itertools.accumulate(cue.start for cue in cues)
    return [Cue(start, cue.speaker, cue.words) for start, cue in zip(starts, cues, strict=True)]


@given(CUES)
@settings(max_examples=60, deadline=None)
def test_every_word_is_there_once_in_order_and_lines_are_sound(gaps):
    cues = in_time(gaps)
    source = script(cues)
    spoken = [source.text[line.start : line.end] for line in source.lines if line.kind == "paragraph"]
    assert " ".join(spoken).split() == " ".join(cue.words for cue in cues).split()
    assert all(words and words == words.strip() and "\n" not in words for words in spoken)
    assert all(a.end < b.start for a, b in itertools.pairwise(source.lines))
    assert all(0 <= line.start < line.end <= len(source.text) for line in source.lines)
    times = [line.time for line in source.lines if line.kind == "paragraph"]
    assert times == sorted(times)


@given(CUES)
@settings(max_examples=60, deadline=None)
def test_a_paragraph_has_the_time_of_the_cue_in_which_its_first_word_stands(gaps):
    cues = in_time(gaps)
    starts = [int(cue.start) for cue in cues for _ in cue.words.split()]
    at = 0
    for kind, time, words in shown(cues):
        if kind == "paragraph":
            assert time == starts[at]
            at += len(words.split())


@given(st.lists(st.integers(1, 30).map(lambda n: "We " + "w " * n + "w."), min_size=1, max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_no_sentence_of_punctuated_speech_is_cut(written, data):
    words = " ".join(written).split()
    cuts = sorted(data.draw(st.sets(st.integers(1, len(words)), max_size=len(words) // 3)))
    cues = [Cue(i, None, " ".join(words[a:b])) for i, (a, b) in enumerate(itertools.pairwise([0, *cuts, len(words)]))]
    found = [
        text[each.start : each.end]
        for _, text in [(t, w) for _, t, w in shown(cues)]
        for each in sentences(text, 0, len(text))
    ]
    assert found == [" ".join(one.split()) for one in written]
