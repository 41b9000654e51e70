"""What the tests of papers share: citations of invented documents, and awkward text."""

from hypothesis import strategies as st

from assistant.coverage.values import Coverage, Label, TopicCoverage, Voices
from assistant.domain import Citation, Form, Standing, Statement

# What Markdown, HTML, XML, CSS and mathtext each take for more than a letter, and letters that no XML can hold.
AWKWARD = "#*_`~|[](){}<>!\\&;:-+=.$^@\"'/%0 1aé\n\t\r\x00\x0b\x0c\x1b\x85\xa0\u2028\u202e\ufeff\ufffe\ud800中😀"
MARKS = [
    "**",
    "__",
    "~~",
    "---",
    "- ",
    "1. ",
    "> ",
    "# ",
    "```",
    "| a |",
    "|-|",
    "http://a.org",
    "www.a.org",
    "a@b.org",
]
MARKS += [
    "<b>",
    "</p>",
    "</style>",
    "<!-- ",
    "&amp;",
    "&#35;",
    "![a](b)",
    "[a](b)",
    "[^1]",
    "    ",
    "$x^2$",
    "\\",
    "\n\n",
]
awkward = st.lists(
    st.one_of(st.sampled_from(MARKS), st.text(AWKWARD, max_size=6), st.text(max_size=4)), max_size=8
).map("".join)


def cited(quote="Bees like clover.", *, document="bees.md", title="Bees, a note", start=0, **about):
    """A citation of an invented document."""
    return Citation(document, title, quote, start, start + len(quote), **about)


RETOLD = cited(
    "The hives stood by the brook.",
    document="hives.md",
    title="Hives",
    heading=("Notes", "By the brook"),
    speaker="Ada Invented",
    date="2020-07",
    url="https://example.org/hives?a=1&copy=2",
    form=Form.RETELLING,
)
OUTSIDE = cited(
    "Wasps are not bees.",
    document="wasps.md",
    title="Wasps",
    date="2019",
    url="javascript:alert(1)",
    standing=Standing.OUTSIDE,
)


def covered(topic="Bees", rule=Label.WELL, **given):
    """A topic of which two invented documents tell."""
    told = (Statement(RETOLD.quote, (RETOLD, cited(RETOLD.quote, document="more.md", title="More"))),)
    about = {
        "told": (*told, Statement("Bees like clover.", (cited(),))),
        "named": (Statement("Bees were named.", (cited("Bees were named.", start=40),)),),
        "outside": (Statement(OUTSIDE.quote, (OUTSIDE,)), Statement("Hornets.", (OUTSIDE,))),
        "here": Voices(("Ada Invented",), ("Brookside",), ("farming",)),
        "missing": Voices(("Bob Invented",), ("Hilltop",), ()),
        "oldest": "2020-07",
        "newest": "2020-07",
    }
    return TopicCoverage(topic, rule, **(about | given))


def coverage(*topics):
    return Coverage(topics, documents=4, day="2021-05-20")
