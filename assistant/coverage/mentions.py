"""When a sentence only mentions a topic: as one item of a list, as where somebody comes from, as an example in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from assistant.coverage.roots import root
from assistant.words import WORD, words

Form = tuple[str, ...]  # roots that stand side by side
Span = tuple[int, int]  # characters of a sentence

# Words that make a clause of what stands between two commas, so that it is no item of a list.
CLAUSE = frozenset(
    "am are be been being but can cannot could did do does had has have he her his however i if is it its may might must not"
    " our shall she should so than that their then there these they this those though to was we were what when where"
    " whether which while who whose why will would you your especially particularly notably above"
    " became began came felt found gave got kept left made said took told went nobody everybody somebody".split()
)
PART = re.compile(r"(?:[^,;:()\[\]“”\"–—]|,(?=\S))+")  # what stands between commas and the like
LAST_WORDS = 3  # of what stands before the first comma: the item
LONGEST = 9  # words of an item
FIRST_WORDS = 5  # of what stands after the "and" of a list,
OWN = frozenset("for to in on of with by from at".split())  # but all where it is "for ..., for ... and for ..."
AMONG = re.compile(
    r"(?: [\w'’-]+){0,2}(?:,? and [\w'’-]+(?: [\w'’-]+)?)? (?:is|are|was|were) (?:among|one of|some of)\b",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\((?:e\.g\.?|for example|such as|including|like)[^)]*\)", re.IGNORECASE)
CAPITALS = re.compile(r"\b[A-Z][\w'’-]* $")
# "Asha Moss, from ...", "the director of ...": what follows is where somebody is to be found.
COMES_FROM = re.compile(
    r"(?:\b[A-Z][\w'’-]+,? (?:at|from)|\b(?:convenor|chair|director|head|leader|manager|founder|member|officer|coordinator"
    r"|chief executive) (?:of|at))(?: the)? $"
)


LONGEST_TEXT = 2000  # characters; what is longer is no sentence that mentions in passing
NAMED = 120  # characters before a word in which the rest of its name, and whose it is, are looked for


def mere(text: str, wanted: Iterable[Form]) -> bool:
    """Whether each place where a sentence holds words of a topic is a mere mention. `wanted`: the words and phrases that
    stand for some of it, as roots."""
    if len(text) > LONGEST_TEXT:
        return False
    passing = [*listed(text), *(match.span() for match in BRACKETS.finditer(text))]
    hits = _hits(text, wanted)
    return bool(hits) and all(
        any(start <= hit[0] and hit[1] <= end for start, end in passing)
        or AMONG.match(text, hit[1]) is not None
        or _comes_from(text, hit)
        for hit in hits
    )


def _hits(text: str, wanted: Iterable[Form]) -> list[Span]:
    """Where the forms of a topic stand in a sentence."""
    spans = [match.span() for match in WORD.finditer(text)]
    told = [root(word) for word in words(text)]  # one for each of these
    held = set(told)
    forms = [form for form in wanted if held.issuperset(form)]
    return [
        (spans[i][0], spans[i + len(form) - 1][1])
        for form in forms
        for i in range(len(told) - len(form) + 1)
        if tuple(told[i : i + len(form)]) == form
    ]


def listed(text: str) -> list[Span]:
    """Where the items of lists of three or more ("a, b and c") stand in a sentence."""
    found: list[Span] = []
    start, end, more, last = (
        -1,
        0,
        False,
        0,
    )  # of the list that may be running; whether it has a second item; where the part before ends
    for part in PART.finditer(text):
        told = [(match[0].casefold(), match.span()) for match in WORD.finditer(text, *part.span())]
        joined = text[last : part.start()].strip() == ","
        last = part.end()
        joint = next((i for i, (word, _) in enumerate(told) if word in ("and", "or")), len(told))
        item = joint <= LONGEST and not any(word in CLAUSE for word, _ in told[:joint])
        item = item and not (joint > 1 and told[joint - 1][0].endswith("ed"))  # "the lanterns failed"
        if start >= 0 and joined and item and joint == len(told) and told:
            end, more = told[-1][1][1], True
            continue
        if start >= 0 and joined and item and (more or joint) and (after := _first(told[joint + 1 :])):
            found += [(start, told[joint - 1][1][1] if joint else end), after]
            end, more = after[1], True  # another "and" may follow
            continue
        before = [span for _, span in _until_clause(told[::-1])][:LAST_WORDS]
        start, more = (before[-1][0] if before else -1), False
    return found


def _first(told: Sequence[tuple[str, Span]]) -> Span | None:
    """Where the last item of a list stands in what follows its "and"."""
    item = _until_clause(told)
    if item and item[0][0] not in OWN:
        item = item[:FIRST_WORDS]
    return (item[0][1][0], item[-1][1][1]) if item else None


def _until_clause(told: Sequence[tuple[str, Span]]) -> list[tuple[str, Span]]:
    return list(takewhile(lambda one: one[0] not in CLAUSE, told))


def _comes_from(text: str, hit: Span) -> bool:
    """Whether a word stands in a name that tells where somebody comes from."""
    if not text[hit[0]].isupper():
        return False
    before = text[max(0, hit[0] - NAMED) : hit[0]]
    while match := CAPITALS.search(before):
        before = before[: match.start()]
    return COMES_FROM.search(before) is not None
