"""The Withdraw page: what goes, what cannot be reached, and one button."""

from __future__ import annotations

from html import escape

import streamlit as st

from assistant.errors import DocumentError
from ingest.withdraw import BEYOND_REACH, withdraw
from ui import addresses, reading, session
from ui.frame import NAME, frame, show


def page() -> None:
    with frame("withdraw", f"Withdraw - {NAME}"):
        if done := st.session_state.pop("withdrawn", None):
            show(done)
            return
        if not session.is_convenor():
            raise DocumentError("Only a convenor can withdraw a document. Ask one.")
        assistant = session.assistant()
        document = assistant.document(st.query_params.get("document", ""))
        link = f'<a href="{escape(addresses.source(document.id))}">{escape(document.title)}</a>'
        show(
            f'<h1 class="cp-title">Withdraw a document</h1><p>{link} will be gone: its text, everything made from it, and its '
            f"place in every answer. A line that it was withdrawn stays, with nothing of its content. This cannot be undone.</p>"
            f"<p>{escape(BEYOND_REACH)}</p>{reading.particulars(document)}"
        )
        sure = st.checkbox("Yes, withdraw it", key="sure_withdraw")
        if st.button("Withdraw", type="primary", disabled=not sure):
            with st.spinner("Taking it out"):
                assistant.refresh(withdraw(session.config(), document))
            st.session_state["withdrawn"] = (
                f'<h1 class="cp-title">Withdrawn</h1><p>“{escape(document.title)}” is gone from here.</p>'
                f'<p>{escape(BEYOND_REACH)}</p><p><a href="{addresses.LIBRARY}">See the Library</a></p>'
            )
            st.rerun()
