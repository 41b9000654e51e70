"""The Assistant that the pages share: opened once a process for each configuration, by the first who needs it."""

from __future__ import annotations

import streamlit as st

from assistant import Assistant, Config


def assistant() -> Assistant:
    """The Assistant of the present configuration. Raises CommonplaceError; what is raised is not kept, so an index
    that appears later is found at the next question."""
    return _open(Config.load())


@st.cache_resource(show_spinner="Opening the documents", hash_funcs={Config: repr})
def _open(config: Config) -> Assistant:
    return Assistant.open(config)
