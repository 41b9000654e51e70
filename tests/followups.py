"""What the tests of follow-up questions share. The people and their notes are invented."""

from assistant.domain import Citation
from assistant.follow.complete import Completed, complete
from assistant.follow.names import Names
from assistant.follow.turns import Turn

NAMES = Names(
    people=("Asha Penrose", "Tom Reed-Hale", "Ines Okoro", "Grace Hill"),
    places=("Marsh and Holm", "Fenwick", "Quarrydale"),
)
TRUST = "how did Marsh build trust?"
QUOTE = (
    "Neighbours met every week, and nobody kept a list of who had done what for whom in the long winter of the flood."
)


def quoted(text: str = QUOTE, speaker: str | None = None) -> Citation:
    return Citation("a.md", "A note", text, 0, len(text), speaker=speaker)


def asked(question: str, *before: str, quotes: tuple[Citation, ...] = ()) -> Completed:
    return complete(question, [Turn(one, quotes) for one in before], NAMES)
