"""Add articles from addresses, feeds and files to a folder, one after the other, and report each outcome."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from audio_edition import readers, segmenter
from audio_edition.acquisition.article_folder import ArticleFolder, SaveResult, Status
from audio_edition.acquisition.saved_page import Origin, add_record, render_entry
from audio_edition.errors import ArticleError, FetchError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.readers import feed, html
from audio_edition.readers.decoding import declared_charset, decode
from audio_edition.readers.entries import FeedEntry
from audio_edition.readers.sources import make_slug
from audio_edition.web.addresses import normalize_address
from audio_edition.web.fetch_policy import DEFAULT_POLICY, FetchPolicy
from audio_edition.web.fetcher import Fetcher, FetchResult

AddProgress = Callable[[int, int], None]
"""Called with the number of finished tasks and the number known so far, to which a feed adds."""

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """The section of new articles, and which new entries of a feed to save: up to `limit`, none before `since`."""

    section: str | None = None
    limit: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome:
    """The outcome for an article: its file and headline, or an error; `note` is a warning, or ''."""

    source: str
    status: Status
    file: Path | None = None
    headline: str = ""
    note: str = ""
    error: ArticleError | None = None


def add_articles(
    sources: Sequence[str],
    root: Path,
    options: AddOptions,
    progress: AddProgress,
    policy: FetchPolicy = DEFAULT_POLICY,
) -> tuple[AddOutcome, ...]:
    """Save the articles of the sources (addresses of pages or feeds, and files) into the folder `root`.

    An article that cannot be fetched or read is a failed outcome and does not stop the others. Raises ConfigError
    if the folder is locked or cannot be written.
    """
    with ArticleFolder(root, options.section) as folder, Fetcher(policy) as fetcher:
        return _AddRun(folder, fetcher, options).run_tasks(sources, progress)


@dataclass(frozen=True, slots=True)
class _Task:
    """An action for a source; it returns an outcome, or further tasks."""

    source: str
    act: Callable[[], AddOutcome | Sequence[_Task]]


@dataclass(slots=True, kw_only=True)
class _FeedProgress:
    """A feed with the number of `pending` entries; `complete` until a new entry is left out or fails."""

    response: FetchResult
    pending: int
    complete: bool


class _AddRun:
    """One call of `add`."""

    def __init__(self, folder: ArticleFolder, fetcher: Fetcher, options: AddOptions) -> None:
        self._folder = folder
        self._fetcher = fetcher
        self._options = options
        self._today = datetime.now(UTC).date()

    def run_tasks(self, sources: Sequence[str], progress: AddProgress) -> tuple[AddOutcome, ...]:
        """Run one task after the other; the tasks of a feed come next."""
        tasks = deque(_Task(source, partial(self._add_source, source)) for source in sources)
        outcomes: list[AddOutcome] = []
        while tasks:
            task = tasks.popleft()
            try:
                result = task.act()
            except ArticleError as error:
                result = AddOutcome(source=task.source, status=Status.FAILED, error=error)
            if isinstance(result, AddOutcome):
                outcomes.append(result)
            else:
                tasks.extendleft(reversed(result))
            progress(len(outcomes), len(outcomes) + len(tasks))
        return tuple(outcomes)

    def _add_source(self, source: str) -> AddOutcome | Sequence[_Task]:
        if "://" in source:
            return self._add_address(source)
        path = Path(source)
        if not path.exists():
            raise UnreadableArticleError(f"{source}: no such file", hint="web addresses begin with https://")
        if path.suffix.lower() in feed.SUFFIXES:
            return self._add_feed(
                source, FetchResult(address=path.resolve().as_uri(), data=readers.read_bytes(path))
            )
        return self._add_file(source, path)

    def _add_file(self, source: str, path: Path) -> AddOutcome:
        """Copy a file under its own name, if the readers can read it."""
        headline, note = _find_headline(readers.read(path))
        if path.resolve().is_relative_to(self._folder.root.resolve()):
            return AddOutcome(source=source, status=Status.UNCHANGED, file=path, headline=headline, note=note)
        result = self._folder.put(path.resolve().as_uri(), path.name.lstrip("."), readers.read_bytes(path))
        return _make_outcome(source, result, headline, note)

    def _add_address(self, source: str) -> AddOutcome | Sequence[_Task]:
        response = self._fetcher.fetch(source, self._folder.validators)
        if feed.is_feed(response.data, response.media_type):
            return self._add_feed(source, response)
        return self._add_page(source, response, Origin(address=response.address, day=self._today))

    def _add_page(self, source: str, response: FetchResult, origin: Origin) -> AddOutcome:
        """Save a page as its host sent it; the feed's date in `origin` is recorded if the page has no date."""
        if response.unchanged:
            return AddOutcome(source=source, status=Status.UNCHANGED, file=self._folder.find(response.address))
        if response.media_type not in _PAGE_TYPES and not response.media_type.endswith("xml"):
            raise FetchError(
                f"{response.address}: is {response.media_type}, neither a page nor a feed",
                hint="if it is an article, save it and add the file",
            )
        origin = replace(origin, charset=response.charset)
        article = _read_page(add_record(response.data, replace(origin, published=None)), response.address)
        headline, note = _find_headline((article,))
        page = add_record(response.data, replace(origin, published=None if article.published else origin.published))
        result = self._folder.put(origin.address, f"{make_slug(headline)}.html", page, response.validators)
        return _make_outcome(source, result, headline, note)

    def _add_feed(self, source: str, response: FetchResult) -> AddOutcome | Sequence[_Task]:
        """Return a task for each entry that is new and selected."""
        content_type = (
            f"{response.media_type}; charset={response.charset}" if response.charset else response.media_type
        )
        try:
            entries = feed.parse_entries(response.data, content_type)
        except UnreadableArticleError as error:
            raise UnreadableArticleError(f"{source}: {error}", hint=error.hint) from error
        saved_entries = self._folder.saved_entries(response.address)
        new = [entry for entry in entries if entry.id not in saved_entries]
        selected = self._select_entries(new)
        feed_progress = _FeedProgress(response=response, pending=len(selected), complete=len(selected) == len(new))
        if not selected:
            self._finish_entry(feed_progress)
            return AddOutcome(source=source, status=Status.UNCHANGED)
        return [
            _Task(_entry_address(response, entry), partial(self._add_entry, feed_progress, entry))
            for entry in selected
        ]

    def _select_entries(self, entries: Sequence[FeedEntry]) -> list[FeedEntry]:
        """Return the entries that the options select, the newest first; one without a date passes `since`."""
        since = self._options.since or date.min
        selected = [entry for entry in entries if (entry.published or date.max) >= since]
        selected.sort(key=lambda entry: entry.published or date.min, reverse=True)
        return selected[: self._options.limit]

    def _add_entry(self, feed_progress: _FeedProgress, entry: FeedEntry) -> AddOutcome:
        """Save an entry and remember it; an entry that fails is tried again in the next run."""
        try:
            link = _entry_address(feed_progress.response, entry)
            outcome = self._save_entry(feed_progress, link, entry)
            self._folder.remember_entry(feed_progress.response.address, entry.id, link)
        except BaseException:
            feed_progress.complete = False
            raise
        finally:
            self._finish_entry(feed_progress)
        return outcome

    def _save_entry(self, feed_progress: _FeedProgress, link: str, entry: FeedEntry) -> AddOutcome:
        """Save an entry unless its page was added before; entries that share a link get their own addresses."""
        is_shared = link in self._folder.saved_entries(feed_progress.response.address).values()
        address = f"{link}#{quote(entry.id, safe='')}" if is_shared else link
        if self._folder.is_known(address):
            return AddOutcome(source=link, status=Status.UNCHANGED, file=self._folder.find(address))
        origin = Origin(address=address, day=self._today, published=entry.published)
        save = self._save_full_text if entry.text else partial(self._save_linked_page, feed_progress)
        return save(link, entry, origin)

    def _save_full_text(self, link: str, entry: FeedEntry, origin: Origin) -> AddOutcome:
        """Save an entry's full text from the feed as a page."""
        page = add_record(render_entry(entry), replace(origin, published=None))  # the page declares its date
        headline, note = _find_headline((_read_page(page, link),))
        return _make_outcome(
            link, self._folder.put(origin.address, f"{make_slug(headline)}.html", page), headline, note
        )

    def _save_linked_page(
        self, feed_progress: _FeedProgress, link: str, entry: FeedEntry, origin: Origin
    ) -> AddOutcome:
        """Save the page that an entry links to."""
        if not entry.link:
            self._folder.remember_entry(feed_progress.response.address, entry.id, link)  # do not try it again
            raise NoStoryError(f"{link}: the entry has neither text nor link", hint="there is nothing to save")
        response = self._fetcher.fetch(_resolve_link(feed_progress.response, entry), self._folder.validators)
        if feed.is_feed(response.data, response.media_type):
            raise FetchError(f"{link}: leads to another feed", hint="add that one by itself")
        return self._add_page(
            link, response, replace(origin, address=origin.address.replace(link, response.address, 1))
        )

    def _finish_entry(self, feed_progress: _FeedProgress) -> None:
        """Count an entry as finished; after the last one, remember the validators of a complete feed."""
        feed_progress.pending -= 1
        if feed_progress.pending <= 0 and feed_progress.complete:
            self._folder.remember_feed(feed_progress.response.address, feed_progress.response.validators)


