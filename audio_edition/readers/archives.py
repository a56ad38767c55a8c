"""Extract the page from a browser's archive: MHTML (Chromium, Edge, Internet Explorer) or Safari's web archive."""

from __future__ import annotations

import plistlib
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from xml.parsers.expat import ExpatError

from audio_edition.errors import UnreadableArticleError

_HINT = "save the page again, as HTML if you can"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """The HTML page in an archive, the encoding that the archive names for it, and its web address."""

    data: bytes
    charset: str | None
    url: str | None


def extract_mhtml(data: bytes) -> ArchivedPage:
    """Return the page of an MHTML file (RFC 2557): its first HTML part. Frames and pictures follow as later parts.

    Raises UnreadableArticleError if there is no HTML part.
    """
    try:
        message: Message = message_from_bytes(data)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError:
        raise UnreadableArticleError("its parts are nested too deep", hint=_HINT) from None
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        raise UnreadableArticleError("has no page in it", hint=_HINT)
    address = part["Content-Location"] or message["Snapshot-Content-Location"]
    return ArchivedPage(data=content, charset=part.get_content_charset(), url=_web_address(address))


def extract_webarchive(data: bytes) -> ArchivedPage:
    """Return the page of a web archive, which is a property list. Raises UnreadableArticleError."""
    try:
        main = plistlib.loads(data)["WebMainResource"]
        content = bytes(main["WebResourceData"])
    except (plistlib.InvalidFileException, ExpatError, LookupError, TypeError, ValueError) as error:
        raise UnreadableArticleError("is no web archive", hint=_HINT) from error
    charset = main.get("WebResourceTextEncodingName")
    return ArchivedPage(
        data=content,
        charset=charset if isinstance(charset, str) else None,
        url=_web_address(main.get("WebResourceURL")),
    )


def _web_address(address: object) -> str | None:
    """Return an http(s) address; None for a local file or an invented name."""
    return address if isinstance(address, str) and address.startswith(("http://", "https://")) else None
