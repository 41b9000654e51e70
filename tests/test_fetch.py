"""Fetching from the web: only public places, and never for long. The sites are servers on this machine; only the wire that
leads to them is ours, so every check of an address is the one that the world's web meets."""

from __future__ import annotations

import datetime
import gzip
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.errors import DocumentError
from ingest.fetch import Fetched, Web, fetch, is_public

PUBLIC = "93.184.216.34"
ALSO_PUBLIC = "2606:2800:220:1:248:1893:25c8:1946"
PAGE = b"<html><p>Bees like clover.</p></html>"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(
    body: bytes = PAGE, kind: str | None = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Answer:
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if kind is not None:
            handler.send_header("Content-Type", kind)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return write


def onward(to: str, status: int = 302) -> Answer:
    return answer(b"", status=status, Location=to)


@dataclass
class World:
    """A web of one server, and what has been asked of it."""

    pages: dict[str, Answer] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=lambda: {"orchard.example": [PUBLIC]})
    looked_up: list[str] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    port: int = 0

    def look_up(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror("no such name")
        return self.names[host]

    def connect(self, ip: str, port: int, seconds: float) -> socket.socket:
        self.connected.append((ip, port))
        if ip in self.refused:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def web(self, **settings) -> Web:
        return Web(look_up=self.look_up, connect=self.connect, **settings)

    def fetch(self, address: str, **settings) -> Fetched:
        return self.web(**settings).fetch(address)


class Site(ThreadingHTTPServer):
    """Answers as the world of the test at hand does."""

    daemon_threads = True
    world = World()

    def handle_error(self, *_: object) -> None:  # a handshake that the other side has broken off
        pass


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.world.asked.append((self.path, dict(self.headers.items())))
        try:
            self.server.world.pages.get(self.path, answer(b"", status=404))(self)
        except OSError:  # whoever asked has gone
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    with Site(("127.0.0.1", 0), Handler) as site:
        if context is not None:
            site.socket = context.wrap_socket(site.socket, server_side=True)
        threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True).start()
        yield site
        site.shutdown()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as started:
        yield started


@pytest.fixture
def world(site: Site) -> World:
    site.world = World(port=site.server_address[1])
    return site.world


@pytest.fixture
def secured() -> Iterator[Callable[[ssl.SSLContext], World]]:
    """Starts a server with a certificate, for a world of its own."""
    with ExitStack() as stack:

        def start(context: ssl.SSLContext) -> World:
            site = stack.enter_context(serving(context))
            site.world = World(port=site.server_address[1])
            return site.world

        yield start


# What is fetched.


def test_a_page_comes_with_its_bytes_a_name_and_its_address(world):
    world.pages["/notes/bees?year=2021"] = answer()
    found = world.fetch("http://orchard.example/notes/bees?year=2021#end")
    assert (found.data, found.name) == (PAGE, "bees.html")
    assert found.address == "http://orchard.example/notes/bees?year=2021"


def test_the_connection_goes_to_the_address_that_was_checked_and_names_the_host(world):
    world.pages["/"] = answer()
    world.fetch("http://orchard.example")
    assert world.looked_up == ["orchard.example"]
    assert world.connected == [(PUBLIC, 80)]
    ((path, headers),) = world.asked
    assert (path, headers["Host"], headers["User-Agent"]) == ("/", "orchard.example", "Commonplace")


def test_a_name_is_looked_up_once_so_that_its_second_answer_is_never_used(world):
    world.pages["/"] = answer()
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    Web(look_up=lambda host, port: next(answers), connect=world.connect).fetch("http://orchard.example/")
    assert world.connected == [(PUBLIC, 80)]


def test_the_next_address_is_tried_where_the_first_does_not_answer(world):
    world.names["orchard.example"] = [ALSO_PUBLIC, PUBLIC]
    world.refused.add(ALSO_PUBLIC)
    world.pages["/"] = answer()
    assert world.fetch("http://orchard.example/").data == PAGE
    assert world.connected == [(ALSO_PUBLIC, 80), (PUBLIC, 80)]


