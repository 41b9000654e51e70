"""Names told from other words that stand before a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.accounts import ORGANISATION, WORD
from ingest.sentences import OPENERS
from ingest.transcript.cues import Cue, is_punctuated

PARTICLES = "(?:(?:de|den|der|van|von|al|bin|la|le) )*"
CAPITALISED = re.compile(rf"{WORD}\.?(?: {PARTICLES}{WORD}\.?){{0,3}}")
SHOUTED = re.compile(r"(?:[^\W\d_]|[.'’&/-])+(?: (?:[^\W\d_]|[.'’&/-])+){0,3}")
ACCENT = re.compile("[\u0300-\u036f]+")
ROLE = re.compile(
    r"(?:the )?(?:interviewer|interviewee|host|moderator|chair|presenter|facilitator|narrator|speaker|participant|audience"
    r"|guest|voice|unknown|unidentified)(?: (?:\d{1,2}|[a-z]|one|two|three|member|speaker|voice|participant))?|[QA]\d{0,2}",
    re.IGNORECASE,
)
NO_NAME = frozenset(
    "note notes nb ps fyi warning tip summary question answer update remember important agenda topic step rule point"
    " myth fact example title yes no well okay ok now look listen imagine".split()
)
LABEL = re.compile(r"[\[(]?(?P<name>[^\W_][^:\n\[\]()]{0,59}?)[\])]?(?:\s*[\[(][^\[\]()\n]{0,60}[\])])?\s*:(?:\s+|$)")


class Names:
    """Tells names from other words that stand before a colon, by the habits of the whole recording."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.punctuated = is_punctuated(cues)
        self._shouting = 2 * sum(cue.words.isupper() for cue in cues) > len(cues)
        lines = (line for cue in cues if cue.speaker is None for line in cue.words.split("\n") if ":" in line)
        found = Counter(label["name"].strip() for line in lines if (label := LABEL.match(line)))
        self._repeated = {name for name, times in found.items() if times > 2 or (times == 2 and 5 * times >= len(cues))}

    def has(self, name: str, *, sure: bool, ended: bool) -> bool:
        """Whether it is a name. `sure`: a mark says that somebody begins to speak; `ended`: a sentence has."""
        words = name.lower().split()
        if not name[0].isupper() or all(word in NO_NAME for word in words):
            return False
        sure = sure or name in self._repeated
        if is_role(name):
            return True
        if len(name) > 1 and SHOUTED.fullmatch(name) and name.replace("Mc", "MC").isupper():
            return sure or not self._shouting
        # An accent that is a character of its own can be read in two ways, and many of them in very many.
        name = ACCENT.sub("", name)
        if not CAPITALISED.fullmatch(name) or all(word in ORGANISATION for word in words):
            return False
        if words[0] in OPENERS and words[0] != "the":
            return False
        return sure or (len(words) > 1 and ended)


def is_role(words: str) -> bool:
    """Whether the words say what a speaker is there for ("Interviewer", "Speaker 2")."""
    return words[:1].isupper() and ROLE.fullmatch(words) is not None
