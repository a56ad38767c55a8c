"""An edition that is kept as its articles are: built again whenever they have changed, until nobody needs it."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from watchfiles import Change, watch

from audio_edition.build.subprocess_build import BuildOutcome, SubprocessBuilder

_DEBOUNCE_MS = 1000
"""So long nothing may have changed when a build begins: what is being saved or copied is whole then."""

_TEMPORARY_FILES = re.compile(
    r"~$|^~\$|^#.*#$|^4913$|___jb_(old|tmp)___$|\.(tmp|temp|bak|sw[opx]|part|partial|crdownload|download)$",
    re.IGNORECASE,
)
"""What editors and browsers put beside a file while they write it; other such names begin with a dot."""


@contextmanager
def watch_articles(builder: SubprocessBuilder, tell: Callable[[BuildOutcome], None]) -> Iterator[None]:
    """Meanwhile build again, at first and whenever the articles have changed, and tell what has become of it."""
    stopped = threading.Event()
    thread = threading.Thread(target=_rebuild_on_change, args=(builder, tell, stopped))
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _rebuild_on_change(
    builder: SubprocessBuilder, tell: Callable[[BuildOutcome], None], stopped: threading.Event
) -> None:
    is_due = True  # nobody has looked yet whether the edition is as its articles are
    try:
        for has_changed in _poll_changes(builder, stopped):
            if not has_changed and is_due and (outcome := builder.rebuild(stopped)):
                tell(outcome)
            is_due = has_changed
    except OSError as error:
        tell(BuildOutcome(is_published=False, line=f"cannot watch the articles any more: {error}"))


def _poll_changes(builder: SubprocessBuilder, stopped: threading.Event) -> Iterator[bool]:
    """Whether something has changed, over and over until stopped; if not, a second has passed.

    What changes between two of them, as during a build, counts for the next.
    """
    roots = tuple(path.resolve() for path in builder.articles)
    while not stopped.is_set():
        known = _identify_inputs(builder, roots)
        with suppress(FileNotFoundError):  # it may come back
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
    """Whether a change may be one of the articles below `roots`, not of the edition nor of what is never read."""
    root = next((root for root in roots if path.is_relative_to(root)), None)
    if root is None or (change is Change.modified and path.is_dir()):
        return False
    if path.is_relative_to(output) and output not in root.parents:
        return False
    return not any(part.startswith(".") or _TEMPORARY_FILES.search(part) for part in path.relative_to(root).parts)


def _identify_inputs(builder: SubprocessBuilder, roots: tuple[Path, ...]) -> list[object]:
    """What tells that a watched folder is another one by now, or that settings outside of them are."""
    settings = builder.settings_file
    folders = [_stat_or_none(root) for root in roots]
    changed = _stat_or_none(settings) if settings else None
    return [
        *((about.st_dev, about.st_ino) if about else None for about in folders),
        (settings, changed.st_mtime_ns if changed else None),
    ]


def _stat_or_none(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
