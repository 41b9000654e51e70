"""Which question a sentence asks and leaves open, by its own words."""

from __future__ import annotations

import re

from assistant.open_questions.lines import InBlock

WH = r"(?:how|what|whether|if|who|whom|whose|why|where|when|which)\b"
COLLECTIVE = (
    r"(?:(?:the|this|our|that|one|a|some|several|many|most|few|other|another|both|two|three) )*(?:of the )?"
    r"(?:\w+ ){0,2}?"
    r"(?:groups?|meetings?|discussions?|sessions?|cells?|networks?|members?|participants?|people|person|others?"
    r"|convenors?"
    r"|co-convenors?|bulletin|note|paper|report|blog|review|author|table|room|workshop|speakers?|feedback"
    r"|conversation|trustees"
    r"|volunteers?|parents?|residents?|neighbours?|chair|facilitator|someone|somebody|everyone|everybody|several"
    r"|some|another|we|many|i)"
)
NAMED = (
    r"(?-i:(?!(?:The|A|An|It|This|That|These|There|He|She|They|His|Her|Their|What|How|Why|When|Where|Who|If|In|At"
    r"|On)\b)"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)
# What asks in a story that a note retells, not in the meeting.
ORGANISATION = re.compile(
    r"\b(?:council|borough|trust|collective|charity|agency|hospital|school|government|department|board|company"
    r"|association"
    r"|college|university|minister|ministry|police|church|foundation|services?|care|authority)\b",
    re.IGNORECASE,
)
ASKS = (
    r"(?:asked|asks|ask|wondered|wonders|wonder|queried|questioned|doubted|debated|puzzled over|(?:were|was|is"
    r"|are) asking"
    r"|(?:were|was|are|is) (?:unsure|not sure|uncertain))"
)
EACH_OTHER = (
    r"(?:itself|themselves|ourselves|himself|herself|us|the (?:group|meeting|room|others|members|cell)|each other"
    r"|one another"
    r"|everyone|aloud|also|again|about)"
)
OPEN = r"(?:open|unanswered|unresolved|undecided|unclear|unknown)"
UNSETTLED = r"(?:decided|agreed|answered|settled|seen|worked out|known|clear)"
DOES_NOT_KNOW = (
    r"(?:(?:do|does|did) not(?: yet)? know|do(?:es)?n['’]t(?: yet)? know|didn['’]t know"
    r"|could not (?:say|agree|agree on|decide)|cannot say|(?:are|were|was|is) not sure|ha(?:s|ve) not decided)"
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # "The discussion asked what can be done ...", "Jane wondered aloud whether ..."
        r"^(?:(?:and|but|so|then|finally|also|afterwards|at the end|in the end|in discussion|still),? )?"
        rf"(?P<who>{COLLECTIVE}|{NAMED})"
        r"(?:,? (?:who|from|of|in|at) [^,;:]{1,60},?)?,?"
        r"(?: (?:had|has|have|also|then|rightly|however|often|again|too|finally|even|still|therefore|, too,))*"
        rf" {ASKS}(?: {EACH_OTHER})*,? (?P<matter>{WH}.*)",
        r"\b(?:asked|asking|asks|ask) (?:itself|themselves|ourselves|each other|one another)(?: again| also)? "
        rf"(?P<matter>{WH}.*)",
        # "Perhaps people will drift back, the bulletin wonders, or ...": all of it
        rf"^(?=.+, (?:the \w+|we|somebody|someone|one \w+|participants|members|{NAMED}) (?:wondered|wonders|wonder"
        r"|asked aloud)\b)(?P<matter>.+)",
        # "One question was whether ...", "Avril's worry is whether ..."
        r"\b(?:questions?|issues?|worry|worries|concerns?|puzzle|dilemma|uncertainty|unknown|doubt|challenges?"
        r"|problem|difficulty|matter)\b"
        r"(?: (?:for|of|that|about|which|raised|asked|with|to|in|left|still|yet|not|we|they|nobody)\b[^.;:]{0,60}?)?"
        r"(?: now| still| then| here)? (?:is|was|were|are|remains|remained|will be|would be|being)(?: still| now"
        r"| therefore| then| always|,)*:?"
        r" (?P<matter>(?:how|whether|what|who|why|if)\b.*)",
        # "Another challenge will be to find out how ...", "... to find ways of ..."
        r"\b(?:challenges?|questions?|tasks?|problem|another|difficulty)\b[^.;:?]{0,40}?(?:is|was|will be|remains"
        r"|would be)(?: now| still)? to "
        r"(?:find (?:out )?|work out |discover |learn |see |decide |understand )(?P<matter>(?:how|whether|what|who"
        r"|why|ways?|a way|the right way)\b.*)",
        # "We are left with the question of how ...", "It was asked whether ...", "They ended by asking what ..."
        r"\b(?:the|a|this|one|another) (?:\w+ )?(?:question|issue|problem) of (?P<matter>(?:how|whether|who|what"
        r"|why)\b.*)",
        rf"\bit was (?:also |then )?(?:asked|queried|debated) (?P<matter>{WH}.*)",
        rf"\b(?:closed|closes|ended|ends|finished|concluded|concludes|left) (?:by )?asking (?P<matter>{WH}.*)",
        # "Questions were raised about ..."
        r"\bquestions? (?:about|of|as to|over|on) (?P<matter>.{3,80}?) (?:was|were) (?:also )?(?:raised|asked|left "
        r"(?:open|unanswered)|left for)\b.*",
        r"\bquestions? (?:was|were) (?:also |then )?(?:raised|asked|left open|put)(?: here| there)?(?: about| as to"
        r"| of| over| on|,|:)* (?P<matter>.+)",
        r"\brais(?:ed|es|ing) (?:the|a|an|another|some|several)?(?: \w+)? ?(?:question|questions|issue)(?: of"
        rf"| about| as to)? (?P<matter>{WH}.*)",
        r"\bthere (?:is|was|are|were|remains?) (?:still |also )?(?:a |an |the |some )?(?:open |unanswered |bigger "
        r"|real |wider )?questions?"
        r"(?: about| of| over| as to)? (?P<matter>.+)",
        # "... remains an open question", "it remains to be seen", "nobody knew whether"
        rf"^(?P<matter>.*?)\b(?:is|was|are|were|remains?|remained)(?: still| yet)? (?:an? )?{OPEN} (?:questions?"
        r"|matter)\b.*",
        r"\b(?:remains?|remained) to be seen,? ?(?P<matter>.*)",
        r"\bit (?:is|was|remains|remained)(?: still| as yet)? (?:not (?:yet )?(?:clear|known|certain|decided|agreed"
        r"|settled)"
        rf"|uncertain|{OPEN})(?: \w+)? (?P<matter>{WH}.*)",
        r"\b(?:nobody|no one|no-one|none of us) (?:in the (?:room|group) )?(?:yet |still )?(?:knows?|knew|could say"
        rf"|can say|was sure|is sure) (?P<matter>{WH}.*)",
        # "What we do not know is ..."
        r"^what (?:we|nobody|no one|the group)(?: \w+){0,3} (?:know|knows|knew|settle|say)(?: yet)? (?:is|was) "
        r"(?P<matter>.*)",
        rf"\b(?:we|the group|the meeting|members) (?:in the (?:room|group) )?(?:yet |still )?{DOES_NOT_KNOW}(?: yet"
        rf"| on)? (?P<matter>{WH}.*)",
        rf"^(?P<matter>{WH}.*?)\b(?:was|is|were|are|has|have|remains?|still)\b(?: still| not)*(?: yet)? ?"
        rf"(?:left open|left unanswered|{OPEN}|(?:yet )?to be {UNSETTLED}|not (?:yet )?{UNSETTLED}|less clear)\b.*",
        rf"^(?=.* to (?:know|understand|find|work|learn))(?:(?:and|but|so|then|finally|also),? )?(?:{COLLECTIVE}"
        rf"|{NAMED}) (?:of the \w+ )?(?:also )?(?:wants?|wanted|would like|is keen|are keen|needs?|needed)"
        r"(?: still)? to "
        rf"(?:know|understand|find out|work out|learn) (?:more about )?(?P<matter>{WH}.*)",
        r"\b(?:we|the group|the meeting|members|participants) (?:left|leaves?) (?:open|for later|unanswered) "
        r"(?P<matter>.+)",
    )
)
SENSES = re.compile(
    r"ask|wonder|quer|question|debat|puzzl|sure\b|worr|concern|dilemma|uncertain|unknown|doubt|challenge|issue"
    r"|problem|task|another"
    r"|difficult|rais|seen|clear|know|decide|agree|open|settle|unresolved|say|find out|work out|understand|learn"
    r"|matter|left",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:(?:still |some |the |our )*(?:open|unanswered|outstanding|unresolved|remaining) "
    r"(?:questions?|issues|points)"
    r"|questions? (?:that )?(?:left|remaining|still|not|we (?:did not|could not|didn['’]t|couldn['’]t)|nobody|raised"
    r"|arising|outstanding|unanswered)\b"
    r"|what (?:we|nobody|is|remains?) (?:do not|don['’]t|did not|didn['’]t|still|not yet|yet|unknown|open|unclear)\b)",
    re.IGNORECASE,
)
ENDS_ASKING = re.compile(r"\?[’”\"')\]]*$")
INSIDE = re.compile(r"[‘“\"']([^‘’“”\"]{6,}\?)[’”\"']$")
QUOTED = re.compile(r"[‘“\"'](?P<matter>[^‘“”\"]{6,}\?)[’”\"'],? (?:was )?(?:asked|wondered) ", re.IGNORECASE)
# Questions to the reader, and those that expect no answer.
TO_THE_READER = re.compile(
    r"^(?:(?:so|and|but),? )?(?:do|did|would|are|have|can|could|want|interested|fancy|got|need|know)\b(?: you| to\b"
    r"| in\b|n['’]t you| a\b)"
    r"|^(?:why not|who knew|what about you|sound familiar|isn['’]t|aren['’]t|any (?:other|questions)|ready|remember"
    r"|right\?|really\?)",
    re.IGNORECASE,
)
ANSWERED_WITHIN = re.compile(
    r"(?:[,;:–—]| and| but) (?:and |but |to which )?"
    r"(?:the answer|(?!we\b)[\w’' ]{1,40}? (?:answered|replied|said (?:yes|no|that)|explained that|told (?:them|her"
    r"|him|us)))\b"
    r"|^(?:when )?asked\b.*\b(?:answered|replied|said)\b|\bfound (?:no single|the|an|its|their|his|her) answer",
    re.IGNORECASE,
)
ANSWER_FOLLOWS = re.compile(
    r"^(?:yes|no|because|certainly|indeed|the (?:short |simple |honest )?answer|(?:one|our|her|his|their) answer"
    r"|in (?:reply|answer)|it (?:turned|turns) out|(?:\S+ ){1,3}(?:answered|replied|said (?:that )?(?:it|they|she|he"
    r"|yes|no)))\b",
    re.IGNORECASE,
)
GUESSES = re.compile(r"^(?:perhaps|maybe|possibly|nobody|no one|opinions|views|it depends)\b", re.IGNORECASE)
# "What did they do?", with the answer in the next breath: how a story is told.
OF_A_STORY = re.compile(r"^(?:so |and |but )?(?:what|how|why|where) (?:did|was|were|had)\b", re.IGNORECASE)
TELLS_OF_IT = re.compile(
    r"\b(?:was|were|has been|had been|have been|said|explained|agreed|decided|met|thanked)\b", re.IGNORECASE
)
LEAD = re.compile(r"^(?:so|and|but|then|if so|finally|well)\b,? ", re.IGNORECASE)
LEAST = 3  # words of a question that ends in a question mark
SHORTEST = 4  # characters of what a sentence says is in question


