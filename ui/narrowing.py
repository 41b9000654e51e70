"""The part of the Ask page that narrows what may answer: people, places, dates, kinds and standing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.dates import date_given
from assistant.domain import Standing
from assistant.errors import QuestionError
from assistant.filters import Filters, Known
from ui.frame import notice, show
from ui.phrases import STANDINGS, sentence_case, when

NAMES = ("person", "place", "kind", "standing", "since", "until")


def put(filters: Filters) -> None:
    """Set the widgets, which are not drawn yet, to what an address says."""
    st.session_state["person"] = list(filters.people)
    st.session_state["place"] = list(filters.places)
    st.session_state["kind"] = list(filters.kinds)
    st.session_state["standing"] = [s.value for s in filters.standing]
    st.session_state["since"] = when(filters.since) if filters.since else ""
    st.session_state["until"] = when(filters.until) if filters.until else ""


def choose(known: Known, *, open: bool) -> Filters:
    """Draws the choices and gives what is chosen. A date that makes no sense is told, and left out."""
    for name, options in (("person", known.people), ("place", known.places), ("kind", known.kinds)):
        # An address may name what these documents do not hold: it cannot be shown as chosen, so it is let go.
        st.session_state[name] = [v for v in st.session_state.get(name, []) if v in options]
    with st.expander("Narrow it down", expanded=open):
        people = _several("Whose account", "person", known.people)
        places = _several("Place", "place", known.places)
        kinds = _several("Kind of document", "kind", known.kinds)
        standing = st.multiselect(
            "Where it comes from",
            [s.value for s in Standing],
            key="standing",
            format_func=lambda value: sentence_case(STANDINGS[Standing(value)]),
            placeholder="Any",
        )
        left, right = st.columns(2)
        since = left.text_input("From", key="since", placeholder="2021 or May 2021", autocomplete="off")
        until = right.text_input("Until", key="until", placeholder="2022", autocomplete="off")
    return Filters(
        people=tuple(people),
        places=tuple(places),
        since=_date(since),
        until=_date(until),
        kinds=tuple(kinds),
        standing=tuple(Standing(value) for value in standing),
    )


def _several(label: str, key: str, options: Sequence[str]) -> list[str]:
    return st.multiselect(label, list(options), key=key, placeholder="Any", disabled=not options)


def _date(typed: str) -> str | None:
    if not typed.strip():
        return None
    try:
        return date_given(typed)
    except QuestionError as error:
        show(notice(str(error)))
        return None
