"""What documents talk about, in their own words: nouns and short phrases that several accounts use, and everyday English
much less."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from assistant.domain import Standing
from assistant.figures import CALENDAR, VALUES
from assistant.follow.grammar import (
    BODIES,
    DETERMINER,
    GENERIC,
    IRREGULAR,
    PERIODS,
    PREPOSITION,
    RELATIONAL,
    SUFFIX,
    VERBS,
    is_adverb,
)
from assistant.guide.candidates import PLAIN, Key, candidates, stemmed
from assistant.guide.everyday import is_verb_form, per_million
from assistant.line import Line
from assistant.sameness import key
from assistant.words import WORD

# Nouns that notes of any meeting are full of, and that name no subject.
_EVERYWHERE = (
    frozenset(
        "meeting meetings session sessions note notes member members person people group groups team organisation organisations"
        " network discussion presentation presentations participant participants review report paper question questions"
        " topic topics theme themes view views idea ideas point points example examples thing way ways issue issues"
        " approach approaches agency agencies body bodies individual individuals borough area areas place places world country"
        " hand hands face mind word words phrase subject subjects end start beginning side level levels half number numbers"
        " role roles job day days working others ones everyone someone anybody money need needs help use chance opportunity"
        " result results reason speaker author bulletin blog video videos clip clips effort efforts form forms author room call"
        " page user users today hour hours minute minutes ward wall lot bit kind case work life lives leader leaders town city"
        " street home house north south east west man men woman women name names focus purpose purposes difficulty difficulties shape direction exchange exchanges instance obstacle"
        " obstacles condition conditions step steps track matter matters sense convenor convenors coordinator coordinators facilitator facilitators secretary treasurer director"
        " directors manager managers chair chairs executive officer officers adviser advisers mr mrs ms dr sort".split()
    )
    | PLAIN | GENERIC | PERIODS | RELATIONAL | (BODIES - {"foodbank", "family", "school", "hospital", "community", "partnership", "assembly"})
)  # fmt: skip
_NOUN_AFTER = DETERMINER | PREPOSITION | {"and", "or"}
_NOUN_BEFORE = re.compile(r"(?:$|[.;:!?…)]| (?:is|are|was|were|has|had|of|which|between|among|within)\b)")
_STANDING = {Standing.NETWORK: 1.0, Standing.MEMBER: 1.0, Standing.OUTSIDE: 0.5}


@dataclass
class Subject:
    """A noun or phrase and where it stands. `forms`: as what noun; `accounts`: how many sentences of each hold it."""

    key: Key
    forms: Counter[str] = field(default_factory=Counter)
    lines: set[int] = field(default_factory=set)  # positions in the list of lines
    accounts: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    uses: int = 0  # in different sentences, as a noun or not
    weight: float = 0.0

    @property
    def form(self) -> str:
        """As most sentences write it; of two, the one with its apostrophe."""
        return max(self.forms, key=lambda form: (self.forms[form], "'" in form or "’" in form, -len(form), form))


def subjects(lines: Sequence[Line], names: Collection[str] = ()) -> list[Subject]:
    """The subjects of the lines, best first. `names`: words of people and the like, which are no subjects.

    A sentence that stands in several places counts once. Weight: how many accounts speak of it, those from outside
    half, times how much commoner it is here than in everyday English.
    """
    found: dict[Key, Subject] = {}
    seen: set[str] = set()
    total = 0
    for at, line in enumerate(lines):
        text = line.text
        total += len(text.split())
        said = key(text)
        again = said in seen
        seen.add(said)
        for form, noun in _phrases(text, names):
            k = stemmed(form)
            one = found.setdefault(k, Subject(k))
            one.lines.add(at)
            if not again:
                one.uses += 1
                if noun:
                    one.forms[form[0].lower() + form[1:]] += 1
                one.accounts[line.account] += 1
    standing = {line.account: _STANDING[line.document.standing] for line in lines}
    for one in found.values():
        one.weight = _weight(one, standing, max(1, total))
    kept = [one for one in found.values() if one.weight > 0]
    return sorted(kept, key=lambda one: (-one.weight, one.key))


def _weight(one: Subject, standing: dict[tuple[str, str | None], float], total: int) -> float:
    nouns = sum(one.forms.values())
    if nouns < 2 or 5 * nouns < 2 * one.uses:
        return 0.0
    spread = sum(standing[account] * math.sqrt(min(count, 4)) for account, count in one.accounts.items())
    words = one.form.casefold().split()
    here = 1e6 * nouns / total
    everyday = min(per_million(word) + 0.5 for word in words)
    rarer = math.log(here / everyday)
    return spread * max(0.0, rarer) * (1.25 if len(words) > 1 else 1.0)


def _phrases(text: str, names: Collection[str]) -> list[tuple[str, bool]]:
    """(noun or phrase, whether it stands as a noun does) of one sentence, each once."""
    found: dict[str, bool] = {}
    for one in candidates(text):
        if one.sign in ("phrase", "jargon", "contrast") and not any(w in names for w in one.text.casefold().split()):
            found[one.text] = found.get(one.text, False) or one.closes
    before = ""
    for match in WORD.finditer(text):
        word, after = match[0], text[match.end() :]
        low = word.casefold().replace("’", "'")
        first = not before
        if _may_be_subject(word, low, first=first) and low not in names:
            noun = _stands_as_noun(low, before, after)
            found[word] = found.get(word, False) or noun
        before = low
    return list(found.items())


def _stands_as_noun(low: str, before: str, after: str) -> bool:
    """Whether a word is a noun where it stands: "trust is slow to build", not "trust each other"."""
    if low not in VERBS and low.removesuffix("s") not in VERBS and low.removesuffix("es") not in VERBS:
        return True
    if before in VERBS or before.endswith("ing"):  # "build trust"
        return True
    return (before in _NOUN_AFTER and before not in ("to", "and", "or")) or _NOUN_BEFORE.match(after) is not None


def _may_be_subject(word: str, low: str, *, first: bool) -> bool:
    if len(low) < 4 or not low.isalpha() or low in _EVERYWHERE or low in VALUES or low in CALENDAR:
        return False
    if not (word.islower() or (first and word[1:].islower())):
        return False
    if (
        is_adverb(low)
        or low in PREPOSITION
        or low in IRREGULAR
        or low.endswith(("ing", "ed"))
        or SUFFIX.match(low)
        or is_verb_form(low)
    ):
        return False
    return not re.search(r"(?:tive|ary|al|ory|ful|less|ous|ic|ish|er|est)$", low) or low.endswith(("power",))
