"""The brief of a coverage report: every topic, its counts, its quotations, and what is missing."""

from dataclasses import replace

from papers import OUTSIDE, RETOLD, cited, coverage, covered

from assistant.coverage.values import Label, Voices
from assistant.domain import Document, Standing
from assistant.open_questions.values import OpenQuestion
from ui.paper.briefs import coverage_paper, open_paper
from ui.paper.values import Heading, Paper, Picture, Quotation, Table, Words

NOTHING = covered("Moths", Label.ABSENT, told=(), named=(), outside=(), here=Voices(), oldest=None, newest=None)


def brief(*topics, rule="", documents=()):
    return coverage_paper(coverage(*topics), "May meeting", rule, {"bees.md": "Bees", "hives.md": "Hives"}, documents)


def of(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


def said(paper):
    return [block.text for block in of(paper, Words)]


def test_it_says_what_it_rests_on_and_what_absent_means():
    paper = brief(covered())
    assert paper.subtitle == "What 4 documents hold, as of 20 May 2021. “Absent” means not recorded."
    assert "4 documents" in paper.foot and "20 May 2021" in paper.foot


def test_at_a_glance_has_a_row_for_every_topic_and_one_for_those_with_nothing():
    (table,) = of(brief(covered(), NOTHING), Table)
    assert table.rows == (
        ("Bees", "Well covered", "3", "3", "1", "July 2020"),
        ("Moths", "Absent", "0", "0", "0", "–"),
    )


def test_a_topic_with_nothing_is_listed_and_says_so():
    paper = brief(NOTHING)
    assert [heading.text for heading in of(paper, Heading)] == ["Moths"]
    assert said(paper) == ["Absent. Nothing on this was found in the network's own documents."]
    assert not of(paper, Picture)  # there is nothing to see


def test_a_topic_tells_its_counts_dates_voices_and_who_is_missing():
    assert said(brief(covered())) == [
        "Well covered. 3 sentences in 3 documents and 1 account; 1 of them only names it; July 2020 and undated.",
        "Accounts: Ada Invented. Places: Brookside. Sectors: farming. Elsewhere in the documents, not on this: accounts of "
        "Bob Invented; places Hilltop. Background from outside, not counted, the best of 2 sentences:",
    ]


def test_many_missing_names_are_counted():
    missing = Voices(tuple(f"Invented {n}" for n in range(14)))
    assert "Invented 4, Invented 5 and 8 more. Background" in said(brief(covered(missing=missing)))[1]


def test_a_convenors_label_is_shown_as_theirs():
    paper = brief(covered(rule=Label.WELL, corrected=Label.THIN))
    assert of(paper, Table)[0].rows[0][1] == "Thin (corrected)"
    assert said(paper)[0].startswith("Thin: a convenor's label. As counted it would be “well covered”. 3 sentences")


def test_quotations_are_cited_with_where_else_they_stand_and_outside_texts_come_apart():
    paper = brief(covered())
    first, second, outside = of(paper, Quotation)
    assert (first.citation, first.note) == (RETOLD, "Also in More, undated.")
    assert (second.citation, second.note) == (cited(), "")
    assert outside.citation == OUTSIDE
    before = paper.blocks[paper.blocks.index(outside) - 1]
    assert before.text.endswith("Background from outside, not counted, the best of 2 sentences:")


def test_outside_texts_alone_are_not_shown_as_the_networks_own():
    paper = brief(covered(told=(), named=(), here=Voices(), rule=Label.ABSENT, oldest=None, newest=None))
    assert said(paper)[0].startswith("Absent. Nothing on this was found in the network's own documents.")
    assert [block.citation for block in of(paper, Quotation)] == [OUTSIDE]


def test_the_rule_stands_at_the_end_as_an_aside():
    assert brief(covered(), rule="By hand.").blocks[-1] == Words("How topics were counted. By hand.", small=True)


def test_the_picture_tells_in_words_what_it_shows():
    documents = [Document("bees.md", "Bees", ""), Document("wasps.md", "Wasps", "", standing=Standing.OUTSIDE)]
    for paper in brief(covered()), brief(covered(), documents=documents):
        (picture,) = of(paper, Picture)
        assert picture.alt == ("Each topic against the documents in order of time. Bees: 3 sentences in Hives, Bees.")
        assert picture.inches[0] <= 6.54


def test_every_document_quoted_is_listed_once():
    assert [one.document for one in brief(covered(), covered("Hives")).quoted] == ["hives.md", "bees.md", "wasps.md"]


def test_an_agenda_of_nothing_is_still_a_paper():
    assert brief().blocks == ()


def test_open_questions_come_before_those_taken_up():
    asked = OpenQuestion("topic", RETOLD.quote, (RETOLD, cited(RETOLD.quote, document="more.md", title="More")))
    taken = OpenQuestion("question", "Bees like clover.", (cited(),), (OUTSIDE, replace(OUTSIDE, start=3)))
    blocks = open_paper((taken, asked))
    assert blocks == (
        Heading("Open questions"),
        Heading("No later mention found", 2),
        Quotation(RETOLD, "Suggested as a topic. Also in More, undated."),
        Heading("Taken up since", 2),
        Quotation(cited(), "A question that was asked."),
        Words("Taken up in:", small=True),
        Quotation(OUTSIDE),
        Quotation(replace(OUTSIDE, start=3)),
    )
    assert Paper("Brief", blocks).quoted == (RETOLD, cited(), OUTSIDE)
