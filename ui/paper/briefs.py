"""The brief of a coverage report, topic by topic, and the open questions that go with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.coverage.values import Coverage, TopicCoverage, Voices
from assistant.domain import Citation, Document, Statement
from assistant.open_questions.values import OpenKind, OpenQuestion
from ui.paper.cited import also
from ui.paper.picture import by_cited, by_document
from ui.paper.values import Block, Heading, Paper, Picture, Quotation, Table, Words
from ui.phrases import counted, sentence_case, when

NONE = "–"
MOST_NAMES = 6  # of those missing: the page lists them all
MOST_QUOTES = 2  # of a topic, so that three topics make one page: the screen shows more
KINDS: dict[OpenKind, str] = {
    "question": "A question that was asked.",
    "topic": "Suggested as a topic.",
    "action": "Agreed, or asked of people.",
}


def coverage_paper(
    coverage: Coverage,
    agenda_title: str,
    rule_words: str,
    titles: Mapping[str, str],
    documents: Sequence[Document] = (),
) -> Paper:
    """What the documents hold on an agenda. `rule_words`: how it was counted. `titles`: of the documents, by id.

    `documents`: all that the audience sees, so that the picture shows those with nothing too; without them it shows those
    that are quoted.
    """
    made = when(coverage.day)
    rests = counted(coverage.documents, "document")
    blocks: list[Block] = []
    if coverage.topics:
        blocks += [_at_a_glance(coverage), *_picture(coverage, titles, documents)]
    for topic in coverage.topics:
        blocks += _topic(topic)
    if rule_words:
        blocks.append(Words(f"How topics were counted. {rule_words}", small=True))
    return Paper(
        title=agenda_title,
        subtitle=f"What {rests} {'holds' if coverage.documents == 1 else 'hold'}, as of {made}. “Absent” means not recorded.",
        blocks=tuple(blocks),
        foot=f"Made by Commonplace on {made} from {rests}. Every quotation is in the document's own words.",
    )


def open_paper(questions: Sequence[OpenQuestion]) -> tuple[Block, ...]:
    """The questions that nobody took up, then those that were, each with its sentences. Nothing where there are none."""
    still = [one for one in questions if one.open]
    taken = [one for one in questions if not one.open]
    blocks: list[Block] = [Heading("Open questions")] if questions else []
    if still:
        blocks.append(Heading("No later mention found", level=2))
        blocks += [block for one in still for block in _asked(one)]
    if taken:
        blocks.append(Heading("Taken up since", level=2))
        for one in taken:
            blocks += _asked(one)
            blocks.append(Words("Taken up in:", small=True))
            blocks += [Quotation(citation) for citation in one.taken_up_in]
    return tuple(blocks)


def _asked(one: OpenQuestion) -> list[Block]:
    first, *others = one.asked_in or (None,)
    if first is None:
        return [Words(one.text)]
    return [Quotation(first, " ".join(filter(None, [KINDS[one.kind], also(first, others)])))]


def _at_a_glance(coverage: Coverage) -> Table:
    rows = [
        (
            topic.topic,
            _label(topic) + (" (corrected)" if topic.corrected else ""),
            str(topic.sentences),
            str(len(topic.documents)),
            str(len(topic.here.accounts)),
            _newest(topic),
        )
        for topic in coverage.topics
    ]
    return Table(
        columns=("Topic", "Coverage", "Sentences", "Documents", "Accounts", "Newest"),
        rows=tuple(rows),
    )


def _picture(coverage: Coverage, titles: Mapping[str, str], documents: Sequence[Document]) -> list[Picture]:
    """None where there is nothing to see."""
    if not any(topic.sentences for topic in coverage.topics):
        return []
    png = by_document(coverage, documents) if documents else by_cited(coverage)
    told = []
    for topic in coverage.topics:
        where = _some([titles[one] for one in topic.documents if one in titles])
        told.append(f"{topic.topic}: {counted(topic.sentences, 'sentence')}{f' in {where}' if where else ''}")
    return [Picture(png, f"Each topic against the documents in order of time. {'; '.join(told)}.")]


def _topic(topic: TopicCoverage) -> list[Block]:
    blocks: list[Block] = [Heading(topic.topic), Words(_verdict(topic))]
    aside: list[str] = []
    if topic.sentences:
        first = {s.citations[0]: s for s in (*topic.told, *topic.named)}
        blocks += [_quoted(citation, first.get(citation)) for citation in topic.quotes[:MOST_QUOTES]]
        aside += [_heard(topic.here), _missing(topic.missing)]
    if topic.outside:
        of = f", the best of {len(topic.outside)} sentences" if len(topic.outside) > 1 else ""
        aside.append(f"Background from outside, not counted{of}:")
    if words := " ".join(filter(None, aside)):
        blocks.append(Words(words, small=True))
    if topic.outside:
        blocks.append(_quoted(topic.outside[0].citations[0], topic.outside[0]))
    return blocks


def _quoted(citation: Citation, statement: Statement | None) -> Quotation:
    return Quotation(citation, also(citation, statement.citations[1:]) if statement else "")


def _label(topic: TopicCoverage) -> str:
    return sentence_case(topic.label.value)


def _verdict(topic: TopicCoverage) -> str:
    """'Thin. 3 sentences in 2 documents, of 2 accounts, July 2020 to 2022.'"""
    told = f"{_label(topic)}."
    if topic.corrected:
        told = f"{_label(topic)}: a convenor's label. As counted it would be “{topic.rule.value}”."
    if not topic.sentences:
        return f"{told} Nothing on this was found in the network's own documents."
    parts = f"{counted(topic.sentences, 'sentence')} in {counted(len(topic.documents), 'document')}"
    if topic.here.accounts:
        parts += f" and {counted(len(topic.here.accounts), 'account')}"
    if topic.named and topic.told:
        parts += f"; {len(topic.named)} of them only {'names' if len(topic.named) == 1 else 'name'} it"
    return f"{told} {parts}; {_span(topic)}."


def _span(topic: TopicCoverage) -> str:
    if not (topic.oldest and topic.newest):
        return "undated"
    first, last = when(topic.oldest), when(topic.newest)
    some = any(citation.date is None for s in (*topic.told, *topic.named) for citation in s.citations)
    return (first if first == last else f"{first} to {last}") + (" and undated" if some else "")


def _newest(topic: TopicCoverage) -> str:
    if not topic.sentences:
        return NONE
    return when(topic.newest)


def _heard(voices: Voices) -> str:
    named = ("Accounts", voices.accounts), ("Places", voices.places), ("Sectors", voices.sectors)
    return " ".join(f"{name}: {', '.join(values)}." for name, values in named if values)


def _missing(voices: Voices) -> str:
    named = ("accounts of", voices.accounts), ("places", voices.places), ("sectors", voices.sectors)
    parts = [f"{name} {_some(values)}" for name, values in named if values]
    return f"Elsewhere in the documents, not on this: {'; '.join(parts)}." if parts else ""


def _some(values: Sequence[str]) -> str:
    """At most MOST_NAMES of them, and how many more."""
    more = len(values) - MOST_NAMES
    if more == 1:  # its name is as short
        return ", ".join(values)
    return ", ".join(values[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
