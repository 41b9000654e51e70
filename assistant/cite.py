"""The verbatim gate: evidence to citations that equal the document's text, and the words that say what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.choose import Evidence
from assistant.domain import Basis, Citation, Document, Passage, Sentence, Statement
from assistant.retrieve import Candidate

Lookup = Callable[[str], Document | None]  # a document id -> the document, where this audience may see it


def cite(candidate: Candidate, lookup: Lookup) -> Citation | None:
    """The citation of a sentence, or None where its text is not the document's at those offsets."""
    return gated(candidate.text, candidate.passage, candidate.sentence, lookup)


def gated(text: str, passage: Passage, place: Sentence, lookup: Lookup) -> Citation | None:
    """The citation of words at a place of a passage's document, or None where the document does not say so there, or is
    not this audience's."""
    document = lookup(passage.document)
    if document is None or not text or document.text[place.start : place.end] != text:
        return None
    return at(document, place.start, place.end, passage)


def at(document: Document, start: int, end: int, passage: Passage | None = None) -> Citation:
    """The document's own words at [start, end), with what governs them there. `passage`: the one they stand in, if any."""
    block = document.block_at(start)
    return Citation(
        document=document.id,
        title=document.title,
        quote=document.text[start:end],
        start=start,
        end=end,
        heading=passage.heading if passage else (),
        speaker=passage.speaker if passage else None,
        date=document.date,
        time=block.time if block else None,
        page=block.page if block else None,
        url=document.url,
        standing=document.standing,
        form=document.form,
    )


def again(citation: Citation, lookup: Lookup) -> Citation | None:
    """A citation made earlier, if its document still says so at those offsets and this audience may see it."""
    document = lookup(citation.document)
    same = document is not None and document.text[citation.start : citation.end] == citation.quote != ""
    return citation if same else None


def statements(evidence: Sequence[Evidence], lookup: Lookup) -> tuple[list[Statement], int]:
    """What the answer says, and how many quotations the gate dropped."""
    made: list[Statement] = []
    dropped = 0
    for one in evidence:
        citations = [cite(candidate, lookup) for candidate in (one.candidate, *one.same)]
        good = tuple(citation for citation in citations if citation is not None)
        dropped += len(citations) - len(good)
        if good:
            made.append(Statement(good[0].quote, good))
    return made, dropped


def basis(citations: Sequence[Citation]) -> Basis:
    """What the citations rest on. Sentences in nobody's account count as their document's one voice."""
    dates = sorted(citation.date for citation in citations if citation.date)
    return Basis(
        documents=len({citation.document for citation in citations}),
        speakers=len({citation.speaker for citation in citations if citation.speaker}),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
    )


def notes(said: Sequence[Statement], dropped: int) -> list[str]:
    """What a reader should know of the answer, in plain words."""
    told: list[str] = []
    everything = [citation for statement in said for citation in statement.citations]
    speakers = {citation.speaker for citation in everything}
    if len(speakers) == 1 and None not in speakers:
        told.append("This rests on one person's account.")
    return told + left_out(dropped)


def left_out(dropped: int) -> list[str]:
    """What a reader should know of the quotations that the gate dropped, if it dropped any."""
    if not dropped:
        return []
    counted = (
        "1 quotation did not match the source and was"
        if dropped == 1
        else f"{dropped} quotations did not match the source and were"
    )
    return [f"{counted} left out."]
