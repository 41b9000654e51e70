"""Gaps: recorded without who asked, grouped by meaning, closed by a document that answers and open again without it.
All questions and notes are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from states import files_holding

from assistant.assistant import Assistant
from assistant.domain import Answer, Audience, Citation, Statement, Status, SyncReport
from assistant.embedding import open_embedder
from assistant.errors import CommonplaceError
from assistant.kept.gap_groups import grouped, invitation
from assistant.kept.gaps import DAYS, ClosedGap, Gap, Gaps
from ingest.publish import sync
from ingest.withdraw import withdraw

CHESS = "Who won the chess championship in Reykjavik?"
OATS = "When does the mill grind oats?"
MILL = "Petra Quill explained that the wheel at Thornby turns again. The mill grinds oats on Mondays, for all who come."
HIVES = "Asha Penrose explained that the bees of Tollbridge like clover. There are 14 hives in the meadow."


def not_found(question, understood=None, status=Status.NOT_FOUND):
    return Answer(question, understood or question, status, 0.1)


def ago(days):
    return (datetime.now(UTC).date() - timedelta(days=days)).isoformat()


@pytest.fixture
def gaps(tmp_path):
    return Gaps(tmp_path)


# What is recorded


def test_a_question_that_is_not_answered_is_recorded_and_one_that_is_is_not(gaps):
    assert gaps.all() == ()
    assert gaps.note(not_found("what do newts eat?"))
    assert gaps.note(not_found("where do newts sleep?", status=Status.CLOSE))
    assert not gaps.note(not_found("when do newts wake?", status=Status.ANSWERED))
    assert [(gap.question, gap.status) for gap in gaps.open()] == [
        ("where do newts sleep?", Status.CLOSE),
        ("what do newts eat?", Status.NOT_FOUND),
    ]


def test_the_same_question_on_one_day_is_one_gap_and_every_asking_counts(gaps):
    for question in ("what do newts eat?", "What do newts  eat", "WHAT DO NEWTS EAT?!"):
        gaps.note(not_found(question))
    gaps.note(not_found("what do newts eat?"), day=ago(1))
    assert [(gap.day, gap.times) for gap in gaps.all()] == [(ago(0), 3), (ago(1), 1)]


def test_nothing_tells_who_asked_and_no_time_of_day_is_kept(gaps):
    gaps.note(not_found("what do newts eat?"))
    assert set(Gap.__dataclass_fields__) == {
        "number", "question", "status", "day", "times", "closed", "document",
    }  # fmt: skip
    assert len(gaps.all()[0].day) == len("2026-01-01")


def test_whoever_asked_may_take_it_back(gaps):
    gaps.note(not_found("what do newts eat?"))
    gaps.note(not_found("what do newts eat?"))
    gaps.take_back(not_found("What do newts eat"))
    assert [gap.times for gap in gaps.all()] == [1]
    gaps.take_back(not_found("what do newts eat?"))
    gaps.take_back(not_found("what do newts eat?"))
    assert gaps.all() == ()


def test_what_is_older_than_180_days_is_neither_shown_nor_kept(gaps, tmp_path):
    gaps.note(not_found("what do bitterns eat?"), day=ago(DAYS + 1))
    gaps.note(not_found("what do herons eat?"), day=ago(DAYS))
    assert [gap.question for gap in gaps.all()] == ["what do herons eat?"]
    gaps.note(not_found("what do newts eat?"))
    assert files_holding(tmp_path, "bitterns") == []
    assert files_holding(tmp_path, "herons")


def test_a_deleted_question_goes_with_all_its_askings_and_leaves_no_bytes(gaps, tmp_path):
    gaps.note(not_found("what do bitterns eat?"), day=ago(3))
    gaps.note(not_found("What do bitterns eat"))
    gaps.note(not_found("what do newts eat?"))
    gaps.delete(next(gap.number for gap in gaps.all() if "bitterns" in gap.question))
    assert [gap.question for gap in gaps.all()] == ["what do newts eat?"]
    assert files_holding(tmp_path, "bitterns") == []
    with pytest.raises(CommonplaceError, match="There is no unanswered question 99"):
        gaps.delete(99)


def test_a_question_that_names_a_quotation_is_not_recorded(gaps, tmp_path):
    gaps.note(not_found("who said that?", "Who said “The bitterns are gone.”?"))
    gaps.note(not_found("and why?", "and why? (What comes after “The bitterns are gone.”?)"))
    assert gaps.all() == () and files_holding(tmp_path, "bitterns") == []
    assert gaps.note(not_found("Who said “The bitterns are gone.”?"))  # typed so by the asker


def test_a_word_of_a_document_that_is_gone_goes_from_the_question(gaps, tmp_path):
    gaps.note(not_found("what did she do next?", "what did Ottoline do next?"))
    gaps.note(not_found("what did Ottoline do first?"))
    gaps.tidy(lambda word: True)
    assert "Ottoline" in gaps.all()[1].question
    gaps.tidy(lambda word: word != "ottoline")
    assert [gap.question for gap in gaps.all()] == ["what did Ottoline do first?", "what did she do next?"]


def test_closed_gaps_are_told_once_and_may_open_again(gaps):
    gaps.note(not_found("what do newts eat?"), day=ago(2))
    gaps.note(not_found("What do newts eat"))
    gaps.close(gaps.open(), "pond.md", ago(0))
    assert gaps.open() == ()
    assert gaps.closed() == (ClosedGap("What do newts eat", "pond.md", ago(0), 2),)
    gaps.note(not_found("what do newts eat?"))  # by somebody who may not see the document, say
    assert [gap.times for gap in gaps.open()] == [1]
    gaps.reopen([gap for gap in gaps.all() if gap.document == "pond.md"])
    assert (len(gaps.open()), gaps.closed()) == (3, ())


# Grouped by meaning

ALIKE = [
    ["What do the foodbanks cost?", "how much does a foodbank cost to run?", "what is the cost of running the food banks", "cost of foodbanks"],
    ["Who funds the BD Collective?", "where does the BD_Collective get its money from?", "how is the Collective funded?"],
    ["Is there anything on housing and homelessness?", "what has been said about homelessness?", "homeless people housing"],
    ["How do we keep trust when people move on?", "what happens to relationships when staff leave?", "how can relationships last when people change jobs"],
    ["Which councils have held a citizens' assembly?", "list the councils that ran citizens assemblies"],
    ["Who was chosen for the Camden assembly?", "how were people picked for the assembly in Camden"],
    ["When is the next meeting?", "what is the date of the next cell meeting?"],
    ["How can I join a cell?", "how do I become a member of the network?"],
    ["What training do systems stewards need?", "is there training for system stewards"],
    ["What did the pandemic do to volunteers?", "how did covid affect volunteering"],
    ["Does anyone know how to measure the strength of relationships?", "how do you measure relationships?"],
    ["What role do schools play?", "How are schools involved"],
    ["What do the foodbanks give out?"],
    ["Who runs the foodbanks in Dagenham?"],
    ["Is there any evidence that HLS saves money?", "does human learning systems reduce costs?"],
    ["What are young people saying about mental health?"],
    ["What did the evaluation of the Camden assembly find?"],
    ["what software do the cells use?"],
]  # fmt: skip


@pytest.fixture(scope="module")
def embedder(cache_config):
    return open_embedder(cache_config)


@pytest.fixture(scope="module")
def cache_config(cache, tmp_path_factory):
    from assistant.config import Config

    folder = tmp_path_factory.mktemp("gaps")
    return Config(corpus=folder, home=folder, cache=cache)


def made(*questions, status=Status.NOT_FOUND, day="2026-05-01"):
    return [Gap(i, question, status, day, 1) for i, question in enumerate(questions)]


def test_questions_that_ask_the_same_stand_together(embedder):
    questions = [(question, i) for i, same in enumerate(ALIKE) for question in same]
    groups = grouped(made(*(question for question, _ in questions)), embedder)
    where = {question: i for i, group in enumerate(groups) for question in group.questions}
    pairs = [(where[a] == where[b], i == j) for (a, i), (b, j) in combinations(questions, 2)]
    together = sum(found and right for found, right in pairs)
    assert together >= 0.75 * sum(right for _, right in pairs)
    assert sum(found and not right for found, right in pairs) <= 0.15 * together
    assert sum(group.count for group in groups) == len(questions)


def test_a_group_says_how_often_and_when_and_how_near_the_documents_came(embedder):
    gaps = [
        Gap(1, "what do newts eat?", Status.CLOSE, "2026-05-01", 2),
        Gap(2, "what is the food of newts?", Status.CLOSE, "2026-05-03", 1),
        Gap(3, "what do newts eat?", Status.NOT_FOUND, "2026-05-02", 4),
        Gap(4, "who pays the ferryman of Tollbridge?", Status.CLOSE, "2026-05-09", 1),
    ]
    newts, ferry = grouped(gaps, embedder)
    assert (newts.question, newts.others, newts.count) == ("what do newts eat?", ("what is the food of newts?",), 7)
    assert (newts.first, newts.last, newts.status) == ("2026-05-01", "2026-05-03", Status.NOT_FOUND)
    assert (ferry.count, ferry.status) == (1, Status.CLOSE)
    assert newts.number("what do newts eat?") == 3 and newts.number("what is the food of newts?") == 2


def test_of_groups_asked_as_often_the_newest_is_first(embedder):
    gaps = [replace(made("what do newts eat?")[0], day="2026-05-01"), *made("who pays the ferryman?", day="2026-05-09")]
    assert [group.question for group in grouped(gaps, embedder)] == ["who pays the ferryman?", "what do newts eat?"]
    assert grouped([], embedder) == ()


def test_an_invitation_quotes_the_questions_and_is_the_same_each_time(embedder):
    (group,) = grouped(made("What do the foodbanks cost?", "how much does a foodbank cost to run?"), embedder)
    words = invitation(group)
    assert all(f"“{question}”" in words for question in group.questions)
    assert words == invitation(group)
    assert 60 <= len(words.split()) <= 110
    assert "come close" in invitation(replace(group, status=Status.CLOSE)) and "come close" not in words


# Asked again


def test_a_gap_closes_with_its_source_and_opens_again_without_it(config, write):
    write("hives.md", HIVES, title="Hives")
    report = sync(config)
    gaps = Gaps(config.home)
    with Assistant.open(config) as assistant:
        assert assistant.refresh(report).closed == ()
        assistant.suggestions()
        assert not (config.home / "records.db").exists()  # neither asks in anybody's name
        for question in (OATS, "when does the mill grind oats", CHESS):
            answer = assistant.ask(question)
            assert answer.status is not Status.ANSWERED
            gaps.note(answer)
        write("mill.md", MILL, title="Mill")
        report = sync(config)
        closed = assistant.refresh(report).closed
        assert closed == (ClosedGap(OATS, "mill.md", ago(0), 2),)
        assert [gap.question for gap in gaps.open()] == [CHESS]
        assert assistant.refresh(report).closed == ()  # what is closed is not told again
        assert gaps.closed() == closed
        assert assistant.refresh(withdraw(config, assistant.document("mill.md"))).closed == ()
        assert {group.question for group in assistant.gap_groups()} == {OATS, CHESS}
        assert gaps.closed() == ()
    assert files_holding(config.home, "grinds oats") == []


def test_a_closed_gap_follows_its_source(config, write):
    path = write("mill.md", MILL, title="Mill")
    sync(config)
    gaps = Gaps(config.home)
    gaps.note(not_found(OATS))
    gaps.close(gaps.open(), "mill.md", ago(5))
    with Assistant.open(config) as assistant:
        write("mill.md", f"{MILL} It has a new roof.", title="Mill")
        assert assistant.refresh(sync(config)).closed == ()
        assert gaps.closed() == (ClosedGap(OATS, "mill.md", ago(5), 1),), "edited, and it answers as before"
        path.rename(config.corpus / "thornby.md")
        assistant.refresh(sync(config))
        assert [gap.document for gap in gaps.closed()] == ["thornby.md"], "renamed"
        write("thornby.md", "The wheel at Thornby is broken.", title="Mill")
        assistant.refresh(sync(config))
        assert [gap.question for gap in gaps.open()] == [OATS], "edited, and it answers no more"
        gaps.close(gaps.open(), "thornby.md")
        assistant.refresh(withdraw(config, assistant.document("thornby.md")))
        assert [group.question for group in assistant.gap_groups()] == [OATS], "withdrawn, and nothing is left"


def test_gaps_are_the_convenors_matter_and_nothing_is_read_in_vain(config, write):
    write("hives.md", "\n\n".join(f"Hive {i} stands at Tollbridge. {HIVES}" for i in range(40)), sharing="public")
    write("mill.md", MILL, title="Mill", sharing="public")
    report = sync(config)
    gaps = Gaps(config.home)
    gaps.note(not_found(OATS))
    with Assistant.open(replace(config, audience=Audience.MEMBERS)) as assistant:
        with pytest.raises(CommonplaceError, match="Only convenors"):
            assistant.gap_groups()
        assert assistant.refresh(report).closed == ()
        assert [gap.question for gap in gaps.open()] == [OATS]
        assert assistant._asked_again("what do the bees of Tollbridge like?", {"mill.md"}) is None
        assert assistant._asked_again(OATS, {"mill.md"}).status is Status.ANSWERED


class Asking:
    """Asked again by hand: every question is answered by the document that it names."""

    def __init__(self, *answered):
        self.answered, self.asked = answered, []

    def __call__(self, question, documents):
        self.asked.append(question)
        if question not in self.answered:
            return None
        cited = tuple(Statement("It is.", (Citation(d, d, "It is.", 0, 6),)) for d in ("old.md", "new.md"))
        return Answer(question, question, Status.ANSWERED, 0.9, cited)


def test_the_most_asked_are_asked_again_first_and_no_more_than_may_be(gaps, monkeypatch):
    from assistant.kept import asking_again

    monkeypatch.setattr(asking_again, "MOST", 2)
    for question, times in (("what is a?", 1), ("what is b?", 3), ("what is c?", 2)):
        for _ in range(times):
            gaps.note(not_found(question))
    asking = Asking("what is b?", "what is a?")
    closed = asking_again.ask_again(gaps, SyncReport(added=("new.md",)), {"old.md", "new.md"}, asking)
    assert asking.asked == ["what is b?", "what is c?"]
    assert closed == (ClosedGap("what is b?", "new.md", ago(0), 3),)  # the new source, not the first that is cited
