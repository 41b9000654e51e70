"""The newcomer's guide as a paper: every line cited, and short."""

from datetime import date

from papers import RETOLD, cited

from assistant.guide.values import Entity, Event, Guide, Invitation, Reading, Term, Theme
from ui.paper.guides import MOST, UNEXPLAINED, guide_paper
from ui.paper.markdown import markdown
from ui.paper.values import Entry, Heading, Items, Quotation, Table, Words

TITLES = {"bees.md": "Bees, a note", "hives.md": "Hives"}
GUIDE = Guide(
    about=(cited("We keep bees."),),
    entities=(
        Entity("person", "Ada Invented", ("Ada", "the beekeeper"), (RETOLD,), (), ("hives.md",), 3),
        Entity("person", "Bob Invented", (), (), (), ("bees.md",), 2),
        Entity("person", "Cid Invented", (), (), (), ("bees.md",), 1),
        Entity("organisation", "Hive Trust", (), (cited("Hive Trust and Comb keep bees."),), (), ("bees.md",), 2),
        Entity("organisation", "Comb", (), (cited("Hive Trust and Comb keep bees."),), (), ("bees.md",), 1),
    ),
    terms=(
        Term("brood", None, (cited("Brood is the young."),)),
        Term("VSH", "varroa sensitive hygiene", (), (RETOLD,)),
    ),
    themes=(Theme("clover", (cited(), RETOLD), ("bees.md", "hives.md"), 7),),
    timeline=(
        Event("hives.md", "Hives", "note", "2020-07"),
        Event("bees.md", "Bees, a note", "note", None, (cited("Last spring."),)),
        Event("more.md", "More", "note"),
    ),
    reading=(Reading("bees.md", "Bees, a note", 2, "The first.", "https://bees.example/note"),),
    questions=("What do bees like?",),
    take_part=(
        Invitation(cited("We meet on 8 May."), "meeting", "2021-05-08", True),
        Invitation(cited("Come on Friday."), "meeting"),
        Invitation(cited("Write to us."), "contribute"),
    ),
    documents=3,
)


def blocks(guide=GUIDE):
    return guide_paper(guide, TITLES, today=date(2021, 5, 20)).blocks


def under(name, guide=GUIDE):
    """What stands under a heading."""
    found, here = [], False
    for block in blocks(guide):
        if isinstance(block, Heading):
            here = block.text == name
        elif here:
            found.append(block)
    return found


def test_it_is_compact_and_says_when_it_was_made():
    paper = guide_paper(GUIDE, TITLES, today=date(2021, 5, 20))
    assert paper.compact
    assert (
        paper.foot
        == "Made by Commonplace on 20 May 2021 from 3 documents. Every quotation is in the document's own words."
    )
    assert paper.blocks[0] == Quotation(cited("We keep bees."))


def test_people_are_introduced_in_a_documents_words_and_the_others_named_with_where():
    assert under("People") == [
        Entry("Ada Invented (the beekeeper)", (RETOLD,)),
        Words("Also named: Bob Invented, Cid Invented (Bees, a note).", small=True),
    ]


def test_those_whom_one_sentence_introduces_share_its_line():
    assert under("Organisations") == [Entry("Comb; Hive Trust", (cited("Hive Trust and Comb keep bees."),))]


def test_a_kind_with_very_many_keeps_the_most_used():
    many = tuple(
        Entity("place", f"Place {n:02}", (), (cited(f"Place {n:02} is a place."),), (), ("bees.md",), n)
        for n in range(20)
    )
    lines = under("Places", Guide(entities=many))
    assert [line.term for line in lines[:-1]] == [f"Place {n:02}" for n in range(20 - MOST["place"], 20)]
    assert all(one.name in lines[-1].text for one in many[: 20 - MOST["place"]])


def test_words_are_explained_or_said_not_to_be():
    assert under("Words used here") == [
        Entry("brood", (cited("Brood is the young."),)),
        Words("Not explained in the documents: VSH (varroa sensitive hygiene) (Hives).", small=True),
    ]


def test_only_the_most_used_words_that_nothing_explains_are_named():
    often = tuple(Term(f"word {n:02}", None, (), (RETOLD, RETOLD)) for n in range(UNEXPLAINED))
    once = tuple(Term(f"rarely {n}", None, (), (RETOLD,)) for n in range(3))
    (line,) = under("Words used here", Guide(terms=(*once, *often)))
    assert all(term.term in line.text for term in often) and "rarely" not in line.text
    assert "; and 3 more on the page" in line.text


def test_a_like_name_is_kept_apart():
    (line,) = under("People", Guide(entities=(Entity("person", "Ada", (), (RETOLD,), unlike=("Ada Invented",)),)))
    assert line.term == "Ada (not Ada Invented)"


def test_a_reading_leads_to_its_document():
    text = markdown(guide_paper(GUIDE, TITLES))
    assert "- **[Bees, a note](<https://bees.example/note>)** (2 minutes). The first." in text


def test_themes_reading_and_questions():
    assert under("What has been talked about") == [Entry("clover", (cited(), RETOLD), "7 sentences in 2 documents.")]
    assert under("What to read first") == [
        Entry("Bees, a note", note="(2 minutes). The first.", address="https://bees.example/note"),
        Words("2 minutes in all.", small=True),
    ]
    assert under("Questions to start from") == [Items(("What do bees like?",))]


def test_dates_are_never_guessed():
    assert under("What happened when") == [Table(("When", "What"), (("July 2020", "Hives"),))]
    assert under("Date unknown, with what may tell it") == [
        Entry("", (cited("Last spring."),)),
        Words("Nothing tells it: More.", small=True),
    ]


def test_meetings_that_are_past_say_so_and_those_without_a_year_that_they_may_be():
    assert under("How to take part") == [
        Entry("Meeting", (cited("We meet on 8 May."),), "8 May 2021, now past."),
        Entry("Meeting", (cited("Come on Friday."),), "the document gives no year, so it may be past."),
        Entry("To join in", (cited("Write to us."),)),
    ]


def test_what_there_is_none_of_has_no_heading():
    assert blocks(Guide()) == ()
    assert markdown(guide_paper(Guide(), {})).startswith("# Start here\n")
