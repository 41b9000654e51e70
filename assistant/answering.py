"""question -> evidence -> Answer: one question of one view of the documents, from its words to what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant import cite
from assistant.agents import agent, told_otherwise
from assistant.ages import conflicts, superseding
from assistant.background import Signs
from assistant.choose import NEAREST, Evidence, chosen
from assistant.conditions import in_words
from assistant.domain import Answer, Citation, Document, Passage, Statement, Status
from assistant.embedding import Embedder
from assistant.evidence import found, weighed
from assistant.filters import ANY, Filters
from assistant.follow.complete import Completed, Follows, complete
from assistant.follow.turns import Turn
from assistant.judge import UNREAD, Judge, absolute, relative
from assistant.lexical import content
from assistant.premises import Shown, premises
from assistant.read import Reader, Window
from assistant.retrieve import Candidate, Question, question_of, retrieve
from assistant.spelling import Mended, is_english, mend
from assistant.view import View
from assistant.wants import asks_for_a_story

NOTHING_YET = "There is nothing to ask yet. Add the first document."
FOLLOWING = 3  # sentences shown where somebody asks what comes next
LATER = 12  # of the best sentences, those looked through for a later word on the same matter


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, as it came, with what came before it. `before`: the answers of this conversation, oldest first."""

    question: str
    before: tuple[Answer, ...] = ()
    filters: Filters = ANY
    as_written: bool = False


@dataclass(frozen=True)
class Answering:
    """The parts that answer. `background` gives the signs of unrelated questions in a view."""

    embedder: Embedder
    reader: Reader | None
    judge: Judge
    background: Callable[[View], Signs]

    def answer(self, asked: Asked, view: View) -> Answer:
        vocabulary = view.lexical.vocabulary
        if not vocabulary.passages:
            return Answer(asked.question, asked.question, Status.NOT_FOUND, 0.0, notes=(NOTHING_YET,))
        mended = Mended(asked.question) if asked.as_written else mend(asked.question, vocabulary, is_english)
        completed = Completed(mended.text, Follows.NEW)
        if asked.before and not asked.as_written:
            turns = [Turn(one.understood_as, one.shown) for one in asked.before]
            completed = complete(mended.text, turns, view.names)
        start = replace(
            Answer(asked.question, completed.text, Status.NOT_FOUND, 0.0),
            notes=tuple(f"We read “{written}” as “{read}”." for written, read in mended.changes),
        )
        if completed.follows in (Follows.SOURCE, Follows.NEXT):
            return _from_turn(start, asked.before[-1], completed.follows, view)
        wanted, rest = in_words(completed.text, view.known)
        return self._search(start, rest, asked.filters | wanted, view)

    def signs(self, understood: str, view: View) -> Signs | None:
        """What an unrelated question shows: the relative signs, which need no reader."""
        question, candidates = self.candidates(understood, view)
        evidence = found(question, candidates)
        return relative(evidence) if evidence else None

    def candidates(self, understood: str, view: View, filters: Filters = ANY) -> tuple[Question, list[Candidate]]:
        vocabulary = view.lexical.vocabulary
        question = question_of(understood, self.embedder.embed([understood])[0], content(understood), vocabulary)
        if not filters:
            return question, retrieve(view.index, view.lexical, question, view.audience)
        documents = {d.id: d for d in view.documents if filters.document(d)}

        def keep(passage: Passage, text: str) -> bool:
            return filters.passage(documents[passage.document], passage, text)

        wanted = keep if filters.people or filters.places else None
        return question, retrieve(view.index, view.lexical, question, view.audience, list(documents), wanted)

    def _search(self, start: Answer, understood: str, filters: Filters, view: View) -> Answer:
        if filters:
            start = replace(start, notes=(*start.notes, f"We looked only at what is {filters.words}."))
        question, candidates = self.candidates(understood, view, filters)
        evidence = found(question, candidates)
        if not evidence:
            return start
        signs = relative(evidence)
        judge = UNREAD
        if self.reader is not None:
            evidence = weighed(question, candidates, self.reader)
            signs, judge = signs + absolute(question, evidence), self.judge
        verdict = judge.verdict(signs, self.background(view), story=asks_for_a_story(understood))
        if verdict.status is Status.ANSWERED:
            answer = self._answered(replace(start, confidence=verdict.confidence), question, evidence, view)
            if answer is not None:
                return answer
        return self._nearest(replace(start, confidence=verdict.confidence), verdict.status, question, evidence, view)

    def _answered(self, start: Answer, question: Question, evidence: list[Evidence], view: View) -> Answer | None:
        picked = chosen(question.text, evidence)
        picked += self._later(question, picked, evidence, view)
        said, dropped = cite.statements(picked, view.document)
        if not said:
            return None
        order, differ = superseding([statement.citations[0] for statement in said], question.text)
        said = [said[i] for i in order]
        led = self._premises(question, [one for one in picked if one.candidate.text in {s.text for s in said}], view)
        citations = [citation for statement in said for citation in statement.citations]
        notes = (*start.notes, *led, *differ, *cite.notes(said, dropped))
        return replace(start, status=Status.ANSWERED, statements=tuple(said), basis=cite.basis(citations), notes=notes)

    def _nearest(
        self, start: Answer, status: Status, question: Question, evidence: list[Evidence], view: View
    ) -> Answer:
        """What comes close is shown as an answer would be, notes and all, with as many of the next best as make it worth a
        look; else the nearest alone."""
        near = chosen(question.text, evidence) if status is not Status.NOT_FOUND else []
        led = self._premises(question, near, view)
        near += [one for one in evidence[:NEAREST] if one not in near][: max(0, NEAREST - len(near))]
        said, dropped = cite.statements(near, view.document)
        nearest = tuple(statement.citations[0] for statement in said)
        # An answer whose every quotation the gate dropped is at most close.
        status = Status.CLOSE if status is not Status.NOT_FOUND and nearest else Status.NOT_FOUND
        notes = (*start.notes, *(led if nearest else ()), *cite.left_out(dropped))
        return replace(start, status=status, nearest=nearest, basis=cite.basis(nearest), notes=notes)

    def _later(
        self, question: Question, picked: list[Evidence], evidence: list[Evidence], view: View
    ) -> list[Evidence]:
        """Sentences that were not picked and contradict or supersede those that were."""
        taken = {id(one) for one in picked}
        rest = [one for one in evidence[:LATER] if id(one) not in taken]
        shown = [c for one in picked if (c := cite.cite(one.candidate, view.document))]
        others = [(one, c) for one in rest if (c := cite.cite(one.candidate, view.document))]
        return [others[i][0] for i in conflicts(shown, [c for _, c in others], question.text)]

    def _premises(self, question: Question, picked: Sequence[Evidence], view: View) -> list[str]:
        """What the question takes for granted and the documents tell otherwise."""
        if not picked:
            return []
        picked = sorted(picked, key=lambda one: -one.score)
        shown = [_shown(one, view.document(one.candidate.passage.document)) for one in picked]
        notes = premises(question.text, shown)
        taken = agent(question.text)
        if not notes and taken is not None and self.reader is not None:
            best = picked[0]
            lines = tuple(" ".join(text.split()) for text in best.around)
            at = best.around.index(best.candidate.text)
            readings = self.reader.read(taken.probe, [Window(best.candidate.passage.context, lines)])[0]
            top = max(range(len(lines)), key=lambda i: readings[i].evidence)
            if readings[top].evidence > 0 and readings[top].span > 0 and abs(top - at) <= 2:
                a, b = readings[top].answer
                told = told_otherwise(taken, lines[top][a:b], replace(shown[0], text=lines[top]))
                notes = [told] if told else []
        return notes


