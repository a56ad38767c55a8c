"""The feed: RSS 2.0 with the itunes, podcast, psc, atom and content namespaces (PSP-1, the podcast standard)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from itertools import pairwise
from urllib.parse import urljoin

from lxml import etree
from lxml.builder import ElementMaker

from audio_edition.config.categories import SEPARATOR
from audio_edition.model import Edition, Episode, EpisodeKind, Publication
from audio_edition.podcast import chapters
from audio_edition.podcast.transcript import format_clock, format_timestamp
from audio_edition.podcast.xml_text import clean_text

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
MEDIA_TYPE = "application/rss+xml"
XML_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
"""For feeds as found: it asks nobody, and entities stay what they are."""

_COVER_FILE, _INDEX_FILE = "cover.jpg", "index.html"
_MAX_DESCRIPTION_BYTES = 4000
_MAX_PAGE_EPISODES = 200
"""Issues go to a page of the feed until it has as many: a client need not fetch years to see what is new."""

_RSS = ElementMaker(nsmap=NAMESPACES)
_ATOM, _CONTENT, _ITUNES, _PODCAST, _PSC = (
    ElementMaker(namespace=uri, nsmap=NAMESPACES) for uri in NAMESPACES.values()
)


def page_name(number: int) -> str:
    """The file of a page of the feed, counted from 1."""
    return "feed.xml" if number == 1 else f"feed-{number}.xml"


def render_feed(publication: Publication, editions: Sequence[Edition], base_url: str = "") -> dict[str, bytes]:
    """The pages of the feed (RFC 5005, 3) by file name, the newest last; `editions` come newest first.

    Addresses begin with `base_url`, or are relative to the feed without one.
    """
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    pages = list(_split_pages(editions))
    found = {
        page_name(number): _render_page(publication, page, (number, len(pages)), base)
        for number, page in enumerate(pages, 1)
    }
    return dict(reversed(found.items()))


def _split_pages(editions: Sequence[Edition]) -> Iterator[list[Edition]]:
    page: list[Edition] = []
    for edition in editions:
        if page and sum(len(each.episodes) for each in (*page, edition)) > _MAX_PAGE_EPISODES:
            yield page
            page = []
        page.append(edition)
    yield page


def _render_page(publication: Publication, editions: Sequence[Edition], place: tuple[int, int], base: str) -> bytes:
    items = (_item_element(edition, episode, base) for edition in editions for episode in edition.episodes)
    channel = _RSS.channel(*_paging_links(place, base), *_channel_elements(publication, editions, base), *items)
    return _serialize(_RSS.rss(channel, version="2.0"))


def _paging_links(place: tuple[int, int], base: str) -> Iterator[etree._Element]:
    number, last = place
    yield _ATOM.link(href=f"{base}{page_name(number)}", rel="self", type=MEDIA_TYPE)
    for way, name in page_links(number, last).items():
        yield _ATOM.link(href=f"{base}{name}", rel=way, type=MEDIA_TYPE)


def page_links(number: int, last: int) -> dict[str, str]:
    """The pages that page `number` of `last` leads to, by their relation (RFC 5005, 3); none from the only one."""
    ways = {"first": 1, "previous": number - 1, "next": number + 1, "last": last} if last > 1 else {}
    return {way: page_name(page) for way, page in ways.items() if 1 <= page <= last}


def make_absolute(feed: bytes, base_url: str) -> bytes:
    """The feed with every relative address completed by `base_url`."""
    rss = etree.fromstring(feed, XML_PARSER)
    base = f"{base_url.rstrip('/')}/"
    for element in rss.iter(etree.Element):
        for name in ("url", "href"):
            if name in element.attrib:
                element.set(name, urljoin(base, element.get(name, "")))
        if element.tag == "link" and element.text is not None:
            element.text = urljoin(base, element.text)
    return _serialize(rss)


def _serialize(rss: etree._Element) -> bytes:
    etree.indent(rss, space=" ")
    return etree.tostring(rss, xml_declaration=True, encoding="UTF-8") + b"\n"


def _channel_elements(publication: Publication, editions: Sequence[Edition], base: str) -> Iterator[etree._Element]:
    narrators = dict.fromkeys(narrator for edition in editions for narrator in edition.narrators)
    alone = "yes" if publication.private else "no"
    yield _RSS.title(clean_text(publication.title))
    yield _RSS.description(_truncate(_channel_description(publication, narrators)))
    yield _RSS.link(publication.link or f"{base}{_INDEX_FILE}")
    yield _RSS.language(publication.language)
    dates = [episode.published for edition in editions for episode in edition.episodes]
    if dates:
        yield _RSS.lastBuildDate(_format_rfc_2822(max(dates)))
    yield _RSS.generator("audio_edition")
    yield _ITUNES.author(clean_text(publication.author))
    yield _category_element(publication.category)
    yield _ITUNES.explicit("false")
    yield _ITUNES.image(href=f"{base}{_COVER_FILE}")
    yield _ITUNES.type("episodic")
    yield _ITUNES.block(alone)
    yield _PODCAST.guid(publication.guid)
    yield _PODCAST.locked(alone)
    yield _PODCAST.medium("podcast")
    yield _ai_content_element()
    for narrator in narrators:
        yield _PODCAST.person(clean_text(narrator), role="narrator", group="cast")


def _category_element(path: str) -> etree._Element:
    """A category, one below it inside."""
    elements = [_ITUNES.category(text=clean_text(name)) for name in path.split(SEPARATOR)]
    for outer, inner in pairwise(elements):
        outer.append(inner)
    first: etree._Element = elements[0]
    return first


def _channel_description(publication: Publication, narrators: Collection[str]) -> str:
    read_by = f"Read by {'; '.join(narrators)}." if narrators else ""
    return clean_text(" ".join(filter(None, (publication.description, read_by))))


def _ai_content_element() -> etree._Element:
    said: etree._Element = _PODCAST.txt("true", purpose="ai-content")
    return said


def _item_element(edition: Edition, episode: Episode, base: str) -> etree._Element:
    stem = f"{base}{episode.stem}"
    item: etree._Element = _RSS.item(
        _RSS.title(clean_text(episode.title)),
        _RSS.guid(episode.guid, isPermaLink="false"),
        _RSS.link(f"{stem}.html"),
        _RSS.enclosure(url=f"{base}{episode.media}", length=str(episode.size), type="audio/mpeg"),
        _RSS.pubDate(_format_rfc_2822(episode.published)),
        _RSS.description(_show_notes(episode)),
        _CONTENT.encoded(_html_show_notes(episode)),
        _ITUNES.duration(str(-(-episode.track.duration_ms // 1000))),
        _ITUNES.season(str(edition.number)),
        _ITUNES.episode(str(episode.number)),
        _ITUNES.episodeType("full"),
        _ITUNES.explicit("false"),
        _ITUNES.image(href=f"{base}{edition.stem}.jpg"),
        _PODCAST.season(str(edition.number), name=clean_text(edition.day)),
        _PODCAST.episode(str(episode.number)),
        _PODCAST.transcript(url=f"{stem}.vtt", type="text/vtt", language=episode.language, rel="captions"),
        _PODCAST.chapters(url=f"{stem}.chapters.json", type=chapters.MEDIA_TYPE),
        _ai_content_element(),
        _podlove_chapters(episode),
    )
    if episode.byline:
        item.append(_ITUNES.author(clean_text(episode.byline)))
    return item


def _podlove_chapters(episode: Episode) -> etree._Element:
    """Podlove Simple Chapters, the only ones gPodder reads."""
    marks = (
        _PSC.chapter(start=format_timestamp(c.start_ms), title=clean_text(c.title)) for c in episode.track.chapters
    )
    listed: etree._Element = _PSC.chapters(*marks, version="1.2")
    return listed


def _show_notes(episode: Episode) -> str:
    """Summary and time stamps, of which Apple makes chapters; a part of them would make wrong ones.

    The stamps of an issue name its articles as its summary does. Where there is no room for both, the stamps win.
    """
    stamps = "\n".join(_chapter_lines(episode))
    whole = f"{episode.summary}\n{stamps}" if episode.kind is EpisodeKind.ARTICLE else stamps
    for notes in (whole, stamps):
        if len(clean_text(notes).encode()) <= _MAX_DESCRIPTION_BYTES:
            return clean_text(notes).strip()
    return _truncate(clean_text(episode.summary))


def _chapter_lines(episode: Episode) -> list[str]:
    """Chapters, each on a line."""
    return [f"{format_clock(c.start_ms)} {' '.join(clean_text(c.title).split())}" for c in episode.track.chapters]


def _html_show_notes(episode: Episode) -> str:
    stamps = "".join(f"<li>{escape(stamp)}</li>" for stamp in _chapter_lines(episode))
    tells_more = episode.summary and episode.kind is EpisodeKind.ARTICLE
    summary = f"<p>{escape(episode.summary)}</p>" if tells_more else ""
    return clean_text(f"{summary}<ul>{stamps}</ul>")


def _truncate(text: str) -> str:
    """At most as many bytes as directories take, cut between characters."""
    data = text.encode()
    return (
        text
        if len(data) <= _MAX_DESCRIPTION_BYTES
        else data[: _MAX_DESCRIPTION_BYTES - 3].decode(errors="ignore") + "…"
    )


def _format_rfc_2822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)
