"""Mentions: every sentence of every document that mentions a person, a place or a term."""

from __future__ import annotations

from html import escape

import streamlit as st

from assistant.domain import Document
from assistant.guide.values import Mentions
from ui import addresses, session
from ui.frame import NAME, frame, show
from ui.phrases import counted
from ui.quotations import written


def page() -> None:
    with frame("mentions", f"Mentions - {NAME}"):
        assistant = session.assistant()
        show('<h1 class="cp-title">Every mention</h1>')
        here = st.query_params.get("term", "")
        if st.session_state.get("mentions_at") != here:  # by a link, or the browser's back button
            st.session_state["mentions_at"] = st.session_state["term"] = here
        with st.container(key="ask", horizontal=True, vertical_alignment="bottom"):
            term = st.text_input("A person, a place or a term", key="term", max_chars=100, autocomplete="off").strip()
            st.button("Find")
        if term != here:
            st.session_state["mentions_at"] = term
            st.query_params.from_dict({"term": term} if term else {})
        if term:
            found = assistant.mentions(term)
            show(told(found, {document.id: document for document in assistant.documents()}))


def told(mentions: Mentions, documents: dict[str, Document]) -> str:
    """The count, the forms that were looked for, and every sentence, document by document."""
    if not mentions.found:
        return f"<p class='cp-lead'>No document mentions “{escape(mentions.term)}”.</p>"
    by_document: dict[str, int] = {}
    for statement in mentions.found:
        for citation in statement.citations[:1]:
            by_document[citation.document] = by_document.get(citation.document, 0) + 1
    forms = ", ".join(f"“{escape(form)}”" for form in mentions.forms)
    lead = (
        f'<p class="cp-lead">{counted(mentions.count, "mention")} in {counted(len(mentions.found), "sentence")} of '
        f"{counted(len(by_document), 'document')}. We looked for {forms}.</p>"
    )
    sections = []
    for document in by_document:
        own = [s for s in mentions.found if s.citations[0].document == document]
        title = f'<a href="{escape(addresses.source(document))}">{escape(documents[document].title)}</a>'
        sections.append(
            f'<h2 class="cp-label">{title}: {by_document[document]}</h2>'
            f'<div class="cp-nearest">{written().statements(own)}</div>'
        )
    return lead + "".join(sections)