def test_no_proxy_is_asked(world, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    world.pages["/"] = answer()
    assert world.fetch("http://orchard.example/").data == PAGE


def test_letters_beyond_ascii_are_written_as_the_web_writes_them(world):
    world.names["xn--grten-gra.example"] = [PUBLIC]
    world.pages["/b%C3%A4ume?%C3%BC"] = answer()
    assert world.fetch("http://gärten.example/bäume?ü").data == PAGE


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/", "text/html", "page.html"),
        ("/trust-in-the-orchard/", "TEXT/HTML;charset=x", "trust-in-the-orchard.html"),
        ("/a.php", "application/xhtml+xml", "a.html"),
        ("/report", "application/pdf", "report.pdf"),
        ("/report.pdf", "application/octet-stream", "report.pdf"),
        ("/report.PDF", None, "report.pdf"),
        ("/notes", "text/plain", "notes.txt"),
        ("/notes.md", "text/plain", "notes.md"),
        ("/talk", "text/vtt", "talk.vtt"),
        ("/talk.srt", "application/octet-stream", "talk.srt"),
        ("/minutes", DOCX, "minutes.docx"),
        ("/notes%20of%3A%20%3CMay%3E", "text/html", "notes-of-May.html"),
        ("/" + "a" * 300, "text/html", "a" * 80 + ".html"),
        ("/../..%2f..%2fetc/a%00b%2fc", "text/plain", "c.txt"),
    ],
)
def test_the_name_tells_the_kind(world, path, kind, name):
    world.pages[path.replace("/../", "/").replace("%2f", "%2F")] = answer(b"Bees.", kind)
    assert world.fetch(f"http://orchard.example{path}").name == name


@pytest.mark.parametrize(
    ("path", "kind"), [("/a.png", "image/png"), ("/a", "application/zip"), ("/a", None), ("/talk.mp3", "audio/mpeg")]
)
def test_a_kind_that_is_not_read_says_which_are(world, path, kind):
    world.pages[path] = answer(b"...", kind)
    with pytest.raises(DocumentError, match=r"\.docx|\.vtt"):
        world.fetch(f"http://orchard.example{path}")


@pytest.mark.parametrize(
    ("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("identity", bytes)]
)
def test_a_packed_page_is_unpacked(world, packing, pack):
    world.pages["/"] = answer(pack(PAGE), Content_Encoding=packing)
    assert world.fetch("http://orchard.example/").data == PAGE


def test_a_page_sent_in_chunks_is_whole(world):
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for part in (PAGE[:10], PAGE[10:], b""):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))

    world.pages["/"] = write
    assert world.fetch("http://orchard.example/").data == PAGE


# Where it may connect to.


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "100.100.100.200", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::", "::1", "fe80::1", "fe80::1%2", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "5f00::1",
        "2606:4700::1111%1", "", "localhost", "1.2.3",
    ],
)  # fmt: skip
def test_these_are_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", [PUBLIC, ALSO_PUBLIC, "8.8.8.8", "172.32.0.1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_these_are_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.0.0.1.", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0X7F.0.0.0x1", "0177.0.0.1", "017700000001",
        "0", "10.1", "169.254.169.254", "2852039166", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:a9fe:a9fe]", "[fe80::1%25eth0]", "[fd00:ec2::254]", "[64:ff9b::10.0.0.1]", "127%2e0.0.1",
    ],
)  # fmt: skip
def test_no_way_of_writing_a_private_number_is_asked(world, host):
    world.pages["/"] = answer()
    with pytest.raises(DocumentError, match="inside a private network"):
        world.fetch(f"http://{host}/")
    assert not world.connected
    assert not world.looked_up


