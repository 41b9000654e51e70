"""Captions to transcripts: the times, who speaks, and each word once."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import DocumentError
from ingest import formats
from ingest.formats.captions import read
from ingest.read import parse
from ingest.split import split

VTT = """WEBVTT - invented for a test
Kind: captions
Language: en-GB

STYLE
::cue { color: teal }

REGION
id:left
width:40%

NOTE
OWEN: this is not said

hello-1
00:01.000 --> 00:04.200 align:start position:0%
<v.loud Asha Penrose>We asked the <i>whole</i> lane &amp; <c.green>the council</c>, &#39;um&#39;,

hello-2
00:04.200 --> 00:06.000
<v Asha Penrose>what they would&nbsp;like to grow.</v>

NOTE Two people speak.

00:01:06.000 --> 00:01:08.000
<v Owen Marsh>Beans?</v>
<v Asha Penrose>[laughs] Beans<00:01:07.000>.

01:00:00.000 --> 01:00:05.000
♪ a song about beans ♪

01:00:05.000 --> 01:00:09.000
Thank you all.
"""

SRT = """1
00:00:00,500 --> 00:00:03,000
OWEN: We had <b>no</b> beans,

2
00:00:03,000 --> 00:00:07,250
{\\an8}and the parish hall
lent us 42

