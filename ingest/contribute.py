"""A contribution, from what is given to what is published: a file, a web address or pasted words -> a Draft that a person
looks over -> one Markdown file in the corpus folder, and the index with it.

What is published is the file that the draft shows. A replacement takes the place and the id of the document it replaces.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.config import Config
from assistant.domain import Audience, Document, Standing, SyncReport
from assistant.errors import DocumentError
from assistant.kept.records import Records, Waiting
from ingest import originals
from ingest.alike import alike
from ingest.confine import Confined
from ingest.publish import Watch, documents_in, sync
from ingest.read import Intake, check_size
from ingest.redact import Removal
from ingest.scrutiny import Warning, scrutinise
from ingest.whole import write_whole
from ingest.write import markdown

LONGEST_NAME = 60  # characters of a file name


@dataclass(frozen=True, slots=True)
class Details:
    """What a person says of a contribution."""

    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    kind: str = "note"
    source: str | None = None
    places: tuple[str, ...] = ()
    standing: Standing = Standing.NETWORK
    sharing: Audience = Audience.MEMBERS
    unattributed: bool = False

    @classmethod
    def guessed(cls, intake: Intake) -> Details:
        """What the file itself says, to be shown as a guess."""
        d = intake.document
        return cls(d.title, d.authors, d.date, d.kind, d.source, d.places, d.standing, d.sharing, d.unattributed)

    def in_place_of(self, old: Document) -> Details:
        """The same of a file that takes the place of a document: as that one was, where the file does not say. Nobody sees
        it who did not see that one, unless somebody says so."""
        return replace(
            self,
            title=old.title,
            authors=self.authors or old.authors,
            date=self.date or old.date,
            kind=old.kind,
            source=self.source or old.source,
            places=self.places or old.places,
            standing=old.standing,
            sharing=max(self.sharing, old.sharing),
            unattributed=self.unattributed or old.unattributed,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be published. `document` is what `file` reads as: the preview is the document."""

    document: Document
    file: str
    removed: tuple[Removal, ...] = ()
    why: str | None = None
    warnings: tuple[Warning, ...] = field(default=())


def given(data: bytes, name: str) -> Intake:
    """What the bytes of a file called `name` hold, read in a child process. Raises DocumentError."""
    check_size(len(data))
    with Confined() as confined:
        return confined.take_in(data, name)


def pasted(words: str) -> Intake:
    """The same of words pasted into a box."""
    return given(words.encode("utf-8", "replace"), "pasted.txt")


def at_address(address: str) -> Intake:
    """The same of what stands at a public web address."""
    from ingest.fetch import fetch

    found = fetch(address)
    intake = given(found.data, found.name)
    return replace(intake, document=replace(intake.document, source=intake.document.source or found.address))


def draft(intake: Intake, details: Details, others: Sequence[Document], *, document_id: str | None = None) -> Draft:
    """The contribution as it will be read, with what to think about first. `others`: the documents there are.
    `document_id`: of the document that it replaces."""
    if not details.title.strip():
        raise DocumentError("It has no title. Give it one.")
    document = replace(
        intake.document,
        title=" ".join(details.title.split()),
        authors=details.authors,  # of an unattributed one too: reading it takes them out, wherever they stand
        date=details.date,
        kind=details.kind,
        source=details.source,
        places=details.places,
        standing=details.standing,
        sharing=details.sharing,
        unattributed=details.unattributed or intake.document.unattributed,
    )
    with Confined() as confined:
        again = confined.take_in(markdown(document).encode(), "draft.md")
    made = replace(again.document, id=document_id or f"{_slug(again.document.title, document.date)}.md")
    rest = [one for one in others if one.id != document_id]
    warnings = scrutinise(made, intake.hidden, alike(made, rest))
    return Draft(made, markdown(made), (*intake.removed, *again.removed), intake.why or again.why, tuple(warnings))


def publish(
    config: Config,
    draft: Draft,
    *,
    replaces: str | None = None,
    again: bool = False,
    original: tuple[str, bytes] | None = None,
    watch: Watch | None = None,
) -> SyncReport:
    """Write the draft into the corpus folder and bring the index up to date; the report names its id as added or
    changed. Where that fails, the folder is as it was.

    `replaces`: the id of the document whose place it takes. `again`: even if the same words were withdrawn. `original`: the
    name and bytes of the file given, kept where names were taken out of it and the setting says so.
    Raises DocumentError, Busy.
    """
    records = Records(config.home)
    mark = draft.document.fingerprint
    held = [one for one in records.withdrawals() if one.fingerprint == mark]
    if held and not again:
        raise DocumentError(
            f"This text was withdrawn on {held[-1].day}. If it may come back, say so, then publish it again."
        )
    config.corpus.mkdir(parents=True, exist_ok=True)
    data = draft.file.encode()
    before: tuple[Path, bytes] | None = None
    if replaces is not None:
        old = dict(documents_in(config.corpus)).get(replaces)
        if old is None:
            raise DocumentError(f"There is no document '{replaces}' to replace. Nothing was changed.")
        before = old, old.read_bytes()
        target = (
            old if old.suffix.lower() == ".md" else _free(config.corpus, Path(replaces).with_suffix(".md").as_posix())
        )
        write_whole(target, data)
        if target != old:
            old.unlink()
    else:
        target = _new(data, config.corpus, draft.document.id)
    made = target.relative_to(config.corpus).as_posix()
    try:
        if held:
            records.take_back(mark)
        report = sync(config, watch)
        if failed := dict(report.failed).get(made):
            raise DocumentError(failed)
    except BaseException:
        target.unlink(missing_ok=True)
        if before is not None:
            write_whole(before[0], before[1])
        for one in held:
            records.withdraw(one.document, one.fingerprint, one.day)
        raise
    if replaces is not None:
        originals.drop(config, replaces)
    if original is not None and draft.removed:
        originals.keep(config, made, *original)
    return report


def waiting_draft(waiting: Waiting, others: Sequence[Document]) -> Draft:
    """A contribution that waits for review, as a draft again."""
    intake = given(waiting.file.encode(), "draft.md")
    document = replace(intake.document, id=waiting.name)
    warnings = scrutinise(document, intake.hidden, alike(document, others))
    return Draft(document, waiting.file, intake.removed, intake.why, tuple(warnings))


def submit(config: Config, draft: Draft) -> int:
    """Put a member's contribution into the review queue; its number there."""
    return Records(config.home).wait(draft.document.id, draft.file)


def _new(data: bytes, corpus: Path, name: str) -> Path:
    """A new file with this name, or with a number after it where there is one already."""
    part = corpus / f".{os.getpid()}-{name}.part"
    part.write_bytes(data)
    try:
        while True:
            target = _free(corpus, name)
            try:
                os.link(part, target)  # fails where another process has just taken the name
                return target
            except FileExistsError:
                continue
            except OSError:  # a file system without links
                part.replace(target)
                return target
    finally:
        part.unlink(missing_ok=True)


def _free(corpus: Path, name: str) -> Path:
    stem, suffix = name.removesuffix(".md"), ".md"
    number = 1
    while (target := corpus / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")).exists():
        number += 1
    return target


def _slug(title: str, date: str | None) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-") or "note"
    return f"{date}-{words}" if date else words
