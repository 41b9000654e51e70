"""Which of the capitalised words of a sentence name a person, judged by the words and by what stands around them.

Where the words leave doubt, they do: taking out too much is the smaller harm.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from ingest.redaction.english import is_plain
from ingest.redaction.first_names import FIRST_NAMES, NAMES, WORD_NAMES
from ingest.redaction.lexicon import (
    ACRONYMS,
    AFTER_PLACE,
    DAYS,
    FUNCTION,
    HEADS,
    HONORIFICS,
    MONTHS,
    PARTICLES,
    PLACES,
    ROLES,
    SITES,
    STREETS,
    SURNAME_HEADS,
    THINGS,
    is_organisations,
)
from ingest.redaction.runs import SPANNED, Run, Token
from ingest.redaction.speech import is_determined, is_introduced, is_label, is_placed, is_spoken

LISTED = re.compile(r"(?P<other>[A-Z][\w’'-]*)(?:,|,? and|,? or) $")
BESIDE = re.compile(r"(?:,| and| &) (?P<other>[^\W\d_a-z][\w’'-]+)")
# What follows a word that begins a sentence as itself, not as a name: "Will we", "Hope is", "Mark the date".
OF_A_WORD = re.compile(
    r" (?:the|a|an|we|they|he|she|you|it|there|this|that|these|those|our|their|its|your|my|not|for|of|in|to)\b"
    r"| (?:and|or) [a-z]"
)
PLURAL_VERB = re.compile(r" (?:are|were|have|do|don[’']t|also|can|need|want|often)\b")
# "WhatsApp", "BDGiving", "Club4": spelt as no name is, but for "McIntyre" and the like.
BRAND = re.compile(r"\d|^[A-Z]{2,}[a-z]|^(?!(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|Ap|Ab|St)[A-Z])\w*[a-z][A-Z]")
LONGEST_WORDS = 3  # of a name all of whose words are plain words as well


@dataclass(frozen=True)
class Seen:
    """What the whole document has shown: parts of people's names, places, and words that it also has in lower case."""

    parts: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    small: Set[str] = frozenset()

    def is_known(self, token: Token) -> bool:
        return token.lower in self.parts

    def is_no_name(self, token: Token) -> bool:
        """Whether the word by itself is none that people are called by."""
        if token.lower in FIRST_NAMES or self.is_known(token):
            return False
        return (
            token.is_initial
            or is_settled(token)
            or is_plain(token.lower)
            or token.lower in self.places
            or token.lower in self.small
        )


def is_settled(token: Token) -> bool:
    """Whether the word is a place, an office, a body, a day or the like, and so no part of a person's name."""
    word = token.lower
    if word in FIRST_NAMES:
        return False
    return (
        word in PLACES
        or re.sub(r"-\d+$", "", word) in THINGS
        or word in DAYS
        or word in ROLES
        or is_organisations(word)
        or re.fullmatch(r"\w{3,}shire", word) is not None
        or SPANNED.search(word) is not None
        or (token.is_acronym and token.text in ACRONYMS)
        or BRAND.search(token.text) is not None
    )


def name_in(run: Run, seen: Seen) -> Run | None:
    """The part of the run that names a person, if any."""
    for i, token in enumerate(run.tokens[:-1]):
        if token.lower in HONORIFICS and run.tokens[i + 1].lower not in ROLES | HEADS:
            return run.part(i)
    if _is_organisation(run, seen):
        named = any(seen.is_known(token) and not is_plain(token.lower) for token in run.tokens)
        return run if named else None
    for i in range(len(run.tokens) - 1, 0, -1):
        office = run.tokens[i - 1].lower
        if office in ROLES and office not in FIRST_NAMES and _could_be_holder(run.part(i), seen):
            return run.part(i)
    if len(run.tokens) > 1:
        return _longer_name(run, seen)
    return run if _is_name(run, seen) else None


def _could_be_holder(run: Run, seen: Seen) -> bool:
    """Whether the words after an office ("Chief Executive ...") are the name of the one who holds it."""
    return any(not seen.is_no_name(token) for token in run.tokens) and not any(map(is_settled, run.tokens))


