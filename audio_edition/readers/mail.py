"""Read mail (.eml, .emlx, .mbox): each message is an article, by its HTML part or else by its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from audio_edition.errors import ArticleError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.readers import forwarded, html, plain
from audio_edition.readers.days import first_date
from audio_edition.readers.decoding import declared_charset, decode, normalize_charset
from audio_edition.readers.entries import text_to_html
from audio_edition.readers.tidy import one_line

_MAX_MESSAGE_BYTES = 50 * 2**20
_MAX_MESSAGES = 10_000
_MAX_CONTAINERS, _MAX_DEPTH = 40, 10
"""Parts that hold other parts, and how deep they are read: each line is compared with all boundaries."""

_MAX_TYPE_CHARS, _MAX_HEADER_CHARS = 4_000, 4_000
"""Characters of a header: the time that the standard library needs grows with the square of their number."""

_CONTAINER = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^content-(?:type|disposition|transfer-encoding):", re.IGNORECASE | re.MULTILINE)
_HEADER_END = re.compile(rb"\n(?![ \t])")
_MESSAGE_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n(?=[!-9;-~]{1,80}:)")
"""The line before a message of a mailbox: it stands below an empty line, and headers follow."""

_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_EMLX_LENGTH = re.compile(rb"\s*(\d{1,12})\s*\n")
_SOFT_BREAK = re.compile(r"(?<!^--) \r?\n(?!>)", re.MULTILINE)
_HINT = "save the message again, or copy its text into a file that ends in .txt"
_SUBSTACK_SENDER = re.compile(r"(.{2,60}?) from (.{2,80})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The text of a message or of one of its parts."""

    text: str
    is_html: bool
    warnings: tuple[str, ...] = ()


def parse_eml(data: bytes) -> Article:
    """Return the article of one message (RFC 5322). Raises ArticleError; the message lacks the file's name."""
    message = _parse_message(data)
    article = _make_article(message)
    return article if article.blocks else _make_article(_attached_message(message) or message)


def parse_emlx(data: bytes) -> Article:
    """Return the article of a file of Apple Mail: the length of a message, the message, and a property list."""
    length = _EMLX_LENGTH.match(data)
    if length is None:
        raise UnreadableArticleError("is no message of Apple Mail", hint=_HINT)
    return parse_eml(data[length.end() : length.end() + int(length[1])])


def parse_mbox(data: bytes) -> tuple[Article, ...]:
    """Return an article for each message of a mailbox that has text, in its order.

    The warnings of the first article name the messages that cannot be read. Raises ArticleError if none is left.
    """
    starts = [start.end() for start in _MESSAGE_START.finditer(data)]
    if len(starts) > _MAX_MESSAGES:
        raise UnreadableArticleError(
            f"more than {_MAX_MESSAGES:,} messages, which no edition has", hint="move the newsletters to a folder"
        )
    if not starts:
        raise UnreadableArticleError("is no mailbox", hint=_HINT)
    articles, warnings = [], []
    for number, message in enumerate(_split_messages(data, starts), 1):
        try:
            articles.append(parse_eml(message))
        except ArticleError as error:
            warnings.append(f"message {number} is left out: {error}")
    articles = [article for article in articles if article.blocks]
    if not articles:
        raise NoStoryError("no message in it has text", hint="is it a folder of attachments?")
    first, *others = articles
    return replace(first, warnings=(*warnings, *first.warnings)), *others


def _split_messages(data: bytes, starts: list[int]) -> Iterator[bytes]:
    for start, following in zip(starts, [*starts[1:], len(data)], strict=True):
        text = data[start:following]
        if following < len(data):
            text = text[: text.rfind(b"From ", 0, len(text))]
        yield _ESCAPED_FROM.sub(rb"\1", text)


def _parse_message(data: bytes) -> Message:
    """Return the parsed message. Raises UnreadableArticleError for one that exceeds a limit."""
    containers = sum(1 for _ in zip(_CONTAINER.finditer(data), range(_MAX_CONTAINERS + 1), strict=False))
    if len(data) > _MAX_MESSAGE_BYTES or containers > _MAX_CONTAINERS:
        raise UnreadableArticleError("has more or larger parts than a message of text", hint=_HINT)
    if any(_is_too_long(data, header.end()) for header in _TYPE.finditer(data)):
        raise UnreadableArticleError("a header of it is longer than any message's", hint=_HINT)
    try:
        return message_from_bytes(data)
    except RecursionError:
        raise UnreadableArticleError("its parts are nested too deep", hint=_HINT) from None