def under_open(line: InBlock) -> bool:
    """Whether a line stands under a heading such as "Open questions"."""
    return bool(line.heading) and bool(HEADING.match(line.heading))


def question(line: InBlock, text: str, *, spoken: bool, under: bool) -> str | None:
    """The question that a sentence, its white space made single, asks, without "one question was"; else None.

    `spoken`: its document is people talking, where whoever speaks next mostly answers. `under`: its heading says that
    what stands there is open.
    """
    if not under and ANSWERED_WITHIN.search(text):
        return None
    if ends_asking(text):
        inside = INSIDE.search(text)
        asked = inside[1] if inside else text
        skipped = len(asked.split()) < LEAST or TO_THE_READER.search(asked) or (spoken and not under)
        return None if skipped else bare(LEAD.sub("", asked))
    if quoted := QUOTED.search(text):
        return bare(quoted["matter"])
    if not SENSES.search(text):
        return None
    for form in FORMS:
        if (found := form.search(text)) is None or ORGANISATION.search(found.groupdict().get("who") or ""):
            continue
        if len(matter := bare(found["matter"])) >= SHORTEST:
            return matter
    return None


def ends_asking(text: str) -> bool:
    return bool(ENDS_ASKING.search(text))


def bare(text: str) -> str:
    """A text without the marks and quotation marks at its ends."""
    return text.strip(' ,;:.–—-‘’“”"')
