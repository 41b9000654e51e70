"""The web: a public address asked, and followed where it sends us."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from assistant.errors import DocumentError

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse
from ingest.fetch.address import Place, place_at
from ingest.fetch.answer import check_status, file_name
from ingest.fetch.deadline import cut_off, in_time, remaining
from ingest.fetch.public import is_public

MOST_REDIRECTS = 5
REDIRECTS = frozenset([301, 302, 303, 307, 308])
PACKINGS = frozenset(["", "identity", "gzip", "x-gzip", "deflate"])
HEADERS = {"User-Agent": "Commonplace", "Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "close"}
PRIVATE = "That address is inside a private network, and we fetch public pages only. Save the page, and add the file."


@dataclass(frozen=True, slots=True)
class Fetched:
    """`name` is a file's, with the suffix of a kind that is read; `address` is where the last redirect led."""

    data: bytes
    name: str
    address: str


def fetch(address: str) -> Fetched:
    """What stands at a public web address. Raises DocumentError."""
    return Web().fetch(address)


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def connect(ip: str, port: int, seconds: float) -> socket.socket:
    """A connection to an IP address. Raises OSError."""
    return socket.create_connection((ip, port), seconds)


@dataclass(frozen=True, slots=True)
class Web:
    """The world's web, or another: how names are looked up, how connections are made, and whose certificates hold.
    Whatever these are, only public addresses are connected to."""

    look_up: Callable[[str, int], Sequence[str]] = look_up
    connect: Callable[[str, int, float], socket.socket] = connect
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    seconds: float = 20.0  # for all of it
    largest: int = 10_000_000  # bytes, unpacked

    def fetch(self, address: str) -> Fetched:
        """What stands at a public web address. Raises DocumentError."""
        from urllib3.exceptions import HTTPError

        deadline = time.monotonic() + self.seconds
        try:
            return self._follow(address, deadline)
        except ssl.SSLCertVerificationError as error:
            raise DocumentError(
                "We cannot be sure that the site is the one it says it is: its certificate does not hold. Open the page"
                " in a browser, save it, and add the file."
            ) from error
        except (OSError, http.client.HTTPException, HTTPError, ValueError) as error:
            if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
                raise DocumentError(
                    f"The site is too slow: it took more than {self.seconds:.0f} seconds. Try again later, or save the"
                    " page and add the file."
                ) from error
            raise DocumentError(
                "The site cannot be reached. Check the address and your connection, then try again."
            ) from error

    def _follow(self, address: str, deadline: float) -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            place = place_at(address)
            with self._asked(place, deadline) as answer:
                remaining(deadline)  # a connection that was cut off looks like an end, of the head as of the body
                if answer.status not in REDIRECTS:
                    check_status(answer.status)
                    name = file_name(answer.headers.get("Content-Type", ""), place)
                    data = self._body(answer)
                    remaining(deadline)
                    return Fetched(data, name, place.address)
                onward = answer.headers.get("Location", "")
            address = urljoin(place.address, onward.encode("latin-1", "replace").decode("utf-8", "replace"))
        raise DocumentError("The site sends us from one address to the next without end. Check the address.")

    @contextmanager
    def _asked(self, place: Place, deadline: float) -> Iterator[HTTPResponse]:
        """The answer of the place, its body still to be read."""
        from urllib3.connection import HTTPConnection

        with closing(self._connected(place, deadline)) as plain:
            stream = plain
            if place.scheme == "https":
                # The handshake comes later: it waits for the site, and so must be cut off as all else is.
                stream = self.trust().wrap_socket(plain, server_hostname=place.host, do_handshake_on_connect=False)
            with closing(stream), cut_off(stream, deadline):
                if isinstance(stream, ssl.SSLSocket):
                    stream.do_handshake()
                connection = HTTPConnection(place.host, place.port, timeout=remaining(deadline))
                connection.sock = stream  # so it makes no connection of its own
                with closing(connection):
                    connection.request(
                        "GET", place.target, headers={"Host": place.authority, **HEADERS}, preload_content=False
                    )
                    with closing(connection.getresponse()) as answer:
                        yield answer

    def _connected(self, place: Place, deadline: float) -> socket.socket:
        """A connection to an address of the place, all of whose addresses are public."""
        ips = [place.ip] if place.ip else in_time(lambda: self.look_up(place.host, place.port), deadline)
        if not ips:
            raise OSError("no address")
        if not all(is_public(ip) for ip in ips):
            raise DocumentError(PRIVATE)
        for ip in ips[:-1]:
            with suppress(OSError):
                return self.connect(ip, place.port, remaining(deadline) / 2)
        return self.connect(ips[-1], place.port, remaining(deadline))

    def _body(self, answer: HTTPResponse) -> bytes:
        if answer.headers.get("Content-Encoding", "").strip().lower() not in PACKINGS:
            raise DocumentError("The site packs its pages in a way that we cannot unpack. Save the page, add the file.")
        body = bytearray()
        length = answer.headers.get("Content-Length", "")
        while len(body) <= self.largest and not (length.isdecimal() and int(length[:20]) > self.largest):
            part = answer.read(65_536, decode_content=True)
            if not part:
                return bytes(body)
            body += part
        raise DocumentError(
            f"It is larger than the {self.largest / 1_000_000:.0f} MB we fetch. Save the part that you need, and add"
            " that file."
        )
