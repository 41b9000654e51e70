"""Lines that read like orders to a machine."""

from __future__ import annotations

import heapq
import re

from ingest.scrutiny.patterns import Spans, joined, pattern_of, spans_of, unwrapped

MACHINE = joined(r"""
    (?:AI(?: (?:assistant|model|agent|system|chatbot))?|artificial intelligence|(?:large )?language model|LLM|chat ?bot|Chat ?GPT)
""")
VERB = joined(r"""
    (?:ignore|disregard|forget|override|you (?:are|must|will)|always|never|do not|don['’]t|reply|respond|answer|act as|pretend|reveal
    |output|print)
""")
RULES = r"(?:instructions?|prompts?|rules|guidelines|commands?|directions|messages?)"
EARLIER = rf"(?:previous|prior|earlier|preceding|above|former|other|existing|system)(?: \w{{1,12}})? {RULES}"
# Such an order only where it is one: at the head of a sentence, or asked of somebody.
ORDER = pattern_of(rf"""
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
BEFORE_ORDER = pattern_of(
    r"(?:\A|(?<! to)\n|[.:;!?>\"“‘(\[*•–—-]|\b(?:please|must|should|now|also|then|you to|dear|hey|hi|hello|ok))[ \t]{0,4}\Z"
)
ANYWHERE = [
    pattern_of(rf"""
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
    pattern_of(
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


def orders_in(text: str) -> Spans:
    """Where a text gives orders, in its order."""
    asked = (
        match.span()
        for match in ORDER.finditer(unwrapped(text))
        if BEFORE_ORDER.search(text, max(0, match.start() - 16), match.start())
    )
    return heapq.merge(asked, spans_of(text, ANYWHERE))
