"""Open questions: what the notes asked, suggested and agreed, and where a later one takes it up."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.open_questions.values import OpenQuestion
from ui import meetings, session
from ui.frame import NAME, frame, show
from ui.phrases import counted

KINDS = {"question": "Questions asked", "topic": "Topics suggested", "action": "Actions agreed"}
TITLE = "Open questions"


def page() -> None:
    with frame("open", f"{TITLE} - {NAME}"):
        found = meetings.open_questions(session.assistant())
        show(f'<h1 class="cp-title">{TITLE}</h1>{meetings.parts("open")}{lead(found)}')
        if not found:
            return
        only = st.toggle("Only what is still open", key="only_open")
        for kind, title in KINDS.items():
            these = [one for one in found if one.kind == kind and (one.open or not only)]
            if these:
                show(f'<h2 class="cp-label">{title}</h2>{"".join(map(meetings.question, these))}')


def lead(found: Sequence[OpenQuestion]) -> str:
    if not found:
        return "<p>The documents ask nothing that they leave open, as far as we can tell.</p>"
    still = sum(one.open for one in found)
    return (
        f"<p>The notes hold {counted(len(found), 'question, topic or action')}. Of {still}, no later document that is here "
        "takes it up. That may only mean that it was not written down.</p>"
    ).replace("question, topic or actions", "questions, topics and actions")
