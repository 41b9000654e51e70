"""Which topic a sentence suggests for a later meeting, by its heading or by its own words."""

from __future__ import annotations

import re

from assistant.open_questions.lines import InBlock
from assistant.open_questions.questions import bare, ends_asking

LATER = r"(?:next|following|future|further|later|coming|another|subsequent|second|third|fourth|fifth|sixth)"
GATHERING = r"(?:meetings?|sessions?|cells?|gatherings?|workshops?|events?|calls?|conversations?|discussions?|times?)"
HEADING = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:"
    r"(?:(?:some|other|suggested|proposed|possible|potential|future|further|next|new|more|the) )*"
    r"(?:topics?|themes?|subjects?|questions?|issues|ideas|agenda(?: items)?|things|points|matters)\b.*"
    rf"\b(?:{LATER}|to come back to|to return to|to take forward|to explore further)\b"
    r"|(?:(?:some|the|our) )?(?:suggested|proposed|possible|potential|future|further|next|more|other) (?:\w+ )?"
    r"(?:topics?|themes?|subjects?|questions)\b"
    r"|(?:topics?|themes?|subjects?) (?:suggested|proposed|put forward|we did not reach)"
    rf"|(?:for )?(?:the )?next (?:time|agenda)$|(?:still )?to (?:be )?discuss(?:ed)?(?: {LATER}.*)?$"
    r"|parked\b|car park$|parking lot$|what (?:we|the group) (?:would|should|could|might|will) (?:like to "
    r"|want to )?\w+ next"
    rf"|what (?:the )?{LATER} {GATHERING} (?:could|should|might|will)\b"
    r")",
    re.IGNORECASE,
)
TAKE_UP = (
    r"(?:consider|discuss|explore|look(?: again)?(?: at| into)|focus on|address|examine|take up|return to"
    r"|come back to|turn to|deal with|be about|be on"
    r"|be devoted to|cover|talk (?:about|over)|ask|hear about|go (?:further|deeper) into|think about|pick up|tackle"
    r"|debate|study)"
)
WILL = (
    r"(?:will|wants? to|hopes? to|would like to|plans? to|agreed to|is to|is going to|are going to|shall|could"
    r"|should|might|may|would|can)"
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?:(?:at|in|for) )?(?:(?:the|our|its|a|this|one) )?(?:group['’]s |cell['’]s )?{LATER}(?: \w+['’]s)?"
        rf"(?: \w+){{0,2}}? {GATHERING}\b"
        rf"[^.;:!?]{{0,40}}?,? ?(?:(?:we|it|the group|members|participants|everyone) )?{WILL}(?: also| then"
        rf"| therefore| perhaps)? {TAKE_UP} (?P<matter>.*)",
        rf"^(?:the )?next (?:time|month|week)(?:['’]s \w+)?,? (?:we |the group )?{WILL}(?: also)? {TAKE_UP} "
        r"(?P<matter>.*)",
        # "We plan to discuss leases next time", "For the next meeting, members suggested the subject of winter food"
        rf"^(?:(?:we|it|the group|the cell|members|participants)) {WILL}(?: also| then)? {TAKE_UP} (?P<matter>.*?) "
        rf"(?:next (?:time|month)|(?:at|in) (?:the|our|a) {LATER} {GATHERING}|later)\b.*",
        rf"^for (?:the|our|a) {LATER} {GATHERING},? .{{2,30}}? (?:suggested|proposed|put forward) (?:the (?:subject"
        r"|topic|question|theme|idea) of )?(?P<matter>.*)",
        r"^(?=.*\b(?:suggest|propos|possible|potential|future|further|later|next))(?:and |also,? )?(?:(?:one|another"
        r"|a|an|the|other|second|third|fourth|further|final|last|first) ){1,3}"
        r"(?:of the )?(?:(?:suggested|proposed|possible|potential|future|further) )*(?:topics?|themes?|subjects?"
        r"|suggestions?|proposals?|ideas?)"
        rf"(?: (?:was )?(?:suggested|proposed|put forward|raised))?(?: for (?:a |the |our )?{LATER}[^,:]{{0,40}})?"
        r" (?:was|were|is|would be|will be)(?: to (?:discuss|explore|look at|talk about|consider))?:? (?P<matter>.*)",
        r"^(?:suggested |proposed |possible )?(?:topics?|themes?|subjects?|questions?|ideas) (?:suggested )?for "
        rf"(?:the |our |a )?{LATER}[^:]{{0,40}}: ?(?P<matter>.+)",
        r"\b(?:suggest|suggests|suggested|proposed|proposes|recommended)(?: that)? (?:the group|the cell|the network"
        r"|we|members|a (?:future|later|further|next) \w+|the next \w+)"
        rf"(?: should| could| might| would| can)?(?: also)? {TAKE_UP} (?P<matter>.*)",
        r"\b(?:we|the group|members|participants|the cell)(?: \w+)? (?:will|shall|should|could|want to|wants to"
        r"|would like to|hopes? to|needs? to|agreed to|plans? to)"
        rf" (?:come back|return|go back) to (?P<matter>.*?)(?: (?:at|in|on) (?:a |the |our |an)?{LATER}\b.*"
        r"|\bagain\b.*|\blater\b.*)",
        r"\b(?:we|the group|members|participants|the cell) (?:will|shall|should|want to|would like to|hopes? to"
        r"|agreed to) (?:come back|return|go back) to"
        r" (?:the )?(?:subject|question|topic|matter|issue|theme) of (?P<matter>.*)",
        r"^(?P<matter>.*?)\b(?:was|were) (?:also )?(?:suggested|proposed|put forward|offered|mentioned|named) as "
        r"(?:an? |the |another |possible |future )*(?:topics?|themes?|subjects?)\b.*",
    )
)
SUGGESTS = re.compile(
    r"suggest|propos|recommend|future|further|next|put forward|later|possible|potential|second|third|fourth|fifth"
    r"|sixth|coming|following|subsequent|again|return|come back|go back",
    re.IGNORECASE,
)
ABOUT_THE_LIST = re.compile(
    r"^(?:these|those|they|this|it|all of (?:these|them)|the (?:list|order|above)|we|thanks|thank you|no (?:other"
    r"|further))\b",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\b(?:was|were|has been|had been|have been|said|explained|agreed|decided|met|thanked)\b", re.IGNORECASE
)
MOMENT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}[.:]\d\d\b"
    r"|\b\d{1,2}\s?[ap]m\b|\b(?:january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\b|\b(?:19|20)\d\d\b|\bto be confirmed\b|\btbc\b",
    re.IGNORECASE,
)
LEAST = 2  # words


def under_topics(line: InBlock) -> bool:
    """Whether the heading of a line says that what stands under it is for later."""
    return bool(line.heading) and bool(HEADING.match(line.heading))


def said(text: str) -> str | None:
    """The topic that a sentence, its white space made single, suggests in so many words; else None."""
    if SUGGESTS.search(text):
        for form in FORMS:
            if (found := form.search(text)) and (matter := bare(found["matter"])):
                return matter
    return None


def listed(line: InBlock, text: str) -> str | None:
    """The topic that a sentence gives by standing under a heading such as "Topics for further meetings"; else None."""
    if not under_topics(line) or len(text.split()) < LEAST or only_a_moment(text):
        return None
    if ends_asking(text):
        return bare(text)
    # A list's item is a topic; what its second sentence says of it is not.
    if ABOUT_THE_LIST.match(text) or TELLS.search(text) or (line.block.kind == "item" and not line.opens):
        return None
    return bare(text)


def only_a_moment(text: str) -> bool:
    """Whether a line says when and nothing else, as the dates of meetings do."""
    return bool(MOMENT.search(text)) and len(re.findall(r"[A-Za-z]{3,}", MOMENT.sub(" ", text))) < LEAST
