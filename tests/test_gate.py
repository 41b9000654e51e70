"""Every quotation of every answer to the question set is word for word in the file it came from."""

import html
import json
import re
from pathlib import Path

import pytest

from assistant import Assistant, Config
from evals.questions import read_questions
from ingest import sync

CORPUS = Path(__file__).parents[1] / "corpus"


def independent(text: str) -> str:
    """A reader of its own, with no code of the project's: letters and digits, in order, and nothing else."""
    return "".join(ch for ch in html.unescape(text) if ch.isalnum())


@pytest.fixture(scope="module")
def answers(tmp_path_factory, cache):
    config = Config(corpus=CORPUS, home=tmp_path_factory.mktemp("home"), cache=cache)
    sync(config)
    with Assistant.open(config) as assistant:
        yield assistant, [assistant.ask(q.question) for q in read_questions()]


def quotations(answer):
    return [c for s in answer.statements for c in s.citations] + list(answer.nearest)


def test_every_quotation_equals_the_text_at_its_offsets(answers):
    assistant, given = answers
    every = [c for answer in given for c in quotations(answer)]
    assert len(every) > 500
    for citation in every:
        assert assistant.document(citation.document).text[citation.start : citation.end] == citation.quote


def test_an_independent_reader_finds_every_quotation_in_the_original_file(answers):
    _, given = answers
    files = {path.name: independent(path.read_text(encoding="utf-8")) for path in CORPUS.glob("*.md")}
    for citation in {c for answer in given for c in quotations(answer)}:
        assert independent(citation.quote) in files[citation.document]


def test_a_speaker_is_named_only_where_the_document_names_one(answers):
    _, given = answers
    files = {path.name: path.read_text(encoding="utf-8") for path in CORPUS.glob("*.md")}
    for citation in {c for answer in given for c in quotations(answer)}:
        assert citation.speaker is None or citation.speaker in files[citation.document]


def test_the_first_question_of_all_is_answered_from_the_account_that_tells_it(answers):
    assistant, _ = answers
    answer = assistant.ask("how did Barking build trust?")
    cited = [c for s in answer.statements for c in s.citations]
    assert answer.status == "answered"
    assert sum(c.speaker == "Avril McIntyre" for c in cited) >= 3
    assert all(c.form == "retelling" for c in cited)
    text = assistant.document("collaborative-leadership-cell-1.md").text
    begins, ends = text.index("Avril McIntyre, from Community Resources"), text.index("Discussion\n")
    for c in cited:
        if c.document == "collaborative-leadership-cell-1.md":
            assert (c.speaker == "Avril McIntyre") == (begins <= c.start < ends)


def test_the_corpus_says_of_every_document_where_it_came_from():
    listed = (CORPUS / "README.md").read_text(encoding="utf-8")
    documents = [path for path in CORPUS.glob("*.md") if path.name != "README.md"]
    assert len(documents) >= 12
    for path in documents:
        front = path.read_text(encoding="utf-8").split("---")[1]
        assert path.name in listed
        for key in "title kind date authors places standing sharing attribution form source".split():
            assert re.search(rf"^{key}: ", front, re.MULTILINE), f"{path.name} lacks {key}"


def test_records_are_plain_json(answers):
    for answer in answers[1]:
        assert json.loads(json.dumps(answer.to_json()))["status"] in ("answered", "close", "not_found")
