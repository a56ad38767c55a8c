"""Read what WordPress writes: shortcodes, text without paragraph tags, exports that hold more than posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

_SHORTCODE = re.compile(r"(\[?)\[(/?)([a-z][\w-]{0,40})(\s[^\[\]<>]{0,1000})?/?\](\]?)", re.IGNORECASE)
"""A shortcode: its name, its attributes; in double brackets it stands for itself."""

_CAPTIONS = frozenset({"caption", "wp_caption"})
_MEDIA = frozenset(
    {"gallery", "playlist", "audio", "video", "embed", "youtube", "vimeo", "googlemaps", "wpforms"}
    | {"contact-form-7"}
)
"""Shortcodes of pictures, sound, films and forms: neither they nor what they enclose are text."""

_BLOCK_START = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|table|tr|td|th|tbody|thead|section|article"
    r"|aside|header|footer|form|pre|hr|iframe|script|style|address)\b",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n\s*)")
_BLOCK_EDITOR = "<!-- wp:"
_NO_ARTICLES = frozenset(
    {"page", "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache"}
    | {"user_request", "feedback", "elementor_library", "product", "shop_order", "tablepress_table"}
)
"""Types of WordPress's items that are no articles, however much text they have; sites name types of their own."""


def is_published_post(entry: Any) -> bool:
    """Return False for an item of an export that is no published post: a page, a draft, a menu, a comment.

    An entry of an ordinary feed says nothing of the kind. Blogger's exports mark their items in two other ways.
    """
    kind = _find_kind(entry)
    is_article = kind not in _NO_ARTICLES and not kind.startswith("wp_")
    status = str(entry.get("wp_status") or entry.get("blogger_status") or "publish").lower()
    is_draft = str(entry.get("app_draft") or "").lower() == "yes" or bool(entry.get("wp_post_password"))
    return is_article and status in {"publish", "live"} and not is_draft


def _find_kind(entry: Any) -> str:
    """Return the type of an item as WordPress names it; Blogger's comments, settings and templates are no posts."""
    kinds = [str(tag.get("term") or "") for tag in entry.get("tags", ())]
    blogger = next((kind.rpartition("#")[2] for kind in kinds if "blogger/2008/kind#" in kind), "post")
    kind = str(entry.get("wp_post_type") or entry.get("blogger_type") or blogger).lower()
    return kind if kind not in {"comment", "settings", "template"} else "page"


def find_author_names(export: bytes) -> dict[str, str]:
    """Return the names that an export gives to the logins of its authors."""
    parts = (part.partition(b"</wp:author>")[0] for part in export.split(b"<wp:author>")[1:])
    authors = (part.decode("utf-8", "replace") for part in parts)
    pairs = ((_element(author, "author_login"), _element(author, "author_display_name")) for author in authors)
    return {login: name for login, name in pairs if login and name}


def _element(author: str, name: str) -> str:
    """Return the text of an element of an author; "" if there is none."""
    content = author.partition(f"<wp:{name}>")[2].partition(f"</wp:{name}>")[0].strip()
    return content.removeprefix("<![CDATA[").removesuffix("]]>") if "<![CDATA[" in content else unescape(content)


def render_content(content: str, entry: Any) -> str:
    """Return the content of an entry without shortcodes; the text of an export gets its paragraphs.

    Feeds have shortcodes, too, if a plug-in that knew them is gone.
    """
    html = "".join(_render_shortcodes(content)) if "[" in content else content
    is_raw = entry.get("wp_post_type") and _BLOCK_EDITOR not in content
    return "".join(_add_paragraphs(html)) if is_raw else html


def _render_shortcodes(content: str) -> Iterator[str]:
    """Yield a text without shortcodes; captions become figures. Other words in brackets are left as they are."""
    codes = [code for code in _SHORTCODE.finditer(content) if not (code[1] and code[5])]
    closings = _pair_codes(codes)
    paired_names = {codes[index][3].lower() for index in closings}
    position = 0
    for index, code in enumerate(codes):
        name = code[3].lower()
        is_shortcode = name in paired_names | _CAPTIONS | _MEDIA or "=" in (code[4] or "")
        if not is_shortcode or code.start() < position:
            continue
        closing = closings.get(index)
        yield content[position : code.start()] + code[1]
        position = code.end() - len(code[5])
        if closing and name in _CAPTIONS:
            yield f"<figure><figcaption>{content[position : closing.start()]}</figcaption></figure>"
        if closing and name in _CAPTIONS | _MEDIA:
            position = closing.end()
    yield content[position:]


def _pair_codes(codes: Sequence[re.Match[str]]) -> dict[int, re.Match[str]]:
    """Return the closing shortcode by the index of its opening one: the last of its name before it."""
    closings: dict[int, re.Match[str]] = {}
    openings: dict[str, int] = {}
    for index, code in enumerate(codes):
        name = code[3].lower()
        if not code[2]:
            openings[name] = index
        elif name in openings:
            closings[openings.pop(name)] = code
    return closings


def _add_paragraphs(content: str) -> Iterator[str]:
    """Yield HTML in which text between blank lines is a paragraph, as WordPress shows it; code stays as it is."""
    position = 0
    while position < len(content):
        code = content.find("<pre", position)
        end = content.find("</pre>", code) if code >= 0 else -1
        text = content[position : code if code >= 0 else len(content)]
        for part in _BLANK_LINE.split(text.strip()):
            yield part if _BLOCK_START.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>"
        if code < 0:
            return
        position = end + len("</pre>") if end >= 0 else len(content)
        yield content[code:position]
