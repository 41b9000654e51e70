"""What the product says on every face, in the design's words: pages and command line alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.dates import in_words, known
from assistant.domain import Answer, Audience, Citation, Form, Standing, Status, clock
from assistant.guide.curated import key
from assistant.guide.values import About, Entity, EntityKind, Guide, Invitation, Side, Theme
from assistant.kept.gap_groups import GapGroup
from assistant.kept.gaps import ClosedGap

CLOSE = "The documents come close to this and may not answer it."
NOT_FOUND = "The documents don't say."
NEAREST = "The nearest we found:"
STANDINGS = {
    Standing.NETWORK: "the network's own",
    Standing.MEMBER: "a member's contribution",
    Standing.OUTSIDE: "background from outside",
}
SHARINGS = {
    Audience.PUBLIC: "Everyone",
    Audience.MEMBERS: "Members",
    Audience.CONVENORS: "Convenors only",
}
ENTITIES: dict[EntityKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "programme": "Programmes, ideas and other names",
}
SIDES: dict[Side, str] = {
    "network": "The network",
    "group": "A group of it",
    "size": "How many",
    "convenors": "Who convenes it",
}
FORMS = {Form.ORIGINAL: "the original", Form.RETELLING: "our retelling"}
MENDED = re.compile("We read “(.*)” as “(.*)”\\.")


def when(date: str | None) -> str:
    """2022-03-25 as "25 March 2022", 2020-07 as "July 2020", None as "undated"."""
    return in_words(known(date)) or "undated"


def account(citation: Citation) -> str:
    """The words 'in Avril McIntyre's account', or "" where the quotation is in nobody's. Of a recording, the name alone:
    there the words are the speaker's own."""
    if citation.speaker is None:
        return ""
    return citation.speaker if citation.time is not None else f"in {citation.speaker}'s account"


def under(citation: Citation) -> str:
    """The heading that a quotation stands under, as 'under “Discussion”', or "" where it stands under none."""
    return f"under “{citation.heading[-1]}”" if citation.heading else ""


def particulars(citation: Citation) -> list[str]:
    """What else a reader should know of a quotation: under what heading or on what page, when, at what moment of a
    recording, whether it comes from outside, and whether the words are ours."""
    page = f"page {citation.page}" if citation.page else ""
    moment = clock(citation.time) if citation.time is not None else ""
    return [part for part in (under(citation), page, when(citation.date), moment, *whose_words(citation)) if part]


def whose_words(citation: Citation) -> list[str]:
    """That a quotation comes from outside, and that it is in our own words, where either is so."""
    outside = [STANDINGS[citation.standing]] if citation.standing is Standing.OUTSIDE else []
    return outside + ([FORMS[citation.form]] if citation.form is Form.RETELLING else [])


def citation_line(citation: Citation) -> str:
    """Whose account, where and when, in one line of plain text."""
    return sentence_case(", ".join(filter(None, [account(citation), citation.title, *particulars(citation)])))


def basis_line(answer: Answer) -> str:
    """What an answer rests on: 'From 2 documents and 3 accounts, July 2020 to November 2022 and undated.'"""
    basis = answer.basis
    told = f"From {counted(basis.documents, 'document')}"
    if basis.speakers:
        told += f" and {counted(basis.speakers, 'account')}"
    if basis.oldest and basis.newest:
        first, last = when(basis.oldest), when(basis.newest)
        told += f", {first}" if first == last else f", {first} to {last}"
        if any(citation.date is None for statement in answer.statements for citation in statement.citations):
            told += " and undated"
    return f"{told}."


ONLY_OUTSIDE = "Named only in background from outside"


def named_in(guide: Guide) -> list[Entity]:
    """Everyone and everything but the network itself, which the head of its guide tells of."""
    return [one for one in guide.entities if not _is_network(one, guide)]


def _is_network(entity: Entity, guide: Guide) -> bool:
    named = {key(name) for name in (entity.name, *entity.aliases)}
    return bool(guide.network) and entity.kind == "organisation" and key(guide.network) in named


def turns(invitations: Sequence[Invitation]) -> tuple[list[Invitation], list[Invitation], list[Invitation]]:
    """Meetings to come, ways to join in, and meetings that are past or may be."""
    meetings = [one for one in invitations if one.kind == "meeting"]
    return (
        [one for one in meetings if one.past is False],
        [one for one in invitations if one.kind == "contribute"],
        [one for one in meetings if one.past is not False],
    )


def sides(about: Sequence[About]) -> list[tuple[str, list[About]]]:
    """The sentences on what the network is, under what each tells of: "The network", "A cell"."""
    found: dict[str, list[About]] = {}
    for one in about:
        found.setdefault(_side(one), []).append(one)
    return list(found.items())


def _side(one: About) -> str:
    if one.side == "group" and one.noun:
        return f"A {one.noun}"
    return f"The {one.noun}" if one.side == "network" and one.noun else SIDES[one.side]


def meeting_note(one: Invitation) -> str:
    """Of a meeting, its day and whether it is past, as far as its document tells."""
    past = {True: "now past", False: "still to come", None: "may be past, since the document gives no year"}[one.past]
    return sentence_case(", ".join(filter(None, [when(one.day) if one.day else "", past])))


def old_note(one: Invitation) -> str:
    """Of a way to join in, that its document is old or has no date, where it is so."""
    if not known(one.citation.date):
        return "The document has no date, so it may have changed"
    return f"Written in {when(one.citation.date)}, so it may have changed" if one.old else ""


NO_MEETING = "No meeting still to come is known from the documents."


def theme_line(theme: Theme) -> str:
    """How much is said of a theme, and how much of that comes from outside."""
    told = f"{counted(theme.sentences, 'sentence')} in {counted(len(theme.documents), 'document')}"
    return f"{told}, and {theme.outside} in background from outside" if theme.outside else told


def gap_line(group: GapGroup) -> str:
    """How often, when, and with what: "Asked 3 times, 1 May 2026 to 7 May 2026. The documents don't say.\""""
    days = when(group.first) if group.first == group.last else f"{when(group.first)} to {when(group.last)}"
    times = "once" if group.count == 1 else f"{group.count:,} times"
    return f"Asked {times}, {days}. {CLOSE if group.status is Status.CLOSE else NOT_FOUND}"


def closed_line(gap: ClosedGap, titles: Mapping[str, str]) -> str:
    """A question that the documents answer now, which one does, and since when. `titles`: of documents, by id."""
    return f"{gap.question} ({titles.get(gap.document, gap.document)}, {when(gap.day)})"


LEADING = ("The question ", "None of this ", "The documents differ", "We looked only ")


def parted(notes: Sequence[str]) -> tuple[list[str], list[str]]:
    """The notes that lead an answer, because a reader should know them first, and those that follow it. What was
    mended is in neither."""
    rest = [note for note in notes if not note.startswith("We read ")]
    first = [note for note in rest if note.startswith(LEADING)]
    return first, [note for note in rest if note not in first]


def completed(answer: Answer) -> bool:
    """Whether a question was completed from the ones before it, not only mended."""
    mended = answer.question
    for note in answer.notes:
        if match := MENDED.fullmatch(note):
            mended = mended.replace(match[1], match[2])
    return answer.understood_as != mended


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
