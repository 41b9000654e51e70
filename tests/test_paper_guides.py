"""The newcomer's guide as a paper: every line cited, and short."""

from dataclasses import replace
from datetime import date

from papers import OUTSIDE, RETOLD, cited

from assistant.guide.values import (
    About,
    Entity,
    Event,
    FirstQuestion,
    Guide,
    Invitation,
    Reading,
    Term,
    Theme,
)
from ui.paper.guides import MOST, UNEXPLAINED, guide_paper
from ui.paper.markdown import markdown
from ui.paper.values import Entry, Heading, Table, Words

TITLES = {"bees.md": "Bees, a note", "hives.md": "Hives"}
LIKED = cited("They like clover.", start=920)
BEES, CELL = cited("We keep bees.", start=900), cited("A cell keeps a hive.", start=901)
HIVE_TRUST = cited("Hive Trust and Comb keep bees.", start=902)
GUIDE = Guide(
    network="The Bee Network",
    about=(About("network", BEES, "network"), About("group", CELL, "cell")),
    entities=(
        Entity("person", "Ada Invented", ("Ada", "the beekeeper"), (RETOLD,), (), ("hives.md",), 3),
        Entity("person", "Bob Invented", (), (), (), ("bees.md",), 2),
        Entity("person", "Cid Invented", (), (), (), ("bees.md",), 1),
        Entity("organisation", "Hive Trust", (), (HIVE_TRUST,), (), ("bees.md",), 2),
        Entity("organisation", "Comb", (), (HIVE_TRUST,), (), ("bees.md",), 1),
    ),
    terms=(
        Term("brood", None, (cited("Brood is the young.", start=910),)),
        Term("VSH", "varroa sensitive hygiene", (), (RETOLD,)),
    ),
    themes=(Theme("clover", (cited(), RETOLD), ("bees.md", "hives.md"), 7, 2),),
    timeline=(
        Event("hives.md", "Hives", "note", "2020-07"),
        Event("bees.md", "Bees, a note", "note", None, (cited("Last spring.", start=911),)),
        Event("more.md", "More", "note"),
    ),
    background=(Event("wasps.md", "Wasps", "report", "2019"),),
    reading=(Reading("bees.md", "Bees, a note", 2, "The first.", "https://bees.example/note"),),
    questions=(FirstQuestion("What do bees like?", (LIKED,)),),
    take_part=(
        Invitation(cited("We meet on 8 May.", start=912), "meeting", "2021-05-08", True),
        Invitation(cited("Come on Friday.", start=913), "meeting"),
        Invitation(cited("Write to us.", start=914), "contribute"),
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
    assert paper.foot == "Made by Commonplace on 20 May 2021 from 3 documents. Every quotation is word for word."
    assert paper.subtitle.startswith("The Bee Network, as its documents tell it.")


def test_it_opens_with_what_the_network_is_and_what_a_group_of_it_is():
    assert under("What this is") == [Entry("The network", (BEES,)), Entry("A cell", (CELL,))]
    assert blocks()[0] == Heading("What this is")


def test_the_network_itself_is_not_among_its_organisations():
    own = Entity("organisation", "Bee Network", (), (HIVE_TRUST,), (), ("bees.md",), 9)
    assert under("Organisations", replace(GUIDE, entities=(*GUIDE.entities, own))) == under("Organisations")


def test_people_are_introduced_in_a_documents_words_and_the_others_named_with_where():
    assert under("People") == [
        Entry("Ada Invented (the beekeeper)", (RETOLD,)),
        Words("Also named: Bob Invented, Cid Invented (Bees, a note).", small=True),
    ]


def test_those_whom_one_sentence_introduces_share_its_line():
    assert under("Organisations") == [Entry("Comb; Hive Trust", (HIVE_TRUST,))]
    once = tuple(replace(one, count=1) for one in GUIDE.entities)
    assert under("Organisations", replace(GUIDE, entities=once)) == [
        Entry("Comb; Hive Trust", (HIVE_TRUST,), "Each is named in this sentence alone.")
    ]


def test_a_sentence_is_shown_once_and_referred_to_after():
    other = cited("Comb sells honey.", start=930)
    place = Entity("place", "Combtown", (), (HIVE_TRUST,), (), ("bees.md",), 1)
    told = Entity("place", "Honeyham", (), (HIVE_TRUST, other), (), ("bees.md",), 1)
    guide = replace(GUIDE, entities=(*GUIDE.entities, place))
    assert under("Places", guide) == [Entry("Combtown", note="See “Comb”.")]
    guide = replace(GUIDE, entities=(*GUIDE.entities, told))
    assert under("Places", guide) == [Entry("Honeyham", (other,))]


def test_a_sentence_of_one_is_never_shown_for_those_who_share_a_line():
    both = tuple(
        Entity("place", name, (), (HIVE_TRUST, cited(f"{name} is far.", start=940)), (), ("bees.md",), 1)
        for name in ("Combtown", "Honeyham")
    )
    guide = replace(GUIDE, entities=(*GUIDE.entities, *both))
    assert under("Places", guide) == [
        Entry("Combtown; Honeyham", note="See “Comb”. Each is named in this sentence alone.")
    ]


def test_a_person_is_introduced_and_has_what_they_spoke_about():
    spoke = cited("Dee told of swarms.", start=960), cited("Dee told of wax.", start=961)
    dee = Entity(
        "person", "Dee Invented", (), (cited("Dee Invented, a keeper, came.", start=962),), spoke, ("bees.md",), 4
    )
    (line,) = under("People", Guide(entities=(dee,)))
    assert line == Entry("Dee Invented", (*dee.introduced, spoke[0]))


def test_those_whom_only_background_names_stand_apart():
    wasp = Entity("person", "Una Invented", (), (OUTSIDE,), (), ("wasps.md",), 5, outside=True)
    found = under("People", replace(GUIDE, entities=(*GUIDE.entities, wasp)))
    at = found.index(Words("Named only in background from outside:", small=True))
    assert found[at + 1] == Entry("Una Invented", (OUTSIDE,)) and found[0].term.startswith("Ada")


def test_a_kind_with_very_many_keeps_the_most_used():
    many = tuple(
        Entity("place", f"Place {n:02}", (), (cited(f"Place {n:02} is a place.", start=n),), (), ("bees.md",), n)
        for n in range(20)
    )
    lines = under("Places", Guide(entities=many))
    assert [line.term for line in lines[:-1]] == [f"Place {n:02}" for n in range(20 - MOST["place"], 20)]
    assert all(one.name in lines[-1].text for one in many[: 20 - MOST["place"]])


def test_words_are_explained_or_said_not_to_be():
    assert under("Words used here") == [
        Entry("brood", (cited("Brood is the young.", start=910),)),
        Words("Not explained in the documents: VSH (varroa sensitive hygiene).", small=True),
    ]


def test_only_the_most_used_words_that_nothing_explains_are_named():
    often = tuple(Term(f"word {n:02}", None, (), (RETOLD, RETOLD)) for n in range(UNEXPLAINED))
    once = tuple(Term(f"rarely {n}", None, (), (RETOLD,)) for n in range(3))
    (line,) = under("Words used here", Guide(terms=(*once, *often)))
    assert all(term.term in line.text for term in often) and "rarely" not in line.text
    assert "; and 3 others" in line.text


def test_a_like_name_is_kept_apart():
    (line,) = under("People", Guide(entities=(Entity("person", "Ada", (), (RETOLD,), unlike=("Ada Invented",)),)))
    assert line.term == "Ada (not Ada Invented)"


def test_a_reading_leads_to_its_document():
    text = markdown(guide_paper(GUIDE, TITLES))
    assert "- **[Bees, a note](<https://bees.example/note>)** (2 minutes). The first." in text
    (line, _) = under("What to read first", Guide(reading=(Reading("bees.md", "Bees", 2, "The first."),)))
    assert line.note.endswith("read it in Commonplace's library.")


def test_themes_reading_and_questions():
    assert under("What has been talked about most") == [
        Entry("clover", (cited(),), "7 sentences in 2 documents, and 2 in background from outside.")
    ]  # the other sentence introduces Ada
    assert under("What to read first") == [
        Entry("Bees, a note", note="(2 minutes). The first.", address="https://bees.example/note"),
        Words("2 minutes in all, as the texts stand in Commonplace.", small=True),
    ]
    assert under("Questions to start from") == [Entry("What do bees like?", (LIKED,))]


def test_dates_are_never_guessed():
    assert under("What happened when") == [
        Table(("When", "What"), (("July 2020", "Hives"),)),
        Words("Background from outside: Wasps, 2019.", small=True),
    ]
    assert under("Date unknown, with what may tell it") == [
        Entry("Bees, a note", (cited("Last spring.", start=911),)),
        Words("Nothing tells it: More.", small=True),
    ]


def test_meetings_that_are_past_say_so_and_those_without_a_year_that_they_may_be():
    assert under("How to take part") == [
        Words("No meeting still to come is known from the documents.", small=True),
        Entry("To join in", (cited("Write to us.", start=914),), "The document has no date, so it may have changed."),
    ]
    assert under("Meetings that are past, or may be") == [
        Entry("Bees, a note", (cited("We meet on 8 May.", start=912),), "8 May 2021, now past."),
        Entry(
            "Bees, a note",
            (cited("Come on Friday.", start=913),),
            "May be past, since the document gives no year.",
        ),
    ]


def test_a_meeting_to_come_stands_first_and_what_is_old_says_so():
    come = Invitation(cited("We meet on 8 June.", start=950), "meeting", "2021-06-08", False)
    old = Invitation(RETOLD, "contribute", old=True)
    assert under("How to take part", Guide(take_part=(come, old))) == [
        Entry("Meeting", (come.citation,), "8 June 2021, still to come."),
        Entry("To join in", (RETOLD,), "Written in July 2020, so it may have changed."),
    ]


def test_what_there_is_none_of_has_no_heading():
    assert blocks(Guide()) == ()
    assert markdown(guide_paper(Guide(), {})).startswith("# Start here\n")
