"""How far a sentence is about a topic: what meaning, words and the reader know of it, and whether it tells or only names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.coverage.shelf import Indexed

# A logistic model over these, fitted on sentences of corpus/ and of the network's first note that were marked for 75 topics;
# the two thresholds were chosen on these and on the `dev` topics of evals/coverage.jsonl, and hardly move when a part of the topics is left out.
SIGNS = ("similarity", "passage_similarity", "share", "completed", "around", "evidence", "passage")
BIAS, WEIGHTS = -4.77, (2.7, 2.3, 6.5, 5.0, 2.6, 0.07, 0.4)
UNREAD_BIAS, UNREAD_WEIGHTS = -6.9, (2.2, 4.0, 6.9, 5.0, 3.0)
TELLS = -1.8  # log-odds from which a sentence is about a topic,
HINTS = -2.2  # from which one with some of its words at least names it,
PLAIN = 0.0  # and, where enough are plainly about it, from which it still counts
# A sentence with none of the topic's words, under a heading or after a sentence that has them, must be near in meaning.
APART = 0.4
ANSWERS = -4.0  # evidence and passage together, from which a sentence answers a question that asks for one thing,
HOLDS = 0.6  # if it and what governs it hold as much of the question's words
NAMES = 0.7  # the share of a topic's words by which a sentence names it
# What is said there is asked or planned, not told.
AHEAD = re.compile(
    r"\b(?:topics?|questions?|items?|subjects?|ideas?|themes?) (?:for|to|at|of) (?:\w+ ){0,3}(?:meetings?|discuss\w*|explore|future|next)\b"
    r"|\b(?:future|further|forthcoming) (?:topics?|questions?|items?|subjects?|themes?)\b|\bagenda\b",
    re.IGNORECASE,
)
INVITES = re.compile(r"\b(?:are|is) (?:invited|welcome|encouraged) to\b|\b(?:please|would you) \w+", re.IGNORECASE)
LEADS_IN = re.compile(r":\s*$")
ASKS = re.compile(r"\?[\s’'\"”)]*$")
# With these a sentence goes on about what the one before it is about.
GOES_ON = re.compile(
    r"(?:(?:But|And|So|However|Yet|Also|Then|Therefore|Thus),? )?(?:they|it|this|that|these|those|he|she|such|both|their|its|his|her)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Signs:
    """What SIGNS are made of, of one sentence; the last two are None where nobody read it."""

    similarity: float
    passage_similarity: float
    share: float  # of the topic's words in the sentence
    around: (
        float  # in what governs it and the sentence before, beyond its own: `completed`, where it has some of its own
    )
    evidence: float | None = None
    passage: float | None = None

    @property
    def about(self) -> bool:
        return self.odds >= TELLS and (self.share > 0 or self.similarity >= APART)

    def answers(self, unread: bool) -> bool:
        """Whether it answers the topic, put as a question. `unread`: what stands for the word of a reader who is not there."""
        if self.evidence is not None and self.passage is not None:
            unread = self.evidence + self.passage >= ANSWERS
        return unread and self.share + self.around >= HOLDS

    @cached_property
    def odds(self) -> float:
        """The log-odds that the sentence is about the topic."""
        completed, around = (self.around, 0.0) if self.share > 0 else (0.0, self.around)
        seen = (self.similarity, self.passage_similarity, self.share, completed, around)
        if self.evidence is None or self.passage is None:
            return UNREAD_BIAS + sum(w * x for w, x in zip(UNREAD_WEIGHTS, seen, strict=True))
        return BIAS + sum(w * x for w, x in zip(WEIGHTS, (*seen, self.evidence, self.passage), strict=True))


def ahead(line: Indexed) -> bool:
    """Whether a sentence asks, leads in, or stands among what a later meeting will take up."""
    return bool(ASKS.search(line.text) or LEADS_IN.search(line.text) or INVITES.search(line.text)) or any(
        AHEAD.search(heading) for heading in line.passage.heading[-2:]
    )
