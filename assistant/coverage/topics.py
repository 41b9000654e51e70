"""A topic and the documents to what they hold on it: every sentence that tells of it or names it, each once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import cite
from assistant.answering import Answering
from assistant.choose import Evidence
from assistant.coverage import agenda, mentions, rule
from assistant.coverage.about import GOES_ON, HINTS, NAMES, PLAIN, Signs, ahead
from assistant.coverage.missing import Round
from assistant.coverage.shelf import Indexed, Shelf
from assistant.coverage.subject import OTHER_WORDS, Subject, subject
from assistant.coverage.values import Coverage, Label, TopicCoverage
from assistant.domain import Statement
from assistant.kept.agendas import folded
from assistant.kept.store import today
from assistant.read import Reader, Window
from assistant.retrieve import Candidate
from assistant.spelling import is_english, mend
from assistant.view import View

Watch = Callable[[str, int, int], None]  # what is being done, how many are done, of how many

SENTENCES = 300  # asked of meaning
PASSAGES = 200
HOLDING = 500  # sentences looked at that hold words of the topic: those that hold most
READ = 8  # passages read for a topic
WORTH = -4.0  # log-odds below which nobody reads on
NEAREST = 3  # sentences shown where little or nothing is told,
NEAR = 0.33  # with so much similarity at least


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with what is known of it."""

    line: Indexed
    signs: Signs
    untold: bool = False  # whether it leaves out what the topic asks of a thing
    mere: bool = False  # whether it only mentions the topic

    @property
    def about(self) -> bool:
        return self.signs.about and not self.untold

    @property
    def tells(self) -> bool:
        """Whether it tells of the topic, and does not only mention it, ask about it or announce it."""
        return self.about and not self.mere and not ahead(self.line)

    @property
    def names(self) -> bool:
        """Whether it is about the topic, told or not, or holds the topic's words."""
        if self.untold:
            return False
        return self.signs.about or self.signs.share >= NAMES or (self.signs.share > 0 and self.signs.odds >= HINTS)


def cover(
    topic: str, view: View, answering: Answering, corrections: Mapping[str, Label] | None = None
) -> TopicCoverage:
    """What the documents of a view hold on one topic."""
    return cover_all([topic], view, answering, corrections=corrections).topics[0]


def cover_all(
    topics: Sequence[str],
    view: View,
    answering: Answering,
    watch: Watch | None = None,
    corrections: Mapping[str, Label] | None = None,
) -> Coverage:
    """What the documents of a view hold on each topic of an agenda. `corrections`: labels by topic (kept/agendas.py).

    `watch` is told of each topic before it is looked for, and of the end. Raises AgendaError (agenda.py).
    """
    began = time.perf_counter()
    asked = agenda.checked(topics)
    tell = watch or (lambda what, done, of: None)
    tell("Reading the documents", 0, len(asked))
    shelf = Shelf(view)
    everyone = Round(shelf)
    made: list[TopicCoverage] = []
    for done, topic in enumerate(asked):
        tell(topic, done, len(asked))
        found = _topic(topic, shelf, everyone, answering)
        made.append(replace(found, corrected=(corrections or {}).get(folded(topic))))
    tell("", len(asked), len(asked))
    return Coverage(tuple(made), len(shelf.documents), today(), time.perf_counter() - began)


def _topic(topic: str, shelf: Shelf, everyone: Round, answering: Answering) -> TopicCoverage:
    vocabulary = shelf.view.lexical.vocabulary
    wanted = subject(mend(topic, vocabulary, is_english).text, vocabulary)
    found = seen(wanted, shelf, answering)
    own = [one for one in found if shelf.counts(one.line.passage.document)]
    tells = telling(own)
    told = [one for one in own if one.line.key in tells]
    named = [one for one in own if one.names and not (one.tells and tells) and one.line.key not in tells]
    outside = [one for one in found if one.names and not shelf.counts(one.line.passage.document)]
    sentences = statements(told, shelf), statements(named, shelf)
    label = rule.label(*map(len, sentences))
    here = everyone.here(one.line for one in (*told, *named))
    dates = sorted(c.date for said in sentences for s in said for c in s.citations if c.date)
    return TopicCoverage(
        topic,
        label,
        told=sentences[0],
        named=sentences[1],
        nearest=() if label is Label.WELL else statements(nearest(own, [*told, *named]), shelf),
        outside=statements(outside, shelf),
        here=here,
        missing=everyone.missing(here),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
    )


def telling(own: Sequence[Found]) -> set[str]:
    """The sentences that tell of a topic, by their keys; the plain ones alone where there are enough of them."""
    about = [one for one in own if one.tells]
    plain = {one.line.key for one in about if one.signs.odds >= PLAIN}
    return plain if len(plain) >= rule.WELL else {one.line.key for one in about}