3
01:02:07,250 --> 01:02:09,000
- ASHA PENROSE: Did it?
>> On Tuesdays.
"""


def shown(text: str | bytes) -> list[tuple[str | None, int | None, str]]:
    source = read(text.encode() if isinstance(text, str) else text)
    return [(line.kind, line.time, source.text[line.start : line.end]) for line in source.lines]


def spoken(text: str) -> str:
    return " ".join(words for kind, _, words in shown(text) if kind == "paragraph")


def cues(*words: str, every: float = 2.0, header: str = "WEBVTT\n\n") -> str:
    """A file of cues, `every` seconds apart, each on the screen until the next."""

    def moment(seconds: float) -> str:
        minutes, rest = divmod(seconds, 60)
        return f"{int(minutes):02}:{rest:06.3f}"

    blocks = [f"{moment(i * every)} --> {moment((i + 1) * every)}\n{each}" for i, each in enumerate(words)]
    return header + "\n\n".join(blocks) + "\n"


ASHA = "We asked the whole lane & the council, 'um', what they would like to grow."
AS_VTT = [
    ("speaker", None, "Asha Penrose"),
    ("paragraph", 1, ASHA),
    ("speaker", None, "Owen Marsh"),
    ("paragraph", 66, "Beans?"),
    ("speaker", None, "Asha Penrose"),
    ("paragraph", 66, "Beans."),
    ("speaker", None, "Unknown speaker"),
    ("paragraph", 3605, "Thank you all."),
]
AS_SRT = [
    ("speaker", None, "OWEN"),
    ("paragraph", 0, "We had no beans, and the parish hall lent us 42"),
    ("speaker", None, "ASHA PENROSE"),
    ("paragraph", 3727, "Did it?"),
    ("speaker", None, "Unknown speaker"),
    ("paragraph", 3727, "On Tuesdays."),
]


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(str.encode, id="plain"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"), id="Windows line ends"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16"),
        pytest.param(lambda text: f"\n\n{text}".encode(), id="blank lines first"),
        pytest.param(lambda text: text.strip().encode(), id="no line end"),
    ],
)
@pytest.mark.parametrize(("text", "expected"), [(VTT, AS_VTT), (SRT, AS_SRT)], ids=["vtt", "srt"])
def test_a_file_is_read_with_its_speakers_and_times(encoded, text, expected):
    assert shown(encoded(text)) == expected


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
def test_the_kind_is_told_by_what_the_file_holds(name):
    assert formats.read(VTT.encode(), name) == read(VTT.encode())
    assert formats.read(SRT.encode(), name) == read(SRT.encode())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("00:00:01,000 --> 00:00:02,000\nWe had\n\n00:00:02,000 --> 00:00:03,000\nbeans.\n", id="no numbers"),
        pytest.param("1\n00:01,0 --> 00:02,0\nWe had\n\n2\n00:02,0 --> 00:03,0\nbeans.\n", id="no hours"),
        pytest.param("1\n0:0:1.5 --> 0:0:2\nWe had\n\n2\n0:0:2 --> 0:0:3\nbeans.\n", id="short times"),
        pytest.param("1\n00:00:01,000 --> 00:00:02,000\nWe had\n2\n00:00:02,000 --> 00:00:03,000\nbeans.", id="no gaps"),
        pytest.param("1\n\n00:00:01,0 --> 00:00:02,0\n\nWe had\n\n2\n\n00:00:02,0 --> 00:00:03,0\n\nbeans.", id="gaps"),
        pytest.param("WEBVTT\n00:01.000 --> 00:02.000\nWe had\n00:02.000 --> 00:03.000\nbeans.", id="no gaps in vtt"),
        pytest.param("WEBVTT\n\n1\n00:01.000 --> 00:02.000\nWe had\n2\n00:02.000 --> x\nbeans.", id="no end"),
        pytest.param("WEBVTT\n\nb\n00:02.000 --> 00:03.000\nbeans.\n\na\n00:01.000 --> 00:02.000\nWe had\n", id="out of order"),
        pytest.param("WEBVTT\n\n00:01.000-->00:00.500\nWe had\n\n00:02.000-->00:03.000\nbeans.\n", id="ends too soon"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\nWe had\n\n00:02.000 --> 00:03.000\nbeans.\n"
            "\n00:99:00.000 --> 00:99:03.000\nNo.\n\nxx:00:04 --> 00:00:05.000\nNo.\n\n-00:00:01,0 --> 00:00:02,0\nNo.\n",
            id="times that make no sense",
        ),
    ],
)  # fmt: skip
def test_what_players_accept_is_read_and_what_makes_no_sense_is_skipped(text):
    assert shown(text) == [("paragraph", 1, "We had beans.")]


def test_a_number_that_is_said_is_kept():
    assert spoken(
        "1\n00:01,0 --> 00:02,0\nHow many?\n42\n\n2\n00:02,0 --> 00:03,0\n7\n\n3\n00:04,0 --> 00:05,0\nOh.\n"
    ) == ("How many? 42 7 Oh.")


def test_an_arrow_and_a_note_may_be_said():
    assert spoken(cues("We go from a --> b,\nNOTE that.")) == "We go from a --> b, NOTE that."


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("We <u>had</u> <font color='#fff'>no</font> <lang en>beans</lang>.", "We had no beans."),
        ("We had<br>no beans.", "We had no beans."),
        ("{\\an8}{\\i1}We had{\\i0} no {b}beans{/b}.", "We had no beans."),
        ("We had 3 &lt; 4 &quot;beans&quot;&nbsp;&hellip;", 'We had 3 < 4 "beans" …'),
        ("We had 3 < 4 beans, and <never more>.", "We had 3 < 4 beans, and <never more>."),
        ("AT&T; R&copy and &bogus; &#x110000;", "AT&T; R&copy and &bogus; �"),
        ("co\u00adoperate\u200b and\u00a0\u00a0more", "cooperate and more"),
        ("<v Asha Penrose>We had</v>.", "We had."),
        ("<ruby>beans<rt>peas</rt></ruby>", "beanspeas"),
    ],
)
def test_markup_goes_and_words_stay(cue, words):
    assert spoken(cues(cue)) == words


def test_a_voice_ends_with_its_cue():
    assert shown(cues("<v Asha Penrose>We had beans.", "Did you?"))[2:] == [
        ("speaker", None, "Unknown speaker"),
        ("paragraph", 2, "Did you?"),
    ]


@pytest.mark.parametrize("voice", ["<v>", "<v >", "<v.loud>", f"<v {'long ' * 20}>"])
def test_a_voice_without_a_name_names_nobody(voice):
    assert shown(cues(f"{voice}We had beans.")) == [("paragraph", 0, "We had beans.")]


def test_no_quotation_holds_a_label_and_an_unknown_speaker_is_nobody():
    document = parse(SRT.encode(), "a.srt")
    passages = split(document)
    assert [passage.speaker for passage in passages] == ["OWEN", "ASHA PENROSE", None]
    quoted = [document.text[one.start : one.end] for passage in passages for one in passage.sentences]
    assert quoted == ["We had no beans, and the parish hall lent us 42", "Did it?", "On Tuesdays."]


ROLLING = """WEBVTT

00:00:00.080 --> 00:00:02.310 align:start position:0%
 \nno<00:00:00.320><c> no</c><00:00:00.480><c> no</c><00:00:00.720><c> we</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
no no no we
 \n
00:00:02.320 --> 00:00:05.190 align:start position:0%
no no no we
grow<00:00:02.560><c> beans</c>

00:00:05.190 --> 00:00:05.200 align:start position:0%
grow beans
 \n
00:00:05.200 --> 00:00:07.190 align:start position:0%
grow beans
[Music]

00:00:07.190 --> 00:00:07.200 align:start position:0%
[Music]
 \n
00:00:31.200 --> 00:00:34.000 align:start position:0%
grow<00:00:32.000><c> beans</c>

