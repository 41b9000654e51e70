"""`commonplace coverage`, `guide` and `mentions`: what the documents hold, in the terminal or as a file to hand round."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.coverage import agenda
from assistant.coverage.agenda import AgendaError
from assistant.coverage.rule import WORDS
from assistant.domain import Audience
from assistant.errors import QuestionError
from assistant.guide.values import Mentions
from assistant.kept.agendas import Corrections
from ingest import contribute
from ingest.read import load
from ui.files import write
from ui.paper.briefs import coverage_paper
from ui.paper.guides import guide_paper
from ui.paper.markdown import markdown
from ui.paper.page import page
from ui.paper.values import Paper
from ui.paper.word import word
from ui.phrases import citation_line, counted

Tell = Callable[[Any, str], None]  # prints a value as JSON, or words
Progress = Callable[[], AbstractContextManager[Any]]
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Files:
    """Where a paper is to be written, in each form that is wanted."""

    word: Path | None = None
    markdown: Path | None = None
    page: Path | None = None

    def write(self, paper: Paper) -> list[Path]:
        """The files written. Raises CommonplaceError."""
        writers: tuple[tuple[Path | None, Callable[[Paper], bytes | str]], ...]
        writers = ((self.word, word), (self.markdown, markdown), (self.page, page))
        written = [(file, writer) for file, writer in writers if file is not None]
        for file, writer in written:
            write(file, writer(paper))
        return [file for file, _ in written]


def coverage(given: str, title: str, files: Files, *, tell: Tell, progress: Progress) -> None:
    """What the documents hold on each topic of an agenda: a file, `-` for standard input, or one topic in words. Raises
    CommonplaceError."""
    topics = _topics(given)
    config = Config.load()
    # A convenor's label may rest on what only convenors see.
    corrections = Corrections(config.home).labels() if config.audience is Audience.CONVENORS else {}
    with Assistant.open(config) as assistant:
        with progress() as watch:
            made = assistant.coverage(topics, corrections=corrections, watch=watch)
        documents, titles = assistant.documents(), assistant.titles()
    paper = coverage_paper(made, title, WORDS, titles, documents)
    tell(made.to_json(), _told(paper, files))


def guide(files: Files, *, tell: Tell) -> None:
    """Start here: the newcomer's guide. Raises CommonplaceError."""
    with Assistant.open(Config.load()) as assistant:
        made = assistant.guide()
        titles = assistant.titles()
    tell(made.to_json(), _told(guide_paper(made, titles), files))


def mentions(term: str, *, tell: Tell) -> None:
    """Every sentence that mentions a person, place or term. Raises CommonplaceError."""
    if not any(ch.isalnum() for ch in term):
        raise QuestionError("There is nothing to look for. Give a person, a place or a term.")
    with Assistant.open(Config.load()) as assistant:
        found = assistant.mentions(term)
    tell(found.to_json(), _mentions(found))


def _told(paper: Paper, files: Files) -> str:
    """Where it was written, or the paper itself where no file was asked for."""
    written = files.write(paper)
    return "\n".join(f"Written to {file}." for file in written) or markdown(paper)


def _topics(given: str) -> tuple[str, ...]:
    """Raises AgendaError, DocumentError."""
    file = Path(given)
    if given == STANDARD_INPUT:
        text = sys.stdin.read()
    elif file.is_file():
        text = contribute.given(load(file), file.name).document.text
    elif file.suffix and " " not in given:
        raise AgendaError(f"There is no file {given}. Give the agenda's file, or a topic in words.")
    else:
        text = given
    topics = agenda.topics(text)
    if not topics:
        raise AgendaError("There is no topic in that. Write one a line, for example: working with the council")
    return topics


def _mentions(found: Mentions) -> str:
    if not found.found:
        return f"No document mentions “{found.term}”."
    forms = ", ".join(f"“{form}”" for form in found.forms)
    told = [f"{counted(found.count, 'mention')} in {counted(len(found.found), 'sentence')}. Looked for: {forms}.", ""]
    for statement in found.found:
        told += [f"  {' '.join(statement.text.split())}", f"    {citation_line(statement.citations[0])}", ""]
    return "\n".join(told).rstrip()
