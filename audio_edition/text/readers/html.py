"""A saved HTML page: every visible block of it, and what the page declares about itself.

Nothing is pruned here but what no browser shows; menus and sign-ups are blocks too, and the segmenter drops
them by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree
from lxml import html as lxml_html

from audio_edition.model import UNSPOKEN_KINDS, Article, Block, BlockKind
from audio_edition.text.readers import declared
from audio_edition.text.readers.origin import saved_from
from audio_edition.text.readers.tidy import one_line

_HIDDEN_TAGS = frozenset(
    "script style template noscript svg title iframe object canvas video audio select datalist map".split()
)
_INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rp rt s"
    " samp small span strike strong sub sup time tt u var wbr".split()
)
_LANDMARKS = frozenset("article main nav aside footer form header figure".split())
_ROLES = {
    "navigation": "nav",
    "complementary": "aside",
    "contentinfo": "footer",
    "search": "form",
    "dialog": "aside",
    "banner": "header",
}
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
}
_NAMED_KINDS = {
    BlockKind.FOOTNOTE: frozenset("footnote footnotes endnote endnotes rearnote rearnotes".split()),
    BlockKind.VERSE: frozenset("poem poetry verse stanza song".split()),
    BlockKind.LETTER: frozenset({"letter"}),
    BlockKind.FORMULA: frozenset("mathjax mathjax_display katex-display equation formula".split()),
    BlockKind.EMBED: frozenset("twitter-tweet instagram-media tiktok-embed bluesky-embed fb-post".split()),
}
_KIND_OF_NAME = {name: kind for kind, names in _NAMED_KINDS.items() for name in names}
_SEMANTIC = re.compile(r"^(doc-|z3998:)")
_NOTE_MARK = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE)
_NOTE_NAMES = frozenset("noteref footnote-ref footnoteref fnref footnote-link reference footnote".split())
_NOTE_TARGET = re.compile(r"#_?(fn|ftn|foot|end|note|cite_?note|en\d|n\d)", re.IGNORECASE)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARAGRAPH_TAGS = frozenset({"p", *_HEADINGS})
_NAMING = ("class", "id", "itemprop", "data-testid", "data-component", "aria-label")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_HINTS = {
    hint: re.compile(rf"\b(?:{words})")
    for hint, words in {
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
    }.items()
}
_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACING_TAGS = frozenset({"br", "td", "th", "option", "button"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the page some words stand."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    container: str = ""
    linked: bool = False
    hints: frozenset[str] = frozenset()
    parent: int = 0


@dataclass(slots=True)
class _Collector:
    """Gathers inline text until a block ends."""

    wanted: frozenset[str] = frozenset()
    blocks: list[Block] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    elements: int = 0
    _parts: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self._parts.append((text, linked))

    def end_block(self, place: _Place) -> None:
        text = one_line("".join(part for part, _ in self._parts))
        links = one_line("".join(part for part, linked in self._parts if linked))
        self._parts.clear()
        if text:
            self.blocks.append(
                Block(
                    text=text,
                    kind=place.kind,
                    level=place.level,
                    container=place.container,
                    link_density=len(links) / len(text),
                    hints=place.hints,
                    parent=place.parent,
                )
            )


def parse(text: str) -> Article:
    """The blocks in reading order, and what JSON-LD, OpenGraph and the markup declare."""
    article = parse_anchored(text, frozenset())[0]
    return replace(article, url=article.url or saved_from(text))


def parse_anchored(text: str, wanted: frozenset[str]) -> tuple[Article, dict[str, int]]:
    """The same, and the index of the block at which each of the `wanted` ids begins."""
    page = _page(text)
    if page is None:
        return Article(id="", source="", blocks=()), {}
    collector = _Collector(wanted)
    body = page.find("body")
    start = page if body is None else body
    _walk(start, _Place(), collector)
    collector.end_block(_Place())
    return replace(declared.declarations(page), blocks=tuple(collector.blocks)), collector.anchors


def _page(text: str) -> lxml_html.HtmlElement | None:
    """The parsed page; None where there is no element at all."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = text.encode("utf-8", "replace")
    try:
        return lxml_html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return None


def _walk(element: lxml_html.HtmlElement, place: _Place, collector: _Collector) -> None:
    """Add the text inside `element`, which stands in `place`."""
    collector.add(element.text, linked=place.linked)
    for child in element:
        _visit(child, place, collector)
        collector.add(child.tail, linked=place.linked)


