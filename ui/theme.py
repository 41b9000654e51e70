"""How the pages look and how their server runs: the one place that says so.

`.streamlit/config.toml` is written from here (`python -m ui.theme > .streamlit/config.toml`), and a test holds the two
together. The command line starts the server with `streamlit_options()`, so that it looks the same from any folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

APP = Path(__file__).with_name("app.py")
STYLES = Path(__file__).with_name("theme.css")

# A quotation mark in the accent. An SVG of our own, because Streamlit fetches its emoji and icons from the network.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#9a3b26" '
    'd="M2 13V8.6C2 5.3 3.6 3.3 6.6 2.6l.6 1.5C5.5 4.7 4.7 5.8 4.7 7.3H7V13zm7 0V8.6c0-3.3 '
    '1.6-5.3 4.6-6l.6 1.5c-1.7.6-2.5 1.7-2.5 3.2H14V13z"/></svg>'
)

SERVER: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",  # what went wrong goes to the log; the reader gets a sentence
    "client.showSidebarNavigation": False,
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": True,  # the command that starts the server prints the address
    "server.fileWatcherType": "none",
    "server.headless": True,
}

THEME: dict[str, object] = {
    "theme.baseRadius": "3px",
    "theme.buttonRadius": "3px",
    "theme.font": "sans-serif",
    "theme.linkUnderline": True,
    "theme.showWidgetBorder": True,
}

LIGHT: dict[str, object] = {  # warm paper and ink
    "theme.light.backgroundColor": "#faf6ed",
    "theme.light.borderColor": "#8b8071",
    "theme.light.linkColor": "#8f3522",
    "theme.light.primaryColor": "#8f3522",
    "theme.light.secondaryBackgroundColor": "#fffdf8",
    "theme.light.textColor": "#27221b",
}

DARK: dict[str, object] = {  # soft charcoal
    "theme.dark.backgroundColor": "#22201e",
    "theme.dark.borderColor": "#85796c",
    "theme.dark.linkColor": "#e3a68c",
    "theme.dark.primaryColor": "#e3a68c",
    "theme.dark.secondaryBackgroundColor": "#2b2825",
    "theme.dark.textColor": "#ebe4d8",
}

OPTIONS = SERVER | THEME | LIGHT | DARK

# There is no sign-in: without a word from whoever starts it, the server is for this machine alone.
ALONE = {"server.address": "127.0.0.1"}


def streamlit_options() -> list[str]:
    """Flags for `python -m streamlit run APP`. The starter gives `server.address` and `server.port` itself."""
    return [f"--{name}={value if isinstance(value, str) else json.dumps(value)}" for name, value in OPTIONS.items()]


def config_toml() -> str:
    """The text of `.streamlit/config.toml`."""
    sections: dict[str, list[str]] = {}
    for name, value in (ALONE | OPTIONS).items():
        section, option = name.rsplit(".", 1)
        sections.setdefault(section, []).append(f"{option} = {json.dumps(value)}")
    made = ["# Written by `python -m ui.theme`: change ui/theme.py, not this."]
    return "\n\n".join([*made, *(f"[{name}]\n" + "\n".join(lines) for name, lines in sections.items())]) + "\n"


if __name__ == "__main__":
    sys.stdout.write(config_toml())
