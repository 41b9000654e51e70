"""Every place in the documents that mentions a person, a place or a term, complete: what a plain search of the texts finds.

The asked words are looked for as they stand, capitals or not, as whole words. Where they name an entity, its other forms are
looked for as well, capitals as they are, in the documents that name it: "the Council" of one document is not another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Citation, Document, Statement
from assistant.guide.curated import key
from assistant.guide.units import Units
from assistant.guide.values import Entity, Mentions
from assistant.view import View


def mentions(term: str, view: View, entities: Sequence[Entity] = ()) -> Mentions:
    """Every sentence, heading or line that mentions `term`, in order of documents and of place; none where it is empty.

    `count` is the number of occurrences: of a term that is no entity's it equals a plain search of the documents' texts,
    capitals or not, for the whole words.
    """
    asked = " ".join(term.split())
    if not asked:
        return Mentions(term, (), (), 0)
    entity = named(asked, entities)
    others = _others(asked, entity) if entity else ()
    said: list[Statement] = []
    count = 0
    for document in view.documents:
        forms = others if entity and document.id in entity.documents else ()
        spans = list(occurrences(document.text, asked, _own(forms, entity, document, entities)))
        count += len(spans)
        if spans:
            said += [Statement(one.quote, (one,)) for one in _cited(spans, document, view)]
    return Mentions(asked, (asked, *others), tuple(said), count)


def named(term: str, entities: Sequence[Entity]) -> Entity | None:
    """The one entity of this name; the one with this alias, where no name is that; None where several have it."""
    wanted = key(term)
    for forms in ([(e, (e.name,)) for e in entities], [(e, e.aliases) for e in entities]):
        having = [entity for entity, names in forms if any(key(name) == wanted for name in names)]
        if having:
            alone = len(having) == 1 and not _is_anothers(wanted, having[0], entities)
            return having[0] if alone else None
    return None


def occurrences(text: str, asked: str, others: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Where a text has the asked words, capitals or not, or one of the other forms, as whole words; none over another."""
    every = [(len(asked), rf"(?i:{re.escape(asked)})"), *((len(form), _spelt(form)) for form in others)]
    longest = [spelt for _, spelt in sorted(every, key=lambda pair: -pair[0])]
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", text):
        yield match.span()


def _others(asked: str, entity: Entity) -> tuple[str, ...]:
    """The other forms of an entity, longest first; a form within the asked one adds nothing."""
    forms = [form for form in (entity.name, *entity.aliases) if form.casefold() != asked.casefold()]
    return tuple(sorted(dict.fromkeys(forms), key=lambda form: (-len(form), form)))


def _spelt(form: str) -> str:
    return re.sub(r"^the\\? ", "[Tt]he ", re.escape(form))


def _is_anothers(wanted: str, entity: Entity, entities: Sequence[Entity]) -> bool:
    """Whether a form is an alias of another entity as well."""
    return any(
        key(alias) == wanted
        for other in entities
        if other is not entity
        for alias in other.aliases
        if entity.name != alias
    )


def _own(forms: Sequence[str], entity: Entity | None, document: Document, entities: Sequence[Entity]) -> list[str]:
    """The forms that are this entity's alone in a document."""
    return [
        form for form in forms
        if not any(
            other is not entity and document.id in other.documents and form in (other.name, *other.aliases) for other in entities
        )
    ]  # fmt: skip


def _cited(spans: Sequence[tuple[int, int]], document: Document, view: View) -> Iterator[Citation]:
    """The units that hold the spans, each once, through the verbatim gate."""
    units = Units(document, view.passages(document.id))
    seen = -1
    for start, end in spans:
        unit = units.over(start, end)
        if unit.start > seen:
            seen = unit.start
            citation = units.cite(unit)
            if citation.quote == document.text[citation.start : citation.end] != "":
                yield citation
