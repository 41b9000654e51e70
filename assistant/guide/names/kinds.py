"""What a run of capitalised words names, judged by its own words and by what stands around it.

Each sign is a vote for a kind. A vote of 1 is a hint, and shows nothing by itself; 2 is a sign; 3 and more is as good as said.
"""

from __future__ import annotations

import re
from collections import Counter

from assistant.guide.names.gazetteer import is_place
from assistant.guide.names.lexicon import (
    BODIES,
    DIRECTIONS,
    GIVEN,
    NUMBERS,
    PRODUCTS,
    SHORTENED,
    SITES,
    SURE_SITES,
    THINGS,
    UNDERTAKINGS,
)
from assistant.guide.names.runs import Run
from assistant.guide.names.signs import (
    ACRONYM,
    ACTS,
    BELONGS,
    BRAND,
    CALLED_BODY,
    CALLED_PLACE,
    CALLED_UNDERTAKING,
    INVERTED,
    IS_BODY,
    IS_PLACE,
    IS_UNDERTAKING,
    LIVES_IN,
    MADE_BY,
    NAMES_PLACE,
    NAMES_UNDERTAKING,
    NOT_IN,
    OF_OFFICE,
    OWNS,
    PRESENT,
    ROLE_AFTER,
    ROLE_BEFORE,
    SAYS,
    SERVES,
    SHIRE,
    SOMEBODY_FROM,
    SPEAKS,
    STANDS_IN,
    STANDS_ON,
    TAKES_PLACE,
    WHO,
)
from assistant.guide.values import EntityKind

Votes = Counter[EntityKind]


def votes(run: Run, *, small: frozenset[str] = frozenset(), domain: str = "") -> Votes:
    """What the signs of one run speak for. `small`: words that the document has in small letters as well; `domain`:
    the address that it came from, letters only."""
    found: Votes = Counter()
    owned = bool(domain) and len(_letters(run.name)) > 4 and domain.startswith(_letters(run.name))
    if not owned and _is_nothing(run, small):
        return found
    found += by_words(run)
    _by_what_surrounds(run, found)
    plain_single = len(run.words) == 1 and (run.plain or run.words[0].small in small)
    if owned:
        found["organisation"] += 3
    if plain_single and max(found.values(), default=0) < 2:
        return Counter()
    return found


def is_short(run: Run) -> bool:
    """Whether it stands for a body named in full elsewhere: "the Council"."""
    return len(run.words) == 1 and run.words[0].small in SHORTENED


def _is_nothing(run: Run, small: frozenset[str]) -> bool:
    words = [word.small for word in run.words]
    if len(words) == 1:
        loose = run.opens and (run.plain or words[0] in small) and not is_place(run.name) and words[0] not in GIVEN
        if words[0] in PRODUCTS:
            return False
        if words[0] in THINGS or re.sub(r"-\d+$", "", words[0]) in THINGS or is_short(run) or len(words[0]) == 1:
            return True
        return loose
    if run.plain and OF_OFFICE.search(run.before):
        return True  # "Director of Children's Services"
    if all(word in THINGS for word in words):
        return True
    if not (run.opens and run.plain) or words[-1] in BODIES | UNDERTAKINGS:
        return False
    told = any(sign.match(run.after) for sign in (IS_BODY, IS_UNDERTAKING, IS_PLACE, NAMES_UNDERTAKING))
    return not told and all(word in small for word in words[1:])


def by_words(run: Run) -> Votes:
    """What its own words speak for, wherever it stands."""
    found: Votes = Counter()
    words = [word.small for word in run.words]
    first, last, several = words[0], words[-1], len(words) > 1
    place_first, place_last = is_place(run.words[0].text), is_place(run.words[-1].text)
    if is_place(run.name) or (SHIRE.fullmatch(first) and not several):
        found["place"] += 3
        return found
    brand = any(BRAND.search(word.text) for word in run.words)
    acronym = not several and ACRONYM.fullmatch(run.words[0].text) is not None
    person_like = (
        several
        and len(words) <= 3 + (" al-" in run.name or run.held)
        and not brand
        and (first in GIVEN or not run.plain)
    )
    person_like = person_like and NUMBERS.isdisjoint(words)
    if run.held:
        found["person"] += 4
    if run.office:
        found["organisation"] += 2
    if not several and first in PRODUCTS:
        found["programme"] += 3
        return found
    if several and first == "st" and last not in BODIES - {"church"}:
        found["place"] += 3
        return found
    if several and last in BODIES and not (first in GIVEN and len(words) == 2 and last in ("house", "bank", "watch")):
        found["organisation"] += 3
        return found
    if several and re.match(
        r"(?:university|bank|friends|church|department|ministry|institute|centre|school|college) (?:of|for)\b",
        run.name.casefold(),
    ):
        found["organisation"] += 3
        return found
    if several and last in UNDERTAKINGS and not (first in GIVEN and len(words) == 2):
        found["programme"] += 2 if last == "fund" else 3  # a fund may be a body too, and then it acts
        return found
    if several and (place_last or last in ("uk", "wales", "england")):
        # "North Surrey" is a place, "Active Surrey" is not.
        found["place" if first in DIRECTIONS else "organisation"] += 2
        return found
    sited = run.determined or first in DIRECTIONS or last in SURE_SITES or (run.plain and first not in GIVEN)
    if several and last in SITES and sited and not run.held:
        found["place"] += 2
        return found
    if several and place_first:
        found["organisation"] += 2 if len(words) > 2 else 1
        return found
    if several and re.search(r" (?:for|to|in|of|and) ", run.name) and not run.held:
        found["programme"] += 2
        return found
    if brand or acronym:
        found["organisation"] += 1 + (acronym and re.search(r"\bthe $", run.before, re.I) is not None)
        return found
    if person_like and not run.determined:
        found["person"] += 2 if first in GIVEN else 1 if run.opens else 2
    elif several and run.plain and not run.opens:
        found["programme"] += 2
    elif several and run.determined:
        found["organisation"] += 2
    return found


