"""Shows the progress of a build on a terminal: one bar per stage, with the sound made and the time left."""

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
"""The time left is estimated only after this time."""


@contextmanager
def show_stages(*, hidden: bool) -> Iterator[Callable[[StageProgress], None]]:
    """Yield a progress callback for a build. Nothing is shown where stderr is no terminal."""
    with ExitStack() as stack:
        lines: list[_StageLine] = []

        def show(step: StageProgress) -> None:
            if not lines or lines[-1].stage != step.stage:
                stack.close()
                lines.append(_StageLine(step.stage, stack, hidden=hidden))
            lines[-1].show(step)

        yield show


class _StageLine:
    """The progress bar of one stage; closing `stack` ends it."""

    def __init__(self, stage: Stage, stack: ExitStack, *, hidden: bool) -> None:
        self.stage = stage
        self._started = time.monotonic()
        self._step: StageProgress | None = None
        self._advance = stack.enter_context(
            progress_bar(f"{stage:<{_LABEL_WIDTH}}", hidden=hidden, note=self._format_note)
        )

    def show(self, step: StageProgress) -> None:
        """Show how far the stage has come; a stage without work is complete."""
        self._step = step
        self._advance(step.done if step.total else 1, step.total or 1)

    def _format_note(self) -> str:
        return format_progress(self._step, time.monotonic() - self._started) if self._step else ""


def format_progress(step: StageProgress, elapsed: float) -> str:
    """Return the sound made, its speed and the time left, as far as each is known."""
    parts = []
    if step.seconds and elapsed:
        parts.append(
            f"{format_duration(round(1000 * step.seconds))} of sound, {step.seconds / elapsed:.0f} × real time"
        )
    if elapsed >= _MIN_ESTIMATE_SECONDS and 0 < step.done < step.total:
        parts.append(f"{format_duration(round(1000 * elapsed * (step.total - step.done) / step.done))} left")
    return ", ".join(parts)
