"""The verbatim gate: what differs from the document's text is not shown, and the drop is told."""

from dataclasses import replace

import pytest

from assistant import cite
from assistant.choose import Evidence, chosen, ranked
from assistant.domain import Document, Passage, Sentence
from assistant.retrieve import Candidate

TEXT = "Bees like clover. Otters like eels. Bees like clover."
DOCUMENT = Document("a.md", "Animals", TEXT)
PASSAGE = Passage(
    "a.md", 0, len(TEXT), (Sentence(0, 17), Sentence(18, 35), Sentence(36, 53)), 0, speaker="Asha Penrose"
)


def candidate(n, **changes):
    sentence = PASSAGE.sentences[n]
    one = Candidate(PASSAGE, sentence, n, TEXT[sentence.start : sentence.end], "", 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)
    return replace(one, **changes)


def lookup(document_id):
    return DOCUMENT if document_id == "a.md" else None


def test_a_quotation_that_equals_the_text_is_cited():
    found = cite.cite(candidate(1), lookup)
    assert (found.quote, found.start, found.end, found.speaker) == ("Otters like eels.", 18, 35, "Asha Penrose")


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Otters like eels!"},
        {"text": ""},
        {"sentence": Sentence(19, 36)},
        {"passage": replace(PASSAGE, document="b.md")},
    ],
    ids=["a character", "nothing", "shifted", "another document"],
)
def test_anything_else_is_dropped_and_told(changes):
    said, dropped = cite.statements([Evidence(candidate(1, **changes), 1.0), Evidence(candidate(0), 0.5)], lookup)
    assert ([s.text for s in said], dropped) == (["Bees like clover."], 1)
    assert "1 quotation did not match the source and was left out." in cite.notes(said, dropped)


def test_a_repeated_sentence_is_shown_once_with_every_place():
    evidence = ranked([candidate(0), candidate(1), candidate(2)], [2.0, 1.0, 3.0])
    assert [(e.candidate.ordinal, len(e.same)) for e in evidence] == [(2, 1), (1, 0)]
    said, _ = cite.statements(evidence, lookup)
    assert [len(s.citations) for s in said] == [2, 1]


def test_the_answer_is_in_the_documents_order_within_an_account():
    evidence = ranked([candidate(0, text="Bees like clover, too."), candidate(1)], [1.5, 2.0])
    assert [e.candidate.ordinal for e in chosen("how do animals eat?", evidence)] == [0, 1]
