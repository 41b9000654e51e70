"""Candidates to evidence: by what retrieval knows, which are worth reading; by what the reader makes of them, which answer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.choose import Evidence, ranked
from assistant.read import Reader, Window
from assistant.retrieve import Candidate, Question
from assistant.weigh import FIRST, FULL, read, retrieved, score, words_found

READ = 30  # sentences worth reading; each is read with the rest of its passage
WINDOWS = 10  # passages read at most


def found(question: Question, candidates: Sequence[Candidate]) -> list[Evidence]:
    """Best first, by retrieval alone."""
    share = words_found(candidates)
    return ranked(candidates, [score(FIRST, retrieved(question, one, share)) for one in candidates])


def readable(question: Question, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The passages worth reading, as the candidates in each, in their order; the most promising passage first."""
    share = words_found(candidates)
    scores = [score(FIRST, retrieved(question, one, share)) for one in candidates]
    best = sorted(range(len(candidates)), key=lambda i: (-scores[i], i))[:READ]
    chosen = list(dict.fromkeys(_passage(candidates[i]) for i in best))[:WINDOWS]
    return [[one for one in candidates if _passage(one) == key] for key in chosen]


def window(group: Sequence[Candidate]) -> Window:
    """A passage as it is read: after the sentence before it, which may name what it speaks of."""
    lead = (group[0].before,) if group[0].before else ()
    return Window(group[0].passage.context, tuple(" ".join(t.split()) for t in (*lead, *(one.text for one in group))))


def weighed(
    question: Question, candidates: Sequence[Candidate], reader: Reader, weights: Sequence[float] = FULL
) -> list[Evidence]:
    """Best first, of those that were worth reading, by retrieval and reader together."""
    groups = readable(question, candidates)
    windows = [window(group) for group in groups]
    kept = [one for group in groups for one in group]
    readings = [
        reading
        for group, made in zip(groups, reader.read(question.text, windows), strict=True)
        for reading in made[-len(group) :]
    ]
    share = words_found(candidates)
    scores = [
        score(weights, (*retrieved(question, one, share), *read(reading)))
        for one, reading in zip(kept, readings, strict=True)
    ]
    return ranked(kept, scores, readings)


def _passage(candidate: Candidate) -> tuple[str, int]:
    return candidate.passage.document, candidate.passage.start
