"""The Ask page: a question in, the documents' own words out."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from assistant.assistant import Assistant
from assistant.domain import Answer
from assistant.filters import Filters
from ui import addresses, hearing, narrowing, session
from ui.addresses import Query
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
        query = asked(assistant)
        if not query.question:
            show(suggestions(assistant.suggestions()) + promise(len(assistant.documents())))
            return
        name_tab(f"{query.question} - {NAME}")
        answer = ask(assistant, query)
        show(trail(query) + Quotations(query, keep=session.may_contribute()).answer(answer))
        hearing.gap(answer, query.filters)
        if session.may_contribute():
            hearing.feedback(answer)


def promise(documents: int) -> str:
    """What a newcomer should know before the first question."""
    told = f"Answers come from {counted(documents, 'document')}, in their own words, each sentence with its source."
    return small(f"{told} Where the documents do not say, you are told so.")


def ask(assistant: Assistant, query: Query) -> Answer:
    """The answer to the last question of a conversation. Those before it are asked again: an address is all there is."""
    before: list[Answer] = []
    for earlier in query.after:
        before.append(assistant.ask(earlier, before=before, filters=query.filters))
    return assistant.ask(query.question, before=before, filters=query.filters, as_written=query.as_written)


def trail(query: Query) -> str:
    """The questions asked before this one, each a link back to its answer, and a way to leave them behind."""
    if not query.after:
        return ""
    links = [
        f'<a href="{escape(addresses.answer(Query(q, query.after[:i], query.filters)))}">{escape(q)}</a>'
        for i, q in enumerate(query.after)
    ]
    alone = f'<a href="{escape(addresses.answer(query.alone()))}">Ask this on its own</a>'
    return f'<p class="cp-small cp-trail">Asked before: {", ".join(links)}. {alone}</p>'


def asked(assistant: Assistant) -> Query:
    """The query of the address or of the box and the filters, whichever changed last."""
    here = Query.of(st.query_params)
    address = addresses.answer(here)
    if st.session_state.get("at") != address:  # by a link, a shared address, or the browser's back button
        st.session_state["at"], st.session_state["question"] = address, here.question
        narrowing.put(here.filters)
    # No form: what is typed is asked on Enter, or on leaving the box; the button is there to be seen and touched.
    with st.container(key="ask", horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input("Ask in your own words", key="question", max_chars=LONGEST, autocomplete="off").strip()
        st.button("Ask")
    filters: Filters = narrowing.choose(assistant.known, open=bool(here.filters))
    if typed == here.question and filters == here.filters:
        return here
    new = replace(here, filters=filters)
    if typed != here.question:
        new = new.then(typed) if typed else Query(filters=filters)
    st.session_state["at"] = addresses.answer(new)
    st.query_params.from_dict(new.values())
    return new
