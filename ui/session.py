"""The Assistant that the pages share: opened once a process for each configuration, by the first who needs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from assistant import Assistant, Config
from assistant.domain import Audience, Document
from assistant.errors import ConfigError

T = TypeVar("T")


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


def kept(name: str, key: object, make: Callable[[], T]) -> T:
    """What `make` gave for `key`, kept in this visitor's session until another key comes: a page is run again at every
    touch, and reading a file is not. Raises what `make` raises, and then keeps nothing."""
    found = st.session_state.get(name)
    if found is None or found[0] != key:
        st.session_state.pop(name, None)
        found = st.session_state[name] = (key, make())
    value: T = found[1]
    return value


def marks(documents: Sequence[Document]) -> tuple[tuple[str, str], ...]:
    """What changes whenever one of the documents does."""
    return tuple((document.id, document.digest) for document in documents)


@st.cache_resource(show_spinner="Opening the documents", hash_funcs={Config: repr})
def _open(config: Config) -> Assistant:
    return Assistant.open(config)
