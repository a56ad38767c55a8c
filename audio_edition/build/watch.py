"""Watches articles and builds the edition again whenever they have changed."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from watchfiles import Change, watch

from audio_edition.build.subprocess_build import BuildOutcome, SubprocessBuilder
from audio_edition.errors import PublishError

_DEBOUNCE_MS = 1000
"""A build begins after so long without a change, so that files being saved or copied are complete."""

_TEMPORARY_FILES = re.compile(
    r"~$|^~\$|^#.*#$|^4913$|___jb_(old|tmp)___$|\.(tmp|temp|bak|sw[opx]|part|partial|crdownload|download)$",
    re.IGNORECASE,
)
"""Names of temporary files of editors and browsers that do not begin with a dot."""


@contextmanager
def watch_articles(builder: SubprocessBuilder, report: Callable[[BuildOutcome], None]) -> Iterator[None]:
    """Build at first and whenever the articles have changed, in a thread, until the block ends.

    `report` is called with the outcome of every build.
    """
    stopped = threading.Event()
    thread = threading.Thread(target=_rebuild_on_change, args=(builder, report, stopped))
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _rebuild_on_change(
    builder: SubprocessBuilder, report: Callable[[BuildOutcome], None], stopped: threading.Event
) -> None:
    is_due = True  # the articles may have changed before they were watched
    try:
        for has_changed in _poll_changes(builder, stopped):
            if not has_changed and is_due and (outcome := builder.rebuild(stopped)):
                report(outcome)
            is_due = has_changed
    except (OSError, PublishError) as error:
        report(BuildOutcome(is_published=False, line=f"cannot watch the articles any more: {error}"))


def _poll_changes(builder: SubprocessBuilder, stopped: threading.Event) -> Iterator[bool]:
    """Yield True after a change and False after a second without one, until `stopped` is set.

    Changes between two steps, as during a build, count for the next.
    """
    roots = tuple(path.resolve() for path in builder.articles)
    while not stopped.is_set():
        known = _identify_inputs(builder, roots)
        with suppress(FileNotFoundError):  # a missing folder may come back
            for changes in _watch_roots(roots, builder.output.resolve(), stopped):
                yield bool(changes)
                if _identify_inputs(builder, roots) != known:
                    break
        yield True
        stopped.wait(_DEBOUNCE_MS / 1000)


def _watch_roots(
    roots: tuple[Path, ...], output: Path, stopped: threading.Event
) -> Iterator[set[tuple[Change, str]]]:
    return watch(
        *roots,
        watch_filter=lambda change, path: is_relevant_change(change, Path(path), roots, output),
        rust_timeout=_DEBOUNCE_MS,
        yield_on_timeout=True,
        stop_event=stopped,
        ignore_permission_denied=True,
    )


def is_relevant_change(change: Change, path: Path, roots: tuple[Path, ...], output: Path) -> bool:
    """Return True if a change may concern articles below `roots`, not the edition or temporary files."""
    root = next((root for root in roots if path.is_relative_to(root)), None)
    if root is None or (change is Change.modified and path.is_dir()):
        return False
    if path.is_relative_to(output) and output not in root.parents:
        return False
    return not any(part.startswith(".") or _TEMPORARY_FILES.search(part) for part in path.relative_to(root).parts)


def _identify_inputs(builder: SubprocessBuilder, roots: tuple[Path, ...]) -> list[object]:
    """Return the identities of the watched folders and of the settings, which change if one is replaced."""
    settings = builder.settings_file
    folders = [_stat_or_none(root) for root in roots]
    settings_stat = _stat_or_none(settings) if settings else None
    return [
        *((about.st_dev, about.st_ino) if about else None for about in folders),
        (settings, settings_stat.st_mtime_ns if settings_stat else None),
    ]


def _stat_or_none(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
