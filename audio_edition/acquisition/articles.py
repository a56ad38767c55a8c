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
from audio_edition.acquisition.article_folder import ArticleFolder, SaveResult, Status
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

AddProgress = Callable[[int, int], None]
"""Called with how many things are done and how many there are so far: a feed brings more."""


_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """Where articles go, and which of a feed's new entries are wanted: at most so many, and none that is older."""

    section: str | None = None
    limit: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome:
    """What became of a source: a file and its headline, or an error; `note` is worth a warning."""

    source: str
    status: Status
    file: Path | None = None
    headline: str = ""
    note: str = ""
    error: ArticleError | None = None


def add_articles(
    sources: Sequence[str],
    root: Path,
    choice: AddOptions,
    progress: AddProgress,
    manners: FetchPolicy = DEFAULT_POLICY,
) -> tuple[AddOutcome, ...]:
    """Save what the sources lead to into the folder `root`. Raises ConfigError where it may not write.

    What cannot be fetched or read is an outcome too, and costs nothing but itself.
    """
    with ArticleFolder(root, choice.section) as folder, Fetcher(manners) as fetcher:
        return _AddRun(folder, fetcher, choice).run_tasks(sources, progress)


@dataclass(frozen=True, slots=True)
class _Task:
    """Something to do for a source: it ends in an outcome, or in further steps."""

    source: str
    act: Callable[[], AddOutcome | Sequence[_Task]]


@dataclass(slots=True, kw_only=True)
class _FeedProgress:
    """A feed with so many entries `left` to save; `complete` as long as none that is new is left out or fails."""

    answer: FetchResult
    left: int
    complete: bool


class _AddRun:
    """One call of `add`."""

    def __init__(self, folder: ArticleFolder, fetcher: Fetcher, choice: AddOptions) -> None:
        self._folder = folder
        self._fetcher = fetcher
        self._options = choice
        self._today = datetime.now(UTC).date()

    def run_tasks(self, sources: Sequence[str], progress: AddProgress) -> tuple[AddOutcome, ...]:
        """Do one step after the other; the steps of a feed are next in line."""
        steps = deque(_Task(source, partial(self._add_source, source)) for source in sources)
        done: list[AddOutcome] = []
        while steps:
            step = steps.popleft()
            try:
                result = step.act()
            except ArticleError as error:
                result = AddOutcome(source=step.source, status=Status.FAILED, error=error)
            if isinstance(result, AddOutcome):
                done.append(result)
            else:
                steps.extendleft(reversed(result))
            progress(len(done), len(done) + len(steps))
        return tuple(done)

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
        """A copy of a file under its own name, once the readers have read it."""
        headline, note = _find_headline(readers.read(path))
        if path.resolve().is_relative_to(self._folder.root.resolve()):
            return AddOutcome(source=source, status=Status.UNCHANGED, file=path, headline=headline, note=note)
        kept = self._folder.put(path.resolve().as_uri(), path.name.lstrip("."), readers.read_bytes(path))
        return _make_outcome(source, kept, headline, note)

    def _add_address(self, source: str) -> AddOutcome | Sequence[_Task]:
        answer = self._fetcher.fetch(source, self._folder.validators)
        if feed.is_feed(answer.data, answer.media_type):
            return self._add_feed(source, answer)
        return self._add_page(source, answer, Origin(address=answer.address, day=self._today))

    def _add_page(self, source: str, answer: FetchResult, origin: Origin) -> AddOutcome:
        """A page as its host sent it; the day that `origin` may give is a feed's, taken where the page has none."""
        if answer.unchanged:
            return AddOutcome(source=source, status=Status.UNCHANGED, file=self._folder.find(answer.address))
        if answer.media_type not in _PAGE_TYPES and not answer.media_type.endswith("xml"):
            raise FetchError(
                f"{answer.address}: is {answer.media_type}, neither a page nor a feed",
                hint="if it is an article, save it and add the file",
            )
        origin = replace(origin, charset=answer.charset)
        article = _read_page(add_record(answer.data, replace(origin, published=None)), answer.address)
        headline, note = _find_headline((article,))
        page = add_record(answer.data, replace(origin, published=None if article.published else origin.published))
        kept = self._folder.put(origin.address, f"{make_slug(headline)}.html", page, answer.validators)
        return _make_outcome(source, kept, headline, note)

    def _add_feed(self, source: str, answer: FetchResult) -> AddOutcome | Sequence[_Task]:
        """A step for each entry that is new and wanted."""
        kind = f"{answer.media_type}; charset={answer.charset}" if answer.charset else answer.media_type
        try:
            entries = feed.parse_entries(answer.data, kind)
        except UnreadableArticleError as error:
            raise UnreadableArticleError(f"{source}: {error}", hint=error.hint) from error
        seen = self._folder.saved_entries(answer.address)
        new = [entry for entry in entries if entry.id not in seen]
        wanted = self._select_entries(new)
        work = _FeedProgress(answer=answer, left=len(wanted), complete=len(wanted) == len(new))
        if not wanted:
            self._finish_entry(work)
            return AddOutcome(source=source, status=Status.UNCHANGED)
        return [_Task(_entry_address(answer, entry), partial(self._add_entry, work, entry)) for entry in wanted]

    def _select_entries(self, entries: Sequence[FeedEntry]) -> list[FeedEntry]:
        """Those that were asked for, the newest first; one without a date may be of any."""
        since = self._options.since or date.min
        wanted = [entry for entry in entries if (entry.published or date.max) >= since]
        wanted.sort(key=lambda entry: entry.published or date.min, reverse=True)
        return wanted[: self._options.limit]

    def _add_entry(self, work: _FeedProgress, entry: FeedEntry) -> AddOutcome:
        """Save an entry and never again; one that fails has its turn the next time."""
        try:
            link = _entry_address(work.answer, entry)
            outcome = self._save_entry(work, link, entry)
            self._folder.remember_entry(work.answer.address, entry.id, link)
        except BaseException:
            work.complete = False
            raise
        finally:
            self._finish_entry(work)
        return outcome

    def _save_entry(self, work: _FeedProgress, link: str, entry: FeedEntry) -> AddOutcome:
        """Save an entry, unless its page was added by itself; a feed may give many entries one address."""
        shared = link in self._folder.saved_entries(work.answer.address).values()
        address = f"{link}#{quote(entry.id, safe='')}" if shared else link
        if self._folder.is_known(address):
            return AddOutcome(source=link, status=Status.UNCHANGED, file=self._folder.find(address))
        origin = Origin(address=address, day=self._today, published=entry.published)
        save = self._save_full_text if entry.text else partial(self._save_linked_page, work)
        return save(link, entry, origin)

    def _save_full_text(self, link: str, entry: FeedEntry, origin: Origin) -> AddOutcome:
        """The full text that the feed has."""
        page = add_record(render_entry(entry), replace(origin, published=None))  # the page has its day itself
        headline, note = _find_headline((_read_page(page, link),))
        return _make_outcome(
            link, self._folder.put(origin.address, f"{make_slug(headline)}.html", page), headline, note
        )

    def _save_linked_page(self, work: _FeedProgress, link: str, entry: FeedEntry, origin: Origin) -> AddOutcome:
        """The page behind the link."""
        if not entry.link:
            self._folder.remember_entry(work.answer.address, entry.id, link)  # it will never have more
            raise NoStoryError(f"{link}: the entry has neither text nor link", hint="there is nothing to save")
        answer = self._fetcher.fetch(_resolve_link(work.answer, entry), self._folder.validators)
        if feed.is_feed(answer.data, answer.media_type):
            raise FetchError(f"{link}: leads to another feed", hint="add that one by itself")
        return self._add_page(
            link, answer, replace(origin, address=origin.address.replace(link, answer.address, 1))
        )

    def _finish_entry(self, work: _FeedProgress) -> None:
        """Remember the feed's state once no entry of it is outstanding."""
        work.left -= 1
        if work.left <= 0 and work.complete:
            self._folder.remember_feed(work.answer.address, work.answer.validators)


