"""A draft among the documents, from a page: progress shown, and the pages' own Assistant answers from it."""

from __future__ import annotations

import streamlit as st

from ingest import contribute
from ingest.contribute import Draft
from ui import looking_over, session


def publish(draft: Draft, replaces: str | None = None, original: tuple[str, bytes] | None = None) -> str:
    """Publish it; what to say then, as HTML. `replaces`: the id of the document whose place it takes. `original`: the name
    and bytes of the file given. Raises CommonplaceError."""
    bar = st.progress(0.0, "Putting it among the documents")

    def watch(what: str, done: int, of: int) -> None:
        bar.progress(min(1.0, done / max(of, 1)), "Putting it among the documents")

    report = contribute.publish(session.config(), draft, replaces=replaces, original=original, watch=watch)
    closed = session.assistant().refresh(report).closed
    bar.empty()
    return looking_over.published(session.assistant(), [*report.added, *report.changed], closed)
