"""Whether a sentence agrees something to be done, or asks it of people."""

from __future__ import annotations

import re

from assistant.open_questions.lines import InBlock
from assistant.open_questions.questions import ends_asking

DO = (
    r"(?:write|send|circulate|share|contact|ask|invite|draft|prepare|organi[sz]e|arrange|set up|find out|find"
    r"|look into|follow up|report back"
    r"|report|publish|speak to|speak with|talk to|email|e-mail|call|phone|ring|bring|collect|check|produce|review"
    r"|update|provide|compile|book|visit"
    r"|put together|pull together|pass on|chase|approach|explore|propose|present|gather|create|make|map|test|try"
    r"|lead|host|help|offer|raise|take|add|start|plan|run|sign|join|suggest|contribute|let|tell|give|submit|read"
    r"|complete|reply|come|think|attend|meet with|work with|work on|design|apply|recruit|pay|buy|research"
    r"|investigate|convene|connect|introduce|keep|get|chair|draw up|hold|look at|represent|facilitate|welcome|do)"
)
ADVERB = r"(?: (?:also|then|both|all|each|now|warmly|kindly|again|jointly|still|therefore|next|please))*"
PEOPLE = (
    r"(?:(?:all|the|our|other|any|some|both|two|three|several|network|cell|group|every)(?: of)? )*(?:members?"
    r"|participants?|everyone|everybody|people|readers?|attendees|convenors?"
    r"|co-convenors?|volunteers?|trustees?|colleagues|those|anyone|anybody|groups?|organisations?|speakers?|partners"
    r"|all|you|we|neighbours|parents|residents)"
)
NAMED = (
    r"(?:(?!(?:The|A|An|It|This|That|These|There|He|She|They|You|Your|Some|Many|Most|People|Everyone|Everybody"
    r"|Nobody|No|One|Each|Others?|Another|Which|What|How|If|In|At|On)\b)[A-Z][\w’'-]+(?: "
    r"(?:and )?[A-Z][\w’'-]+){0,4})"
)
WHO = (
    rf"(?:{PEOPLE}(?: of the (?:group|cell|network|meeting)| in the (?:group|cell|network)| present)?|the (?:group"
    r"|cell|meeting|network|convenors?|co-convenors?|secretary|chair|facilitators?))"
)
# Who promises with "will": what people at large will do is only foretold.
WE = (
    r"(?:we|(?:both |all )?(?:the )?(?:members|participants|(?:co-)?convenors?|facilitators?|organisers?|secretary"
    r"|chair|group|cell|meeting|network)"
    r"(?: of the (?:group|cell|network))?)"
)
TO_PRESENT = (
    r"(?:discuss|talk|consider|break|divide|split|introduce themselves|reflect|take part|say|imagine|think|form"
    r"|work in|join (?:small|breakout))"
)
ORGANISATION = re.compile(
    r"\b(?:council|borough|trust|collective|charity|agency|hospital|school|government|department|company|association"
    r"|college|university"
    r"|minister|ministry|police|foundation|services?|authority|crisis|covid|leaders?hip|network)\b",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"^\W*(?:action|actions|action point|decision|agreed|to do|next step|follow[- ]up)s?(?: \d+"
    r"| for [\w ]{2,40})?\s?[:–—-] ?\w",
    re.IGNORECASE,
)
ASKED_OF_PEOPLE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?:finally,? |and |also,? |in the meantime,? |meanwhile,? |before then,? )?{WHO}(?: who [^,.;:]{{3,60}}"
        rf"| with [^,.;:]{{3,60}}| wishing [^,.;:]{{3,60}}| interested [^,.;:]{{2,60}})?,? (?:is|are|have been"
        rf"|has been|will be){ADVERB} (?:invited|asked|encouraged|urged|welcome|requested|reminded"
        rf"|called on){ADVERB} to (?!{TO_PRESENT}\b)",
        rf"^(?:finally,? |and |also,? )?{WHO},? (?:was|were){ADVERB} (?:invited|asked|encouraged|urged|requested"
        rf"|reminded){ADVERB} to (?!{TO_PRESENT}\b){DO}\b",
        r"^(?:(?:anyone|anybody|everyone|everybody|those|people|members|groups|organisations|readers"
        r"|if you)\b[^.;:]{0,80}?(?:\bwho\b|\bwith\b|\binterested\b|\bwishing\b|\bwanting\b|\bwilling\b|\bable\b"
        r"|\bwould like\b|\bwant\b|\bwish\b|\bcan\b)[^.;:]{2,90}?,? )(?:should|is asked to|are asked to|please"
        r"|is invited to|are invited to|can|could|may|must)(?: please| also)? (?:write|contact|e-?mail|get in touch"
        r"|call|ring|phone|send|let|tell|sign|register|apply|reply|speak to|talk to|book|bring|share|add|fill)\b",
        r"^(?:could|would|can|will) (?:you|everyone|everybody|anyone|members|all|participants)\b.*\bplease\b",
        r"^(?:(?:if|to) [^.;:]{3,90}, )?(?:please,? )(?:also |do )?(?!note\b|see\b)\w+",
        r"^(?:(?:if|to) (?:you|join|take part|find out|get involved|book|contribute|help)[^.;:]{0,90}, )(?:write"
        r"|contact|e-?mail|get in touch|call|ring|phone|send|let|tell|sign|register|apply|reply|speak|book|bring"
        r"|share|visit)\b",
        r"^(?:write to|e-?mail|get in touch with|send (?:us|your|any|in|ideas|examples|suggestions)|"
        r"(?:do )?let [A-Zu][\w’'-]+ know|tell us|sign up|register|contact (?:us|[A-Z])|bring (?:a|an|along|your"
        r"|one)|join us)\b",
        r"\b(?:we|the (?:group|convenors?|co-convenors?|cell|network)) (?:would (?:welcome|like|love|be glad of)"
        r"|welcomes?|invites?|asks? for|call(?:s|ed)? for|are looking for|is looking for) (?!to\b|the fact)"
        r"(?:[\w’-]+ ){0,4}(?:blogs?|examples?|stories|ideas|suggestions?|contributions?|volunteers?|comments?|views"
        r"|thoughts|offers|nominations|members to|people to|everyone to|you to|participants to|help)\b",
    )
)
AGREED = tuple(
    re.compile(form)
    for form in (
        r"^(?i:(?:finally,? |and |then |also,? |in the end,? )?it was (?:also |then |further )?(?:agreed|decided"
        r"|resolved))\b(?i:(?: by [\w ]{2,30},?| at the end,?)*) (?i:that|to)\b",
        rf"^(?i:(?:finally,? |and |then |also,? |in the end,? )?(?:{WHO}|both|we all))(?i:{ADVERB}) (?i:agreed"
        r"|decided|resolved|undertook|promised|committed|offered|volunteered) (?i:(?:to (?!differ|disagree)\w+"
        r"|that\b.*\b(?:will|would|should|shall|must|ought|to)\b|on (?:the )?(?:following|next steps)))",
        rf"^(?i:(?:finally,? |then |also,? )?){NAMED}(?i:,? (?:from|of|who) [^,;:]{{2,60}},?)?(?i:{ADVERB}) "
        r"(?i:agreed|offered|volunteered|promised|undertook|committed|is going|has (?:agreed|offered|promised)) "
        rf"(?i:to) (?i:{DO})\b",
        r"^(?i:(?:finally,? |then |also,? |in the meantime,? |meanwhile,? |before (?:then|the next \w+),? "
        rf"|by \w+,? )?)(?:{NAMED}|(?i:{WE}))(?i:{ADVERB}) (?i:will|shall)(?i:{ADVERB}) (?i:{DO})\b(?! place\b)",
        rf"^{NAMED} to (?i:{DO})\b",
        rf"^{NAMED}(?i: (?:is|are|has been|have been|was|were))(?i:{ADVERB}) (?i:asked|invited|due|to) (?i:to )?"
        rf"(?i:{DO})\b.*(?i:\b(?:by|before|for|at|in time for) (?:the )?(?:next|end of|\w+day|january|february|march"
        r"|april|may|june|july|august|september|october|november|december|\d|then|summer|autumn|winter|spring)\b)",
    )
)
NAMES_AGREED = re.compile(rf"^{NAMED}")
UNDER = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:(?:agreed |our |the |key |suggested |immediate )*(?:actions?|action points?|next steps?"
    r"|follow[- ]?ups?|to[- ]dos?|decisions|commitments|tasks)\b"
    r"|what (?:we|the group|was|will|people|happens|each)(?: \w+)? (?:agreed|will do|do next|next|decided"
    r"|happen next|committed)\b"
    r"|things to do|who (?:will )?(?:does|do) what|before (?:the )?next (?:time|meeting))",
    re.IGNORECASE,
)
DOES = re.compile(rf"\b(?:will|should|shall|to|asked|agreed|invited|please|must|needs?)\b|^{DO}\b", re.IGNORECASE)
DATED = re.compile(
    r"\b(?:next )?(?:meetings?|session|cell)\b.*\b(?:is|are|will be|takes place|meets?)\b.*\d", re.IGNORECASE
)
# Told of the past, or of what would be well: no action of this meeting's.
TOLD = re.compile(r"\b(?:last year|years ago|used to|in those days|had agreed|had decided|if only)\b", re.IGNORECASE)
KEYS = re.compile(
    r"agree|decid|resolv|invit|ask|encourag|urg|welcom|request|remind|please|will\b|shall\b|offer|volunteer|promis"
    r"|undert|commit|should|write|mail|send|let us|tell us|sign up|regist|contact|bring|join us|call|action|look(?:s"
    r"|ing)? for|touch|to \w+|due|book|can\b|could\b|next step|to do|follow",
    re.IGNORECASE,
)


def is_action(line: InBlock, text: str) -> bool:
    """Whether a sentence, its white space made single, agrees an action or asks one of people."""
    if UNDER.match(line.heading) and (line.block.kind == "item" or line.alone) and not DATED.search(text):
        return line.opens and bool(DOES.search(text)) and any(ch.islower() for ch in text) and not ends_asking(text)
    if (ends_asking(text) and "please" not in text) or not KEYS.search(text) or DATED.search(text) or TOLD.search(text):
        return False
    if MARKED.match(text):
        return True
    if any(form.search(text) for form in ASKED_OF_PEOPLE):
        return True
    if any(form.search(text) for form in AGREED):
        named = NAMES_AGREED.match(text)
        return not (named and ORGANISATION.search(named[0]))
    return False
