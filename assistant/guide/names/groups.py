"""The names of many documents to those that they stand for: forms of one name together, look-alikes apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.guide.curated import Curation, key
from assistant.guide.names.findings import KINDS, Found, head, same_body, top_kind
from assistant.guide.names.lexicon import GIVEN, is_plain
from assistant.guide.values import EntityKind

_ARTICLE = re.compile(r"^(?:the|a|an) (?=.)", re.IGNORECASE)
ENOUGH = 2  # the weight of a sign that shows a name; hints alone show nothing


@dataclass(eq=False)
class Group:
    """One person, organisation, place or programme, with the forms that it is named by."""

    votes: Counter[EntityKind] = field(default_factory=Counter)
    best: int = 0
    forms: Counter[str] = field(default_factory=Counter)  # in any document
    local: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # document -> short forms there
    at: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))  # document -> start -> form there
    named_in: set[str] = field(default_factory=set)  # documents that state the name, even where their text does not
    shown: bool = False
    given: EntityKind | None = None  # a curator's word

    @property
    def kind(self) -> EntityKind | None:
        return self.given or top_kind(self.votes)

    @property
    def name(self) -> str:
        """The fullest form."""
        return max(
            self.forms,
            key=lambda form: (len(form.split("_")) == 1, len(form.split()), len(form), self.forms[form], form),
        )

    @property
    def shows(self) -> bool:
        return self.given is not None or (self.best >= ENOUGH and self.kind is not None)

    def take(self, other: Group) -> None:
        self.votes += other.votes
        self.best = max(self.best, other.best)
        self.forms += other.forms
        self.named_in |= other.named_in
        self.shown |= other.shown
        self.given = self.given or other.given
        for document, forms in other.local.items():
            self.local[document] |= forms
        for document, starts in other.at.items():
            self.at[document] |= starts


def grouped(founds: Sequence[Found], curation: Curation) -> list[Group]:
    """The groups, in order of their names. Nothing that a curator hides is among them."""
    groups = _by_spelling(founds)
    _curated(groups, curation)
    _abbreviated(groups, curation)
    _first_names(groups, founds, curation)
    for one in founds:
        for short, full in one.aliases:
            if (group := groups.get(key(full))) is not None:
                group.local[one.document].add(short)
    _shortened(groups, founds)
    every = {id(group): group for group in groups.values() if group.shows and group.forms}
    return sorted(
        (group for group in every.values() if not any(curation.hides(form) for form in group.forms)),
        key=lambda group: (group.name.casefold(), sorted(group.named_in)),
    )


def _by_spelling(founds: Sequence[Found]) -> dict[str, Group]:
    groups: dict[str, Group] = defaultdict(Group)
    for one in founds:
        for name in one.names:
            group = groups[key(name.form)]
            group.votes += Counter(dict(zip(KINDS, name.votes, strict=True)))
            group.best = max(group.best, name.best)
            group.forms[name.form] += 1
            group.named_in.add(one.document)
            group.shown |= name.shown
    return dict(groups)


def _curated(groups: dict[str, Group], curation: Curation) -> None:
    for name, kind in curation.kinds.items():
        group = groups.setdefault(key(name), Group())
        group.given = kind
        group.forms[_ARTICLE.sub("", name)] += 1
    for names in curation.same:
        having = [name for name in names if not curation.divides(names[0], name)]
        for name in having[1:]:
            if key(name) in groups:
                _unite(groups, key(having[0]), key(name))
        if key(having[0]) in groups:
            for name in having:
                groups[key(having[0])].forms[_ARTICLE.sub("", name)] += 1


def _unite(groups: dict[str, Group], into: str, other: str) -> None:
    """One group for both keys."""
    target, source = groups.setdefault(into, Group()), groups[other]
    if target is not source:
        target.take(source)
        for name, group in list(groups.items()):
            if group is source:
                groups[name] = target


def _abbreviated(groups: dict[str, Group], curation: Curation) -> None:
    """Unites what abbreviates a name with it: "BD_Collective" is "Barking and Dagenham Collective", where there is one such."""
    shorts = [(name, form) for name, group in groups.items() for form in group.forms if form[:2].isupper()]
    heads: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, group in groups.items():
        for form in group.forms:
            heads[head(form)].append((name, form))
    for name, form in shorts:
        full = {
            id(groups[other]): other
            for other, long in heads[head(form)]
            if groups[other] is not groups[name] and same_body(form, long) and not curation.divides(form, long)
        }
        if len(full) == 1:
            _unite(groups, next(iter(full.values())), name)


def _first_names(groups: dict[str, Group], founds: Sequence[Found], curation: Curation) -> None:
    """Gives first names to those who bear them: "Avril" is Avril McIntyre where there is one Avril and no
    document introduces another by that name alone."""
    bearers: dict[str, list[Group]] = defaultdict(list)
    for group in _each(groups):
        if group.kind == "person" and group.shows and len(group.name.split()) > 1:
            bearers[group.name.split()[0]].append(group)
    for one in founds:
        for name in one.names:
            alone = groups.get(key(name.form))
            having = bearers.get(name.form, [])
            if alone is None or len(name.form.split()) > 1 or not having or alone.given or is_plain(name.form):
                continue
            if name.shown or len(having) > 1 or curation.divides(name.form, having[0].name):
                continue
            if alone.kind in (None, "person") or name.form.casefold() in GIVEN:
                having[0].local[one.document].add(name.form)
                alone.named_in.discard(one.document)
                having[0].named_in.add(one.document)
                if not alone.named_in:
                    alone.forms.clear()


def _shortened(groups: dict[str, Group], founds: Sequence[Found]) -> None:
    """Gives short forms to their bodies: "the Council" is the one that its document names in full, or else the one council
    of the place that is spoken of. With neither it stands by itself, for its document alone."""
    bodies = [group for group in _each(groups) if group.shows and group.kind in ("organisation", "programme")]
    loose: dict[tuple[str, str, str], Group] = {}
    for one in founds:
        for short in one.shorts:
            body: Group | None = groups.get(key(short.full)) if short.full else None
            if body is None or not body.shows:
                last, place = head(short.form), key(short.place)
                having = [
                    group for group in bodies
                    if place and any(head(form) == last and key(form).startswith(f"{place} ") for form in group.forms)
                ]  # fmt: skip
                body = having[0] if len(having) == 1 else None
            if body is None:
                body = loose.setdefault((one.document, short.form, short.place), Group())
                body.votes["organisation"] += ENOUGH
                body.best = ENOUGH
                body.forms[short.form] += 1
            body.named_in.add(one.document)
            for start in short.at:
                body.at[one.document][start] = short.form
    for i, group in enumerate(loose.values()):
        groups[f"\0{i}"] = group


def _each(groups: dict[str, Group]) -> Iterable[Group]:
    return {id(group): group for group in groups.values()}.values()