def _visit(element: lxml_html.HtmlElement, place: _Place, collector: _Collector) -> None:
    tag = element.tag
    if not isinstance(tag, str) or _hidden(element) or _is_note_mark(element):
        return
    if collector.wanted and (name := element.get("id") or element.get("name")) in collector.wanted:
        collector.end_block(place)
        collector.anchors.setdefault(str(name), len(collector.blocks))
    if tag == "br" and (place.kind is BlockKind.VERSE or _next_is_break(element)):
        collector.end_block(place)
    elif tag == "math":
        _add_formula(element, place, collector)
    elif tag in _INLINE_TAGS and not _holds_blocks(element):
        _walk(element, replace(place, linked=place.linked or tag == "a"), collector)
    elif tag in _SPACING_TAGS:
        collector.add(" ", linked=False)
        _walk(element, place, collector)
        collector.add(" ", linked=False)
    else:
        collector.end_block(place)
        collector.elements += 1
        inner = _inside(element, place, collector.elements)
        _walk(element, inner, collector)
        collector.end_block(inner)


def _hidden(element: lxml_html.HtmlElement) -> bool:
    return (
        element.tag in _HIDDEN_TAGS
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_INVISIBLE_STYLE.search(element.get("style", "")))
    )


def _add_formula(element: lxml_html.HtmlElement, place: _Place, collector: _Collector) -> None:
    """A formula in a line is said as its author wrote it out; one that stands alone is a block of its own."""
    words = element.get("alttext") or " ".join("".join(part.itertext()) for part in element)
    if element.get("display") != "block":
        collector.add(words, linked=False)
        return
    collector.end_block(place)
    collector.add(words, linked=False)
    collector.end_block(replace(place, kind=BlockKind.FORMULA))


def _is_note_mark(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is the mark of a footnote: called so, or raised and linked to a note."""
    if element.tag not in {"a", "sup", "span"}:
        return False
    mark = "".join(element.itertext()).strip()
    if not _NOTE_MARK.fullmatch(mark):
        return False
    if _NOTE_NAMES & _names(element):
        return True
    link = element if element.tag == "a" else next(element.iter("a"), None)
    target = link.get("href", "") if link is not None else ""
    raised = element.tag == "sup" or next(element.iter("sup"), None) is not None
    return "#" in target and (raised or bool(_NOTE_TARGET.search(target)))


def _names(element: lxml_html.HtmlElement) -> set[str]:
    """Its classes, roles and EPUB types in lower case, without the prefix of their vocabulary."""
    given = " ".join(filter(None, map(element.get, ("class", "role", "epub:type")))).lower().split()
    return {_SEMANTIC.sub("", name) for name in given}


def _next_is_break(element: lxml_html.HtmlElement) -> bool:
    """Two line breaks in a row are how old pages end a paragraph."""
    following = element.getnext()
    return following is not None and following.tag == "br" and not (element.tail or "").strip()


def _holds_blocks(element: lxml_html.HtmlElement) -> bool:
    """HTML 5 lets a link or a span wrap whole blocks, a teaser card for one."""
    return any(
        child.tag in _HEADINGS or child.tag in _KINDS or child.tag in {"p", "div", *_LANDMARKS}
        for child in element.iterdescendants()
    )


def _inside(element: lxml_html.HtmlElement, place: _Place, number: int) -> _Place:
    """The place of what stands inside a block-level element, which is the `number`th."""
    tag = str(element.tag)
    landmark = _ROLES.get(element.get("role", ""), tag if tag in _LANDMARKS else place.container)
    level = _HEADINGS.get(tag, 0)
    kind = BlockKind.HEADING if level else _kind(element, tag, place.kind)
    linked = place.linked or tag == "a"
    parent = place.parent if tag in _PARAGRAPH_TAGS else number
    hints = place.hints | _hints(element)
    return _Place(
        kind=kind, level=level or place.level, container=landmark, linked=linked, hints=hints, parent=parent
    )


def _kind(element: lxml_html.HtmlElement, tag: str, around: BlockKind) -> BlockKind:
    """What an element is by its name, its classes or its tag; notes and embedded posts hold nothing else."""
    if around in UNSPOKEN_KINDS:
        return around
    named = next((_KIND_OF_NAME[name] for name in sorted(_names(element)) if name in _KIND_OF_NAME), None)
    return named or _KINDS.get(tag, around)


def _hints(element: lxml_html.HtmlElement) -> frozenset[str]:
    """What an element's class, id and other names suggest about what is in it."""
    names = " ".join(filter(None, map(element.get, _NAMING)))
    if not names:
        return frozenset()
    return _hints_of(_CAMEL.sub(" ", names).lower()[:400])


@lru_cache(maxsize=4096)
def _hints_of(names: str) -> frozenset[str]:
    return frozenset(hint for hint, pattern in _HINTS.items() if pattern.search(names))