def _entry_address(response: FetchResult, entry: FeedEntry) -> str:
    """Return the normal form of an entry's link; for an unusable link, the feed's address with the entry's id."""
    try:
        return normalize_address(_resolve_link(response, entry)).url
    except FetchError:
        return f"{response.address}#{quote(entry.id, safe='')}"


def _resolve_link(response: FetchResult, entry: FeedEntry) -> str:
    """Return an entry's link, resolved against the feed's address."""
    try:
        return urljoin(response.address, entry.link)
    except ValueError:  # for example brackets without an IPv6 address
        return entry.link


def _read_page(page: bytes, address: str) -> Article:
    """Return the article of a page. Raises ArticleError."""
    text, _ = decode(page, where=address, declared=declared_charset(page))
    article = html.parse(text)
    if not article.blocks:
        raise NoStoryError(
            f"{address}: there is no text in it",
            hint="if a browser shows some, save the page there and add the file",
        )
    return replace(article, id=make_slug(_fallback_name(address)), source=address)


def _fallback_name(address: str) -> str:
    """Return a name for a page without a headline: its path, else its host."""
    parts = urlsplit(address)
    return parts.path.strip("/") or parts.netloc


def _find_headline(articles: Sequence[Article]) -> tuple[str, str]:
    """Return the headline of the first article with a story, and a warning if there is none."""
    for article in articles:
        try:
            return segmenter.segment(article).headline, ""
        except NoStoryError:
            continue
    headlines = (article.headline for article in articles if article.headline)
    return next(headlines, articles[0].id), "no story was found in it; `audio-edition segment` shows why"


def _make_outcome(source: str, result: SaveResult, headline: str, note: str) -> AddOutcome:
    notes = "; ".join(filter(None, (result.note, note)))
    return AddOutcome(source=source, status=result.status, file=result.file, headline=headline, note=notes)
