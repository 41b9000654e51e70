"""A zip of XML opened with suspicion: its size before it is unpacked, and each part before it is parsed."""

from __future__ import annotations

import zipfile
from io import BytesIO

from assistant.errors import DocumentError
from ingest.formats.markup import Element

NOT_WORD = "It is called .docx and is no Word file. Open it in Word and save it again."
OLD_WORD = "It is called .docx and is an older Word file (.doc). Open it in Word and save it as .docx."
PROTECTED = "It is protected by a password. Save a copy without one."
TOO_LARGE = "It unpacks to more than {} MB. Take its pictures out, or split it, and save it again."
SWOLLEN = "It unpacks to far more than a document should. Open it in Word and save it again."
DECLARES = "It holds a kind of code that no Word file needs (a DTD). Open it in Word and save it again."
OLE = b"\xd0\xcf\x11\xe0"  # how an older Word file begins, and one that is encrypted
UNPACKED = 100_000_000  # bytes, in all
RATIO = 200  # how many times its packed size a part of more than RATIO_ABOVE bytes may be
RATIO_ABOVE = 1_000_000


def opened(data: bytes) -> zipfile.ZipFile:
    """The zip, whose size is known and bounded. Raises DocumentError."""
    if data.startswith(OLE):
        old = "WordDocument".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data
        raise DocumentError(OLD_WORD if old else PROTECTED)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except Exception as error:
        raise DocumentError(NOT_WORD) from error
    members = package.infolist()
    if sum(member.file_size for member in members) > UNPACKED:
        raise DocumentError(TOO_LARGE.format(UNPACKED // 1_000_000))
    for member in members:
        if member.file_size > RATIO_ABOVE and member.file_size > RATIO * member.compress_size:
            raise DocumentError(SWOLLEN)
        if member.flag_bits & 1:
            raise DocumentError(PROTECTED)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DocumentError(NOT_WORD)
    return package


def check_declares(xml: bytes) -> None:
    """Raises DocumentError for XML that declares entities."""
    letters = xml.replace(b"\0", b"")  # UTF-16 too
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
        raise DocumentError(DECLARES)


def parsed(xml: bytes) -> Element:
    """The root of some XML. Raises DocumentError, and whatever the parser does."""
    from lxml import etree

    check_declares(xml)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:
        raise DocumentError(DECLARES)
    return root
