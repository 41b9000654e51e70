"""The Source page: one document, whole, open at the sentence that was cited."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import addresses, reading, session
from ui.addresses import Query
from ui.frame import NAME, frame, name_tab, show

# Holds nothing of any document or address. The focus goes there too, so that the keyboard goes on from the sentence.
SCROLL = """<script>
(function find(tries) {
  const cited = document.getElementById("cited");
  if (cited) { cited.scrollIntoView({block: "center"}); cited.focus({preventScroll: true}); }
  else if (tries) { setTimeout(find, 50, tries - 1); }
})(60);
</script>"""


def page() -> None:
    with frame("source", f"Source - {NAME}"):
        query = Query.of(st.query_params)
        if query.question:
            back = addresses.answer(query)
            show(f'<p class="cp-back"><a href="{escape(back)}">Back to the answer</a></p>')
        document = session.assistant().document(st.query_params.get("document", ""))
        name_tab(f"{document.title} - {NAME}")
        cited = reading.span(document, st.query_params.get("start"), st.query_params.get("end"))
        show(f'<h1 class="cp-title">{escape(document.title)}</h1>{reading.particulars(document)}')
        show(reading.body(document, cited))
        if session.is_convenor():
            replace, withdraw = escape(addresses.contribute(document.id)), escape(addresses.withdraw(document.id))
            show(
                f'<p class="cp-small cp-tend"><a href="{replace}">Replace this document</a> '
                f'<a href="{withdraw}">Withdraw it</a></p>'
            )
        if cited != reading.NOWHERE:
            st.html(SCROLL, unsafe_allow_javascript=True)
