"""What cannot be made again from the documents: `records.db` in the home, SQLite.

    withdrawals   that a document was withdrawn, and when: a line with nothing of its content
    waiting       contributions of members, until a convenor publishes or declines them

Whatever is deleted is overwritten (`secure_delete`): a withdrawn contribution leaves no bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import CommonplaceError

SCHEMA = """
CREATE TABLE IF NOT EXISTS withdrawals (
    document TEXT NOT NULL, fingerprint TEXT NOT NULL, day TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS waiting (
    number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, file TEXT NOT NULL, day TEXT NOT NULL
);
"""
VERSION = 1


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """`document`: its id. `fingerprint`: of its words, so that the same text under another name is known. `done`:
    whether it is gone from the documents and the index."""

    document: str
    fingerprint: str
    day: str  # ISO
    done: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A contribution as the Markdown file that it would become."""

    number: int
    name: str
    file: str
    day: str


class Records:
    """The records of one home. Every call opens and closes the file, so that any process may write next."""

    def __init__(self, home: Path) -> None:
        self._path = home / "records.db"

    def withdraw(self, document: str, fingerprint: str, day: str | None = None) -> None:
        """Note that a document is withdrawn, today or on `day`. From here on no sync takes it in."""
        with self._open() as store:
            store.execute("INSERT INTO withdrawals VALUES (?, ?, ?, 0)", (document, fingerprint, day or _today()))

    def withdrawals(self) -> list[Withdrawal]:
        if not self._path.is_file():
            return []
        with self._open() as store:
            rows = store.execute("SELECT document, fingerprint, day, done FROM withdrawals ORDER BY rowid")
            return [Withdrawal(document, mark, day, bool(done)) for document, mark, day, done in rows]

    def carried_out(self) -> None:
        """Every withdrawal noted so far is carried out."""
        if any(not one.done for one in self.withdrawals()):
            with self._open() as store:
                store.execute("UPDATE withdrawals SET done = 1 WHERE done = 0")

    def take_back(self, fingerprint: str) -> None:
        """A convenor adds the same text again on purpose: its withdrawal no longer stands."""
        with self._open() as store:
            store.execute("DELETE FROM withdrawals WHERE fingerprint = ?", (fingerprint,))

    def wait(self, name: str, file: str) -> int:
        """Keep a contribution for review; its number."""
        with self._open() as store:
            row = store.execute("INSERT INTO waiting (name, file, day) VALUES (?, ?, ?)", (name, file, _today()))
            return int(row.lastrowid or 0)

    def waiting(self) -> list[Waiting]:
        """The contributions under review, oldest first."""
        if not self._path.is_file():
            return []
        with self._open() as store:
            rows = store.execute("SELECT number, name, file, day FROM waiting ORDER BY number")
            return [Waiting(*row) for row in rows]

    def reviewed(self, number: int) -> None:
        """Published or declined: it waits no longer, and nothing of it is kept here."""
        with self._open() as store:
            store.execute("DELETE FROM waiting WHERE number = ?", (number,))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=30)) as store:
                store.execute("PRAGMA secure_delete = ON")
                found = int(store.execute("PRAGMA user_version").fetchone()[0])
                if found > VERSION:
                    raise CommonplaceError(
                        f"{self._path} was written by a newer Commonplace. Use that one. Nothing was changed."
                    )
                if found < VERSION:
                    store.executescript(SCHEMA)
                    store.execute(f"PRAGMA user_version = {VERSION}")
                with store:
                    yield store
        except (sqlite3.Error, OSError) as error:
            raise CommonplaceError(
                f"The records in {self._path} cannot be used ({error}). Nothing was changed. "
                "Check that the folder is yours to write, or put back a copy of the file."
            ) from error


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
