"""Questions asked, topics suggested and actions agreed in the network's notes, and where later ones take them up.

Nothing is kept: over many documents a caller that shows this at every page view keeps it for as long as the generation
stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant import cite
from assistant.answering import Answering
from assistant.open_questions.asked import Answers, asked_in
from assistant.open_questions.lines import own_lines
from assistant.open_questions.same_question import one_by_one, vectors_of
from assistant.open_questions.taken_up import Open, taken_up
from assistant.open_questions.values import OpenKind, OpenQuestion
from assistant.read import Window
from assistant.sameness import LEAD
from assistant.view import View

# The reader's log-odds from which what follows a question answers it. Low, because a single sentence has no passage
# around it: of fifteen invented pairs, five of the seven answers lay above and none of the others.
ANSWERED = -2.3
FIRST: tuple[OpenKind, ...] = ("topic", "question", "action")  # which of its places gives a question its words


def open_questions(view: View, answering: Answering) -> tuple[OpenQuestion, ...]:
    """What the documents of the network and its members ask, suggest and agree, in their order, each once, with the
    sentences of later documents that take it up. Nothing from outside counts."""
    answers = _answers(answering)
    lines = {document.id: own for document, own in own_lines(view)}
    every = [one for own in lines.values() for one in asked_in(own, answers)]
    if not every:
        return ()
    vectors, conditions = vectors_of([one.matter for one in every], answering.embedder)
    groups = [sorted(group, key=lambda i: (FIRST.index(every[i].kind), i)) for group in one_by_one(every, vectors)]
    open_ones = [Open(tuple(every[i] for i in group), vectors[group], conditions[group]) for group in groups]
    made = []
    for one, taken in zip(open_ones, taken_up(open_ones, lines, view, answering), strict=True):
        asked = tuple(c for place in one.places if (c := cite.again(place.line.cited(), view.document)))
        if asked:
            taken = tuple(c for citation in taken if (c := cite.again(citation, view.document)))
            made.append(OpenQuestion(one.places[0].kind, asked[0].quote, asked, taken))
    return tuple(made)


def suggested(questions: Sequence[OpenQuestion]) -> tuple[str, ...]:
    """The topics and questions that nobody has taken up, as the lines of an agenda to start from, topics first: the
    documents' own words, without bullets."""
    still = [one for one in questions if one.open and one.kind != "action"]
    ordered = sorted(still, key=lambda one: FIRST.index(one.kind))
    return tuple(dict.fromkeys(" ".join(LEAD.sub("", one.text).split()) for one in ordered))


def _answers(answering: Answering) -> Answers:
    """Whether the reader finds the answer to a question in the sentences after it."""
    reader = answering.reader
    if reader is None:
        return lambda question, following: False
    return lambda question, following: any(
        reading.evidence >= ANSWERED for reading in reader.read(question, [Window("", following)])[0]
    )
