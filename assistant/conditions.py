"""The conditions that a question's own words set on what may answer it.

A filter that nobody meant hides the answer, so a question's words count as one only where they can hardly mean anything
else: "what happened in 2019?" asks about 2019, "what was written in 2019?" asks documents of that year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from assistant.dates import date_given
from assistant.domain import Standing
from assistant.errors import QuestionError
from assistant.filters import HONORIFICS, Filters, Known, pieces, plural
from assistant.words import STOPWORDS, stems

# How questions ask: fragments of patterns, in which capitals do not count.
ABOUT = "(?:about|on|regarding|concerning)"
AUXILIARY = "(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will)"
ASKS = rf"(?:what|who|whose|which|when|where|why|how|anything|tell|{AUXILIARY})"
ENDS = rf"(?=\s*(?:[,;:.?!)]|$)| (?:{ABOUT}|{AUXILIARY}|what|who|why|how|since|before|after|until|between|please)\b)"
TOLD = (
    "(?:said|written|noted|recorded|discussed|mentioned|documented|published|contributed|heard|saying|writing|discussing"
    "|(?:talked|talking|spoken|written) about)"
)
PASSIVE = rf"(?<!that )(?<!\w which )(?<!\w who )(?:\b(?:is|are|was|were|be|been|being)|['’]s)(?: (?:\w+ly|also|ever|already|been))? {TOLD}"
# A question whose own verb is one of telling: "has been said", "did Asha say".
TELLS = re.compile(
    rf"(?P<passive>{PASSIVE})\b|\b(?:did|do|does|has|have|had)(?: (?!been\b)[\w'’.-]+){{0,4}}?"
    rf" (?:say|mention|discuss|write|hear|come up|talk about|{TOLD})\b",
    re.IGNORECASE,
)
LOOKS = re.compile(
    rf"{TELLS.pattern}|\b(?:anything|something|(?:is|are) there|(?:do|have) we (?:have|got))\b", re.IGNORECASE
)
DIRECTLY = re.compile(
    rf"(?:(?P<passive>{PASSIVE})|\b(?:say|mention|discuss|write|hear|know|learn(?:ed|t)?|anything|something|{TOLD}))$",
    re.IGNORECASE,
)
OPENED = re.compile(rf"\s*[,:;–—-]?\s*(?=(?:and |so )?{ASKS}\b)", re.IGNORECASE)
SAY = "(?:say|said|tell (?:us|me)|told (?:us|me)|have to say|had to say|think|know|show|suggest|write|report)"
SPEAK = rf"(?:(?:{SAY}|talk|speak)(?: anything| something| much)? {ABOUT}|mention|discuss|cover|deal with)"
# What says that certain documents, {who}, are to tell, and what asks the same of any.
SPOKEN = (
    (rf"\bwhat (?:do|does|did|have|has|can) (?P<who>{{who}}) {SAY}(?: to say)?(?= {ABOUT}\b|[ ?.!]*$)", "what is said"),
    (
        rf"\b(?:which|what) (?P<who>{{who}}) {SPEAK} (?P<x>.+?)(?:,? and what (?:do|does|did) (?:they|it) say)?(?=[ ?.!]*$)",
        r"what is said about \g<x>",
    ),
    (rf"^(?:do|does|did|have|has) (?:any of )?(?P<who>{{who}}) {SPEAK}\b", "is anything said about"),
    (r"\bhow (?:do|does|did) (?P<who>{who}) (?P<y>describe|define) (?P<x>.+?)(?=[ ?.!]*$)", r"how is \g<x> \g<y>d"),
    (
        rf"\b(?P<x>what|who|why|when|where|(?:which|how)(?: [\w-]+){{0,3}}?) (?:do|does|did) (?P<who>{{who}}) {SAY}(?: that)? (?=\w)",
        r"\g<x> ",
    ),
)
LEFT_OPEN = re.compile(
    rf"\b(?:{AUXILIARY}|be|been|the|an?|of|in|at|by|with|and|or|to|from|for|only|just|which|what|who|how|not)\W*$",
    re.IGNORECASE,
)


def in_words(question: str, known: Known) -> tuple[Filters, str]:
    """The filters that a question asks for, and the question without the words that only filter."""
    asked, text = Filters(), question
    for _ in range(2):  # in "in the notes since 2021" the dates make way for the kind
        for rule in (_by_standing, _by_kind, _by_date):
            found, text = rule(text, known)
            asked |= found
    return asked | Filters(_whose(text, known.people), _where(text, known.places)), text


def _without(text: str, span: tuple[int, int], instead: str = "") -> str:
    """A question without some of its words; as it was where what is left would be no question."""
    left = " ".join(f"{text[: span[0]]} {instead} {text[span[1] :]}".split())
    for gap in (r"\( ?\)", r"[,;:]? +(?=[,;:?.!](?:\s|$))", r"[,;:](?=[?.!])", r"^[\W_]+"):
        left = re.sub(gap, "", left)
    if LEFT_OPEN.search(left) or not stems(left):
        return text
    return left[:1].upper() + left[1:] if text.lstrip()[:1].isupper() else left


def _told_by(text: str, who: str, loose: str, apart: str = "") -> tuple[str, str] | None:
    """The words that say which documents, `who`, are to tell, and the question without them; None where it has none.

    `loose`: those that a question may name anywhere, the others only where that is plainly meant. `apart`: a preposition
    after which none are loose: money, too, comes "from outside sources".
    """
    for form, instead in SPOKEN:
        if match := re.search(form.replace("{who}", who), text, re.IGNORECASE):
            return match["who"], _without(text, match.span(), match.expand(instead))
    placed = rf"(?<![\w'’-])(?P<only>(?:only|just) )?(?P<how>in|from|across|according to) (?P<who>{who})(?P<too> only)?{ENDS}"
    for match in re.finditer(placed, text, re.IGNORECASE):
        before, after, how = text[: match.start()].rstrip(), text[match.end() :], match["how"].casefold()
        free = re.fullmatch(loose, match["who"], re.IGNORECASE) is not None
        told = DIRECTLY.search(before)
        if (
            how == "according to"
            or (OPENED.match(after) if not before else before[-1] in ",;(?.!:–—" and (match["only"] or match["too"]))
            or (told and (free or told["passive"]))
            or (free and how != apart and LOOKS.search(f"{before} {after}"))
        ):
            return match["who"], _without(text, match.span())
    return None


SOURCES = (
    "(?:sources?|documents?|reading|materials?|reports?|papers?|research|literature|evidence|publications?|voices?)"
)
OWN = "(?:notes?|documents?|records?|papers?|minutes|writing)"
WHOSE = {
    Standing.OUTSIDE: rf"(?:(?:(?:the|our|any|your|all|other|some) )*(?:background|outside|external) {SOURCES}"
    rf"|(?:people|others|organi[sz]ations|{SOURCES}) (?:from )?outside (?:of )?(?:the|our) network)",
    Standing.NETWORK: rf"(?:the network['’]s own (?:[\w-]+ )?(?:{OWN}|words)|our own (?:[\w-]+ )?{OWN}|the network itself)",
    Standing.MEMBER: r"(?:(?:the |our )?(?:members?['’]s?|members|member) (?:own )?contributions"
    rf"|(?:the )?(?:contributions|{OWN}) (?:(?:contributed |written )?by|from) (?:the |our )?members)",
}
BY_MEMBERS = (
    (rf"\bwhat (?:did|do|have) (?:the |our )?members contributed?(?= {ABOUT}\b)", "what is said"),
    (rf"\bwhat (?:has been|have been|was|is) contributed by (?:the |our )?members(?= {ABOUT}\b)", "what is said"),
    (r"^(?:just|only) from (?:the |our )?members(?= in [^,:?]+[,:]|[,:])", ""),
    (r"(?<=[,;(?.!–—]) ?(?:(?:just|only) from (?:the |our )?members|from (?:the |our )?members only)(?=[ ).?!]*$)", ""),
)
# "not our own members please", once background is asked for.
NOT_OURS = re.compile(
    r"\s*(?:not|rather than|instead of) (?:from |by |in )?(?:our own|our|the network['’]s(?: own)?)"
    r"(?: members| notes| documents| people)?(?: please)?(?=[ ?.!]*$)",
    re.IGNORECASE,
)


def _by_standing(text: str, known: Known) -> tuple[Filters, str]:
    for standing, who in WHOSE.items():
        if found := _told_by(text, who, loose=r"(?!.*\bitself$).*", apart="from"):
            refused = NOT_OURS.search(found[1]) if standing is Standing.OUTSIDE else None
            return Filters(standing=(standing,)), _without(found[1], refused.span()) if refused else found[1]
    for form, instead in BY_MEMBERS:
        if match := re.search(form, text, re.IGNORECASE):
            return Filters(standing=(Standing.MEMBER,)), _without(text, match.span(), instead)
    return Filters(), text


def _by_kind(text: str, known: Known) -> tuple[Filters, str]:
    """By "in the meeting notes" or "what does the interview say". "Notes" are every kind of note."""
    kinds: dict[str, list[str]] = {}  # as a question writes them, one or several -> kinds
    several: set[str] = set()
    for kind in known.kinds:
        for form in {_key(kind), _key(kind).split(" ")[-1]} - {""}:
            several.add(plural(form))
            for spelt in {form, plural(form)}:
                kinds.setdefault(spelt, []).append(kind)
    many = rf"(?:all )?(?:of )?(?:the |our |your |any |these |those )?(?:{_any(several)})"
    many = rf"(?:{many}(?: (?:and|or) {many})?)"
    found = _told_by(text, rf"(?:{many}|the (?:{_any(kinds)}))", loose=many) if kinds else None
    if found is None:
        return Filters(), text
    named = re.findall(rf"(?<!\w)(?:{_any(kinds)})(?!\w)", _key(found[0]))
    meant = tuple(dict.fromkeys(kind for form in named for kind in kinds.get(form, ())))
    return (Filters(kinds=meant), found[1]) if meant else (Filters(), text)


DAY = "(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?)?"
DATE = rf"(?:(?:{DAY}[a-z]{{3,9}},? )?(?:19|20)[0-9]{{2}}(?![\w/-])|[0-9]{{1,2}}/[0-9]{{1,2}}/(?:19|20)[0-9]{{2}}(?![\w/-]))"
WHEN = re.compile(
    rf"\b(?P<how>since(?: the (?:start|beginning) of)?|from|after|before|until|till|up (?:to|until)|between|in|during) "
    rf"(?P<a>{DATE})(?: (?:and|to|until|till) (?P<b>{DATE})|(?P<on> (?:on|onwards?|forwards?)(?=[,:;?.!)]|$| {ABOUT}\b| {ASKS}\b)))?",
    re.IGNORECASE,
)
# Of what such a question asks, a date is no condition.
MEASURES = re.compile(
    r"^when\b|\b(?:since when|how (?:many|much|long|often|old)|(?:what|which) (?:year|date|month))\b", re.IGNORECASE
)
DATED = re.compile(
    r"\b(?:documents|notes|minutes|bulletins|blogs|posts|reports|interviews|sources|records|contributions|papers)"
    r"(?: (?:written|dated|published|recorded|made))?$",
    re.IGNORECASE,
)
PLAIN = rf"(?!wh|(?:that|how|they|it|he|she|we|been|{AUXILIARY})\b)[\w'’&-]+"
SUBJECT = re.compile(rf" {ABOUT}(?: {PLAIN}){{1,7}}(?<!ed)", re.IGNORECASE)  # "about shared leadership"
ANYONE = re.compile(r"\b(?:we|people|members|participants|anyone|anybody|everyone)\b", re.IGNORECASE)


def _by_date(text: str, known: Known) -> tuple[Filters, str]:
    """By "what has been said since 2021": dates on which something was said or written, not on which it was so."""
    for match in WHEN.finditer(text):
        found = _span(match)
        if found and _when_told(text, match, known):
            return found, _without(text, match.span())
    return Filters(), text


def _span(match: re.Match[str]) -> Filters:
    """The dates that a match of WHEN gives, or none."""
    how = match["how"].casefold().split(" ")[0]
    try:
        first, last = date_given(match["a"]), date_given(match["b"] or match["a"])
    except QuestionError:  # "in about 2021"
        return Filters()
    if how in ("between", "from") and match["b"]:
        return Filters(since=first, until=last)
    if match["b"] or how == "between" or (match["on"] and how != "from"):
        return Filters()
    if how == "after":
        return Filters(since=_beside(first, 1))
    if how == "before":
        return Filters(until=_beside(first, -1))
    return Filters(
        since=first if how in ("since", "from", "in", "during") else None,
        until=last if how in ("until", "till", "up") or (how in ("in", "during", "from") and not match["on"]) else None,
    )


def _beside(iso: str, step: int) -> str:
    """The year, month or day after this one, or before it: "2020" by 1 is "2021"."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return (date(*parts) + timedelta(days=step)).isoformat()
    if len(parts) == 2:
        year, month = divmod(parts[0] * 12 + parts[1] - 1 + step, 12)
        return f"{year:04}-{month + 1:02}"
    return f"{parts[0] + step:04}"


