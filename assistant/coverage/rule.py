"""The counting rule: from the numbers of distinct sentences that tell of a topic, or only name it, to one of four labels."""

from __future__ import annotations

from assistant.coverage.values import Label

WELL = 4  # distinct sentences that tell of a topic, from which it is well covered

WORDS = (
    f"A topic is well covered where at least {WELL} different sentences of the network's own and its members' documents "
    "tell of it, and thin where fewer do. It is only named where sentences mention it and none tells of it, and absent "
    "where none does; a sentence that stands in several places counts once."
)


def label(told: int, named: int) -> Label:
    """`told`, `named`: how many distinct sentences tell of the topic, and how many only name it."""
    if told >= WELL:
        return Label.WELL
    if told:
        return Label.THIN
    return Label.NAMED if named else Label.ABSENT
