"""What the reader learns from: questions with passages that answer them, and with passages that come close and do not.

Kinds of example, and where each comes from:

    answerable   a question with a passage around its evidence
    misspelt     the same, its question misspelt or without one of its lesser words
    near_miss    a question written to look answerable from a passage (SQuAD 2.0, evals/written.jsonl)
    made         a question whose name, number, date, role, attribute or negation was changed; the passage stays
    left_out     a question with its own passage, the evidence taken out
    retrieved    a question with a passage that retrieval would find beside the right one (evals/shelf.py)

Examples of one question stand together in a group, so that its passages can be compared.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.words import stems
from evals.sets import Asked, PublicSet, Text
from evals.shelf import ANSWER, pick

WRITTEN = Path(__file__).with_name("written.jsonl")
LONGEST = 105  # words of a passage

Beside = dict[
    str, list[tuple[Text, range]]
]  # question id -> the passages that retrieval would find beside the right one


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the sentences of one passage. `evidence` numbers among `sentences`; `answer`, where known, is
    (sentence, start, end) in characters of it."""

    question: str
    context: str
    sentences: tuple[str, ...]
    evidence: frozenset[int]
    answer: tuple[int, int, int] | None
    kind: str
    set: str = ""


def written(sets: Sequence[PublicSet], path: Path = WRITTEN) -> dict[str, list[tuple[Asked, str]]]:
    """The questions written for this project on passages of the sets: set -> (question, kind)."""
    found: dict[str, list[tuple[Asked, str]]] = defaultdict(list)
    texts = {one.name: one.texts for one in sets}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        name, document, start, end, question, evidence, answer, kind = json.loads(line)
        if name not in texts:
            continue
        text = texts[name][document]
        inside = text.inside(start, end)
        sentences = tuple(i for a, b in evidence for i in text.inside(a, b))
        answers = (answer,) if answer else ()
        found[name].append((Asked(f"written-{number}", question, document, sentences, answers, inside), kind))
    return found


class Maker:
    """Makes examples of one set. Everything by chance comes from the `chance` given."""

    def __init__(self, public: PublicSet, chance: random.Random) -> None:
        self._set, self._chance = public, chance
        self._pool: dict[str, list[str]] = {"name": [], "word": []}
        self._pools: dict[str, dict[str, list[str]]] = {}
        for asked in public.questions:
            pool = self._pools.setdefault(asked.document, {"name": [], "word": []})
            for one in (pool, self._pool):
                one["name"] += NAME.findall(asked.question)
                one["word"] += WORD.findall(asked.question)

    def answerable(self, asked: Asked, kind: str = "answerable") -> Example | None:
        text = self._set.texts[asked.document]
        span = self._around(text, asked)
        if span is None:
            return None
        question = asked.question
        if kind == "misspelt":
            question = misspelt(question, self._chance)
        return self._example(question, text, span, asked, kind)

    def near_miss(self, asked: Asked) -> Example | None:
        """A question of a paragraph that does not answer it; of a long paragraph, the part most like the question."""
        text = self._set.texts[asked.document]
        if not asked.inside:
            return None
        span = self._alike(text, asked.question, asked.inside)
        return self._example(asked.question, text, span, None, "near_miss")

    def made(self, asked: Asked) -> Example | None:
        text = self._set.texts[asked.document]
        span = self._around(text, asked)
        if span is None:
            return None
        passage = text.text[text.starts[span.start] : text.ends[span.stop - 1]]
        told = " ".join(text.sentence(i) for i in asked.evidence)
        question = changed(asked.question, passage, told, self._pools[asked.document], self._pool, self._chance)
        return self._example(question, text, span, None, "made") if question else None

    def left_out(self, asked: Asked) -> Example | None:
        text = self._set.texts[asked.document]
        span = self._around(text, asked, wider=len(asked.evidence))
        if span is None:
            return None
        rest = [i for i in span if i not in asked.evidence]
        if len(rest) < 2 or any(self._tells(text.sentence(i), asked) for i in rest):
            return None
        return self._example(asked.question, text, rest, None, "left_out")

    def retrieved(self, asked: Asked, text: Text, span: range) -> Example:
        return self._example(asked.question, text, span, None, "retrieved")

    def _tells(self, sentence: str, asked: Asked) -> bool:
        """Whether a sentence holds a short answer of the question: it may then answer it too."""
        return any(len(a.split()) <= ANSWER and a.lower() in sentence.lower() for a in asked.answers)

    def _example(self, question: str, text: Text, span: Sequence[int], asked: Asked | None, kind: str) -> Example:
        context, sentences = shown(self._set.name, text, span, self._chance)
        evidence = frozenset(k for k, i in enumerate(span) if asked and i in asked.evidence)
        answer = _answer(sentences, evidence, asked.answers) if asked else None
        return Example(question, context, tuple(sentences), evidence, answer, kind, self._set.name)

    def _around(self, text: Text, asked: Asked, wider: int = 0) -> range | None:
        """A passage that holds the first of the evidence, and as much of the rest as it has room for."""
        if not asked.evidence:
            return None
        first = last = asked.evidence[0]
        for i in asked.evidence[1:]:
            if i == last + 1 and last - first < 5:
                last = i
        most = self._chance.randint(30, LONGEST) + 25 * wider
        words = sum(len(text.sentence(i).split()) for i in range(first, last + 1))
        low, high = first, last
        blocked = {"low": False, "high": False}
        while not all(blocked.values()):
            side = "low" if self._chance.random() < 0.6 else "high"
            i = low - 1 if side == "low" else high + 1
            if not 0 <= i < len(text) or (text.block[i] != text.block[first] and self._chance.random() < 0.7):
                blocked[side] = True
                continue
            words += len(text.sentence(i).split())
            if words > most:
                break
            low, high = min(low, i), max(high, i)
        return range(low, high + 1)

    def _from(self, text: Text, first: int) -> range:
        most, words, last = self._chance.randint(30, LONGEST), 0, first
        for i in range(first, len(text)):
            words += len(text.sentence(i).split())
            if words > most and i > first:
                break
            last = i
        return range(first, last + 1)

    def _alike(self, text: Text, question: str, inside: range) -> range:
        wanted = set(stems(question))
        spans = [r for first in inside for r in [self._from(text, first)] if r.stop <= inside.stop] or [inside]
        spans = [range(s.start, min(s.stop, inside.stop)) for s in spans]
        shared = [
            len(wanted & {w for i in s for w in stems(text.sentence(i))}) + self._chance.random() * 1.5 for s in spans
        ]
        return spans[max(range(len(spans)), key=shared.__getitem__)]


