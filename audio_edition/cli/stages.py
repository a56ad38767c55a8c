"""The progress of a build on a terminal: a line a stage, with what it has made and how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from audio_edition.cli.terminal import clock

if TYPE_CHECKING:
    from audio_edition.pipeline.progress import Step

_LABEL_WIDTH = 10
_SURE_SECONDS = 2.0
"""Before so much time has passed nothing is said of the time left."""


@contextmanager
def stages(*, hidden: bool) -> Iterator[Callable[[Step], None]]:
    """What a build calls at each step; nothing is shown where there is no terminal."""
    if hidden or not sys.stderr.isatty():
        yield lambda _step: None
        return
    with ExitStack() as line:
        shown: list[_Line] = []

        def show(step: Step) -> None:
            if not shown or shown[-1].stage != step.stage:
                line.close()
                shown.append(_Line(step, line))
            shown[-1].show(step)

        yield show


class _Line:
    """The line of one stage, ended when `stack` is closed."""

    def __init__(self, first: Step, stack: ExitStack) -> None:
        self.stage = first.stage
        self._begun = time.monotonic()
        label = f"{first.stage:<{_LABEL_WIDTH}}"
        self._bar: Any = stack.enter_context(
            click.progressbar(
                length=max(1, first.total), label=label, file=sys.stderr, show_eta=False, item_show_func=self._told
            )
        )

    def show(self, step: Step) -> None:
        """So far the stage has come."""
        # With nothing to do there is nothing left to do.
        self._bar.length = max(1, step.total)
        self._bar.update((step.done if step.total else 1) - self._bar.pos, step)

    def _told(self, step: Step | None) -> str | None:
        return told(step, time.monotonic() - self._begun) if step else None


def told(step: Step, elapsed: float) -> str:
    """The sound made, how fast that is, and the time left, as far as they can be told."""
    parts = []
    if step.seconds and elapsed:
        parts.append(f"{clock(round(1000 * step.seconds))} of sound, {step.seconds / elapsed:.0f} × real time")
    if elapsed >= _SURE_SECONDS and 0 < step.done < step.total:
        parts.append(f"{clock(round(1000 * elapsed * (step.total - step.done) / step.done))} left")
    return ", ".join(parts)
