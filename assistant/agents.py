"""Who a question takes to have done something, and what is noted where the documents tell of another.

As in assistant/premises.py, there is no note where the two may be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import names
from assistant.premises import COMMON, Shown, abbreviated, among
from assistant.words import STOPWORDS, stem, stems, words


@dataclass(frozen=True, slots=True)
class Agent:
    """Who the question takes to have done something ("the council"), and the question that asks who did."""

    words: str
    probe: str


# Whom no document names: pronouns, people at large, and what no one did.
_NOBODY = frozenset(
    "i you he she it we they one this that these those there here somebody someone anybody anyone everybody everyone"
    " people others who which what nobody any some your my me us them pandemic crisis covid lockdown".split()
)
_IRREGULAR = (
    "set/set begin/began/begun bring/brought build/built give/gave/given hold/held lead/led make/made run/ran/run"
    " take/took/taken write/wrote/written put/put cut/cut pay/paid choose/chose/chosen draw/drew/drawn keep/kept"
    " send/sent shut/shut win/won stop/stopped drop/dropped plan/planned spend/spent commit/committed cancel/cancelled"
    " carry/carried apply/applied buy/bought"
).split()
_REGULAR = (
    "establish create found start launch form open close end organise organize introduce fund offer provide propose ask"
    " refuse reject turn appoint hire invite host convene chair publish quadruple double halve increase reduce develop"
    " design commission facilitate coordinate present persuade join support call pull roll approve award compile change"
    " accept decline prepare produce deliver recruit replace request review share merge hand help"
).split()
_VERBS = [
    *((parts[0], parts[1], parts[-1]) for verb in _IRREGULAR for parts in [verb.split("/")]),
    *((verb, past, past) for verb in _REGULAR for past in [f"{verb.removesuffix('e')}ed"]),
]
_BASE = {base: past for base, past, _ in _VERBS}
_DONE = {done: past for _, past, done in _VERBS}
_BASE_OF = {done: base for base, _, done in _VERBS}
_PHRASES = frozenset(
    "set up|bring in|bring together|bring about|put forward|put together|turn down|take over|take on|carry out|pull out"
    "|draw up|call for|pay for|ask for|apply for|hand over|roll out|close down|shut down|start up|build up".split("|")
)
_DETERMINERS = frozenset("the a an its their our his her this these those".split())
_RELATIONS = frozenset(
    "in at on to for from with by of about into up out down off over as after before during since when while and or so"
    " because through between".split()
)
_NO_THING = re.compile(r"(?:place|part|\w+ing)\b")  # "take place", "stop playing"
_COMES_TO = frozenset("come manage get begin start decide choose happen have has had".split())
_ADVERBS = re.compile(
    r"(?:then|also|first|ever|actually|already|really|just|even|recently|once|yet|both|all|\w{3,}ly)", re.I
)
_ASKS = re.compile(r"(?i)^(?P<lead>.*?)\b(?:(?P<did>did)|has|have|had) (?P<rest>[^?!.,;:]+)")
_FRONTED = re.compile(r"(?i)\b(?:wh(?:at|ich|o|om|ose)|much|many|than)\b(?! (?:year|month|day|date|reasons?|way)\b)")
_BY = re.compile(r"(?i)\b(?:was|were|is|are|been|being) (?P<thing>[^?!.,;:]+?) by (?P<rest>[^?!.,;:]+)")
_ELSE = re.compile(
    r"(?i) (?:in|at|on|during|for|to|after|before|when|since|as|over|from|or|and (?:wh\w+|how|did|was|is))\b"
)


def agent(question: str) -> Agent | None:
    """Whom the question takes to have done something. None where that is nobody in particular, or unclear."""
    by = _BY.search(question)
    if by:
        *thing, verb = by["thing"].split()
        particle = ""
        if thing and f"{_BASE_OF.get(thing[-1].lower())} {verb.lower()}" in _PHRASES:
            verb, particle = thing.pop(), f" {verb}"
        return _agent(_ELSE.split(by["rest"])[0].split(), _DONE.get(verb.lower(), ""), particle, thing)
    asks = _ASKS.search(question)
    if not asks or _FRONTED.search(asks["lead"]):
        return None
    rest = re.split(r"(?i) and (?:wh\w+|how|did)\b", asks["rest"])[0].split()
    verbs = _BASE if asks["did"] else _DONE
    for i in range(1, min(len(rest), 7)):
        before, verb, after = rest[i - 1].lower(), rest[i].lower(), [*rest[i + 1 :], ""]
        if verb not in verbs or before in _DETERMINERS or before[-2:] in ("'s", "’s", "s'", "s’"):
            continue
        phrase = f"{verb if asks['did'] else _BASE_OF[verb]} {after[0].lower()}" in _PHRASES
        thing = after[phrase:-1]
        if thing and thing[0].lower() not in _RELATIONS and thing[0].lower() not in verbs:
            return _agent(rest[:i], verbs[verb], f" {after[0]}" if phrase else "", thing)
    return None


def _agent(who: list[str], past: str, particle: str, thing: list[str]) -> Agent | None:
    while who and _ADVERBS.fullmatch(who[-1]):
        who = who[:-1]
    while thing and (_ADVERBS.fullmatch(thing[-1]) or thing[-1].lower() in _RELATIONS):
        thing = thing[:-1]
    if who[-1:] == ["to"]:
        who = who[:-2] if who[-2:-1] and who[-2].lower() in _COMES_TO else []
    plain, things = words(" ".join(who)), words(" ".join(thing))
    if not (past and things and stems(" ".join(who)) and len(who) <= 6 and len(things) <= 10):
        return None
    if {"not", "never", "been"} & {*plain, *things} or {plain[0], plain[-1]} & _NOBODY:
        return None
    if things[0] in (_NOBODY - _DETERMINERS if things[1:] else _NOBODY) or _NO_THING.match(" ".join(things)):
        return None
    # "by phone", "by asking": without an article, only a name or several are somebody.
    somebody = plain[0] in _DETERMINERS or who[0][0].isupper() or plain[-1].endswith("s")
    if not somebody or plain[-1] in _DONE or plain[-1] in _RELATIONS:
        return None
    return Agent(" ".join(who), f"Who {past}{particle} {' '.join(thing)}?")


# Bodies and people by description: another name in the documents may stand for them.
_BODIES = frozenset(
    map(stem, "group body organisation team network partnership project cell initiative platform members staff".split())
)
_ROLES = frozenset(
    map(
        stem,
        "director leader chair manager coordinator convenor founder head officer mayor minister executive chief author"
        " writer speaker councillor".split(),
    )
)
_LONGEST = 12  # words of a short answer
_NEAR = 5  # words between which "the council's Chief Executive, Joanna Killian" stands


def told_otherwise(agent: Agent, span: str, shown: Shown) -> str | None:
    """The note that the documents tell of another, `span` of `shown.text`. None where the two may be one."""
    said = span.strip(" \n,.;:“”‘\"'()").removeprefix("by ")
    article, _, rest = agent.words.partition(" ")
    who = rest if article.lower() in _DETERMINERS else agent.words
    if said not in shown.text or len(said.split()) > _LONGEST or "\n" in said:
        return None
    ours, theirs = _content(who), _content(said)
    if not ours or not theirs or words(said)[0] in _NOBODY or {stem(word) for word in theirs} <= _BODIES:
        return None
    if not (names(said) or words(said)[-1].endswith("s") or set(theirs) & COMMON):
        return None  # nobody: "the tender"
    held = words(shown.text)
    if any(among(word, held) for word in ours) or abbreviated(who, shown.text) or abbreviated(said, who):
        return None
    thing = frozenset(stems(agent.probe)[1:])
    if 2 * len(thing & set(stems(f"{shown.text} {shown.context}"))) < len(thing):
        return None
    if _may_be(who == agent.words and who[0].isupper(), ours, said, shown):
        return None
    return f"The question takes it that {agent.words} did this. The documents say “{said}”."


def _content(text: str) -> list[str]:
    return [word for word in words(text) if word not in STOPWORDS]


def _may_be(named: bool, ours: Sequence[str], said: str, shown: Shown) -> bool:
    """Whether the one may be a name, and the other a description, of the same. `named`: `ours` are words of a name."""
    around = words(shown.context)
    if named:
        # Whoever governs the passage may be whom the sentence describes.
        return bool(_ROLES & set(stems(said)) and not names(said)) or any(word in around for word in ours)
    called = {word for name in names(said) for word in words(name.text)}
    if called and _ROLES & set(map(stem, ours)):
        return True
    near = [around[max(0, i - _NEAR) : i + _NEAR] for i, word in enumerate(around) if word in called]
    return any(among(word, some) for some in near for word in ours)
