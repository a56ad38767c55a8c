"""What is to be added, one step after the other, and what became of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from audio_edition import readers, segmenter
from audio_edition.acquisition.article_folder import Folder, Kept, Status
from audio_edition.acquisition.saved_page import Origin, add_record, render_entry
from audio_edition.errors import ArticleError, FetchError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.readers import feed, html
from audio_edition.readers.decoding import declared_charset, decode
from audio_edition.readers.feed import FeedEntry
from audio_edition.readers.sources import make_slug
from audio_edition.web.addresses import normalize_address
from audio_edition.web.fetch_policy import DEFAULT_POLICY, FetchPolicy
from audio_edition.web.fetcher import Fetcher, FetchResult

Progress = Callable[[int, int], None]
"""Called with how many things are done and how many there are so far: a feed brings more."""


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Where articles go, and which of a feed's new entries are wanted: at most so many, and none that is older."""

    section: str | None = None
    limit: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a source: a file and its headline, or an error; `note` is worth a warning."""

    source: str
    status: Status
    file: Path | None = None
    headline: str = ""
    note: str = ""
    error: ArticleError | None = None


def add(
    sources: Sequence[str], root: Path, choice: Choice, progress: Progress, manners: FetchPolicy = DEFAULT_POLICY
) -> tuple[Outcome, ...]:
    """Save what the sources lead to into the folder `root`. Raises ConfigError where it may not write.

    What cannot be fetched or read is an outcome too, and costs nothing but itself.
    """
    with Folder(root, choice.section) as folder, Fetcher(manners) as fetcher:
        return _Run(folder, fetcher, choice).work(sources, progress)


@dataclass(frozen=True, slots=True)
class _Step:
    """Something to do for a source: it ends in an outcome, or in further steps."""

    source: str
    act: Callable[[], Outcome | Sequence[_Step]]


@dataclass(slots=True, kw_only=True)
class _Feed:
    """A feed with so many entries `left` to save; `complete` as long as none that is new is left out or fails."""

    answer: FetchResult
    left: int
    complete: bool


class _Run:
    """One call of `add`."""

    def __init__(self, folder: Folder, fetcher: Fetcher, choice: Choice) -> None:
        self._folder = folder
        self._fetcher = fetcher
        self._choice = choice
        self._today = datetime.now(UTC).date()

    def work(self, sources: Sequence[str], progress: Progress) -> tuple[Outcome, ...]:
        """Do one step after the other; the steps of a feed are next in line."""
        steps = deque(_Step(source, partial(self._source, source)) for source in sources)
        done: list[Outcome] = []
        while steps:
            step = steps.popleft()
            try:
                result = step.act()
            except ArticleError as error:
                result = Outcome(source=step.source, status=Status.FAILED, error=error)
            if isinstance(result, Outcome):
                done.append(result)
            else:
                steps.extendleft(reversed(result))
            progress(len(done), len(done) + len(steps))
        return tuple(done)

    def _source(self, source: str) -> Outcome | Sequence[_Step]:
        if "://" in source:
            return self._address(source)
        path = Path(source)
        if not path.exists():
            raise UnreadableArticleError(f"{source}: no such file", hint="web addresses begin with https://")
        if path.suffix.lower() in feed.SUFFIXES:
            return self._feed(source, FetchResult(address=path.resolve().as_uri(), data=readers.read_bytes(path)))
        return self._file(source, path)

    def _file(self, source: str, path: Path) -> Outcome:
        """A copy of a file under its own name, once the readers have read it."""
        headline, note = _story(readers.read(path))
        if path.resolve().is_relative_to(self._folder.root.resolve()):
            return Outcome(source=source, status=Status.UNCHANGED, file=path, headline=headline, note=note)
        kept = self._folder.put(path.resolve().as_uri(), path.name.lstrip("."), readers.read_bytes(path))
        return _outcome(source, kept, headline, note)

    def _address(self, source: str) -> Outcome | Sequence[_Step]:
        answer = self._fetcher.fetch(source, self._folder.validators)
        if feed.is_feed(answer.data, answer.media_type):
            return self._feed(source, answer)
        return self._page(source, answer, Origin(address=answer.address, day=self._today))

    def _page(self, source: str, answer: FetchResult, origin: Origin) -> Outcome:
        """A page as its host sent it; the day that `origin` may give is a feed's, taken where the page has none."""
        if answer.unchanged:
            return Outcome(source=source, status=Status.UNCHANGED, file=self._folder.find(answer.address))
        if answer.media_type not in _PAGES and not answer.media_type.endswith("xml"):
            raise FetchError(
                f"{answer.address}: is {answer.media_type}, neither a page nor a feed",
                hint="if it is an article, save it and add the file",
            )
        origin = replace(origin, charset=answer.charset)
        article = _read(add_record(answer.data, replace(origin, published=None)), answer.address)
        headline, note = _story((article,))
        page = add_record(answer.data, replace(origin, published=None if article.published else origin.published))
        kept = self._folder.put(origin.address, f"{make_slug(headline)}.html", page, answer.validators)
        return _outcome(source, kept, headline, note)

    def _feed(self, source: str, answer: FetchResult) -> Outcome | Sequence[_Step]:
        """A step for each entry that is new and wanted."""
        kind = f"{answer.media_type}; charset={answer.charset}" if answer.charset else answer.media_type
        try:
            entries = feed.parse_entries(answer.data, kind)
        except UnreadableArticleError as error:
            raise UnreadableArticleError(f"{source}: {error}", hint=error.hint) from error
        seen = self._folder.entries(answer.address)
        new = [entry for entry in entries if entry.id not in seen]
        wanted = self._wanted(new)
        work = _Feed(answer=answer, left=len(wanted), complete=len(wanted) == len(new))
        if not wanted:
            self._count_down(work)
            return Outcome(source=source, status=Status.UNCHANGED)
        return [_Step(_link(answer, entry), partial(self._entry, work, entry)) for entry in wanted]

    def _wanted(self, entries: Sequence[FeedEntry]) -> list[FeedEntry]:
        """Those that were asked for, the newest first; one without a date may be of any."""
        since = self._choice.since or date.min
        wanted = [entry for entry in entries if (entry.published or date.max) >= since]
        wanted.sort(key=lambda entry: entry.published or date.min, reverse=True)
        return wanted[: self._choice.limit]

    def _entry(self, work: _Feed, entry: FeedEntry) -> Outcome:
        """Save an entry and never again; one that fails has its turn the next time."""
        try:
            link = _link(work.answer, entry)
            outcome = self._new_entry(work, link, entry)
            self._folder.remember_entry(work.answer.address, entry.id, link)
        except BaseException:
            work.complete = False
            raise
        finally:
            self._count_down(work)
        return outcome

    def _new_entry(self, work: _Feed, link: str, entry: FeedEntry) -> Outcome:
        """Save an entry, unless its page was added by itself; a feed may give many entries one address."""
        shared = link in self._folder.entries(work.answer.address).values()
        address = f"{link}#{quote(entry.id, safe='')}" if shared else link
        if self._folder.knows(address):
            return Outcome(source=link, status=Status.UNCHANGED, file=self._folder.find(address))
        origin = Origin(address=address, day=self._today, published=entry.published)
        save = self._clipping if entry.text else partial(self._linked, work)
        return save(link, entry, origin)

    def _clipping(self, link: str, entry: FeedEntry, origin: Origin) -> Outcome:
        """The full text that the feed has."""
        page = add_record(render_entry(entry), replace(origin, published=None))  # the page has its day itself
        headline, note = _story((_read(page, link),))
        return _outcome(link, self._folder.put(origin.address, f"{make_slug(headline)}.html", page), headline, note)

    def _linked(self, work: _Feed, link: str, entry: FeedEntry, origin: Origin) -> Outcome:
        """The page behind the link."""
        if not entry.link:
            self._folder.remember_entry(work.answer.address, entry.id, link)  # it will never have more
            raise NoStoryError(f"{link}: the entry has neither text nor link", hint="there is nothing to save")
        answer = self._fetcher.fetch(_target(work.answer, entry), self._folder.validators)
        if feed.is_feed(answer.data, answer.media_type):
            raise FetchError(f"{link}: leads to another feed", hint="add that one by itself")
        return self._page(link, answer, replace(origin, address=origin.address.replace(link, answer.address, 1)))

    def _count_down(self, work: _Feed) -> None:
        """Remember the feed's state once no entry of it is outstanding."""
        work.left -= 1
        if work.left <= 0 and work.complete:
            self._folder.remember_feed(work.answer.address, work.answer.validators)


