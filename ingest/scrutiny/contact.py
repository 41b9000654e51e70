"""Personal data that has a shape of its own: addresses and numbers."""

from __future__ import annotations

import re

from ingest.scrutiny.patterns import Spans, pattern_of, spans_of

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
EMAIL = pattern_of(r"""
    (?<![\w.+-])[\w.+'’-]{1,64}(?:@| ?[\[(] ?at ?[\])] ?)
    [\w-]{1,63}(?:(?:\.| ?[\[(] ?dot ?[\])] ?)[\w-]{1,63}){1,4}
""")
PHONE = pattern_of(r"""
    (?<![\w£$€/=#])(?<!\d[.,:-])(?:\(?(?:\+|00)44\)?[\s.-]?(?:\(0\)\s?)?|\(?0)
    (?P<digits>7(?:[ .-]\d{3}){3}|(?:1[1-9]|2[03489]|7[1-9])\d{0,8}\)?(?:[ \u00a0.\-–‑]{1,2}\d{2,8}){0,4})(?!\w)
""")
REFERENCE = pattern_of(r"""
    \b(?:ref|reference|case|invoice|order|charity|company|isbn|id|account|grant|serial|policy|ticket|job|barcode|urn)\b
    [\s.:#-]{0,3}(?:(?:no|number|id|ref|code)\b[\s.:#]{0,3})?(?:is )?\Z
""")
POSTCODE = pattern_of(
    r"""
    (?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2}
    |[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})(?!\w)
    """,
    re.NOFLAG,
)
STREET = pattern_of(rf"""
    \b(?:flat|apartment) \d
    |\b\d{{1,4}}[a-z]?,? (?:[\w'’.-]{{1,30}} ){{1,3}}
    (?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|court|crescent|grove|terrace|gardens|square|mews|walk|row|hill|rise
    |parade|place|way|green)\b
    |(?-i:\b[A-Z][\w'’-]{{1,30}} (?:Street|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Mews))\b
    |\b\d{{1,4}}[a-z]?,? (?!{MONTH}\b)(?-i:(?:(?:[A-Z][\w'’-]{{0,30}}|the|of|on|upon),?\s){{1,6}})\Z
""")
HOME = pattern_of(r"\b(?:lives?|lived|living) at (?:number |no\.? ?|flat )?\d{1,4}[a-z]?,? [^\W\d]{2,20}")
INSURANCE = pattern_of(r"""
    (?-i:(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d\d){3}[ -]?[A-D](?!\w))
    |\b(?:national insurance|NI|nino)\b[^\d\n]{0,20}\b[a-z]{2}(?:[ -]?\d\d){3}[ -]?[a-d]\b
""")
NHS = pattern_of(r"\bNHS\b[^\d\n£$€]{0,25}(?<!\d)[1-9]\d\d[ -]?\d{3}[ -]?\d{4}(?![\d,])")
BORN = pattern_of(rf"""
    \b(?:born (?:on )?(?:\w{{3,6}}day,? )?(?:the )?|(?:DOB|D\.O\.B\.?|date of birth|birthday)\b[^\d\n]{{0,12}}?)
    (?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|{MONTH} \d{{1,2}}\b
    |\d{{1,2}}(?P<mark>[/. -])\d{{1,2}}(?P=mark)\d{{2,4}}\b|\d{{4}}-\d\d-\d\d\b)
""")
THING_BORN = pattern_of(r"""
    \b(?:network|collective|ideas?|project|group|organisation|cell|movement|charity|partnership|programme|initiative|campaign
    |club|hub|plan|it|which|this|company|trust|scheme|service|festival|alliance|fund)
    (?: itself)?(?: (?:was|were|is|had been))?(?: \w{1,15}ly| first)? \Z
""")
BANK = pattern_of(r"""
    \bsort[ -]?code\b[^\d\n]{0,20}\d\d[ –-]?\d\d[ –-]?\d\d\b(?s:.{0,60}?)\b\d{4} ?\d{4}\b
    |\b(?:account|acc|a/c)\b[^\d\n]{0,25}\d{4} ?\d{4}\b(?s:.{0,60}?)\b\d\d[ –-]?\d\d[ –-]?\d\d\b
    |\b\d\d-\d\d-\d\d[ ,;/|]{1,3}\d{8}\b(?<!-)|\bGB\d\d ?[A-Z]{4}(?: ?\d){14}\b
""")


def phones_in(text: str) -> Spans:
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


def addresses_in(text: str) -> Spans:
    """Where people live: a house, or a postcode after a street."""
    yield from spans_of(text, [HOME])
    for match in POSTCODE.finditer(text):
        if street := STREET.search(text, max(0, match.start() - 60), match.start()):
            yield street.start(), match.end()


def births_in(text: str) -> Spans:
    """Dates of birth of people, and not of clubs."""
    for match in BORN.finditer(text):
        if not THING_BORN.search(text, max(0, match.start() - 60), match.start()):
            yield match.span()
