"""What a topic asks for: its words that carry a subject, each with those that people put in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.coverage.roots import capital, root, roots
from assistant.coverage.thesaurus import by_form
from assistant.lexical import Vocabulary
from assistant.wants import NUMBER
from assistant.words import STOPWORDS, stem, words

Form = tuple[str, ...]  # roots (roots.py) that stand side by side

UNKNOWN = 2.4
BETWEEN = 1  # "not yet heard" for "not heard"
OTHER_WORDS = 0.8  # how far a word in another's place counts
# Words that an agenda puts around a topic and that name none. They count where nothing else is left.
AROUND = frozenset(
    root(word)
    for word in (
        "update updates discussion discuss discussing item session report reports presentation feedback review role roles"
        " issue issues way ways approach approaches example examples question questions topic topics theme themes idea"
        " ideas thoughts experience experiences lesson lessons learning reflections happening happens happened around"
        " regarding using use next future current recent new good better best important different work works working"
        " people doing making make made take taking think thinking know known need needs want wants towards across put"
        " putting kind kinds sort sorts type types one ones first group groups part parts side sides look looking"
        " general related overview matter matters area areas point points meant supposed going go real really true genuine"
        " proper right wrong lot between among within without against through via over under keep keeping hold holding bring bringing"
    ).split()
)
# Words for a side of a thing, which what is told of its other sides leaves untold: "what the hives cost".
SIDES = frozenset(
    root(word)
    for word in (
        "cost costs price prices budget spend fee fees money funding pay paid paying wage salary date dates deadline"
        " evaluate evaluated evaluation measure measuring measured impact insurance law legal rules training"
    ).split()
)
# Questions to which only what answers them tells anything: whether a thing was so, and when it was.
PARTICULAR = re.compile(
    r"(?:whether|when (?:did|do|does|will|was|were|is|are|we|they)|when .*\b(?:\w+ed|began|met|set up|took place))\b",
    re.IGNORECASE,
)
# A name as a topic writes it: capitals, with small words between them.
NAME = re.compile(r"[A-Z][\w'’-]*(?: (?:(?:for|of|and|the|to|in) )?[A-Z][\w'’-]*)+")
# "libraries and schools" asks for either; "the small and the large ones" asks for neither alone.
EITHER = re.compile(r"(?:\s*,\s*|\s*/\s*|\s+(?:and|or|&)\s+)+")
JOINS = frozenset("of in for between with to by at on from about against among into".split())
STANDS_FOR = frozenset("ones kind kinds sort sorts type types others".split())
ALONE = 0.9  # how far one of two that a topic asks for counts
AMOUNT = re.compile(r"\bhow (?:much|many|long|often|old|far|big|large)\b", re.IGNORECASE)
ASKING = frozenset("how what why when where who which whether whose".split())


@dataclass(frozen=True, slots=True)
class Want:
    """One of a topic's words or phrases: as written, and what may stand in its place."""

    form: Form
    others: frozenset[Form]
    weight: float

    def stands(self, told: Sequence[str], held: frozenset[str]) -> float:
        """How far it stands among the roots of a text, in their order and as a set, in [0, 1]."""
        if _stands(self.form, told, held):
            return 1.0
        return OTHER_WORDS if any(_stands(other, told, held) for other in self.others) else 0.0


@dataclass(frozen=True)
class Subject:
    """A topic's words. `asks`: the topic as a question that a reader can be asked."""

    topic: str
    wants: tuple[Want, ...]
    parts: tuple[Subject, ...] = ()  # where it asks for either of several things

    @cached_property
    def forms(self) -> frozenset[Form]:
        """Each word or phrase that stands for some of the topic."""
        return frozenset(form for want in self.wants for form in (want.form, *want.others))

    @cached_property
    def particular(self) -> bool:
        """Whether it asks for one thing, which only an answer tells."""
        return bool(PARTICULAR.match(self.topic))

    @cached_property
    def asks(self) -> str:
        first, *_ = [*words(self.topic), ""]
        if self.topic.rstrip().endswith("?"):
            return self.topic
        return f"{self.topic.rstrip(' .')}?" if first in ASKING else f"What is said about {self.topic.rstrip(' .')}?"

    @cached_property
    def sides(self) -> tuple[Want, ...]:
        """The words for a side of something, where the topic names both."""
        found = tuple(want for want in self.wants if want.form[0] in SIDES)
        return found if len(found) < len(self.wants) else ()

    @cached_property
    def amount(self) -> bool:
        return bool(AMOUNT.search(self.topic))

    def untold(self, text: str, told: Sequence[str], governing: Sequence[str]) -> bool:
        """Whether a sentence leaves out the side of a thing that the topic is about, or the amount that it asks for; or
        tells of that side of something else. `told`: its roots; `governing`: those of what governs it."""
        if self.amount and not NUMBER.search(text):
            return True
        if not self.sides:
            return False
        side, whole = frozenset(told), (*told, *governing)
        things = [want for want in self.wants if want not in self.sides]
        return not (
            any(want.stands(told, side) for want in self.sides)
            and any(want.stands(whole, frozenset(whole)) for want in things)
        )

    def share(self, told: Sequence[str]) -> float:
        """The share of the topic's content, by weight, that the roots of a text hold, in [0, 1]."""
        held = frozenset(told)
        total = sum(want.weight for want in self.wants)
        found = 0.0
        for want in self.wants:
            found += want.weight * want.stands(told, held)
        whole = found / total if total else 0.0
        return max([whole, *(ALONE * part.share(told) for part in self.parts)])


