"""Bytes → text: byte order mark, then what the page declares, then UTF-8, then the likeliest encoding."""

from __future__ import annotations

import codecs
import re

from audio_edition.errors import UnreadableArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([a-z0-9_-]{1,40})""")
_HEAD = 4096
_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""The web reads these labels as windows-1252 (WHATWG Encoding Standard)."""


def declared_charset(data: bytes) -> str | None:
    """The encoding an HTML page names in its first 4 KB, if Python knows it."""
    match = _DECLARED.search(data[:_HEAD])
    return _known(match[1].decode("ascii")) if match else None


def decode(data: bytes, *, where: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text and what is worth a warning. Raises UnreadableArticleError for what is not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, where), ()
    for encoding in filter(None, ("utf-8", declared)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        _require_text(text, where)
        return text, ()
    return _guessed(data, where)


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return _WINDOWS.get(found, found)


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticleError(
            f"{where}: begins as {encoding} but is not", hint="save it again as UTF-8"
        ) from error
    _require_text(text, where)
    return text


def _guessed(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The likeliest reading; among equals windows-1252, because that is what most old pages are."""
    from charset_normalizer import from_bytes  # here: slow to import, rarely needed

    matches = from_bytes(data, cp_isolation=["cp1252", "cp1250", "cp1251", "utf-16", "shift_jis", "gb18030"])
    best = matches.best()
    if best is None or b"\0" in data[:_HEAD]:
        raise UnreadableArticleError(f"{where}: is not text", hint="save the page as HTML or plain text")
    equals = {name for match in matches if match.chaos <= best.chaos for name in match.could_be_from_charset}
    encoding = "cp1252" if "cp1252" in equals else best.encoding
    text = data.decode(encoding, "replace")
    _require_text(text, where)
    return text, (f"is not UTF-8; read as {encoding.replace('cp125', 'windows-125')}",)


def _require_text(text: str, where: str) -> None:
    """Text has next to no control characters; a picture or an archive is full of them."""
    sample = text[:_HEAD]
    controls = sum(1 for c in sample if c < " " and c not in "\t\n\r\f\x1b")
    if controls * 20 > len(sample):
        raise UnreadableArticleError(f"{where}: is not text", hint="save the page as HTML or plain text")
