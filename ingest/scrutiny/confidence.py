"""Words that ask for confidence, short of the rules that have a module of their own."""

from __future__ import annotations

import re

from ingest.scrutiny.patterns import pattern_of

CONFIDENCE = [
    pattern_of(r"""
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
    pattern_of(r"^\W{0,3}in confidence(?=\s?[:–—-])", re.IGNORECASE | re.MULTILINE),
]
