"""The network's own files into the corpus folder: one command, and nothing there is overwritten unasked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.config import Config
from assistant.errors import CommonplaceError, DocumentError
from ingest import originals
from ingest.confine import Confined
from ingest.publish import check_name, documents_in, is_document
from ingest.read import load
from ingest.whole import write_whole
from ingest.write import markdown

Told = list[tuple[str, str]]  # (path, what to know of it)


def gather(paths: Sequence[Path], config: Config, *, replace: bool = False) -> tuple[Told, Told]:
    """Copy files, and the files of folders, into the corpus folder: what was refused, and what was changed on the way.

    A file that cannot be read as a document is not copied. One whose speakers may not be named comes in as it reads
    without their names, and no copy of the original is kept unless `keep_originals` says so. One already in the corpus folder stays where it is.
    Raises CommonplaceError for a path that is not there, before anything is copied.
    """
    corpus = config.corpus
    for path in paths:
        if not path.exists():
            raise CommonplaceError(f"There is no file or folder {path}. Check the name. Nothing was changed.")
    refused: Told = []
    changed: Told = []
    with Confined() as confined:
        for path in paths:
            if corpus.resolve() in (path.resolve(), *path.resolve().parents):
                continue
            for name, file in documents_in(path) if path.is_dir() else [(path.name, path)]:
                if corpus.resolve() in file.resolve().parents:
                    continue
                target = corpus / (f"{path.resolve().name}/{name}" if path.is_dir() else name)
                try:
                    if note := _take(file, target, config, confined, replace=replace):
                        changed.append((str(file), note))
                except DocumentError as error:
                    refused.append((str(file), str(error)))
    return refused, changed


def _take(file: Path, target: Path, config: Config, confined: Confined, *, replace: bool) -> str:
    """Copies one file; what was changed, or "". Raises DocumentError."""
    if not is_document(target.relative_to(config.corpus)):
        raise DocumentError(f"A file called {target.name} is never read as a document. Rename it first.")
    check_name(target.name)
    data = load(file)
    intake = confined.take_in(data, target.relative_to(config.corpus).as_posix())
    if not intake.removed:
        _put(data, target, replace=replace)
        return ""
    made = target.with_suffix(".md")
    _put(markdown(intake.document).encode(), made, replace=replace)
    originals.keep(config, made.relative_to(config.corpus).as_posix(), file.name, data)
    kept = (
        "The original is kept for the host alone."
        if config.keep_originals
        else "No copy of the original was kept here."
    )
    return f"{intake.taken_out} {kept}"


def _put(data: bytes, target: Path, *, replace: bool) -> None:
    if target.exists() and target.read_bytes() == data:
        return
    if target.exists() and not replace:
        raise DocumentError(
            f"The documents already hold another {target.name}. Rename this one, or add --replace to put it in its place."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, data)
