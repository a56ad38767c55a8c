"""The progress of a build on a terminal: a line a stage, with what it has made and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from audio_edition.cli.terminal import format_duration, progress_bar

if TYPE_CHECKING:
    from audio_edition.progress import Stage, StageProgress

_LABEL_WIDTH = 10
_MIN_ESTIMATE_SECONDS = 2.0
"""Before so much time has passed nothing is said of the time left."""


@contextmanager
def show_stages(*, hidden: bool) -> Iterator[Callable[[StageProgress], None]]:
    """What a build calls at each step; nothing is shown where there is no terminal."""
    with ExitStack() as stack:
        lines: list[_StageLine] = []

        def show(step: StageProgress) -> None:
            if not lines or lines[-1].stage != step.stage:
                stack.close()
                lines.append(_StageLine(step.stage, stack, hidden=hidden))
            lines[-1].show(step)

        yield show


class _StageLine:
    """The line of one stage, ended when `stack` is closed."""

    def __init__(self, stage: Stage, stack: ExitStack, *, hidden: bool) -> None:
        self.stage = stage
        self._started = time.monotonic()
        self._step: StageProgress | None = None
        self._advance = stack.enter_context(
            progress_bar(f"{stage:<{_LABEL_WIDTH}}", hidden=hidden, note=self._format_note)
        )

    def show(self, step: StageProgress) -> None:
        """So far the stage has come; with nothing to do there is nothing left to do."""
        self._step = step
        self._advance(step.done if step.total else 1, step.total or 1)

    def _format_note(self) -> str:
        return format_progress(self._step, time.monotonic() - self._started) if self._step else ""


def format_progress(step: StageProgress, elapsed: float) -> str:
    """The sound made, how fast that is, and the time left, as far as they can be told."""
    parts = []
    if step.seconds and elapsed:
        parts.append(
            f"{format_duration(round(1000 * step.seconds))} of sound, {step.seconds / elapsed:.0f} × real time"
        )
    if elapsed >= _MIN_ESTIMATE_SECONDS and 0 < step.done < step.total:
        parts.append(f"{format_duration(round(1000 * elapsed * (step.total - step.done) / step.done))} left")
    return ", ".join(parts)
