"""Before a meeting: an agenda in, and topic by topic what the documents hold on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from assistant.assistant import Assistant
from assistant.coverage import agenda
from assistant.coverage.rule import WORDS
from assistant.coverage.values import Coverage, Label, TopicCoverage
from assistant.errors import CommonplaceError
from assistant.kept.agendas import Agendas, Corrections
from assistant.open_questions.build import suggested
from ingest import contribute
from ingest.formats import FORMATS
from ingest.read import LARGEST
from ui import addresses, downloads, meetings, session
from ui.frame import NAME, frame, notice, show
from ui.paper.briefs import coverage_paper, open_paper
from ui.paper.picture import by_document, voices
from ui.paper.values import Paper
from ui.phrases import sentence_case

TITLE = "Before a meeting"
RECENT = 5  # agendas offered again
SENTENCE = 6  # words from which a topic that stands in a document is a quotation
BY_THE_RULE = "As counted"


def page() -> None:
    with frame("meeting", f"{TITLE} - {NAME}"):
        assistant = session.assistant()
        topics = tuple(t.strip() for t in st.query_params.get_all("topic") if t.strip())
        show(f'<h1 class="cp-title">{TITLE}</h1>{meetings.parts("meeting")}')
        if not topics:
            show(
                "<p>Put in the topics of your meeting. You see what the documents already hold on each: what has been said, "
                "by whom, when, and what is missing.</p>"
            )
        ask_for_topics(assistant, topics)
        if topics:
            report(assistant, topics)


def ask_for_topics(assistant: Assistant, topics: Sequence[str]) -> None:
    """The agenda: open while there is none, folded away above a report."""
    here = "\n".join(topics)
    if st.session_state.get("topics_at") != here:  # by a link, a shared address, or the browser's back button
        st.session_state["topics_at"] = st.session_state["topics"] = here
    with st.expander("The topics", expanded=not topics, key="agenda"):
        take_file()
        st.text_area("One topic a line. Edit, split or join the lines as you like.", key="topics", height=200)
        if st.button("See what is covered", type="primary", key="cover"):
            go_to(agenda.topics(st.session_state["topics"]), assistant)
    if not topics:
        offer(assistant)


def take_file() -> None:
    """A dropped agenda becomes lines of the box, once."""
    file = st.file_uploader(
        "Drop an agenda (Word, PDF, Markdown or plain text), or type below",
        type=[suffix.lstrip(".") for suffix in FORMATS],
        max_upload_size=LARGEST // 1_000_000,
        key="agenda_file",
    )
    if file is None or st.session_state.get("agenda_taken") == file.file_id:
        return
    st.session_state["agenda_taken"] = file.file_id
    try:
        intake = contribute.given(file.getvalue(), file.name)
        st.session_state["topics"] = "\n".join(agenda.topics(intake.document.text))
    except CommonplaceError as error:
        show(notice(f"{error} Nothing was changed."))


def go_to(topics: Sequence[str], assistant: Assistant) -> None:
    if not topics:
        show(notice("There is no topic there yet. Write one a line, for example: working with the council"))
        return
    if not any(is_a_documents(topic, assistant) for topic in topics):
        Agendas(session.config().home).keep(topics, session.config().audience)
    st.session_state["topics_at"] = None
    st.query_params.from_dict({"topic": list(topics)})
    st.rerun()


def is_a_documents(topic: str, assistant: Assistant) -> bool:
    """Whether a topic is a sentence of a document: such a one is never kept as text, since it may be withdrawn."""
    return len(topic.split()) >= SENTENCE and any(topic in document.text for document in assistant.documents())


def offer(assistant: Assistant) -> None:
    """Recent agendas, and the topics that the notes suggest for further meetings."""
    recent = Agendas(session.config().home).recent(session.config().audience, RECENT)
    if recent:
        links = "".join(
            f'<li><a href="{escape(addresses.meeting(topics))}">{escape(" · ".join(topics[:4]))}'
            f"{' …' if len(topics) > 4 else ''}</a></li>"
            for topics in recent
        )
        show(f'<h2 class="cp-label">Looked at before</h2><ul class="cp-suggestions">{links}</ul>')
    lines = suggested(meetings.open_questions(assistant))
    if lines:
        items = "".join(
            f'<li><a href="{escape(addresses.meeting([line]))}">{escape(line)}</a></li>' for line in lines[:8]
        )
        every = f'<p class="cp-small"><a href="{escape(addresses.meeting(lines[: agenda.MOST]))}">See them all as an agenda</a></p>'
        show(
            f'<h2 class="cp-label">Suggested in the notes, and still open</h2><ul class="cp-suggestions">{items}</ul>'
            + (every if len(lines) > 1 else "")
        )


def report(assistant: Assistant, topics: tuple[str, ...]) -> None:
    # A convenor's label may rest on what only convenors see.
    corrections = Corrections(session.config().home).labels() if session.is_convenor() else {}
    key = (assistant.generation, session.config().audience, topics, tuple(sorted(corrections.items())))
    coverage = session.kept("coverage", key, lambda: covered(assistant, topics, corrections))
    titles = assistant.titles()
    show(meetings.opening(coverage) + meetings.at_a_glance(coverage))
    after_the_table = st.container()  # drawing takes a second or two: the words come first
    for number, topic in enumerate(coverage.topics, 1):
        show(meetings.topic(topic, number))
        if session.is_convenor() and not is_a_documents(topic.topic, assistant):
            correct(topic, number)
    show(f'<details class="cp-more"><summary>How topics are counted</summary><p>{escape(WORDS)}</p></details>')
    with after_the_table:
        pictures(assistant, coverage, key)
    asked = meetings.open_questions(assistant)

    def brief() -> Paper:
        paper = coverage_paper(coverage, TITLE, WORDS, titles, assistant.documents())
        return replace(paper, blocks=(*paper.blocks, *open_paper(asked)))

    downloads.offer(brief, "before-the-meeting", (key, coverage.day))


def covered(assistant: Assistant, topics: Sequence[str], corrections: dict[str, Label]) -> Coverage:
    bar = st.progress(0.0, "Reading the documents")

    def watch(what: str, done: int, of: int) -> None:
        bar.progress(min(1.0, done / max(of, 1)), f"Read for {done} of {of} topics")

    made = assistant.coverage(topics, corrections=corrections, watch=watch)
    bar.empty()
    return made


def pictures(assistant: Assistant, coverage: Coverage, key: object) -> None:
    """The same at a glance as pictures, after the table."""
    if not any(topic.sentences for topic in coverage.topics):
        return
    drawn = session.kept("pictures", key, lambda: (by_document(coverage, assistant.documents()), voices(coverage)))
    with st.expander("See it as a picture", key="pictured"):
        show(
            "".join(
                meetings.figure(png, alt)
                for png, alt in zip(
                    drawn,
                    (
                        "Topics against documents over time; the table above says the same.",
                        "Topics against places and people; the sections below say the same.",
                    ),
                    strict=True,
                )
            )
        )


def correct(topic: TopicCoverage, number: int) -> None:
    """A convenor's own label, in place of what was counted."""
    labels = [BY_THE_RULE, *(label.value for label in Label)]
    now = topic.corrected.value if topic.corrected else BY_THE_RULE
    with st.popover("Correct the label", type="tertiary", key=f"correct-{number}"):
        said = st.radio(
            f"“{topic.topic}” is", labels, index=labels.index(now), format_func=sentence_case, key=f"label-{number}"
        )
        if said != now:
            kept = Corrections(session.config().home)
            if said == BY_THE_RULE:
                kept.take_back(topic.topic)
            else:
                kept.correct(topic.topic, Label(said), topic.rule)
            st.rerun()
