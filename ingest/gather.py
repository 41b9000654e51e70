"""The network's own files into the corpus folder: one command, and nothing there is overwritten unasked."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import CommonplaceError, DocumentError
from ingest.publish import check_name, documents_in, is_document
from ingest.read import read


def gather(paths: Sequence[Path], corpus: Path, *, replace: bool = False) -> list[tuple[str, str]]:
    """Copy files, and the files of folders, into `corpus`; what was refused, as (path, reason) pairs.

    A file that cannot be read as a document is not copied. One already in the corpus folder stays where it is.
    Raises CommonplaceError for a path that is not there, before anything is copied.
    """
    for path in paths:
        if not path.exists():
            raise CommonplaceError(f"There is no file or folder {path}. Check the name. Nothing was changed.")
    refused: list[tuple[str, str]] = []
    for path in paths:
        if corpus.resolve() in (path.resolve(), *path.resolve().parents):
            continue
        files = documents_in(path) if path.is_dir() else [(path.name, path)]
        for name, file in files:
            if corpus.resolve() in file.resolve().parents:
                continue
            target = corpus / (f"{path.resolve().name}/{name}" if path.is_dir() else name)
            try:
                if not is_document(target.relative_to(corpus)):
                    raise DocumentError(f"A file called {target.name} is never read as a document. Rename it first.")
                check_name(name)
                read(file, target.relative_to(corpus).as_posix())
                _copy(file, target, replace=replace)
            except DocumentError as error:
                refused.append((str(file), str(error)))
    return refused


def _copy(file: Path, target: Path, *, replace: bool) -> None:
    if target.exists() and target.read_bytes() == file.read_bytes():
        return
    if target.exists() and not replace:
        raise DocumentError(
            f"The documents already hold another {target.name}. Rename this one, or add --replace to put it in its place."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(file, part)
    part.replace(target)