def _by_what_surrounds(run: Run, found: Votes) -> None:
    words = [word.small for word in run.words]
    several = len(words) > 1
    before, after = run.before, run.after
    body = found["organisation"] >= 3 or found["programme"] >= 3
    placed = found["place"] >= 3
    brand = BRAND.search(run.name) is not None or ACRONYM.fullmatch(run.name) is not None
    of_place = several and is_place(run.words[-1].text) and words[0] not in GIVEN  # "Homes England"
    strange = not of_place and (words[0] in GIVEN or run.held or not run.plain)
    person = not (body or placed or brand or run.determined) and strange
    titled = (
        re.search(r" (?:for|to|in|of) ", run.name) is not None and found["programme"] >= 2
    )  # "Call to Action explained"
    stands_in = STANDS_IN.search(before) is not None and not NOT_IN.search(before)
    if (SPEAKS.match(after) or INVERTED.search(before)) and not titled and not stands_in:
        found["person" if person else "organisation" if not placed else "place"] += 2
    elif run.plain and not several and re.search(rf" {SAYS}$", f" {before.rstrip(' ,')}"):
        found["organisation"] += 1
    if person:
        if ROLE_AFTER.match(after) or (ROLE_BEFORE.search(before) and not SERVES.search(before)):
            found["person"] += 3
        if WHO.match(after):
            found["person"] += 2
        if (match := BELONGS.match(after)) and match["body"] and not STANDS_IN.search(before):
            found["person"] += 2
        if OWNS.match(after):
            found["person"] += 1 if several else 2
        if MADE_BY.search(before) or PRESENT.match(before):
            found["person"] += 2
    elif not placed and re.match(r" as (?:a |the |our )?[\w-]+", after) and ROLE_AFTER.match(after):
        found["organisation"] += 2  # "with Ratio as facilitator"
    if several and _last(run) == "hall" and re.search(r"\b(?:at|in|near) (?:the )?$", before):
        found["place"] += 3
    if several and SOMEBODY_FROM.search(before) and not placed:
        found["organisation"] += 3
    if SERVES.search(before) and not placed:
        found["organisation"] += 3
    if CALLED_BODY.search(before) or (IS_BODY.match(after) and not placed and not run.held):
        found["organisation"] += 3
    if ACTS.match(after) and not placed and not (several and found["person"]):
        found["organisation"] += 2 if several or brand else 1
    if CALLED_UNDERTAKING.search(before):
        found["programme"] += 4
    if (
        not placed
        and (NAMES_UNDERTAKING.match(after) or IS_UNDERTAKING.match(after))
        and not (words[0] in GIVEN or found["person"] > 2)
    ):
        found["person"] = 0
        found["programme"] += 4 if NAMES_UNDERTAKING.match(after) else 3
    if TAKES_PLACE.match(after) and not placed:
        found["programme"] += 3
    if not body:
        if CALLED_PLACE.search(before) or IS_PLACE.match(after) or (LIVES_IN.search(before) and not brand):
            found["place"] += 3
        single_plain = not several and run.plain
        if stands_in and not brand and not single_plain:
            found["place"] += 2
        if NAMES_PLACE.match(after) and not brand and not single_plain:
            found["place"] += 2
    if STANDS_ON.search(before) and (brand or (several and run.plain)) and not body:
        found["programme"] += 2
    if brand and re.match(r" (?:group|channel|account|page|call|link|meeting|chat)s?\b", after) and "_" not in run.name:
        found["programme"] += 3


def _last(run: Run) -> str:
    return run.words[-1].small


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())
