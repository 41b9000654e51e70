"""Terms that a newcomer would stumble over, found by rules and explained by the documents' own sentences.

The lists below were written by reading the documents, before any rule was. STUMBLES: what a careful reader would want
in the glossary. FAIR: what the same reader would not object to there. Anything else that is shown is a mistake.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indexed import shelf, shipped

from assistant.assistant import Assistant
from assistant.guide.abbreviations import abbreviations, long_forms
from assistant.guide.candidates import candidates
from assistant.guide.definitions import PLAINEST, says_what
from assistant.guide.glossary import glossary
from assistant.guide.lines import shelved
from assistant.words import stem, words

STUMBLES = [  # of corpus/
    "action learning set",
    "BAME",
    "Big Society",
    "Call to Action",
    "cell",
    "citizens' assembly",
    "co-convenor",
    "collaborative leadership",
    "CVS",
    "distributed leadership",
    "Human Learning Systems",
    "infrastructure contract",
    "network pot",
    "place-based working",
    "social sector",
    "statutory sector",
    "stratified random selection",
    "strong collaboration",
    "systems leader",
    "systems steward",
    "third sector",
    "thought leader",
    "voluntary sector",
    "weak collaboration",
]
FAIR = [
    "activity tracker", "adult care strategy", "adult social care", "Annual Review", "back to the future", "BD_CAN",
    "BDCVS", "beneficiaries", "Better Way principles", "Black Lives Matter", "borough plan", "BD_Collective",
    "charity sector", "children's social care", "civil society", "Club4", "collaborative system", "convenor",
    "Discourse", "door opener", "echo chamber", "food strategy", "foodbank", "founding member", "founding principles",
    "gatekeeper", "Infrastructure Group", "lunch and learn", "network lead", "place-based work", "private sector",
    "public sector", "rapid change", "report card", "secretariat", "shared outcomes", "shared purpose", "silos",
    "social care", "social services director", "statutory agencies", "statutory side", "succession planning",
    "systems change", "systems leadership", "systems stewardship", "voluntary side", "WhatsApp group",
    "children's services", "community coordinator", "community engagement",
]  # fmt: skip
NOTE_STUMBLES = [  # of the network's own first note
    "BAME",
    "Call to Action",
    "cell",
    "citizens assemblies",
    "co-convenor",
    "collaborative leadership",
    "CVS",
    "Human Learning Systems",
    "place-based working",
    "social sector",
    "statutory sector",
    "strong collaboration",
    "systems leader",
    "systems steward",
    "third sector",
    "voluntary sector",
    "weak collaboration",
]
NOTE_FAIR = [
    "adult care strategy", "adult social care", "beneficiaries", "Better Way principles", "breakout session",
    "charity sector", "children's social care", "collaborative system", "door opener", "food strategy", "foodbank",
    "gatekeeper", "organisational silos", "power imbalances", "private sector", "public sector", "shared outcomes",
    "social care", "statutory agencies", "systems change", "Time for Kids", "voluntary agencies", "WhatsApp group",
    "voluntary sector infrastructure", "common cause",
]  # fmt: skip


def alike(term):
    return tuple(stem(part) for word in words(term) for part in word.split("-"))


@pytest.fixture(scope="module")
def shown(cache):
    with Assistant.open(shipped(cache)) as assistant:
        view = assistant._current()
        return {term.term: term for term in glossary(shelved(view), view.document, ["BDCVS", "BD_CAN"])}, view.document


def test_what_is_shown_of_the_corpus_is_what_a_careful_reader_would_show(shown):
    terms, _ = shown
    good = {alike(term) for term in (*STUMBLES, *FAIR)}
    wrong = [term for term in terms if alike(term) not in good]
    assert len(wrong) <= 0.05 * len(terms), wrong
    found = {alike(term) for term in terms}
    missed = [term for term in STUMBLES if alike(term) not in found]
    assert len(missed) <= 0.3 * len(STUMBLES), missed


def test_terms_of_the_corpus_are_explained_in_the_documents_own_sentences(shown):
    terms, lookup = shown
    assert any("six and ten people" in c.quote for c in terms["cell"].defined)
    assert terms["systems steward"].defined[0].quote.startswith("Collaborate describes a systems steward as a person")
    assert (
        terms["strong collaboration"].defined[0].quote.startswith("In a strong collaboration, the partners all board")
    )
    assert not terms["CVS"].defined  # named, and never explained
    assert terms["CVS"].used
    for term in terms.values():
        assert term.defined or term.used
        for citation in (*term.defined, *term.used):
            document = lookup(citation.document)
            assert document.text[citation.start : citation.end] == citation.quote


def test_terms_of_another_network():
    notes, lookup = shelf(
        river="Invented for a test. The Catchment Forum wants a Natural Flood Management (NFM) plan, and NFM is cheaper than walls. "
        "By a nature-based solution we mean anything that slows water with plants. "
        "Leaky dams are logs that slow a stream. The leaky dams hold back floods. "
        "A buffer strip is a band of grass along a stream. Two buffer strips lie on the farm. "
        "They drew a line between soft engineering and hard engineering, that is between soft and hard engineering. "
        "Rosa spoke of the role of a ‘water warden’ in the valley. The weather was fine and people came."
    )
    terms = {term.term: term for term in glossary(notes, lookup)}
    assert terms["NFM"].long == "Natural Flood Management"
    assert terms["NFM"].defined[0].quote.startswith("The Catchment Forum wants")
    assert terms["nature-based solution"].defined[0].quote.startswith("By a nature-based")
    assert terms["leaky dams"].defined[0].quote == "Leaky dams are logs that slow a stream."
    assert terms["buffer strip"].defined[0].quote.startswith("A buffer strip is a band")
    assert {"water warden", "hard engineering", "soft engineering"} <= set(terms)
    assert not {"weather", "people", "line", "valley"} & {word for term in terms for word in words(term)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Community and Voluntary Service (CVS) helps.", [("CVS", "Community and Voluntary Service")]),
        ("A CVS (Community and Voluntary Service) helps.", [("CVS", "Community and Voluntary Service")]),
        ("ABCD stands for asset-based community development.", [("ABCD", "asset-based community development")]),
        ("We met the Council (CVS) on Monday.", []),
        ("It was (NOT) good.", []),
    ],
)
def test_long_forms(text, found):
    assert list(long_forms(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BAME groups and CVSs met.", ["BAME", "CVS"]),
        ("The UK and the NHS, Danny Kruger MP, part II, 3 PM", []),
        ("WHAT WE DID IN THE YEAR", []),
        ("Visit WWW.EXAMPLE.ORG or mail ABC@example.org", []),
    ],
)
def test_abbreviations(text, found):
    assert [match[0] for match in abbreviations(text)] == found


@pytest.mark.parametrize(
    ("text", "term", "rank"),
    [
        ("A cell is a group of six.", "cell", PLAINEST),
        ("Cells are for people who act.", "Cells", PLAINEST),
        ("By stewardship we mean care.", "stewardship", PLAINEST),
        ("She described a steward as a person who cares.", "steward", 1),
        ("The core of stewardship is care.", "stewardship", 1),
        ("In a strong team, all take turns.", "strong team", 2),
        ("The cell is cold.", "cell", None),
        ("What is a cell?", "cell", None),
        ("Alison described the sector as the silent backbone.", "sector", None),
    ],
)
def test_what_explains_a_term(text, term, rank):
    start = text.index(term)
    assert says_what(text, start, start + len(term)) == rank


@given(st.text(max_size=200))
def test_every_candidate_stands_in_its_sentence(text):
    for one in candidates(text):
        if one.sign != "contrast":  # two words may stand between the parts of "strong and weak collaboration"
            assert text[one.start : one.end] == one.text
    for short, long in long_forms(text):
        assert short in text
        assert long.split()[0] in text
