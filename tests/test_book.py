"""Commonplace books: quotations read anew for whoever opens them, and what nobody may learn from one that is not there.
All notes are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pond import NOTE, Shelf
from states import files_holding

from assistant.assistant import Assistant
from assistant.domain import Audience, Citation
from assistant.errors import CommonplaceError
from assistant.kept.book import Book, Books
from assistant.kept.entries import CHANGED, GONE, StruckOut, open_book
from assistant.kept.quotation import Kept, find, marked
from ingest.publish import sync
from ingest.withdraw import withdraw

LOGS = "They sleep under the logs."
REEDS = "It took three days."
CONVENORS, MEMBERS, PUBLIC = Audience.CONVENORS, Audience.MEMBERS, Audience.PUBLIC


class View(Shelf):
    audience = CONVENORS

    def of(self, audience):
        self.audience = audience
        return self


def citation(words, shelf=None):
    shelf = shelf or Shelf(pond=NOTE)
    start = shelf.document("pond.md").text.index(words)
    return find(Kept("pond.md", start, start + len(words), marked(words)), shelf)


@pytest.fixture
def books(tmp_path):
    return Books(tmp_path)


def values(books, book, view):
    return [entry.value for entry in open_book(books.lines(book), view)]


def test_a_book_holds_headings_words_and_quotations_in_order(books, tmp_path):
    book = books.make("  Ponds \n and rivers ", MEMBERS)
    assert book == Book(1, "Ponds and rivers", MEMBERS, book.day)
    books.add_heading(book, "Newts")
    books.add_words(book, "Worth asking\nabout again.")
    books.keep(book, citation(LOGS))
    entries = open_book(books.lines(book), View(pond=NOTE))
    assert [entry.kind for entry in entries] == ["heading", "words", "quotation"]
    assert [entry.value for entry in entries] == ["Newts", "Worth asking\nabout again.", citation(LOGS)]
    assert entries[2].value.speaker == "Asha Penrose"
    assert files_holding(tmp_path, "Worth asking") and files_holding(tmp_path, "under the logs") == []


def test_entries_are_moved_edited_and_removed(books):
    book = books.make("Ponds", MEMBERS)
    a, b, c = (books.add_words(book, word) for word in "abc")
    shelf = View(pond=NOTE)
    books.move(book, c, a)
    assert values(books, book, shelf) == ["c", "a", "b"]
    books.move(book, c, None)
    books.move(book, b, b)
    assert values(books, book, shelf) == ["a", "b", "c"]
    books.edit(book, b, "better")
    books.remove(book, a)
    books.add_heading(book, "last")
    assert values(books, book, shelf) == ["better", "c", "last"]


def test_the_same_quotation_twice_is_refused_kindly_and_may_stand_in_two_books(books):
    book, other = books.make("Ponds", MEMBERS), books.make("Rivers", MEMBERS)
    books.keep(book, citation(LOGS))
    moved = citation(LOGS, Shelf(pond=NOTE.replace("## Spring", "It froze.\n\n## Spring")))
    for one in (citation(LOGS), moved):
        with pytest.raises(CommonplaceError, match="These words are already in “Ponds”"):
            books.keep(book, one)
    books.keep(other, citation(LOGS))
    books.keep(book, citation(REEDS))
    assert [len(books.lines(one)) for one in (book, other)] == [2, 1]


def test_what_is_no_title_no_words_or_no_entry_is_told_in_a_sentence(books):
    book, other = books.make("Ponds", MEMBERS), books.make("Rivers", MEMBERS)
    quoted, elsewhere = books.keep(book, citation(LOGS)), books.add_words(other, "b")
    for change, reason in [
        (lambda: books.make(" ", MEMBERS), "needs a word"),
        (lambda: books.rename(book, "x" * 201), "at most 200"),
        (lambda: books.add_words(book, "\n"), "no words here"),
        (lambda: books.add_words(book, "x" * 5001), "at most 5,000"),
        (lambda: books.edit(book, quoted, "She said otherwise."), "stays in the document's words"),
        (lambda: books.edit(book, elsewhere, "c"), "not in this book"),
        (lambda: books.move(book, elsewhere, None), "not in this book"),
        (lambda: books.move(book, quoted, elsewhere), "not in this book"),
        (lambda: books.remove(book, elsewhere), "not in this book"),
    ]:
        with pytest.raises(CommonplaceError, match=reason):
            change()
    assert values(books, other, View(pond=NOTE)) == ["b"]
    assert [line.kept for line in books.lines(book)] == [Kept.of(citation(LOGS))]


def test_a_book_is_renamed_and_deleted_with_all_that_is_in_it(books, tmp_path):
    book, other = books.make("Ponds", MEMBERS), books.make("Rivers", MEMBERS)
    books.add_words(book, "The bitterns came back.")
    books.rename(book, "Lakes")
    assert [one.title for one in books.all(MEMBERS)] == ["Rivers", "Lakes"]
    books.delete(book)
    assert books.all(MEMBERS) == (other,)
    assert files_holding(tmp_path, "bitterns") == files_holding(tmp_path, "Lakes") == []
    for change in (lambda: books.add_words(book, "a"), lambda: books.delete(book), lambda: books.rename(book, "a")):
        with pytest.raises(CommonplaceError, match="no such book"):
            change()
    assert books.make("New", MEMBERS).number > other.number, "a number never comes again"


def test_nobody_sees_a_book_of_those_who_see_more(books):
    made = {audience: books.make(audience.label, audience) for audience in Audience}
    for audience in Audience:
        assert {book.audience for book in books.all(audience)} == {a for a in Audience if audience.sees(a)}
    assert books.find(made[MEMBERS].number, CONVENORS) == made[MEMBERS]
    messages = []
    for number in (made[CONVENORS].number, 999):
        with pytest.raises(CommonplaceError) as raised:
            books.find(number, MEMBERS)
        messages.append(str(raised.value))
    assert messages[0] == messages[1]


@pytest.mark.parametrize(
    ("viewer", "by", "expected"),
    [
        (CONVENORS, CONVENORS, [StruckOut(GONE)]),
        (CONVENORS, MEMBERS, [StruckOut(GONE)]),
        (MEMBERS, MEMBERS, [StruckOut(GONE)]),
        (MEMBERS, CONVENORS, []),
        (PUBLIC, MEMBERS, []),
    ],
    ids=lambda value: getattr(value, "label", None),
)
def test_a_quotation_that_is_gone_is_struck_out_only_for_those_who_could_see_it(books, viewer, by, expected):
    book = books.make("Ponds", PUBLIC)
    books.keep(book, citation(LOGS), by)
    assert values(books, book, View(lake=NOTE).of(viewer)) == expected


def test_words_that_are_no_longer_in_their_document_are_struck_out_and_the_reason_told(books):
    book = books.make("Ponds", PUBLIC)
    books.keep(book, citation(LOGS))
    books.keep(book, citation(REEDS))
    found = values(books, book, View(pond=NOTE.replace("the logs", "the log").replace("# Note", "# A note")).of(PUBLIC))
    assert found[0] == StruckOut(CHANGED)
    assert isinstance(found[1], Citation) and found[1].quote == REEDS


def test_with_real_documents_a_book_leaks_nothing_and_keeps_no_quotation(config, write):
    secret, shown = "The weir at Thornby leaks badly.", "The bees of Tollbridge like clover."
    write("weir.md", f"{secret} It was built of oak.", title="Weir", sharing="convenors")
    write("bees.md", f"{shown} There are 14 hives.", title="Bees", sharing="members")
    sync(config)
    books = Books(config.home)
    as_member = Assistant.open(replace(config, audience=MEMBERS))
    with Assistant.open(config) as assistant, as_member:
        book, own = books.make("For all", MEMBERS), books.make("For convenors", CONVENORS)
        for document, words in (("weir.md", secret), ("bees.md", shown)):
            start = assistant.document(document).text.index(words)
            books.keep(book, assistant.find(Kept(document, start, start + len(words), marked(words))))
        assert [entry.value.quote for entry in assistant.open_book(book)] == [secret, shown]
        before = [(entry.number, entry.value) for entry in as_member.open_book(book)]
        assert [value.quote for _, value in before] == [shown]
        with pytest.raises(CommonplaceError, match="no such book"):
            as_member.open_book(own)
        for words in (secret, shown):
            holding = files_holding(config.home, words[4:])
            assert holding and "records.db" not in holding
        withdraw(config, assistant.document("weir.md"))
        assert [(entry.number, entry.value) for entry in as_member.open_book(book)] == before, "it tells no difference"
        assert assistant.open_book(book)[0].value == StruckOut(GONE)
        assert files_holding(config.home, secret[4:]) == []
        assert "records.db" not in files_holding(config.home, shown[4:])
