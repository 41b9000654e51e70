"""A web address in its parts. Raises for what is none, or asks for another door than the web's own."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import DocumentError

if TYPE_CHECKING:
    pass


LONGEST_ADDRESS = 2_000  # characters
PORTS = {"http": 80, "https": 443}
NO_ADDRESS = "That is no web address. One begins with https:// and goes on with the name of a site."


@dataclass(frozen=True, slots=True)
class Place:
    """A web address in its parts. `ip` is the host, where it is written as a number in any of the ways there are."""

    scheme: str
    host: str
    port: int
    target: str
    ip: str | None

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def place_at(address: str) -> Place:
    """The parts of an address. Raises DocumentError."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    address = address.strip()
    if len(address) > LONGEST_ADDRESS or not address.isprintable() or re.search(r"[\s\\]", address):
        raise DocumentError(NO_ADDRESS)
    try:
        url = parse_url(address)
    except LocationParseError as error:
        raise DocumentError(NO_ADDRESS) from error
    if url.scheme not in PORTS or not url.host:
        raise DocumentError(NO_ADDRESS)
    if "@" in re.split(r"[/?#]", address.partition("://")[2], maxsplit=1)[0]:
        raise DocumentError("That address holds a user's name or password. Take it out, up to the @, and try again.")
    port = PORTS[url.scheme] if url.port is None else url.port
    if port not in PORTS.values():
        raise DocumentError(f"That address ends in :{port}, and we fetch from the web's usual ports only. Save the page,"
                            " and add the file.")  # fmt: skip
    host = url.host.strip("[]").rstrip(".")
    return Place(url.scheme, host, port, url.request_uri, _number(host))


def _number(host: str) -> str | None:
    """A host that is an IP address, in its usual form: "0x7f.1" and "2130706433" are 127.0.0.1 to a resolver."""
    if ":" in host:
        return host
    if not re.fullmatch(r"\d+|0x[\da-f]*", host.rpartition(".")[2], re.IGNORECASE):
        return None
    try:
        return str(ipaddress.IPv4Address(socket.inet_aton(host)))
    except OSError as error:
        raise DocumentError(NO_ADDRESS) from error
