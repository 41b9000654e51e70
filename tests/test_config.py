"""One configuration: the file, then the environment."""

import pytest

from assistant.config import Config
from assistant.domain import Audience
from assistant.errors import ConfigError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_file_or_environment(here):
    config = Config.load(environ={})
    assert (config.corpus, config.home) == (here / "corpus", here / ".commonplace")
    assert (config.model, config.chroma, config.audience) == ("all-MiniLM-L6-v2", None, Audience.CONVENORS)


def test_the_environment_wins_over_the_file(here):
    (here / "commonplace.toml").write_text('corpus = "notes"\naudience = "public"\nhome = "h"\n')
    config = Config.load(environ={"COMMONPLACE_AUDIENCE": "members", "COMMONPLACE_HOME": "elsewhere"})
    assert (config.corpus, config.home, config.audience) == (here / "notes", here / "elsewhere", Audience.MEMBERS)


def test_folders_in_a_file_are_beside_it(here):
    (here / "other").mkdir()
    (here / "other" / "commonplace.toml").write_text('corpus = "notes"\n')
    assert Config.load(here / "other" / "commonplace.toml", {}).corpus == here / "other" / "notes"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("corpus = ", "not a settings file"),
        ('colour = "red"', "colour"),
        ('audience = "all"', "public, members"),
        ('chroma = "here"', "http://"),
    ],
)
def test_what_makes_no_sense_is_told(here, text, told):
    (here / "commonplace.toml").write_text(text)
    with pytest.raises(ConfigError, match=told):
        Config.load(environ={})


def test_a_file_that_was_named_must_be_there(here):
    with pytest.raises(ConfigError, match="no settings file"):
        Config.load(here / "none.toml", {})