@pytest.mark.parametrize("host", ["127.0.0.1.5", "1.2.3.999", "0x7f.0x", "[::1", "[::g]", "１２７.0.0.1", "a..b"])
def test_a_number_that_is_none_is_no_address(world, host):
    with pytest.raises(DocumentError):
        world.fetch(f"http://{host}/")
    assert not world.connected


def test_a_public_number_is_asked(world):
    world.pages["/"] = answer()
    world.fetch(f"http://{PUBLIC}/")
    world.fetch(f"http://[{ALSO_PUBLIC}]/")
    assert world.connected == [(PUBLIC, 80), (ALSO_PUBLIC, 80)]
    assert [headers["Host"] for _, headers in world.asked] == [PUBLIC, f"[{ALSO_PUBLIC}]"]


@pytest.mark.parametrize("ips", [["127.0.0.1"], [PUBLIC, "10.0.0.5"], [ALSO_PUBLIC, "::1"], ["fe80::1%2"]])
def test_a_name_with_any_private_address_is_not_asked(world, ips):
    world.names["orchard.example"] = ips
    with pytest.raises(DocumentError, match="inside a private network"):
        world.fetch("http://orchard.example/")
    assert not world.connected


def test_localhost_is_not_asked():
    with pytest.raises(DocumentError, match="inside a private network"):
        fetch("http://localhost/")


@pytest.mark.parametrize(
    "address",
    [
        "", "orchard.example", "ftp://orchard.example/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///a",
        "http://orchard.example/a b", "http://orchard.example\\@127.0.0.1/", "http://orchard.example/\x00", "//orchard.example",
        "http://orchard.example/" + "a" * 2000, "http://orchard.example/a\r\nHost: b", "data:text/html,a",
    ],
)  # fmt: skip
def test_what_is_no_web_address_says_so(world, address):
    with pytest.raises(DocumentError, match="no web address"):
        world.fetch(address)
    assert not world.connected


@pytest.mark.parametrize("port", [22, 0, 8080, 6379, 65535])
def test_only_the_webs_own_ports_are_asked(world, port):
    with pytest.raises(DocumentError, match=f":{port}"):
        world.fetch(f"http://orchard.example:{port}/")
    assert not world.connected


def test_the_webs_ports_may_be_named(world):
    world.pages["/"] = answer()
    world.fetch("http://orchard.example:80/")
    world.fetch("http://orchard.example:443/")
    assert world.connected == [(PUBLIC, 80), (PUBLIC, 443)]
    assert [headers["Host"] for _, headers in world.asked] == ["orchard.example", "orchard.example:443"]


@pytest.mark.parametrize("who", ["asha", "asha:secret", "127.0.0.1", ":", ""])
def test_a_user_in_the_address_is_refused(world, who):
    with pytest.raises(DocumentError, match="name or password"):
        world.fetch(f"http://{who}@orchard.example/")
    assert not world.connected


# Redirects.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_its_end_is_the_address(world, status):
    world.pages |= {"/a/b": onward("../c", status), "/c": answer()}
    found = world.fetch("http://orchard.example/a/b")
    assert (found.data, found.address, found.name) == (PAGE, "http://orchard.example/c", "c.html")


def test_a_redirect_in_bare_letters_is_followed(world):
    world.pages |= {"/": onward("/bäume".encode().decode("latin-1")), "/b%C3%A4ume": answer()}
    assert world.fetch("http://orchard.example/").address == "http://orchard.example/b%C3%A4ume"


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/", "http://localhost/", "//10.0.0.1/", "http://2130706433/", "http://[::1]/", "http://inside.example/",
        "http://169.254.169.254/latest/meta-data",
    ],
)  # fmt: skip
def test_a_redirect_to_a_private_place_is_not_followed(world, to):
    world.names |= {"localhost": ["::1", "127.0.0.1"], "inside.example": ["192.168.0.1"]}
    world.pages["/"] = onward(to)
    with pytest.raises(DocumentError, match="inside a private network"):
        world.fetch("http://orchard.example/")
    assert len(world.connected) == 1


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://orchard.example/", "http://orchard.example:22/", "http://a@b/"]
)
def test_a_redirect_is_held_to_the_rules_of_an_address(world, to):
    world.pages["/"] = onward(to)
    with pytest.raises(DocumentError):
        world.fetch("http://orchard.example/")
    assert len(world.connected) == 1


