"""The door: an Assistant opens the current generation, answers questions, and shows documents to its audience."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, zip_longest

from assistant import cite
from assistant.background import Signs, background
from assistant.choose import NEAREST, SIGNS, Evidence, Judge, Verdict, chosen, ranked, signs
from assistant.config import Config
from assistant.domain import Answer, Audience, Document, Standing, Status, SyncReport
from assistant.embedding import Embedder, model_name, open_embedder
from assistant.errors import DocumentError, IndexMissing, QuestionError
from assistant.generations import FORMAT, Generation, Generations
from assistant.index import Index, to_document, to_passage
from assistant.lexical import Lexical, content
from assistant.read import LinearReader, Reader
from assistant.retrieve import Candidate, Question, question_of, retrieve
from assistant.spelling import Mended, is_english, mend

LONGEST_QUESTION = 1000  # characters
NOTHING_YET = "There is nothing to ask yet. Add the first document."


@dataclass(frozen=True)
class _Open:
    """One generation, open for one audience, until a newer one takes its place."""

    generation: Generation
    index: Index
    lexical: Lexical
    audience: Audience
    release: Callable[[], None]

    def document(self, document_id: str) -> Document | None:
        row = self.index.fetch("documents", [document_id], vectors=False).get(document_id)
        found = to_document(row) if row else None
        return found if found and self.audience.sees(found.sharing) else None

    @cached_property
    def documents(self) -> list[Document]:
        every = [to_document(row) for row in self.index.all("documents", vectors=False)]
        return sorted((d for d in every if self.audience.sees(d.sharing)), key=lambda d: d.id)

    def speakers(self) -> list[str]:
        """Those whose accounts this audience may read."""
        rows = self.index.all("passages", vectors=False)
        passages = [to_passage(row) for row in rows if self.audience.sees(Audience(row.metadata["sharing"]))]
        return sorted({passage.speaker for passage in passages if passage.speaker})

    def close(self) -> None:
        self.index.close()
        self.release()


class Assistant:
    """Answers in the documents' own words. Safe to share between threads; closes with `close()` or `with`."""

    def __init__(self, config: Config, embedder: Embedder, reader: Reader, judge: Judge) -> None:
        self.config = config
        self._embedder, self._reader, self._judge = embedder, reader, judge
        self._generations = Generations(config.home)
        self._lock = threading.RLock()
        self._open: _Open | None = None
        self._backgrounds: dict[tuple[int, Audience], Signs] = {}
        self._suggested: tuple[tuple[int, int], list[str]] | None = None  # (generation, how many) and what was found

    @classmethod
    def open(cls, config: Config) -> Assistant:
        """Wire the parts that the configuration names. Raises IndexMissing before the first ingest, ModelError."""
        assistant = cls(config, open_embedder(config), LinearReader(), Judge())
        with assistant._lock:
            assistant._current()
        return assistant

    def ask(self, question: str, *, as_written: bool = False) -> Answer:
        """The documents' answer to a question of at most 1,000 characters; `as_written` leaves spelling alone.

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
            answer = self._answer(asked, self._current(), as_written)
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

    def suggestions(self, most: int = 6) -> list[str]:
        """Up to `most` questions to start from, each of which is answered: the documents' own, else of their speakers.

        Found once for each generation; asked of this audience, so none hints at what it may not see.
        """
        with self._lock:
            now = self._current()
            key = (now.generation.number, most)
            if self._suggested is None or self._suggested[0] != key:
                self._suggested = key, list(islice(self._answering(now), most))
            return list(self._suggested[1])

    def _answering(self, now: _Open) -> Iterator[str]:
        """The first question of every document, then the second, and so on; those that its own words answer."""
        own = [
            [(q, d.id) for q in d.questions]
            for d in sorted(now.documents, key=lambda d: (d.standing != Standing.NETWORK, -len(d.text)))
        ]
        turns = [pair for turn in zip_longest(*own) for pair in turn if pair is not None]
        speakers = now.speakers() if not turns else []
        asked = dict(turns) | {f"What did {speaker} explain?": "" for speaker in speakers}
        for question, document in asked.items():
            answer = self._answer(question, now, as_written=True)
            cited = {citation.document for statement in answer.statements for citation in statement.citations}
            if answer.status is Status.ANSWERED and (not document or document in cited):
                yield question

    def refresh(self, report: SyncReport) -> None:
        """What follows a sync, called by the face that synced, so that the first question does not wait for it."""
        if report.passages:
            with self._lock:
                self._background(self._current())

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

    def _current(self) -> _Open:
        """The current generation, opened anew where another process has published one since."""
        number = self._generations.current_number()
        if self._open is None or self._open.generation.number != number:
            fresh = self._open_generation()
            if self._open:
                self._open.close()
            self._open = fresh
        return self._open

    def _open_generation(self) -> _Open:
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
            return _Open(generation, index, _lexical(generation, self.config.audience), self.config.audience, release)
        except BaseException:
            release()
            raise

    def candidates(self, understood: str) -> tuple[Question, list[Candidate]]:
        """What is retrieved for a question that needs no mending: the inside of `ask`, for fitting the reader."""
        with self._lock:
            return self._retrieve(understood, self._current())

    def _retrieve(self, understood: str, now: _Open) -> tuple[Question, list[Candidate]]:
        vocabulary = now.lexical.vocabulary
        question = question_of(understood, self._embedder.embed([understood])[0], content(understood), vocabulary)
        return question, retrieve(now.index, now.lexical, question, now.audience)

    def _answer(self, asked: str, now: _Open, as_written: bool) -> Answer:
        vocabulary = now.lexical.vocabulary
        if not vocabulary.passages:
            return Answer(asked, asked, Status.NOT_FOUND, 0.0, notes=(NOTHING_YET,))
        mended = Mended(asked) if as_written else mend(asked, vocabulary, is_english)
        question, candidates = self._retrieve(mended.text, now)
        evidence = ranked(candidates, self._reader.read(question, candidates))
        if not evidence:
            return Answer(asked, mended.text, Status.NOT_FOUND, 0.0)
        verdict = self._judge.verdict(signs(evidence), self._background(now))
        notes = [f"We read “{written}” as “{read}”." for written, read in mended.changes]
        if verdict.status is Status.ANSWERED:
            said, dropped = cite.statements(chosen(mended.text, evidence), now.document)
            if said:
                citations = [citation for statement in said for citation in statement.citations]
                notes += cite.notes(said, dropped)
                return Answer(
                    asked,
                    mended.text,
                    Status.ANSWERED,
                    verdict.confidence,
                    tuple(said),
                    (),
                    cite.basis(citations),
                    tuple(notes),
                )
        return self._nearest(asked, mended.text, verdict, evidence, notes, now)

    def _signs(self, understood: str, now: _Open) -> Signs | None:
        question, candidates = self._retrieve(understood, now)
        evidence = ranked(candidates, self._reader.read(question, candidates))
        return signs(evidence) if evidence else None

    def _background(self, now: _Open) -> Signs:
        """How questions look that these documents have nothing to do with; found once for a generation and audience."""
        key = (now.generation.number, now.audience)
        if self._backgrounds.get(key) is None:
            folder = now.generation.folder.parent / "background"
            file = folder / f"{now.generation.number}-{now.audience.label}-{self._reader.name}.json"
            self._backgrounds = {key: background(file, SIGNS, lambda question: self._signs(question, now))}
        return self._backgrounds[key]

    def _nearest(
        self, asked: str, understood: str, verdict: Verdict, evidence: list[Evidence], notes: list[str], now: _Open
    ) -> Answer:
        said, dropped = cite.statements(evidence[:NEAREST], now.document)
        nearest = tuple(statement.citations[0] for statement in said)
        # An answer whose every quotation the gate dropped is at most close.
        status = Status.CLOSE if verdict.status is not Status.NOT_FOUND and nearest else Status.NOT_FOUND
        told = [*notes, *cite.left_out(dropped)]
        return Answer(asked, understood, status, verdict.confidence, (), nearest, cite.basis(nearest), tuple(told))


def _lexical(generation: Generation, audience: Audience) -> Lexical:
    """The lexical index of the widest audience, up to this one, that sees something of its own."""
    for one in reversed(Audience):
        folder = generation.folder / "lexical" / one.label
        if one <= audience and folder.is_dir():
            return Lexical.open(folder)
    raise IndexMissing("The index is not whole. Run `commonplace ingest` to rebuild it.")
