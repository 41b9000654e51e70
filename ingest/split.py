"""A Document to its Passages: sentences under one heading, in one speaker's account, short enough to embed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.domain import Document, Passage, Sentence
from ingest.accounts import Account, Accounts, labels_of
from ingest.sentences import sentences

LONGEST = 110  # words: some 150 tokens, which leaves the model room for the context
# Kinds whose author writes down what others say; any other kind with one author is that person's account.
RECORDS = frozenset(
    ["note", "notes", "meeting note", "meeting notes", "minutes", "interview", "transcript", "guidance"]
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sentence and what governs it."""

    sentence: Sentence
    words: int
    block: int
    heading: tuple[str, ...]
    account: Account | None


def split(document: Document) -> list[Passage]:
    """The passages of a document, in its order. Every sentence is in just one; headings are in none."""
    passages: list[Passage] = []
    group: list[_Placed] = []
    ordinal = 0
    placed = list(_placed(document))
    for i, one in enumerate(placed):
        if group and _breaks(group, one, placed, i):
            passages.append(_passage(document, group, ordinal))
            ordinal += len(group)
            group = []
        group.append(one)
    if group:
        passages.append(_passage(document, group, ordinal))
    return passages


def _placed(document: Document) -> Iterator[_Placed]:
    author = document.authors[0] if len(document.authors) == 1 and document.kind.lower() not in RECORDS else None
    labels = labels_of(document.text[block.start : block.end] for block in document.blocks)
    accounts = Accounts(author, document.places, labels)
    path: list[tuple[int, str]] = []
    for number, block in enumerate(document.blocks):
        words = " ".join(document.text[block.start : block.end].split())
        if block.kind == "heading":
            path = [(level, name) for level, name in path if level < block.level]
            if not (block.level == 1 and words == document.title):
                path.append((block.level, words))
            accounts.heading()
            continue
        if block.kind == "speaker":
            accounts.turn(words)
            continue
        heading = tuple(name for _, name in path)
        for sentence in sentences(document.text, block.start, block.end):
            said = document.text[sentence.start : sentence.end]
            yield _Placed(sentence, len(said.split()), number, heading, accounts.sentence(said))


def _breaks(group: list[_Placed], one: _Placed, placed: list[_Placed], i: int) -> bool:
    """Whether a passage ends before `one`."""
    last = group[-1]
    if one.heading != last.heading or one.account != last.account:
        return True
    length = sum(each.words for each in group)
    if one.block == last.block:
        return length + one.words > LONGEST
    whole = 0  # a paragraph stays whole where it can
    for at in range(i, len(placed)):  # a slice would copy the rest of the document every time
        if placed[at].block != one.block:
            break
        whole += placed[at].words
    return length + min(whole, LONGEST) > LONGEST


def _passage(document: Document, group: list[_Placed], first: int) -> Passage:
    account = group[0].account
    passage = Passage(
        document=document.id,
        start=group[0].sentence.start,
        end=group[-1].sentence.end,
        sentences=tuple(each.sentence for each in group),
        first=first,
        heading=group[0].heading,
        speaker=account.speaker if account else None,
        introduction=account.introduction if account else "",
    )
    near = f"{passage.context} {document.text[passage.start : passage.end]}"
    return replace(passage, places=tuple(place for place in document.places if place in near))
