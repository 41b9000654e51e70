"""An invented note, and a hand-written view of documents."""

from __future__ import annotations

from ingest.read import parse
from ingest.split import split

NOTE = """# Note from the pond

## Spring

Asha Penrose explained that the newts came back in March. They sleep under the logs. Nobody had counted them before.

## Summer

Owen Tarrant described how the reeds were cut. It took three days.
"""


class Shelf:
    """A hand-written view: documents by id, with their passages."""

    def __init__(self, **files):
        self.by_id = {
            f"{name}.md": parse(text.encode("utf-8", "surrogatepass"), f"{name}.md") for name, text in files.items()
        }

    def document(self, document_id):
        return self.by_id.get(document_id)

    def passages(self, document_id):
        return split(self.by_id[document_id])