def shown(name: str, text: Text, span: Sequence[int], chance: random.Random) -> tuple[str, list[str]]:
    """The context and the sentences of a passage of the set of that name, as a reader meets them."""
    sentences = [NOISE.sub("", text.sentence(i)).strip() or "…" for i in span]
    context = _context(name, text, chance)
    label = LABEL.match(sentences[0]) if name == "qmsum_val" else None
    if label and chance.random() < 0.7:  # whose turn it is stands above it, as in an account
        context, sentences[0] = label[1], sentences[0][label.end() :] or sentences[0]
    return context, sentences


def _context(name: str, text: Text, chance: random.Random) -> str:
    if not text.title or name in ("shifts_amazon_reviews", "shifts_reddit"):
        return ""
    return "" if chance.random() < 0.5 else re.sub(r"[_\d-]+$", "", text.title).replace("_", " ")


def _answer(sentences: Sequence[str], evidence: frozenset[int], answers: Sequence[str]) -> tuple[int, int, int] | None:
    for answer in sorted((a for a in answers if a.strip() and len(a.split()) <= ANSWER), key=len):
        for k in sorted(evidence):
            at = sentences[k].lower().find(" ".join(answer.lower().split()))
            if at >= 0:
                return k, at, at + len(" ".join(answer.split()))
    return None


