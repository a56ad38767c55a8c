"""Renders the feed: RSS 2.0 with the namespaces itunes, podcast, psc, atom and content.

It follows PSP-1, the podcast standard of the Podcast Standards Project.
"""

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
"""Parses untrusted feeds: without network access, and without resolving entities."""

_COVER_FILE, _INDEX_FILE = "cover.jpg", "index.html"
_MAX_DESCRIPTION_BYTES = 4000
_MAX_PAGE_EPISODES = 200
"""A page of the feed has at most so many episodes (more if one issue has more), so that an update stays small."""

_RSS = ElementMaker(nsmap=NAMESPACES)
_ATOM, _CONTENT, _ITUNES, _PODCAST, _PSC = (
    ElementMaker(namespace=uri, nsmap=NAMESPACES) for uri in NAMESPACES.values()
)


def page_name(number: int) -> str:
    """Return the file name of a page of the feed; pages are numbered from 1."""
    return "feed.xml" if number == 1 else f"feed-{number}.xml"


def render_feed(publication: Publication, editions: Sequence[Edition], base_url: str = "") -> dict[str, bytes]:
    """Return the pages of the feed (RFC 5005, 3) by file name, the newest last; `editions` come newest first.

    Addresses begin with `base_url`; without one, they are relative to the feed.
    """
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    pages = list(_split_pages(editions))
    files = {
        page_name(number): _render_page(publication, page, (number, len(pages)), base)
        for number, page in enumerate(pages, 1)
    }
    return dict(reversed(files.items()))


def _split_pages(editions: Sequence[Edition]) -> Iterator[list[Edition]]:
    page: list[Edition] = []
    for edition in editions:
        if page and sum(len(issue.episodes) for issue in (*page, edition)) > _MAX_PAGE_EPISODES:
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
    for relation, name in page_links(number, last).items():
        yield _ATOM.link(href=f"{base}{name}", rel=relation, type=MEDIA_TYPE)


def page_links(number: int, last: int) -> dict[str, str]:
    """Return the file names that page `number` of `last` links to, by link relation (RFC 5005, 3).

    A single page has no links to others.
    """
    relations = {"first": 1, "previous": number - 1, "next": number + 1, "last": last} if last > 1 else {}
    return {relation: page_name(page) for relation, page in relations.items() if 1 <= page <= last}


def make_absolute(feed: bytes, base_url: str) -> bytes:
    """Return the feed with every relative address resolved against `base_url`."""
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
    yes_if_private = "yes" if publication.private else "no"
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
    yield _ITUNES.block(yes_if_private)
    yield _PODCAST.guid(publication.guid)
    yield _PODCAST.locked(yes_if_private)
    yield _PODCAST.medium("podcast")
    yield _ai_content_element()
    for narrator in narrators:
        yield _PODCAST.person(clean_text(narrator), role="narrator", group="cast")


def _category_element(path: str) -> etree._Element:
    """Return the element of a category, which contains that of its subcategory if the path names one."""
    elements = [_ITUNES.category(text=clean_text(name)) for name in path.split(SEPARATOR)]
    for outer, inner in pairwise(elements):
        outer.append(inner)
    first: etree._Element = elements[0]
    return first


def _channel_description(publication: Publication, narrators: Collection[str]) -> str:
    read_by = f"Read by {'; '.join(narrators)}." if narrators else ""
    return clean_text(" ".join(filter(None, (publication.description, read_by))))


def _ai_content_element() -> etree._Element:
    element: etree._Element = _PODCAST.txt("true", purpose="ai-content")
    return element


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
    """Return the chapters as Podlove Simple Chapters, the only format that gPodder reads."""
    chapter_elements = (
        _PSC.chapter(start=format_timestamp(c.start_ms), title=clean_text(c.title)) for c in episode.track.chapters
    )
    element: etree._Element = _PSC.chapters(*chapter_elements, version="1.2")
    return element


def _show_notes(episode: Episode) -> str:
    """Return the summary and time stamps of an episode as plain text, within the limit for descriptions.

    Apple makes chapters from the time stamps, so they are all there or none is. For an issue or a section they name
    the same articles as the summary, which is left out. If both do not fit, the time stamps are preferred.
    """
    stamps = "\n".join(_chapter_lines(episode))
    full_notes = f"{episode.summary}\n{stamps}" if episode.kind is EpisodeKind.ARTICLE else stamps
    for notes in (full_notes, stamps):
        if len(clean_text(notes).encode()) <= _MAX_DESCRIPTION_BYTES:
            return clean_text(notes).strip()
    return _truncate(clean_text(episode.summary))


def _chapter_lines(episode: Episode) -> list[str]:
    """Return one line per chapter: its start as hh:mm:ss and its title."""
    return [f"{format_clock(c.start_ms)} {' '.join(clean_text(c.title).split())}" for c in episode.track.chapters]


def _html_show_notes(episode: Episode) -> str:
    stamps = "".join(f"<li>{escape(stamp)}</li>" for stamp in _chapter_lines(episode))
    has_summary = episode.summary and episode.kind is EpisodeKind.ARTICLE
    summary = f"<p>{escape(episode.summary)}</p>" if has_summary else ""
    return clean_text(f"{summary}<ul>{stamps}</ul>")


def _truncate(text: str) -> str:
    """Return the text cut between characters to the number of bytes that directories accept in a description."""
    data = text.encode()
    return (
        text
        if len(data) <= _MAX_DESCRIPTION_BYTES
        else data[: _MAX_DESCRIPTION_BYTES - 3].decode(errors="ignore") + "…"
    )


def _format_rfc_2822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)