def _is_too_long(data: bytes, start: int) -> bool:
    """Return True if the header whose text begins at `start` is longer than the standard library should parse."""
    return _HEADER_END.search(data, start, start + _MAX_TYPE_CHARS) is None and len(data) > start + _MAX_TYPE_CHARS


def _make_article(message: Message) -> Article:
    bodies = tuple(_find_bodies(message, 0))
    article = _parse_bodies(bodies)
    publication, address = forwarded.split_sender(_header(message, "From"))
    names = _SUBSTACK_SENDER.fullmatch(publication) if address.endswith("@substack.com") else None
    article = replace(
        article,
        source=_header(message, "Message-ID") or _header(message, "Subject"),
        headline=forwarded.strip_reply_marks(_header(message, "Subject")) or article.headline,
        byline=names[1] if names else article.byline,
        publication=(names[2] if names else publication) or None,
        published=first_date(_header(message, "Date")),
        warnings=(*article.warnings, *(warning for body in bodies for warning in body.warnings)),
    )
    return forwarded.read_forwarded_header(article)


def _parse_bodies(bodies: tuple[_Body, ...]) -> Article:
    """Return an article of the bodies; those of several parts of a message are joined."""
    if not any(body.is_html for body in bodies):
        article = plain.parse("\n\n".join(body.text for body in bodies))
        return replace(article, blocks=forwarded.mark_signature(article.blocks))
    return html.parse("".join(body.text if body.is_html else text_to_html(body.text) for body in bodies))


def _find_bodies(message: Message, depth: int) -> Iterator[_Body]:
    """Yield the texts of a message in order: of alternatives the HTML, of related parts the first."""
    kind = message.get_content_type()
    if depth > _MAX_DEPTH or message.get_content_disposition() == "attachment" or kind == "message/rfc822":
        return
    if not message.is_multipart():
        if kind in {"text/html", "text/plain"}:
            yield _decode_body(message, is_html=kind == "text/html")
        return
    children = [part for part in message.get_payload() if isinstance(part, Message)]
    if kind == "multipart/alternative":
        choices = [tuple(_find_bodies(part, depth + 1)) for part in children]
        yield from max(choices, key=_rank_alternative, default=())
        return
    for part in children[:1] if kind == "multipart/related" else children:
        yield from _find_bodies(part, depth + 1)


def _rank_alternative(bodies: tuple[_Body, ...]) -> tuple[bool, bool]:
    has_text = any(body.text.strip() for body in bodies)
    return has_text, has_text and any(body.is_html for body in bodies)


def _decode_body(part: Message, *, is_html: bool) -> _Body:
    label = part.get_content_charset()
    data = _decode_transfer(part)
    charset = (normalize_charset(label) if label else None) or (declared_charset(data) if is_html else None)
    text, warnings = decode(data, where="the message", declared=charset)
    if not is_html and str(part.get_param("format", "")).lower() == "flowed":
        text = _SOFT_BREAK.sub(" ", text)
    return _Body(text=text, is_html=is_html, warnings=warnings)


def _decode_transfer(part: Message) -> bytes:
    """Return the bytes of a part; an encoding with a language is taken away, since the library fails."""
    if isinstance(part.get_param("charset"), tuple):
        part.replace_header("Content-Type", part.get_content_type())
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attached_message(message: Message) -> Message | None:
    """Return the message that is attached to another one, as some programs forward."""
    attached = (part for part in message.walk() if part.get_content_type() == "message/rfc822")
    payload = next((part.get_payload() for part in attached), None)
    return payload[0] if isinstance(payload, list) and isinstance(payload[0], Message) else None


def _header(message: Message, name: str) -> str:
    """Return a header on one line, decoded; "" if it is not there."""
    raw = str(message.get(name, ""))[:_MAX_HEADER_CHARS]
    try:
        return one_line(str(make_header(_decode_words(raw))))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return one_line(raw)


def _decode_words(raw: str) -> Iterable[tuple[bytes | str, str | None]]:
    """Return the words of a header with their encodings, as browsers name them."""
    return [(word, normalize_charset(charset) if charset else None) for word, charset in decode_header(raw)]