def _link(answer: FetchResult, entry: FeedEntry) -> str:
    """An entry's address in its normal form; for one that gives none, an address inside the feed."""
    try:
        return normalize_address(_target(answer, entry)).url
    except FetchError:
        return f"{answer.address}#{quote(entry.id, safe='')}"


def _target(answer: FetchResult, entry: FeedEntry) -> str:
    """The address that an entry's link gives."""
    try:
        return urljoin(answer.address, entry.link)
    except ValueError:  # brackets that hold no IPv6 address, for one
        return entry.link


def _read(page: bytes, address: str) -> Article:
    """The article of a page. Raises ArticleError."""
    text, _ = decode(page, where=address, declared=declared_charset(page))
    article = html.parse(text)
    if not article.blocks:
        raise NoStoryError(
            f"{address}: there is no text in it",
            hint="if a browser shows some, save the page there and add the file",
        )
    return replace(article, id=make_slug(_name(address)), source=address)


def _name(address: str) -> str:
    """What a page without a headline is called: by its path, else by its host."""
    parts = urlsplit(address)
    return parts.path.strip("/") or parts.netloc


def _story(articles: Sequence[Article]) -> tuple[str, str]:
    """The headline of the first story, and a word of warning if there is none."""
    for article in articles:
        try:
            return segmenter.segment(article).headline, ""
        except NoStoryError:
            continue
    named = (article.headline for article in articles if article.headline)
    return next(named, articles[0].id), "no story was found in it; `audio-edition segment` shows why"


def _outcome(source: str, kept: Kept, headline: str, note: str) -> Outcome:
    notes = "; ".join(filter(None, (kept.note, note)))
    return Outcome(source=source, status=kept.status, file=kept.file, headline=headline, note=notes)
