"""Mentions: complete, and counted as a plain search counts."""

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.domain import Block, Document, Passage, Sentence
from assistant.guide.mentions import mentions, named
from assistant.guide.units import Units
from assistant.guide.values import Entity
from ingest.publish import sync
from ingest.split import split


@dataclass
class Shelf:
    """As much of a View as mentions need."""

    documents: list[Document]
    own: dict[str, list[Passage]] = field(default_factory=dict)

    def passages(self, document_id):
        return self.own.get(document_id, [])


def document(text, name="a.md"):
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "heading" if line.startswith("#") else "paragraph"
            lines.append(Block(kind, at, at + len(line), 1 if kind == "heading" else 0))
        at += len(line) + 1
    return Document(name, "A note", text, tuple(lines))


def shelf(*texts):
    documents = [document(text, f"{i}.md") for i, text in enumerate(texts)]
    return Shelf(documents, {one.id: split(one) for one in documents})


WORDS = st.sampled_from("trust Trust TRUST a.b C++ Zoë’s people-led straße re_trust trusts the bus".split())
TEXT = st.lists(st.tuples(WORDS, st.sampled_from([" ", ". ", "\n", "\n# ", ", ", " ‘", "’ ", "!"])), max_size=40)


@given(st.lists(TEXT, min_size=1, max_size=3), WORDS)
def test_the_count_is_that_of_a_plain_search(made, term):
    texts = ["".join(word + gap for word, gap in one) for one in made]
    found = mentions(term, shelf(*texts))
    plain = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
    assert found.count == sum(len(plain.findall(text)) for text in texts)
    for statement in found.found:
        (citation,) = statement.citations
        assert texts[int(citation.document[0])][citation.start : citation.end] == citation.quote
    shown = {(c.citations[0].document, i) for c in found.found for i in range(c.citations[0].start, c.citations[0].end)}
    for i, text in enumerate(texts):
        assert all((f"{i}.md", match.start()) in shown for match in plain.finditer(text))


@given(st.text(max_size=200), st.text(min_size=1, max_size=3))
def test_any_text_at_all(text, term):
    term = " ".join(term.split())
    found = mentions(term, shelf(text))
    assert bool(found.count) == bool(found.found)
    if term:
        assert found.count == len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE))


def test_headings_and_loose_lines_are_not_lost():
    text = "# Trust in Tollbridge\n\nTrust grows. It takes time.\n\ntrust: a loose line"
    one = Document("a.md", "t", text, (Block("heading", 0, 21, 1), Block("paragraph", 23, 50)))
    held = Shelf([one], {"a.md": [Passage("a.md", 23, 50, (Sentence(23, 35), Sentence(36, 50)), 0)]})
    assert [s.text for s in mentions("trust", held).found] == [
        "# Trust in Tollbridge", "Trust grows.", "trust: a loose line",
    ]  # fmt: skip


def test_what_goes_over_two_sentences_is_cited_with_both():
    held = shelf("We met at St. Anne today. Then we left.")
    assert mentions("today. Then", held).found[0].text == "We met at St. Anne today. Then we left."


def test_every_character_that_is_no_space_is_in_a_unit():
    one = document("# One\n\nTwo three. Four\n\nfive")
    covered = {i for unit in Units(one, split(one)).all for i in range(unit.start, unit.end)}
    assert {i for i, ch in enumerate(one.text) if not ch.isspace()} <= covered


ASHA = Entity("person", "Asha Patel", ("Asha",), documents=("0.md",))
TRUST = Entity("organisation", "Harbour Trust", ("the Trust",), documents=("0.md",))
OTHER = Entity("organisation", "Valley Trust", ("the Trust",), documents=("1.md",))


def test_an_entity_is_found_by_its_other_forms_where_it_is_named():
    held = shelf("Asha Patel spoke. Then Asha sang.", "Another Asha wept.")
    found = mentions("asha patel", held, (ASHA,))
    assert found.forms == ("asha patel", "Asha Patel", "Asha") or found.forms == ("asha patel", "Asha")
    assert found.count == 2
    assert [s.citations[0].document for s in found.found] == ["0.md", "0.md"]


def test_a_short_form_is_never_anothers():
    held = shelf("Harbour Trust paid. The Trust waits; no trust is lost.", "Valley Trust paid. The Trust waits.")
    found = mentions("Harbour Trust", held, (TRUST, OTHER))
    assert found.count == 2
    assert {s.citations[0].document for s in found.found} == {"0.md"}
    assert named("the Trust", (TRUST, OTHER)) is None
    assert mentions("the Trust", held, (TRUST, OTHER)).count == 2


@pytest.mark.parametrize("term", ["", "   ", "\n"])
def test_nothing_asked_is_nothing_found(term):
    assert mentions(term, shelf("Some words.")).found == ()


def test_through_the_door(config, write):
    write("a.md", "Asha Patel, from Harbour Trust, explained the plan. Asha was glad.", title="Plans of Asha")
    write("b.md", "The plan went well, Asha said.", sharing="convenors")
    sync(config)
    with Assistant.open(config) as assistant:
        found = assistant.mentions("Asha Patel")
        assert found.count == 3
        assert {s.citations[0].document for s in found.found} == {"a.md", "b.md"}
        for statement in found.found:
            for c in statement.citations:
                assert assistant.document(c.document).text[c.start : c.end] == c.quote
        assert found.to_json()["count"] == 3
