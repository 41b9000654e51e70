"""The one configuration object: read from commonplace.toml and the environment here, passed explicitly ever after."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.domain import Audience
from assistant.errors import ConfigError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_READER = "trained"
NO_READER = "none"
SETTINGS = ("corpus", "home", "cache", "model", "reader", "chroma", "audience", "keep_originals")


def default_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("commonplace", appauthor=False)


@dataclass(frozen=True, slots=True)
class Config:
    """Where things are and who is asking.

    corpus: the folder of documents. home: the folder of everything derived or recorded. cache: where the
    exported model lives, shared by every home. model: the embedding model, `all-MiniLM-L6-v2` or the name or
    folder of any sentence-transformers model. reader: what reads the passages found, `trained`, `none`, or the name or
    folder of any cross-encoder. chroma: `http://host:port` of a Chroma server, or None for the
    embedded one. audience: who is asking; on one's own machine, a convenor. keep_originals: whether what a document was
    before names were taken out of it stays in the home, for the host alone.
    """

    corpus: Path
    home: Path
    cache: Path
    model: str = DEFAULT_MODEL
    reader: str = DEFAULT_READER
    chroma: str | None = None
    audience: Audience = Audience.CONVENORS
    keep_originals: bool = False

    @classmethod
    def load(cls, path: Path | None = None, environ: Mapping[str, str] | None = None) -> Config:
        """`commonplace.toml` (in this folder, or `path`), then COMMONPLACE_* in the environment.

        Raises ConfigError for a file that is not TOML, a setting nobody knows, or a value that makes no sense.
        """
        env = os.environ if environ is None else environ
        file = path or Path("commonplace.toml")
        values: dict[str, Any] = {}
        if file.is_file():
            values = _read_toml(file)
        elif path is not None:
            raise ConfigError(f"There is no settings file {path}. Make it, or leave the option out.")
        folder = file.parent
        for name in SETTINGS:
            given = env.get(f"COMMONPLACE_{name.upper()}")
            if given:
                values[name] = given
                if name in ("corpus", "home", "cache"):
                    values[name] = str(Path(given).expanduser().absolute())
        return cls(
            corpus=_folder(folder, values.get("corpus"), Path("corpus")),
            home=_folder(folder, values.get("home"), Path(".commonplace")),
            cache=_folder(folder, values.get("cache"), default_cache()),
            model=str(values.get("model", DEFAULT_MODEL)),
            reader=str(values.get("reader", DEFAULT_READER)),
            chroma=_address(values.get("chroma")),
            audience=_audience(values.get("audience", "convenors")),
            keep_originals=_yes_or_no("keep_originals", values.get("keep_originals", False)),
        )


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not a settings file we can read ({error}). Mend it, or remove it.") from error
    for name in values:
        if name not in SETTINGS:
            raise ConfigError(
                f"{file} has a setting '{name}' that nobody knows. The settings are {', '.join(SETTINGS)}."
            )
    return values


def _folder(base: Path, given: Any, default: Path) -> Path:
    return (base / Path(str(given)).expanduser() if given else base / default).absolute()


def _address(given: Any) -> str | None:
    if not given:
        return None
    address = str(given)
    if not address.startswith(("http://", "https://")):
        raise ConfigError(f"The setting chroma is '{address}'. Give an address such as http://localhost:8000.")
    return address.rstrip("/")


def _yes_or_no(name: str, given: Any) -> bool:
    told = str(given).casefold()
    if told not in ("true", "false", "1", "0", "yes", "no"):
        raise ConfigError(f"The setting {name} is '{given}'. Use true or false.")
    return told in ("true", "1", "yes")


def _audience(given: Any) -> Audience:
    try:
        return Audience.parse(str(given))
    except ValueError:
        raise ConfigError(f"The setting audience is '{given}'. Use public, members or convenors.") from None
