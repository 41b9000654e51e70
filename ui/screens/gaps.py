"""What people could not find: the questions that the documents did not answer, for convenors to fill."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from assistant.assistant import Assistant
from assistant.kept.feedback import Feedback
from assistant.kept.gap_groups import GapGroup, invitation
from assistant.kept.gaps import ClosedGap, Gaps, check_convenor
from ui import addresses, downloads, meetings, session
from ui.frame import NAME, frame, show
from ui.paper.gaps import gaps_paper
from ui.phrases import counted, gap_line, sentence_case, when

TITLE = "What people could not find"


def page() -> None:
    with frame("gaps", f"{TITLE} - {NAME}"):
        assistant = session.assistant()
        check_convenor(session.config().audience)
        groups = assistant.gap_groups()
        show(f'<h1 class="cp-title">{TITLE}</h1>{meetings.parts("gaps")}{lead(groups)}')
        for group in groups:
            one(group)
        closed = Gaps(session.config().home).closed()
        if closed:
            show(f'<h2 class="cp-topic">Answered since</h2>{answered(assistant, closed)}')
        if groups:
            titles = assistant.titles()
            there = [gap for gap in closed if gap.document in titles]
            downloads.offer(lambda: gaps_paper(groups, there, titles), "gaps", (groups, there, date.today()))
        feedback(assistant)


def lead(groups: tuple[GapGroup, ...]) -> str:
    if not groups:
        return "<p>There are no open gaps: whatever was asked, the documents answered.</p>"
    return (
        f"<p>{counted(sum(group.count for group in groups), 'question')} that the documents did not answer, put together by "
        "meaning. Nobody’s name is kept. When a new document answers one, it closes by itself. What is older than 180 days "
        "goes.</p>"
    )


def one(group: GapGroup) -> None:
    others = "".join(f"<li>{escape(other)}</li>" for other in group.others)
    show(
        f'<section class="cp-section"><h2 class="cp-topic"><a href="{escape(addresses.answer(group.question))}">'
        f'{escape(group.question)}</a></h2><p class="cp-facts">{escape(gap_line(group))}</p>'
        + (f'<ul class="cp-plain cp-small">{others}</ul>' if others else "")
        + "</section>"
    )
    number = group.gaps[0].number
    with st.container(horizontal=True):
        with st.popover("Commission this", key=f"commission-{number}"):
            st.text_area(
                "A draft to send to somebody who may know. Change it as you like.",
                invitation(group),
                height=260,
                key=f"draft-{number}",
            )
        if st.button("Delete it", key=f"forget-{number}", type="tertiary"):
            gaps = Gaps(session.config().home)
            for question in group.questions:
                gaps.delete(group.number(question))
            st.rerun()


def answered(assistant: Assistant, closed: tuple[ClosedGap, ...]) -> str:
    titles = assistant.titles()
    items = "".join(
        f'<li><a href="{escape(addresses.answer(gap.question))}">{escape(gap.question)}</a><p class="cp-facts">Since '
        f'{when(gap.day)}, by <a href="{escape(addresses.source(gap.document))}">{escape(titles[gap.document])}</a></p></li>'
        for gap in closed
        if gap.document in titles
    )
    return f'<ul class="cp-library">{items}</ul>'


def feedback(assistant: Assistant) -> None:
    """What people said of answers, to be looked through."""
    kept = Feedback(session.config().home)
    waiting = [said for said in kept.all() if not said.reviewed]
    if not waiting:
        return
    show('<h2 class="cp-topic">What people said of answers</h2>')
    for said in waiting:
        words = f"<p>“{escape(said.words)}”</p>" if said.words else ""
        show(
            f'<p><a href="{escape(addresses.answer(said.question))}">{escape(said.question)}</a></p>'
            f'<p class="cp-facts">{sentence_case(said.verdict)}, {when(said.day)}</p>{words}'
        )
        with st.container(horizontal=True):
            if st.button("Reviewed", key=f"reviewed-{said.number}"):
                kept.review(said.number)
                st.rerun()
            if st.button("Delete it", key=f"unsaid-{said.number}", type="tertiary"):
                kept.delete(said.number)
                st.rerun()
