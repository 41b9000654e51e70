"""What may answer: people, places, dates, kind and standing, given by the page, by flags, or in a question's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.dates import in_words, known
from assistant.domain import Document, Passage, Standing
from assistant.words import STOPWORDS, WORD, words

HONORIFICS = frozenset("mr mrs ms mx dr prof professor cllr councillor sir dame lord lady rev".split())
UNCOUNTED = frozenset("guidance research correspondence advice background feedback reading writing".split())
STANDINGS = {
    Standing.NETWORK: "the network's own documents",
    Standing.MEMBER: "members' contributions",
    Standing.OUTSIDE: "background from outside",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which sentences may answer; empty means any. Of several people, places, kinds or standings, any one will do."""

    people: tuple[str, ...] = ()  # full names, or parts of names
    places: tuple[str, ...] = ()
    since: str | None = None  # ISO, as far as known; inclusive
    until: str | None = None  # ISO, as far as known; inclusive: "2021" is all of 2021
    kinds: tuple[str, ...] = ()  # of `Document.kind`, capitals or not
    standing: tuple[Standing, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.places or self.since or self.until or self.kinds or self.standing)

    def __or__(self, other: Filters) -> Filters:
        """Both hold: the narrower dates; of everything else the left's where given, else the right's."""
        return Filters(
            self.people or other.people,
            self.places or other.places,
            max((d for d in (self.since, other.since) if d), default=None),
            # "2021" ends later than "2021-03".
            min((d for d in (self.until, other.until) if d), key=lambda d: f"{d}~", default=None),
            self.kinds or other.kinds,
            self.standing or other.standing,
        )

    def document(self, document: Document) -> bool:
        """Whether a document is of the kind, standing and dates. One dated only "2021" may be of any day of 2021."""
        if self.kinds and document.kind.casefold() not in {kind.casefold() for kind in self.kinds}:
            return False
        if self.standing and document.standing not in self.standing:
            return False
        since, until, when = self.since or "", self.until or "", document.date or ""
        if not when:
            return not (since or until)
        return when[: len(since)] >= since[: len(when)] and when[: len(until)] <= until[: len(when)]

    def passage(self, document: Document, passage: Passage, text: str) -> bool:
        """Whether a passage of this text is by or about one of the people, and of one of the places."""
        told = f"{passage.context}. {text}"
        if self.people:
            # What nobody tells in a document such as "Interview with Asha Patel" is hers.
            titled = [] if passage.speaker else _names(document.title)
            names = [*document.authors, passage.speaker or "", *titled, *_names(told)]
            if not any(_is(person, name) or _ends(name, person) for person in self.people for name in names):
                return False
        of = passage.places + (document.places if len(document.places) == 1 else ())
        return not self.places or any(_within(place, of) or _mentions(place, told) for place in self.places)

    @property
    def words(self) -> str:
        """What it narrows to, in plain words that complete "We looked only at what is ..."."""
        since, until = (in_words(known(d)) for d in (self.since, self.until))
        dates = f"from {since or until}"
        if since and until != since:
            dates += f" to {until}" if until else " on"
        elif not since:
            dates += " or earlier"
        parts = (
            (self.people, f"by or about {_either(self.people)}"),
            (self.places, f"about {_either(self.places)}"),
            (since or until, dates),
            (self.kinds, f"in {_either(plural(kind) for kind in self.kinds)}"),
            (self.standing, f"in {_either(STANDINGS[one] for one in self.standing)}"),
        )
        return ", ".join(said for given, said in parts if given)


ANY = Filters()


@dataclass(frozen=True, slots=True)
class Known:
    """What this audience's documents hold."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


def _is(given: str, name: str) -> bool:
    """Whether the two name one person: the parts of the one are among the other's. "Jane Lowe" is not "Toby Lowe"."""
    one, other = (set(words(n)) - HONORIFICS for n in (given, name))
    return bool(one and other) and (one <= other or other <= one)


def _ends(name: str, person: str) -> bool:
    """Whether a run of words with capitals ends with a person's first name, as "Although Asha" does."""
    return words(name)[1:][-1:] == words(person)[:1] != []


def _names(text: str) -> list[str]:
    """What may be names in a text: runs of words with capitals, a possessive ending one."""
    runs: list[list[str]] = []
    end, whole = -1, True
    for match in WORD.finditer(text):
        if match[0][0].islower() or not match[0][0].isalpha():
            continue
        if not (runs and text[end : match.start()] in (" ", "-") and whole):
            runs.append([])
        end, whole = match.end(), not re.search("['’]s$", match[0])
        # "When Asha": what opens a sentence is no part of the name.
        if runs[-1] and len(runs[-1]) == 1 and runs[-1][0].casefold() in STOPWORDS:
            runs[-1].clear()
        runs[-1].append(match[0])
    return [" ".join(run) for run in runs]


def _within(place: str, places: Iterable[str]) -> bool:
    """Whether a place is one of these or a part of one: "Barking" of "Barking and Dagenham"."""
    wanted, parts = " ".join(words(place)), {p.casefold() for p in pieces(place)}
    return any(
        (wanted and f" {wanted} " in f" {' '.join(words(one))} ") or parts & {p.casefold() for p in pieces(one)}
        for one in places
    )


def _mentions(place: str, text: str) -> bool:
    """Whether a text names a place or a piece of it, with a capital letter where its script has them."""
    return any(
        not match[0][0].islower()
        for piece in pieces(place)
        for match in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text, re.IGNORECASE)
    )


def pieces(place: str) -> list[str]:
    """A place and those that its name joins: "Barking and Dagenham", "Barking", "Dagenham"."""
    found = [place.strip(), *(piece.strip() for piece in re.split(r",|&|/|\band\b", place))]
    return [piece for piece in dict.fromkeys(found) if words(piece)]


def _either(several: Iterable[str]) -> str:
    every = list(several)
    return " or ".join([", ".join(every[:-1]), *every[-1:]] if len(every) > 1 else every)


def plural(kind: str) -> str:
    if kind.endswith("s") or kind.casefold().split(" ")[-1] in UNCOUNTED:
        return kind
    return re.sub(r"(?<![aeiou])y$", "ie", kind) + ("es" if re.search(r"(?:x|ch|sh)$", kind) else "s")
