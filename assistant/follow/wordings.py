"""Follow-ups known by their wording: "who said that?", "go on", "why not?"."""

from __future__ import annotations

import re

from assistant.follow.grammar import AUXILIARY, BE, IRREGULAR, PREPOSITION


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile("|".join(wordings))


THAT = r"(?:that|this|it|these|those)"
PAPER = (
    r"(?:document|note|paper|source|report|page|file|talk|blog|post|transcript|article|record|recording|interview"
    r"|bulletin|guidance|guide|book|letter|strategy|policy|plan)s?"
)
_OF_THAT = rf"(?: (?:of|for) {THAT})?"
# Whose the quotation is, and where it stands.
SOURCE = _any(
    rf"whom? (?:said|says|told (?:you|us)|wrote|claims|claimed|thinks|reported) (?:{THAT}|so)",
    r"(?:says|said|according to) whom?(?: exactly)?",
    rf"whose (?:account|word|view|opinion|quote|story|experience|idea|point)s?(?: (?:is|was|are|were) {THAT})?",
    r"whose is (?:that|this)",
    r"where (?:do|does|did) (?:that|this|these|those) come from",
    r"where(?:'?s| is| are| was) (?:that|this|these|those)(?: quote| fact| figure| number)? from",
    r"where (?:is|was|are|were) (?:that|this) (?:written|said|stated|recorded|mentioned)",
    r"where does it say (?:that|this|so)",
    rf"(?:in |from )?(?:which|what) {PAPER} (?:is|was|are|were|does|did) {THAT}(?: come)?(?: in| from| said in)?",
    rf"(?:what|which|where)(?:'?s| is| are) (?:the|your) sources?{_OF_THAT}",
    r"(?:the |your )?(?:sources?|references?|citations?)",
    rf"(?:(?:can|could) you )?(?:please )?(?:show|cite|give|name)(?: me)? (?:the|your|a) sources?{_OF_THAT}",
    r"how do you know(?: that| this)?",
    rf"where (?:did|do) you (?:get|find|read|see|have) {THAT}(?: from)?",
    r"who(?:'?s| is| was) (?:speaking|talking|being quoted|quoted)(?: here| there)?",
)
_AFTER = rf"(?:next|then|after|afterwards|later|after {THAT})"
_MORE = rf"(?: (?:about|on|of) {THAT})?(?: please)?"
# What follows the quotation.
NEXT = _any(
    rf"what(?:'?s| is| was| happened| happens| came| comes)? {_AFTER}(?: then)?",
    r"next|afterwards|later|after (?:that|this)",
    r"what else(?: (?:happened|is there|was there|was said|do we know|can you tell me))?",
    r"(?:(?:is|was) there )?(?:anything|something) (?:else|more)|is there (?:any )?more",
    rf"(?:please )?(?:go on|carry on|continue|keep going|read on|say more|(?:any |some )?more){_MORE}",
    rf"(?:please )?(?:tell|show|give) (?:me|us) more{_MORE}",
    rf"(?:can|could) (?:you|we|i) (?:tell (?:me|us)|hear|say|have|see) more{_MORE}",
)
NEXT_ALONE = frozenset(["and", "and then", "then", "so", "so then", "then what", "and then what"])

WHY = re.compile(r"(why|when|where|how)(?: exactly| so| come)?")

# Questions with nothing of their own to ask about.
_JOIN = r"(?:join|apply|attend|register|leave|come|take part|sign up)"
_CAN = r"(?:(?:do|does|did|can|could|should) )?(?:i |we |you |anyone )?"
_DONE = rf"(?:\w+ed|joins|pays|decides|leads|runs|attends|benefits|{'|'.join(sorted(IRREGULAR))})(?: (?:part|over|up))?"
_ANOTHERS = (
    r"(?:results?|outcomes?|reasons?|costs?|aims?|purposes?|goals?|effects?|impacts?|benefits?|problems?|challenges?"
    r"|catch|conclusions?|answers?|differences?|details?|steps?|lessons?|budget|price|date|name|point|others?|rest"
    r"|alternatives?)"
)
LACKING = _any(
    # a question word, with a preposition or a little more
    rf"(?:{'|'.join(sorted(PREPOSITION))}) (?:when|(?:whom?|what|which|how (?:much|many|long|often))(?: \w+)?)",
    r"who|what|whom|which|which ones?|where (?:to|from)|what for|who (?:with|for|by)|(?:in )?(?:what|which) way|really",
    r"how (?:many|much|often|long|far|old|big)|(?:who|what) exactly|why not|why (?:so|is that)|are you sure|so what",
    r"(?:what|which) (?:kind|sort|type)s?|such as|like (?:what|who)|(?:for|any|an|some) (?:examples?|instance)",
    r"examples?|meaning(?: what)?|is that all|(?:which|any) others?",
    r"(?:who|where|how|when|why|anyone|anybody|anywhere) else",
    # a noun that is always another's: "what were the results?"
    rf"(?:what|which|when|where|who|how)(?:'s| is| are| was| were) the (?:main |final |overall |next )?{_ANOTHERS}",
    # a verb that lacks its subject or its object: "who decides?", "how do I join?"
    rf"(?:who|which ones|how many(?: people)?|who else) (?:(?:was|were|is|are|has|have) )?{_DONE}",
    rf"what (?:(?:was|were|is|are|has been) {_DONE}|changed|worked|helped|went wrong)",
    rf"(?:how|when|where|who|can|could|should|may) {_CAN}{_JOIN}",
    rf"(?:is|was) it (?:possible|ok|okay|easy|hard|free) to {_JOIN}",
    r"(?:do|does|did|has|have|is|was|can|will|would) (?:any|every)(?:one|body) \w+",
    # "there" without a place: "is there a limit?"
    r"(?:who|how many(?: people)?)(?: was| were| is| are|'s) there",
    r"(?:is|are|was|were) there (?:(?:a|an|any|some) )?(?:limits?|rules?|minimum|maximum|cost|charge|fee|deadline|catch"
    r"|evidence|proof|examples?|exceptions?|alternatives?|others?|risks?|problems?)",
    # an auxiliary without a verb: "why don't they?"
    rf"(?:(?:why|how|when|where) (?:{'|'.join(sorted(AUXILIARY - BE))})|{'|'.join(sorted(AUXILIARY))})"
    r" (?:he|she|they|it|that|this|there)(?: not)?",
)
LATE = re.compile(r" (?:then|though|too|anyway|instead)$")


def lacks_subject(asked: str) -> bool:
    """Whether a question asks about nothing of its own, in words as `plain` gives them."""
    return LACKING.fullmatch(LATE.sub("", asked)) is not None