def _when_told(text: str, match: re.Match[str], known: Known) -> bool:
    """Whether the dates are those of what was said or written: they open the question, or stand by its verb."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    how = match["how"].casefold().split(" ")[0]
    if MEASURES.search(text):
        return False
    if DATED.search(before):
        return LOOKS.search(text) is not None
    if how == "from" and not (match["b"] or match["on"]):  # only ever said of documents, as just now
        return False
    if not before.strip():
        return OPENED.match(after) is not None and TELLS.search(after) is not None
    *_, told = [None, *TELLS.finditer(before)]
    if told is None or not re.match(ENDS, after, re.IGNORECASE):
        return False
    gap = before[told.end() :]
    open_ended = how == "since" or (how == "from" and match["on"])
    # "What did the council say in 2019?" asks of that year: a later document may tell it.
    spoken = told["passive"] or ANYONE.search(told[0])
    if not gap:
        return bool(open_ended or spoken or _in(told[0], known.people, _first_and_last))
    # What "is said about life before 2020" is said now.
    past = spoken and not re.match(r"(?:is|are|does?|['’]s)\b(?! been)", told[0], re.IGNORECASE)
    return bool(SUBJECT.fullmatch(gap) and (open_ended or (past and how not in ("in", "during"))))


SAYS = (
    "(?:says?|said|saying|thinks?|thought|thinking|(?:describ|argu|not|conclud)(?:es?|ed|ing)|(?:explain|mention|recount|recall"
    "|suggest|stress|reflect|claim)(?:s|es|ed|ing)?|believes?|believed|feels?|felt|have to say|make of|point(?:s|ed)? out|put it"
    "|(?:talk|talks|talked|talking|speak|speaks|spoke|spoken|speaking|write|writes|wrote|written|writing) (?:about|of)"
    "|(?:tells?|told) (?:us|the (?:group|meeting|cell)))"
)
VIEW = "(?:own )?(?:views?|accounts?|words|opinions?|thoughts|take|perspective|point of view)"
ACCOUNTS = (
    rf"\b(?:(?:did|does|do|has|have|had|is|was)|(?:what|how)['’]s) (?P<who>{{who}})(?: (?:\w+ly|ever|also|just|been))? {SAYS}\b",
    rf"\b(?:according to|{TOLD} by|(?:told|explained|described|argued) by) (?P<who>{{who}}){ENDS}",
    rf"\b(?:in|from) (?P<who>{{who}})['’]s? {VIEW}\b",
    rf"(?:^|\b(?:is|are|was|were|give|explain|summari[sz]e) |\bwhat['’]s )(?P<who>{{who}})['’]s? {VIEW}(?: (?:of|on|about)\b|[ ?.!]*$)",
    rf"(?:^|\b(?:tell|remind|show) (?:me|us) |\b(?:know|remember) )(?:what|how|why) (?P<who>{{who}})(?: \w+ly| also)? {SAYS}\b",
    rf"\bin the (?:words|view|opinion) of (?P<who>{{who}}){ENDS}",
)
# Of such a question somebody else's words may be the answer.
OTHERS = re.compile(
    r"\b(?:besides|apart from|other than|aside from|except|unlike|else|(?:dis)?agree\w*|contradict\w*|compare[sd]?"
    r"|differ\w*|same as|respon\w+|repl(?:y|ies|ied)|rather than|not just)\b",
    re.IGNORECASE,
)


def _whose(text: str, people: Sequence[str]) -> tuple[str, ...]:
    """The people in whose account a question asks for something: not those it asks about."""
    names = _in(text, people, _first_and_last)
    if not names or OTHERS.search(text):
        return ()
    titles = rf"(?:(?:{'|'.join(sorted(HONORIFICS))})\.? )?"
    who = rf"{titles}(?:{_any(names)})(?:(?:,? and|,? or|,) {titles}(?:{_any(names)}))*"
    found = [m for form in ACCOUNTS for m in re.finditer(form.replace("{who}", who), text, re.IGNORECASE)]
    said = [name for m in found for name in re.findall(rf"(?<!\w)(?:{_any(names)})(?!\w)", _key(m["who"]))]
    return tuple(dict.fromkeys(names[name] for name in said if name in names))


# "Why only in Surrey?" and "Is it only in Surrey?" ask about that itself.
WHETHER = re.compile(rf"\W*(?:why|how (?:many|much|come)|{AUXILIARY})\b", re.IGNORECASE)


def _where(text: str, places: Sequence[str]) -> tuple[str, ...]:
    """The places that a question confines itself to: "only in Surrey", or "In Surrey, what ..."."""
    names = _in(text, places, pieces)
    if not names:
        return ()
    several = rf"(?:{_any(names)})(?:(?:,? and|,? or|,) (?:{_any(names)}))*"
    first = rf"^\W*(?:just |only )?(?:in|from) (?P<who>{several})\s*[,:]\s*(?=(?:and |so )?{ASKS}\b)"
    only = rf"\b(?:(?P<lead>only|just) )?(?:in|from) (?P<who>{several})(?(lead)| only){ENDS}"
    at = re.search(first, text, re.IGNORECASE)
    if at is None and (found := re.search(only, text, re.IGNORECASE)):
        apart = text[: found.start()].rstrip().endswith(tuple(",;(.!?:–—"))
        at = found if apart or not WHETHER.match(text) else None
    if at is None:
        return ()
    named = re.findall(rf"(?<!\w)(?:{_any(names)})(?!\w)", _key(at["who"]))
    return tuple(dict.fromkeys(names[name] for name in named if name in names))


def _in(text: str, names: Sequence[str], parts: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """The names that a text holds, in full or by a part that only one of them has: as written -> in full."""
    held = _key(text)
    bearers: dict[str, set[str]] = {}
    for name in names:
        for form in {_key(part) for part in parts(name)}:
            if len(form) > 2 and form not in STOPWORDS | HONORIFICS and _holds(held, form):
                bearers.setdefault(form, set()).add(name)
    whole = {_key(name): name for name in names if _key(name) and _holds(held, _key(name))}
    return {form: next(iter(bearing)) for form, bearing in bearers.items() if len(bearing) == 1} | whole


def _holds(text: str, form: str) -> bool:
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _first_and_last(name: str) -> tuple[str, ...]:
    parts = [part for part in name.split() if part.casefold().strip(".") not in HONORIFICS]
    return (parts[0], parts[-1]) if parts else ()


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())


def _any(forms: Iterable[str]) -> str:
    """A pattern of any of these, the longest first."""
    spelt = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace("'", "['’]").replace(r"\ ", r"\s+") for form in spelt) or "(?!)"
