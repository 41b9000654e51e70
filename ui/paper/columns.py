"""The columns of a table: which hold numbers, and how wide each should be."""

from __future__ import annotations

import re

from ui.paper.values import Table

NUMBER = re.compile(r"[\d,.]+|[-–]?")
SHORT = 16  # letters of a cell that is not broken over lines
MARGIN = 2.5  # letters that the space around a cell takes


def numeric(table: Table) -> list[bool]:
    """Which columns hold nothing but numbers."""
    return [
        any(row[at].strip() for row in table.rows) and all(NUMBER.fullmatch(row[at].strip()) for row in table.rows)
        for at in range(len(table.columns))
    ]


def shares(table: Table, room: int) -> list[float]:
    """The share of the width that each column takes; they sum to 1. `room`: the letters that a whole line holds.

    Each column has room for its longest word and for short cells whole, and for its longest cell as far as all have.
    """
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [max(len(part) for cell in cells for part in _parts(cell)) + MARGIN for cells in columns]
    wanted = [max(len(cell) for cell in cells) + MARGIN for cells in columns]
    more = [most - few for most, few in zip(wanted, least, strict=True)]
    left = max(0.0, room - sum(least)) / max(sum(more), 1)
    widths = [few + extra * min(1.0, left) for few, extra in zip(least, more, strict=True)]
    return [width / sum(widths) for width in widths]


def _parts(cell: str) -> list[str]:
    """What of a cell stays on one line."""
    return [cell] if len(cell) <= SHORT else cell.split()
