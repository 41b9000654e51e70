"""The review queue on the Contribute page: what members sent in, for a convenor to publish or decline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from assistant.domain import Document
from assistant.kept.records import Records, Waiting
from ingest import contribute
from ui import looking_over, reading, session
from ui.frame import show
from ui.phrases import counted, when
from ui.publishing import publish


def queue(documents: Callable[[], Sequence[Document]]) -> None:
    """Draws what waits, each to be opened, and carries out what is decided. `documents`: those there are, which take a
    moment to open, and are asked for only where something waits."""
    waiting = Records(session.config().home).waiting()
    if not waiting:
        return
    verb = "waits" if len(waiting) == 1 else "wait"
    show(f'<h2 class="cp-label">{counted(len(waiting), "contribution")} {verb} for you</h2>')
    others = documents()
    for one in waiting:
        _entry(one, others)


def _entry(one: Waiting, others: Sequence[Document]) -> None:
    with st.spinner("Reading it"):
        draft = session.kept(
            f"draft-{one.number}", session.marks(others), lambda: contribute.waiting_draft(one, others)
        )
    # The title stands above: a label would take what a member wrote for markup.
    show(f'<h3 class="cp-entry">{escape(draft.document.title)}</h3>')
    with st.expander(f"Sent on {when(one.day)}: read it, then publish or decline it", key=f"waiting-{one.number}"):
        show(reading.particulars(draft.document))
        show(looking_over.warnings(draft.warnings))
        with st.container(height=320):
            show(looking_over.preview(draft.document))
        with st.container(horizontal=True):
            yes = st.button("Publish it", type="primary", key=f"yes-{one.number}")
            with st.popover("Decline"):
                show("<p>It will be gone, and whoever sent it is not told.</p>")
                no = st.button("Decline it", key=f"no-{one.number}")
    records = Records(session.config().home)
    if yes:
        st.session_state["published"] = publish(draft)
        records.reviewed(one.number)
        st.rerun()
    if no:
        records.reviewed(one.number)
        st.rerun()
