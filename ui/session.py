"""The Assistant that the pages share: opened once a process for each configuration, by the first who needs it."""

from __future__ import annotations

import streamlit as st

from assistant import Assistant, Config
from assistant.domain import Audience
from assistant.errors import ConfigError


def assistant() -> Assistant:
    """The Assistant of the present configuration. Raises CommonplaceError; what is raised is not kept, so an index
    that appears later is found at the next question."""
    return _open(Config.load())


def config() -> Config:
    return Config.load()


def may_contribute() -> bool:
    """Whether who is asking may send something in. Raises nothing: a wrong setting is told where the page is made."""
    try:
        return Config.load().audience is not Audience.PUBLIC
    except ConfigError:
        return False


def is_convenor() -> bool:
    return Config.load().audience is Audience.CONVENORS


@st.cache_resource(show_spinner="Opening the documents", hash_funcs={Config: repr})
def _open(config: Config) -> Assistant:
    return Assistant.open(config)
