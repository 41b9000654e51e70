"""The door: an Assistant opens the current generation, answers questions, and shows documents to its audience."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from assistant.answering import Answering, Asked
from assistant.background import Signs, background
from assistant.config import Config
from assistant.domain import Answer, Audience, Document, Standing, Status, SyncReport
from assistant.embedding import Embedder, model_name, open_embedder
from assistant.errors import DocumentError, IndexMissing, QuestionError
from assistant.filters import ANY, Filters, Known
from assistant.generations import FORMAT, Generation, Generations
from assistant.index import Index
from assistant.judge import RELATIVE, Judge
from assistant.lexical import Lexical
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
        self._open: View | None = None
        self._middle: tuple[int, Signs] | None = None  # of a generation's background
        self._suggested: tuple[tuple[int, int], list[str]] | None = None  # (generation, how many) and what was found

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

    @property
    def passages(self) -> int:
        """How many passages this audience may see."""
        with self._lock:
            return self._current().lexical.vocabulary.passages

    def suggestions(self, most: int = 6) -> list[str]:
        """Up to `most` questions to start from, each of which is answered: the documents' own, else of their speakers.

        Found once for each generation; asked of this audience, so none hints at what it may not see.
        """
        with self._lock:
            now = self._current()
            key = (now.generation.number, most)
            if self._suggested is None or self._suggested[0] != key:
                self._suggested = key, list(islice(self._answerable(now), most))
            return list(self._suggested[1])

    def _answerable(self, now: View) -> Iterator[str]:
        """The first question of every document, then the second, and so on; those that its own words answer."""
        own = [
            [(q, d.id) for q in d.questions]
            for d in sorted(now.documents, key=lambda d: (d.standing != Standing.NETWORK, -len(d.text)))
        ]
        turns = [pair for turn in zip_longest(*own) for pair in turn if pair is not None]
        speakers = now.speakers if not turns else []
        asked = dict(turns) | {f"What did {speaker} explain?": "" for speaker in speakers}
        for question, document in asked.items():
            if self._answers(question, document, now):
                yield question

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

    def _answers(self, question: str, document_id: str, now: View) -> bool:
        """Whether a question is answered, and from this document where one is named."""
        answer = self._answering.answer(Asked(question, as_written=True), now)
        cited = {citation.document for statement in answer.statements for citation in statement.citations}
        return answer.status is Status.ANSWERED and (not document_id or document_id in cited)

    def refresh(self, report: SyncReport) -> None:
        """What follows a sync, called by the face that synced, so that the first question does not wait for it."""
        with self._lock:
            now = self._current()
            if report.passages:
                self._background(now)

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

    def candidates(self, understood: str) -> tuple[Question, list[Candidate]]:
        """What is retrieved for a question that needs no mending: the inside of `ask`, for fitting the weights."""
        with self._lock:
            return self._answering.candidates(understood, self._current())

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
