"""Who's who: people, organisations, places and programmes, each with what the documents say of it.

`found` reads one document and depends on nothing else, so that it can be kept by the document's digest; `merged` puts
together what the documents that one audience may see have shown, and reads nothing beyond them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from assistant.cite import Lookup
from assistant.domain import Citation, Standing
from assistant.guide.curated import Curation, key
from assistant.guide.lines import Shelved, shelved
from assistant.guide.names.found import KINDS, RULES, Found, found
from assistant.guide.names.groups import Group, grouped
from assistant.guide.names.said import Mention, introduced, spoke
from assistant.guide.names.spans import Forms
from assistant.guide.units import Units
from assistant.guide.values import Entity
from assistant.line import Line
from assistant.view import View

__all__ = ["Found", "entities", "found", "founds", "merged"]
NOTHING = Curation()


def entities(view: View, curation: Curation = NOTHING, kept: Mapping[str, Found] | None = None) -> tuple[Entity, ...]:
    """Everyone and everything that this audience's documents name: people first, then bodies, places, programmes; each
    by name. `kept`: what was found before, by document id; whatever is no longer true of it is found anew."""
    shelves = shelved(view)
    return merged(founds(shelves, kept or {}), curation, shelves, view.document)


def founds(shelves: Sequence[Shelved], kept: Mapping[str, Found]) -> list[Found]:
    """What each document shows, found anew where what was kept is of another version of it or of the rules."""
    every = []
    for shelf in shelves:
        one = kept.get(shelf.document.id)
        current = one is not None and one.rules == RULES and one.digest == shelf.document.digest != ""
        every.append(one if one is not None and current else found(shelf.document, shelf.passages))
    return every


def merged(
    every: Sequence[Found], curation: Curation, shelves: Sequence[Shelved], lookup: Lookup
) -> tuple[Entity, ...]:
    """The entities of these documents. `every` holds what each of `shelves` shows."""
    here = {shelf.document.id for shelf in shelves}
    groups = grouped([one for one in every if one.document in here], curation)
    forms = Forms(groups)
    where: dict[Group, _Where] = defaultdict(_Where)
    for shelf in shelves:
        _read(shelf, forms, where)
    _accounts(groups, shelves, where)
    own = {shelf.document.id for shelf in shelves if shelf.document.standing is not Standing.OUTSIDE}
    made = [_entity(group, where[group], own, lookup) for group in groups if group in where]
    told = [replace(one, unlike=_unlike(one, made, curation)) for one in made]
    return tuple(sorted(told, key=lambda one: (KINDS.index(one.kind), one.name.casefold(), one.documents)))


def _unlike(one: Entity, made: Sequence[Entity], curation: Curation) -> tuple[str, ...]:
    """Those of a longer name that a person keeps apart from it, and a reader would not: "Alison" is not Alison Cormack."""
    words = set(key(one.name).split())
    return tuple(
        other.name for other in made if curation.divides(one.name, other.name) and words < set(key(other.name).split())
    )


class _Where:
    """Where documents name one group."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.sentences: set[tuple[str, int]] = set()
        self.documents: dict[str, None] = {}
        self.forms: dict[str, None] = {}
        self.headings: list[Citation] = []
        self.account: list[Line] = []


def _read(shelf: Shelved, forms: Forms, where: dict[Group, _Where]) -> None:
    """Notes every mention in one document."""
    document = shelf.document
    units = Units(document, shelf.passages)
    lines = {line.sentence.start: line for line in shelf.lines()}
    for start, end, group in forms.spans(document.id, document.text):
        at = where[group]
        at.documents[document.id] = None
        form = " ".join(document.text[start:end].split())
        at.forms[f"the {form[4:]}" if form.startswith("The ") else form] = None
        unit = units.over(start, end)
        line = lines.get(unit.start)
        if line is not None:
            at.mentions.append((line, start, end))
            at.sentences.add((document.id, unit.start))
        elif not at.headings:
            at.headings.append(units.cite(unit))


def _accounts(groups: Sequence[Group], shelves: Sequence[Shelved], where: dict[Group, _Where]) -> None:
    """The sentences of each person's own account."""
    people: dict[str, Group] = {}
    for group in groups:
        if group.kind == "person":
            people |= {key(form): group for form in group.forms}
    for shelf in shelves:
        for line in shelf.lines():
            speaker = people.get(key(line.passage.speaker)) if line.passage.speaker else None
            if speaker is not None:
                where[speaker].account.append(line)
                where[speaker].documents[shelf.document.id] = None


def _entity(group: Group, where: _Where, own: Set[str], lookup: Lookup) -> Entity:
    assert group.kind is not None
    name = _shown(group, where)
    told = introduced(group.kind, name, where.mentions, lookup) or tuple(where.headings)
    named = {key(name)}
    aliases: list[str] = []
    for form in sorted(where.forms, key=lambda one: (-len(one), one)):
        if form != name and form.casefold() not in {one.casefold() for one in (*aliases, name)}:
            aliases.append(form)
            named.add(key(form))
    return Entity(
        kind=group.kind,
        name=name,
        aliases=tuple(aliases),
        introduced=told,
        spoke=spoke(where.account, name, told, lookup) if group.kind == "person" else (),
        documents=tuple(sorted(where.documents)),
        count=len(where.sentences),
        outside=own.isdisjoint(where.documents),
    )


def _shown(group: Group, where: _Where) -> str:
    """The fullest form that the documents have."""
    used = [form for form in group.forms if any(key(form) == key(one) for one in where.forms)]
    fullest = max(
        used or list(group.forms),
        key=lambda form: ("_" not in form, len(form.split()), len(form), group.forms[form], form),
    )
    spelt = [form for form in where.forms if key(form) == key(fullest)]
    return max(spelt, key=lambda form: sum(ch.isupper() for ch in form)) if spelt else fullest
