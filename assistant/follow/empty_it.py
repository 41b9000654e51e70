""" "it" that stands for nothing: "is it possible to ...?", "what does it cost to ...?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.follow.grammar import AUXILIARY, BE
from assistant.follow.tokens import Word, plain

_ADVERBS = r"(?:(?:now|much|really|still|ever|always|also|not|so|too|more|very|even|actually|just|as|all) )*"
_NOUN_NEXT = r"the|an?|this|that|these|those|it|them|him|her|us|me|you|our|my|your|their|his|its|all|any|some|every\w+"
_TO = rf"to (?!(?:{_NOUN_NEXT}) )\w+"  # with a verb, as far as can be told
_CLAUSE = rf"(?:{_TO}|that|if|when|whether|how|why|what|who|where)\b"
# Of these something real is said: "is it likely to ...", "was it made to ...".
_RAISED = (
    r"(?:likely|able|ready|willing|due|free|open|set|made|built|bound|meant|about|keen|need|have|has|had|want|try|how)"
)
_GOOD = (
    rf"(?:the case|an? (?:\w+ )?(?:idea|mistake|problem|waste|case|matter|fallacy|pity|shame|sign|fact|rule|risk)"
    rf"|(?!{_RAISED} )(?!\w+(?:ed|ing) )\w+)"
)
# After "is it", and after "would it be".
AFTER_BE = re.compile(rf"(?:be )?{_ADVERBS}{_GOOD} (?:(?:for|of) .*)?{_CLAUSE}.*|\w+ed that\b.*")
AFTER = re.compile(
    r"(?:(?:be|is|was) )?worth (?:it|\w+ing)\b.*"
    r"|(?:(?:be|feel|is|was|sound|look) )?(?:all )?like (?:to|for|when|being|as|in|at|inside)\b.*"
    r"|(?:been )?(?:\w+ ){0,3}since\b.*"
    rf"|(?:takes?|took|costs?|needs|require) (?:\w+ ){{0,5}}?(?:{_TO}|before\b|until\b).*"
    rf"|(?:helps?|helped|pays?|hurts?|means?) (?:{_TO}|that|if|when)\b.*"
    rf"|matters? (?:.* )?{_CLAUSE}.*"
    r"|makes? sense .*|comes? (?:down )?to .*|called (?:when|if) .*"
    r"|(?:seems?|appears?|happens?|turns? out|follows?|feels?|comes? about) (?:that|as if|like)\b.*"
)
MAKES_IT = re.compile(r"(?:.* )?(?:make|makes|made|making|find|finds|found|finding|think|keep|consider)")
MADE = re.compile(rf"{_ADVERBS}(?:\w+ ){{1,2}}(?:to|for|that|when|if)\b")
CLEFT = re.compile(r"(?:the |a )?[\w' ]{1,40} (?:that|who) ")


def stands_for_nothing(words: Sequence[Word], at: int) -> bool:
    """Whether the "it" at that index stands for nothing."""
    before, after = plain(words[:at]), plain(words[at + 1 :])
    prev = words[at - 1].low if at else ""
    said = prev in BE or words[at].low == "it's"
    if re.match(r"(?:when|if|that)\b", after) and prev not in AUXILIARY:
        return True  # "do leaders like it when ..."
    if MAKES_IT.fullmatch(before) and MADE.match(after):
        return True
    if after.startswith(("to ", "that ", "who ")):  # "how hard is it to", "why was it that"; but "what did it do to"
        return said or prev.endswith("'s")
    if (said or after.startswith("be ")) and AFTER_BE.fullmatch(after):
        return True
    if said and CLEFT.match(after):  # "was it the council that paid?"
        return True
    return AFTER.fullmatch(re.sub(rf"^{_ADVERBS}", "", after)) is not None
