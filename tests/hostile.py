"""Files made to break whoever reads them, from a seed: `hostile(7, folder)`. Standard library only.

Seeds 0 to len(KINDS) - 1 make one of each kind; higher ones more of each, in other variants and sizes.
"""

from __future__ import annotations

import os
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

MEGABYTE = 1_000_000
WORDS = (
    "bees clover hedge orchard council brook heron trust garden bread ferry kiln ladder market otter window"
    " allotment bridge candle drum"
).split()
NAMES = ["Asha Patel", "Tom Reed", "Ines Okafor", "Bram Visser"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a kind is made from. `variant` counts how often its kind came before; `size(n)` is n, or less in a hurry."""

    seed: int
    variant: int
    rng: random.Random
    folder: Path
    small: bool

    def size(self, many: int) -> int:
        return many // 20 if self.small else int(many * self.rng.uniform(0.5, 1.0))

    def deep(self, levels: int) -> int:
        """Depth costs little to make, and is no less in a hurry."""
        return levels if self.small else int(levels * self.rng.uniform(0.5, 2.0))

    def one_of(self, *choices):
        """Each in its turn, so that no variant is left out."""
        return choices[self.variant % len(choices)]

    def put(self, suffix: str, data: bytes | str) -> Path:
        path = self.folder / f"{self.seed:03d}{suffix}"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path


def hostile(seed: int, folder: Path, *, small: bool = False) -> Path:
    """Make the file of this seed in `folder`. `small` makes the long ones shorter, for a hurry."""
    kind = KINDS[seed % len(KINDS)]
    return kind(Recipe(seed, seed // len(KINDS), random.Random(seed), folder, small))


# --- Good files, to be spoilt.


def prose(rng: random.Random, sentences: int = 8) -> str:
    made = [f"{rng.choice(NAMES)} explained that the {' '.join(rng.choices(WORDS, k=8))}." for _ in range(sentences)]
    return " ".join(["Invented for a test.", *made])


def markdown(rng: random.Random) -> bytes:
    front = f"---\ntitle: {rng.choice(WORDS)}\ndate: 2021-0{rng.randint(1, 9)}\nauthors: [{rng.choice(NAMES)}]\n---\n"
    items = "".join(f"- {rng.choice(WORDS)}\n" for _ in range(5))
    return f"{front}# {rng.choice(WORDS)}\n\n{prose(rng)}\n\n## Next\n\n{items}\n| a | b |\n|---|---|\n| c | d |\n".encode()


def text(rng: random.Random) -> bytes:
    return f"Note from a cell\n\n{prose(rng)}\n\n1. one\n2. two\n\n{prose(rng)}\n".encode()


def html(rng: random.Random) -> bytes:
    body = "".join(f"<h2>{rng.choice(WORDS)}</h2><p>{prose(rng, 3)}</p>" for _ in range(4))
    return f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>".encode()


def vtt(rng: random.Random) -> bytes:
    return ("WEBVTT\n\n" + "".join(cue(i, f"<v {rng.choice(NAMES)}>{prose(rng, 1)}") for i in range(20))).encode()


def srt(rng: random.Random) -> bytes:
    return "".join(f"{i + 1}\n" + cue(i, prose(rng, 1)).replace(".000", ",000") for i in range(20)).encode()


def cue(second: int, words: str) -> str:
    moment = f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}.000"
    return f"{moment} --> {moment[:-3]}900\n{words}\n\n"


def paragraphs(*many: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in many)


def word_xml(body: str, before: str = "") -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {space}><w:body>{body}</w:body></w:document>'


TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default'
    ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
    ' ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def docx(document: str, **more: str | bytes) -> bytes:
    """A Word file of this document; `more` members by name, in place of our own or beside them."""
    members = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **more}
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def good_docx(rng: random.Random) -> bytes:
    return docx(word_xml(paragraphs(*(prose(rng, 3) for _ in range(5)))))


def pdf(objects: dict[int, str | bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF with these objects and a true table of where they are."""
    made = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(made)
        made += f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
    at = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        made += f"{number} 1\n{offset:010d} 00000 n \n".encode()
    made += f"trailer\n<< /Size {max(offsets) + 1} {trailer} >>\nstartxref\n{at}\n%%EOF\n".encode()
    return bytes(made)


def stream(data: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def pages(contents: bytes | str, **over: str | bytes) -> dict[int, str | bytes]:
    """The objects of a PDF of one page; `over` replaces some, as o3="..."."""
    objects: dict[int, str | bytes] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        4: contents,
        5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    return objects | {int(name[1:]): body for name, body in over.items()}


def shown(words: str) -> bytes:
    return stream(f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode())


def good_pdf(rng: random.Random) -> bytes:
    return pdf(pages(shown(prose(rng, 2))))


GOOD: dict[str, Callable[[random.Random], bytes]] = {
    ".md": markdown,
    ".txt": text,
    ".html": html,
    ".docx": good_docx,
    ".pdf": good_pdf,
    ".vtt": vtt,
    ".srt": srt,
}


# --- Cut, spoilt, or not what the name says.


def truncated(of: Recipe) -> Path:
    suffix = of.one_of(".docx", ".pdf", ".md", ".html", ".vtt", ".srt", ".txt")
    data = GOOD[suffix](of.rng)
    return of.put(suffix, data[: of.rng.randrange(len(data))])


def spoilt(of: Recipe) -> Path:
    suffix = of.one_of(".pdf", ".docx", ".html", ".md", ".srt", ".vtt", ".txt")
    data = bytearray(GOOD[suffix](of.rng))
    for _ in range(of.rng.randint(1, 12)):
        spoil(of.rng, data)
    return of.put(suffix, bytes(data))


def spoilt_inside(of: Recipe) -> Path:
    """A sound archive around XML that is not."""
    data = bytearray(word_xml(paragraphs(prose(of.rng), prose(of.rng))).encode())
    for _ in range(of.rng.randint(1, 6)):
        spoil(of.rng, data)
    return of.put(".docx", docx(data.decode("utf-8", "replace")))


def spoilt_numbers(of: Recipe) -> Path:
    """Every number of a PDF or of captions may have become another, too large, or less than nothing."""
    suffix = of.one_of(".pdf", ".vtt", ".srt")

    def other(match: re.Match[bytes]) -> bytes:
        return of.rng.choice([match[0]] * 8 + [b"-1", b"0", b"4294967296", b"9" * 40, b"1e9", b""])

    return of.put(suffix, re.sub(rb"\d+", other, GOOD[suffix](of.rng)))


def spoil(rng: random.Random, data: bytearray) -> None:
    at = rng.randrange(max(1, len(data)))
    to = min(len(data), at + rng.randint(1, 200))
    match rng.randrange(5):
        case 0:
            data[at : at + 1] = bytes([rng.randrange(256)])
        case 1:
            del data[at:to]
        case 2:
            data[at:at] = data[at:to] * rng.randint(1, 50)
        case 3:
            data[at:at] = rng.randbytes(rng.randint(1, 40))
        case 4:
            data[at:to] = bytes(rng.sample(list(data[at:to]), to - at))


def wrong_extension(of: Recipe) -> Path:
    png = b"\x89PNG\r\n\x1a\n" + of.rng.randbytes(2000)
    archive = docx("<x/>")
    word, page, web = good_docx(of.rng), good_pdf(of.rng), html(of.rng)
    suffix, data = of.one_of(
        (".docx", page), (".txt", png), (".pdf", archive), (".vtt", word), (".md", word), (".html", page),
        (".srt", png), (".pdf", web), (".docx", web), (".md", page), (".txt", b"\x7fELF" + png), (".html", png),
    )  # fmt: skip
    return of.put(suffix, data)


def nothing_at_all(of: Recipe) -> Path:
    return of.put(of.one_of(".md", ".docx", ".pdf", ".html", ".vtt", ".srt", ".txt"), b"")


# --- Archives.


def zip_bomb(of: Recipe) -> Path:
    """Some gigabytes of one paragraph in a few megabytes; the second variant says it holds little."""
    head, tail = word_xml("<w:p><w:r><w:t>|</w:t></w:r></w:p>").encode().split(b"|")
    filling = of.one_of(b"a" * MEGABYTE, b"<w:br/>" * (MEGABYTE // 7), b"</w:t></w:r></w:p><w:p><w:r><w:t>" * 30_000)
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    parts = [squeeze.compress(head) + squeeze.flush(zlib.Z_FULL_FLUSH)]
    once = squeeze.compress(filling) + squeeze.flush(zlib.Z_FULL_FLUSH)
    times = 3000
    parts += [once] * times + [squeeze.compress(tail) + squeeze.flush()]
    size = of.one_of(len(head) + times * len(filling) + len(tail), 1000, 0xFFFFFFFE)
    return of.put(".docx", archive_with(b"word/document.xml", b"".join(parts), size))


def archive_with(name: bytes, squeezed: bytes, size: int) -> bytes:
    """A Word file, with one member already compressed and said to hold `size` bytes."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as rest:
        rest.writestr("[Content_Types].xml", TYPES)
        rest.writestr("_rels/.rels", RELATIONS)
        at = rest.start_dir
    data = made.getvalue()
    members, directory = data[:at], data[at : data.rindex(b"PK\5\6")]
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(squeezed), size, len(name), 0)
    members += b"PK\3\4" + common + name + squeezed
    directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
    return members + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 3, 3, len(directory), len(members), 0)


def nested_archives(of: Recipe) -> Path:
    inner = bytes(10 * MEGABYTE)
    for depth in range(of.rng.randint(5, 9)):
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for i in range(10):
                archive.writestr(f"{depth}-{i}.docx", inner)
        inner = made.getvalue()
    name = of.one_of("word/embeddings/a.docx", "word/document.xml")
    return of.put(".docx", docx(word_xml(paragraphs(prose(of.rng))), **{name: inner}))


def many_members(of: Recipe) -> Path:
    names = (f"word/{i}.xml" for i in range(of.size(60_000)))
    return of.put(".docx", docx(word_xml(paragraphs(prose(of.rng))), **dict.fromkeys(names, b"")))


def names_that_climb(of: Recipe) -> Path:
    up = "../" * of.rng.randint(1, 12)
    name = of.one_of(f"{up}tmp/climbed.txt", f"/{up}tmp/climbed.txt", "C:\\climbed.txt", f"word/{up}climbed.xml")
    relations = RELATIONS.replace("word/document.xml", of.one_of("word/document.xml", f"{up}etc/passwd"))
    return of.put(".docx", docx(word_xml(paragraphs(prose(of.rng))), **{name: "climbed", "_rels/.rels": relations}))


def entities(of: Recipe) -> Path:
    """A billion laughs, or one long entity used often."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, of.rng.randint(9, 30)))
    often = f'<!ENTITY l0 "{"ha" * 100_000}"><!ENTITY l1 "{"&l0;" * 10}">'
    declared = of.one_of(f'<!ENTITY l0 "ha">{laughs}', often)
    used = "&l9;" if "l9" in declared else "&l1;" * 10_000
    suffix = of.one_of(".docx", ".docx", ".html")
    document = word_xml(paragraphs(f"Invented for a test. {used}"), f"<!DOCTYPE w:document [{declared}]>")
    return of.put(suffix, docx(document) if suffix == ".docx" else document)


def outside_entities(of: Recipe) -> Path:
    address = of.one_of("file:///etc/passwd", "http://127.0.0.1:9/x", "../../../../etc/passwd", "file:///dev/zero")
    kind = of.one_of(
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]>',
        f'<!DOCTYPE a SYSTEM "{address}">',
        f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{address}"> %p;]>',
    )
    used = "&x;" if "ENTITY x" in kind else ""
    document = word_xml(paragraphs(f"Invented for a test. {used} It ends."), kind)
    return of.put(".docx", docx(document))


def deep_word(of: Recipe) -> Path:
    """Elements inside each other, each with an id of its own, so that the archive is no smaller than an honest one."""
    tags = of.one_of(["w:tbl", "w:tr", "w:tc"], ["w:sdt", "w:sdtContent"], ["w:ins"], ["w:p", "w:r"]) * (
        of.deep(30_000) // 3
    )
    opened = "".join(f'<{tag} w:id="{of.rng.randbytes(12).hex()}">' for tag in tags)
    closed = "".join(f"</{tag}>" for tag in reversed(tags))
    return of.put(".docx", docx(word_xml(opened + paragraphs(prose(of.rng)) + closed)))


# --- PDF.


def locked_pdf(of: Recipe) -> Path:
    lock = f"<< /Filter /Standard /V {of.one_of(1, 2, 4, 5)} /R {of.one_of(2, 3, 4, 6)} /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    return of.put(".pdf", pdf(pages(shown(prose(of.rng))), f"/Root 1 0 R /Encrypt {lock} /ID [<00> <00>]"))


def looping_tables(of: Recipe) -> Path:
    """Tables of objects that name one another, or themselves, as the one before."""
    good = good_pdf(of.rng)
    at = good.rindex(b"xref\n0 1")
    before = of.one_of(f"/Prev {at}", f"/XRefStm {at}", "/Prev 0", "/Prev -5", "/Prev 99999999999")
    looped = good.replace(b"/Root 1 0 R", f"/Root 1 0 R {before}".encode())
    if of.variant % 2:  # two that take turns
        second = len(looped)
        looped = looped.replace(f"/Prev {at}".encode(), f"/Prev {second}".encode())
        looped += f"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev {at} >>\nstartxref\n{second}\n%%EOF\n".encode()
    return of.put(".pdf", looped)


def looping_pages(of: Recipe) -> Path:
    words = shown(prose(of.rng))
    return of.put(".pdf", pdf(of.one_of(
        pages(words, o2="<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"),
        pages(words, o2="<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>", o3="<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        pages(words, o4="4 0 R"),
        pages(words, o4="[" + "4 0 R " * 1000 + "]"),
        pages(words, o1="1 0 R"),
        pages(stream(b"/X Do"), o3="<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
              o6=stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")),
        pages(words, o3="<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>"),
    )))  # fmt: skip


def huge_counts(of: Recipe) -> Path:
    words = shown(prose(of.rng))
    many = of.rng.choice([10**9, 2**31 - 1, 2**32, 10**18])
    table = stream(bytes(100), f"/Type /XRef /Size {many} /W [1 {many} 2] /Index [0 {many}] /Root 1 0 R")
    return of.put(".pdf", of.one_of(
        pdf(pages(words, o2=f"<< /Type /Pages /Kids [3 0 R] /Count {many} >>")),
        good_pdf(of.rng).replace(b"xref\n0 1\n", f"xref\n0 {many}\n".encode()),
        pdf(pages(words.replace(b"/Length ", f"/Length {many}".encode()))),
        pdf(pages(words, o6=table)).replace(b"\nxref\n", b"\nxxxx\n"),
        pdf(pages(words, o6=stream(b"1 0 2 0", f"/Type /ObjStm /N {many} /First 8"))),
        pdf(pages(words, o2="<< /Type /Pages /Kids [" + "3 0 R " * of.size(2 * MEGABYTE) + "] /Count 1 >>")),
        pdf(pages(stream(zlib.compress(bytes(1000)), f"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns {many} >>"))),
    ))  # fmt: skip


def swollen_streams(of: Recipe) -> Path:
    """A page that unpacks to gigabytes; or a million words shown one at a time."""
    swollen = zlib.compress(bytes(of.size(600 * MEGABYTE)), 1)
    shows = b"BT /F1 1 Tf " + b"1 0 Td (a) Tj " * of.size(MEGABYTE) + b"ET"
    return of.put(".pdf", pdf(pages(of.one_of(
        stream(swollen, "/Filter /FlateDecode"),
        stream(zlib.compress(shows), "/Filter /FlateDecode"),
        stream(zlib.compress(zlib.compress(swollen)), "/Filter [/FlateDecode /FlateDecode /FlateDecode]"),
    ))))  # fmt: skip


def deep_pdf(of: Recipe) -> Path:
    deep = of.deep(200_000)
    words = shown(prose(of.rng))
    return of.put(".pdf", pdf(of.one_of(
        pages(words, o5="[" * deep + "]" * deep),
        pages(stream(b"[" * deep)),
        pages(words, o5="<< /A " * deep + ">>" * deep),
        pages(stream(b"q " * deep + b"BT (a) Tj ET")),
        pages(stream(b"(" * deep)),
    )))  # fmt: skip


# --- Depth and length in what people write by hand.


def deep_html(of: Recipe) -> Path:
    deep = of.deep(100_000)
    tag = of.one_of("div", "b", "table><tr><td", "ul><li", "blockquote", "font", "svg", "template", "select", "a")
    return of.put(".html", f"<p>{prose(of.rng)}</p>" + f"<{tag}>" * deep + f"<p>{prose(of.rng)}</p>")


def deep_lists(of: Recipe) -> Path:
    deep = of.deep(50_000)
    return of.put(
        ".md", of.one_of("- " * deep + "a", "1. " * deep + "a", "".join(f"{'  ' * i}- a\n" for i in range(deep // 20)))
    )


def deep_quotes(of: Recipe) -> Path:
    deep = of.deep(50_000)
    return of.put(
        ".md",
        of.one_of(">" * deep + " a", "> " * deep + "a", "> - " * (deep // 2) + "a", (">" * 200 + "\n") * (deep // 50)),
    )


def deep_brackets(of: Recipe) -> Path:
    deep = of.deep(50_000)
    one = of.one_of(
        "[", "![", "[a](", "[](<", "**a ", "*a_ ", "`", "<a ", "<!--", "a**b", "[a]: ", "~~a", "&#", "<![CDATA[",
        "\\", "[^",
    )  # fmt: skip
    closed = of.one_of("", "]" * deep)
    return of.put(".md", f"Invented for a test. {one * deep}{closed}\n")


def yaml_bomb(of: Recipe) -> Path:
    laughs = "\n".join(["a0: &a0 [x, x]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12))])
    merges = "\n".join(
        ["a0: &a0 {x: 1}", *(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}" for i in range(1, 12))]
    )
    deep = of.deep(50_000)
    front = of.one_of(
        f"{laughs}\nauthors: *a11\ntitle: *a11", merges, "title: " + "[" * deep, "title: " + "{a: " * deep,
        "authors: &a [*a, *a]", f"sharing: {'members ' * deep}", "title: !!python/object/apply:os.system ['true']",
        f"title: {'9' * deep}", "".join(f"a{i}: &a{i} b\n" for i in range(deep)), f"title: {'- ' * deep}",
        f"{'? ' * deep}a",
    )  # fmt: skip
    return of.put(of.one_of(".md", ".txt"), f"---\n{front}\n---\n{prose(of.rng)}\n")


def nul_bytes(of: Recipe) -> Path:
    suffix = of.one_of(".md", ".txt", ".html", ".vtt", ".srt")
    data = bytearray(GOOD[suffix](of.rng))
    for _ in range(of.rng.randint(1, 20)):
        data.insert(of.rng.randrange(len(data)), 0)
    return of.put(suffix, bytes(data))


def wrong_encoding(of: Recipe) -> Path:
    words = f"Ærøskøbing café 会議の記録 Привет “naïve” {prose(of.rng)}"
    halves = '---\ntitle: "\\uD800"\nauthors: ["\\uDFFF"]\n---\nInvented &#xD800; for &#x110000; a &#0; test.\n'
    data = of.one_of(
        words.encode("utf-16-le"),
        words.encode("latin-1", "ignore"),
        words.encode("shift-jis", "ignore"),
        words.encode("utf-7"),
        halves.encode(),
        words.encode("utf-16-be"),
        words.encode("utf-32"),
        words.encode() + b"\xff\xfe\xfd",
        b"\xff\xfe" + words.encode(),
        b"\xed\xa0\x80 Invented for a test. \xc0\xaf \xf5\x80\x80\x80",
        words.encode("cp037", "ignore"),
    )
    return of.put(of.rng.choice([".md", ".txt", ".html", ".srt", ".vtt"]), data)


def half_letters(of: Recipe) -> Path:
    """Escapes that name half a character, in each format that has escapes."""
    suffix, data = of.one_of(
        (".md", f'---\ntitle: "\\uD800"\n---\n{prose(of.rng)} &#xD800; &#xDFFF;\n'.encode()),
        (".html", b"<title>&#xD800;</title><p>Invented for a test. &#55296; &#xDFFF;</p>"),
        (".docx", docx(word_xml(paragraphs("Invented for a test. &#xD800; &#0; &#xFFFF;")))),
        (".pdf", pdf(pages(stream(b"BT /F1 12 Tf <FEFFD800D800> Tj ET")))),
        (".vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nInvented &#xD800; for a test.\n"),
    )
    return of.put(suffix, data)


def turned_letters(of: Recipe) -> Path:
    """Letters that run from right to left, join, pile up or do not show."""
    odd = of.one_of(
        "\u202e", "\u2066\u202e\u2069", "\u200d", "\u0301" * 500, "\ufeff", "\U000e0041", "\u200b", "\ufff9"
    )
    spoken = "".join(odd[:50] + ch for ch in prose(of.rng))
    return of.put(
        of.one_of(".md", ".txt", ".html"),
        of.one_of(spoken, f"Invented for a test. {odd * (of.size(500_000) // len(odd))} It ends."),
    )


def long_text(of: Recipe) -> Path:
    """Larger than any note: 25 MB in a hurry, else some 200 MB; a hole in the middle, so that it takes no room."""
    path = of.put(of.one_of(".txt", ".md", ".docx", ".pdf"), prose(of.rng))
    with path.open("r+b") as file:
        file.truncate(25 * MEGABYTE if of.small else of.rng.randint(180, 220) * MEGABYTE)
        file.seek(0, os.SEEK_END)
        file.write(prose(of.rng).encode())
    return path


def many_lines(of: Recipe) -> Path:
    lines = of.size(1_000_000)
    line = of.one_of(
        "a\n", "A line of words\n", "1. a\n", "- a\n", "\n\na", "Asha Patel: yes.\n", "# a\n", "> a\n", "| a | b |\n",
        "a  \n", "---\n",
    )  # fmt: skip
    suffix = of.one_of(".txt", ".md", ".html")
    return of.put(suffix, f"Invented for a test.\n\n{line * min(lines, 15 * MEGABYTE // len(line))}")


def one_long_line(of: Recipe) -> Path:
    length = of.size(10 * MEGABYTE)
    filling = of.one_of(
        prose(of.rng) + " ", "a", "a. ", "Asha Patel said. ", "“a” ", "A. ", "word ", "1.", "a.b ", "“", "x’ ‘"
    )
    suffix = of.one_of(".txt", ".md", ".html", ".srt")
    return of.put(suffix, "Invented for a test. " + "".join(islice(cycle(filling), length)))


def many_cues(of: Recipe) -> Path:
    count = of.size(400_000)  # of some 45 bytes each: a million would be refused for their size
    suffix = of.one_of(".vtt", ".srt")
    cues = "".join(cue(i, "a") if i % 50 else cue(i, "Invented for a test.") for i in range(count))
    return of.put(
        suffix, f"WEBVTT\n\n{cues}" if suffix == ".vtt" else cues.replace(".000", ",000").replace(".900", ",900")
    )


def odd_times(of: Recipe) -> Path:
    moment = of.one_of(
        "9" * 400 + ":00:00.000", "-00:00:05.000", "00:99:99.999", "00:00:00." + "9" * 5000, "٠٠:٠٠:٠٠.٠٠٠",
        "1e9:00:00.000", "00:00", ":::.", "99999999999:00:00.000",
    )  # fmt: skip
    suffix = of.one_of(".vtt", ".srt")
    cues = (
        f"{moment} --> {moment}\nInvented for a test.\n\n00:00:09.000 --> 00:00:01.000\nIt ends before it begins.\n\n"
    )
    return of.put(suffix, f"WEBVTT\n\n{cues}" if suffix == ".vtt" else f"1\n{cues}")


def deep_captions(of: Recipe) -> Path:
    tag = of.one_of("<v Asha Patel>", "<c.a>", "<00:00:01.000>", "<", "&lt;", "<i>", "{\\an8}")
    suffix = of.one_of(".vtt", ".srt")
    words = f"Invented for a test. {tag * of.size(200_000)}"
    return of.put(
        suffix, f"WEBVTT\n\n{cue(1, words)}" if suffix == ".vtt" else f"1\n{cue(1, words)}".replace(".000", ",000")
    )


# --- Bait for patterns that try every way to match.


def bait(of: Recipe, *runs: str) -> Path:
    run = of.one_of(*runs)
    long = "".join(islice(cycle(run), of.size(2 * MEGABYTE)))
    end = of.rng.choice([" x", "x", "\n\nx", " Asha Patel said.", ""])
    return of.put(of.rng.choice([".txt", ".md"]), f"Invented for a test.\n\n{long}{end}\n")


def bait_capitals(of: Recipe) -> Path:
    return bait(
        of, "A", "Ab", "AbAb ", "Aa Bb ", "A.", "A-", "Aa’", "McA", "Dr ", "Asha Patel, ", "Asha Patel from ",
        "according to Asha ", "Á",
    )  # fmt: skip


def bait_quotes(of: Recipe) -> Path:
    return bait(of, "“", "”", '"', "‘", "’", "'", "“‘", "x’", '" ', ".”", "’’ said Asha Patel, ", ".\"'")


def bait_brackets(of: Recipe) -> Path:
    return bait(of, "( ", "(", ") ", "((a) ", "[", "[(", "({[", "<", "<a", "</", "]", "((((a))))", "{{", "Asha Patel (")


def bait_bullets(of: Recipe) -> Path:
    return bait(
        of, "- ", "• ", "* ", "-", "–", "\n-", "\n• a", "*", "1) ", "\n\n*", "_", "#", "\n#", "=", "\n=\n", "+ ",
        "\t", " ", "\u00a0", "|", "\n|", "a|",
    )  # fmt: skip


def bait_digits(of: Recipe) -> Path:
    return bait(
        of, "1", "1 ", "12:", "1:2", "1.", "1. ", "9,", "2021-", "3.00pm", "[12:34] ", "1/", "\n[12:34] **", "1 j",
        "(1) ",
    )  # fmt: skip


def bait_stops(of: Recipe) -> Path:
    return bait(
        of, ".", ". ", "! ", "?”", "…", "e.g. ", "A. B. ", "No. ", "。", ":", ";", ", ", "&", "&amp", "\\", "`", "~",
        "$",
    )  # fmt: skip


def bait_pages(of: Recipe) -> Path:
    """The same for whoever reads HTML."""
    run = of.one_of(
        "<", "<!", "<!--", "<a b=", "<a '", "&#", "&", "</", "<script>", "<![CDATA[", "<p", "<?", "<style>",
        "<textarea>", "<!doctype ", "<a b c=d ",
    )  # fmt: skip
    return of.put(".html", f"<p>{prose(of.rng)}</p>" + run * (of.size(2 * MEGABYTE) // len(run)))


# --- Names, and things that are no files.


def odd_name(of: Recipe) -> Path:
    name = of.one_of(
        "a\nb", "-rf", "it's \"so\" & <b>", "\u202edm.exe", "e\u0301", "🙂", "n" * 200, "a ", " ", "%s%n", "$(id)", "; ls",
        "a\tb", "\x1b[31m", "a\\b", "..", "*", "a:b", "\u2028", "~", "#", "?a=b", "\udcff",
    )  # fmt: skip
    path = of.folder / f"{name}{of.seed:03d}{of.one_of('.md', '.txt')}"
    path.write_bytes(text(of.rng))
    return path


def leading_dash(of: Recipe) -> Path:
    path = of.folder / f"--{of.one_of('help', 'json', 'replace')}-{of.seed:03d}.md"
    path.write_bytes(text(of.rng))
    return path


def device_name(of: Recipe) -> Path:
    name = of.one_of("CON", "NUL", "aux", "COM1", "LPT9", "PRN", "dev", "stdin", "con.aux")
    path = of.folder / f"{name}.{of.seed:03d}.txt"
    path.write_bytes(text(of.rng))
    return path


def folder_named_as_a_file(of: Recipe) -> Path:
    path = of.folder / f"{of.seed:03d}{of.one_of('.md', '.docx', '.pdf', '.vtt', '.html')}"
    path.mkdir()
    return path


def link_to_elsewhere(of: Recipe) -> Path:
    path = of.folder / f"{of.seed:03d}{of.one_of('.md', '.txt', '.html', '.docx')}"
    path.symlink_to(of.one_of("/etc/passwd", "/etc", "/dev/zero", "/proc/self/environ", "/proc/self/mem", "/dev/tty"))
    return path


def link_to_nothing(of: Recipe) -> Path:
    path = of.folder / f"{of.seed:03d}.md"
    path.symlink_to(of.one_of("nowhere.md", path.name, "n" * 300, "/nowhere/at/all", "a/" * 500))
    return path


def pipe(of: Recipe) -> Path:
    path = of.folder / f"{of.seed:03d}{of.one_of('.txt', '.md', '.docx')}"
    os.mkfifo(path)
    return path


def unreadable(of: Recipe) -> Path:
    path = of.put(of.one_of(".md", ".txt", ".pdf"), text(of.rng))
    path.chmod(0)
    return path


KINDS: tuple[Callable[[Recipe], Path], ...] = (
    truncated, spoilt, spoilt_inside, spoilt_numbers, wrong_extension, nothing_at_all,
    zip_bomb, nested_archives, many_members, names_that_climb, entities, outside_entities, deep_word,
    locked_pdf, looping_tables, looping_pages, huge_counts, swollen_streams, deep_pdf,
    deep_html, deep_lists, deep_quotes, deep_brackets, yaml_bomb,
    nul_bytes, wrong_encoding, half_letters, turned_letters,
    long_text, many_lines, one_long_line, many_cues, odd_times, deep_captions,
    bait_capitals, bait_quotes, bait_brackets, bait_bullets, bait_digits, bait_stops, bait_pages,
    odd_name, leading_dash, device_name, folder_named_as_a_file, link_to_elsewhere, link_to_nothing, pipe, unreadable,
)  # fmt: skip
