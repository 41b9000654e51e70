"""One person's health: somebody, and an illness they have. Talk of an illness alone, and of services for it, is no such thing."""

from __future__ import annotations

import heapq
import re
from collections.abc import Collection

from ingest.accounts import ORGANISATION
from ingest.scrutiny.patterns import Spans, joined, pattern_of

NAME = r"(?-i:[A-ZÀ-Þ][a-zß-ÿ]{1,20}(?:[-'’][A-ZÀ-Þ]?[a-zß-ÿ]{2,20})?)"
NAMES = rf"(?P<name>{NAME}(?: {NAME}){{0,2}})"
KIN = joined(r"""
    (?:(?:late|older|elder|younger|eldest|youngest|teenage|best) )?
    (?:son|daughter|mother|mum|father|dad|brother|sister|husband|wife|partner|child|baby|nephew|niece|grandmother|grandfather
    |gran|nan|grandson|granddaughter|uncle|aunt|cousin|friend|neighbour|colleague|boyfriend|girlfriend)
""")
ONE = joined(r"""
    (?:\w{1,15} )?(?:man|woman|lady|gentleman|mother|father|mum|dad|boy|girl|teenager|resident|tenant|member|neighbour
    |participant|colleague|volunteer|trustee|client|patient|pupil|student|carer|officer)
""")
WHO = joined(rf"""
    \b(?:s?he|I|(?:his|her|my|{NAME}['’]s) {KIN}|(?:one|another) {ONE}|(?:an?|the|this) {ONE}(?=,? (?:who )?(?:was|had)\b)
    |{NAMES})(?:,? who)?
""")
OWNER = rf"\b(?:(?:his|her|my|{NAME}['’]s) {KIN}['’]s|his|her|my|{NAMES}['’]s)"
ADVERB = r"(?:(?:also|then|now|still|later|just|only|first|back|always|\w{2,12}ly) )?"
ILLNESS = joined(r"""
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
AFTER = joined(r"""
    (?=[.,;:!?)\]”"\n]|\s?[–—(]|\s-\s|['’](?!s\b)|\Z
    |\s(?:and|or|but|at|in|on|for|since|when|while|after|before|as|which|that|who|by|with|from|until|last|this|to|is|was|has|had
    |means?|meant|makes?|made|got|came|went|began|left|keeps|kept|took|if|so|because|though|although|now|then|during|again|too
    |twice|all|two|three|\d{4}|(?!related|based|linked|focused)\w{2,12}ed)\b)
""")
HAS = joined(r"""
    (?:has got|has had|has|had|have|(?:is |was |has been )?(?:suffer(?:s|ed|ing)(?: from)?|(?:liv(?:es|ed|ing)|struggl(?:es|ed|ing)) with
    |recover(?:ed|ing) from|dying (?:of|from)|(?:being )?treated for)|died (?:of|from)|developed|survived|contracted|(?:is|was) having)
""")
IS = r"(?:is|was|has been|had been|got|being|went|remains|became)"
STATE = joined(rf"""
    (?:diagnosed\b|(?:on (?:dialysis|antidepressants|chemo(?:therapy)?|methadone|life support|suicide watch)
    |in (?:hospital|a hospice|a coma|intensive care|rehab|remission)|(?:seriously|terminally|critically|gravely|mentally) ill
    |autistic|diabetic|epileptic|schizophrenic|bipolar|dyslexic|suicidal|anorexic|bulimic|HIV[- ]positive
    |an? (?:recovering )?alcoholic|sectioned|hospitalised|registered (?:blind|disabled)|signed off(?: work| sick)?|off sick
    |admitted to (?:hospital|a hospice|intensive care|an? (?:psychiatric|mental health) (?:ward|unit|hospital))
    |undergoing (?:{ILLNESS}|surgery)){AFTER})
""")
HEALTH = [
    pattern_of(rf"""
        {WHO}(?:(?: {ADVERB}{IS}|['’]s(?: been)?) {ADVERB}{STATE}
        | {ADVERB}{HAS} (?:{ILLNESS}|(?:long )?covid(?:-19)?\b){AFTER})
    """),
    pattern_of(rf"{OWNER} {ILLNESS}{AFTER}"),
    pattern_of(rf"""
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


def health_in(text: str, places: Collection[str]) -> Spans:
    """Where a text tells of one person's health, in its order."""
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