# Changing a question so that its passage no longer answers it.
NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][\w'’-]+(?: (?:of |the |and )?[A-Z][\w'’-]+)*")
NUMBER = re.compile(r"\b\d[\d,.]*\b")
WORD = re.compile(r"\b[a-z]{4,}\b")
NOISE = re.compile(r"\{\w+\} ?")  # "{vocalsound}", of a transcript
LABEL = re.compile(r"([A-Z][^:\n]{2,60}): ")
FACT = re.compile(r"\b(?:how (?:many|much|long|often|old|far|big)|when|who|which|what year)\b", re.IGNORECASE)
QUESTION_WORDS = frozenset(
    "what when where which whose whom does were have been that this they them there then than with from into about many"
    " much kind type name said some most more could would should will their your ever after before during".split()
)
OPPOSITES = [
    pair.split("/")
    for pair in (
        "first/last largest/smallest highest/lowest most/least oldest/youngest best/worst before/after more/fewer"
        " longest/shortest earliest/latest increase/decrease begin/end began/ended start/stop started/stopped open/close"
        " opened/closed north/south east/west northern/southern eastern/western win/lose won/lost gain/lose allowed/forbidden"
        " advantage/disadvantage advantages/disadvantages success/failure same/different always/never high/low rich/poor"
        " male/female men/women boys/girls king/queen mother/father son/daughter brother/sister husband/wife buy/sell"
        " like/dislike agree/disagree support/oppose public/private old/new big/small hot/cold early/late over/under"
        " join/leave joined/left arrive/leave teach/learn cause/prevent include/exclude accept/reject won't/will"
    ).split()
]
ATTRIBUTES = [
    ("who", ["when", "why", "where"]),
    ("when", ["why", "where", "how often"]),
    ("where", ["when", "why"]),
    ("how many", ["which", "how often do the", "what are the names of the"]),
    ("how much", ["how often", "how long"]),
    ("what year", ["what month", "what season"]),
    ("how long", ["how often", "how much"]),
]
NEGATIONS = [
    (
        re.compile(r"\b(is|are|was|were|did|does|do|can|could|will|would|should|has|have|had)\b(?! not|n't)", re.I),
        r"\1 not",
    ),
]


def changed(
    question: str,
    passage: str,
    told: str,
    near: dict[str, list[str]],
    far: dict[str, list[str]],
    chance: random.Random,
) -> str | None:
    """The question with one thing changed so that the passage no longer answers it, or None where that fails."""
    ways = [_entity, _entity, _entity_inside, _number, _word, _word, _opposite, _attribute]
    chance.shuffle(ways)
    for way in ways:
        other = way(question, passage, told, near, far, chance)
        if other and other.lower() != question.lower():
            return other
    return None


def _swap(question: str, match: re.Match[str], new: str) -> str:
    return question[: match.start()] + new + question[match.end() :]


def _entity(
    q: str, passage: str, told: str, near: dict[str, list[str]], far: dict[str, list[str]], chance: random.Random
) -> str | None:
    """Another name of the same document's questions that the passage lacks."""
    found = list(NAME.finditer(q))
    pool = [n for n in near["name"] or far["name"] if n.lower() not in passage.lower() and n not in q]
    return _swap(q, chance.choice(found), chance.choice(pool)) if found and pool else None


def _entity_inside(
    q: str, passage: str, told: str, near: dict[str, list[str]], far: dict[str, list[str]], chance: random.Random
) -> str | None:
    """Another name of the passage itself, from outside the evidence: the right people, the wrong one."""
    found = list(NAME.finditer(q))
    pool = [n for n in NAME.findall(passage) if n not in told and n not in q]
    return _swap(q, chance.choice(found), chance.choice(pool)) if found and pool else None


def _number(
    q: str, passage: str, told: str, near: dict[str, list[str]], far: dict[str, list[str]], chance: random.Random
) -> str | None:
    found = list(NUMBER.finditer(q))
    if not found:
        return None
    match = chance.choice(found)
    new = re.sub(r"\d(?=\D*$)", lambda d: str((int(d[0]) + chance.randint(1, 8)) % 10), match[0])
    return _swap(q, match, new) if new not in passage else None


def _word(
    q: str, passage: str, told: str, near: dict[str, list[str]], far: dict[str, list[str]], chance: random.Random
) -> str | None:
    """A content word of the question that the evidence holds, exchanged for one of like ending that the passage lacks."""
    held = set(stems(told))
    found = [m for m in WORD.finditer(q) if m[0] not in QUESTION_WORDS and set(stems(m[0])) & held]
    if not found:
        return None
    match = chance.choice(found)
    tries = [chance.choice(far["word"]) for _ in range(40)] + [
        chance.choice(near["word"]) for _ in range(20) if near["word"]
    ]
    good = [
        w for w in tries
        if w not in QUESTION_WORDS and w[-2:] == match[0][-2:] and w not in passage.lower() and w not in q
    ]  # fmt: skip
    return _swap(q, match, chance.choice(good)) if good else None


