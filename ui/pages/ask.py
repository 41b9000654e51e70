"""The Ask page: a question in, the documents' own words out."""

from __future__ import annotations

import streamlit as st

from ui import session
from ui.frame import NAME, frame, name_tab, nothing_yet, show
from ui.phrases import counted
from ui.quotations import Quotations, small, suggestions

LONGEST = 1000  # characters: the assistant says so kindly, and the box stops a pasted document first


def page() -> None:
    with frame("ask", NAME):
        assistant = session.assistant()
        if not assistant.documents():
            show(nothing_yet())
            return
        asked, as_written = question()
        if not asked:
            show(suggestions(assistant.suggestions()) + promise(len(assistant.documents())))
            return
        name_tab(f"{asked} - {NAME}")
        answer = assistant.ask(asked, as_written=as_written)
        show(Quotations(asked, as_written=as_written).answer(answer))


def promise(documents: int) -> str:
    """What a newcomer should know before the first question."""
    told = f"Answers come from {counted(documents, 'document')}, in their own words, each sentence with its source."
    return small(f"{told} Where the documents do not say, you are told so.")


def question() -> tuple[str, bool]:
    """The question of the address or of the box, whichever changed last, and whether to leave its spelling alone."""
    address = st.query_params.get("q", "").strip()
    if st.session_state.get("at") != address:  # by a link, a shared address, or the browser's back button
        st.session_state["at"] = st.session_state["question"] = address
    # No form: what is typed is asked on Enter, or on leaving the box; the button is there to be seen and touched.
    with st.container(key="ask", horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input("Ask in your own words", key="question", max_chars=LONGEST, autocomplete="off").strip()
        st.button("Ask")
    if typed == address:
        return address, st.query_params.get("as_written") == "1"
    st.session_state["at"] = typed
    st.query_params.from_dict({"q": typed} if typed else {})
    return typed, False
