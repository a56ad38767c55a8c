"""Tell a headline from the name of the site that stands before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from lxml import html as lxml_html

from audio_edition.readers.tidy import one_line

_SEPARATOR = re.compile(r"(?:^| )(?:[|»«›‹•·–—-]|::)(?: |$)|(?<=\w) ?\| ?(?=\w)")
_STRONG_SEPARATORS = frozenset("|»«›‹•·:")
"""Signs of which a headline rarely has one; dashes are common in headlines."""

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_PREFIX_SIGNS = frozenset({"»", "›", "::"})
"""Signs behind the name of a site that stands before the headline."""

_SIGNS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)(?=\w{4})")
_MAX_SITE_NAME_WORDS = 5
_MIN_DOMAIN_CHARS = 5
_MIN_HEADLINE_WORDS = 3
_HOME_ADDRESS = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?")
_LONG_PARAGRAPH_WORDS = 20


class SiteNames:
    """The names of the site that a page belongs to, as far as they are known."""

    def __init__(self, names: Iterable[str | None], address: str | None) -> None:
        short = (name for name in names if name and len(name.split()) <= _MAX_SITE_NAME_WORDS + 1)
        self._names = set(filter(None, map(_compact, short)))
        labels = (urlsplit(address or "").hostname or "").removeprefix("www.").split(".")
        self._domain = _compact(max(labels[:-1], key=len, default=""))

    def __contains__(self, text: str) -> bool:
        """Return True if a text is a name of the site, the name of its domain in words, or a domain."""
        compact = _compact(text)
        return bool(compact) and (
            compact in self._names or self._is_domain(compact) or _DOMAIN.fullmatch(text.strip()) is not None
        )

    def _is_domain(self, compact: str) -> bool:
        bare = compact.removesuffix("com")
        return bare == self._domain or (
            len(bare) >= _MIN_DOMAIN_CHARS and len(bare) * 2 > len(self._domain) and self._domain.startswith(bare)
        )

    def add(self, name: str) -> None:
        """Add a name that the page shows."""
        if compact := _compact(name):
            self._names.add(compact)


def strip_site_name(title: str, sites: SiteNames, headings: Iterable[str] = ()) -> str:
    """Return a title without the site's name at its beginning or end.

    That is a known name, or a short part with capitals beside a part that is a heading of the page.
    """
    parts, signs = _split(title)
    printed = {_compact(heading) for heading in headings}
    if len(parts) == 1 or _compact(title) in printed:
        return title
    for first, last in ((0, len(parts) - 1), (1, len(parts))):
        rest = parts[-1] if first == 0 else parts[0]
        run = _join(parts, signs, first, last)
        if _compact(run) in printed and _is_capitalized(rest):
            return run
    first, last = _find_story_parts(parts, sites)
    return _join(parts, signs, first, last)


def guess_headline(title: str, sites: SiteNames, headings: Iterable[str] = ()) -> str:
    """Return the headline in a page's title, without a part at its end that looks like the name of a site."""
    stripped = strip_site_name(title, sites, headings)
    parts, signs = _split(title)
    if stripped == title and len(parts) > 1 and _looks_like_site_name(parts, signs):
        return _join(parts, signs, 0, len(parts) - 1)
    return stripped


def find_logo_names(page: lxml_html.HtmlElement) -> list[str]:
    """Return the texts of the page's links to its front page."""
    links = (a for a in page.iter("a") if _HOME_ADDRESS.fullmatch((a.get("href") or "#").strip()))
    return list(filter(None, (one_line("".join(a.itertext())) for a in links)))


def find_headings(page: lxml_html.HtmlElement) -> list[str]:
    """Return the texts of the headings of level 1 and 2 above the first long paragraph below one, in order."""
    found: list[str] = []
    for element in page.iter("p", "h1", "h2"):
        text = one_line("".join(element.itertext()))
        if element.tag != "p":
            found += [text] if text else []
        elif found and len(text.split()) >= _LONG_PARAGRAPH_WORDS:
            break
    return found


def is_logo(top: str, title: str, headings: Sequence[str]) -> bool:
    """Return True if the top heading is the site's name: the rest of the title is a heading below it.

    That name is at the end of the title, before a sign such as "»", or shorter than the rest.
    """
    parts, signs = _split(title)
    compact = [_compact(part) for part in parts]
    if len(parts) != 2 or _compact(top) not in compact:
        return False
    place = compact.index(_compact(top))
    rest = parts[1 - place]
    is_site = place == 1 or signs[0].strip() in _PREFIX_SIGNS or len(rest) > len(top)
    return is_site and len(rest.split()) >= _MIN_HEADLINE_WORDS and _compact(rest) in map(_compact, headings)


def _split(title: str) -> tuple[list[str], list[str]]:
    """Return the parts of a title and the separators between them."""
    signs = [match[0] for match in _SEPARATOR.finditer(title)]
    parts = [part.strip() for part in _SEPARATOR.split(title)]
    if signs and not parts[0]:
        del parts[0], signs[0]
    if signs and not parts[-1]:
        del parts[-1], signs[-1]
    return parts, signs


def _join(parts: Sequence[str], signs: Sequence[str], first: int, last: int) -> str:
    """Return the parts from `first` up to `last` as they stand in the title."""
    return parts[first] + "".join(
        sign + part for sign, part in zip(signs[first:], parts[first + 1 : last], strict=False)
    )


def _find_story_parts(parts: Sequence[str], sites: SiteNames) -> tuple[int, int]:
    """Return the range of the parts between those at either end that are the site's name."""
    first, last = 0, len(parts)
    while last > 1 and parts[last - 1] in sites:
        last -= 1
    while first < last - 1 and parts[first] in sites:
        first += 1
    return first, last


def _looks_like_site_name(parts: Sequence[str], signs: Sequence[str]) -> bool:
    """Return True if the last part is short and, after a dash, has capitals and fewer words than the rest."""
    words, rest = len(parts[-1].split()), sum(len(part.split()) for part in parts[:-1])
    if not _STRONG_SEPARATORS.isdisjoint(signs[-1]):
        return words <= _MAX_SITE_NAME_WORDS
    return _is_capitalized(parts[-1]) and rest >= max(_MIN_HEADLINE_WORDS, words)


def _is_capitalized(part: str) -> bool:
    """Return True if a part is short, and its words of more than three letters begin with a capital."""
    words = part.split()
    return len(words) <= _MAX_SITE_NAME_WORDS and not any(len(word) > 3 and word[0].islower() for word in words)


def _compact(text: str) -> str:
    """Return the letters and digits of a text in lower case, without an article before the name."""
    return _ARTICLE.sub("", _SIGNS.sub("", text.casefold()))
