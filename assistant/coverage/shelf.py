"""Every sentence that an audience may see, by its words: read once for a whole agenda."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.coverage.roots import capitals, root, roots
from assistant.domain import Audience, Document, Passage, Standing
from assistant.index import document_of, sentence_id, to_passage
from assistant.line import Line
from assistant.sameness import key
from assistant.view import View
from assistant.words import WORD, words


@dataclass(frozen=True, eq=False)
class Indexed(Line):
    """A sentence by its ids in the index. `before`: the sentence before it in its block."""

    id: str
    passage_id: str
    before: Indexed | None

    @cached_property
    def roots(self) -> tuple[str, ...]:
        return (*roots(self.text), *capitals(self.text))

    @cached_property
    def key(self) -> str:
        """What it shares with the same sentence in other places."""
        return key(self.text)


class Shelf:
    """The sentences of a view by id, by word and by passage."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.documents: dict[str, Document] = {d.id: d for d in view.documents}
        self.lines: dict[str, Indexed] = {}
        self.of_passage: dict[str, list[Indexed]] = defaultdict(list)
        self._governing: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, list[str]] = defaultdict(list)  # a word as it stands, lower case: ids of sentences
        rows = [
            (row.id, to_passage(row))
            for row in view.index.all("passages", vectors=False)
            if view.audience.sees(Audience(row.metadata["sharing"])) and document_of(row.id) in self.documents
        ]
        rows.sort(key=lambda pair: (pair[1].document, pair[1].start))
        self.passages = [passage for _, passage in rows]
        last: tuple[object, Indexed | None] = (None, None)
        for number, passage in rows:
            last = self._put(number, passage, last)

    def _put(self, number: str, passage: Passage, last: tuple[object, Indexed | None]) -> tuple[object, Indexed | None]:
        """The sentences of a passage; `last` and what is given back: a block, and the last sentence read in it."""
        document = self.documents[passage.document]
        for i, sentence in enumerate(passage.sentences):
            block = document.block_at(sentence.start)
            here = (document.id, block.start) if block else None
            line = Indexed(
                document,
                passage,
                sentence,
                passage.first + i,
                sentence_id(document.id, passage.first + i),
                number,
                last[1] if here is not None and here == last[0] else None,
            )
            last = here, line
            self.lines[line.id] = line
            self.of_passage[number].append(line)
            for word in set(WORD.findall(line.text.casefold())):
                self._holders[word].append(line.id)
        return last

    @cached_property
    def _written(self) -> Mapping[str, list[str]]:
        """The words that stand in sentences, by root."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._holders:
            for one in words(word):
                found[root(one)].append(word)
        return found

    def holding(self, wanted: Iterable[str]) -> set[str]:
        """The ids of the sentences that hold any of these roots."""
        return {one for r in wanted for word in self._written.get(r, ()) for one in self._holders[word]}

    def governing(self, line: Indexed) -> tuple[str, ...]:
        """The roots of what governs a sentence: title, heading, speaker, and the sentence before it in its block."""
        found = self._governing.get(line.passage_id)
        if found is None:
            title = self.documents[line.passage.document].title
            found = self._governing[line.passage_id] = roots(f"{title}. {line.passage.context}")
        return (*found, *line.before.roots) if line.before else found

    def counts(self, document: str) -> bool:
        """Whether a document's sentences count: those from outside are background."""
        return self.documents[document].standing is not Standing.OUTSIDE

    @cached_property
    def own(self) -> list[Passage]:
        """The passages of the network's own and its members' documents."""
        return [passage for passage in self.passages if self.counts(passage.document)]
