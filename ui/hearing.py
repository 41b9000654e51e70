"""What an asker may say of an answer, and what is kept of a question that the documents do not answer."""

from __future__ import annotations

import logging
from typing import get_args

import streamlit as st

from assistant.domain import Answer, Status
from assistant.errors import CommonplaceError
from assistant.filters import Filters
from assistant.kept.feedback import LONGEST, Feedback, Verdict
from assistant.kept.gaps import Gaps
from ui import session
from ui.frame import show
from ui.phrases import sentence_case

log = logging.getLogger("commonplace.ui")

NOTED = "Convenors see that this was asked, and not by whom, so that somebody can fill the gap."


def gap(answer: Answer, filters: Filters) -> None:
    """Notes a question that the documents do not answer, once for a visitor, unless they would rather not. Of one that was
    narrowed, what was left out may answer it."""
    if answer.status is Status.ANSWERED or filters:
        return
    private = st.checkbox("Keep my unanswered questions to myself", key="private")
    show(f'<p class="cp-small">{"This was not kept." if private else NOTED}</p>')
    noted: set[str] = st.session_state.setdefault("noted", set())
    gaps = Gaps(session.config().home)
    try:
        if private and answer.understood_as in noted:
            gaps.take_back(answer)
            noted.discard(answer.understood_as)
        elif not private and answer.understood_as not in noted:
            gaps.note(answer)
            noted.add(answer.understood_as)
    except CommonplaceError:  # an answer is worth more than the note of it
        log.exception("An unanswered question could not be noted")


def feedback(answer: Answer) -> None:
    """A few words on an answer, for the convenors."""
    key = answer.understood_as
    if st.session_state.get("told_us") == key:
        show('<p class="cp-small">Thank you. A convenor will look at it.</p>')
        return
    with st.expander("Tell us about this answer", key="feedback"):
        verdict = st.radio(
            "It is", get_args(Verdict), index=None, format_func=sentence_case, key="verdict", horizontal=True
        )
        words = st.text_area(
            "What should we know? (you need not say)", key="words_on_it", max_chars=LONGEST, height=100
        )
        if st.button("Send it to the convenors", disabled=verdict is None, key="tell") and verdict is not None:
            Feedback(session.config().home).note(answer, verdict, words, session.config().audience)
            st.session_state["told_us"] = key
            st.rerun()
