"""The people whom a document names. One name stands in many places; what one of them shows is known in all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from ingest.accounts import ROLE, labels_of
from ingest.redaction.edits import Draft, Edit
from ingest.redaction.english import is_plain
from ingest.redaction.first_names import FIRST_NAMES, WORD_NAMES
from ingest.redaction.lexicon import (
    ACRONYM_LABELS,
    ACRONYMS,
    FUNCTION,
    HONORIFICS,
    PARTICLES,
    is_organisations,
)
from ingest.redaction.names import Seen, is_settled, name_in
from ingest.redaction.runs import Run, Token, runs, tokens
from ingest.redaction.speech import is_placed

NOBODY = "a participant"
NOWHERE = "an organisation"
LONGEST_NAME = 5  # words
SHORT_LABEL = re.compile(r"([A-Z]{2,3})(?=:\s)")
# What goes with the name that follows: "the Smiths", "Mr and Mrs Reed", "de la Cruz".
BEFORE_NAME = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]r|[Mm]rs|[Dd]r)(?: and)?\s+)?"
    rf"(?:\b(?i:{'|'.join(sorted(PARTICLES))})\s+)*$"
)


class People:
    """Whom the draft names, as far as its words show. `known` are names that its metadata gives; `before`, the people
    of an earlier draft of the same document."""

    def __init__(self, draft: Draft, known: Collection[str] = (), before: People | None = None) -> None:
        self._draft = draft
        self._full: set[tuple[str, ...]] = set(before._full) if before else set()
        self._seen = Seen(set(before.parts) if before else set(), set(), _small_words(draft))
        self._phrases = {" ".join(name.split()) for name in known if len(name.strip()) > 1}
        for name in [*self._phrases, *self._labels()]:
            self._learn_phrase(name)
        for _ in range(2):  # a name that a later sentence shows is known in those before it
            for run in self._runs():
                if (found := name_in(run, self._seen)) is not None:
                    self._learn(found.tokens)
                elif len(run.tokens) == 1 and is_placed(run) and run.tokens[0].lower not in FIRST_NAMES:
                    self._seen.places.add(run.tokens[0].lower)

    @property
    def parts(self) -> frozenset[str]:
        """First names, surnames and the like, in lower case."""
        return frozenset(self._seen.parts)

    def names_someone(self, start: int, end: int) -> bool:
        """Whether text[start:end] names a person."""
        return any(name_in(run, self._seen) is not None for run in runs(self._draft.text, start, end))

    def edits(self) -> Iterator[Edit]:
        """Each name gives way to a word for anybody."""
        for run in self._runs():
            if (found := name_in(run, self._seen)) is not None:
                before = BEFORE_NAME.search(run.text, found.begin, found.start)
                yield Edit(before.start() if before else found.start, found.end, NOBODY, "name")
        yield from self._phrase_edits()
        yield from self._small_edits()
        yield from self._initial_edits()

    def _runs(self) -> Iterator[Run]:
        for block, start, end in self._draft.sentences():
            if block.kind != "speaker":
                yield from runs(self._draft.text, start, end)

    def _labels(self) -> Iterator[str]:
        """Names that a transcript sets before what they said."""
        text = self._draft.text
        for block in self._draft.shape:
            label = text[block.start : block.end]
            if block.kind == "speaker" and not ROLE.match(label):
                yield label
        for name in labels_of(text[start:end] for _, start, end in self._draft.sentences()):
            if not any(is_organisations(part.lower()) for part in name.split()):
                yield name

    def _learn(self, name: Iterable[Token]) -> None:
        parts = [token for token in name if token.lower not in PARTICLES and token.lower not in HONORIFICS]
        for token in parts:
            a_word = is_plain(token.lower) and not (len(parts) > 1 and token is parts[-1])
            if len(token.text) > 1 and not is_settled(token) and not a_word:
                self._seen.parts.add(token.lower)
        if len(parts) > 1:
            self._full.add(tuple(token.text for token in parts))

    def _learn_phrase(self, name: str) -> None:
        words = list(tokens(name, 0, len(name)))
        if not _is_bodys(name) and len(words) <= LONGEST_NAME:
            self._learn(word for word in words if word.is_capital)

    def _phrase_edits(self) -> Iterator[Edit]:
        """The names that metadata gives, wherever they stand."""
        for phrase in sorted(self._phrases, key=len, reverse=True):
            words = r"[\s.]+".join(map(re.escape, re.split(r"[\s.]+", phrase.strip("."))))
            new, kind = (NOWHERE, "affiliation") if _is_bodys(phrase) else (NOBODY, "name")
            article = r"(?:\b(?:the|an?|our)\s+)?" if kind == "affiliation" else ""
            alone = (r"(?<![^\W_])", r"(?![^\W_])") if phrase.upper() != phrase.lower() else ("", "")
            for match in re.finditer(rf"{article}{alone[0]}{words}{alone[1]}", self._draft.text, re.IGNORECASE):
                yield Edit(match.start(), match.end(), new, kind)

    def _small_edits(self) -> Iterator[Edit]:
        """Names typed without their capitals."""
        strange = sorted(part for part in self._seen.parts - WORD_NAMES if not is_plain(part))
        if strange:
            for match in re.finditer(
                rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, strange))})(?![\w@/-])", self._draft.text
            ):
                yield Edit(match.start(), match.end(), NOBODY, "name")

    def _initial_edits(self) -> Iterator[Edit]:
        """The initials of those named in full, and initials before what somebody said ("PN: ...")."""
        text = self._draft.text
        for short in sorted({"".join(part[0].upper() for part in name) for name in self._full} - ACRONYMS):
            dotted = r"\.\s?".join(short)
            plain = rf"{short}(?!\w)|" if short.lower() not in FUNCTION else ""
            for match in re.finditer(rf"(?<![\w.])(?:{plain}{dotted}\.?(?!\w))", text):
                yield Edit(match.start(), match.end(), NOBODY, "name")
        for block in self._draft.shape:
            label = SHORT_LABEL.match(text, block.start, block.end)
            if label and label[1] not in ACRONYM_LABELS | ACRONYMS:
                yield Edit(label.start(1), label.end(1), NOBODY, "name")


def _is_bodys(name: str) -> bool:
    """Whether a name is an organisation's."""
    return any(is_organisations(word) for word in name.lower().split())


def _small_words(draft: Draft) -> frozenset[str]:
    """The words that a draft has in lower case more often than with a capital inside a sentence."""
    seen: Counter[str] = Counter()
    for _, start, end in draft.sentences():
        for i, token in enumerate(tokens(draft.text, start, end)):
            if i or not token.is_capital:
                seen[token.lower] += -1 if token.is_capital else 1
    return frozenset(word for word, more in seen.items() if more > 0)
