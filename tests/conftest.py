"""What the tests share: configurations in temporary folders, the real model, and no network but loopback."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytest_socket import disable_socket

from assistant.config import Config


@pytest.fixture(autouse=True)
def no_network():
    disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session")
def user_config(tmp_path_factory) -> Config:
    """A configuration that nothing in the environment changes; its cache is the user's, so the model is made once."""
    folder = tmp_path_factory.mktemp("user")
    return replace(Config.load(environ={}), corpus=folder / "corpus", home=folder / "home")


@pytest.fixture
def config(user_config: Config, tmp_path: Path) -> Config:
    """An empty corpus and no index yet."""
    (tmp_path / "corpus").mkdir()
    return replace(user_config, corpus=tmp_path / "corpus", home=tmp_path / "home")
