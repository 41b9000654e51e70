"""A document's sentences in their order, each with the block it stands in: what open questions are found in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import cite
from assistant.domain import Block, Citation, Document, Passage, Standing
from assistant.index import to_passage
from assistant.line import Line
from assistant.view import View


@dataclass(frozen=True, slots=True)
class InBlock(Line):
    """A sentence with its block: the paragraph or item that holds it."""

    block: Block

    @property
    def opens(self) -> bool:
        """Whether it is the first sentence of its block."""
        return not self.document.text[self.block.start : self.sentence.start].strip()

    @property
    def alone(self) -> bool:
        """Whether it is the only sentence of its block."""
        return self.opens and not self.document.text[self.sentence.end : self.block.end].strip()

    def cited(self) -> Citation:
        """Where it stands. `quote` is the document's own text at those offsets."""
        return cite.at(self.document, self.sentence.start, self.sentence.end, self.passage)


def own_lines(view: View) -> Iterator[tuple[Document, list[InBlock]]]:
    """The network's and its members' documents that this audience may see, by id, each with its lines: nothing from
    outside. All passages are fetched at once, which over many documents is far quicker than one by one."""
    own = {d.id: d for d in view.documents if d.standing is not Standing.OUTSIDE}
    passages: defaultdict[str, list[Passage]] = defaultdict(list)
    for row in view.index.all("passages", vectors=False):
        if (passage := to_passage(row)).document in own:
            passages[passage.document].append(passage)
    for key, document in own.items():
        yield document, lines_of(document, passages[key])


def lines_of(document: Document, passages: list[Passage]) -> list[InBlock]:
    """The lines of a document, in its order, without its headings."""
    return [
        InBlock(document, passage, sentence, passage.first + i, block)
        for passage in sorted(passages, key=lambda one: one.start)
        for i, sentence in enumerate(passage.sentences)
        if (block := document.block_at(sentence.start)) is not None and block.kind not in ("heading", "speaker")
    ]