def test_five_redirects_are_followed_and_no_more(world):
    world.pages |= {f"/{n}": onward(f"/{n + 1}") for n in range(9)} | {"/9": answer()}
    assert world.fetch("http://orchard.example/4").address.endswith("/9")
    with pytest.raises(DocumentError, match="from one address to the next"):
        world.fetch("http://orchard.example/3")


# What goes wrong.


@pytest.mark.parametrize(
    ("status", "says"),
    [(404, "no page at that address"), (410, "no page"), (403, "does not let us"), (503, "Try again later"),
     (429, "Try again later"), (400, "error"), (204, "error"), (304, "error")],
)  # fmt: skip
def test_an_error_of_the_site_is_told_in_words(world, status, says):
    world.pages["/"] = answer(b"", status=status)
    with pytest.raises(DocumentError, match=rf"{says}.*") as caught:
        world.fetch("http://orchard.example/")
    assert str(status) in str(caught.value)


def test_a_name_that_is_unknown_cannot_be_reached(world):
    with pytest.raises(DocumentError, match="cannot be reached"):
        world.fetch("http://nobody.example/")


def test_a_site_that_is_down_cannot_be_reached(world):
    world.refused.add(PUBLIC)
    with pytest.raises(DocumentError, match="cannot be reached"):
        world.fetch("http://orchard.example/")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\nBees",
        b"\x00" * 99,
    ],
)
def test_an_answer_that_breaks_off_or_is_none_cannot_be_reached(world, raw):
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(raw)
        handler.close_connection = True

    world.pages["/"] = write
    with pytest.raises(DocumentError, match="cannot be reached"):
        world.fetch("http://orchard.example/")


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(5_000):
        handler.wfile.write(b"a" * 10_000)


@pytest.mark.parametrize(
    "page",
    [
        answer(b"a" * 100_001),
        answer(gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip"),
        answer(gzip.compress(gzip.compress(b"a" * 50_000_000)), Content_Encoding="gzip, gzip"),
        answer(zlib.compress(b"a" * 50_000_000), Content_Encoding="deflate"),
        endless,
        lambda handler: drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100001\r\n\r\n")(handler),
    ],
    ids=["long", "gzip", "gzip-twice", "deflate", "endless", "announced"],
)
def test_no_more_is_read_than_the_cap(world, page):
    world.pages["/"] = page
    with pytest.raises(DocumentError, match=r"larger than|cannot unpack"):
        world.fetch("http://orchard.example/", largest=100_000, seconds=3)


def test_as_much_as_the_cap_is_read(world):
    world.pages["/"] = answer(b"a" * 100_000)
    assert len(world.fetch("http://orchard.example/", largest=100_000).data) == 100_000


def drip(before: bytes) -> Answer:
    """Sends a byte now and then, so that no single read waits long."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(before)
        for _ in range(100):
            time.sleep(0.05)
            handler.wfile.write(b"a")
            handler.wfile.flush()

    return write


@pytest.mark.parametrize(
    "before",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n"],
    ids=["status", "headers", "body", "counted-body"],
)  # fmt: skip
def test_a_site_that_drips_is_too_slow(world, before):
    world.pages["/"] = drip(before)
    began = time.monotonic()
    with pytest.raises(DocumentError, match="too slow"):
        world.fetch("http://orchard.example/", seconds=0.4)
    assert time.monotonic() - began < 4


def test_a_site_that_says_nothing_is_too_slow(world):
    world.pages["/"] = lambda handler: time.sleep(1)
    with pytest.raises(DocumentError, match="too slow"):
        world.fetch("http://orchard.example/", seconds=0.3)


def test_a_look_up_that_takes_too_long_is_too_slow(world):
    waited = threading.Event()

    def look_up(host: str, port: int) -> list[str]:
        waited.wait(30)
        return [PUBLIC]

    began = time.monotonic()
    try:
        with pytest.raises(DocumentError, match="too slow"):
            Web(look_up=look_up, connect=world.connect, seconds=0.2).fetch("http://orchard.example/")
    finally:
        waited.set()
    assert time.monotonic() - began < 10
    assert not world.connected


def test_the_time_is_for_all_the_redirects_together(world):
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.2)
        onward("/")(handler)

    world.pages["/"] = slow
    with pytest.raises(DocumentError, match="too slow"):
        world.fetch("http://orchard.example/", seconds=0.5)


# Certificates.


@dataclass(frozen=True)
class Certified:
    server: ssl.SSLContext
    trust: Callable[[], ssl.SSLContext]


@pytest.fixture(scope="module")
def certified(tmp_path_factory) -> Callable[[str], Certified]:
    """Contexts for a server with a certificate for a host, and for a client that trusts who signed it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    def make(host: str) -> Certified:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Invented for a test")])
        now = datetime.datetime.now(datetime.UTC)
        try:
            alternative: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
        except ValueError:
            alternative = x509.DNSName(host)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        pem = certificate.public_bytes(serialization.Encoding.PEM)
        file = tmp_path_factory.mktemp("certificate") / "both.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + pem
        )
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.load_cert_chain(file)
        return Certified(server, lambda: ssl.create_default_context(cadata=pem.decode()))

    return make


