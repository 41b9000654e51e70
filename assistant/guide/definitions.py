"""Whether a sentence says what a term in it means, told by the words before and after the term."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"(?i)^[‘“'\"(]*(?:(?:the|an?|this|each|every|our|all)[ ‘“'\"]*|in \w+ words, |(?:the (?:note|guidance|report|review) says that )"
    r"(?:(?:the|an?) )?)?[‘“'\"]*$"
)
_IS = re.compile(
    r"(?i)^[’”'\"]*(?:, [^,]{1,40},)? (?:(?:is|are) (?:(?:meant |intended |there )?for (?:people|those|anyone|members)\b|about \w|when |where |not an? |an? |the |made up |any |one (?:of|that|in|where) |"
    r"something |what |how |groups? |people |organisations? |(?:\w+ )?\w+s (?:that|who|which|where|made|used|laid|built|held|of|for|with) )|means? (?!that\b)|refers? to |stands? for |consists? of |takes? the form of |describes? |has between )"
)
_MEAN = re.compile(r"(?i)\bby (?:the |an? )?[‘“'\"]*$")
_WE_MEAN = re.compile(r"(?i)^[’”'\"]*,? (?:we|i|they|he|she) (?:mean|understand)")
_DESCRIBES = re.compile(
    r"(?i)\b(?:describe|define|see|regard|think of|understand)[sd]? (?:of )?(?:the |an? )?[‘“'\"]*$"
)
_AS = re.compile(r"(?i)^[’”'\"]*,? as (?:an? |any |\w+ing\b)")
_WHICH = re.compile(
    r"(?i)^[’”'\"]*(?:, (?:which|that|who) (?:is|are|means?)\b|, (?:or|that is|meaning|i\.e\.),? |,? (?:–|-|—) (?:that is|meaning|an? )| \((?:that is|meaning|i\.e\.|an? ))"
)
_CORE = re.compile(
    r"(?i)^the (?:core|heart|purpose|aim|point|idea|essence|meaning|basis|(?:(?:core|heart|purpose|aim|point|idea|essence|meaning) of the )?\w+ part)"
    r" of (?:the |an? )?[‘“'\"]*$"
)
_CORE_IS = re.compile(r"(?i)^[’”'\"]*(?:, [^,]{1,40},)? (?:is|are|also means?|means?)\b")
_IN_A = re.compile(r"(?i)^(?:in|with|through) (?:an? )?[‘“'\"]*$")
_THEN = re.compile(r"^[’”'\"]*, ")
_WORK_AS = re.compile(r"(?i)\b(?:work|act|serve|the role of|role as) (?:as )?an? [‘“'\"]*$")
_AND_DO = re.compile(r"(?i)^[’”'\"]*(?: or \w+)?, (?:and|who|making|by|helping|bringing|creating|which)\b")

PLAINEST = 0


def says_what(text: str, start: int, end: int) -> int | None:
    """How plainly a sentence says what its characters [start, end) mean: PLAINEST, 1, 2, or None where it does not."""
    before, after = text[:start], text[end:]
    if text.rstrip().endswith("?"):
        return None
    if _OPENS.search(before) and _IS.search(after):
        return PLAINEST
    if _MEAN.search(before) and _WE_MEAN.search(after):
        return PLAINEST
    if (_DESCRIBES.search(before) and _AS.search(after)) or _WHICH.search(after):
        return 1
    if _CORE.search(before) and _CORE_IS.search(after):
        return 1
    if (_IN_A.search(before) and _THEN.search(after)) or (_WORK_AS.search(before) and _AND_DO.search(after)):
        return 2
    return None
