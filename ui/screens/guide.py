"""Start here: what a newcomer needs in five minutes, in the documents' own words."""

from __future__ import annotations

from datetime import date

import streamlit as st

from ui import downloads, guides, session
from ui.frame import NAME, frame, nothing_yet, show
from ui.paper.guides import guide_paper

TITLE = "Start here"


def page() -> None:
    with frame("guide", f"{TITLE} - {NAME}"):
        assistant = session.assistant()
        show(f'<h1 class="cp-title">{TITLE}</h1>')
        if not assistant.documents():
            show(nothing_yet())
            return
        with st.spinner("Putting the guide together"):
            guide = assistant.guide()
        titles = assistant.titles()
        show(guides.whole(guide))
        downloads.offer(lambda: guide_paper(guide, titles), "start-here", (guide, tuple(titles.items()), date.today()))
