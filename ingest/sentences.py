"""A block of text to its sentences: the units that are quoted."""

from __future__ import annotations

import re
from bisect import bisect_left

from assistant.domain import Sentence

STOP = re.compile(r"(?<![.!?…])[.!?…]++[’”\"')\]]*+(?=\s)|[。！？]+[」』”]*")
TITLES = frozenset("mr mrs ms mx dr prof st cllr rev revd rt hon sir gen col capt sgt lt fr sr jr messrs mt ft".split())
INSIDE = frozenset("e.g eg i.e ie viz cf c ca approx incl vs v al esp".split())  # never end a sentence
BEFORE_NUMBER = frozenset("no nos p pp vol fig figs ch sec art para ed eds est ext".split())
OPENERS = frozenset(
    "the a an we it they he she i in on at this that these those but and so there then when where what who how why"
    " if as our their his her its you for from to with after before since by one some many most all no not".split()
)
INITIAL = re.compile(r"(?:^|[\s(‘“\"'.-])((?:[A-Z]\.)*[A-Z])$")
SPACE = re.compile(r"\s*")
AROUND = 100  # characters on either side of a stop that say whether it ends a sentence
LONGEST = 600  # characters: beyond this, text without full stops is cut at a space
LONGEST_QUOTATION = 300  # characters: a longer quotation is cut into its sentences
QUOTATION = re.compile(
    rf"“[^“”]{{1,{LONGEST_QUOTATION}}}”"
    rf"|‘(?:[^‘’]|’(?=\w)){{1,{LONGEST_QUOTATION}}}’(?!\w)"
    rf"|(?<!\w)\"[^\"\n]{{1,{LONGEST_QUOTATION}}}\"(?!\w)"
)


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of text[start:end], trimmed, in order. Together they hold all of it but white space;
    a span without a letter or a digit joins the sentence before it."""
    block = text[start:end]
    quotations = [match.span() for match in QUOTATION.finditer(block)]
    cuts: list[int] = []
    begin = 0
    for stop in STOP.finditer(block):
        if _ends(block, begin, stop, quotations):
            cuts.append(stop.end())
            begin = stop.end()
    found: list[Sentence] = []
    for left, right in zip([0, *cuts], [*cuts, len(block)], strict=True):
        for a, b in _short_enough(block, left, right):
            inside = block[a:b]
            a += len(inside) - len(inside.lstrip())
            b -= len(inside) - len(inside.rstrip())
            if a >= b:
                continue
            if found and not any(ch.isalnum() for ch in block[a:b]):
                found[-1] = Sentence(found[-1].start, start + b)
            else:
                found.append(Sentence(start + a, start + b))
    return found


def _ends(block: str, begin: int, stop: re.Match[str], quotations: list[tuple[int, int]]) -> bool:
    """Whether a sentence that began at `begin` ends with `stop`."""
    before = bisect_left(quotations, (stop.end(),)) - 1
    if before >= 0 and stop.end() < quotations[before][1]:
        return False
    space = SPACE.match(block, stop.end())
    following = block[space.end() : space.end() + AROUND] if space else ""
    if not following or stop[0][0] in "。！？":
        return True
    bare = following.lstrip("‘“\"'([-–— ")
    if bare and bare[0].islower():
        return False
    if stop[0][0] != ".":
        return True
    so_far = block[max(begin, stop.start() - AROUND) : stop.start()]
    word = re.split(r"[\s(‘“\"'\[/–—]", so_far)[-1]
    lowered = word.lower()
    next_word = re.split(r"\W", bare, maxsplit=1)[0]
    if lowered in TITLES or lowered in INSIDE:
        return False
    if lowered in BEFORE_NUMBER and next_word[:1].isdigit():
        return False
    if so_far.strip().isdigit() and len(so_far.strip()) <= 3:  # "2. Opening Presentations"
        return False
    if INITIAL.search(so_far) and word != "I":
        return next_word.lower() in OPENERS
    return True


def _short_enough(block: str, left: int, right: int) -> list[tuple[int, int]]:
    """[left, right) cut at line ends, else at spaces, where it is longer than a reader can take."""
    pieces: list[tuple[int, int]] = []
    while right - left > LONGEST:
        cut = block.rfind("\n", left + 1, left + LONGEST)
        if cut <= left:
            cut = max(block.rfind(space, left + LONGEST // 2, left + LONGEST) for space in " \t\u00a0")
        if cut <= left:
            cut = left + LONGEST
        pieces.append((left, cut))
        left = cut
    return [*pieces, (left, right)]
