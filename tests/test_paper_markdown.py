"""Markdown papers: the words come back from a Markdown reader, and none of them has become markup."""

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from papers import OUTSIDE, RETOLD, awkward, cited

from ui.paper.letters import printable
from ui.paper.markdown import markdown
from ui.paper.values import Entry, Heading, Items, Paper, Picture, Quotation, Struck, Table, Words

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(text):
    """(the block that it stands in, its words, what markup is in it) of each piece of text, in order."""
    found, inside = [], []
    for token in READER.parse(text):
        if token.nesting == 1:
            inside.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline":
            marks = {child.type for child in token.children} - {"text", "softbreak", "hardbreak"}
            words = "".join("\n" if "break" in child.type else child.content for child in token.children)
            found.append((inside[-2] if inside[-1] == "paragraph" and len(inside) > 1 else inside[-1], words, marks))
        else:
            found.append((token.type, token.content, set()))
    return found


def words(text):
    """The words of a text. White space of every kind parts them, because a reader strips it from the ends of a line."""
    return printable(text).split()


plain = words  # whether a reader sees anything at all of a text


@settings(deadline=None)
@given(awkward.filter(plain))
def test_a_quotation_comes_back_word_for_word(quote):
    found = read(markdown(Paper("Title", (Quotation(cited(quote)),))))
    quoted = [(said, marks) for block, said, marks in found if block == "blockquote"]
    assert [part for said, _ in quoted for part in words(said)] == words(quote)
    assert not any(marks for _, marks in quoted)
    assert [block for block, _, _ in found if block not in ("h1", "blockquote", "paragraph", "h2", "list_item")] == [
        "heading",
        "heading",
    ]


@settings(deadline=None)
@given(awkward.filter(plain))
def test_our_own_words_and_headings_and_items_are_no_markup_either(text):
    found = read(markdown(Paper(text, (Words(text), Heading(text), Items((text,)), Struck(text)))))
    assert [marks for _, _, marks in found[:-1]] == [set()] * (len(found) - 1)
    assert [(block, words(said)) for block, said, _ in found if block != "paragraph"] == [
        ("heading", words(text)),
        ("heading", words(text)),
        ("list_item", words(text)),
        ("blockquote", ["A", "quotation", "stood", "here.", *words(text)]),
    ]
    assert [part for block, said, _ in found if block == "paragraph" for part in words(said)] == words(text)
    assert found[-1][2] == {"s_open", "s_close"}


@settings(max_examples=50, deadline=None)
@given(awkward, awkward.filter(plain))
def test_a_table_keeps_its_cells(one, other):
    found = read(markdown(Paper("T", (Table((other, "b"), ((one, other),)),))))
    assert [block for block, _, _ in found[1:]] == ["th", "th", "td", "td"]
    assert [words(said) for _, said, _ in found[1:]] == [words(text) for text in (other, "b", one, other)]
    assert not any(marks for _, _, marks in found[1:])


@settings(max_examples=50, deadline=None)
@given(awkward.filter(plain), awkward.filter(plain))
def test_an_entry_is_one_item(quote, term):
    found = read(markdown(Paper("T", (Entry(term, (cited(quote),)), Entry("b", note="Said.")))))
    items = [(said, marks) for block, said, marks in found if block == "list_item"]
    said, marks = items[0]
    assert len(items) == 3  # two entries and the source
    said_in_one_line = printable(quote).strip(" \t\n")
    assert words(said) == words(f"{term} “{said_in_one_line}” (Bees, a note, undated)")
    assert marks == {"strong_open", "strong_close"}


@pytest.mark.parametrize(
    "url", ["https://a.org/x y", "https://a.org/<b>)\\", "http://a.org/?x=1&copy=2", "https://a.org/*b*_c_"]
)
def test_a_link_leads_to_the_very_address(url):
    tokens = [
        child
        for token in READER.parse(markdown(Paper("T", (Quotation(cited(url=url)),))))
        for child in token.children or ()
    ]
    hrefs = {token.attrs["href"] for token in tokens if token.type == "link_open"}
    assert len(hrefs) == 1
    assert next(iter(hrefs)).replace("%20", " ").replace("%3C", "<").replace("%3E", ">").replace("%5C", "\\") == url


def test_a_retelling_says_so_and_leads_to_the_original():
    text = markdown(Paper("T", (Quotation(RETOLD),)))
    assert "In Ada Invented's account, Hives, under “By the brook”, July 2020, our retelling ([the original](<" in text


def test_only_the_web_is_linked():
    assert "javascript" not in markdown(Paper("T", (Quotation(OUTSIDE),)))


def test_paper_has_its_parts_in_order():
    paper = Paper(
        "Title", (Words("One."), Picture(b"", "what it shows", "A caption")), subtitle="Under it", foot="At the end"
    )
    assert markdown(paper) == "# Title\n\nUnder it\n\nOne.\n\nA caption\n\nwhat it shows\n\n---\n\nAt the end\n"
