"""What one document shows of the names in it: found once for each version of a document, merged with others' anew."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from assistant.domain import Document, Passage
from assistant.guide.names.belongs import belong, keep_company
from assistant.guide.names.findings import KINDS, RULES, Found, Name, Short, four, head, initials, same_body, top_kind
from assistant.guide.names.gazetteer import is_place
from assistant.guide.names.kinds import Votes, by_words, is_short, votes
from assistant.guide.names.lexicon import BODIES, GIVEN, HONORIFICS, LETTERS_AFTER, is_plain
from assistant.guide.names.runs import Run, runs
from assistant.guide.names.signs import ACRONYM, BRAND
from assistant.guide.values import EntityKind

__all__ = ["KINDS", "RULES", "Found", "found"]
STATED = 6  # votes for what a document's front matter or its own labels say
SERIES = re.compile(
    r"(?:notes?|minutes|report|summary|transcript) (?:from|of)(?: the)? (?P<one>[A-Z].{3,60}?),?:? (?:Cell|Session|Meeting|Workshop|Module) \d+"
    r"|(?P<two>[A-Z].{3,60}?)(?::|,| -| –)? (?:Cell|Session|Meeting|Workshop|Module) \d+",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?<![^\W_])[a-zà-ÿ][a-zà-ÿ'’-]+")
_SHORT_FOR = re.compile(r" \((?:the |or )?[‘“\"']?(?P<short>[A-Z][\w&]{1,11})[’”\"']?\)")


@dataclass
class _Tally:
    """What is known so far of the names of one document."""

    votes: dict[str, Votes] = field(default_factory=lambda: defaultdict(Counter))
    best: Counter[str] = field(default_factory=Counter)
    shown: set[str] = field(default_factory=set)
    pairs: dict[str, str] = field(default_factory=dict)  # short -> full
    shorts: dict[tuple[str, str], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )  # (form, place) -> starts

    def add(self, form: str, kind: EntityKind, weight: int) -> None:
        self.votes[form][kind] += weight
        self.best[form] = max(self.best[form], weight)


def found(document: Document, passages: Sequence[Passage]) -> Found:
    """The names of a document. `passages` are its own, in order."""
    text = document.text
    units = [(s.start, s.end, p) for p in passages for s in p.sentences]
    small = frozenset(word.replace("’", "'") for start, end, _ in units for word in _small(text[start:end]))
    known = _stated(document, passages)
    for start, end, _ in units:
        known |= {run.name for run in runs(text, start, end, small) if not run.opens and len(run.words) > 1}
    tally = _Tally()
    _state(tally, document, passages)
    domain = _domain(document)
    for start, end, passage in units:
        here = [(run, votes(run, small=small, domain=domain)) for run in runs(text, start, end, small, known)]
        for i in belong(text, here):
            tally.shown.add(here[i][0].name)
        keep_company(text, here)
        for i, (run, signs) in enumerate(here):
            if is_short(run):
                _note_short(tally, run, _place(here[:i], passage, document))
            else:
                _note(tally, run, signs)
    return _settled(tally, document)


def _note_short(tally: _Tally, run: Run, place: str) -> None:
    if re.search(r"\bthe $", run.before, re.IGNORECASE):
        tally.shorts[f"the {run.name}", place].append(run.start - 4)


def _note(tally: _Tally, run: Run, signs: Votes) -> None:
    # A name that is known by other signs is counted here too, with no vote; an opener that is a word is not.
    if signs or not (run.opens and len(run.words) == 1):
        again = tally.votes[run.name] and tally.best[run.name] > 0
        # What its words speak for counts once, what stands around it every time.
        tally.votes[run.name] += signs - by_words(run) if again else +signs
        tally.best[run.name] = max([tally.best[run.name], *signs.values()])
    match = _SHORT_FOR.match(run.after)
    if match and match["short"] not in LETTERS_AFTER and _abbreviates(match["short"], run.name):
        tally.pairs[match["short"]] = run.name


def _settled(tally: _Tally, document: Document) -> Found:
    """The names, with the short forms of what the document names in full."""
    kinds = {form: top for form, signs in tally.votes.items() if (top := top_kind(signs))}
    people = [form for form, kind in kinds.items() if kind == "person" and len(form.split()) > 1]
    pairs = dict(tally.pairs)
    for form in tally.votes:
        if len(form.split()) == 1 and kinds.get(form) in (None, "person"):
            bearers = [full for full in people if form in (full.split()[0], full.split()[-1])]
            firsts = [full for full in bearers if full.split()[0] == form] or bearers
            if len(firsts) == 1:
                pairs[form] = firsts[0]
        longer = [
            full for full in tally.votes if re.match(rf"{re.escape(form)} (?:for|of|in) ", full) and " " in form
            and kinds.get(full) == "programme" and kinds.get(form) in (None, "programme")
        ]  # fmt: skip
        if len(longer) == 1:
            pairs[form] = longer[0]
    names = tuple(
        Name(form, four([signs[kind] for kind in KINDS]), tally.best[form], form in tally.shown)
        for form, signs in sorted(tally.votes.items())
        if form not in pairs
    )
    bodies = [form for form, kind in kinds.items() if kind in ("organisation", "programme")]
    shorts = tuple(
        Short(form, _named_in_full(form, bodies, place, document.places), place, tuple(at))
        for (form, place), at in sorted(tally.shorts.items())
    )
    return Found(document.id, document.digest, names, tuple(sorted(pairs.items())), shorts)


def _named_in_full(short: str, bodies: Sequence[str], place: str, places: Sequence[str]) -> str:
    """The one body of the document that ends with the word of a short form, or "". Said of a place that is not the
    document's own, it is that place's: "in Marlow the Council" is no council of Tollbridge."""
    having = [body for body in bodies if head(body) == head(short) and body != short]
    here = [body for body in having if place and place.casefold() in body.casefold()]
    having = here or ([] if place and place not in places and places else having)
    # "BD_Collective" and "Barking and Dagenham Collective" are one; told when documents are merged.
    longest = sorted(having, key=len, reverse=True)
    return longest[0] if longest and all(same_body(longest[0], one) for one in longest[1:]) else ""


def _abbreviates(short: str, name: str) -> bool:
    letters = initials(re.split(r"[\s_-]+", name))
    return len(short) > 1 and (
        short.upper() == letters or short.upper() == "".join(w[0] for w in name.upper().split()) or short in name
    )


def _stated(document: Document, passages: Sequence[Passage]) -> set[str]:
    speakers = {passage.speaker for passage in passages if passage.speaker}
    return {*speakers, *document.places, *document.authors}


def _state(tally: _Tally, document: Document, passages: Sequence[Passage]) -> None:
    """What the front matter, a transcript's labels and the accounts say."""
    for place in document.places:
        tally.add(place, "place", STATED)
    people = dict.fromkeys([*document.authors, *(p.speaker for p in passages if p.speaker)])
    for name in people:
        words = [word for word in name.split() if word.casefold().rstrip(".") not in HONORIFICS]
        while len(words) > 1 and words[-1].strip(",.") in LETTERS_AFTER:
            words = words[:-1]
        bare = " ".join(words)
        last = bare.casefold().split()[-1] if bare else ""
        placed = len(words) > 1 and is_place(words[-1]) and words[0].casefold() not in GIVEN  # "Homes England"
        body = (
            name.startswith("The ")
            or placed
            or last in BODIES
            or BRAND.search(bare)
            or (ACRONYM.fullmatch(bare) and name in document.authors)
        )
        if bare and not (len(words) == 1 and is_plain(bare) and bare.casefold() not in GIVEN):
            tally.add(bare, "organisation" if body else "person", STATED)
    for match in SERIES.finditer(document.title):
        name = match["one"] or match["two"]
        words = name.split()
        if len(words) > 1 and sum(word[0].isupper() for word in words) > 1 and not is_place(name):
            tally.add(name, "programme", STATED)


def _place(before: Sequence[tuple[Run, Votes]], passage: Passage, document: Document) -> str:
    """The place that a short form is said of: one that its sentence names before it, else the passage's or document's only one."""
    named = [run.name for run, signs in before if top_kind(signs) == "place" and signs["place"] > 1]
    places = named[-1:] or passage.places or document.places
    return places[0] if len(places) == 1 else ""


def _domain(document: Document) -> str:
    """The address that a document came from, letters only: "bdcollective" of "https://www.bdcollective.co.uk/news"."""
    host = urlsplit(document.url or "").hostname or ""
    return re.sub(r"[\W_]", "", host.removeprefix("www.").split(".")[0])


def _small(words: str) -> Iterator[str]:
    return (match[0].removesuffix("'s").removesuffix("’s") for match in _SMALL.finditer(words))
