"""Withdrawals and contributions under review: tables of the store (store.py)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.kept.store import Store, today


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
    """What was withdrawn and what waits, of one home."""

    def __init__(self, home: Path) -> None:
        self._store = Store(home)

    def withdraw(self, document: str, fingerprint: str, day: str | None = None) -> None:
        """Note that a document is withdrawn, today or on `day`. From here on no sync takes it in."""
        with self._store.open() as store:
            store.execute("INSERT INTO withdrawals VALUES (?, ?, ?, 0)", (document, fingerprint, day or today()))

    def withdrawals(self) -> list[Withdrawal]:
        if not self._store.exists:
            return []
        with self._store.open() as store:
            rows = store.execute("SELECT document, fingerprint, day, done FROM withdrawals ORDER BY rowid")
            return [Withdrawal(document, mark, day, bool(done)) for document, mark, day, done in rows]

    def carried_out(self) -> None:
        """Every withdrawal noted so far is carried out."""
        if any(not one.done for one in self.withdrawals()):
            with self._store.open() as store:
                store.execute("UPDATE withdrawals SET done = 1 WHERE done = 0")

    def take_back(self, fingerprint: str) -> None:
        """A convenor adds the same text again on purpose: its withdrawal no longer stands."""
        with self._store.open() as store:
            store.execute("DELETE FROM withdrawals WHERE fingerprint = ?", (fingerprint,))

    def wait(self, name: str, file: str) -> int:
        """Keep a contribution for review; its number."""
        with self._store.open() as store:
            row = store.execute("INSERT INTO waiting (name, file, day) VALUES (?, ?, ?)", (name, file, today()))
            return int(row.lastrowid or 0)

    def waiting(self) -> list[Waiting]:
        """The contributions under review, oldest first."""
        if not self._store.exists:
            return []
        with self._store.open() as store:
            rows = store.execute("SELECT number, name, file, day FROM waiting ORDER BY number")
            return [Waiting(*row) for row in rows]

    def reviewed(self, number: int) -> None:
        """Published or declined: it waits no longer, and nothing of it is kept here."""
        with self._store.open() as store:
            store.execute("DELETE FROM waiting WHERE number = ?", (number,))
