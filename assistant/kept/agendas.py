"""What a convenor leaves behind: recent agendas, and labels corrected by hand. Tables of the store (store.py)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.coverage.values import Label
from assistant.domain import Audience
from assistant.kept.store import Store, today

MOST = 20  # agendas kept


class Agendas:
    """Recent agendas of one home, the newest first."""

    def __init__(self, home: Path) -> None:
        self._store = Store(home)

    def keep(self, topics: Sequence[str], audience: Audience) -> None:
        """Keep an agenda of whoever asks as `audience`. One kept before moves to the front; the oldest beyond 20 go."""
        if not topics:
            return
        said = json.dumps(list(topics), ensure_ascii=False)
        with self._store.open() as store:
            store.execute("DELETE FROM agendas WHERE topics = ? AND audience = ?", (said, int(audience)))
            store.execute(
                "INSERT INTO agendas (topics, audience, day) VALUES (?, ?, ?)", (said, int(audience), today())
            )
            store.execute(
                "DELETE FROM agendas WHERE number NOT IN (SELECT number FROM agendas ORDER BY number DESC LIMIT ?)",
                (MOST,),
            )

    def recent(self, audience: Audience, most: int = 5) -> list[tuple[str, ...]]:
        """Up to `most` agendas, the newest first: those kept by an audience that sees no more than this one."""
        if not self._store.exists:
            return []
        with self._store.open() as store:
            rows = store.execute(
                "SELECT topics FROM agendas WHERE audience <= ? ORDER BY number DESC", (int(audience),)
            ).fetchall()
        # An agenda may have been kept by two audiences.
        return list(dict.fromkeys(tuple(map(str, json.loads(topics))) for (topics,) in rows))[:most]


class Corrections:
    """A convenor's labels, by topic; capitals and white space make no difference to a topic."""

    def __init__(self, home: Path) -> None:
        self._store = Store(home)

    def correct(self, topic: str, label: Label, rule: Label) -> None:
        """Show `label` for a topic from now on, in place of what the counting rule says, `rule`."""
        with self._store.open() as store:
            store.execute(
                "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)",
                (folded(topic), label.value, rule.value, today()),
            )

    def take_back(self, topic: str) -> None:
        """The counting rule's label stands again."""
        if self._store.exists:
            with self._store.open() as store:
                store.execute("DELETE FROM corrections WHERE topic = ?", (folded(topic),))

    def labels(self) -> dict[str, Label]:
        """The corrected labels by topic, as `folded` writes topics."""
        if not self._store.exists:
            return {}
        with self._store.open() as store:
            return {topic: Label(label) for topic, label in store.execute("SELECT topic, label FROM corrections")}


def folded(topic: str) -> str:
    """A topic as corrections know it: lower case, white space made plain."""
    return " ".join(topic.split()).casefold()
