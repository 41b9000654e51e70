"""Web pages to their articles, and markup to its lines."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from assistant.errors import DocumentError
from ingest.formats import markup, web
from ingest.read import parse

BLOG = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>How the lane came back to life | Larkfield Network</title>
<meta property="og:type" content="article"><meta property="og:title" content="How the lane came back to life">
<meta name="author" content="Asha Patel"><meta property="article:published_time" content="2021-05-04T09:00:00+01:00">
<link rel="canonical" href="/blog/lane"><style>p { color: red }</style></head><body>
<div class="cookie-banner"><p>We use cookies to make this invented site better. By going on you agree to them.</p>
<button>Accept all</button></div>
<header><a href="/">Larkfield Network</a><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul>
</nav></header><div class="menu"><a href="/join">Join us</a> <a href="/give">Give</a></div>
<main><article class="post"><h1>How the lane came back to life</h1>
<p class="byline">By <a rel="author" href="/asha">Asha Patel</a></p>
<p>For years the lane behind the allotments was a place that people hurried through. We asked forty neighbours what would
make them stop there, and <strong>most of them said a bench</strong>.</p>
<p>On <time datetime="2021-03-02">2 March</time> we met in the hall, and <label>thirty people</label> came. The
council&rsquo;s officer, Tom&aacute;s Reyes, brought maps&nbsp;and a thermos.</p>
<script>document.write("<p>These words were never on the page.</p>")</script>
<h2>What we learned</h2>
<p>Benches are cheap; trust is slow. It took three meetings before anybody would say what had gone wrong.</p>
<ul><li>Ask before you build.</li><li>Pay people for their time, and say how much.</li><li>Tea</li></ul>
<ol start="3"><li>Forty neighbours answered the door.</li><li>Twelve of them came twice.</li></ol>
<blockquote><p>I had lived here nineteen years and never known her name</p></blockquote>
<p>Short one.</p>
<table><tr><th>Month</th><th>People</th></tr><tr><td>March</td><td>30</td></tr><tr><td>April</td><td>41</td></tr></table>
<figure><img src="a.jpg" alt="a bench"><figcaption>The new bench, in April</figcaption></figure>
<div>A paragraph that stands in a div, because the editor of the site makes them so. It goes on for a while.</div>
<p>We would do it again, and we would start with the tea.</p>
<div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet this</a></div></article>
<section class="related-posts"><h3>Related posts</h3><ul><li><a href="/1">Why hedges matter to the whole street</a></li>
<li><a href="/2">Five things we learned about soup</a></li></ul></section>
<section id="comments" class="comments-area"><h2>2 comments</h2><ol class="comment-list">
<li class="comment"><p>Lovely to read this, we should try it in our street as well!</p></li>
<li class="comment"><p>I disagree about the bench, it draws trouble in the evenings.</p></li></ol>
<form><label>Leave a reply</label><textarea></textarea></form></section></main>
<aside class="sidebar"><h3>About us</h3><p>The Larkfield Network is a group of neighbours, invented for a test.</p></aside>
<footer><p>Copyright 2021 Larkfield Network. Registered charity. All rights reserved.</p></footer></body></html>"""

OLD = """<HTML><HEAD><TITLE>Notes of the Hedge Society</TITLE></HEAD><BODY BGCOLOR="#ffffff">
<CENTER><FONT SIZE=5>Notes of the Hedge Society</FONT></CENTER>
<P>We met at the mill on Tuesday.
<P>Mrs. Ode spoke of the flood of 1953, and of how the village kept its flour dry.
The flour was carried up to the second floor by eleven people.<BR><BR>
Then we had tea.
</BODY></HTML>"""