def _shown(one: Evidence, document: Document | None) -> Shown:
    passage = one.candidate.passage
    about = (document.title, *document.places, *document.authors, document.date or "") if document else ()
    return Shown(one.candidate.text, " ".join((passage.context, one.candidate.before, *one.around, *about)))


def _from_turn(start: Answer, last: Answer, follows: Follows, view: View) -> Answer:
    """The answer to "who said that?" and "what happened next?": what was shown, or what follows it in its document."""
    if follows is Follows.SOURCE:
        made = [again for citation in last.shown[:1] if (again := cite.again(citation, view.document))]
    else:
        made = [
            citation
            for candidate in _following(last.shown[-1], view)
            if (citation := cite.cite(candidate, view.document))
        ]
    if not made:
        return start
    said = tuple(Statement(citation.quote, (citation,)) for citation in made)
    return replace(
        start,
        status=Status.ANSWERED,
        confidence=last.confidence,
        statements=said,
        basis=cite.basis(made),
        notes=(*start.notes, *cite.notes(said, 0)),
    )


def _following(citation: Citation, view: View) -> list[Candidate]:
    """The sentences that come after a citation: those under its heading, else those under the next."""
    document = view.document(citation.document)
    if document is None:
        return []
    made: list[Candidate] = []
    for passage in view.passages(citation.document):
        for i, sentence in enumerate(passage.sentences):
            if sentence.start >= citation.end:
                text = document.text[sentence.start : sentence.end]
                made.append(Candidate(passage, sentence, passage.first + i, text, "", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0))
    return [one for one in made if one.passage.heading == made[0].passage.heading][:FOLLOWING]
