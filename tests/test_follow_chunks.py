"""Words read into noun phrases."""

import pytest

from assistant.follow.chunks import Atom, chunks
from assistant.follow.names import Kind
from assistant.follow.tokens import words_of


def read(text, role="subject", form=""):
    atoms = [Atom(word.low, word.start, word.end, word.pause, None) for word in words_of(text)]
    return [[(text[one.start : one.end], one.role) for one in some] for some in chunks(atoms, role, form)]


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("bakers share bread", "base", [("bakers", "subject"), ("bread", "object")]),
        ("the first meeting in the hall", "", [("the first meeting", "subject"), ("the hall", "in")]),
        ("salt, bread", "", [("salt", "subject"), ("bread", "subject")]),
        (
            "council help the bakers consult neighbours",
            "base",
            [("council", "subject"), ("the bakers", "object"), ("neighbours", "object")],
        ),
        ("bread baked for a year", "predicate", [("bread", "subject")]),
    ],
)
def test_phrases(text, form, found):
    assert read(text, form=form) == [found, []]


def test_a_subject_that_no_verb_ends_is_unsure():
    assert read("the council flambé in the hall", form="base") == [
        [("the hall", "in")],
        [("the council flambé", "subject")],
    ]


def test_a_date_is_a_phrase_of_its_own():
    (one,), _ = chunks([Atom("2019", 0, 4, False, Kind.DATE)], "in")
    assert (one.kind, one.role) == (Kind.DATE, "in")
