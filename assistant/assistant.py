"""The door: an Assistant opens the current generation, answers questions, and shows documents to its audience."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice, zip_longest

from assistant.answering import Answering, Asked
from assistant.background import Signs, background
from assistant.config import Config
from assistant.coverage.topics import Watch, cover_all
from assistant.coverage.values import Coverage, Label
from assistant.domain import Answer, Audience, Citation, Document, Standing, Status, SyncReport
from assistant.embedding import Embedder, model_name, open_embedder
from assistant.errors import DocumentError, IndexMissing, QuestionError
from assistant.filters import ANY, Filters, Known
from assistant.generations import FORMAT, Generation, Generations
from assistant.guide.build import digests, guide
from assistant.guide.curated import Curation, curation
from assistant.guide.entities import entities
from assistant.guide.kept import KeptNames
from assistant.guide.mentions import mentions
from assistant.guide.values import Entity, FirstQuestion, Guide, Mentions
from assistant.index import Index
from assistant.judge import RELATIVE, Judge
from assistant.kept.asking_again import Refreshed, ask_again, may_change
from assistant.kept.book import Book, Books
from assistant.kept.entries import Entry, open_book
from assistant.kept.feedback import Feedback
from assistant.kept.gap_groups import GapGroup, grouped
from assistant.kept.gaps import Gaps, check_convenor
from assistant.kept.quotation import Changed, Gone, Kept, find
from assistant.kept.recorded import known_in
from assistant.lexical import Lexical
from assistant.open_questions.build import open_questions
from assistant.open_questions.values import OpenQuestion
from assistant.read import Reader, open_reader
from assistant.retrieve import Candidate, Question
from assistant.view import View

LONGEST_QUESTION = 1000  # characters
LEAD_NUMBER = re.compile(r"^\W*\d+[.)]\s+")  # of a heading: "2. Opening Presentations"


class Assistant:
    """Answers in the documents' own words. Safe to share between threads; closes with `close()` or `with`."""

    def __init__(self, config: Config, embedder: Embedder, reader: Reader | None, judge: Judge) -> None:
        self.config = config
        self._answering = Answering(embedder, reader, judge, self._background)
        self._generations = Generations(config.home)
        self._lock = threading.RLock()
        self._long = threading.RLock()  # one long work at a time (_aside)
        self._open: View | None = None
        self._middle: tuple[int, Signs] | None = None  # of a generation's background
        # What was found last, after what it holds for: a generation, and a day, corrections or a number.
        self._guided: tuple[tuple[int, date, Curation], Guide] | None = None
        self._named: tuple[tuple[int, Curation], tuple[Entity, ...]] | None = None
        self._suggested: tuple[tuple[int, int], list[FirstQuestion]] | None = None

    @classmethod
    def open(cls, config: Config) -> Assistant:
        """Wire the parts that the configuration names. Raises IndexMissing before the first ingest, ModelError."""
        assistant = cls(config, open_embedder(config), open_reader(config), Judge())
        with assistant._lock:
            assistant._current()
        return assistant

    def ask(
        self,
        question: str,
        *,
        before: Sequence[Answer] = (),
        filters: Filters = ANY,
        as_written: bool = False,
    ) -> Answer:
        """The documents' answer to a question of at most 1,000 characters.

        `before`: the answers of this conversation so far, oldest first, by which a question such as "and in Surrey?"
        is completed. `filters`: what alone may answer. `as_written` leaves spelling and completeness alone.

        Raises QuestionError for a question that is empty or too long, IndexMissing where nothing has been ingested.
        """
        began = time.perf_counter()
        # A command line passes letters that it could not decode as halves of characters, which no model can read.
        asked = " ".join(question.encode("utf-8", "replace").decode().split())
        if not any(ch.isalnum() for ch in asked):
            raise QuestionError(
                "There is no question here. Ask in your own words, for example: how did Barking build trust?"
            )
        if len(asked) > LONGEST_QUESTION:
            raise QuestionError(
                f"That is {len(asked):,} characters. Ask one question at a time, in at most {LONGEST_QUESTION:,} characters."
            )
        with self._lock:
            answer = self._answering.answer(Asked(asked, tuple(before), filters, as_written), self._current())
        return replace(answer, seconds=time.perf_counter() - began)

    def document(self, document_id: str) -> Document:
        """The document with this id. Raises DocumentError where there is none that this audience may see."""
        with self._lock:
            found = self._current().document(document_id)
        if found is None:
            # One sentence for both: that a document exists is itself not for everyone.
            raise DocumentError(f"There is no document '{document_id}' here. The Library lists those there are.")
        return found

    def documents(self) -> list[Document]:
        """Every document that this audience may see, by id."""
        with self._lock:
            return list(self._current().documents)

    def titles(self) -> dict[str, str]:
        """The title of every document that this audience may see, by id."""
        return {document.id: document.title for document in self.documents()}

    @property
    def passages(self) -> int:
        """How many passages this audience may see."""
        with self._lock:
            return self._current().lexical.vocabulary.passages

    def suggestions(self, most: int = 6) -> list[str]:
        """Up to `most` questions to start from, each of which is answered: the documents' own, else of their speakers.

        Found once for each generation; asked of this audience, so none hints at what it may not see.
        """
        return [one.question for one in self._questions(most)]

    def _questions(self, most: int = 6) -> list[FirstQuestion]:
        key = (self.generation, most)
        if self._suggested is None or self._suggested[0] != key:
            with self._aside() as view:
                key = (view.generation.number, most)
                if self._suggested is None or self._suggested[0] != key:  # nobody found them while this waited
                    self._suggested = key, list(islice(self._answerable(view), most))
        return self._suggested[1]

    def _answerable(self, now: View) -> Iterator[FirstQuestion]:
        """The first question of every document, then the second, and so on; those that its own words answer."""
        own = [
            [(q, d.id) for q in d.questions]
            for d in sorted(now.documents, key=lambda d: (d.standing != Standing.NETWORK, -len(d.text)))
        ]
        turns = [pair for turn in zip_longest(*own) for pair in turn if pair is not None]
        speakers = now.speakers if not turns else []
        asked = dict(turns) | {f"What did {speaker} explain?": "" for speaker in speakers}
        for question, document in asked.items():
            if answer := self._answers(question, document, now):
                yield FirstQuestion(question, answer)

    def answerable(self, document_id: str, tried: int = 8) -> list[str]:
        """The questions, of up to `tried`, that a document answers: its contributor's, then of its speakers and headings."""
        with self._lock:
            now = self._current()
            document = now.document(document_id)
            passages = now.passages(document_id)
            speakers = dict.fromkeys(p.speaker for p in passages if p.speaker)
            headings = dict.fromkeys(LEAD_NUMBER.sub("", p.heading[-1]) for p in passages if p.heading)
            asked = [
                *(document.questions if document else ()),
                *(f"What did {speaker} explain?" for speaker in speakers),
                *(f"What is said about {heading}?" for heading in headings),
            ]
            return [question for question in asked[:tried] if self._answers(question, document_id, now)]

    def _answers(self, question: str, document_id: str, now: View) -> tuple[Citation, ...]:
        """The sentences of its answer, where a question is answered, and from this document where one is named."""
        answer = self._answering.answer(Asked(question, as_written=True), now)
        cited = [citation for statement in answer.statements for citation in statement.citations]
        own = tuple(citation for citation in cited if citation.document == document_id or not document_id)
        return own if answer.status is Status.ANSWERED else ()

    def refresh(self, report: SyncReport) -> Refreshed:
        """What follows a sync, called by the face that synced: the first question need not wait for what a generation has
        made once, and the convenors' gaps are asked again. Some 20 ms a gap, 200 ms where what is new may answer it."""
        with self._lock:
            now = self._current()
            if report.passages:
                self._background(now)
            KeptNames(self.config.home).prune(lambda: digests(now), now.generation.number)
            if self.config.audience is not Audience.CONVENORS:
                return Refreshed()
            present, known = {document.id for document in now.documents}, known_in(now)
        gaps = Gaps(self.config.home)
        gaps.tidy(known)
        Feedback(self.config.home).tidy(known)
        return Refreshed(ask_again(gaps, report, present, self._asked_again))

    def _asked_again(self, question: str, documents: Collection[str]) -> Answer | None:
        """The answer to a gap, or None where none of these documents would be read for it."""
        with self._lock:  # one question at a time, so that nobody who asks waits for all of them
            now = self._current()
            if not may_change(question, documents, self._answering, now):
                return None
            return self._answering.answer(Asked(question), now)

    def gap_groups(self) -> tuple[GapGroup, ...]:
        """The open gaps by meaning, the most asked first. Raises GapError for anybody but a convenor."""
        check_convenor(self.config.audience)
        return grouped(Gaps(self.config.home).open(), self._answering.embedder)

    def find(self, kept: Kept) -> Citation | Changed | Gone:
        """A quotation that was kept without its words, as this audience may read it now."""
        with self._lock:
            return find(kept, self._current())

    def open_book(self, book: Book) -> tuple[Entry, ...]:
        """The entries of a commonplace book, as this audience may read them now. Raises BookError where the book itself is
        not for them."""
        books = Books(self.config.home)
        lines = books.lines(books.find(book.number, self.config.audience))
        with self._lock:
            return open_book(lines, self._current())

    def coverage(
        self, topics: Sequence[str], *, corrections: Mapping[str, Label] | None = None, watch: Watch | None = None
    ) -> Coverage:
        """What the documents hold on each topic of an agenda (coverage/agenda.py: at most 40, of 200 characters).

        `corrections`: a convenor's labels by topic (kept/agendas.py). `watch(topic, done, of)` is told of progress.
        Raises AgendaError, and IndexMissing where nothing has been ingested.
        """
        with self._aside() as view:
            return cover_all(topics, view, self._answering, watch, corrections)

    def guide(self, today: date | None = None) -> Guide:
        """Start here: who is who, the words, what has been discussed, when, what to read and how to take part, for this
        audience. Found once for each generation and day. `today`: by which a meeting is past; this day if not given.

        Raises IndexMissing where nothing has been ingested.
        """
        day, corrected = today or date.today(), curation(self.config.corpus)
        if self._guided is None or self._guided[0] != (self.generation, day, corrected):
            asked = self._questions()
            with self._aside() as view:
                key = (view.generation.number, day, corrected)
                if self._guided is None or self._guided[0] != key:
                    kept = KeptNames(self.config.home)
                    made = guide(view, self._answering, asked, today=day, curation=corrected, kept=kept)
                    self._guided = key, made
        return self._guided[1]

    def mentions(self, term: str) -> Mentions:
        """Every sentence, heading and line of the documents that mentions a person, place or term, by its other names too.

        Raises IndexMissing where nothing has been ingested.
        """
        with self._aside() as view:
            return mentions(term, view, self._entities(view))

    def _entities(self, view: View) -> tuple[Entity, ...]:
        """Who's who; found once for each generation and version of the corrections."""
        key = view.generation.number, curation(self.config.corpus)
        if self._named is None or self._named[0] != key:
            self._named = key, entities(view, key[1], KeptNames(self.config.home).read())
        return self._named[1]

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What the network's notes ask, suggest and agree, and where later ones take it up. Found anew at every call: keep
        it for as long as `generation` stands."""
        with self._aside() as view:
            return open_questions(view, self._answering)

    @property
    def generation(self) -> int:
        """The number of the generation that the next question will be asked of."""
        with self._lock:
            return self._current().generation.number

    def close(self) -> None:
        with self._lock:
            if self._open:
                self._open.close()
                self._open = None

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _current(self) -> View:
        """The current generation, opened anew where another process has published one since."""
        number = self._generations.current_number()
        if self._open is None or self._open.generation.number != number:
            fresh = self._open_generation()
            if self._open:
                self._open.close()
                self._generations.tidy()  # what was withdrawn must not stay for want of a writer
            self._open = fresh
        return self._open

    @contextmanager
    def _aside(self) -> Iterator[View]:
        """A view of its own for long work, one at a time: whoever asks a question meanwhile does not wait for it."""
        with self._long:
            view = self._open_generation()
            try:
                yield view
            finally:
                view.close()

    def _open_generation(self) -> View:
        generation, release = self._generations.take()
        try:
            manifest = generation.manifest
            if manifest.format != FORMAT:
                raise IndexMissing(
                    "The index was made by another version of Commonplace. Run `commonplace ingest` to rebuild it."
                )
            if manifest.model != model_name(self.config):
                raise IndexMissing(
                    f"The index was made with the model {manifest.model} and the setting is {self.config.model}. "
                    "Run `commonplace ingest` to rebuild it."
                )
            index = Index.open(generation.folder, manifest.collections, self.config.chroma)
            return View(generation, index, _lexical(generation, self.config.audience), self.config.audience, release)
        except BaseException:
            release()
            raise

    def candidates(self, understood: str, filters: Filters = ANY) -> tuple[Question, list[Candidate]]:
        """What is retrieved for a question that needs no mending: the inside of `ask`, for fitting the weights."""
        with self._lock:
            return self._answering.candidates(understood, self._current(), filters)

    @property
    def known(self) -> Known:
        """The people, places and kinds of document that this audience may narrow a question to."""
        with self._lock:
            return self._current().known

    def _background(self, now: View) -> Signs:
        """How questions look that these documents have nothing to do with; found once for a generation and audience."""
        number = now.generation.number
        if self._middle is None or self._middle[0] != number:
            file = now.generation.folder.parent / "background" / f"{number}-{now.audience.label}.json"
            self._middle = number, background(file, RELATIVE, lambda question: self._answering.signs(question, now))
        return self._middle[1]


def _lexical(generation: Generation, audience: Audience) -> Lexical:
    """The lexical index of the widest audience, up to this one, that sees something of its own."""
    for one in reversed(Audience):
        folder = generation.folder / "lexical" / one.label
        if one <= audience and folder.is_dir():
            return Lexical.open(folder)
    raise IndexMissing("The index is not whole. Run `commonplace ingest` to rebuild it.")