00:00:34.000 --> 00:00:34.010 align:start position:0%
grow beans
 \n"""


@pytest.mark.parametrize("text", [ROLLING, ROLLING.replace("\n \n", "\n\n")], ids=["as it comes", "stripped"])
def test_a_video_sites_own_captions_say_each_word_once(text):
    assert shown(text) == [("paragraph", 0, "no no no we grow beans"), ("paragraph", 31, "grow beans")]


@pytest.mark.parametrize(
    "rolling",
    [
        pytest.param(["we asked", "we asked\nthe lane", "the lane\nwhat to", "what to\ngrow"], id="lines move up"),
        pytest.param(["we", "we asked", "we asked the lane", "the lane what to", "what to grow"], id="words are added"),
        pytest.param(["We asked", "we asked, the lane", "The lane. what to grow"], id="mended as they come"),
        pytest.param(
            ["<u>we</u> asked the lane what to grow", "we <u>asked</u> the lane what to grow",
             "we asked <u>the</u> lane what to grow"], id="the word is marked"),
    ],
)  # fmt: skip
def test_captions_that_roll_up_say_each_word_once(rolling):
    assert spoken(cues(*rolling)).casefold().replace(",", "").replace(".", "") == "we asked the lane what to grow"


@pytest.mark.parametrize("every", [2.0, 7.0])
@pytest.mark.parametrize(
    "words",
    [
        ["No, no, no.", "No, no, no.", "We said no."],
        ["We asked them.", "We asked them.", "And then we asked them why."],
        ["beans", "beans", "beans", "and peas"],
        ["We said no", "no beans came", "and then we", "went home"],
        ["We asked.", "We asked again."],
    ],
)
def test_what_is_said_twice_is_kept_twice(words, every):
    assert spoken(cues(*words, every=every)) == " ".join(words)
    apart = cues(*words, every=every).replace(".000\n", ".000 align:start\n")
    assert spoken(apart) == " ".join(words)


def test_what_is_said_again_in_a_file_that_rolls_is_kept():
    assert spoken(cues("we asked", "we asked\nthe lane", "the lane\nwe asked", "we asked\nagain")) == (
        "we asked the lane we asked again"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"WEBVTT\n",
        b"WEBVTT\n\nNOTE nothing\n",
        b"We had beans.\n",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n[Music]\n",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n",
        b"1\nxx --> yy\nWe had beans.\n",
        b"\0\1\2",
        b"\xff\xfe\x00\xd8",
    ],
)
def test_a_file_in_which_nothing_is_said_is_refused_with_what_to_do(data):
    with pytest.raises(DocumentError, match=r"Export|Save"):
        read(data)


@given(st.binary(max_size=400), st.integers(0, len(VTT)), st.sampled_from([VTT, SRT, ROLLING]))
@settings(max_examples=120, deadline=None)
def test_whatever_the_bytes_only_a_document_error_escapes(noise, at, text):
    whole = text.encode()
    for data in (noise, whole[:at] + noise + whole[at:], whole[at:], noise + whole[:at]):
        try:
            source = read(data)
        except DocumentError:
            continue
        assert source.lines


TOKENS = st.sampled_from(
    [*"<>[]{}()&:;♪-\n\n 01>", "-->", "00:01.000 --> 00:02.000\n", "<v Asha P>", "</v>", "OWEN: ", "we", "&#39;"]
)


@given(st.lists(TOKENS, max_size=60).map("".join))
@settings(max_examples=120, deadline=None)
def test_lines_are_sound_whatever_the_cues_hold(text):
    try:
        source = read(f"WEBVTT\n\n00:00.000 --> 00:01.000\nBeans.\n{text}".encode())
    except DocumentError:
        return
    assert all(a.end < b.start for a, b in itertools.pairwise(source.lines))
    for line in source.lines:
        words = source.text[line.start : line.end]
        assert words
        assert words == words.strip()
    times = [line.time for line in source.lines if line.time is not None]
    assert times == sorted(times)


WORDS = st.sampled_from(
    ["um", "we", "asked", "The", "lane.", "“No,", "no.”", "Dr.", "beans?", "Peas!", "café", "so…", "3.5"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=25), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_word_of_a_file_that_does_not_roll_is_there_once_in_order(said, numbered):
    blocks = [f"00:{i:02}:00,000 --> 00:{i:02}:05,000\n{words}\n" for i, words in enumerate(said)]
    text = "\n".join(f"{i}\n{block}" for i, block in enumerate(blocks)) if numbered else "\n".join(blocks)
    assert spoken(text).split() == " ".join(said).split()


@pytest.mark.parametrize(
    "payload",
    [
        "so we went. And then ",
        "<v ",
        "[",
        "♪x",
        ">> ",
        "Asha: ",
        '."',
        "&#",
        "-",
        "-->",
        "\n",
        "{\\",
        "(a ",
        ". ",
        "'“",
    ],
)
def test_the_work_grows_only_with_the_length(payload):
    data = f"WEBVTT\n\n00:01.000 --> 00:02.000\nhi. {payload * (100_000 // len(payload))}x\n".encode()
    begun = time.process_time()
    read(data)
    assert time.process_time() - begun < 5