def _opposite(
    q: str, passage: str, told: str, near: dict[str, list[str]], far: dict[str, list[str]], chance: random.Random
) -> str | None:
    pairs = [(a, b) for x, y in OPPOSITES for a, b in ((x, y), (y, x)) if re.search(rf"\b{a}\b", q)]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    return re.sub(rf"\b{a}\b", b, q, count=1) if b not in passage.lower() else None


def _attribute(
    q: str, passage: str, told: str, near: dict[str, list[str]], far: dict[str, list[str]], chance: random.Random
) -> str | None:
    for asks, others in ATTRIBUTES:
        match = re.match(rf"{asks} (?=was|were|is|are|did|does|do|has|have|will|would|can)", q, re.I)
        if match and asks in ("when", "where", "how long"):
            new = chance.choice(others)
            return _swap(q, match, (new.capitalize() if q[0].isupper() else new) + " ")
    return None


def misspelt(question: str, chance: random.Random) -> str:
    """The question as a hurried person types it: letters exchanged, left out or doubled, a small word dropped."""
    words = question.rstrip("?").split()
    for _ in range(chance.choice((1, 1, 2))):
        k = chance.randrange(len(words))
        w = words[k]
        roll = chance.random()
        if len(w) > 4 and roll < 0.7:
            i = chance.randrange(1, len(w) - 1)
            w = chance.choice((w[:i] + w[i + 1] + w[i] + w[i + 2 :], w[:i] + w[i + 1 :], w[:i] + w[i] + w[i:]))
            words[k] = w
        elif len(words) > 4 and w.lower() in ("the", "a", "an", "of", "did", "does", "is", "was", "do", "to"):
            words.pop(k)
    made = " ".join(words)
    return made.lower() if chance.random() < 0.6 else made + "?"


def examples(
    sets: Sequence[PublicSet],
    part: str,
    chance: random.Random,
    also: dict[str, list[tuple[Asked, str]]],
    most: dict[str, int],
    *,
    beside: dict[str, Beside] | None = None,
    retrieved: int = 0,
) -> Iterator[tuple[Example, ...]]:
    """One pass over the questions of a part: answerable ones as they are, and close ones of every kind, in groups.

    `most`: how many of each set's own questions. `beside`: of each set, what retrieval would find; `retrieved` of those
    are added to each answerable question.
    """
    for public in sets:
        maker = Maker(public, chance)
        near = (beside or {}).get(public.name, {})
        ours, own = asked_of(public, part, also)
        chance.shuffle(ours)
        for asked in [*own, *_evenly(ours, most.get(public.name, len(ours)))]:
            if not asked.answerable:
                groups = [[maker.near_miss(asked)]]
            else:
                hard = chance.random()
                first = maker.answerable(asked, "misspelt" if chance.random() < 0.12 else "answerable")
                others = [maker.retrieved(asked, *one) for one in pick(near.get(asked.id, []), retrieved, chance)]
                if first and others:
                    others = [replace(one, question=first.question) for one in others]
                groups = [[first, *others]]
                if hard < 0.35:
                    groups.append([maker.made(asked)])
                elif hard < 0.60:
                    groups.append([maker.left_out(asked)])
            for group in groups:
                if group[0] is not None and all(one and one.sentences for one in group):
                    yield tuple(one for one in group if one)


def asked_of(public: PublicSet, part: str, also: dict[str, list[tuple[Asked, str]]]) -> tuple[list[Asked], list[Asked]]:
    """The questions of a part: the set's own, and those written for this project."""
    ours = [q for q in public.questions if public.part_of(q) == part]
    if public.name == "qmsum_val":
        ours = []  # its own questions ask for whole discussions; those written for its passages stay
    return ours, [q for q, _ in also.get(public.name, []) if public.part_of(q) == part]


def _evenly(asked: Sequence[Asked], most: int) -> list[Asked]:
    """Up to `most` questions, half of them for one fact where there are enough: or the near misses, most of which ask
    how many, when and who, would teach that such questions have no answer."""
    facts = [q for q in asked if FACT.search(q.question)]
    others = [q for q in asked if not FACT.search(q.question)]
    half = min(len(facts), most // 2)
    return [*facts[:half], *others[: most - half]]


def counted(found: Sequence[Example]) -> str:
    return ", ".join(f"{kind} {n}" for kind, n in sorted(Counter(e.kind for e in found).items()))
