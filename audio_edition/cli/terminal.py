"""What the commands share: their options, and how they speak to a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
OUTPUT = click.argument("output", default="output", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout; all else goes to stderr.")
CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="edition.toml to use [default: beside the articles]",
)
KEEP = click.option(
    "--keep",
    "keep_kinds",
    metavar="KINDS",
    help="Speak these too: some of caption,table,code,formula,embed,footnote",
)


def say(text: str) -> None:
    """A line for a person, on stderr: stdout is for what other programs read."""
    click.echo(text, err=True)


def warn(text: str) -> None:
    """A line about something that went on all the same."""
    say(click.style("warning: ", fg="yellow") + text)


def say_error(text: str) -> None:
    """A line about something that failed."""
    say(click.style("error: ", fg="red", bold=True) + text)


@contextmanager
def progress_bar(
    label: str, *, hidden: bool, fewest: int = 1, note: Callable[[], str] | None = None
) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the terminal, once there are `fewest` things to do; nothing where there is no terminal.

    Behind it stands the `note` of the moment, or the time left.
    """
    if hidden or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    with ExitStack() as stack:
        bars: list[Any] = []

        def advance(done: int, total: int) -> None:
            if not bars and total >= fewest:
                show = (lambda _: note()) if note else None
                bar = click.progressbar(
                    length=total, label=label, file=sys.stderr, show_eta=note is None, item_show_func=show
                )
                bars.append(stack.enter_context(bar))
            for bar in bars:
                bar.length = total
                bar.update(done - bar.pos)

        advance(0, 1)
        yield advance


def clock(ms: int) -> str:
    """Milliseconds as 4:05 or 1:02:03."""
    seconds = round(ms / 1000)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def raise_failures(failures: Sequence[Any]) -> None:
    """Name the articles that could not be read, and end with the first one's code."""
    for failure in failures[1:]:
        say_error(str(failure.error))
    if failures:
        raise failures[0].error
