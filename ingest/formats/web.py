"""A web page to its article: the words of the page itself, without its menus, banners and comments.

trafilatura says which words are the article, and what the page says of itself. It also drops words out of the middle of
sentences (dates, labels), so its text is never shown: each piece of the page is kept or left out whole, as its words are
found in that text or not.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from urllib.parse import urljoin, urlsplit

from assistant.errors import DocumentError
from ingest.formats.markup import Element, Piece, parse, plain, text_of
from ingest.formats.markup import read as pieces_of
from ingest.source import Source

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
PYTHONS_OWN = ("idna", "punycode", "unicode-escape", "raw-unicode-escape")  # encodings that no page is in
DECLARED_WITHIN = 4_096  # bytes: how far into a page its encoding is looked for
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000})")  # a browser's own note at the top of a saved page
BLOG = re.compile(r'"@type"\s*:\s*(?:\[\s*)?"(?:BlogPosting|Article|NewsArticle|LiveBlogPosting)"')
NOT_WORDS = ("nav", "header", "footer", "aside", "form")  # left out where no article is found
INSIDE_SENTENCES = ("time", "data", "q", "sub", "sup", "abbr")  # trafilatura drops or breaks what they hold
NOBODY = frozenset(
    "admin administrator editor webmaster web editor site admin root user author staff anonymous".split()
)
RUN = 4  # words: so many in a row, found in the article too, are no chance
SHARE = 0.6  # of a piece's runs of words, at the least, are in the article where the piece is
LONGEST_ARTICLE = 2_000_000  # characters: a page with more words is read whole
LONGEST_ADDRESS = 2_000  # characters
NOTHING_TO_READ = (
    "It holds no words that we can find. Open it in a browser, copy its words and save them as plain text."
)


def read(data: bytes) -> Source:
    """What a saved page holds. Raises DocumentError."""
    return read_page(data, None)


def read_page(data: bytes, address: str | None) -> Source:
    """What the page holds that was found at `address`, where that is known. Raises DocumentError."""
    html = _decoded(data)
    try:
        return _read(html, address)
    except DocumentError:
        raise
    except MemoryError as error:
        raise DocumentError("It needs more memory to read than there is. Split it, and try again.") from error
    except Exception as error:  # no page may break the reading of the others, whatever a library makes of it
        raise DocumentError(
            "It is no web page that we can read. Open it in a browser, copy its words and save them as plain text."
        ) from error


def _read(html: str, address: str | None) -> Source:
    tree = parse(html)
    found = pieces_of(tree)
    text, lines = text_of(_article(tree, found.shown))
    if not any(ch.isalnum() for ch in text):
        raise DocumentError(NOTHING_TO_READ)
    saved = SAVED_FROM.search(html, 0, DECLARED_WITHIN)
    url = _address(tree, address or (saved[1] if saved else None))
    title, authors, date = _told(tree, url)
    kind = "blog" if _is_blog(tree) else "web page"
    return Source(text, tuple(lines), title, date, authors, kind, url, found.hidden)


def _decoded(data: bytes) -> str:
    """The page as text: by its byte order mark, else as it says itself, else UTF-8, else what old Windows programs wrote."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        raise DocumentError("It is called a web page and is none. Open it in a browser and save it from there.")
    declared = CHARSET.search(data, 0, DECLARED_WITHIN)
    encodings = ["utf-8", "cp1252"]
    if declared and (name := _encoding(declared[1].decode("ascii", "replace"))):
        encodings.insert(0, name)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeError, ValueError):
            if encoding == "utf-8" and _is_mostly_utf8(data):
                return data.decode("utf-8", "replace")
            continue
        return text
    return data.decode("latin-1")


def _encoding(label: str) -> str | None:
    """The encoding that browsers take a label for, or None where it names none for text."""
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # there are codecs that are no encodings of text
    except (LookupError, ValueError):
        return None
    if name in PYTHONS_OWN:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return "utf-8" if name.startswith(("utf-16", "utf-32", "utf-7")) else name


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more of its letters outside ASCII are whole than broken: a page cut short, and not one mislabelled."""
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    return sum(ch > "\x7f" for ch in text) - broken > broken


def _article(tree: Element, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are the article; where none is found, all but those of the page's furniture."""
    if sum(len(piece.words) for piece in pieces) <= LONGEST_ARTICLE and (kept := _chosen(pieces, _extracted(tree))):
        return kept
    bare = deepcopy(tree)
    whole = len(_words(bare.text_content()))
    for part in list(bare.iter(*NOT_WORDS)):
        # Some sites put the whole page in one form.
        if part.tag != "form" or len(_words(part.text_content())) < whole / 2:
            part.drop_tree()
    return list(pieces_of(bare).shown)


