"""What stands around a name and tells what it is: the verbs after it, the words before it, the aside that explains it.

Patterns that end in "$" are searched in what stands before a name in its sentence, the others matched with what follows.
"""

from __future__ import annotations

import re

from assistant.guide.names.lexicon import KIND_OF_BODY, KIND_OF_PLACE, KIND_OF_UNDERTAKING, ROLES

SAYS = (
    r"(?:said|says|told|tells|explained|explains|described|describes|wrote|writes|argued|argues|reported|reports|noted"
    r"|notes|recalled|recalls|suggested|suggests|added|asked|asks|shared|shares|spoke|speaks|reminded|observed|stressed"
    r"|answered|replied|reflected|introduced|presented|outlined|talked|emphasised|concluded|highlighted|mentioned|thanked"
    r"|welcomed|agreed|felt|thought|believes|believed|warned|urged|opened|facilitated|convened|chaired|distinguished"
    r"|realised|remembered|offered|wondered|proposed|pointed out|gave|drew|invited|led|likes|hopes|wants|thinks|feels)"
)
ADVERB = r"(?:(?:also|then|later|first|next|has|had|have|briefly|now|once|who|\w+ly) )*"
_ASIDE = r"(?:,? \([^()]{1,80}\)|, [^.!?;]{1,140}?,| (?:from|of|at|for) [^.!?;,]{1,60})?"
SPEAKS = re.compile(rf",?{_ASIDE} {ADVERB}{SAYS}\b")
INVERTED = re.compile(rf"[,’”\"'.?!] ?{SAYS} $")
_ROLE = "|".join(sorted(map(re.escape, ROLES), key=len, reverse=True))
ROLE_BEFORE = re.compile(rf"\b(?:{_ROLE})s?,? (?:is |was |called |named |and |with |by )?$", re.I)
ROLE_AFTER = re.compile(
    rf"(?:, (?:who (?:is|was|has been|works as|had been) )?| \(| is | was )(?:now |then |also |once )?"
    rf"(?:(?:the|a|an|our|its|their|[A-Z][\w’'&-]*[’']s?) )?(?:[\w’'&-]+ ){{0,5}}?(?:{_ROLE})\b(?! (?:group|network|programme|body))"
    rf"|(?:,? (?:as|to be|became|becomes) )(?:the |a |an |its |their )?(?:[\w’'&-]+ ){{0,4}}?(?:{_ROLE})\b",
    re.I,
)
WHO = re.compile(r",? who\b|, (?:aged )?\d\d,")
BELONGS = re.compile(r",? (?:from|at|of) (?:the )?(?P<body>[A-Z])")
OWNS = re.compile(
    r"['’]s? (?:own )?(?:worry|worries|view|views|account|mind|work|book|words?|idea|ideas|experience|story|question|example"
    r"|relationships?|point|comment|advice|role|job|career|colleagues?|friends?|talk|presentation|paper|blog|husband|wife|mother)\b"
)
MADE_BY = re.compile(
    r"\b(?:led|chaired|facilitated|given|presented|written|introduced|hosted|convened|said|spoken|recorded|told|edited)(?: \w+)? by $"
    r"|\b(?:thanks to|thank|heard from|interview(?:ed)? with|interviewed|conversation with|according to|invited|met|ask"
    r"|apologies from|words of|brought in|appointed|appointing|hired|welcomed?|joined by|with colleague"
    r"|wished|congratulated|thanked|told|asked|replaced|succeeded by)(?: the)? $",
    re.I,
)
PRESENT = re.compile(
    r"^\W*(?:present|attend(?:ees|ance|ing)|apologies|in the room|participants|speakers?|panel(?:lists)?):", re.I
)
_SERVES = (
    r"(?:leads?|led|runs?|ran|chairs?|chaired|heads?|headed|founded|co-founded|set up|directs?|directed|manages?|managed"
    r"|joined|left|represents?|representing|works? (?:for|at|with)|worked (?:for|at|with)|working (?:for|at|with)|employed by"
    r"|on behalf of|member of|members of|funded by|supported by|commissioned by|hosted by|run by|published by|partnership with"
    r"|contract with|colleagues (?:at|from)|staff (?:at|of)|trustees? of|chair of|founder of|head of|part of|volunteers? (?:at|for|with))"
)
SERVES = re.compile(rf"\b(?:{_SERVES}|(?:{_ROLE})s? (?:of|at|for|from|with)) (?:the )?$", re.I)
SOMEBODY_FROM = re.compile(
    r"\b(?:nobody|somebody|someone|anyone|people|staff|officers?|teams?|those|colleagues?|friends?|representatives?|grants?|money|funding|news"
    r"|volunteers?) (?:from|at) (?:the )?$",
    re.I,
)
CALLED_BODY = re.compile(
    rf"\b(?:{KIND_OF_BODY}),? (?:is |was )?(?:called|named|known as) (?:the )?$|\b(?:charity|company|organisation|think ?tank|funder|consultancy),? $",
    re.I,
)
CALLED_UNDERTAKING = re.compile(
    rf"\b(?:(?:{KIND_OF_UNDERTAKING}|product|book|report|tool|idea|method|concept|paper|theory|game|film|podcast|series|newsletter|website)s?)(?: (?:in|at|for|near|from) [\w’' ]{{1,40}}?)?"
    r",? (?:is |was )?(?:called|named|known as|entitled|titled|such as) (?:the )?$"
    r"|\b(?:book|report|paper|film|podcast|novel|essay|documentary),? $",
    re.I,
)
CALLED_PLACE = re.compile(
    rf"\b(?:{KIND_OF_PLACE})(?:,? (?:called|named)| of) $"
    rf"|\b(?:boroughs|counties|cities|towns|villages|districts|parishes|wards|regions|areas|neighbourhoods|estates|places)(?: [^,:;]{{1,40}})?"
    r"(?::|,? (?:including|such as|like|called|of)) $"
    r"|\b(?:people|town|city|streets|residents|parts?) of $",
    re.I,
)
_IS = r"(?:,| \(| is| was| are| –| —)(?: still| now| also| being)? (?:the |a |an |one of the |our |their )?(?:[\w’'-]+ ){0,4}?"
IS_BODY = re.compile(rf"{_IS}(?:{KIND_OF_BODY})\b(?! (?:called|of people who))")
IS_UNDERTAKING = re.compile(rf"{_IS}(?:{KIND_OF_UNDERTAKING})\b")
IS_PLACE = re.compile(rf"{_IS}(?:{KIND_OF_PLACE}|council in)\b(?! (?:council|wide))")
NAMES_UNDERTAKING = re.compile(rf" (?:{KIND_OF_UNDERTAKING})\b")
NAMES_PLACE = re.compile(
    r"(?:['’]s)? (?:borough|residents|council\b|councillors|county council|town centre|city centre|estate|library|area|region|streets)\b"
)
TAKES_PLACE = re.compile(
    r"(?: in [\w ]{1,40})?(?:,| has| have)? (?:took|takes|taken|will take) place\b|(?: in [\w ]{1,40})? (?:was|were|will be|is) held\b"
)
STANDS_IN = re.compile(
    r"(?:^|[^\w])(?:in|across|near|throughout|around|round|outside|inside|within|based in|living in|over in|visit(?:ed|s)? to|moved to|north of|south of"
    r"|east of|west of|residents of|families in) (?:the (?:whole |rest )?(?:of )?)?$",
    re.I,
)
LIVES_IN = re.compile(
    r"\b(?:people|families|residents|women|men|children|living|lives?|lived|based|grew up|born|wards?|estate|house|flat|streets?) in $",
    re.I,
)
ACTS = re.compile(
    r" (?:has |have |had |also |now )*(?:paid|pays|funded|funds|supported|supports|runs|ran|provides|provided|hosts|hosted|employs|employed|brought together|gave|gives"
    r"|offers|offered|helps|helped|works|worked|opened|launched|published|commissioned|owns|delivers|delivered|campaigns|set up)\b"
)
NOT_IN = re.compile(
    r"\b(?:brought|bring|brings|bringing|called|draw|drew|let|took|take|faith|trust|confidence|interest|interested|believe"
    r"|believed|believes|enrolled|taking part|take part|took part|involved|participat\w+|invested|joined|role|used|described|published|set out) in (?:the )?$",
)
STANDS_ON = re.compile(r"\b(?:on|using|via|use of|used|uses) $", re.I)
OF_OFFICE = re.compile(rf"\b(?=[A-Z])(?i:{_ROLE}|state|ministry|department) (?:of|for)(?: the)? $")
BRAND = re.compile(r"\d|_|^[A-Z]{2,}[a-z]|^(?!(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|Ap|O['’])[A-Z])\w*[a-z][A-Z]")
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}")
SHIRE = re.compile(r"\w{3,}shire")
