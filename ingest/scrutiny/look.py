"""A document looked over: all that there is to think about, the weightiest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from assistant.domain import Document
from ingest.alike import Likeness
from ingest.scrutiny.confidence import CONFIDENCE
from ingest.scrutiny.duplicates import duplicate
from ingest.scrutiny.odd import oddities
from ingest.scrutiny.orders import orders_in
from ingest.scrutiny.patterns import spans_of
from ingest.scrutiny.personal import personal_data
from ingest.scrutiny.unseen import hidden_text
from ingest.scrutiny.warning import Warning, around, warning_of

DUPLICATES = 3  # documents named as alike
LOOKED_THROUGH = 2_000_000  # characters: no note is as long, and the patterns take their time


def scrutinise(document: Document, hidden: Sequence[str] = (), alike: Sequence[Likeness] = ()) -> list[Warning]:
    """What to think about before the document is published, the weightiest first; nothing of an ordinary note. `hidden`
    is text of the file that its reader does not see."""
    text = document.text[:LOOKED_THROUGH]
    places = frozenset(word.lower() for place in document.places for word in place.split())
    warnings = [
        personal_data(text, places),
        warning_of(
            "confidentiality",
            "It holds words that ask for confidence: make sure that those who spoke agree to sharing it.",
            around(text, spans_of(text, CONFIDENCE)),
        ),
        hidden_text(text, hidden),
        warning_of(
            "instructions",
            "Some lines look like instructions to a machine: check that they belong here. They are shown like any other"
            " words and never obeyed.",
            chain.from_iterable(around(each, orders_in(each)) for each in (text, *hidden)),
        ),
        *oddities(document.text, LOOKED_THROUGH),
        *(duplicate(one) for one in alike[:DUPLICATES]),
    ]
    return [one for one in warnings if one]
