"""The corpus folder to the index: only what changed is read and embedded, and the result is whole or absent."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.config import Config
from assistant.domain import Audience, Document, SyncReport
from assistant.embedding import model_name, open_embedder
from assistant.errors import ConfigError, DocumentError
from assistant.generations import FORMAT, Draft, Generations, Manifest
from assistant.index import Index, Row, copy, drop, scrub, to_document, to_passage
from assistant.kept.records import Records
from assistant.lexical import Lexical
from ingest.confine import Confined
from ingest.read import digest, load
from ingest.refusals import Refusals

NOT_DOCUMENTS = frozenset(["readme.md", "readme.txt", "network.yaml"])

Watch = Callable[[str, int, int], None]  # told what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands in the corpus folder against what stands in the index."""

    added: dict[str, Document]
    changed: dict[str, Document]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]

    @property
    def gone(self) -> list[str]:
        """Ids whose rows must not be in the next generation."""
        return [*self.removed, *self.changed]

    @property
    def new(self) -> list[Document]:
        return [document for _, document in sorted((self.added | self.changed).items())]


def sync(config: Config, watch: Watch | None = None) -> SyncReport:
    """Bring the index up to date with the corpus folder and publish it as a new generation.

    A file whose bytes are unchanged is not read as a document again; a text that was embedded before is not
    embedded again. A file that cannot be read is reported, is in no answer until it is mended, and stops nothing; it is
    reported again, and not read again, while it and the readers are the same (ingest/refusals.py).
    Raises ConfigError where there is no corpus folder, Busy where another process is writing.
    """
    if not config.corpus.is_dir():
        raise ConfigError(
            f"There is no folder of documents at {config.corpus}. Make it, or set COMMONPLACE_CORPUS. Nothing was changed."
        )
    server = config.chroma
    records = Records(config.home)
    generations = Generations(config.home, (lambda manifest: drop(server, manifest.collections)) if server else None)
    with generations.write() as draft:
        usable = _usable(draft, config)
        old = (
            Index.open(draft.current.folder, draft.current.manifest.collections, config.chroma)
            if usable and draft.current
            else None
        )
        try:
            with Confined() as confined:
                plan = _plan(config, old, confined, watch)
            if old is not None and not (plan.gone or plan.added):
                report = _report(plan, old.count("passages"), 0)
            else:
                report = _publish(config, generations, draft, old, plan, watch)
            records.carried_out()
            return report
        finally:
            if old is not None:
                old.close()


def documents_in(corpus: Path) -> list[tuple[str, Path]]:
    """The (document id, file) pairs of a corpus folder: every file but hidden ones and its README, in order."""
    found = []
    for path in sorted(corpus.rglob("*")):
        relative = path.relative_to(corpus)
        if is_document(relative) and _is_file(path):
            found.append((relative.as_posix(), path))
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a link to a name that is longer than a name can be
        return False


def check_name(document_id: str) -> None:
    """Raises DocumentError for a name that no store can hold: letters of an old encoding, as some archives unpack."""
    try:
        document_id.encode()
    except UnicodeEncodeError as error:
        raise DocumentError("Its name holds letters in no encoding that we know. Rename the file.") from error


def is_document(relative: Path) -> bool:
    """Whether a file with this path under the corpus folder is read: not a hidden one, and no README."""
    hidden = any(part.startswith((".", "~$")) for part in relative.parts)
    return not hidden and relative.name.lower() not in NOT_DOCUMENTS


def _usable(draft: Draft, config: Config) -> bool:
    """Whether the current generation's rows may be carried over: never across models or formats."""
    manifest = draft.current.manifest if draft.current else None
    return manifest is not None and manifest.format == FORMAT and manifest.model == model_name(config)


