"""A Paper to take away: as a Word file, as Markdown, or as a page that prints."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui import session
from ui.frame import show
from ui.paper.markdown import markdown
from ui.paper.page import page
from ui.paper.values import Paper
from ui.paper.word import word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def offer(make: Callable[[], Paper], name: str, key: object) -> None:
    """Three buttons. `name`: of the files. `key`: what changes when the paper does: only then is it made again, since a page
    is run at every touch and a paper may hold pictures."""
    made = session.kept(f"paper-{name}", key, lambda: _written(make()))
    show('<h2 class="cp-label">Take it with you</h2>')
    with st.container(horizontal=True):
        st.download_button("Word", made[0], f"{name}.docx", WORD, key=f"{name}-word", on_click="ignore")
        st.download_button(
            "A page to print", made[2], f"{name}.html", "text/html", key=f"{name}-page", on_click="ignore"
        )
        st.download_button("Markdown", made[1], f"{name}.md", "text/markdown", key=f"{name}-md", on_click="ignore")


def _written(paper: Paper) -> tuple[bytes, str, str]:
    return word(paper), markdown(paper), page(paper)
