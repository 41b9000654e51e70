"""What a contributor is told before a document is published: what may harm somebody, mislead, or stand there already.

A warning stops nothing and takes nothing out: a person decides. So a rule would rather miss a thing than cry wolf, and an
ordinary meeting note gets none. Each pattern looks a bounded way ahead, so that no text makes it slow.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from assistant.domain import Document
from ingest.accounts import ORGANISATION
from ingest.alike import Likeness

MOST = 5  # examples of a warning
LONGEST = 80  # characters of an example
SHORT = 30  # words
UNBROKEN = 200  # characters without a space
DAMAGED = 3  # letters, from which on they are told of
FOREIGN = 0.1  # of the letters
DUPLICATES = 3  # documents named as alike
LOOKED_THROUGH = 2_000_000  # characters: no note is as long, and the patterns take their time


def _joined(lines: str) -> str:
    """What is written over several lines as one. A space that counts and begins a line is written [ ]."""
    return re.sub(r"\n\s*", "", lines)


def _pattern(written: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(_joined(written), flags)


WRAPPED = re.compile(r"[\t\u00a0]|\n(?=[a-zß-ÿ])|(?<=\d)\n(?=\d)")

# Personal data that has a shape of its own.

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
EMAIL = _pattern(r"""
    (?<![\w.+-])[\w.+'’-]{1,64}(?:@| ?[\[(] ?at ?[\])] ?)
    [\w-]{1,63}(?:(?:\.| ?[\[(] ?dot ?[\])] ?)[\w-]{1,63}){1,4}
""")
PHONE = _pattern(r"""
    (?<![\w£$€/=#])(?<!\d[.,:-])(?:\(?(?:\+|00)44\)?[\s.-]?(?:\(0\)\s?)?|\(?0)
    (?P<digits>7(?:[ .-]\d{3}){3}|(?:1[1-9]|2[03489]|7[1-9])\d{0,8}\)?(?:[ \u00a0.\-–‑]{1,2}\d{2,8}){0,4})(?!\w)
""")
REFERENCE = _pattern(r"""
    \b(?:ref|reference|case|invoice|order|charity|company|isbn|id|account|grant|serial|policy|ticket|job|barcode|urn)\b
    [\s.:#-]{0,3}(?:(?:no|number|id|ref|code)\b[\s.:#]{0,3})?(?:is )?\Z
""")
POSTCODE = _pattern(
    r"""
    (?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2}
    |[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})(?!\w)
    """,
    re.NOFLAG,
)
STREET = _pattern(rf"""
    \b(?:flat|apartment) \d
    |\b\d{{1,4}}[a-z]?,? (?:[\w'’.-]{{1,30}} ){{1,3}}
    (?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|court|crescent|grove|terrace|gardens|square|mews|walk|row|hill|rise
    |parade|place|way|green)\b
    |(?-i:\b[A-Z][\w'’-]{{1,30}} (?:Street|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Mews))\b
    |\b\d{{1,4}}[a-z]?,? (?!{MONTH}\b)(?-i:(?:(?:[A-Z][\w'’-]{{0,30}}|the|of|on|upon),?\s){{1,6}})\Z
""")
HOME = _pattern(r"\b(?:lives?|lived|living) at (?:number |no\.? ?|flat )?\d{1,4}[a-z]?,? [^\W\d]{2,20}")
INSURANCE = _pattern(r"""
    (?-i:(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d\d){3}[ -]?[A-D](?!\w))
    |\b(?:national insurance|NI|nino)\b[^\d\n]{0,20}\b[a-z]{2}(?:[ -]?\d\d){3}[ -]?[a-d]\b
""")
NHS = _pattern(r"\bNHS\b[^\d\n£$€]{0,25}(?<!\d)[1-9]\d\d[ -]?\d{3}[ -]?\d{4}(?![\d,])")
BORN = _pattern(rf"""
    \b(?:born (?:on )?(?:\w{{3,6}}day,? )?(?:the )?|(?:DOB|D\.O\.B\.?|date of birth|birthday)\b[^\d\n]{{0,12}}?)
    (?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|{MONTH} \d{{1,2}}\b
    |\d{{1,2}}(?P<mark>[/. -])\d{{1,2}}(?P=mark)\d{{2,4}}\b|\d{{4}}-\d\d-\d\d\b)
""")
THING_BORN = _pattern(r"""
    \b(?:network|collective|ideas?|project|group|organisation|cell|movement|charity|partnership|programme|initiative|campaign
    |club|hub|plan|it|which|this|company|trust|scheme|service|festival|alliance|fund)
    (?: itself)?(?: (?:was|were|is|had been))?(?: \w{1,15}ly| first)? \Z
""")
BANK = _pattern(r"""
    \bsort[ -]?code\b[^\d\n]{0,20}\d\d[ –-]?\d\d[ –-]?\d\d\b(?s:.{0,60}?)\b\d{4} ?\d{4}\b
    |\b(?:account|acc|a/c)\b[^\d\n]{0,25}\d{4} ?\d{4}\b(?s:.{0,60}?)\b\d\d[ –-]?\d\d[ –-]?\d\d\b
    |\b\d\d-\d\d-\d\d[ ,;/|]{1,3}\d{8}\b(?<!-)|\bGB\d\d ?[A-Z]{4}(?: ?\d){14}\b
""")

# One person's health: somebody, and an illness they have. Talk of an illness alone, and of services for it, is no such thing.

NAME = r"(?-i:[A-ZÀ-Þ][a-zß-ÿ]{1,20}(?:[-'’][A-ZÀ-Þ]?[a-zß-ÿ]{2,20})?)"
NAMES = rf"(?P<name>{NAME}(?: {NAME}){{0,2}})"
KIN = _joined(r"""
    (?:(?:late|older|elder|younger|eldest|youngest|teenage|best) )?
    (?:son|daughter|mother|mum|father|dad|brother|sister|husband|wife|partner|child|baby|nephew|niece|grandmother|grandfather
    |gran|nan|grandson|granddaughter|uncle|aunt|cousin|friend|neighbour|colleague|boyfriend|girlfriend)
""")
ONE = _joined(r"""
    (?:\w{1,15} )?(?:man|woman|lady|gentleman|mother|father|mum|dad|boy|girl|teenager|resident|tenant|member|neighbour
    |participant|colleague|volunteer|trustee|client|patient|pupil|student|carer|officer)
""")
WHO = _joined(rf"""
    \b(?:s?he|I|(?:his|her|my|{NAME}['’]s) {KIN}|(?:one|another) {ONE}|(?:an?|the|this) {ONE}(?=,? (?:who )?(?:was|had)\b)
    |{NAMES})(?:,? who)?
""")
OWNER = rf"\b(?:(?:his|her|my|{NAME}['’]s) {KIN}['’]s|his|her|my|{NAMES}['’]s)"
ADVERB = r"(?:(?:also|then|now|still|later|just|only|first|back|always|\w{2,12}ly) )?"
ILLNESS = _joined(r"""
    (?:(?:an?|the|own|another|severe|mild|acute|chronic|serious|long-term|long|early|early-onset|advanced|terminal|incurable
    |clinical|post-?natal|type [12]|breast|bowel|lung|prostate|skin|ovarian|pancreatic|brain|blood|stomach|liver|kidney|throat
    |recurrent|undiagnosed|suspected|major|minor|massive|second|recent|worsening|vascular|form of|history of|diagnosis of
    |(?:struggles?|battle|fight) (?:with|against)) ){0,3}
    (?:depression|anxiety(?! (?:about|over|that|to|at|around|for|in)\b)|autism|ADHD|OCD|PTSD|bipolar disorder|schizophrenia
    |psychosis|dementia|Alzheimer['’]?s|Parkinson['’]?s|cancer|leukaemia|lymphoma|melanoma|tumour|stroke(?! of)
    |heart (?:attack|disease|failure|condition)|epilepsy|diabetes|HIV|hepatitis|tuberculosis|multiple sclerosis
    |motor neurone disease|cystic fibrosis|sickle cell|asthma|COPD|arthritis|fibromyalgia|endometriosis|sepsis|pneumonia
    |eating disorder|anorexia|bulimia|alcoholism|(?:drug|alcohol|heroin|gambling) (?:problem|addiction)
    |addiction(?! to (?!alcohol|drugs|drink|heroin|cocaine|crack|gambling|opioids|painkillers))|(?:nervous|mental) breakdown
    |miscarriage|abortion|Down['’]?s syndrome|cerebral palsy|(?:learning )?disability|dyslexia|chemo(?:therapy)?|radiotherapy
    |dialysis|transplant|mastectomy|hysterectomy|hip replacement|(?:terminal|mental) illness|panic attacks?|suicide attempt
    |mental health (?:problems?|crisis|condition|difficulties|breakdown)|self-harm|overdose|medication|antidepressants)\b
""")
# What follows an illness that somebody has, and not a word that says what kind of thing is meant ("her cancer charity").
AFTER = _joined(r"""
    (?=[.,;:!?)\]”"\n]|\s?[–—(]|\s-\s|['’](?!s\b)|\Z
    |\s(?:and|or|but|at|in|on|for|since|when|while|after|before|as|which|that|who|by|with|from|until|last|this|to|is|was|has|had
    |means?|meant|makes?|made|got|came|went|began|left|keeps|kept|took|if|so|because|though|although|now|then|during|again|too
    |twice|all|two|three|\d{4}|(?!related|based|linked|focused)\w{2,12}ed)\b)
""")
HAS = _joined(r"""
    (?:has got|has had|has|had|have|(?:is |was |has been )?(?:suffer(?:s|ed|ing)(?: from)?|(?:liv(?:es|ed|ing)|struggl(?:es|ed|ing)) with
    |recover(?:ed|ing) from|dying (?:of|from)|(?:being )?treated for)|died (?:of|from)|developed|survived|contracted|(?:is|was) having)
""")
IS = r"(?:is|was|has been|had been|got|being|went|remains|became)"
STATE = _joined(rf"""
    (?:diagnosed\b|(?:on (?:dialysis|antidepressants|chemo(?:therapy)?|methadone|life support|suicide watch)
    |in (?:hospital|a hospice|a coma|intensive care|rehab|remission)|(?:seriously|terminally|critically|gravely|mentally) ill
    |autistic|diabetic|epileptic|schizophrenic|bipolar|dyslexic|suicidal|anorexic|bulimic|HIV[- ]positive
    |an? (?:recovering )?alcoholic|sectioned|hospitalised|registered (?:blind|disabled)|signed off(?: work| sick)?|off sick
    |admitted to (?:hospital|a hospice|intensive care|an? (?:psychiatric|mental health) (?:ward|unit|hospital))
    |undergoing (?:{ILLNESS}|surgery)){AFTER})
""")
HEALTH = [
    _pattern(rf"""
        {WHO}(?:(?: {ADVERB}{IS}|['’]s(?: been)?) {ADVERB}{STATE}
        | {ADVERB}{HAS} (?:{ILLNESS}|(?:long )?covid(?:-19)?\b){AFTER})
    """),
    _pattern(rf"{OWNER} {ILLNESS}{AFTER}"),
    _pattern(rf"""
        \b(?:s?he|I) (?:(?:is|was|has been|became) (?:pregnant|clinically depressed|depressed(?! by| about| at)|deaf(?! to)
        |blind(?! to)|disabled){AFTER}
        |(?:once )?(?:attempted suicide|tried to (?:kill (?:him|her|my)self|take (?:his|her|my) own life)|took (?:his|her) own life
        |self-harms)\b)|\bstruggl(?:es|ed|ing) with (?:his|her|my) mental health\b
    """),
]
NOBODY = ORGANISATION | frozenset(
    "a an the it its this that these those there then here what which who whose when where while if as since because although"
    " though and but or so in on at by for from with after before nobody everybody somebody anybody someone anyone each every"
    " most few such demand trade work life society poverty lockdown parents families carers mothers fathers teachers residents"
    " autism depression dementia diabetes anxiety stress loneliness macmillan mind nhs britain europe today".split()
)

# Words that ask for confidence, short of the rules that have a module of their own.

CONFIDENCE = [
    _pattern(r"""
        \b(?:(?:told|tells?|said|says?|shared?|spoke|speak(?:ing)?|given|gave|disclosed|mentioned|kept|held|treated|heard|wrote)
        (?: \w{1,12}){0,3} in (?:strict |the strictest |complete |total )?confidence
        |in (?:strict|the strictest) confidence
        |(?:just|strictly|this is|keep (?:it|this|that)|stays?|kept|remains?) between (?:us|ourselves)(?! and)
        |between you and me
        |stays (?:with)?in (?:the|this|these) (?:room|four walls)
        |(?:said|says?|hear|heard|shared|spoken|discussed|this|that|it|should|must|please|names|words)(?: \w{1,12}){0,4}
        [ ](?:stay|remain) in (?:the|this) room
        |(?:please|pls),? (?:do not|don['’]t) (?:share|circulate|forward|distribute|publish|quote|repeat|pass (?:this|it) on)
        |(?:do not|don['’]t|not to be) (?:shared?|circulated?|forward|distributed?|published?|quoted?|repeat)
        [ ](?:this|outside|beyond|further|more widely|wider|without)
        |not (?:yet )?for (?:\w{1,10} )?(?:circulation|publication|distribution|sharing|quotation)
        |for your eyes only
        |confidential(?:ly)?(?<!not confidential)(?<!non-confidential)(?<!n['’]t confidential)
        (?!,? (?:\w{1,12} )?(?:help\w{0,6}|services?|advice|support|counselling|line|space|listening|waste|ear)\b)
        |embargoed(?! (?:goods|arms|oil|products|countries|states))|under (?:strict )?embargo|embargo until
        |draft[\s\W]{1,4}(?:please )?(?:do not|don['’]t|not to be|not for) (?:quote|cite|circulate|share|distribute|publish)d?
        |(?:for )?internal (?:use )?only|for internal use)\b
    """),
    _pattern(r"^\W{0,3}in confidence(?=\s?[:–—-])", re.IGNORECASE | re.MULTILINE),
]

# Lines that read like orders to a machine.

MACHINE = _joined(r"""
    (?:AI(?: (?:assistant|model|agent|system|chatbot))?|artificial intelligence|(?:large )?language model|LLM|chat ?bot|Chat ?GPT)
""")
VERB = _joined(r"""
    (?:ignore|disregard|forget|override|you (?:are|must|will)|always|never|do not|don['’]t|reply|respond|answer|act as|pretend|reveal
    |output|print)
""")
RULES = r"(?:instructions?|prompts?|rules|guidelines|commands?|directions|messages?)"
EARLIER = rf"(?:previous|prior|earlier|preceding|above|former|other|existing|system)(?: \w{{1,12}})? {RULES}"
# Such an order only where it is one: at the head of a sentence, or asked of somebody.
ORDER = _pattern(rf"""
    \b(?:(?:ignore|disregard|forget|override)
    [ ](?:(?:(?:the|of|my|these|those) ){{0,3}}{EARLIER}|(?:the )?(?:{RULES}|everything|all)(?: of)?(?: the)? (?:above|before))
    |(?:do not|don['’]t|never) (?:(?:tell|show|inform|alert|warn|mention (?:this|it) to|reveal (?:this|it) to)
    [ ](?:this to )?(?:the (?:user|reader|human)|users|readers)(?! (?:of|group))
    |(?:reveal|mention|repeat|disclose) (?:this|these|your|the) (?:system )?(?:instructions?|prompt))
    |mark (?:every|all|any|each|this|these|those|the) (?:\w{{1,15}} ){{0,8}}?
    (?:topics?|questions?|documents?|notes?|answers?|reports?|gaps?|statements?|sources?|claims?|contributions?|messages?)
    (?: \w{{1,15}}){{0,6}} as(?= ["“‘'\w])
    |(?:reply|respond|answer|output|print|say)(?: only| exactly| just){{1,2}}(?: with)?(?: the (?:words?|text|phrase))?(?=:? ?["“‘])
    |(?:include|say|list|add|mention|recommend|insert|repeat) (?:[^\s.!?]{{1,40}} ){{1,15}}?in (?:every|each|all)(?: of)?(?: your)?
    [ ](?:answers?|replies|reply|responses?)
    |(?:assistant|{MACHINE}|copilot|bot)s?(?:, (?:please|you|{VERB})|(?=: please))
    )\b
""")
BEFORE_ORDER = _pattern(
    r"(?:\A|(?<! to)\n|[.:;!?>\"“‘(\[*•–—-]|\b(?:please|must|should|now|also|then|you to|dear|hey|hi|hello|ok))[ \t]{0,4}\Z"
)
ANYWHERE = [
    _pattern(rf"""
        \b(?:(?:ignore|disregard|forget|override) (?:all|any|every|your)(?: of)?(?: the| your)? (?:{EARLIER}|instructions|prompt)
        |(?:note|message|instructions?) (?:to|for) (?:the |any |all |an )?{MACHINE}s?(?=\s?[:,.–—-])
        |if you are an? {MACHINE}s?(?: \w{{1,12}})?(?=, )
        |you are (?:now )?(?:an? |the )?(?:(?:helpful|virtual|unrestricted) (?:AI )?assistant|{MACHINE})
        (?=[.,;:!”"\n]|\Z| (?:that|who|and|trained|designed|created|tasked|called|named|with|in|for|whose|now)\b)
        |(?:act as|pretend (?:to be|(?:that )?you are)) an? (?:unrestricted )?{MACHINE}
        |(?:when(?:ever)?|if|every time|each time) (?:any(?:one|body)|some(?:one|body)|an?y? users?|the user|users|(?:the|an?y?) reader
        |people|you are|a question) (?:asks?|asked|enquires?|wants? to know|mentions?|is asked|is)\b[^.!?\n]{{0,120}}?, ?
        (?:(?:please|always|only|you (?:must|should|will)|then|just|simply) ){{0,3}}
        (?:reply|respond|answer|output|print|say (?:only|that|exactly)|only say|refuse|state that)
        |(?:begin|end|start of|end of) (?:system |new |hidden )?prompt)\b
    """),
    _pattern(
        rf"""
        (?:SYSTEM|ASSISTANT)(?<!\w SYSTEM)(?<!\wSYSTEM)(?<!\w ASSISTANT)(?<!\wASSISTANT)
        (?: (?:PROMPT|MESSAGE|NOTE|OVERRIDE|INSTRUCTIONS?))?\s?:(?! [A-Z]{{2,}} [A-Z]{{2,}})
        |^\W{{0,4}}(?:(?i:system (?:prompt|message|override)|new instructions?)\s?:
        |(?:System|Assistant|AI|User|Bot|Chatbot): ?(?i:{VERB})\b
        |(?:Assistant|AI|Bot|Chatbot): ?(?i:please|list|mark|tell|say|write|include|send|show|give)\b
        |\[(?:system|SYSTEM|assistant|ASSISTANT)\])
        |^(?:Human|User): .{{1,200}}\n\s{{0,4}}(?:Assistant|AI|Bot):
        |<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|eot_id)\|>|\[/?INST\]|<</?SYS>>|</?system>
        |^#{{2,}} ?(?i:instructions?|system|human|assistant|response):
        """,
        re.MULTILINE,
    ),
]

# What nobody sees, and what came to harm on the way.

UNSEEN = _pattern(r"""
    (?P<flag>\U0001f3f4[\U000e0061-\U000e007a]{4,6}\U000e007f)
    |(?P<sure>[\U000e0000-\U000e007f]+|[\u202d\u202e]+|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}|[\u200b-\u200f\u2060-\u2064]{8,})
    |(?P<blank>[\u180e\u200b\u2060-\u2064\ufeff]+|[\u200c\u200d]+)
""")
LATIN = re.compile(r"[!-ʯ‘’“”–—]")
INVISIBLE = re.compile(r"[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e01ef]")
PAGE = re.compile(r"\s*page \d{1,5}\s*")  # a mark of our own: see ingest/formats/markdown.py
MOJIBAKE = re.compile(r"â€.?|Ã[\u0080-\u00bfƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œž]|Â[\u00a0-\u00bf]|ï¿½|\ufffd")


Spans = Iterator[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Warning:
    """`says` is a sentence on what was found and what to think about. `examples` are at most 5 pieces of the text, each
    at most 80 characters, without the characters that nobody sees."""

    kind: str
    says: str
    examples: tuple[str, ...] = ()


def scrutinise(document: Document, hidden: Sequence[str] = (), alike: Sequence[Likeness] = ()) -> list[Warning]:
    """What to think about before the document is published, the weightiest first; nothing of an ordinary note. `hidden`
    is text of the file that its reader does not see."""
    text = document.text[:LOOKED_THROUGH]
    places = frozenset(word.lower() for place in document.places for word in place.split())
    warnings = [
        _personal(text, places),
        _warning(
            "confidentiality",
            "It holds words that ask for confidence: make sure that those who spoke agree to sharing it.",
            _around(text, _spans(text, CONFIDENCE)),
        ),
        _hidden(text, hidden),
        _warning(
            "instructions",
            "Some lines look like instructions to a machine: check that they belong here. They are shown like any other"
            " words and never obeyed.",
            chain.from_iterable(_around(each, _orders(each)) for each in (text, *hidden)),
        ),
        *_odd(document.text),
        *(_duplicate(one) for one in alike[:DUPLICATES]),
    ]
    return [warning for warning in warnings if warning]


def _warning(kind: str, says: str, examples: Iterable[str]) -> Warning | None:
    """The warning, or None where there is nothing to show."""
    found = dict.fromkeys(islice(examples, 4 * MOST))
    return Warning(kind, says, tuple(filter(None, found))[:MOST]) if found else None


def _flat(text: str) -> str:
    """The text with spaces where a sentence goes on in the next line; offsets stay as they were."""
    return WRAPPED.sub(" ", text)


def _spans(text: str, patterns: Iterable[re.Pattern[str]]) -> Spans:
    """Where the patterns match, in the text's order. Those that ask where lines begin are shown all lines."""
    flat = _flat(text)
    seen = ((pattern, text if pattern.flags & re.MULTILINE else flat) for pattern in patterns)
    return heapq.merge(*((match.span() for match in pattern.finditer(each)) for pattern, each in seen))


def _personal(text: str, places: Collection[str]) -> Warning | None:
    flat = _flat(text)
    rules = {
        "an e-mail address": _spans(flat, [EMAIL]),
        "a phone number": _phones(flat),
        "an address": _addresses(flat),
        "a National Insurance number": _spans(flat, [INSURANCE]),
        "an NHS number": _spans(flat, [NHS]),
        "a date of birth": _births(flat),
        "bank details": _spans(flat, [BANK]),
    }
    found = {
        name: [_seen(text[start:end])[:LONGEST] for start, end in islice(spans, MOST)] for name, spans in rules.items()
    }
    found["words on one person's health"] = list(islice(_around(text, _health(flat, places)), MOST))
    names = [name for name, examples in found.items() if examples]
    listed = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return _warning(
        "personal data",
        f"It seems to hold {listed}: think whether each person would agree to having it here.",
        (one for row in zip_longest(*found.values()) for one in row if one),
    )


def _phones(text: str) -> Spans:
    """Numbers of mobiles and homes: those of helplines and firms (03, 08, 09) are nobody's own."""
    for match in PHONE.finditer(text):
        if REFERENCE.search(text, max(0, match.start() - 30), match.start()):
            continue
        groups = list(re.finditer(r"\d+", match["digits"]))
        total = 0
        for group in groups:
            total += len(group[0])
            if total == 10:
                yield match.start(), match.start("digits") + group.end()
        if total == 9 and [len(group[0]) for group in groups] == [4, 5] and match["digits"].startswith("1"):
            yield match.span()


def _addresses(text: str) -> Spans:
    yield from _spans(text, [HOME])
    for match in POSTCODE.finditer(text):
        if street := STREET.search(text, max(0, match.start() - 60), match.start()):
            yield street.start(), match.end()


def _births(text: str) -> Spans:
    for match in BORN.finditer(text):
        if not THING_BORN.search(text, max(0, match.start() - 60), match.start()):
            yield match.span()


def _health(text: str, places: Collection[str]) -> Spans:
    matches = (pattern.finditer(text) for pattern in HEALTH)
    for match in heapq.merge(*matches, key=lambda match: match.start()):
        groups = match.groupdict()
        if not groups.get("name") or _is_person(groups["name"], text[match.end("name") : match.end()], places):
            yield match.span()


def _is_person(name: str, said: str, places: Collection[str]) -> bool:
    parts = name.lower().split()
    if any(part in NOBODY or part in places for part in parts):
        return False
    # "Councillors had": one word in -s is as soon many people as one, unless it "has" or "is".
    return len(parts) > 1 or not parts[0].endswith("s") or re.search(r"\b(?:has|is|was)\b|['’]s", said) is not None


def _orders(text: str) -> Spans:
    asked = (
        match.span()
        for match in ORDER.finditer(_flat(text))
        if BEFORE_ORDER.search(text, max(0, match.start() - 16), match.start())
    )
    return heapq.merge(asked, _spans(text, ANYWHERE))


def _hidden(text: str, hidden: Sequence[str]) -> Warning | None:
    given = (" ".join(_seen(each).split())[:LONGEST] for each in hidden)
    return _warning(
        "hidden text",
        "It holds text that a reader does not see: read it, and take out what does not belong here.",
        chain(filter(None, given), _comments(text), _around(text, _unseen(text))),
    )


def _unseen(text: str) -> Spans:
    """Characters that nobody sees, but for what web pages leave at the ends of lines, and what scripts and emoji need."""
    for match in UNSEEN.finditer(text):
        start, end = match.span()
        if match["sure"] or (match["blank"] and _within(text, start, end)):
            yield start, end


def _within(text: str, start: int, end: int) -> bool:
    """Whether unseen characters stand inside a word, or between two."""
    joiner = text[start] in "\u200c\u200d"
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if not joiner:
        before, after = before.rstrip(" "), after.lstrip(" ")
    sides = before[-1:], after[:1]
    if joiner:
        return all(side.isascii() and side.isalnum() for side in sides)
    # A fraction on a web page ("2 1/2") has such a character of its own.
    return all(map(LATIN.match, sides)) and sides[0] not in "/_.-" and any(map(str.isalpha, sides))


def _comments(text: str) -> Iterator[str]:
    """The HTML comments left in a text."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            return
        if not PAGE.fullmatch(text[start + 4 : min(end, start + 40)]):
            yield text[start : end + 3][:LONGEST]
        start = text.find("<!--", end)


def _odd(text: str) -> Iterator[Warning | None]:
    damaged = list(islice(_spans(text, [MOJIBAKE]), DAMAGED + MOST))
    yield _warning(
        "odd text",
        "Some of its letters were damaged on the way: mend them, or save the original again as UTF-8.",
        _around(text, iter(damaged if len(damaged) >= DAMAGED else ())),
    )
    words = text.split()
    yield _warning(
        "odd text",
        "It holds very long runs of letters without a space: check that they are text for people to read.",
        (token[:LONGEST] for token in words if len(token) > UNBROKEN and _is_unbroken(token)),
    )
    if len(text) > LOOKED_THROUGH:
        yield Warning(
            "odd text", "It is longer than any note: we looked through the first part of it alone, so look at the rest."
        )
    counts = Counter(text)
    letters = sum(count for letter, count in counts.items() if letter.isalpha())
    foreign = {letter for letter in counts if letter.isalpha() and "LATIN" not in unicodedata.name(letter, "")}
    if sum(counts[letter] for letter in foreign) > FOREIGN * letters:
        yield Warning("odd text", "Much of it is not in the Latin alphabet: a question in English may not find it.")
    elif len(words) < SHORT:
        yield Warning("odd text", f"It holds fewer than {SHORT} words: check that all of it is here.")


def _is_unbroken(token: str) -> bool:
    """Whether a run without a space is neither an address of the web nor a line of dots nor in a script without spaces."""
    return token.isascii() and "://" not in token[:40] and 2 * sum(map(str.isalnum, token)) > len(token)


def _duplicate(likeness: Likeness) -> Warning:
    title, share = f"“{' '.join(likeness.title.split())}”", f"{likeness.share:.0%}"
    says = {
        "same": f"It looks the same as {title}, which is here already ({share} of the words): think whether both are needed.",
        "most": f"This and {title} share most words of the shorter one ({share}): think whether both are needed.",
        "part": f"This and {title} share some words ({share} of the shorter one): think whether they are needed twice.",
    }
    return Warning("possible duplicate", says[likeness.kind])


def _around(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Each span with the words of its line around it, as far as an example goes; spans are in order, and one that such
    an example has shown already is left out."""
    shown = 0
    for start, end in spans:
        if start < shown:
            continue
        end = min(end, start + LONGEST)
        spare = LONGEST - (end - start)
        left = max(0, start - spare // 2, text.rfind("\n", max(0, start - spare), start) + 1)
        line = text.find("\n", end, end + spare)
        right = min(len(text) if line < 0 else line, left + LONGEST)
        if left and not text[left - 1].isspace():
            left = min(start, text.find(" ", left, start) + 1 or start)
        if right < len(text) and not text[right].isspace():
            right = max(end, text.rfind(" ", end, right))
        shown = right
        yield _seen(text[left:right])


def _seen(piece: str) -> str:
    """The piece without the characters that nobody sees; those that stand for letters are shown as the letters."""
    return INVISIBLE.sub(
        lambda match: chr(ord(match[0]) & 0x7F) if "\U000e0020" <= match[0] < "\U000e007f" else "", piece
    ).strip()
