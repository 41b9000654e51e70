"""The whole guide of one view: each part from the parts before it, all from what this audience may see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from assistant.answering import Answering
from assistant.domain import Citation, Standing
from assistant.guide.about import about
from assistant.guide.curated import Curation, key
from assistant.guide.entities import founds, merged
from assistant.guide.glossary import glossary
from assistant.guide.kept import Digests, KeptNames
from assistant.guide.lines import Shelved, shelved
from assistant.guide.reading_order import reading_order
from assistant.guide.take_part import take_part
from assistant.guide.themes import Embed, themes
from assistant.guide.timeline import background, timeline
from assistant.guide.values import Entity, FirstQuestion, Guide
from assistant.view import View

SHOWN_OF_AN_ANSWER = 2  # sentences, beside a question to start from


def guide(
    view: View,
    answering: Answering,
    questions: Sequence[FirstQuestion],
    *,
    today: date,
    curation: Curation | None = None,
    kept: KeptNames | None = None,
) -> Guide:
    """What a newcomer needs, for the view's audience.

    `questions`: to start from, each with its whole answer, of which the guide shows the sentences most like the question.
    `today`: by which a meeting is past. `curation`: what people corrected in who's who. `kept`: where what is found of each document is kept between generations, if anywhere.
    """
    shelf = shelved(view)
    lookup = view.document
    before = kept.read() if kept else {}
    found = founds(shelf, before)
    if kept and any(before.get(one.document) != one for one in found):
        kept.write(found, digests(view), view.generation.number)
    corrections = curation or Curation()
    entities = merged(found, corrections, shelf, lookup)
    embed = _Remembering(answering)
    terms = glossary(shelf, lookup, _names(entities))
    what, invitations = about(shelf, lookup), take_part(shelf, lookup, today)
    asked = tuple(replace(one, answer=_likest(one, embed)) for one in questions)
    shown = [
        *(one.citation for one in what),
        *(one.citation for one in invitations),
        *(citation for one in asked for citation in one.answer),
        *(citation for one in entities for citation in one.introduced),
        *(citation for term in terms for citation in term.defined[:1]),
    ]
    return Guide(
        network=_called(corrections.network, shelf),
        about=what,
        entities=entities,
        terms=terms,
        themes=themes(shelf, lookup, embed, _words_of_names(entities), shown),
        timeline=timeline(shelf, lookup),
        background=background(shelf),
        reading=reading_order(shelf, terms),
        questions=asked,
        take_part=invitations,
        documents=len(shelf),
    )


def _likest(one: FirstQuestion, embed: Embed) -> tuple[Citation, ...]:
    """The few sentences of an answer that are most like its question, in their order."""
    if len(one.answer) <= SHOWN_OF_AN_ANSWER:
        return one.answer
    asked, *said = embed([one.question, *(citation.quote for citation in one.answer)])
    best = sorted(range(len(said)), key=lambda i: -float(said[i] @ asked))[:SHOWN_OF_AN_ANSWER]
    return tuple(one.answer[i] for i in sorted(best))


def _called(name: str, shelf: Iterable[Shelved]) -> str:
    """The network's name, where a document of its own calls it that, whatever stands before it: "the Better Way"."""
    if not (bare := key(name)):
        return ""
    held = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)")
    own = (one.document for one in shelf if one.document.standing is Standing.NETWORK)
    return name if any(held.search(key(f"{d.title} {d.text}")) for d in own) else ""


def digests(view: View) -> Digests:
    """The digest of every document of the generation, whoever may see it: what may be kept, and nothing of its words."""
    rows = view.index.all("documents", vectors=False)
    return {row.id: str(json.loads(str(row.metadata["fields"]))["digest"]) for row in rows}


class _Remembering:
    """Texts to vectors, each text once."""

    def __init__(self, answering: Answering) -> None:
        self._embedder = answering.embedder
        self._known: dict[str, Any] = {}

    def __call__(self, texts: Sequence[str]) -> Any:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._embedder.embed(new), strict=True))
        return np.stack([self._known[text] for text in texts])


def _names(entities: Sequence[Entity]) -> list[str]:
    """Every form of those who are in who's who, so that none is in the glossary too. A programme whose name says what it
    is about may be in both, since it is an idea as well: "Human Learning Systems", not "Discourse"."""
    others = [form for one in entities if one.kind != "programme" for form in (one.name, *one.aliases)]
    brands = [
        one.name for one in entities if one.kind == "programme" and " " not in one.name and not one.name.isupper()
    ]
    return [*others, *brands]


def _words_of_names(entities: Sequence[Entity]) -> set[str]:
    """The words of people's and places' names, in lower case: no theme is called by one."""
    named = [one for one in entities if one.kind in ("person", "place")]
    return {word.casefold() for one in named for form in (one.name, *one.aliases) for word in form.split()}
