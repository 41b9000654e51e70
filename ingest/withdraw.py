"""Take a document out: its file, its text, its vectors and all that was derived of it. A line in the records stays, with
nothing of its content, so that no sync, and no copy put back, brings it in again."""

from __future__ import annotations

from assistant.config import Config
from assistant.domain import Document, SyncReport
from assistant.errors import DocumentError
from assistant.generations import Generations
from assistant.kept.records import Records
from ingest import originals
from ingest.publish import sync

BEYOND_REACH = (
    "Copies outside Commonplace are beyond its reach: version control, backups, other people's machines. Take it out there "
    "too. If an old copy is put back here, it stays out."
)


def withdraw(config: Config, document: Document) -> SyncReport:
    """Withdraw a document that the caller was allowed to see. Raises DocumentError where its file is gone already, Busy.

    The record comes first: from then on every sync leaves the document out, so a process that is killed half way leaves
    it to the next one to finish. The file goes as it is now, even where it was edited since it was last read.
    """
    path = config.corpus / document.id
    if not path.is_file():
        raise DocumentError(f"There is no file '{document.id}' in {config.corpus}. Run `commonplace ingest`.")
    Records(config.home).withdraw(document.id, document.fingerprint)
    path.unlink(missing_ok=True)
    originals.drop(config, document.id)
    report = sync(config)
    Generations(config.home).tidy()
    return report
