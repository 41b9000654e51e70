"""Whose account a note is giving, sentence by sentence, where the note itself says so.

An account begins where a person is named as the one who speaks ("Avril McIntyre, from Community Resources,
explained..."), and governs what follows until a heading, another named person, or the network's own "we".
Wrong is worse than none: where the words leave doubt, nobody is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

# Verbs that show a person speaking to the meeting. Those that may as well tell what somebody did ("brought in",
# "asked for", "found") are not among them: they would give one person's account to another.
SPEECH = (
    "explain describe say tell recount report share argue note add remind reflect introduce present outline talk speak"
    " write observe recall stress emphasise emphasize comment conclude highlight mention distinguish remark"
    " summarise summarize illustrate"
).split()
IRREGULAR = "said told spoke wrote tells says speaks writes".split()
PHRASES = (
    r"(?:gave|gives) (?:the|an?|some|several|her|his|their) (?:introduction|examples?|talk|presentation|account|overview)"
    r"|(?:drew|draws|made|makes) (?:a|the) (?:distinction|point)|pointed out|opened by|set out|talked about"
)
ORGANISATION = frozenset(
    "council borough county city district authority government ministry department university college school trust"
    " collective network community resources foundation partnership project programme centre center group society"
    " way service services association alliance uk ltd cic limited board committee team forum fund hub house"
    " institute agency police nhs office commission federation union church youth focus active citizens assembly"
    " summary discussion note participants members people leaders learning human systems leadership enterprise"
    " everyone crisis covid call action time kids another one others several many some place places health care"
    " annual review social children bulletin cell members prime minister london england britain wales scotland"
    " january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday relationships strong good outcomes lockdown"
    " next steps step main key points point further reading topics action actions agenda guest speaker speakers meeting"
    " meetings climate change practice local national international united advice power new big age background"
    " introduction conclusion conclusions questions answers feedback north south east west royal open".split()
)
# The subjects with which a note speaks for itself again.
OWN_VOICE = re.compile(
    r"(?:We|Our|Us|The (?:group|cell|network|meeting|note|discussion|session|participants|members|convenors)"
    r"|Participants|Members|Several|Others|Some (?:people|members|participants|others)|Someone|Somebody|Everyone"
    r"|(?:One|Another|Other) (?:participants?|members?|person|people|speakers?)|Feedback)\b"
)
# Latin letters, accented ones too, whether the accent is part of the letter or a character of its own.
_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_UPPER = f"[{''.join(letter for letter in _LATIN if letter.isupper())}][\u0300-\u036f]*"
_LOWER = f"[{''.join(letter for letter in _LATIN if letter.islower())}\u0300-\u036f]"
WORD = rf"{_UPPER}{_LOWER}*(?:['’](?:{_UPPER})?{_LOWER}+|{_UPPER}{_LOWER}+)*(?:-{_UPPER}[\w’'\u0300-\u036f]+)*"
NAME = rf"{WORD}(?: (?:(?:de|den|der|van|von|al|bin|la|le) )*{WORD}){{0,3}}"
HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|Rev)\.? )?"
ADVERB = r"(?:(?:also|then|later|first|next|further|has|had|briefly|now|once|\w+ly) )*"
ASIDE = r"(?:,? ?\([^()]{1,80}\)|,[^.!?;]{1,140}?,?| (?:from|of|at|who|for|chairing|representing) [^.!?;]{1,140}?)?"


def _verbs() -> str:
    forms = set(SPEECH) | set(IRREGULAR)
    for verb in SPEECH:
        stem = verb[:-1] if verb.endswith("e") else verb
        forms |= {f"{stem}ed", f"{verb}s", f"{verb}d" if verb.endswith("e") else f"{verb}ed"}
    return "|".join([PHRASES, *sorted(forms - set(SPEECH))])


VERB = rf"(?:{_verbs()})"
SUBJECT = re.compile(rf"{HONORIFIC}(?P<name>{NAME})(?P<aside>{ASIDE}) {ADVERB}(?P<verb>{VERB})\b")
POSSESSED = re.compile(rf"{HONORIFIC}(?P<name>{NAME})[’']s? (?:account|view|experience|example|point|story)\b")
INVERTED = re.compile(
    rf"[,’”\"'] ?(?:(?:{VERB}) {HONORIFIC}(?P<after>{NAME})|{HONORIFIC}(?P<before>{NAME}) (?:{VERB}))(?=[,.]|$)"
)
STARTS_WITH_NAME = re.compile(rf"{HONORIFIC}(?P<name>{NAME})(?=[ ,’'])")
LABEL = re.compile(rf"(?P<name>{NAME})(?: \([^)]*\))?: ")
# "However, Asha Patel explained...": a short lead-in before the one who speaks.
LEAD_IN = re.compile(r"(?:[A-Z][\w’']*(?: [\w’']+){0,5}, )")
ACCORDING = re.compile(rf"According to {HONORIFIC}(?P<name>{NAME})(?=,)")
NAMED_INSIDE = re.compile(
    rf"(?<= ){HONORIFIC}(?P<name>{WORD}(?: (?:(?:de|den|der|van|von|al|bin|la|le) )*{WORD}){{1,3}}) {ADVERB}(?:{VERB})\b"
)
# Two people speak: the account is nobody's in particular.
JOINT = re.compile(
    rf"^,? ?and\b|\band {WORD} {WORD}$|, and {HONORIFIC}{WORD} {WORD}\b|^,? ?(?:together |along |jointly )?with {HONORIFIC}{WORD} {WORD}\b"
)


# "SYSTEM: ..." or "Q: ...": someone else speaks, whoever that is.
OTHER_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?: ")


# What stands for a person in a transcript and is no name.
ROLE = re.compile(
    r"(?:(?:the )?(?:interviewer|host|moderator|chair|presenter|facilitator|narrator|speaker|participant|audience|guest|voice"
    r"|unknown|unidentified|someone|man|woman|male|female|all|several|both|multiple)\b|[QA]$|\W*\d|[^\w])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Account:
    """Who is speaking, and how the document introduces them: "from Community Resources, in ..."."""

    speaker: str
    introduction: str = ""


class Accounts:
    """Reads a document's sentences in order and says whose account each is in.

    The people named so far are remembered, so that "Cate" is Cate Newnes-Smith once she has been introduced. `labels`
    are the names that a transcript sets before their words ("Asha Patel: ...").
    """

    def __init__(
        self, author: str | None = None, places: Sequence[str] = (), labels: Collection[str] = frozenset()
    ) -> None:
        self._author = Account(author) if author else None
        self._current: Account | None = self._author
        self._lapsed: Account | None = None  # the account that the naming of another person broke off
        self._known: dict[str, Account | None] = {}
        if self._author:
            self._know(self._author)
        self._labels = labels
        self._turns = False  # whether a transcript's own labels say who speaks
        self._places = frozenset(word.lower() for place in places for word in place.split())

    def heading(self) -> None:
        """A heading ends every account but that of the document's own author."""
        self._current, self._lapsed = self._author, None

    def turn(self, label: str) -> None:
        """A transcript says who speaks next. A label that only says what they are there for names nobody."""
        self._current, self._lapsed = (None if ROLE.match(label) else Account(label)), None
        self._turns = True

    def sentence(self, words: str) -> Account | None:
        """Whose account the sentence is in, or None."""
        if self._turns:
            return self._current
        words = re.sub(r"\s+", " ", words).lstrip("‘“\"'(")
        named = self._speaks(words)
        if named is not None:
            self._current, self._lapsed = named, None
        elif OWN_VOICE.match(words) or OTHER_LABEL.match(words):
            self._current, self._lapsed = self._author, None
        elif (other := self._another(words)) is not None:
            speaking = self._current or self._lapsed
            if speaking is not None and other == speaking.speaker:
                self._current = speaking
            else:
                self._lapsed, self._current = self._current or self._lapsed, self._author
        return self._current

    def _speaks(self, words: str) -> Account | None:
        """The person whom the sentence shows speaking, introduced with a full name here or before."""
        label = LABEL.match(words)
        if label and (label["name"] in self._labels or self._known.get(label["name"])):
            return self._person(label["name"], "")
        lead_in = LEAD_IN.match(words)
        for match in (
            SUBJECT.match(words),
            POSSESSED.match(words),
            ACCORDING.match(words),
            SUBJECT.match(words, lead_in.end()) if lead_in else None,
        ):
            if match and (account := self._person(match["name"], (match.groupdict().get("aside") or ""))):
                return account
        for match in INVERTED.finditer(words):
            if account := self._person(match["after"] or match["before"], ""):
                return account
        return None

    def _person(self, name: str, aside: str) -> Account | None:
        parts = name.split()
        if self._is_no_person(name):
            return None
        if JOINT.search(aside):
            return None
        if len(parts) == 1:
            return self._known.get(name)
        account = self._known.get(name) or Account(name, _introduction(aside))
        self._know(account)
        return account

    def _know(self, account: Account) -> None:
        """Remember a person by full, first and last name; a short name that two people bear is neither's."""
        parts = account.speaker.split()
        for short in (parts[0], parts[-1]):
            known = self._known.setdefault(short, account)
            if known != account:
                self._known[short] = None
        self._known[account.speaker] = account

    def _is_no_person(self, name: str) -> bool:
        return any(part.lower() in ORGANISATION or part.lower() in self._places for part in re.split(r"[ -]", name))

    def _another(self, words: str) -> str | None:
        """The full name of a person whom a sentence begins with, without showing them speaking."""
        match = STARTS_WITH_NAME.match(words)
        if not match or self._is_no_person(match["name"]):
            return self._another_inside(words)
        parts = match["name"].split()
        if len(parts) == 1:
            known = self._known.get(parts[0])
            return known.speaker if known else parts[0] if parts[0] in self._known else None
        return match["name"]

    def _another_inside(self, words: str) -> str | None:
        """Another person who is shown speaking further on ("In June Tom Reed explained..."): a doubt, not an account.
        What the speaker tells of another's words ("She said that Tom Reed explained...") is still the speaker's."""
        if re.match(r"(?:He|She|They|I)\b", words):
            return None
        for match in NAMED_INSIDE.finditer(words):
            name = " ".join(match["name"].split()[-2:])
            if not self._is_no_person(name):
                return name
        return None


def labels_of(firsts: Iterable[str]) -> frozenset[str]:
    """The names that stand with a colon before more than one sentence, as in a transcript."""
    names = Counter(match["name"] for words in firsts if (match := LABEL.match(words)))
    return frozenset(name for name, times in names.items() if times > 1 and " " in name)


def _introduction(aside: str) -> str:
    """The first words of how the document introduces a person; a long description would drown the passage."""
    words = aside.strip(" ,()").split()
    return " ".join(words[:10]) if len(words) > 1 else ""
