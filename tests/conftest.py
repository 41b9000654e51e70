"""What every test has: a network that ends at this machine, and a home and corpus of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_socket import _remove_restrictions, socket_allow_hosts

from assistant.config import Config

INVENTED = "Invented for a test."
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def only_this_machine():
    """Sockets reach no further than the loopback address. Unix sockets stay: asyncio wakes itself with them."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    _remove_restrictions()


@pytest.fixture(scope="session")
def cache() -> Path:
    """The user's own cache, so that the model is exported once and not for every test."""
    return Config.load(environ={}).cache


@pytest.fixture
def config(tmp_path: Path, cache: Path) -> Config:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    return Config(corpus=corpus, home=tmp_path / "home", cache=cache)


@pytest.fixture
def write(config: Config) -> Write:
    """write("a.md", "Bees like clover.", sharing="public"): a note with its front matter, in the corpus folder."""

    def note(name: str, text: str, **fields: str) -> Path:
        path = config.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        front = "".join(f"{field}: {value}\n" for field, value in fields.items())
        path.write_text(f"---\n{front}---\n{INVENTED}\n\n{text}\n" if fields else f"{INVENTED}\n\n{text}\n")
        return path

    return note


@pytest.fixture
def environment(config: Config, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Config:
    """The configuration, as a command line finds it: in the environment, from a folder with no settings file."""
    monkeypatch.chdir(tmp_path)
    for name, value in environ(config).items():
        monkeypatch.setenv(name, value)
    return config


@pytest.fixture
def web(environment: Config):
    """The same for the web pages, with nothing kept from the test before."""
    import streamlit as st

    st.cache_resource.clear()
    yield environment
    st.cache_resource.clear()


def environ(config: Config) -> dict[str, str]:
    return {
        "COMMONPLACE_CORPUS": str(config.corpus),
        "COMMONPLACE_HOME": str(config.home),
        "COMMONPLACE_CACHE": str(config.cache),
        "COMMONPLACE_AUDIENCE": config.audience.label,
        "COMMONPLACE_MODEL": config.model,
    }
