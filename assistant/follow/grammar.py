"""Lists of English words, and what a word can be. Only what questions about people's work are asked with."""

from __future__ import annotations

import re

WH = frozenset("what who whom whose which when where why how whats whos wheres whens whys hows".split())
BE = frozenset("is are was were isn't aren't wasn't weren't be been being am".split())
DO = frozenset("do does did don't doesn't didn't".split())
HAVE = frozenset("has have had hasn't haven't hadn't".split())
MODAL = frozenset(
    "can could will would shall should may might must can't cannot couldn't won't wouldn't shouldn't".split()
)
AUXILIARY = BE | DO | HAVE | MODAL
PREPOSITION = frozenset(
    "of in on at to for from with without within by about into onto over under between among across through during"
    " before after since until till against behind beside beyond despite except like near off outside inside per than"
    " towards toward upon via around along beneath above below regarding concerning".split()
)
CONJUNCTION = frozenset(
    "and or but so because if when while once whereas although though unless whether that as".split()
)
PRONOUN = frozenset(
    "i me you we us he him she her it they them himself herself itself themselves yourself ourselves there this that"
    " these those anyone someone everyone anybody somebody everybody anything something everything nothing nobody none"
    " else one".split()
)
DETERMINER = frozenset(
    "the a an this that these those my your our his her its their some any each every no all both another other many"
    " much few several".split()
)
ADVERB = frozenset(
    "not never ever also just still already only even once often usually always again soon together too well better"
    " differently first last now then here there instead else later today really actually very more most please up out"
    " down away back far".split()
)
NOT_ADVERBS = frozenset("assembly assemblies family supply reply ally early elderly friendly daily monthly".split())
# In "is the network ...?", the subject is read as far as one of these, or a word that looks like one.
ADJECTIVE = frozenset(
    "open free good bad important big small large long short easy hard difficult possible necessary new old ready able"
    " clear true false right wrong fair safe strong weak high low late early likely enough better worse best useful"
    " ill helpful willing part worth due happy responsible different similar".split()
)
SUFFIX = re.compile(r".{3,}(?:ed|ful|less|able|ible|ive|ous|ical|ant)$")
# A subject is read as far as one of these, or a word that looks like a verb.
VERBS = frozenset(
    "accept achieve act adapt add address agree aim allow apply approach argue arrange ask attend avoid back"
    " become begin believe belong benefit borrow bring build buy call care carry cause celebrate chair challenge"
    " change choose claim close collaborate come commission communicate connect consider consult continue"
    " contribute convene cooperate cope cost cover create cut deal decide define deliver depend describe design"
    " develop differ disagree discover discuss distribute do donate draw earn elect employ enable encourage end"
    " engage ensure enter evaluate exist expect experience explain explore face fail feed feel find finish fit fix"
    " focus follow form found fund gather get give go grow handle happen have hear help hold host identify improve"
    " include increase influence inform invite involve join judge keep know lack last lead learn leave let like"
    " link listen live look lose maintain make manage matter mean measure meet mention mobilise need notice offer"
    " open operate organise overcome owe own participate partner pay persuade pick plan play prefer prepare"
    " prevent produce promise propose protect prove provide publish put raise reach read receive recommend recover"
    " recruit reduce refer refuse reject relate rely remain remember remove repair replace reply report represent"
    " require resist resolve respond result review run save say see seem select sell send serve set settle share"
    " shift show solve speak spend split spread stand start stay stop strengthen struggle succeed suffer suggest"
    " support survive sustain tackle take talk teach tell test thank think track train transform treat trust try"
    " turn understand use value visit volunteer vote wait want warn welcome win work worry write".split()
)
IRREGULAR = frozenset(
    "ran led held met gave took made said told found built went came saw knew thought kept left lost paid put read sent"
    " set spent spoke stood taught won wrote began became brought bought chose did drew drove fell felt got grew heard"
    " let meant rose sold sat written given taken done seen known spoken begun chosen driven grown shown run".split()
)
# Who can be said to do something: bodies, and people.
BODIES = frozenset(
    "council group collective team board network committee organisation organization charity government family"
    " community company university secretariat partnership foodbank school hospital borough staff police"
    " assembly".split()
)
AGENTS = (BODIES - {"assembly"}) | frozenset(  # an assembly is held, and does not itself act
    "people person member volunteer nhs parent child children resident neighbour leader partner funder trustee"
    " director chair convenor newcomer youth men women gp doctor nurse carer church business mayor minister"
    " citizen worker manager provider commissioner authority participant teacher author speaker founder"
    " facilitator".split()
)
PLURAL = frozenset("people folk children men women staff police".split())
GENERIC = frozenset(
    "way ways part point reason reasons kind sort lot thing things time times number place bit sense case example role"
    " people difference people's".split()
)
# What is always something else's: "the advantages of an assembly".
RELATIONAL = frozenset(
    "advantages disadvantages benefits risks costs problems effects results outcomes reasons aims pros cons causes"
    " consequences challenges impacts drawbacks strengths weaknesses differences lessons".split()
)
PERIODS = frozenset("year years month months week weeks day days time times".split())
# Words of one kind, of which one takes another's place: "the first meeting", "and the second?".
ALIKE = [
    frozenset(kind.split())
    for kind in (
        "first second third fourth fifth sixth seventh eighth ninth tenth last next final previous latest; strong weak;"
        " small large big little; good bad; best worst; most least; more fewer less; biggest smallest; stronger weaker;"
        " highest lowest; oldest newest; local national regional global international; public private voluntary"
        " statutory; well badly; young old older younger; men women boys girls children adults parents; rich poor;"
        " urban rural; formal informal; online offline; before after during; inside outside; short long; high low;"
        " positive negative; easy hard difficult; advantages disadvantages; strengths weaknesses; success failure;"
        " successes failures; internal external; pros cons; benefits costs risks drawbacks; begin start end finish"
        " stop; beginning end start; north south east west; win lose; morning afternoon evening; daily weekly monthly"
        " yearly annual; one two three four five six; increase decrease"
    ).split(";")
]


def is_plural(word: str) -> bool:
    return word in PLURAL or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def is_agent(noun: str) -> bool:
    """Whether it can be said to do something: "volunteer", "charities"."""
    return not AGENTS.isdisjoint(
        (noun, noun.removesuffix("s"), noun.removesuffix("es"), f"{noun.removesuffix('ies')}y")
    )


def is_adverb(word: str) -> bool:
    return word in ADVERB or (word.endswith("ly") and word not in NOT_ADVERBS)


def is_verb(word: str) -> bool:
    """Whether a word is a verb of the list in some form, or looks like a past one."""
    return word in VERBS | IRREGULAR or word.endswith("ed") or word[:-1] in VERBS


def breaks_phrase(word: str) -> bool:
    """Whether a noun phrase cannot go on over a word."""
    return word in _BREAKS or is_adverb(word)


def opens_phrase(word: str) -> bool:
    """Whether the word after "her" or "that" is what she has or what is meant: "her work", "that meeting"."""
    function = _BREAKS | ADVERB | DETERMINER
    return bool(word) and word not in function and not word.endswith(("ly", "ed"))


_BREAKS = WH | AUXILIARY | PREPOSITION | CONJUNCTION | PRONOUN