def _extracted(tree: Element) -> str:
    """The article as trafilatura finds it, a line for each of its parts, or "" where it finds none."""
    from lxml import etree
    from trafilatura import bare_extraction

    _hush()
    copy = deepcopy(tree)
    etree.strip_tags(copy, etree.Comment, etree.ProcessingInstruction, *INSIDE_SENTENCES)
    try:
        found = bare_extraction(
            copy, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
        )
    except Exception:  # a page that it cannot take apart is read whole
        return ""
    return (getattr(found, "text", None) or "") if found else ""


def _hush() -> None:
    """Keeps what the libraries log to themselves off the screen of whoever asked."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _chosen(pieces: Sequence[Piece], extracted: str) -> list[Piece]:
    """The pieces whose words the extracted text holds, the headings over them and the captions between."""
    words = [tuple(_words(piece.words)) for piece in pieces]
    kept = _long_ones(words, extracted)
    if not kept:
        return []
    lines = {tuple(_words(line)) for line in extracted.split("\n")}
    runs = _runs(_words(extracted), range(2, RUN))
    first, last = min(kept), max(kept)
    for i in range(first, last + 1):
        if len(words[i]) < RUN and (words[i] in lines or hash(words[i]) in runs):
            kept.add(i)
    # Beyond the first and the last, a short line is the article's only as long as nothing stands between.
    for beyond in (range(first - 1, -1, -1), range(last + 1, len(pieces))):
        for i in beyond:
            if words[i] not in lines:
                break
            kept.add(i)
    for i in range(len(pieces) - 2, -1, -1):
        over = pieces[i].kind == "heading"
        between = pieces[i].kind == "paragraph" and i - 1 in kept  # a caption, a quotation
        if (over or between) and i + 1 in kept:
            kept.add(i)
    return [pieces[i] for i in sorted(kept)]


def _long_ones(words: Sequence[tuple[str, ...]], extracted: str) -> set[int]:
    """Which pieces of RUN words and more are in the extracted text. What it says once is found once."""
    lines = Counter(tuple(_words(line)) for line in extracted.split("\n"))
    runs = _runs(_words(extracted), [RUN])
    kept: set[int] = set()
    for i, own in enumerate(words):
        if len(own) >= RUN and lines[own]:
            lines[own] -= 1
            kept.add(i)
    runs -= {run for i in kept for run in _runs(words[i], [RUN])}
    for i, own in enumerate(words):
        own_runs = _runs(own, [RUN])
        if i not in kept and own_runs and len(own_runs & runs) >= SHARE * len(own_runs):
            kept.add(i)
    return kept


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _runs(words: Sequence[str], sizes: Sequence[int]) -> set[int]:
    """Every run of words of these sizes, by its hash: a long page has millions."""
    return {hash(tuple(words[i : i + size])) for size in sizes for i in range(len(words) - size + 1)}


def _address(tree: Element, address: str | None) -> str | None:
    """The page's own address as it gives it, else where it was found: http or https, or None."""
    told = [
        *tree.xpath("//link[contains(concat(' ', translate(@rel, 'CANOIL', 'canoil'), ' '), ' canonical ')]/@href"),
        *tree.xpath("//meta[@property='og:url']/@content"),
    ]
    for one in (*told, address or ""):
        if url := _web_address(one, address or ""):
            return url
    return None


def _web_address(said: str, base: str) -> str | None:
    try:
        url = urljoin(base, said.strip())
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= LONGEST_ADDRESS
    except ValueError:
        return None
    return url if good and url.isprintable() and " " not in url else None


def _told(tree: Element, url: str | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Title, authors and date, as the page's head and marks give them."""
    from datetime import date

    from trafilatura.metadata import extract_metadata

    _hush()
    params = {"original_date": True, "extensive_search": False, "max_date": date.today().isoformat()}
    try:
        told = extract_metadata(deepcopy(tree), url, params)
    except Exception:  # the title and the date are guesses: without them the page is read all the same
        return None, (), None
    names = (plain(name) for name in (told.author or "").split(";"))
    authors = tuple(name for name in names if set(name.lower().split()) - NOBODY and not re.search(r"[@/]", name))
    day = told.date if told.date and re.fullmatch(r"\d{4}-\d\d-\d\d", told.date) else None
    return plain(told.title or "") or None, authors, day


def _is_blog(tree: Element) -> bool:
    kinds = tree.xpath("//meta[@property='og:type']/@content")
    if any(kind.strip().lower() in ("article", "blog", "blogposting") for kind in kinds):
        return True
    return any(BLOG.search(script) for script in tree.xpath("//script[@type='application/ld+json']/text()"))
