"""Interpret the tags, classes, roles and other names in a page's markup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import html as lxml_html

from audio_edition.model import BlockKind

HIDDEN_TAGS = frozenset(
    "script style svg title iframe object canvas video audio select datalist map textarea rt rp rtc".split()
)
"""Elements whose text is not part of the page's text; ruby annotations repeat a word's pronunciation."""

CONDITIONALLY_SHOWN_TAGS = frozenset({"template", "noscript"})
"""Elements that a browser shows only under conditions that a saved page does not meet."""

INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rb ruby s"
    " samp slot small span strike strong sub sup time tt u var wbr".split()
)
HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
LANDMARK_TAGS = frozenset("article main nav aside footer form header figure".split())
KIND_OF_TAG = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
}
BLOCK_TAGS = frozenset(
    {*HEADING_LEVELS, *KIND_OF_TAG, *LANDMARK_TAGS, "p", "div", "section", "ul", "ol", "dl", "hr"}
)
"""Elements that make an enclosing link or span a block, too."""

KNOWN_TAGS = frozenset(
    {*BLOCK_TAGS, *INLINE_TAGS}
    | set(
        "address body center dd details dialog dir fieldset frameset hgroup legend menu noframes optgroup search"
        " summary tbody td tfoot th thead tr button option template noscript".split()
    )
)
"""Elements that are always inline or always blocks; for others, the text around them decides."""

PARAGRAPH_TAGS = frozenset({"p", *HEADING_LEVELS})
SPACED_TAGS = frozenset({"td", "th", "option", "button"})
_LANDMARK_OF_ROLE = {
    "navigation": "nav",
    "complementary": "aside",
    "contentinfo": "footer",
    "search": "form",
    "dialog": "aside",
    "banner": "header",
}
_LANDMARK_OF_PREFIX = (
    ("calibre_navbar", "nav"),
    ("touchscreen_navbar", "nav"),
    ("pg-boilerplate", "footer"),
    ("amp-sidebar", "nav"),
    ("hatnote", "aside"),
    ("navbox", "nav"),
    ("catlinks", "nav"),
    ("mw-jump-link", "nav"),
    ("printfooter", "footer"),
)
"""Start of the classes of calibre's navigation bars, Project Gutenberg's licence, AMP's sidebars and what MediaWiki
puts around an article."""

_LANDMARK_OF_ID = {"siteSub": "aside", "contentSub": "aside", "jump-to-nav": "nav", "catlinks": "nav", "toc": "nav"}
"""The ids that MediaWiki gives to what it puts around an article."""

_LANDMARK_PREFIXES = tuple(prefix for prefix, _ in _LANDMARK_OF_PREFIX)
_NAMES_OF_KIND = {
    BlockKind.VERSE: frozenset("poem poetry verse stanza song line-block".split()),
    BlockKind.LETTER: frozenset({"letter"}),
}
_NAMES_OF_CLAIM = {
    BlockKind.FOOTNOTE: frozenset("rearnote rearnotes msofootnotetext msoendnotetext".split()),
    BlockKind.FORMULA: frozenset("mathjax mathjax_display katex-display equation formula".split()),
    BlockKind.EMBED: frozenset(
        "twitter-tweet instagram-media tiktok-embed bluesky-embed fb-post reddit-embed-bq text-post-media".split()
    ),
}
"""The kinds that are dropped; the names of an element only claim them, see `claims`."""

_KIND_OF_NAME = {name: kind for kind, names in _NAMES_OF_KIND.items() for name in names}
_CLAIM_OF_NAME = {name: kind for kind, names in _NAMES_OF_CLAIM.items() for name in names}
_NOTE_NAME = re.compile(
    r"(?:foot|end|side|margin)[-_]?notes?(?:[-_]{1,2}(?:content|text|body|item|list|section|popup))?"
)
_CAPTION_NAME = re.compile(r"(?!(?:has|no|with|hide|show)[-_]).*caption(?:[-_]{1,2}(?:text|content|body|inner))?")
_PULL_QUOTE_NAME = re.compile(r"(?<![a-z])(?<!has[-_])(?<!with[-_])pull[-_]?quote")
_VOCABULARY_PREFIX = re.compile(r"(?<!\S)(doc-|z3998:)")
_NAMING_ATTRIBUTES = ("class", "id", "itemprop", "data-testid", "data-component", "aria-label")
_NAMING_ATTRIBUTE_SET = frozenset(_NAMING_ATTRIBUTES)
_NO_HINTS: frozenset[str] = frozenset()
_WORD_BOUNDARY = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_HINT_WORDS = {
    "story": r"article ?(body|content|text)|story ?(body|content|text)|entry ?content|post ?(body|content)|"
    r"body ?(text|copy|content)|content ?body|rich ?text|paragraph",
    "caption": r"caption|figure|figcaption|media|image|photo|gallery|slideshow|credit|video|player|lightbox",
    "related": r"related|recommend|recirc|more (from|on|stories)|read ?(more|next|also)|most ?(read|popular)|"
    r"trending|popular|teaser|promo|card|carousel|in ?line ?(link|story)|up ?next|latest|tease|outbrain|"
    r"taboola",
    "sign-up": r"newsletter|sign ?up|subscri|paywall|regwall|piano|inbox|email|membership|donat|support",
    "share": r"share|social|follow|toolbar|actions|bookmark|save",
    "advertisement": r"ads?\b|advert|sponsor|banner|commercial|dfp|gpt",
    "comments": r"comment|disqus|discussion|responses",
    "quotation": r"pull ?quote|quote|blockquote",
    "byline": r"by ?line|author|contributor|bio\b|writer",
    "date": r"date|time\b|timestamp|published",
    "standfirst": r"standfirst|dek\b|sub ?(head|title|headline)|deck|excerpt|summary|description",
    "headline": r"headline|title\b|heading",
    "menu": r"nav|menu|breadcrumb|header|footer|sidebar|masthead|topbar|drawer|search|login|skip",
    "topics": r"tags?\b|topics?|categor|keywords|section",
    "notice": r"cookie|consent|gdpr|privacy|modal|popup|overlay|alert|notice|disclaimer|legal|copyright|"
    r"correction",
    "embed": r"embed|widget|twitter|tweet|instagram|facebook|youtube|iframe|factbox|infobox|box\b|aside|module",
}
_EDITOR_NAME = re.compile(
    r"(?<!\S)(?:kg-card|kg-(?:callout|toggle|html|markdown)-card|wp-block-media-text\S*)(?!\S)"
)
"""Names that the editors of Ghost and WordPress give to parts of a story, though "card" and "media" are in them."""

_COMMENT_CLASS = re.compile(r"comment|disqus")
_WORD_START = re.compile(r"\b\w\w")
_HINTS_BY_START: dict[str, dict[str, re.Pattern[str]]] = {}
"""First two letters of a hint's words → the patterns of those hints; an index, because most words match none."""

