"""What to read first, how long it takes, and why: an order by rules, and reasons made of facts alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.dates import in_words, known
from assistant.domain import Document, Standing
from assistant.guide.lines import Shelved
from assistant.guide.values import Reading, Term

MOST = 8
PACE = 200  # words a minute

_INTRODUCES = re.compile(
    r"(?i)\b(?:introduc\w+|guidance|guide|welcome|start here|who we are|what is|about us|how .{1,40} works?|principles"
    r"|terms of reference|handbook)\b"
)
_NUMBER = re.compile(r"(?i)\b(?:no\.? ?|number |#)?(\d{1,3})\b(?!,\d)")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the reasons are made of."""

    document: Document
    words: int
    accounts: int  # people whose accounts it gives
    named_by: int  # other documents that name it or its author
    introduces: bool
    series: str  # the title without its number, or "" where no other document shares it
    number: int
    explains: str  # a term that it explains


def reading_order(shelf: Sequence[Shelved], terms: Sequence[Term] = ()) -> tuple[Reading, ...]:
    """At most MOST documents: the network's own first, introductions before discussions, the earlier of a series before
    the later, what comes from outside last."""
    facts = _facts(shelf, terms)
    chosen = sorted(facts, key=_worth)[:MOST]
    ordered = sorted(chosen, key=_turn)
    return tuple(
        Reading(f.document.id, f.document.title, max(1, round(f.words / PACE)), _why(f, ordered), f.document.url)
        for f in ordered
    )


def _facts(shelf: Sequence[Shelved], terms: Sequence[Term]) -> list[_Facts]:
    explains: dict[str, str] = {}
    for term in terms:
        for citation in term.defined[:1]:
            explains.setdefault(citation.document, term.term)
    series: dict[str, int] = {}
    for one in shelf:
        name = _series(one.document.title)[0]
        series[name] = series.get(name, 0) + 1
    named = _named_by([one.document for one in shelf])
    found = []
    for one in shelf:
        document = one.document
        name, number = _series(document.title)
        found.append(
            _Facts(
                document,
                len(document.text.split()),
                len({p.speaker for p in one.passages if p.speaker}),
                named[document.id],
                bool(_INTRODUCES.search(f"{document.title} {document.kind}")),
                name if name and series[name] > 1 else "",
                number,
                explains.get(document.id, ""),
            )
        )
    return found


def _series(title: str) -> tuple[str, int]:
    """A title without its number, and the number: ("cell", 2) of "Cell 2". ("", 0) where it has none."""
    match = _NUMBER.search(title)
    if not match:
        return "", 0
    plain = re.sub(r"\W+", " ", re.sub(r"\([^)]*\)", "", title[: match.start()] + title[match.end() :])).casefold()
    return plain.strip(), int(match[1])


def _named_by(documents: Sequence[Document]) -> Mapping[str, int]:
    """For each document, how many others name it by its title, or name its one author."""
    texts = {document.id: document.text.casefold() for document in documents}
    counts = {}
    for document in documents:
        words = [document.title, *(document.authors if len(document.authors) == 1 else ())]
        wanted = [word.casefold() for word in words if len(word.split()) > 1]
        counts[document.id] = sum(
            any(word in text for word in wanted) for other, text in texts.items() if other != document.id
        )
    return counts


def _worth(facts: _Facts) -> tuple[object, ...]:
    """What is read at all, where there are more than MOST."""
    standing = list(Standing).index(facts.document.standing)
    newest = tuple(-part for part in known(facts.document.date)) or (0,)
    return (
        standing, not facts.introduces, -(facts.named_by > 0) - (facts.accounts > 1) - bool(facts.explains),
        -facts.accounts, newest, -facts.words, facts.document.id,
    )  # fmt: skip


def _turn(facts: _Facts) -> tuple[object, ...]:
    document = facts.document
    when = known(document.date)
    return (
        list(Standing).index(document.standing), not facts.introduces, not facts.series,
        facts.series, facts.number, not when, when, -facts.words, document.id,
    )  # fmt: skip


def _why(facts: _Facts, among: Sequence[_Facts]) -> str:
    """One reason in plain words, the first that is true and that tells it from the others."""
    document = facts.document
    own = [f for f in among if f.document.standing is document.standing]
    if document.standing is Standing.OUTSIDE:
        return (
            f"Background from outside: it explains “{facts.explains}”."
            if facts.explains
            else "Background from outside."
        )
    whose = "the network's own" if document.standing is Standing.NETWORK else "a member's contribution"
    plural = "the network's own" if document.standing is Standing.NETWORK else "the members' contributions"
    told = f", and it explains “{facts.explains}”" if facts.explains else ""
    if facts.introduces:
        return f"{_opening(whose)}: how things work{told}."
    if facts.accounts > 1 and facts.accounts == max(f.accounts for f in among):
        first = "The first of a series" if facts.series and facts is _first(facts, own) else _opening(whose)
        most = "the most people's accounts" if len(among) > 1 else "the accounts of several people"
        return f"{first}, with {most}: {facts.accounts}{told}."
    if facts.series:
        if facts is _first(facts, own):
            return f"The first of a series{told}."
        return f"What followed in the same series{told}."
    if facts.named_by > 1 and facts.named_by == max(f.named_by for f in among):
        return f"Named most often by the others: in {facts.named_by} of them{told}."
    when = f", of {in_words(known(document.date))}" if known(document.date) else ""
    if when and len(own) > 1 and known(document.date) == max(known(f.document.date) for f in own):
        return f"The newest with a date of {plural}{when}{told}."
    if facts.words == max(f.words for f in own) and len(own) > 1:
        return f"The longest of {plural}{when}{told}."
    if len(document.authors) == 1 and document.standing is Standing.MEMBER:
        return f"A member's contribution, by {document.authors[0]}{when}{told}."
    places = f" about {' and '.join(document.places[:2])}" if document.places else ""
    return f"{_opening(whose)}{places}{when}{told}."


def _opening(whose: str) -> str:
    return f"{whose[0].upper()}{whose[1:]}"


def _first(facts: _Facts, among: Sequence[_Facts]) -> _Facts:
    return min((f for f in among if f.series == facts.series), key=lambda f: f.number)