def subject(topic: str, vocabulary: Vocabulary) -> Subject:
    """The subject of a topic, its words weighed by how much they tell in this audience's documents."""
    said = [part for part in EITHER.split(topic.strip()) if part] if _lists(topic) else []
    whole = [part for part in said if not STANDS_FOR & set(words(part)[-1:])]
    if len(whole) < len(said):  # "real help and the token kind": what stands for the first is no second
        return replace(subject(" ".join(whole[:1]), vocabulary), topic=topic) if whole else _whole(topic, vocabulary)
    found = _whole(topic, vocabulary)
    return replace(found, parts=tuple(_whole(part, vocabulary) for part in whole)) if len(whole) > 1 else found


def _lists(topic: str) -> bool:
    """Whether a topic is several things beside each other, and no more."""
    written = words(topic)
    return not NAME.search(topic) and not JOINS & set(written) and not (ASKING & set(written[:1]))


def _whole(topic: str, vocabulary: Vocabulary) -> Subject:
    written = words(topic)
    told = [root(word) for word in written]
    carries = [word not in STOPWORDS for word in written]
    stems = dict(zip(told, map(stem, written), strict=True))
    known, longest = by_form(), 4
    names = {roots(match[0]) for match in NAME.finditer(topic)}
    wants: dict[Form, Want] = {}
    i = 0
    while i < len(told):
        name = next((one for one in names if tuple(told[i : i + len(one)]) == one), None)
        sizes = [n for n in range(longest, 1, -1) if tuple(told[i : i + n]) in known and i + n <= len(told)]
        size = len(name) if name else sizes[0] if sizes else 1
        form = tuple(told[i : i + size])
        if name or size > 1 or carries[i]:
            others = known.get(form, frozenset()) - {form}
            if name:  # "the Circle" for "Thornby Orchard Circle"
                others |= {(capital(form[-1]),)}
            wants.setdefault(form, Want(form, others, _weight([stems[one] for one in form], others, vocabulary)))
        i += size
    kept = [want for want in wants.values() if want.form[0] not in AROUND or len(want.form) > 1]
    return Subject(topic, tuple(kept or wants.values()))


def _weight(stems: Sequence[str], others: frozenset[Form], vocabulary: Vocabulary) -> float:
    """How much a form tells. One that the documents lack tells no more than what they have in its place."""
    if len(stems) == 1 and stems[0] not in vocabulary.stems:
        there = [vocabulary.weight(one[0]) for one in others if len(one) == 1 and one[0] in vocabulary.stems]
        if there:
            return max(there)
    # What no passage holds tells of no difference between them.
    return max(vocabulary.weight(one) if one in vocabulary.stems else UNKNOWN for one in stems)


def _stands(form: Form, told: Sequence[str], held: frozenset[str]) -> bool:
    """Whether the roots of a form stand in a text, in their order and close together."""
    if not held.issuperset(form):
        return False
    return len(form) == 1 or any(_from(form, told, i) for i, one in enumerate(told) if one == form[0])


def _from(form: Form, told: Sequence[str], start: int) -> bool:
    """Whether a form stands from a place on, with no more than BETWEEN words between two of its own."""
    at = start
    for one in form[1:]:
        near = told[at + 1 : at + 2 + BETWEEN]
        if one not in near:
            return False
        at += 1 + near.index(one)
    return True