for _hint, _words in _HINT_WORDS.items():
    for _word in _words.split("|"):
        _HINTS_BY_START.setdefault(_word.lstrip("(")[:2], {})[_hint] = re.compile(_words)


def holds_blocks(element: lxml_html.HtmlElement) -> bool:
    """Return True if an element contains a block; in HTML 5, a link or a span may, for example a teaser card."""
    return len(element) > 0 and next(element.iterdescendants(*BLOCK_TAGS), None) is not None


class Traits(NamedTuple):
    """An element's names in lower case, and the kind of block and the landmark that they stand for.

    `claim` is a kind that is dropped, and that the names only claim.
    """

    names: frozenset[str]
    kind: BlockKind | None
    landmark: str | None
    claim: BlockKind | None


def read_traits(element: lxml_html.HtmlElement) -> Traits:
    """Return the traits of an element's class, role and EPUB type, without the prefixes of vocabularies."""
    get = element.get
    id_ = get("id", "")
    id_ = id_ if id_ in _LANDMARK_OF_ID else ""  # ids differ, so others would fill the cache
    return _traits_from_attributes(str(element.tag), get("class", ""), get("role", ""), get("epub:type", ""), id_)


@lru_cache(maxsize=4096)
def _traits_from_attributes(tag: str, class_: str, role: str, types: str, id_: str) -> Traits:
    names = frozenset(_VOCABULARY_PREFIX.sub("", f"{class_} {role} {types}".lower()).split())
    landmark = (
        _landmark_from_names({tag, *names})
        or _LANDMARK_OF_ID.get(id_)
        or _LANDMARK_OF_ROLE.get(role, tag if tag in LANDMARK_TAGS else None)
    )
    return Traits(names, _kind_from_names(names) or KIND_OF_TAG.get(tag), landmark, _claim_from_names(names))


def _claim_from_names(names: frozenset[str]) -> BlockKind | None:
    known = names & _CLAIM_OF_NAME.keys()
    if known:
        return _CLAIM_OF_NAME[min(known)]
    if any(map(_NOTE_NAME.fullmatch, names)):
        return BlockKind.FOOTNOTE
    return BlockKind.CAPTION if any(map(_CAPTION_NAME.fullmatch, names)) else None


def _kind_from_names(names: frozenset[str]) -> BlockKind | None:
    if [name for name in names if name.startswith("msolistparagraph")]:
        return BlockKind.LIST_ITEM  # Word writes list items as paragraphs
    known = names & _KIND_OF_NAME.keys()
    if known:
        return _KIND_OF_NAME[min(known)]
    return BlockKind.QUOTATION if any(map(_PULL_QUOTE_NAME.search, names)) else None


def _landmark_from_names(names: set[str]) -> str | None:
    known = next((name for name in names if name.startswith(_LANDMARK_PREFIXES)), None)
    if known is None:
        return None
    return next(landmark for prefix, landmark in _LANDMARK_OF_PREFIX if known.startswith(prefix))


def read_hints(element: lxml_html.HtmlElement) -> frozenset[str]:
    """Return hints about an element's content from its class, id and other naming attributes."""
    attributes = element.keys()
    if _NAMING_ATTRIBUTE_SET.isdisjoint(attributes):
        return _NO_HINTS
    values = [element.get(name) for name in _NAMING_ATTRIBUTES if name in attributes]
    return _match_hints(" ".join(filter(None, values)))


def is_comment_class(element: lxml_html.HtmlElement) -> bool:
    """Return True if a class of an element, which is no word of its heading, calls it comments."""
    return bool(_COMMENT_CLASS.search(element.get("class", "").lower()))


@lru_cache(maxsize=4096)
def _match_hints(values: str) -> frozenset[str]:
    words = _WORD_BOUNDARY.sub(" ", _EDITOR_NAME.sub("", values)).lower()[:400]
    hints = set()
    for start in _WORD_START.finditer(words):
        for hint, pattern in _HINTS_BY_START.get(start[0], {}).items():
            if pattern.match(words, start.start()):
                hints.add(hint)
    return frozenset(hints)
