"""`commonplace add`: the Contribute page's steps on the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.dates import date_given
from assistant.domain import Audience, Document, Standing, clock
from assistant.errors import DocumentError, IndexMissing
from ingest import contribute
from ingest.contribute import Details, Draft
from ingest.read import Intake, load
from ui.phrases import SHARINGS, STANDINGS, when


@dataclass(frozen=True, slots=True)
class Said:
    """What the options say; empty where they say nothing, and the file's own guess stands."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    kind: str = ""
    places: tuple[str, ...] = ()
    source: str = ""
    standing: str = ""
    sharing: str = ""
    unattributed: bool = False

    def over(self, guessed: Details) -> Details:
        """The guess with what was said in its place. Raises DocumentError, QuestionError."""
        day = None if self.date.casefold() == "unknown" else date_given(self.date) if self.date else guessed.date
        return replace(
            guessed,
            title=self.title or guessed.title,
            authors=self.authors or guessed.authors,
            date=day,
            kind=self.kind or guessed.kind,
            places=self.places or guessed.places,
            source=self.source or guessed.source,
            standing=Standing(self.standing)
            if _known(self.standing, [s.value for s in Standing])
            else guessed.standing,
            sharing=Audience.parse(self.sharing)
            if _known(self.sharing, [a.label for a in Audience])
            else guessed.sharing,
            unattributed=self.unattributed or guessed.unattributed,
        )


def add(
    given: str,
    said: Said,
    *,
    replaces: str | None,
    again: bool,
    sure: Callable[[str], bool],
    tell: Callable[[Any, str], None],
    progress: Callable[[], AbstractContextManager[Any]],
) -> None:
    """Read, show, ask, publish. `sure` asks the person; `tell` prints a value as JSON or words. Raises CommonplaceError."""
    config = Config.load()
    if config.audience is Audience.PUBLIC:
        raise DocumentError("Only members can send something in. Ask a convenor.")
    if replaces and config.audience is not Audience.CONVENORS:
        raise DocumentError("Only a convenor can replace a document. Ask one.")
    intake, original = _intake(given)
    documents = _documents(config)
    old = next((document for document in documents if document.id == replaces), None)
    if replaces and old is None:
        raise DocumentError(f"There is no document '{replaces}' to replace. Nothing was changed.")
    guessed = Details.guessed(intake).in_place_of(old) if old else Details.guessed(intake)
    draft = contribute.draft(intake, said.over(guessed), documents, document_id=replaces)
    convenor = config.audience is Audience.CONVENORS
    shown = {"title": draft.document.title, "warnings": [one.says for one in draft.warnings], "why": draft.why}
    shown |= {"removed": list(dict.fromkeys(one.words for one in draft.removed))}
    if not sure(f"{_words(draft)}\n\n{'Publish it' if convenor else 'Send it to the convenors'}?"):
        tell(shown | {"published": None}, f"{_words(draft)}\n\nNothing was changed. Say --yes to publish it.")
        return
    if not convenor:
        contribute.submit(config, draft)
        tell(shown | {"waiting": draft.document.id}, f"“{draft.document.title}” waits for a convenor to look at it.")
        return
    with progress() as watch:
        report = contribute.publish(config, draft, replaces=replaces, again=again, original=original, watch=watch)
    with Assistant.open(config) as assistant:
        closed = assistant.refresh(report).closed
    made = next(iter((*report.added, *report.changed)), draft.document.id)
    told = [f"Published as {made}. Ask it something: commonplace ask QUESTION"]
    told += ["It answers what people had asked:", *(f"  {gap.question}" for gap in closed)] if closed else []
    tell(shown | {"published": made, "closed": [gap.question for gap in closed]}, "\n".join(told))


def _intake(given: str) -> tuple[Intake, tuple[str, bytes] | None]:
    """What is given, read; and the name and bytes, where it is a file."""
    if given.startswith(("http://", "https://")):
        return contribute.at_address(given), None
    path = Path(given)
    if not path.exists():
        raise DocumentError(f"There is no file {given}. Check the name. Nothing was changed.")
    if path.is_dir():
        raise DocumentError(f"{given} is a folder. Use `commonplace ingest {given}` for all of it.")
    data = load(path)
    return contribute.given(data, path.name), (path.name, data)


def _documents(config: Config) -> list[Document]:
    try:
        with Assistant.open(config) as assistant:
            return assistant.documents()
    except IndexMissing:
        return []  # the first document of all


def _known(value: str, allowed: list[str]) -> bool:
    if value and value not in allowed:
        raise DocumentError(f"'{value}' is not one of {', '.join(allowed[:-1])} or {allowed[-1]}.")
    return bool(value)


def _words(draft: Draft) -> str:
    """The draft as a person looks it over: what it is, its text, what was taken out, what to think about."""
    d = draft.document
    told = [f"Title: {d.title}", f"Kind: {d.kind}", f"Date: {when(d.date)}"]
    told += [f"People: {', '.join(d.authors)}"] if d.authors else []
    told += [f"From: {STANDINGS[d.standing]}", f"Seen by: {SHARINGS[d.sharing]}", ""]
    for block in d.blocks:
        moment = f"[{clock(block.time)}] " if block.time is not None else ""
        told.append(moment + d.text[block.start : block.end])
    if draft.why:
        told += ["", f"{draft.why} Taken out:"]
        told += [f"  {words}" for words in dict.fromkeys(one.words for one in draft.removed)]
    told += ["", *(f"Note: {one.says}" for one in draft.warnings)] if draft.warnings else []
    return "\n".join(told)
