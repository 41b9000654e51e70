"""Where a later document takes up what an earlier one left open: as its own subject, or by answering it.

A mention is not enough. What a meeting dealt with (dealt_with.py) is held against what was asked before; what is told
is judged as an answer is, by the reader and the calibrated judge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering import Answering
from assistant.choose import chosen
from assistant.domain import Citation, Document, Status
from assistant.embedding import Vectors
from assistant.evidence import found, weighed
from assistant.index import document_of
from assistant.judge import absolute, relative
from assistant.lexical import content
from assistant.open_questions.asked import Asked
from assistant.open_questions.dealt_with import Subject, dealt_with
from assistant.open_questions.lines import InBlock
from assistant.open_questions.order import came_after, one_series, placed
from assistant.open_questions.questions import WH, ends_asking
from assistant.open_questions.same_question import BLOCK, SHARE, concepts, share, vectors_of
from assistant.retrieve import question_of, retrieve
from assistant.view import View

MOST = 3  # citations that say where something is taken up
# How like two matters are (cosines) where the later takes the earlier up. One series of meetings takes up what it put
# off: there less is enough. Chosen on thirty invented pairs of a topic and the words of a later meeting that took it
# up. Of four topics the right one was found for three subjects in four, and another beside it for one in forty; a
# subject that was none of the four was given to one of them once in fifteen times.
SAME, IN_SERIES, LOOKING_BACK = 0.62, 0.40, 0.50
UNSHARED = 0.50  # without one word in common
BEHIND = 0.05  # how far below the best match of a subject another may be
TOLD = 0.50  # of a sentence that answers, to the question
DONE = 0.62  # of a sentence that tells that an action was done, to the action
SEARCHED = 40  # sentences nearest to a question
READ = 3  # documents read for one question
PAST = re.compile(
    r"\b(?:was|were|has|have|had|did|wrote|sent|met|made|gave|told|spoke|brought|found|held|put|\w{2,}ed)\b",
    re.IGNORECASE,
)


Place = tuple[str, int]  # a document's id, and the ordinal of a sentence in it


@dataclass(frozen=True, slots=True)
class Open:
    """What is asked in one or several places, with its vectors. `matters`: shape (places, dimensions); `conditions` the
    same for what each asks about ("when people move on"), zeros where there is none."""

    places: tuple[Asked, ...]
    matters: Vectors
    conditions: Vectors

    @property
    def documents(self) -> list[Document]:
        return list({one.line.document.id: one.line.document for one in self.places}.values())

    @property
    def concepts(self) -> frozenset[str]:
        return frozenset(one for place in self.places for one in concepts(place.matter))


def taken_up(
    open_ones: Sequence[Open], lines: Mapping[str, Sequence[InBlock]], view: View, answering: Answering
) -> list[tuple[Citation, ...]]:
    """For each, where later documents take it up: at most MOST citations, best first; none where it is still open.
    `lines`: those of every document that may take something up, by document id."""
    if not open_ones:
        return []
    by_place = {(key, line.ordinal): line for key, own in lines.items() for line in own}
    asked = {(one.line.document.id, one.line.ordinal) for each in open_ones for one in each.places}
    made: list[tuple[Citation, ...]] = []
    for one, as_subject in zip(open_ones, _as_subjects(open_ones, lines, answering), strict=True):
        scores = {place: score - 1 for place, score in _told(one, by_place, asked, view, answering).items()}
        scores |= as_subject  # where it is the subject comes first
        best = sorted(scores, key=lambda place: (-scores[place], place))
        made.append(tuple(by_place[place].cited() for place in best[:MOST]))
    return made


def _as_subjects(
    open_ones: Sequence[Open], lines: Mapping[str, Sequence[InBlock]], answering: Answering
) -> list[dict[Place, float]]:
    """For each, where a later meeting says that it dealt with it, and how like the two are.

    A subject goes to what it is most like of all that was asked before: a meeting on one suggestion is not on another
    that shares its words.
    """
    made: list[dict[Place, float]] = [{} for _ in open_ones]
    every = [subject for own in lines.values() for subject in dealt_with(own)]
    if not every:
        return made
    vectors, conditions = vectors_of([subject.matter for subject in every], answering.embedder)
    firsts = np.cumsum([0, *(len(one.places) for one in open_ones[:-1])])
    matters = np.concatenate([one.matters for one in open_ones])
    about = np.concatenate([one.conditions for one in open_ones])
    for start in range(0, len(every), BLOCK):
        part = slice(start, start + BLOCK)
        likeness = np.maximum(vectors[part] @ matters.T, conditions[part] @ about.T)
        for subject, like in zip(every[part], np.maximum.reduceat(likeness, firsts, axis=1), strict=True):
            near = [i for i in np.flatnonzero(like >= IN_SERIES).tolist() if open_ones[i].places[0].kind != "action"]
            allowed = {i: least for i in near if (least := _least(open_ones[i], subject)) is not None}
            best = max((like[i] for i in allowed), default=0.0)
            for i, least in allowed.items():
                if like[i] >= max(least, best - BEHIND):
                    made[i][subject.line.document.id, subject.line.ordinal] = float(like[i])
    return made


def _least(one: Open, subject: Subject) -> float | None:
    """How like a subject must be to what is open, to take it up; None where it is not known to come later."""
    there = subject.line.document
    documents = one.documents
    if any(document.id == there.id for document in documents):
        return None
    after = [document for document in documents if came_after(there, document)]
    if not subject.heading and any(one_series(there, document) for document in after):
        return IN_SERIES if one.concepts & concepts(subject.matter) else UNSHARED
    if after:
        return SAME
    unknown = all(came_after(there, document) is None for document in documents)
    return LOOKING_BACK if unknown and subject.looks_back else None


def _told(
    one: Open, by_place: Mapping[Place, InBlock], asked: set[Place], view: View, answering: Answering
) -> dict[Place, float]:
    """Where later documents answer it, or, of an action, tell that it was done; each with a score from 0 to 1."""
    if not any(map(placed, one.documents)):
        return {}
    near: dict[Place, float] = {}
    for key, cosine in view.index.search("sentences", one.matters[0], SEARCHED, view.audience):
        place = document_of(key), int(key.rpartition("#s")[2])
        if cosine >= TOLD and place in by_place and place not in asked and _later(by_place[place].document, one):
            near[place] = cosine
    if one.places[0].kind == "action":
        return {place: cosine for place, cosine in near.items() if cosine >= DONE and _done(one, by_place[place])}
    if not near or answering.reader is None:
        return {}
    return {place: score for place, score in _answers(one.places[0], near, view, answering).items() if place in near}


def _later(document: Document, one: Open) -> bool:
    others = one.documents
    return all(d.id != document.id for d in others) and any(came_after(document, d) for d in others)


def _answers(first: Asked, near: Mapping[Place, float], view: View, answering: Answering) -> dict[Place, float]:
    """Which sentences of the passages nearest to a question answer it, as the calibrated judge decides; none where it
    decides that they do not. Only those passages are read: reading is what costs."""
    assert answering.reader is not None
    asked = first.matter if ends_asking(first.matter) else f"{first.matter[:1].upper()}{first.matter[1:]}?"
    if first.kind == "topic" and not re.match(WH, first.matter, re.IGNORECASE):
        asked = f"What was said about {first.matter}?"
    documents = list(dict.fromkeys(document for document, _ in sorted(near, key=lambda place: -near[place])))[:READ]
    vector = answering.embedder.embed([asked])[0]
    question = question_of(asked, vector, content(asked), view.lexical.vocabulary)
    candidates = retrieve(view.index, view.lexical, question, view.audience, documents)
    holding = {(c.passage.document, c.passage.start) for c in candidates if (c.passage.document, c.ordinal) in near}
    worth = [c for c in candidates if (c.passage.document, c.passage.start) in holding]
    if not worth:
        return {}
    evidence = weighed(question, worth, answering.reader)
    signs = relative(found(question, candidates)) + absolute(question, evidence)
    verdict = answering.judge.verdict(signs, answering.background(view))
    if verdict.status is not Status.ANSWERED:
        return {}
    picked = [one.candidate for one in chosen(asked, evidence) if one.reading.evidence > 0]
    return {(c.passage.document, c.ordinal): verdict.confidence * c.similarity for c in picked}


def _done(one: Open, line: InBlock) -> bool:
    """Whether a line tells, in the past, of nearly all that an action names."""
    return bool(PAST.search(line.text)) and share(one.concepts, concepts(line.text)) >= SHARE
