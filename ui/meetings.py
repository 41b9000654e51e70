"""What the pages before a meeting say of coverage and of open questions, as HTML. All text is escaped here."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from assistant.assistant import Assistant
from assistant.coverage.values import Coverage, TopicCoverage
from assistant.domain import Standing, Statement
from assistant.open_questions.values import OpenQuestion
from ui import addresses, session
from ui.phrases import counted, sentence_case, when
from ui.quotations import written

NONE = "–"


def parts(here: str) -> str:
    """The pages that belong together, as a line of links."""
    pages = [("meeting", addresses.MEETING, "Check an agenda"), ("open", addresses.OPEN_QUESTIONS, "Open questions")]
    if session.is_convenor():
        pages.append(("gaps", addresses.GAPS, "What people could not find"))
    links = "".join(
        f'<a href="{address}"{" aria-current=page" if here == place else ""}>{label}</a>'
        for place, address, label in pages
    )
    return f'<nav class="cp-parts" aria-label="Before a meeting">{links}</nav>'


def open_questions(assistant: Assistant) -> tuple[OpenQuestion, ...]:
    """Found once for each generation and visitor."""
    return session.kept("open_questions", (assistant.generation, session.config().audience), assistant.open_questions)


def opening(coverage: Coverage) -> str:
    return (
        f'<p class="cp-lead">This rests on {counted(coverage.documents, "document")}, as they were on {when(coverage.day)}. '
        "“Absent” means not recorded: people may have talked about it all the same.</p>"
    )


def at_a_glance(coverage: Coverage) -> str:
    """Every topic in a row; its numbers lead to their sentences."""
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Topic", "Coverage", "Sentences", "Documents", "Accounts", "Newest")
    )
    rows = "".join(_row(topic, number) for number, topic in enumerate(coverage.topics, 1))
    return (
        '<div class="cp-wide"><table class="cp-table"><caption>At a glance</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(topic: TopicCoverage, number: int) -> str:
    values = (topic.sentences, len(topic.documents), len(topic.here.accounts))
    cells = "".join(
        f'<td class="cp-number">{f"<a href=#topic-{number}>{value}</a>" if value else NONE}</td>' for value in values
    )
    newest = when(topic.newest) if topic.newest else ("undated" if topic.sentences else NONE)
    return (
        f'<tr><th scope="row"><a href="#topic-{number}">{escape(topic.topic)}</a></th><td>{_label(topic)}</td>'
        f"{cells}<td>{escape(newest)}</td></tr>"
    )


def _label(topic: TopicCoverage) -> str:
    told = sentence_case(topic.label.value)
    return f"{told} (a convenor’s label)" if topic.corrected else told


def topic(topic: TopicCoverage, number: int) -> str:
    """One topic: label, counts, best quotations, every sentence, who and where is missing, and outside texts apart."""
    told = [f'<h2 class="cp-topic" id="topic-{number}">{escape(topic.topic)}</h2>']
    told.append(f'<p class="cp-verdict"><strong>{_label(topic)}</strong>{escape(_counts(topic))}</p>')
    if topic.corrected and topic.corrected != topic.rule:
        told.append(f'<p class="cp-small">As counted, it would be: {topic.rule.value}.</p>')
    told.append(written().citations(c for c in topic.quotes if c.standing is not Standing.OUTSIDE))
    told.append(_every("that tells of it", "that tell of it", topic.told))
    told.append(_every("that only names it", "that only name it", topic.named))
    told.append(_nearest(topic))
    told.append(_also_in("Places", topic.here.places) + _also_in("Sectors", topic.here.sectors))
    told.append(_missing(topic))
    if topic.outside:
        told.append(_every("from outside, not counted", "from outside, not counted", topic.outside, "Background: "))
    return f'<section class="cp-section">{"".join(told)}</section>'


def _counts(topic: TopicCoverage) -> str:
    if not topic.sentences:
        return ". Nothing on this was found in the network’s own documents."
    parts = [counted(topic.sentences, "sentence"), counted(len(topic.documents), "document")]
    if topic.here.accounts:
        parts.append(counted(len(topic.here.accounts), "account"))
    dates = ""
    if topic.oldest and topic.newest:
        first, last = when(topic.oldest), when(topic.newest)
        dates = f", {first}" if first == last else f", {first} to {last}"
    return f": {', '.join(parts)}{dates}."


def _every(one: str, many: str, statements: Sequence[Statement], lead: str = "") -> str:
    """The sentences behind a number, folded away until they are asked for."""
    if not statements:
        return ""
    ordered = sorted(statements, key=lambda s: (s.citations[0].document, s.citations[0].start))
    title = f"{lead}{counted(len(statements), 'sentence')} {one if len(statements) == 1 else many}"
    return (
        f'<details class="cp-more"><summary>{escape(title)}</summary>'
        f'<div class="cp-nearest">{written().statements(ordered)}</div></details>'
    )


def _nearest(topic: TopicCoverage) -> str:
    """What comes nearest where little is told: it may tell of the topic in other words, which a convenor can see."""
    if not topic.nearest:
        return ""
    return (
        f'<details class="cp-more"><summary>The nearest sentences, not counted: {len(topic.nearest)}</summary>'
        '<p class="cp-small">If one of these tells of it in other words, correct the label.</p>'
        f'<div class="cp-nearest">{written().statements(topic.nearest)}</div></details>'
    )


def _also_in(name: str, values: Sequence[str]) -> str:
    return f'<p class="cp-small">{name}: {escape(", ".join(values))}.</p>' if values else ""


def _missing(topic: TopicCoverage) -> str:
    missing = topic.missing
    rows = [
        (name, values)
        for name, values in (("Voices", missing.accounts), ("Places", missing.places), ("Sectors", missing.sectors))
        if values
    ]
    if not rows:
        return ""
    lines = "".join(f"<p>{name}: {escape(', '.join(values))}.</p>" for name, values in rows)
    number = sum(len(values) for _, values in rows)
    return (
        f'<details class="cp-more"><summary>Heard elsewhere in the documents, and not on this: {number}</summary>'
        f"{lines}</details>"
    )


def question(one: OpenQuestion) -> str:
    """A question asked, topic suggested or action agreed, and where it was taken up."""
    quotations = written()
    told = quotations.statements([Statement(one.text, one.asked_in)])
    if one.taken_up_in:
        taken = quotations.citations(one.taken_up_in)
        told += f'<p class="cp-small">Taken up in:</p><div class="cp-nearest">{taken}</div>'
    else:
        told += '<p class="cp-small cp-open">No later mention found.</p>'
    return f'<section class="cp-question">{told}</section>'


def figure(png: bytes, alt: str) -> str:
    data = base64.b64encode(png).decode("ascii")
    return f'<img class="cp-picture" src="data:image/png;base64,{data}" alt="{escape(alt)}">'