def test_a_secure_page_is_fetched_by_the_name_on_its_certificate(secured, certified):
    secure = certified("orchard.example")
    asked_for: list[str | None] = []
    secure.server.sni_callback = lambda stream, name, context: asked_for.append(name)
    world = secured(secure.server)
    world.pages["/"] = answer()
    found = world.fetch("https://orchard.example/", trust=secure.trust)
    assert (found.data, found.address) == (PAGE, "https://orchard.example/")
    assert world.connected == [(PUBLIC, 443)]
    assert asked_for == ["orchard.example"]
    assert world.asked[0][1]["Host"] == "orchard.example"


def test_a_certificate_of_another_site_does_not_hold(secured, certified):
    secure = certified("elsewhere.example")
    world = secured(secure.server)
    world.pages["/"] = answer()
    with pytest.raises(DocumentError, match="certificate does not hold"):
        world.fetch("https://orchard.example/", trust=secure.trust)
    assert not world.asked


def test_a_certificate_that_nobody_has_signed_does_not_hold(secured, certified):
    secure = certified("orchard.example")
    world = secured(secure.server)
    with pytest.raises(DocumentError, match="certificate does not hold"):
        world.fetch("https://orchard.example/")
    assert not world.asked


def test_a_secure_site_may_send_on_to_a_public_page_without(world, secured, certified):
    secure = certified("orchard.example")
    first = secured(secure.server)
    first.names["plain.example"] = [ALSO_PUBLIC]
    first.pages |= {"/": onward("http://plain.example/"), "/inside": onward("http://127.0.0.1/")}
    world.pages["/"] = answer()

    def connect(ip: str, port: int, seconds: float) -> socket.socket:
        return (first if port == 443 else world).connect(ip, port, seconds)

    web = Web(look_up=first.look_up, connect=connect, trust=secure.trust)
    assert web.fetch("https://orchard.example/").address == "http://plain.example/"
    with pytest.raises(DocumentError, match="inside a private network"):
        web.fetch("https://orchard.example/inside")


def test_a_handshake_that_never_comes_is_too_slow(certified):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        world = World(port=silent.getsockname()[1])
        with pytest.raises(DocumentError, match="too slow"):
            world.fetch("https://orchard.example/", trust=certified("orchard.example").trust, seconds=0.3)
