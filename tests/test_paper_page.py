"""The printed page: whole in itself, every word escaped, nothing linked but the web."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from papers import OUTSIDE, RETOLD, awkward, cited, coverage, covered

from ui.paper.briefs import coverage_paper
from ui.paper.letters import printable
from ui.paper.page import page
from ui.paper.values import Entry, Heading, Items, Paper, Picture, Quotation, Struck, Table, Words

EMPTY = Paper("", ())


class Reader(HTMLParser):
    """The tags of a page, their attributes, and the text in each kind of tag."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.texts, self.inside = [], [], {}, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.inside.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if self.inside:
            self.texts[self.inside[-1]][-1] += data


def everything(text):
    return Paper(
        text,
        (
            Heading(text),
            Words(text, small=True),
            Items((text,)),
            Quotation(cited(text, title=text, heading=(text,), speaker=text), text),
            Entry(text, (cited(text),), text),
            Struck(text),
            Table((text,), ((text,),), text),
        ),
        subtitle=text,
        foot=text,
    )


@settings(max_examples=50, deadline=None)
@given(awkward)
def test_no_text_becomes_a_tag(text):
    ours, same = Reader(page(everything(text))), Reader(page(everything("a")))
    assert ours.tags == same.tags if text else ours.tags
    assert ours.texts["blockquote"] == [printable(text)]
    assert ours.texts["title"] == [printable(text)]
    assert "</style" not in ours.texts["style"][0]


@settings(max_examples=50, deadline=None)
@given(awkward)
def test_the_foot_stays_a_string_of_css(text):
    style = Reader(page(Paper("T", (), foot=text))).texts["style"][0]
    last = style.rstrip().rsplit("\n", 1)[-1]
    if " ".join(printable(text).split()):
        assert re.fullmatch(r'@page \{ @bottom-left \{ content: "([\w ., ]|\\[0-9a-f]+ )*"; \} \}', last, re.ASCII)
    else:
        assert "@bottom-left { content" not in style


def test_only_the_web_is_linked():
    hrefs = [
        value
        for name, value in Reader(page(Paper("T", (Quotation(RETOLD), Quotation(OUTSIDE))))).attributes
        if name == "href"
    ]
    assert hrefs == [RETOLD.url, RETOLD.url]  # under the quotation, and in the list of documents


def test_nothing_is_fetched():
    text = page(coverage_paper(coverage(covered()), "May", "", {}))
    sources = [value for name, value in Reader(text).attributes if name in ("src", "srcset", "data")]
    assert sources and all(value.startswith("data:image/png;base64,") for value in sources)
    assert "@import" not in text and "url(" not in text and "<script" not in text and "<link" not in text


def test_numbers_stand_at_the_right_and_headings_are_headings():
    text = page(Paper("T", (Table(("Topic", "Sentences"), (("Bees", "3"), ("Wasps", "–"))),)))
    assert '<th scope="col" class="number">Sentences</th>' in text
    assert '<th scope="col">Topic</th>' in text


def test_a_compact_paper_cites_by_the_number_of_a_document_in_its_list():
    text = page(Paper("T", (Entry("Bees", (cited(),)), Entry("Hives", (RETOLD, OUTSIDE))), compact=True))
    assert 'class="compact"' in text
    assert re.findall(r'class="cited">\((.*?)\)</span>', text)[0] == "1"
    assert ">2, July 2020</a>)" in text and "(3, 2019, from outside)" in text
    listed = text.partition("Documents quoted")[2]
    assert re.findall(r"<li>([^,<]+)", listed) == ["Bees", "Hives", "Wasps"]
    assert "<ol>" in listed and "our retelling" in listed


def test_a_picture_must_be_a_png():
    with pytest.raises(ValueError, match="PNG"):
        page(Paper("T", (Picture(b"GIF89a", "what it shows"),)))
