"""Options and output that the commands share: lines, warnings, errors, JSON and progress bars."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from audio_edition.errors import Failure

PATHS_ARGUMENT = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
OUTPUT_ARGUMENT = click.argument("output", default="output", type=click.Path(path_type=Path))
JSON_OPTION = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON on stdout; everything else goes to stderr."
)
CONFIG_OPTION = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="edition.toml to use [default: beside the articles]",
)
KEEP_OPTION = click.option(
    "--keep",
    "keep_kinds",
    metavar="KINDS",
    help="Speak these too: some of caption,table,code,formula,embed,footnote",
)


_CONTROL_CHARACTERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\n(?!  )"
)
"""Control characters, marks of writing direction, lone surrogates, and line ends.

A line end before two spaces stays: our own messages of several lines are indented so.
"""

_JSON_CONTROL_CHARACTERS = re.compile(_CONTROL_CHARACTERS.pattern.removesuffix(r"|\n(?!  )"))


@dataclass(frozen=True, slots=True)
class StyledText:
    """A part of a line with a colour, in bold or dim letters."""

    text: str
    colour: str | None = None
    bold: bool = False
    dim: bool = False

    def __str__(self) -> str:
        plain = escape_controls(self.text)
        if not (self.colour or self.bold or self.dim):
            return plain
        return click.style(plain, fg=self.colour, bold=self.bold or None, dim=self.dim or None)


def escape_controls(text: str) -> str:
    """Return the text with its control characters as Python escapes, so that it cannot control the terminal."""
    return _CONTROL_CHARACTERS.sub(lambda char: repr(char[0])[1:-1], text)


def print_line(*parts: str | StyledText, err: bool = False) -> None:
    """Print a line on stdout (or stderr), with control characters escaped."""
    click.echo(
        "".join(str(part) if isinstance(part, StyledText) else escape_controls(part) for part in parts), err=err
    )


def print_message(*parts: str | StyledText) -> None:
    """Print a line for a person on stderr; stdout is for other programs."""
    print_line(*parts, err=True)


def print_warning(*parts: str | StyledText) -> None:
    """Print a warning on stderr."""
    print_message(StyledText("warning: ", "yellow"), *parts)


def print_error(text: str) -> None:
    """Print an error on stderr."""
    print_message(StyledText("error: ", "red", bold=True), text)


def print_json(entry: object) -> None:
    """Print an object as one line of JSON on stdout."""
    click.echo(escape_json(json.dumps(entry, ensure_ascii=False)))


def escape_json(text: str) -> str:
    """Return JSON with control characters and lone surrogates as escapes: safe on a terminal, valid UTF-8."""
    return _JSON_CONTROL_CHARACTERS.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


@contextmanager
def progress_bar(
    label: str, *, hidden: bool, min_total: int = 1, note: Callable[[], str] | None = None
) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on stderr if it is a terminal and the total is at least `min_total`.

    Yields the function to call with the amounts done and in total. Behind the bar stands what `note` returns, or
    the time left.
    """
    if hidden or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    with ExitStack() as stack:
        bars: list[Any] = []

        def advance(done: int, total: int) -> None:
            if not bars and total >= min_total:
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


def format_duration(ms: int) -> str:
    """Return milliseconds as 4:05 or 1:02:03."""
    seconds = round(ms / 1000)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def raise_failures(failures: Sequence[Failure]) -> None:
    """Raise the first failure, so that it sets the exit code; print the others before."""
    for failure in failures[1:]:
        print_error(str(failure.error))
    if failures:
        raise failures[0].error
