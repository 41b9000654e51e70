"""Starting the web server: on a free port, on this machine only unless told otherwise."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from assistant.errors import CommonplaceError
from ui.theme import streamlit_options


def serve(host: str, port: int, announce: Callable[[str], None]) -> NoReturn:
    """Become the web server, so that whatever ends this process ends it. Raises CommonplaceError where no port is free."""
    port = free_port(host, port)
    announce(f"http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{port}")
    sys.stdout.flush()
    command = [sys.executable, "-m", "streamlit", "run", str(Path(__file__).with_name("app.py"))]
    options = [f"--server.port={port}", f"--server.address={host}", *streamlit_options()]
    if on_a_desktop():  # Streamlit then opens the reader's browser at the page
        options += ["--server.headless=false", "--server.showEmailPrompt=false"]
    os.execv(sys.executable, [*command, *options])


def on_a_desktop() -> bool:
    """Whether somebody sits at a screen that a browser can open on."""
    has_screen = sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return sys.stdout.isatty() and has_screen


def free_port(host: str, first: int) -> int:
    """The first port from `first` on that nothing listens on."""
    for port in range(first, first + 50):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise CommonplaceError(f"No port from {first} to {first + 49} is free at {host}. Give another one with --port.")
