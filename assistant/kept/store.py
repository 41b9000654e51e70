"""`records.db` in the home, SQLite: what cannot be made again from the documents.

    withdrawals   that a document was withdrawn, and when: a line with nothing of its content      (records.py)
    waiting       contributions of members, until a convenor publishes or declines them            (records.py)
    gaps          questions that the documents could not answer, without who asked                 (gaps.py)
    feedback      what people said of an answer                                                    (feedback.py)
    agendas       recent agendas; corrections: a convenor's labels                                 (agendas.py)
    books, entries   commonplace books: places in documents, and one's own words                   (book.py)

A quotation is never kept as text: its document, offsets and SHA-256 are, and it is read from the documents anew, for whoever
asks. So what is withdrawn or not for them is not here either. Whatever is deleted is overwritten (`secure_delete`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import CommonplaceError

# Each step is what a newer version adds; a file of an older one is brought up by those that it lacks.
STEPS = (
    """
CREATE TABLE IF NOT EXISTS withdrawals (
    document TEXT NOT NULL, fingerprint TEXT NOT NULL, day TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS waiting (
    number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, file TEXT NOT NULL, day TEXT NOT NULL
);
""",
    """
CREATE TABLE IF NOT EXISTS gaps (
    number INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL, asked TEXT NOT NULL, status TEXT NOT NULL,
    day TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, closed TEXT, document TEXT
);
CREATE TABLE IF NOT EXISTS feedback (
    number INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL, asked TEXT NOT NULL, status TEXT NOT NULL,
    verdict TEXT NOT NULL, words TEXT NOT NULL, places TEXT NOT NULL, audience INTEGER NOT NULL, day TEXT NOT NULL,
    reviewed INTEGER NOT NULL DEFAULT 0, answerable INTEGER, evidence TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE IF NOT EXISTS agendas (
    number INTEGER PRIMARY KEY AUTOINCREMENT, topics TEXT NOT NULL, audience INTEGER NOT NULL, day TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS corrections (
    topic TEXT PRIMARY KEY, label TEXT NOT NULL, rule TEXT NOT NULL, day TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS books (
    number INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, audience INTEGER NOT NULL, day TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT, book INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
    words TEXT NOT NULL, document TEXT, start INTEGER, stop INTEGER, mark TEXT, audience INTEGER NOT NULL DEFAULT 2
);
""",
)
VERSION = len(STEPS)


class Store:
    """The records of one home. Every use opens and closes the file, so that any process may write next."""

    def __init__(self, home: Path) -> None:
        self.path = home / "records.db"

    @property
    def exists(self) -> bool:
        return self.path.is_file()

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept together when the block ends, or not at all. Raises CommonplaceError."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=30)) as store:
                store.execute("PRAGMA secure_delete = ON")
                found = int(store.execute("PRAGMA user_version").fetchone()[0])
                if found > VERSION:
                    raise CommonplaceError(
                        f"{self.path} was written by a newer Commonplace. Use that one. Nothing was changed."
                    )
                for step in STEPS[found:]:
                    store.executescript(step)
                if found < VERSION:
                    store.execute(f"PRAGMA user_version = {VERSION}")
                with store:
                    yield store
        except (sqlite3.Error, OSError) as error:
            raise CommonplaceError(
                f"The records in {self.path} cannot be used ({error}). Nothing was changed. "
                "Check that the folder is yours to write, or put back a copy of the file."
            ) from error


def today() -> str:
    return datetime.now(UTC).date().isoformat()