def nearest(own: Sequence[Found], counted: Sequence[Found]) -> list[Found]:
    """The sentences nearest in meaning of those that do not count, nearest first: one may tell of it in other words."""
    taken = {one.line.key for one in counted}
    left: dict[str, Found] = {}
    for one in sorted(own, key=lambda one: (-one.signs.similarity, one.line.passage.document, one.line.ordinal)):
        if one.signs.similarity >= NEAR and one.line.key not in taken and not ahead(one.line):
            left.setdefault(one.line.key, one)
    return list(left.values())[:NEAREST]


def statements(found: Sequence[Found], shelf: Shelf) -> tuple[Statement, ...]:
    """Best first; one that stands in several places once, with all of its places. What the gate drops is not there."""
    firsts: dict[str, list[Candidate]] = {}
    for one in sorted(found, key=lambda one: (-one.signs.odds, one.line.passage.document, one.line.ordinal)):
        firsts.setdefault(one.line.key, []).append(_candidate(one))
    evidence = [Evidence(first, 0.0, tuple(same)) for first, *same in firsts.values()]
    return tuple(cite.statements(evidence, shelf.view.document)[0])


def _candidate(one: Found) -> Candidate:
    line, signs = one.line, one.signs
    return Candidate(
        passage=line.passage,
        sentence=line.sentence,
        ordinal=line.ordinal,
        text=line.text,
        before=line.before.text if line.before else "",
        similarity=signs.similarity,
        passage_similarity=signs.passage_similarity,
        lexical=0.0,
        coverage=signs.share,
        context_coverage=min(1.0, signs.share + signs.around),
        fused=0.0,
    )


def seen(wanted: Subject, shelf: Shelf, answering: Answering) -> list[Found]:
    """The sentences that may be about a topic, found by meaning and by words, the most promising passages read."""
    view = shelf.view
    vector = answering.embedder.embed([wanted.topic])[0]
    near = dict(view.index.search("sentences", vector, SENTENCES, view.audience))
    passages = dict(view.index.search("passages", vector, PASSAGES, view.audience))
    # What is not among the nearest is at most as near as the last of them.
    far, further = min(near.values(), default=0.0), min(passages.values(), default=0.0)
    found = []
    for line in (
        shelf.lines[one] for one in dict.fromkeys((*near, *_holding(wanted, shelf, near))) if one in shelf.lines
    ):
        share, governing = wanted.share(line.roots), shelf.governing(line)
        if line.before and GOES_ON.match(line.text):
            share = max(share, OTHER_WORDS * wanted.share(line.before.roots))
        around = max(0.0, wanted.share((*line.roots, *governing)) - share)
        signs = Signs(near.get(line.id, far), passages.get(line.passage_id, further), share, around)
        found.append(Found(line, signs, wanted.untold(line.text, line.roots, governing)))
    if answering.reader:
        found = _read(wanted, found, shelf, answering.reader)
    if wanted.particular:
        unread = answering.reader is None
        found = [replace(one, untold=one.untold or not one.signs.answers(unread)) for one in found]
    return [
        replace(one, mere=True)
        if one.about and one.signs.share > 0 and mentions.mere(one.line.text, wanted.forms)
        else one
        for one in found
    ]


def _holding(wanted: Subject, shelf: Shelf, near: Mapping[str, float]) -> list[str]:
    """Ids of the sentences that hold words of a topic, those that hold most of it first, then the nearest in meaning."""
    held: dict[str, float] = {}
    for want in wanted.wants:
        for one in shelf.holding({form[0] for form in (want.form, *want.others)}):
            held[one] = held.get(one, 0.0) + want.weight
    return sorted(held, key=lambda one: (-held[one], -near.get(one, 0.0), one))[:HOLDING]


def _read(wanted: Subject, found: Sequence[Found], shelf: Shelf, reader: Reader) -> list[Found]:
    """The same, with what the reader makes of the most promising passages."""
    best: dict[str, float] = {}
    for one in found:
        if one.signs.odds >= WORTH:
            best[one.line.passage_id] = max(best.get(one.line.passage_id, WORTH), one.signs.odds)
    chosen = sorted(best, key=lambda passage: (-best[passage], passage))[:READ]
    groups = {passage: shelf.of_passage[passage] for passage in chosen}
    every = reader.read(wanted.asks, [window(group) for group in groups.values()])
    readings = {
        line.id: reading
        for group, made in zip(groups.values(), every, strict=True)
        for line, reading in zip(group, made[-len(group) :], strict=True)
    }
    return [
        replace(one, signs=replace(one.signs, evidence=read.evidence, passage=read.passage))
        if (read := readings.get(one.line.id))
        else one
        for one in found
    ]


def window(group: Sequence[Indexed]) -> Window:
    """A passage as it is read, after the sentence before it."""
    lead = (group[0].before.text,) if group[0].before else ()
    return Window(group[0].passage.context, tuple(" ".join(text.split()) for text in (*lead, *(g.text for g in group))))