def _plan(config: Config, old: Index | None, confined: Confined, watch: Watch | None) -> _Plan:
    withdrawals = Records(config.home).withdrawals()
    pending = {one.document for one in withdrawals if not one.done}
    withdrawn = {one.fingerprint: one for one in withdrawals}
    refusals = Refusals(config.home)
    stored = {row.id: to_document(row) for row in old.all("documents", vectors=False)} if old else {}
    files = documents_in(config.corpus)
    added: dict[str, Document] = {}
    changed: dict[str, Document] = {}
    unchanged: list[str] = []
    failed: list[tuple[str, str]] = []
    notes: list[tuple[str, str]] = []
    for done, (document_id, path) in enumerate(files):
        if watch:
            watch("Reading", done, len(files))
        before = stored.get(document_id)
        try:
            check_name(document_id)
            if not path.resolve().is_relative_to(config.corpus.resolve()):
                raise DocumentError(
                    "It is a link to a file outside the folder of documents. Put the file itself there."
                )
            data = load(path)
            same = before is not None and before.digest == digest(data)
            if before is not None and same:
                document = before
            else:
                intake = refusals.take_in(confined, path, data, document_id)
                document = intake.document
                if intake.removed:
                    notes.append((document_id, f"{intake.taken_out} The file itself still holds them."))
            if withdrawn and (held := withdrawn.get(document.fingerprint)):
                if document_id in pending:  # a withdrawal that was noted and is now carried out
                    path.unlink()
                    continue
                raise DocumentError(
                    f"It was withdrawn on {held.day} and stays out. Delete the file; or, if it may come back, add it again "
                    "with `commonplace add --again`."
                )
            if same:
                unchanged.append(document_id)
            else:
                (added if before is None else changed)[document_id] = document
        except DocumentError as error:
            failed.append((document_id.encode(errors="replace").decode(), str(error)))
    refusals.write()
    present = {*added, *changed, *unchanged}
    return _Plan(added, changed, tuple(sorted(set(stored) - present)), tuple(unchanged), tuple(failed), tuple(notes))


def _publish(
    config: Config, generations: Generations, draft: Draft, old: Index | None, plan: _Plan, watch: Watch | None
) -> SyncReport:
    from ingest.pipeline import run

    # On a server every generation has collections of its own; in a folder the name may stay.
    prefix = f"commonplace-{uuid.uuid4().hex[:12]}" if config.chroma else "commonplace"
    known = {}
    if old is not None:
        for level in ("passages", "sentences"):
            for row in old.of_documents(level, plan.gone):
                known[str(row.metadata["vector_of"])] = row.vector
    # Deleted text stays in Chroma's log and old pages. So where anything goes, what stays is written into an empty
    # store, vectors and all; where nothing goes, the store is copied, which is quicker.
    carried = old is not None and not plan.gone and config.chroma is None and draft.current is not None
    if carried and draft.current is not None:
        copy(draft.current.folder, draft.folder)
    new = Index.open(draft.folder, prefix, config.chroma, create=True)
    published = False
    try:
        if old is not None and not carried:
            gone = set(plan.gone)
            for level in ("documents", "passages", "sentences"):
                rows = old.all(level)  # type: ignore[arg-type]
                new.add(level, [row for row in rows if row.metadata["document"] not in gone])  # type: ignore[arg-type]
        embedded = 0
        if plan.new:
            embedder = open_embedder(config)
            made = run(plan.new, embedder, known, (lambda done, of: watch("Embedding", done, of)) if watch else None)
            embedded = made.embedded
            new.add("documents", made.documents)
            new.add("passages", made.passages)
            new.add("sentences", made.sentences)
        rows = new.all("passages", vectors=False)
        _write_lexical(draft.folder, rows)
        documents = new.count("documents")
        new.close()
        scrub(draft.folder)
        generations.publish(draft, Manifest(FORMAT, model_name(config), prefix, documents, len(rows)))
        published = True
    finally:
        new.close()
        if config.chroma and not published:
            drop(config.chroma, prefix)
    return _report(plan, len(rows), embedded)


def _write_lexical(folder: Path, rows: list[Row]) -> None:
    """The lexical index of each audience that sees something the ones before it do not."""
    before = -1
    for audience in Audience:
        seen = [row for row in rows if audience.sees(Audience(row.metadata["sharing"]))]
        if len(seen) != before:
            Lexical.write(folder / "lexical" / audience.label, ((row.id, _searched(row)) for row in seen))
        before = len(seen)


def _searched(row: Row) -> str:
    return f"{to_passage(row).context} {row.text}"


def _report(plan: _Plan, passages: int, embedded: int) -> SyncReport:
    return SyncReport(
        added=tuple(sorted(plan.added)),
        changed=tuple(sorted(plan.changed)),
        removed=plan.removed,
        unchanged=plan.unchanged,
        passages=passages,
        embedded=embedded,
        failed=plan.failed,
        notes=plan.notes,
    )
