"""A web page drawn by AppTest, and what stands on it."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest


def draw(page: str, **values: str | list[str]) -> AppTest:
    """A page of ui/screens at an address with these values."""
    app = AppTest.from_string(f"from ui.screens import {page}\n{page}.page()", default_timeout=120)
    for name, value in values.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """What st.html put on the page, but the style."""
    assert not app.exception
    return "\n".join(h.proto.body for h in app.get("html") if not h.proto.body.startswith("<style"))


def words(app: AppTest) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html(app)))


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)
