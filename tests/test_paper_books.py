"""A commonplace book as a paper."""

from datetime import date

from papers import RETOLD

from assistant.kept.entries import CHANGED, Entry, StruckOut
from ui.paper.books import book_paper
from ui.paper.markdown import markdown
from ui.paper.values import Heading, Quotation, Struck, Words

ENTRIES = (
    Entry(1, "heading", "Hives"),
    Entry(2, "words", "What I found.\nAnd where."),
    Entry(3, "quotation", RETOLD),
    Entry(4, "quotation", StruckOut(CHANGED)),
)


def test_entries_keep_their_order_and_a_quotation_that_is_gone_is_struck_out():
    paper = book_paper("Bees", ENTRIES, today=date(2021, 5, 20))
    assert paper.blocks == (Heading("Hives"), Words("What I found.\nAnd where."), Quotation(RETOLD), Struck(CHANGED))
    assert paper.foot == "Made by Commonplace on 20 May 2021. 1 quotation, each in its document's own words."


def test_in_markdown():
    assert markdown(book_paper("Bees", ENTRIES)).startswith(
        "# Bees\n\nA commonplace book\n\n## Hives\n\nWhat I found.\\\nAnd where.\n\n> The hives stood by the brook.\n\n"
        "— In Ada Invented's account, Hives, under “By the brook”, July 2020, our retelling ([the original]("
    )
    assert f"> ~~A quotation stood here.~~ {CHANGED}" in markdown(book_paper("Bees", ENTRIES))
