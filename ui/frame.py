"""What every page has: the style, the masthead, and one plain sentence when something goes wrong."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Literal

import streamlit as st

from assistant.errors import CommonplaceError, IndexMissing
from ui import addresses, session, theme

log = logging.getLogger("commonplace.ui")

NAME = "Commonplace"
NOTHING_YET = "There is nothing to ask yet."
Place = Literal[
    "ask", "guide", "mentions", "library", "source", "meeting", "open", "gaps", "book", "contribute", "withdraw"
]
# The masthead's pages, and those that are shown as a part of another.
WITHIN: dict[Place, Place] = {"mentions": "guide", "open": "meeting", "gaps": "meeting"}


@contextmanager
def frame(here: Place, title: str) -> Iterator[None]:
    """Draws the masthead, then the page inside it; an error becomes a sentence, never a traceback."""
    name_tab(title)
    st.html(theme.STYLES)
    st.html(masthead(here))
    try:
        yield
    except IndexMissing as error:
        show(nothing_yet() if str(error).startswith(NOTHING_YET) else notice(str(error)))
    except CommonplaceError as error:
        link = f'<p><a href="{addresses.LIBRARY}">See the Library</a></p>' if here == "source" else ""
        show(notice(str(error)) + link)
    except Exception:
        log.exception("The %s page failed", here)
        show(
            notice("Something went wrong on our side, and this page could not be made.")
            + "<p>Nothing was lost. Load the page again. If it happens again, tell whoever runs Commonplace: "
            "the cause is in its log.</p>"
        )


def name_tab(title: str) -> None:
    st.set_page_config(page_title=title, page_icon=theme.ICON)


def show(html: str) -> None:
    """Puts HTML on the page. Whatever is not ours in it has been escaped before this."""
    st.html(f'<div class="cp">{html}</div>')


def masthead(here: Place) -> str:
    """The name and the pages. On the Ask page the name is the heading of the page."""
    pages = [
        ("ask", addresses.ASK, "Ask"),
        ("guide", addresses.GUIDE, "Start here"),
        ("library", addresses.LIBRARY, "Library"),
        ("meeting", addresses.MEETING, "Before a meeting"),
    ]
    if session.may_contribute():
        pages += [("book", addresses.BOOK, "Book"), ("contribute", addresses.CONTRIBUTE, "Contribute")]
    at = WITHIN.get(here, here)
    tag = "h1" if here == "ask" else "p"
    links = "".join(
        f'<a href="{address}"{" aria-current=page" if at == place else ""}>{label}</a>'
        for place, address, label in pages
    )
    return (
        f'<header class="cp cp-masthead"><{tag} class="cp-name"><a href="{addresses.ASK}">{NAME}</a></{tag}>'
        f'<nav aria-label="Pages">{links}</nav></header>'
    )


def prose(text: str) -> str:
    """A sentence of ours as HTML: escaped, with what stands between `backticks` as something to type."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def notice(text: str) -> str:
    return f'<p class="cp-notice" role="alert">{prose(text)}</p>'


def nothing_yet() -> str:
    return (
        f'<h2 class="cp-lead">{NOTHING_YET}</h2><p><a href="{addresses.CONTRIBUTE}">Add the first document</a>: a Word '
        "file, a PDF, a web page, captions or plain text. For a whole folder of them, where Commonplace is installed, type</p>"
        "<p><code>commonplace ingest PATH</code></p>"
        "<p>with the place of the folder for PATH. Then load this page again.</p>"
    )
