"""Whose voices, which places and which sectors: those that speak on a topic, and those of the rest that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.coverage.sectors import sectors_of
from assistant.coverage.shelf import Indexed, Shelf
from assistant.coverage.values import Voices
from assistant.domain import Passage

# "from Community Resources, in Barking and Dagenham": where a note introduces somebody.
INTRODUCED = re.compile(r"\bin ((?:[A-Z][\w'’-]+)(?: (?:and |of |upon |on )?[A-Z][\w'’-]+)*)")


class Round:
    """Everyone and everywhere that the network's own and its members' documents hold: the round of a whole agenda."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        listed = {place for d in shelf.documents.values() if shelf.counts(d.id) for place in d.places}
        told = {place for p in shelf.own for place in (*p.places, *INTRODUCED.findall(p.introduction))}
        self._places = tuple(sorted(listed | told))
        longest = sorted(self._places, key=lambda place: (-len(place), place))
        self._named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)")
        accounts = {p.speaker for p in shelf.own if p.speaker}
        texts = (shelf.documents[p.document].text[p.start : p.end] for p in shelf.own)
        sectors = sectors_of(*{p.introduction for p in shelf.own}, *texts)
        self.everyone = Voices(tuple(sorted(accounts)), self._places, sectors)

    def here(self, lines: Iterable[Indexed]) -> Voices:
        """Those of some sentences."""
        told = list(lines)
        accounts = {line.passage.speaker for line in told if line.passage.speaker}
        places = {place for line in told for place in self._of(line.passage, line.text)}
        sectors = sectors_of(*{line.passage.introduction for line in told}, *(line.text for line in told))
        return Voices(tuple(sorted(accounts)), tuple(sorted(places)), sectors)

    def missing(self, here: Voices) -> Voices:
        """Those of the rest of the documents that are not among `here`."""

        def without(everyone: tuple[str, ...], these: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(one for one in everyone if one not in these)

        return Voices(
            without(self.everyone.accounts, here.accounts),
            without(self.everyone.places, here.places),
            without(self.everyone.sectors, here.sectors),
        )

    def _of(self, passage: Passage, text: str) -> set[str]:
        """The places of a sentence: its passage's, its document's where that has one, and those that it names."""
        document = self._shelf.documents[passage.document]
        sole = document.places if len(document.places) == 1 else ()
        told = f"{passage.context}. {text}"
        return {*passage.places, *sole, *self._named.findall(told)}
