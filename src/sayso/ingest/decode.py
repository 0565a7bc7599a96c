"""Bytes → text: what the content is (by its first bytes), and its encoding."""

import codecs
import re
from typing import Literal

import charset_normalizer
import msgspec

Content = Literal["text", "html", "pdf", "zip", "gzip", "binary", "empty"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
SAMPLE = 65_536
FEW_HIGH = 0.12
FEW_BAD = 0.002


class Decoded(msgspec.Struct, frozen=True):
    """A text, the encoding it came in, and whether some bytes did not fit that encoding."""

    text: str
    encoding: str
    lossy: bool


def content_of(data: bytes) -> Content:
    """What bytes are, by their beginning: a file's name may say otherwise."""
    head = data[:SAMPLE]
    if not head.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        return "empty"
    if head.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if _bom(head) is None and _wide(head) is None and (b"\0" in head or len(_CONTROL.findall(head)) > 0.05 * len(head)):
        return "binary"
    return "html" if _HTML.match(head.removeprefix(codecs.BOM_UTF8)) else "text"


def decode(data: bytes) -> Decoded:
    """The text of bytes without their byte-order mark, line ends untouched. Never fails."""
    marked = _bom(data)
    if marked is not None:
        mark, encoding = marked
        return _in(data[len(mark) :], encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", False) if b"\0" not in data[:SAMPLE] else _guessed(data)
    except UnicodeDecodeError:
        return _guessed(data)


def _bom(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), None)


def _in(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, False)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, errors="replace"), encoding, True)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a Latin text is zero."""
    sample = data[: min(len(data), 4096) // 2 * 2]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.5 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 * half and odd < 0.05 * half else None


def _guessed(data: bytes) -> Decoded:
    wide = _wide(data)
    if wide is not None:
        return _in(data, wide)
    nearly = data.decode("utf-8", errors="replace")
    bad = nearly.count("\ufffd")
    if bad <= max(1, FEW_BAD * len(nearly)) and sum(c > "\u00bf" for c in nearly) > 3 * bad:
        return Decoded(nearly, "utf-8", True)
    if len(_HIGH.findall(data[:SAMPLE])) < FEW_HIGH * len(data[:SAMPLE]):
        return _in(data, "cp1252")
    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    return _in(data, best.encoding if best is not None else "cp1252")
