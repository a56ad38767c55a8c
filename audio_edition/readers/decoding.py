"""Decode bytes as text: by byte order mark, as UTF-8, as declared, else in the likeliest encoding."""

from __future__ import annotations

import codecs
import re

from audio_edition.errors import UnreadableArticleError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET_DECLARATION = re.compile(
    rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([a-z0-9_:.-]{1,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-z0-9_:.-]{1,40})"""
)
_HEAD_BYTES = 4096
_WEB_ENCODINGS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Encodings that browsers read as a superset (WHATWG Encoding Standard)."""

_UNUSABLE_ENCODINGS = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape"})
"""Codecs of Python that no page is written in."""

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UNDECODED_RUN = re.compile("[\udc80-\udcff]+")
_SURROGATE_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""CESU-8: a character above U+FFFF encoded as two surrogates. A lone surrogate is not a character."""

_DOUBLE_ENCODED = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")
"""Start of a character in UTF-8 that was decoded as windows-1252 and encoded as UTF-8 again."""

_CP1252_CHARACTERS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)}
"""windows-1252 as browsers read it: the five undefined bytes are control characters."""

_CP1252_BYTES = {character: byte for byte, character in _CP1252_CHARACTERS.items()}
_C1_CONTROL_BYTES = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")  # without U+0085, which may be a line break
_C1_CONTROLS = re.compile("[\x80-\x9f]")
"""C1 controls, which no text uses: they are bytes of windows-1252 that were decoded as Latin-1."""
_C0_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_TEXT_HINT = "save the page as HTML or plain text"


def declared_charset(data: bytes) -> str | None:
    """Return the normalized encoding that an HTML page declares in its first 4 KB, None if it is not usable."""
    match = _CHARSET_DECLARATION.search(data[:_HEAD_BYTES])
    return normalize_charset((match[1] or match[2]).decode("ascii")) if match else None


def normalize_charset(label: str) -> str | None:
    """Return Python's name for an encoding label, as browsers understand it.

    None for an unknown label and for an encoding that is no superset of ASCII: it must be wrong, because its label
    was read as ASCII.
    """
    try:
        name = codecs.lookup(label).name
        shows_in_ascii = b"<meta>".decode(label) == "<meta>"
    except (LookupError, ValueError):
        return None
    if not shows_in_ascii or name in _UNUSABLE_ENCODINGS:
        return None
    return _WEB_ENCODINGS.get(name, name)


def decode(data: bytes, *, where: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text and the warnings about its encoding.

    `where` is the file's name in error messages, `declared` an encoding from `declared_charset` or
    `normalize_charset`. Raises UnreadableArticleError if the bytes are not text.
    """
    encoding = _detect_unicode_encoding(data)
    if encoding:
        return _require_text(_decode_strictly(data, encoding, where), where).replace("\0", ""), ()
    try:
        text = _require_text(data.decode(), where)
    except UnicodeDecodeError:
        return _decode_non_utf8(data, where, declared)
    if b"\0" in data:
        text = text.replace("\0", "")
    if _DOUBLE_ENCODED.search(data) and (once := _undo_double_encoding(text)) is not None:
        return once, ("was encoded as UTF-8 twice; read as it was meant",)
    if _C1_CONTROL_BYTES.search(data):
        text = _C1_CONTROLS.sub(lambda control: _CP1252_CHARACTERS[ord(control[0])], text)
    return text, ()


def _detect_unicode_encoding(data: bytes) -> str | None:
    """Return the encoding shown by a byte order mark or by a zero in most of the even or odd bytes."""
    encoding = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if encoding or b"\0" not in data[:_HEAD_BYTES]:
        return encoding
    even, odd = data[:_HEAD_BYTES:2].count(0), data[1:_HEAD_BYTES:2].count(0)
    half = len(data[:_HEAD_BYTES]) // 2
    if max(even, odd) * 10 < half * 7 or min(even, odd) * 10 > half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _decode_non_utf8(data: bytes, where: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    mixed = _decode_mixed(data)
    if mixed is not None:
        return _require_text(mixed, where), ("is UTF-8 with other bytes in it; those were read as windows-1252",)
    if declared:
        try:
            return _require_text(data.decode(declared), where), ()
        except UnicodeDecodeError:
            pass
    return _guess_and_decode(data, where)


def _decode_mixed(data: bytes) -> str | None:
    """Decode UTF-8 with some windows-1252 or surrogates in it; return None if it is another encoding altogether.

    In another encoding, bytes that are not UTF-8 come in runs and outnumber those that happen to be UTF-8.
    """
    data = _SURROGATE.sub(b"", _SURROGATE_PAIR.sub(_join_surrogates, data))
    text = data.decode("utf-8", "surrogateescape")
    good, bad = len(_UTF8_SEQUENCE.findall(data)), [len(run) for run in _UNDECODED_RUN.findall(text)]
    if not good or (good <= sum(bad) and bad.count(1) * 10 < len(bad) * 9):
        return None
    return _UNDECODED_RUN.sub(lambda run: "".join(_CP1252_CHARACTERS[ord(c) - 0xDC00] for c in run[0]), text)


def _join_surrogates(halves: re.Match[bytes]) -> bytes:
    pair = halves[0].decode("utf-8", "surrogatepass")
    return pair.encode("utf-16", "surrogatepass").decode("utf-16").encode()


def _undo_double_encoding(text: str) -> str | None:
    """Decode a text again that was encoded twice from start to end; return None for any other text."""
    try:
        return bytes(map(_CP1252_BYTES.__getitem__, text)).decode()
    except (KeyError, UnicodeDecodeError):
        return None


def _decode_strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticleError(
            f"{where}: begins as {encoding} but cannot be decoded as it", hint="save it again as UTF-8"
        ) from error


def _guess_and_decode(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Decode in the likeliest encoding; of equally likely ones windows-1252, the most common in old pages."""
    from charset_normalizer import from_bytes  # here: slow to import, rarely needed

    matches = from_bytes(data, cp_isolation=["cp1252", "cp1250", "cp1251", "utf-16", "shift_jis", "gb18030"])
    best = matches.best()
    if best is None or b"\0" in data[:_HEAD_BYTES]:
        raise UnreadableArticleError(f"{where}: is not text", hint=_NOT_TEXT_HINT)
    likeliest = {name for match in matches if match.chaos <= best.chaos for name in match.could_be_from_charset}
    encoding = "cp1252" if "cp1252" in likeliest else best.encoding
    text = _require_text(data.decode(encoding, "replace"), where)
    return text, (f"is not UTF-8; read as {encoding.replace('cp125', 'windows-125')}",)


def _require_text(text: str, where: str) -> str:
    """Return `text` unless control characters, of which binary files are full, are over a twentieth of its start.

    Raises UnreadableArticleError.
    """
    sample = text[:_HEAD_BYTES]
    if len(_C0_CONTROLS.findall(sample)) * 20 > len(sample):
        raise UnreadableArticleError(f"{where}: is not text", hint=_NOT_TEXT_HINT)
    return text