def _is_organisation(run: Run, seen: Seen) -> bool:
    first, last = run.tokens[0].lower, run.tokens[-1].lower
    if len(run.tokens) < 2 or (last not in HEADS and last not in SITES):
        return False
    if len(run.tokens) > 2 or all(map(seen.is_no_name, run.tokens)) or is_placed(run):
        return True
    speaks = is_spoken(run) or is_introduced(run)
    if last in SITES:  # "Hope Street", but "Priya Hall"
        return (last in STREETS or is_determined(run)) and not speaks
    return not (speaks and (first in NAMES or last in SURNAME_HEADS))


def _longer_name(run: Run, seen: Seen) -> Run | None:
    """The name in a run of more than one word."""
    first, last = run.tokens[0], run.tokens[-1]
    whole = [token for token in run.tokens if token.lower not in PARTICLES]
    names = [token for token in whole if not seen.is_no_name(token)]
    speaks = is_spoken(run) or is_introduced(run)
    determined = is_determined(run)
    if first.lower == "st":
        return None
    if first.is_initial and not all(token.is_initial for token in whole):
        return run
    if not names:
        speaks = is_spoken(run, at_once=True) or is_introduced(run)
        settled = determined or any(map(is_settled, run.tokens))
        return run if speaks and not settled and len(whole) <= LONGEST_WORDS else None
    if first.lower in NAMES:
        return run
    if run.opens and seen.is_no_name(first) and _stands_apart(run, speaks=speaks):
        return name_in(run.part(1), seen)
    if first.lower in WORD_NAMES and len(names) == 1:
        a_group = is_organisations(last.lower.removesuffix("s")) or (run.opens and last.lower.endswith(("s", "ing")))
        return run if speaks or not (determined or a_group) else None
    if any(token.lower in FIRST_NAMES or seen.is_known(token) for token in names):
        return run
    if is_placed(run) or (determined and (seen.is_no_name(last) or first.lower in PLACES)):
        return None
    words = [token for token in whole if not (token.is_initial or token.is_acronym)]
    return run if speaks or len(words) < 3 or len(names) > 1 else None


def _stands_apart(run: Run, *, speaks: bool) -> bool:
    """Whether the plain word that begins a sentence only stands before the name ("Remembering Ngozi Adeyemi")."""
    first = run.tokens[0]
    if first.lower in PLACES:
        return sum(not token.is_acronym for token in run.tokens) > 2
    return is_settled(first) or first.lower.endswith(("ly", "ing", "ed")) or (len(run.tokens) > 2 and not speaks)


def _is_name(run: Run, seen: Seen) -> bool:
    """Whether a single capitalised word names a person."""
    token, word = run.tokens[0], run.tokens[0].lower
    determined = is_determined(run)
    a_word = is_plain(word) or word in WORD_NAMES or word in seen.small
    if seen.is_known(token) and not is_settled(token) and word not in MONTHS:
        return not (a_word and ((run.opens and OF_A_WORD.match(run.after)) or determined))
    if word in WORD_NAMES:
        return _is_word_as_name(run, seen)
    if token.is_acronym:
        return len(word) > 3 and is_label(run) and not a_word
    if token.is_initial or is_settled(token):
        return False
    if word in NAMES:
        return True
    if determined:
        return False
    if a_word:
        speaks = is_introduced(run) or (is_spoken(run, at_once=True) and not run.opens)
        return speaks and word not in seen.small
    return _is_strange_name(run, seen)


def _is_word_as_name(run: Run, seen: Seen) -> bool:
    """Whether "Grace" or "Mark" is a person here."""
    if is_spoken(run, at_once=True):
        return True
    if is_determined(run) or run.tokens[0].lower in MONTHS:
        return False
    if run.opens:
        beside = BESIDE.match(run.after)
        return is_introduced(run) or bool(beside and not seen.is_no_name(Token(beside["other"], 0)))
    listed = LISTED.search(run.before)
    if not listed or listed["other"].lower() in FUNCTION:
        return True
    return not seen.is_no_name(Token(listed["other"], 0))


def _is_strange_name(run: Run, seen: Seen) -> bool:
    """Whether a word that no dictionary has is a person, and not a place or a plural at the start of a sentence."""
    word = run.tokens[0].lower
    if is_spoken(run):
        return not is_placed(run)
    if word in seen.places or is_placed(run):
        return False
    next_word = re.match(r" (\w+)", run.after)
    if (next_word and next_word[1] in AFTER_PLACE) or re.match(r" and [A-Z]\w+ [Cc]ouncil", run.after):
        return False
    return not (run.opens and word.endswith("s") and PLURAL_VERB.match(run.after))
