"""The network's terms and abbreviations, each with the sentences that say what it means, where any do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.cite import Lookup
from assistant.domain import Standing
from assistant.guide.abbreviations import long_forms
from assistant.guide.candidates import PLAIN, Candidate, Key, Sign, candidates, stemmed
from assistant.guide.definitions import PLAINEST, says_what
from assistant.guide.everyday import is_verb_form, per_million, rarity
from assistant.guide.lines import Shelved, citations, stands_alone
from assistant.guide.values import Term
from assistant.line import Line
from assistant.sameness import key
from assistant.words import WORD, stem, words

MOST = 30
RARE = 25.0  # in a million words: a phrase that is commoner is everybody's
RARE_CONTRAST = 60.0  # of two that a document tells apart
RARE_WORD = 0.5
RARE_HEAD = 10.0


@dataclass
class _Found:
    """What the corpus shows of one candidate."""

    forms: Counter[str] = field(default_factory=Counter)
    signs: Counter[Sign] = field(default_factory=Counter)
    ends: int = 0
    said: set[str] = field(default_factory=set)  # keys of the different sentences

    def add(self, one: Candidate, sentence: str) -> None:
        self.forms[one.text] += 1
        self.signs[one.sign] += 1
        self.ends += one.ends
        self.said.add(sentence)


def glossary(shelf: Sequence[Shelved], lookup: Lookup, names: Iterable[str] = ()) -> tuple[Term, ...]:
    """At most MOST terms in the order of the alphabet. `names`: of people, organisations and places, which are none."""
    lines = [line for one in shelf for line in one.lines()]
    long: dict[str, tuple[str, Line]] = {}
    found: dict[Key, _Found] = defaultdict(_Found)
    for line in lines:
        text = line.text
        said = key(text)
        for one in candidates(text):
            found[stemmed(one.text)].add(one, said)
        for short, spelt in long_forms(text):
            long.setdefault(short, (spelt, line))
    _add_rare(lines, found)
    _add_titles(shelf, found)
    known = {stemmed(name) for name in names}
    kept = _kept(found)
    # An abbreviation that a document spells out is worth its line even where it is somebody's.
    chosen = {k: one for k, one in kept.items() if k not in known or not long.keys().isdisjoint(one.forms)}
    places = _places(lines, chosen)
    ranked = sorted(chosen, key=lambda k: (-_strength(chosen[k], places[k]), k))[:MOST]
    terms = [_term(chosen[k], places[k], long, lookup) for k in ranked]
    return tuple(sorted((t for t in terms if t.used or t.defined), key=lambda t: (t.term.casefold(), t.term)))


def _add_rare(lines: Sequence[Line], found: dict[Key, _Found]) -> None:
    """Single words, of lower case, that are rare or that a sentence defines, wherever they stand."""
    defined = {k for k, one in found.items() if len(k) == 1 and one.signs["kind"]}
    rare: dict[str, bool] = {}
    for line in lines:
        for token in line.text.split():
            word = token.strip(".,;:!?()‘’“”'\"")
            if not word or not (word.islower() or word.lower().startswith("co-")):
                continue
            if word not in rare:
                rare[word] = _rare_word(word)
            k = stemmed(word)
            if rare[word] or k in defined:
                found[k].add(Candidate(word, "rare", 0, 0), key(line.text))


def _add_titles(shelf: Sequence[Shelved], found: dict[Key, _Found]) -> None:
    """A phrase that a title or heading holds is said there too."""
    for one in shelf:
        for title in {one.document.title, *(p.heading[-1] for p in one.passages if p.heading)}:
            stems = stemmed(title)
            for size in (2, 3):
                for k in (stems[i : i + size] for i in range(len(stems) - size + 1)):
                    if k in found and found[k].signs["phrase"]:
                        found[k].said.add(f"title {key(title)}")


def _rare_word(word: str) -> bool:
    """Whether a word by itself is one to stumble over: a noun that everyday English hardly has."""
    if not all(part.isalpha() and len(part) > 1 for part in word.split("-")) or len(word) < 5:
        return False
    head = word.split("-")[-1]
    single = head.removesuffix("s")
    if head.endswith(("ed", "ing", "ly", "ive", "al", "ous", "able", "ible", "ic", "based", "wide")) or is_verb_form(
        head
    ):
        return False
    return max(per_million(head), per_million(single)) < RARE_WORD and head not in PLAIN


def _kept(found: dict[Key, _Found]) -> dict[Key, _Found]:
    """The candidates that are terms."""
    heads: dict[str, set[Key]] = defaultdict(set)
    for k, one in found.items():
        if len(k) == 2 and one.signs["phrase"] and one.ends:
            heads[k[-1]].add(k)
    many = {head for head, keys in heads.items() if len(keys) >= 3 and sum(len(found[k].said) for k in keys) >= 5}
    kept: dict[Key, _Found] = {}
    for k, one in found.items():
        form = one.forms.most_common(1)[0][0]
        sure = one.signs["abbreviation"] or one.signs["quoted"] or one.signs["capitals"] or one.signs["called"]
        often = len(one.said) >= 2 and one.ends and rarity(form) <= RARE
        headed = len(k) == 2 and k[-1] in many and one.ends and per_million(words(form)[-1]) <= RARE_HEAD
        contrast = one.signs["contrast"] and rarity(form) <= RARE_CONTRAST
        jargon = one.signs["jargon"] and one.ends
        kind = one.signs["kind"] and len(k) == 1 and (len(one.said) >= 5 or one.signs["kind"] >= 2)
        rare = one.signs["rare"] and _rare_word(form) and len(one.said) >= (2 if per_million(form) < 0.1 else 3)
        if sure or (one.signs["phrase"] and (often or headed)) or contrast or jargon or kind or rare:
            kept[k] = one
    return {k: one for k, one in kept.items() if not _inside(k, one, kept)}


def _inside(k: Key, one: _Found, kept: dict[Key, _Found]) -> bool:
    """Whether a phrase stands mostly, or a word often, inside a longer one that is kept."""
    if one.signs["phrase"] + one.signs["rare"] != one.signs.total():
        return False
    share = 0.5 if len(k) == 1 else 0.7
    for other, longer in kept.items():
        held = any(other[i : i + len(k)] == k for i in range(len(other) - len(k) + 1))
        if len(other) > len(k) and held and len(one.said & longer.said) >= share * len(one.said):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Place:
    line: Line
    start: int
    end: int


def _places(lines: Sequence[Line], chosen: dict[Key, _Found]) -> dict[Key, list[_Place]]:
    """Where each term stands: once in a sentence, every different sentence once."""
    firsts: dict[str, list[Key]] = defaultdict(list)
    for k in chosen:
        firsts[k[0]].append(k)
    places: dict[Key, list[_Place]] = {k: [] for k in chosen}
    seen: dict[Key, set[str]] = {k: set() for k in chosen}
    for line in lines:
        text = line.text
        matches = list(WORD.finditer(text))
        stems = [stem(match[0].replace("’", "'").casefold().removesuffix("'s")) for match in matches]
        said = key(text)
        for i, first in enumerate(stems):
            for k in firsts.get(first, ()):
                if tuple(stems[i : i + len(k)]) == k and said not in seen[k] and _as_written(chosen[k], matches[i][0]):
                    seen[k].add(said)
                    places[k].append(_Place(line, matches[i].start(), matches[i + len(k) - 1].end()))
    return places


def _as_written(one: _Found, word: str) -> bool:
    """An abbreviation is one in capitals alone."""
    return not one.signs["abbreviation"] or word.isupper() or word.rstrip("s").isupper() or "_" in word


def _strength(one: _Found, places: Sequence[_Place]) -> float:
    """What is worth the room: what is explained, what a document marks as a term, what many use."""
    explained = any(says_what(p.line.text, p.start, p.end) is not None for p in places)
    marked = one.signs["abbreviation"] or one.signs["quoted"] or one.signs["capitals"] or one.signs["called"]
    own = any(p.line.document.standing is not Standing.OUTSIDE for p in places)
    accounts = len({p.line.account for p in places})
    return (
        3 * explained
        + 3 * bool(marked)
        + 2 * bool(one.signs["contrast"])
        + 2 * own
        + min(accounts, 4)
        + min(len(places), 6) / 3
    )


def _term(one: _Found, places: Sequence[_Place], long: dict[str, tuple[str, Line]], lookup: Lookup) -> Term:
    form = _form(one)
    spelt, where = long.get(form, (None, None))
    told: list[tuple[tuple[object, ...], Line]] = []
    for place in places:
        text = place.line.text
        rank = says_what(text, place.start, place.end)
        if rank is not None and (stands_alone(text) or rank == PLAINEST):
            told.append(((rank, place.line.document.standing is Standing.OUTSIDE, not stands_alone(text)), place.line))
    best = [line for _, line in sorted(told, key=lambda pair: pair[0])[:2]]
    if where is not None and where not in best:
        best = [where, *best][:2]
    defined = citations(best, lookup)
    return Term(form, spelt, defined, citations(_uses(places, best), lookup))


def _form(one: _Found) -> str:
    """As most sentences write it: one rather than many where both are written, a name with its capitals."""
    named = one.signs["capitals"] or one.signs["abbreviation"] or one.signs["called"]
    counts: Counter[str] = Counter()
    for form, count in one.forms.items():
        counts[form if named else form[0].lower() + form[1:]] += count
    if one.signs["capitals"]:
        counts = Counter({form: count for form, count in counts.items() if form[:1].isupper()}) or counts
    best = max(counts, key=lambda form: (counts[form], -len(form), form))
    single = re.sub(r"s$", "", re.sub(r"ies$", "y", best))
    return single if single in counts else best


def _uses(places: Sequence[_Place], told: Sequence[Line]) -> list[Line]:
    """One place or two, of different accounts, where it is used and not explained."""

    def rank(place: _Place) -> tuple[object, ...]:
        return (
            not stands_alone(place.line.text),
            list(Standing).index(place.line.document.standing),
            place.line.document.id,
        )

    uses: dict[tuple[str, str | None], Line] = {}
    for place in sorted(places, key=rank):
        if place.line not in told:
            uses.setdefault(place.line.account, place.line)
    most = 1 if told else 2
    return list(uses.values())[:most]