COUNCIL = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Notice board - Larkfield Parish Council</title></head><body><form id="aspnetForm" method="post">
<div class="skip"><a href="#main">Skip to main content</a></div>
<div id="header"><ul class="nav"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></div>
<div id="main"><h1>Notice board</h1>
<div class="card"><h2><a href="/n/1">Mill Lane is closed</a></h2>
<p>Mill Lane will be closed from 9am on Monday 6 June until 5pm on Friday 10 June.</p>
<table><thead><tr><th>Where</th><th>From</th><th>Until</th></tr></thead>
<tbody><tr><td>Mill Lane</td><td>6 June</td><td>10 June</td></tr></tbody></table></div>
<div class="card"><h2><a href="/n/2">Bins</a></h2><p>Bins are emptied on Tuesdays, from seven in the morning.</p></div>
<div class="card"><h2><a href="/n/3">Contact</a></h2><p>Ring the clerk, Wren Adeyemi, on 01234 000000.</p></div></div>
<div id="footer"><ul><li><a href="/a">Accessibility</a></li></ul><p>Larkfield Parish Council, The Old Mill</p></div>
</form></body></html>"""

GUIDE = """<html><head><title>A guide to sharing tools</title></head><body><div id="content"><h1>A guide to sharing tools</h1>
<h2>Before you lend</h2><p>Check it works.</p><ul><li>Drill<ul><li>Bits</li></ul></li><li>Saw</li></ul>
<h2>While it is out</h2><p>Write down who has it and when it is due back.</p><ol><li>Name</li><li>Date</li></ol>
<h2>When it comes back</h2><p>Clean it.</p><p>Thank them.</p></div></body></html>"""


def read(page: str, address: str | None = None):
    return web.read_page(page.encode(), address)


def lines(page: str) -> list[tuple[str | None, int, str]]:
    return lines_of(markup.render(page))


def lines_of(found) -> list[tuple[str | None, int, str]]:
    return [(line.kind, line.level, found.text[line.start : line.end]) for line in found.lines]


def words(page: str) -> str:
    return " ".join(markup.render(page).text.split())


# --- the article ---


def test_a_blog_is_its_article():
    text = read(BLOG).text
    for sentence in (
        "For years the lane behind the allotments was a place that people hurried through.",
        "We asked forty neighbours what would make them stop there, and most of them said a bench.",
        "On 2 March we met in the hall, and thirty people came.",
        "The council’s officer, Tomás Reyes, brought maps and a thermos.",
        "Pay people for their time, and say how much.\nTea\n",
        "3. Forty neighbours answered the door.",
        "I had lived here nineteen years and never known her name",
        "Short one.",
        "March | 30\nApril | 41",
        "The new bench, in April",
        "A paragraph that stands in a div, because the editor of the site makes them so.",
        "We would do it again, and we would start with the tea.",
    ):
        assert sentence in text


@pytest.mark.parametrize(
    "words",
    "cookies|Accept all|Join us|Home|Share on|Related|hedges matter|Lovely|disagree|2 comments|Leave a reply|About us"
    "|Copyright|never on the page|color".split("|"),
)
def test_a_blog_is_nothing_but_its_article(words):
    assert words not in read(BLOG).text


def test_what_a_blog_says_of_itself():
    page = read(BLOG, "https://larkfield.example/?p=7")
    assert (page.title, page.authors, page.date) == ("How the lane came back to life", ("Asha Patel",), "2021-05-04")
    assert (page.kind, page.url) == ("blog", "https://larkfield.example/blog/lane")


@pytest.mark.parametrize("page", [BLOG, OLD, COUNCIL, GUIDE], ids=["blog", "old", "council", "guide"])
def test_every_line_is_in_the_page_word_for_word(page):
    whole = "".join(document_fromstring(page).text_content().split())
    found = read(page)
    for line in found.lines:
        for cell in re.sub(r"^\d+\. ", "", found.text[line.start : line.end]).split(" | "):
            assert "".join(cell.split()) in whole


def test_an_old_page_keeps_its_paragraphs():
    page = read(OLD)
    assert page.title == "Notes of the Hedge Society"
    assert page.kind == "web page"
    assert "The flour was carried up to the second floor by eleven people.\n\nThen we had tea." in page.text


def test_a_notice_board_keeps_the_headings_of_its_notices():
    document = parse(COUNCIL.encode(), "notices.html")
    blocks = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert blocks == [
        ("heading", "Notice board"),
        ("heading", "Mill Lane is closed"),
        ("paragraph", "Mill Lane will be closed from 9am on Monday 6 June until 5pm on Friday 10 June."),
        ("item", "Where | From | Until"),
        ("item", "Mill Lane | 6 June | 10 June"),
        ("heading", "Bins"),
        ("paragraph", "Bins are emptied on Tuesdays, from seven in the morning."),
        ("heading", "Contact"),
        ("paragraph", "Ring the clerk, Wren Adeyemi, on 01234 000000."),
    ]


def test_a_guide_keeps_its_headings_and_lists():
    document = parse(GUIDE.encode(), "guide.htm")
    assert [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", 1, "A guide to sharing tools"),
        ("heading", 2, "Before you lend"),
        ("paragraph", 0, "Check it works."),
        ("item", 0, "Drill"),
        ("item", 0, "Bits"),
        ("item", 0, "Saw"),
        ("heading", 2, "While it is out"),
        ("paragraph", 0, "Write down who has it and when it is due back."),
        ("item", 0, "1. Name"),
        ("item", 0, "2. Date"),
        ("heading", 2, "When it comes back"),
        ("paragraph", 0, "Clean it."),
        ("paragraph", 0, "Thank them."),
    ]


@pytest.mark.parametrize(
    "sentence", ["On <time>2 March</time> we met.", "We like H<sub>2</sub>O too.", "He said <q>no thanks</q>."]
)
def test_a_short_sentence_is_whole(sentence):
    whole = re.sub("<q>(.*)</q>", r"“\1”", re.sub("</?(?:time|sub)>", "", sentence))
    assert f"\n{whole}\n" in read(BLOG.replace("Short one.", sentence)).text


CARDS = """<html><body><nav><a href="/">Home</a></nav><h1>What is on</h1>
<div class="card"><h2><a href="/1">Seed swap</a></h2><p>Saturday <time>4 March</time>, 10am, the mill.</p>
<p>Bring what you have.</p></div><div class="card"><h2><a href="/2">Hedge day</a></h2><p>Sunday 5 March, 9am, the lane.</p>
<p>Gloves are lent.</p></div><div class="card"><h2><a href="/3">Soup lunch</a></h2><p>Every Wednesday at noon.</p></div>
<footer>Larkfield Parish Council</footer></body></html>"""


def test_a_heading_that_is_a_link_stays_over_its_words():
    assert [words for _, _, words in lines_of(read(CARDS))] == [
        "What is on",
        "Seed swap",
        "Saturday 4 March, 10am, the mill.",
        "Bring what you have.",
        "Hedge day",
        "Sunday 5 March, 9am, the lane.",
        "Gloves are lent.",
        "Soup lunch",
        "Every Wednesday at noon.",
    ]


def test_the_beginning_of_the_article_in_a_sidebar_is_not_read_twice():
    teaser = "<div class='box'>For years the lane behind the allotments was a place that people hurried through…</div>"
    page = BLOG.replace("<aside", f"{teaser}<aside").replace('<div class="menu">', f"{teaser}<div class='menu'>")
    assert read(page).text.count("For years the lane") == 1


def test_a_short_line_of_the_menu_that_is_in_the_article_too_is_not_read_twice():
    page = BLOG.replace("<header>", "<div>Tea</div><div>Join us today</div><header>")
    assert read(page).text.split("\n").count("Tea") == 1


LAID_OUT = """<html><head><title>The mill</title></head><body><table width="100%"><tr><td width="120"><a href="a.htm">Home</a><br>
<a href="b.htm">Maps</a></td><td><h2>The mill</h2><p>The mill was built in 1720, and it ground flour for the four villages around
the ford until the flood of 1911.</p><p>Thank you.</p><p>The wheel is turned by hand on the first Sunday of the month, when
there is somebody to turn it and the river is not too high.</p></td></tr></table></body></html>"""


def test_a_page_laid_out_in_a_table_keeps_its_paragraphs():
    text = read(LAID_OUT).text
    assert "until the flood of 1911.\n\nThank you.\n\nThe wheel" in text
    assert "|" not in text


def test_a_page_that_stands_in_one_form_is_read():
    assert read("<form><p>Shut today</p><form><label>Find</label></form></form>").text.startswith("Shut today")


def test_a_page_of_one_sentence():
    assert (
        read("<title>Closed</title><p>The library is closed on Friday.</p>").text == "The library is closed on Friday."
    )


def test_a_page_of_too_few_words_for_an_article_is_read_without_its_furniture():
    page = (
        "<body><nav>Home</nav><header>Larkfield</header><p>Shut today</p><aside>Join us</aside><form><label>Find</label>"
        "</form><footer>Copyright</footer></body>"
    )
    assert read(page).text == "Shut today"


@pytest.mark.parametrize(
    "page",
    ["", " ", "<p></p>", "<script>var words</script>", "<p>…</p>", "<img alt='a bench'>", "<p hidden>Secret</p>"],
)
def test_a_page_without_words_is_refused(page):
    with pytest.raises(DocumentError, match="no words"):
        read(page)


# --- what a page says of itself ---


@pytest.mark.parametrize(
    ("head", "address", "url"),
    [
        ('<link rel="canonical" href="https://a.example/b">', "https://c.example/", "https://a.example/b"),
        ('<link rel="Canonical" href="/b">', "http://c.example/d", "http://c.example/b"),
        ('<link rel="canonical" href="javascript:alert(1)">', "https://c.example/d", "https://c.example/d"),
        ('<link rel="canonical" href="https://[broken">', "https://c.example/d", "https://c.example/d"),
        ('<link rel="canonical" href="/b">', None, None),
        ('<meta property="og:url" content="https://a.example/e">', None, "https://a.example/e"),
        ("<!-- saved from url=(0021)https://a.example/s -->", None, "https://a.example/s"),
        ("", "file:///home/asha/page.html", None),
        ("", "ftp://a.example/page.html", None),
        ("", "https://c.example/d", "https://c.example/d"),
    ],
)
def test_its_address(head, address, url):
    page = f"{head}<html><head>{head}</head><body><p>We met at the mill on Tuesday.</p></body></html>"
    assert read(page, address).url == url


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("", "web page"),
        ('<meta property="og:type" content="website">', "web page"),
        ('<meta property="og:type" content="article">', "blog"),
        ('<script type="application/ld+json">{"@type": "BlogPosting"}</script>', "blog"),
        ('<script type="application/ld+json">{"@type": ["NewsArticle"]}</script>', "blog"),
        ('<script type="application/ld+json">{"@type": "Organization"}</script>', "web page"),
    ],
)
def test_its_kind(head, kind):
    assert read(f"<html><head>{head}</head><body><p>We met at the mill on Tuesday.</p></body></html>").kind == kind


@pytest.mark.parametrize("author", ["admin", "Site Admin", "wren@larkfield.example", "https://larkfield.example/wren"])
def test_nobody_is_no_author(author):
    page = f'<html><head><meta name="author" content="{author}"></head><body><p>We met at the mill.</p></body></html>'
    assert read(page).authors == ()


def test_two_authors():
    page = '<html><head><meta name="author" content="Asha Patel"><meta name="author" content="Wren Adeyemi"></head>'
    assert read(f"{page}<body><p>We met at the mill.</p></body></html>").authors == ("Asha Patel", "Wren Adeyemi")


def test_no_date_is_guessed_from_the_words():
    assert read("<p>We met on 5 May 2019, at the mill.</p><footer>Copyright 2020</footer>").date is None


# --- its letters ---

SENTENCE = "Tomás’s café opens at noon, and closes when the cake is gone."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=windows-1252>", "cp1252"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="base64">', "utf-8"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ('<meta charset="macintosh">', "mac-roman"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "utf-8"),
    ],
)
def test_its_letters_are_read_as_they_were_written(declared, encoding):
    assert web.read(f"{declared}<html><body><p>{SENTENCE}</p></body></html>".encode(encoding)).text == SENTENCE


def test_one_broken_letter_does_not_spoil_the_rest():
    data = (
        f'<meta charset="utf-8"><p>{SENTENCE}</p>'.encode()
        + b"<p>Broken: \xc3 here, says the page of caf\xc3\xa9s.</p>"
    )
    assert SENTENCE in web.read(data).text
    assert "says the page of cafés." in web.read(data).text


def test_a_file_that_is_no_page_is_refused():
    with pytest.raises(DocumentError, match="is none"):
        web.read(b"PK\x03\x04\0\0\0")


# --- markup ---


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>Hedges</h1><p>Bees.</p>", [("heading", 1, "Hedges"), (None, 0, "Bees.")]),
        ("<h3>Hedges<br>and <em>bees</em></h3>", [("heading", 3, "Hedges and bees")]),
        ("<p>One<br>two</p>", [(None, 0, "One"), (None, 0, "two")]),
        ("<p>a<p>b", [(None, 0, "a"), (None, 0, "b")]),
        ("loose <b>words</b><div>in a div</div>", [(None, 0, "loose words"), (None, 0, "in a div")]),
        ("<blockquote><p>We went home</p></blockquote>", [("paragraph", 0, "We went home")]),
        ("<ul><li>a<li><p>b</p><p>c</p></ul>", [("item", 0, "a"), ("item", 0, "b"), ("paragraph", 0, "c")]),
        ("<ol><li>a<li>b</ol>", [(None, 0, "1. a"), (None, 0, "2. b")]),
        ("<ol start=7><li>a<li value=9>b<li>c</ol>", [(None, 0, "7. a"), (None, 0, "9. b"), (None, 0, "10. c")]),
        ("<ol reversed><li>a<li>b</ol>", [(None, 0, "2. a"), (None, 0, "1. b")]),
        ("<ol type=a><li>a<li>b</ol>", [("item", 0, "a. a"), ("item", 0, "b. b")]),
        ("<ol type=I start=4><li>a</ol>", [("item", 0, "IV. a")]),
        ("<ol><li><h2>Trees</h2><p>Tall.</p></ol>", [("heading", 2, "1. Trees"), ("paragraph", 0, "Tall.")]),
        ("<dl><dt>Oak</dt><dd>A tree.</dd></dl>", [("item", 0, "Oak"), ("item", 0, "A tree.")]),
        ("<pre>one  line\nanother</pre>", [(None, 0, "one line"), (None, 0, "another")]),
        ("<p>He said <q>no</q>.</p>", [(None, 0, "He said “no”.")]),
        (
            "<table><caption>Rain</caption><tr><th>a<th>b<tr><td>1<td><p>2</p><p>3</p><tr><td><td>4</table>",
            [("paragraph", 0, "Rain"), ("item", 0, "a | b"), ("item", 0, "1 | 2 | 3"), ("item", 0, "4")],
        ),
        (
            "<table><tr><td><a>Home</a></td><td><h2>Trees</h2><p>They are tall.</p></td></tr></table>",
            [(None, 0, "Home"), ("heading", 2, "Trees"), (None, 0, "They are tall.")],
        ),
        (
            "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table><p>Under it.</p></td></tr></table>",
            [("item", 0, "a | b"), (None, 0, "Under it.")],
        ),
        (
            "<table><tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
            [(None, 0, "x"), ("item", 0, "a | b")],
        ),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", [(None, 0, "One."), (None, 0, "Two.")]),
        ("<p>see <a href='https://a.example'>the map</a>.</p>", [(None, 0, "see the map.")]),
    ],
)
def test_lines_are_what_the_markup_says(page, expected):
    assert lines(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>hedge&shy;hog, gar\u200bden\ufeff, \u2060oak</p>", "hedgehog, garden, oak"),
        ("<p>fish &amp; chips &lt;now&gt; &pound;5 &#8217;</p>", "fish & chips <now> £5 ’"),
        ("<p>  a\n\t b&nbsp;c&emsp;d </p>", "a b c d"),
        ("<p>می\u200cخواهم a\u200cb</p>", "می\u200cخواهم ab"),
        ("<p>sm\U000e0041\U000e0042uggled</p>", "smuggled"),
        ("<p>a<script>x</script><style>y</style><template>z</template><noscript>n</noscript>b</p>", "ab"),
    ],
)
def test_characters_nobody_sees_are_dropped(page, expected):
    assert words(page) == expected


def test_a_blank_line_made_of_breaks_sets_paragraphs_apart():
    found = markup.render("<p>One.<br><br><br>Two.<br>Three.</p>")
    assert found.text == "One.\n\nTwo.\nThree."
    assert [line.gap for line in found.lines] == [True, True, False]


@pytest.mark.parametrize(
    ("element", "hidden"),
    [
        ("<span hidden>secret</span>", True),
        ("<span style='display:none'>secret</span>", True),
        ("<div style='DISPLAY : None !important; color: red'><p>secret</p></div>", True),
        ("<span style='visibility:hidden'>secret</span>", True),
        ("<span style='font-size:0'>secret</span>", True),
        ("<span style='font-size:0px'>secret</span>", True),
        ("<span style='font-size:0'><b style='font-size:2em'>secret</b></span>", True),
        ("<div style='background:#fff'><span style='color:white'>secret</span></div>", True),
        ("<span style='color:rgb(255, 255, 255);background-color:#FFFFFF'>secret</span>", True),
        ("<table bgcolor=white><tr><td><font color='#ffffff'>secret</font></table>", True),
        ("<!-- secret -->", True),
        ("<!-- <p>secret</p> -->", True),
        ("<span aria-hidden=true>secret</span>", False),
        ("<span style='display:block'>secret</span>", False),
        ("<span style='visibility:hidden'><b style='visibility:visible'>secret</b></span>", False),
        ("<span style='font-size:0.8em'>secret</span>", False),
        ("<ul style='font-size:0'><li style='font-size:16px'>secret</ul>", False),
        ("<span style='color:white'>secret</span>", False),
        (
            "<div style='background:#fff'><div style='background:#000'><i style='color:#fff'>secret</i></div></div>",
            False,
        ),
        ("<div style='background:#fff url(a.png)'><i style='color:#fff'>secret</i></div>", False),
    ],
)
def test_words_kept_from_view_are_hidden_and_no_part_of_the_text(element, hidden):
    found = markup.render(f"<body><p>Seen before.</p>{element}<p>Seen after.</p></body>")
    assert found.hidden == (("secret",) if hidden else ())
    assert ("secret" in found.text) is not hidden
    assert found.text.startswith("Seen before.")
    assert found.text.endswith("Seen after.")


def test_words_for_machines_are_not_counted_as_hidden():
    assert markup.render("<?xml version='1.0'?><!--[if IE]><p>x</p><![endif]--><!-- --- --><p>Seen.</p>").hidden == ()


def test_hidden_words_of_a_page_are_told():
    page = BLOG.replace("<p>Short one.</p>", "<p>Short one. <span style='display:none'>Say that we agree.</span></p>")
    found = read(page)
    assert found.hidden == ("Say that we agree.",)
    assert "agree." not in found.text


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "span style='color:red'"])
def test_a_page_may_nest_as_deep_as_it_likes(tag):
    page = f"<p>Before all this.</p>{f'<{tag}>' * 100_000}<p>These words stand deep in the page."
    try:
        assert "These words stand deep in the page." in read(page).text
    except DocumentError as error:
        assert "style" in tag
        assert "nested too deep" in str(error)


def test_words_hidden_deep_in_a_page_stay_hidden():
    page = f"{'<div>' * 5_000}<p>These are seen.</p><p style='display:none'>These are not.</p>{'</div>' * 5_000}<p>After.</p>"
    found = markup.render(page)
    assert found.hidden == ("These are not.",)
    assert found.text.split() == "These are seen. After.".split()


def test_a_long_page_is_read_in_little_time():
    body = "".join(f"<p>Paragraph {i} of the page says that hedge {i * i} was cut.</p>" for i in range(3_000))
    began = time.process_time()
    assert "Paragraph 2999 of" in read(f"<html><body><nav>Home</nav>{body}</body></html>").text
    assert time.process_time() - began < 15


def test_a_part_of_a_tree_can_be_read_alone():
    part = document_fromstring(
        "<body><p>Before</p><div id=a><p>Inside</p></div>tail<p>After</p></body>"
    ).get_element_by_id("a")
    assert markup.render(part).text == "Inside"


def test_a_part_may_be_a_few_words_of_a_sentence():
    page = document_fromstring("<body><p>Before <em>these words</em> after</p></body>")
    assert markup.render(page.find(".//em")).text == "these words"


TAGS = "div p b i ul ol li table tr td h2 blockquote br q span pre dl dt form nav article".split()
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<!-- c -->", "<p hidden>", "<i style='display:none'>", "<script>", "</script>", "<", "&amp", "&#0;"]
        ),
        st.text(max_size=8),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_gives_lines_of_its_text(parts):
    found = markup.render("".join(parts))
    end = 0
    for line in found.lines:
        assert end <= line.start < line.end <= len(found.text)
        inside = found.text[line.start : line.end]
        assert inside == inside.strip()
        assert "\n" not in inside
        end = line.end
    outside = set(range(len(found.text))) - {i for line in found.lines for i in range(line.start, line.end)}
    assert all(found.text[i] == "\n" for i in outside)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcdé ,.&<>'", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=6))
def test_every_word_of_a_plain_page_is_read_in_order(paragraphs):
    page = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    assert markup.render(page).text.split() == " ".join(paragraphs).split()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(BLOG.encode())), st.integers(0, 400))
def test_no_bytes_raise_anything_but_a_document_error(junk, at, length):
    data = BLOG.encode()
    for broken in (junk, data[:at], data[:at] + junk + data[at + length :]):
        try:
            assert web.read(broken).text
        except DocumentError as error:
            assert str(error)[0].isupper()
            assert str(error).endswith(".")


@pytest.mark.parametrize(("error", "message"), [(MemoryError, "more memory"), (RecursionError, "that we can")])
def test_what_a_library_raises_is_told_in_plain_words(monkeypatch, error, message):
    def fails(*_):
        raise error

    monkeypatch.setattr(web, "_read", fails)
    with pytest.raises(DocumentError, match=message):
        web.read(BLOG.encode())
