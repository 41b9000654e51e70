"""Documents that disagree: another figure, someone who has left, a thing denied; the later document's word first.

Words alone decide. Where they leave doubt, nothing disagrees: to say that documents differ where they only speak of
two things would mislead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from assistant.dates import in_words, known, later
from assistant.domain import Citation
from assistant.figures import CALENDAR, MEASURES, SCALES, VALUES, Name, names, numbers
from assistant.words import STOPWORDS, stem, stems, words

# Figures of two gatherings, or of a part and the whole, are no disagreement.
_EVENT = re.compile(
    r"(?i)\b(?:(?:meeting|session|workshop|event|conference|assembly|gathering|visit|interview|webinar|walk|festival"
    r"|fair|class|survey|consultation|talk)(?:s|es)?|assemblies|training|attend(?:ed|ees)?|came|took part|turned up)\b"
)
_WHICH = re.compile(
    r"(?i)\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|(?:cell|phase|round|part) \d+)\b"
)
_DAY = re.compile(rf"\b(?:{'|'.join(CALENDAR)}|(?:19|20)\d\d)\b", re.IGNORECASE)
_RATE = re.compile(
    r"(?i)\b(?:each(?! other)|every|per(?! ?cent)|an? (?:year|month|week|day|head|person)|total|half"
    r"|annual(?! review| report| meeting))"
)
_SPAN = re.compile(r"(?i)\b(?:over|in|for) \w+ years")
_PART = re.compile(
    r"(?i)\b(?:(?<!have )(?<!have now )joined|left|closed|lost|(?<!one )another|extra|new|more(?! than)"
    r"|of (?:the|its|their))\b"
)
_UNSURE = re.compile(
    r"(?i)\b(?:(?-i:may)|if|whether|unless|would|could|might|should|(?:target|goal|want|wish|aim|hope)\w{0,2}|hoping"
    r"|aiming|plan(?:s|ned|ning)? to)\b"
)
_NOT = re.compile(
    r"(?i)\b(?:(?:is|are|was|were|does|do|did|has|have|had|will|can) not(?! only)|never|no longer|\w+n[’']t)\b"
)
_NO = re.compile(
    r"(?i)\b(?:not|no|none|nobody|without|neither|nor|cannot|rather|instead|unlike|refus\w+|declin\w+|stopp?\w*)\b"
)
_SPEECH = r"(?:said|says|wrote|writes|explained|noted|added|described|reported|told|suggested|recalled)"


def disagree(a: str, b: str, question: str) -> bool:
    """Whether two sentences about one thing differ: in a figure, in who is still there, or in that one denies it."""
    if "?" in a or "?" in b:
        return False
    if _gone(a, b) or _gone(b, a) or _taken_over(a, b) or _taken_over(b, a):
        return True
    if _UNSURE.search(a) or _UNSURE.search(b):
        return False
    return (_figures(a, b, question) or _denied(a, b)) and not _apart(a, b)


_STATE = "today still currently now year stand stands stood worth grown grew risen rose totals amounts reached".split()
_WEAK = STOPWORDS | CALENDAR | frozenset((*VALUES, *SCALES, *_STATE))


def _subject(text: str) -> frozenset[str]:
    """The stems of what a sentence is about: no numbers, days, or words of time."""
    return frozenset(stem(word) for word in words(text) if word not in _WEAK and not word[0].isdigit())


def _apart(a: str, b: str) -> bool:
    """Whether the sentences tell of two things of a kind: two meetings, two places, two organisations."""
    shared = False
    event = bool(_EVENT.search(a) or _EVENT.search(b))
    for tell in (_WHICH, _DAY) if event else (_WHICH,):
        ours, theirs = ({m.casefold() for m in tell.findall(text)} for text in (a, b))
        if ours and theirs and not ours & theirs:
            return True
        shared = shared or bool(ours & theirs)
    one, other = _named(a), _named(b)
    same = any(ours.may_be(theirs) for ours in one for theirs in other)
    return bool(one and other and not same) or (event and not shared and not same)


def _named(text: str) -> list[Name]:
    """The names in a sentence but for those who only tell it."""
    return [
        name
        for name in names(text)
        if (not name.opens or " " in name.text)
        and not re.match(rf"(?:, [^,]*,)? {_SPEECH}\b", text[name.end :])
        and not re.search(rf"\b(?:{_SPEECH}|According to) $", text[: name.start])
    ]


def _figures(a: str, b: str, question: str) -> bool:
    if bool(_PART.search(a)) != bool(_PART.search(b)) or set(_RATE.findall(a)) != set(_RATE.findall(b)):
        return False
    ours, theirs = list(numbers(a)), list(numbers(b))
    one, other, asked = _subject(a), _subject(b), frozenset(stems(question))
    for of in ({n.of for n in ours} & {n.of for n in theirs}) - {""}:
        rest, within = (one & other) - {of}, one <= other or other <= one
        if not of.isalpha() and bool(_SPAN.search(a)) != bool(_SPAN.search(b)):
            near = False
        elif of in MEASURES:
            near = within and (len(rest) > 1 or (len(rest) == 1 and rest <= asked))
        else:
            near = len(rest) > 1 or (len(rest) == 1 and within)
        if near and 3 * len(one & other) >= min(len(one), len(other)):
            pairs = [(x, y) for x in ours for y in theirs if x.of == y.of == of]
            if not any(x.agrees(y) for x, y in pairs):
                return True
    return False


def _denied(a: str, b: str) -> bool:
    """Whether one says "not" of nearly all that the other says."""
    one, other = _subject(a), _subject(b)
    shared = len(one & other)
    if shared < 3 or 4 * shared < 3 * min(len(one), len(other)) or 2 * shared < max(len(one), len(other)):
        return False
    return any(_NOT.search(x) and not _NOT.search(y) and not _NO.search(y) for x, y in ((a, b), (b, a)))


_ROLE = (
    r"(?:(?:co-?)?(?:director|chair|leader|lead|manager|ordinator|convenor|founder)|chief executive|head|officer"
    r"|trustee|mayor|treasurer|secretary|organiser)"
)
_DOES = "leads|chairs|runs|heads|manages|directs|coordinates|convenes|works|meets|opens|offers|provides"
_BODY = r"(?:charity|council|organisation|collective|network|team|hub|trust|board|group|post|job|role|service)"
# What says that somebody or something is there no more; "left" and "closed" say so only in some of their uses.
_GONE = re.compile(
    r"(?i)\b(?:(?:has|have) (?:since )?(?:left|closed|ended)(?! open| behind| out| (?:the|a) (?:meeting|room|session))"
    rf"|left (?:in|at the end|last|her|his|their|(?:the|our) (?:\w+ ){{0,2}}{_BODY})|stood down|retired|resigned"
    r"|(?:step|stand)(?:ped|ping|ing) (?:down|aside)|closed (?:in|last|down|its doors|for good)|ended (?:in|last)"
    r"|no longer (?:(?:the|an?|our|its|in) )?(?:\w+ ){0,2}"
    rf"(?:{_ROLE}|{_DOES}|there|involved|open|post)"
    rf"|used to (?:be (?:\w+ ){{0,2}}{_ROLE}|chair|lead|run|head|manage|work)"
    r"|(?:was|were|been|is) (?:replaced|succeeded)|(?:has|have) (?:since )?moved on(?! to (?:the|a) )"
    r"|(?:has|have) since (?:become|taken|gone|joined|stopped|moved))\b"
)
_OUSTED = re.compile(
    r"(?i)\b(?:former|formerly|(?:replac|succeed)(?:ed|s|ing)(?! in| at)|(?:took|taken|taking) over from)\b"
)
_THEN_NAME = re.compile(r" (?:[\w-]+,? ){0,3}")
_NOW = r"(?:(?:still|now|also|currently) )*"
_THERE = re.compile(
    rf"(?i)(?:(?:,| is| are|[’']s|, who is| as) {_NOW}(?:(?!(?:with|to|for|from|by|near|at)\b)\w+ ){{0,4}}{_ROLE}s?"
    rf"|(?:,? who)? {_NOW}(?:{_DOES})"
    rf"|(?: is| are|[’']s) {_NOW}(?:open|based|run|led|chaired)(?= (?:in|at|on|by|every|from)))\b"
)
_TITLED = re.compile(rf"(?i)\b{_ROLE}(?: (?:of|at) [^,.;]{{1,60}})?(?:,| is)? $")
_TAKEN_OVER = re.compile(r"(?i)\b(?:is|are) now (chair|led|run|head|manag|direct|conven)\w* by ")


def _gone(past: str, present: str) -> bool:
    """Whether `past` says that somebody or something is gone that has a role or is at work in `present`."""
    if not (_GONE.search(past) or _OUSTED.search(past)) or _GONE.search(present) or _OUSTED.search(present):
        return False
    there = [x for x in names(present) if _THERE.match(present, x.end) or _TITLED.search(present[: x.start])]
    return any(one.may_be(other) and _leaves(past, one, present) for one in names(past) for other in there)


def _leaves(text: str, name: Name, present: str) -> bool:
    """Whether a sentence says that the one named here is gone, and not another between the name and the verb."""
    for out in _OUSTED.finditer(text, 0, name.start):
        role = text[out.end() : name.start]
        # "A former nurse, Tom Reed" may well be a trustee now.
        if _THEN_NAME.fullmatch(role) and (out[0][0] not in "fF" or _subject(role) & _subject(present)):
            return True
    verb = _GONE.search(text, name.end)
    if verb is None or (name.opens and name.text.endswith("s") and " " not in name.text):
        return False  # "Members" have left: that is no name
    between = text[name.end : verb.start()]
    held = [re.search(r"\b(?:of|at|from|for|in|and)(?: the)? $", between[: other.start]) for other in names(between)]
    return len(between) < 70 and not re.search(rf"\b{_SPEECH}\b|[;:]", between) and all(held)


def _taken_over(now: str, before: str) -> bool:
    """Whether `now` names another who leads what somebody leads in `before`."""
    by = _TAKEN_OVER.search(now)
    if not by or by[1].lower() not in before.casefold().replace("lead", "led") or _TAKEN_OVER.search(before):
        return False
    who = [name for name in names(now) if name.start == by.end()]
    others = [name for name in names(before) if not any(name.may_be(one) for one in names(now))]
    return bool(who and others and _subject(now[: by.start()]) & _subject(before))


def superseding(quotes: Sequence[Citation], question: str) -> tuple[list[int], list[str]]:
    """The order of the citations, with the later first of two documents that disagree, and what to note of it.

    Where none disagree it is the order given, else each document's citations stand together, in their order.
    """
    dates = {quote.document: quote.date for quote in quotes}
    rivals: dict[str, list[str]] = {quote.document: [] for quote in quotes}
    for one, other in combinations(quotes, 2):
        if other.document in (one.document, *rivals[one.document]):
            continue
        if disagree(one.quote, other.quote, question):
            rivals[one.document].append(other.document)
            rivals[other.document].append(one.document)
    if not any(rivals.values()):
        return list(range(len(quotes))), []
    order: list[str] = []

    def place(document: str) -> None:
        if document not in order:
            for rival in rivals[document]:
                if later(dates[rival], dates[document]):
                    place(rival)
            order.append(document)

    for document in rivals:
        place(document)
    places = sorted(range(len(quotes)), key=lambda i: (order.index(quotes[i].document), i))
    return places, _notes(rivals, dates, order[0])


def _notes(rivals: dict[str, list[str]], dates: dict[str, str | None], first: str) -> list[str]:
    """One note for each set of documents that disagree, directly or through one another."""
    notes: list[str] = []
    seen: set[str] = set()
    for document in rivals:
        if document in seen or not rivals[document]:
            continue
        together = [document]
        for one in together:
            together += [rival for rival in rivals[one] if rival not in together]
        seen.update(together)
        notes.append(f"The documents differ here. {_which([dates[one] for one in together], first in together)}")
    return list(dict.fromkeys(notes))


def _which(dates: Sequence[str | None], first: bool) -> str:
    """Which of the documents that disagree is the later. `first`: one of them stands first of all."""
    undated = sum(not known(date) for date in dates)
    if undated == len(dates):
        return f"{'Both' if undated == 2 else 'All'} are undated, so which is later is not known."
    if undated:
        some = "One of them is" if undated == 1 else f"{undated} of them are"
        return f"{some} undated, so which is later is not known."
    for date in dates:
        if sum(later(date, other) for other in dates) == len(dates) - 1:
            where = "first" if first else "before the other" if len(dates) == 2 else "before the others"
            return f"The {'later' if len(dates) == 2 else 'latest'} one, of {in_words(known(date))}, stands {where}."
    return "Their dates do not tell which is later."


def conflicts(shown: Sequence[Citation], others: Sequence[Citation], question: str) -> list[int]:
    """Which of `others`, found and not chosen, contradict or supersede something shown from another document."""
    quoted = {citation.quote for citation in shown}
    return [
        i
        for i, other in enumerate(others)
        if other.quote not in quoted
        and any(one.document != other.document and disagree(one.quote, other.quote, question) for one in shown)
    ]
