"""From a question to what is shown, with the real models. Every person, place and figure here is invented for a test."""

import pytest

from assistant import Assistant
from assistant.domain import Audience, Standing, Status
from assistant.filters import Filters
from ingest.publish import sync

MILL = """
# Opening

Petra Quill, from Thornby Orchard, explained that the growers came together in the spring. They set up the Thornby \
Orchard Circle, which lends ladders to 40 families. Then the frost killed half of the blossom. So the growers bought a \
second hive.

# Discussion

Tomas Reed, from Elmstead Mill, described how the millers meet every Monday. The millers mended the wheel with old oak.
"""
LATER = "Petra Quill has left Thornby Orchard. The Thornby Orchard Circle now lends ladders to 65 families."


@pytest.fixture
def notes(config, write):
    write("mill.md", MILL, title="Orchards and mills", kind="meeting note", date="2031-05", sharing="public")
    write("later.md", LATER, title="A later word", kind="blog", date="2032-02", sharing="members", standing="member")
    write(
        "secret.md",
        "Otto Bramble chairs the Harrow Vale ladder fund.",
        title="Private",
        sharing="convenors",
        date="2033",
    )
    sync(config)
    return config


@pytest.fixture
def assistant(notes):
    with Assistant.open(notes) as opened:
        yield opened


def quotes(answer):
    return " ".join(citation.quote for citation in answer.shown)


def test_who_said_that_shows_the_sentence_again_with_its_account(assistant):
    first = assistant.ask(
        "How many families borrow ladders from the Thornby Orchard Circle?", filters=Filters(kinds=("meeting note",))
    )
    answer = assistant.ask("who said that?", before=[first])
    assert answer.understood_as.startswith("Who said “They set up the Thornby Orchard")
    assert [c.speaker for c in answer.shown] == ["Petra Quill"]


def test_what_happened_next_reads_on_in_the_document(assistant):
    first = assistant.ask("What killed half of the blossom?")
    assert "frost" in first.shown[0].quote
    answer = assistant.ask("what happened next?", before=[first])
    assert answer.status is Status.ANSWERED
    last = first.shown[-1].end
    assert all(c.start >= last and c.document == first.shown[-1].document for c in answer.shown)


def test_a_follow_up_is_completed_from_the_question_before(assistant):
    first = assistant.ask("When do the millers meet?")
    answer = assistant.ask("and what did they mend?", before=[first])
    assert "millers" in answer.understood_as
    assert "The millers mended the wheel with old oak." in quotes(answer)


def test_a_new_subject_is_not_contaminated(assistant):
    first = assistant.ask("When do the millers meet?")
    alone = assistant.ask("How many families borrow ladders?")
    after = assistant.ask("How many families borrow ladders?", before=[first])
    assert (after.understood_as, after.shown) == (alone.understood_as, alone.shown)


def test_as_written_completes_nothing(assistant):
    first = assistant.ask("When do the millers meet?")
    assert (
        assistant.ask("and what did they mend?", before=[first], as_written=True).understood_as
        == "and what did they mend?"
    )


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(kinds=("blog",)), {"later.md"}),
        (Filters(standing=(Standing.MEMBER,)), {"later.md"}),
        (Filters(until="2031"), {"mill.md"}),
        (Filters(since="2032", until="2032"), {"later.md"}),
        (Filters(people=("Reed",)), {"mill.md"}),
    ],
)
def test_only_what_meets_the_filters_is_shown(assistant, filters, documents):
    answer = assistant.ask("Who lends ladders to families?", filters=filters)
    assert {c.document for c in answer.shown} == documents
    assert any(note.startswith("We looked only at what is ") for note in answer.notes)


def test_a_filter_that_nothing_meets_finds_nothing(assistant):
    answer = assistant.ask("Who lends ladders to families?", filters=Filters(since="2090"))
    assert (answer.status, answer.shown) == (Status.NOT_FOUND, ())


def test_a_filter_opens_nothing_that_its_audience_may_not_see(notes):
    from dataclasses import replace

    with Assistant.open(replace(notes, audience=Audience.PUBLIC)) as opened:
        for filters in (Filters(people=("Otto Bramble",)), Filters(since="2033"), Filters(kinds=("note",))):
            assert opened.ask("Who chairs the Harrow Vale ladder fund?", filters=filters).shown == ()
        assert "Otto Bramble" not in repr(opened.known)
        assert "blog" not in opened.known.kinds


def test_a_conversation_cannot_bring_back_what_its_audience_may_not_see(notes):
    """An answer given to a convenor, handed to somebody else's question, shows them nothing of it."""
    from dataclasses import replace

    with Assistant.open(notes) as convenor:
        told = convenor.ask("Who chairs the Harrow Vale ladder fund?")
    assert "Otto Bramble" in quotes(told)
    with Assistant.open(replace(notes, audience=Audience.PUBLIC)) as opened:
        for follow_up in ("who said that?", "what happened next?"):
            assert opened.ask(follow_up, before=[told]).shown == ()


def test_documents_that_differ_are_shown_with_the_later_first(assistant):
    answer = assistant.ask("How many families does the Thornby Orchard Circle lend ladders to?")
    dates = [c.date for c in answer.shown]
    assert dates[0] == "2032-02" and "2031-05" in dates
    assert any(note.startswith("The documents differ") for note in answer.notes)


def test_a_wrong_number_in_the_question_is_told(assistant):
    answer = assistant.ask("Who lends ladders to 90 families?")
    assert answer.status is not Status.NOT_FOUND
    assert any("90" in note and "families" in note for note in answer.notes)


def test_without_a_reader_questions_are_still_answered(notes):
    from dataclasses import replace

    with Assistant.open(replace(notes, reader="none")) as opened:
        assert "Monday" in quotes(opened.ask("When do the millers meet?"))
