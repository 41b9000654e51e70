"""The part of the Contribute page that says what a contribution is, and who may see it."""

from __future__ import annotations

import re

import streamlit as st

from assistant.dates import date_given
from assistant.domain import Audience, Standing
from assistant.errors import QuestionError
from assistant.figures import MONTHS
from ingest.contribute import Details
from ingest.read import Intake
from ui import session
from ui.frame import notice, show
from ui.phrases import SHARINGS, STANDINGS, sentence_case, when

DATED = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)}) \d{{4}}\b", re.IGNORECASE)  # in a title
KINDS = ("meeting note", "note", "blog", "talk", "transcript", "report", "interview", "guidance", "web page")


def put(key: object, guessed: Details) -> None:
    """Set the widgets, which are not drawn yet, to what the file marked `key` says, unless they show it already."""
    if st.session_state.get("d_of") == key and "d_title" in st.session_state:  # which goes when they are not drawn
        return
    st.session_state["d_of"] = key
    st.session_state["d_title"] = guessed.title
    st.session_state["d_authors"] = ", ".join(guessed.authors)
    date = guessed.date or _date_in(guessed.title)
    st.session_state["d_date"] = when(date) if date else ""
    st.session_state["d_kind"] = guessed.kind
    st.session_state["d_places"] = ", ".join(guessed.places)
    st.session_state["d_source"] = guessed.source or ""
    sent_in = guessed.standing is Standing.NETWORK and not session.is_convenor()
    st.session_state["d_standing"] = (Standing.MEMBER if sent_in else guessed.standing).value
    st.session_state["d_sharing"] = guessed.sharing.label
    st.session_state["d_unattributed"] = guessed.unattributed


def ask(intake: Intake) -> Details | None:
    """Draws the fields and gives what they say; None, with what is wrong told beside it, where they make no sense."""
    show(
        '<h2 class="cp-label">About it</h2><p class="cp-small">We guessed these. Please check them, and leave empty what '
        "nobody knows.</p>"
    )
    title = st.text_input("Title", key="d_title", placeholder="What people will know it by", autocomplete="off")
    under_title = st.empty()  # there whether it says something or not: what is typed into a field that moves is lost
    if not title.strip():
        with under_title:
            show(notice("It has no title. Give it one."))
    left, right = st.columns(2)
    authors = left.text_input("Who wrote it, or spoke", key="d_authors", placeholder="Names, with commas between")
    date = right.text_input("Date", key="d_date", placeholder="20 May 2021, May 2021 or 2021", autocomplete="off")
    day, amiss = _day(date)
    under_date = right.empty()
    if amiss:
        with under_date:
            show(notice(amiss))
    kinds = list(dict.fromkeys([*KINDS, st.session_state["d_kind"]]))
    kind = left.selectbox("Kind", kinds, key="d_kind", format_func=sentence_case)
    places = right.text_input("Places", key="d_places", placeholder="Names, with commas between")
    source = st.text_input("Its address on the web", key="d_source", placeholder="https://, if it has one")
    standing = st.selectbox(
        "Where it comes from",
        [s.value for s in Standing],
        key="d_standing",
        format_func=lambda value: sentence_case(STANDINGS[Standing(value)]),
    )
    sharing = st.radio(
        "Who may see it",
        [a.label for a in Audience],
        key="d_sharing",
        format_func=lambda label: SHARINGS[Audience.parse(label)],
        horizontal=True,
    )
    unattributed = st.checkbox(
        "Take out the names of those who spoke (Chatham House Rule)",
        key="d_unattributed",
        disabled=intake.document.unattributed,
    )
    if amiss or not title.strip():
        return None
    return Details(
        title=" ".join(title.split()),
        authors=_several(authors),
        date=day,
        kind=kind,
        source=source.strip() or None,
        places=_several(places),
        standing=Standing(standing),
        sharing=Audience.parse(sharing),
        unattributed=unattributed,
    )


def _day(date: str) -> tuple[str | None, str]:
    """The date that was written, as far as it is known, and what is amiss with it."""
    if not date.strip() or date.strip().casefold() == "unknown":
        return None, ""
    try:
        return date_given(date), ""
    except QuestionError as error:
        return None, str(error)


def _date_in(title: str) -> str | None:
    """The date that a title names ("Note of the meeting, 4 June 2025")."""
    written = DATED.search(title)
    return _day(written[0])[0] if written else None


def _several(names: str) -> tuple[str, ...]:
    return tuple(name for one in names.split(",") if (name := " ".join(one.split())))
