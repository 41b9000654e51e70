"""The parts of a Word file."""

from __future__ import annotations

from posixpath import normpath

from assistant.errors import DocumentError
from ingest.formats.markup import Element
from ingest.formats.word.elements import children_of, name_of
from ingest.formats.word.unpacking import NOT_WORD, check_declares, opened, parsed


class Package:
    """The parts of the file, each found by what it is. Nothing is written to disk, so a part may be called anything."""

    def __init__(self, data: bytes) -> None:
        """Raises DocumentError where the file is no Word file, or not safe to unpack."""
        self._zip = opened(data)
        self._paths = frozenset(self._zip.namelist())
        for name in self._paths:
            if name.lower().endswith((".xml", ".rels", ".vml")):
                check_declares(self._zip.read(name))
        self._names = self._related("")
        main = self._names.setdefault("document", self._names.get("officeDocument", "word/document.xml"))
        if (document := self.part("document")) is None or name_of(document) != "document":
            raise DocumentError(NOT_WORD)
        folder = main.rpartition("/")[0]
        for name in ("styles", "numbering", "footnotes", "endnotes", "comments"):
            self._names[name] = f"{folder}/{name}.xml".lstrip("/")
        self._names.update(self._related(main) | {"document": main})

    def part(self, name: str) -> Element | None:
        """The root of the part that is the document's "styles", "footnotes"..., or None where it has none."""
        if (path := self._names.get(name)) is None or path not in self._paths:
            return None
        return parsed(self._zip.read(path))

    def _related(self, path: str) -> dict[str, str]:
        """What each part that `path` refers to is, with its path: {"styles": "word/styles.xml"}."""
        folder, _, file = path.rpartition("/")
        listed = f"{folder}/_rels/{file}.rels".lstrip("/")
        if listed not in self._paths:
            return {}
        found: dict[str, str] = {}
        for relation in children_of(parsed(self._zip.read(listed)), "Relationship"):
            target = relation.get("Target", "")
            full = target if target.startswith("/") else f"{folder}/{target}"
            if relation.get("TargetMode") != "External":
                found.setdefault(relation.get("Type", "").rpartition("/")[2], normpath(full).lstrip("/"))
        return found
