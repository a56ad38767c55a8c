"""The feed: RSS 2.0 with the itunes, podcast, psc, atom and content namespaces (PSP-1, the podcast standard)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.builder import ElementMaker

from audio_edition.model import Edition, Episode
from audio_edition.podcast import chapters
from audio_edition.podcast.transcript import clock, timestamp
from audio_edition.podcast.xml_text import clean_text

_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
MEDIA_TYPE = "application/rss+xml"
_FEED, _COVER, _PAGE = "feed.xml", "cover.jpg", "index.html"
_DESCRIPTION_BYTES = 4000

_RSS = ElementMaker(nsmap=_SPACES)
_ATOM, _CONTENT, _ITUNES, _PODCAST, _PSC = (ElementMaker(namespace=uri, nsmap=_SPACES) for uri in _SPACES.values())


def render_feed(edition: Edition, base_url: str = "") -> bytes:
    """The feed of an edition; addresses begin with `base_url`, or are relative to the feed without one."""
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    channel = _RSS.channel(*_channel(edition, base), *(_item(edition, each, base) for each in edition.episodes))
    rss = _RSS.rss(channel, version="2.0")
    return _bytes(rss)


def absolute_feed(feed: bytes, base_url: str) -> bytes:
    """The feed with every relative address completed by `base_url`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    rss = etree.fromstring(feed, parser)
    base = f"{base_url.rstrip('/')}/"
    for element in rss.iter(etree.Element):
        for name in ("url", "href"):
            if name in element.attrib:
                element.set(name, urljoin(base, element.get(name, "")))
        if element.tag == "link" and element.text is not None:
            element.text = urljoin(base, element.text)
    return _bytes(rss)


def _bytes(rss: etree._Element) -> bytes:
    etree.indent(rss, space=" ")
    return etree.tostring(rss, xml_declaration=True, encoding="UTF-8") + b"\n"


def _channel(edition: Edition, base: str) -> Iterator[etree._Element]:
    yield _ATOM.link(href=f"{base}{_FEED}", rel="self", type=MEDIA_TYPE)
    yield _RSS.title(clean_text(edition.title))
    yield _RSS.description(_cut(_description(edition)))
    yield _RSS.link(edition.link or f"{base}{_PAGE}")
    yield _RSS.language(edition.language)
    yield _RSS.lastBuildDate(_rfc_2822(datetime.combine(edition.issue_date, time(), UTC)))
    yield _RSS.generator("audio_edition")
    yield _ITUNES.author(clean_text(edition.author or edition.title))
    yield _ITUNES.category(text=clean_text(edition.category))
    yield _ITUNES.explicit("false")
    yield _ITUNES.image(href=f"{base}{_COVER}")
    yield _ITUNES.type("episodic")
    yield _PODCAST.guid(edition.guid)
    yield _PODCAST.locked("no")
    yield _PODCAST.medium("podcast")
    for narrator in edition.narrators:
        yield _PODCAST.person(clean_text(narrator), role="narrator", group="cast")


def _description(edition: Edition) -> str:
    read_by = f"Read by {'; '.join(edition.narrators)}." if edition.narrators else ""
    return clean_text(" ".join(filter(None, (edition.description or edition.title, read_by))))


def _item(edition: Edition, episode: Episode, base: str) -> etree._Element:
    stem = f"{base}episodes/{episode.slug}"
    item: etree._Element = _RSS.item(
        _RSS.title(clean_text(episode.title)),
        _RSS.guid(episode.guid, isPermaLink="false"),
        _RSS.link(f"{stem}.html"),
        _RSS.enclosure(url=f"{stem}.mp3", length=str(episode.size), type="audio/mpeg"),
        _RSS.pubDate(_rfc_2822(_published(edition, episode))),
        _RSS.description(_cut(_notes(episode))),
        _CONTENT.encoded(_html_notes(episode)),
        _ITUNES.duration(str(-(-episode.track.duration_ms // 1000))),
        _ITUNES.episodeType("full"),
        _ITUNES.explicit("false"),
        _PODCAST.transcript(url=f"{stem}.vtt", type="text/vtt", language=episode.language, rel="captions"),
        _PODCAST.chapters(url=f"{stem}.chapters.json", type=chapters.MEDIA_TYPE),
        _simple_chapters(episode),
    )
    if episode.byline:
        item.append(_ITUNES.author(clean_text(episode.byline)))
    return item


def _simple_chapters(episode: Episode) -> etree._Element:
    """Podlove Simple Chapters, the only ones gPodder reads."""
    marks = (_PSC.chapter(start=timestamp(c.start_ms), title=clean_text(c.title)) for c in episode.track.chapters)
    listed: etree._Element = _PSC.chapters(*marks, version="1.2")
    return listed


def _notes(episode: Episode) -> str:
    """Summary and time stamps: Apple makes chapters of a list that begins at 00:00:00."""
    stamps = [f"{clock(c.start_ms)} {c.title}" for c in episode.track.chapters]
    return clean_text("\n".join(filter(None, (episode.summary, *stamps))))


def _html_notes(episode: Episode) -> str:
    stamps = "".join(f"<li>{clock(c.start_ms)} {escape(c.title)}</li>" for c in episode.track.chapters)
    summary = f"<p>{escape(episode.summary)}</p>" if episode.summary else ""
    return clean_text(f"{summary}<ul>{stamps}</ul>")


def _cut(text: str) -> str:
    """At most as many bytes as directories take, cut between characters."""
    data = text.encode()
    return text if len(data) <= _DESCRIPTION_BYTES else data[: _DESCRIPTION_BYTES - 3].decode(errors="ignore") + "…"


def _published(edition: Edition, episode: Episode) -> datetime:
    """Clients sort by date alone: within an edition each episode is a second older than the one before it."""
    return episode.published + timedelta(seconds=len(edition.episodes) - episode.number)


def _rfc_2822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def enclosures(feed: bytes) -> tuple[tuple[str, int], ...]:
    """Path below the feed and length of every enclosure. Raises ValueError if the feed cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        rss = etree.fromstring(feed, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    found = (element.attrib for element in rss.iter("enclosure"))
    return tuple((_below(str(e["url"])), int(e["length"])) for e in found)


def _below(url: str) -> str:
    path = urlsplit(url).path
    return path[path.rfind("episodes/") :] if "episodes/" in path else path