def _entry_address(answer: FetchResult, entry: FeedEntry) -> str:
    """An entry's address in its normal form; for one that gives none, an address inside the feed."""
    try:
        return normalize_address(_resolve_link(answer, entry)).url
    except FetchError:
        return f"{answer.address}#{quote(entry.id, safe='')}"


def _resolve_link(answer: FetchResult, entry: FeedEntry) -> str:
    """The address that an entry's link gives."""
    try:
        return urljoin(answer.address, entry.link)
    except ValueError:  # brackets that hold no IPv6 address, for one
        return entry.link


def _read_page(page: bytes, address: str) -> Article:
    """The article of a page. Raises ArticleError."""
    text, _ = decode(page, where=address, declared=declared_charset(page))
    article = html.parse(text)
    if not article.blocks:
        raise NoStoryError(
            f"{address}: there is no text in it",
            hint="if a browser shows some, save the page there and add the file",
        )
    return replace(article, id=make_slug(_fallback_name(address)), source=address)


def _fallback_name(address: str) -> str:
    """What a page without a headline is called: by its path, else by its host."""
    parts = urlsplit(address)
    return parts.path.strip("/") or parts.netloc


def _find_headline(articles: Sequence[Article]) -> tuple[str, str]:
    """The headline of the first story, and a word of warning if there is none."""
    for article in articles:
        try:
            return segmenter.segment(article).headline, ""
        except NoStoryError:
            continue
    named = (article.headline for article in articles if article.headline)
    return next(named, articles[0].id), "no story was found in it; `audio-edition segment` shows why"


def _make_outcome(source: str, kept: SaveResult, headline: str, note: str) -> AddOutcome:
    notes = "; ".join(filter(None, (kept.note, note)))
    return AddOutcome(source=source, status=kept.status, file=kept.file, headline=headline, note=notes)
