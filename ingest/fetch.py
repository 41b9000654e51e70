"""A public web address to the bytes that stand there.

Whoever gives an address chooses where this machine connects to. So only public places are asked, on the web's own two
ports: each name is looked up once, every address that it has must be public, and the connection goes to that very address;
what the site sends on to is checked in the same way. No proxy stands between, and nothing is sent but the request.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from assistant.errors import DocumentError
from ingest import formats

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

MOST_REDIRECTS = 5
LONGEST_ADDRESS = 2_000  # characters
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset([301, 302, 303, 307, 308])
PACKINGS = frozenset(["", "identity", "gzip", "x-gzip", "deflate"])
HEADERS = {"User-Agent": "Commonplace", "Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "close"}
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
}
WRITTEN = frozenset([".md", ".markdown", ".txt", ".text", ".vtt", ".srt"])  # kinds of plain text

# Not public, though the standard library of some versions of Python takes them for it.
NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        [
            "100.64.0.0/10",  # shared by the customers of a provider
            "192.0.0.0/24",  # protocols' own, and one cloud's metadata
            "192.88.99.0/24",  # 6to4 relays, given up
            "168.63.129.16/32",  # one cloud's metadata
            "2001::/23",  # protocols' own, Teredo among them
            "2001:db8::/32",  # for documentation, as is the next
            "3fff::/20",
        ],
    )
)
GIVEN_OUT = ipaddress.ip_network("2000::/3")  # all of IPv6 that is public
NAT64 = ipaddress.ip_network("64:ff9b::/96")

NO_ADDRESS = "That is no web address. One begins with https:// and goes on with the name of a site."
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
            place = _place(address)
            with self._asked(place, deadline) as answer:
                _remaining(deadline)  # a connection that was cut off looks like an end, of the head as of the body
                if answer.status not in REDIRECTS:
                    _check_status(answer.status)
                    name = _name(answer.headers.get("Content-Type", ""), place)
                    data = self._body(answer)
                    _remaining(deadline)
                    return Fetched(data, name, place.address)
                onward = answer.headers.get("Location", "")
            address = urljoin(place.address, onward.encode("latin-1", "replace").decode("utf-8", "replace"))
        raise DocumentError("The site sends us from one address to the next without end. Check the address.")

    @contextmanager
    def _asked(self, place: _Place, deadline: float) -> Iterator[HTTPResponse]:
        """The answer of the place, its body still to be read."""
        from urllib3.connection import HTTPConnection

        with closing(self._connected(place, deadline)) as plain:
            stream = plain
            if place.scheme == "https":
                # The handshake comes later: it waits for the site, and so must be cut off as all else is.
                stream = self.trust().wrap_socket(plain, server_hostname=place.host, do_handshake_on_connect=False)
            with closing(stream), _cut_off(stream, deadline):
                if isinstance(stream, ssl.SSLSocket):
                    stream.do_handshake()
                connection = HTTPConnection(place.host, place.port, timeout=_remaining(deadline))
                connection.sock = stream  # so it makes no connection of its own
                with closing(connection):
                    connection.request(
                        "GET", place.target, headers={"Host": place.authority, **HEADERS}, preload_content=False
                    )
                    with closing(connection.getresponse()) as answer:
                        yield answer

    def _connected(self, place: _Place, deadline: float) -> socket.socket:
        """A connection to an address of the place, all of whose addresses are public."""
        ips = [place.ip] if place.ip else _in_time(lambda: self.look_up(place.host, place.port), deadline)
        if not ips:
            raise OSError("no address")
        if not all(is_public(ip) for ip in ips):
            raise DocumentError(PRIVATE)
        for ip in ips[:-1]:
            with suppress(OSError):
                return self.connect(ip, place.port, _remaining(deadline) / 2)
        return self.connect(ips[-1], place.port, _remaining(deadline))

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


@dataclass(frozen=True, slots=True)
class _Place:
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


def _place(address: str) -> _Place:
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
    return _Place(url.scheme, host, port, url.request_uri, _number(host))


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


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet, and holds none within that is not."""
    try:
        number = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour
        if number in NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFF_FFFF)
        if inner is not None:
            return number.scope_id is None and is_public(str(inner))
        if number.scope_id is not None or number not in GIVEN_OUT:
            return False
    if number.is_multicast or not number.is_global:
        return False
    return not any(number in network for network in NOT_PUBLIC)


def _remaining(deadline: float) -> float:
    """Seconds. Raises TimeoutError where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _in_time(work: Callable[[], Sequence[str]], deadline: float) -> Sequence[str]:
    """What the work returns or raises; a look-up in the system cannot be cut off, so it is left behind when too slow."""
    done: list[Sequence[str] | Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:  # raised again below
            done.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(_remaining(deadline))
    if not done:
        raise TimeoutError
    if isinstance(done[0], Exception):
        raise done[0]
    return done[0]


@contextmanager
def _cut_off(stream: socket.socket, deadline: float) -> Iterator[None]:
    """Ends the connection at the deadline: a site that sends a byte now and then never meets a limit on each read."""

    def end() -> None:
        with suppress(OSError):
            socket.socket.shutdown(stream, socket.SHUT_RDWR)

    timer = threading.Timer(_remaining(deadline), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _check_status(status: int) -> None:
    if status == 200:
        return
    if status in (401, 403, 407):
        raise DocumentError(
            f"The site does not let us see that page ({status}). Open it in a browser, save it, and add the file."
        )
    if status in (404, 410):
        raise DocumentError(f"There is no page at that address ({status}). Check it letter by letter.")
    if status == 429 or status >= 500:
        raise DocumentError(f"The site is busy or in trouble ({status}). Try again later.")
    raise DocumentError(f"The site answered with an error ({status}). Open the page in a browser, and save it.")


def _name(content_type: str, place: _Place) -> str:
    """A file's name for what stands there. Raises DocumentError where it is of no kind that is read."""
    own = PurePosixPath(unquote(place.target.partition("?")[0]))
    kind = content_type.partition(";")[0].strip().lower()
    suffix = SUFFIXES.get(kind) or own.suffix.lower()
    if suffix == ".txt" and own.suffix.lower() in WRITTEN:
        suffix = own.suffix.lower()
    formats.check(f"page{suffix}")
    stem = re.sub(r"[^\w-]+", "-", own.stem).strip("-_")[:80]
    return (stem or "page") + suffix
