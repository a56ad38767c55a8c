"""What the commands share: their options, and how they speak to a person."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

PATHS_ARGUMENT = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
OUTPUT_ARGUMENT = click.argument("output", default="output", type=click.Path(path_type=Path))
JSON_OPTION = click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout; all else goes to stderr.")
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
"""What moves the cursor, colours, hides, turns the direction of writing or ends a line, and what no text may hold.

An indented line goes on with the one above it, as in our own messages of several lines.
"""

_JSON_CONTROL_CHARACTERS = re.compile(_CONTROL_CHARACTERS.pattern.removesuffix(r"|\n(?!  )"))


@dataclass(frozen=True, slots=True)
class StyledText:
    """A part of a line in a colour or in bold, dim letters."""

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
    """The text as a terminal may have it: its control characters are written out, as Python writes them."""
    return _CONTROL_CHARACTERS.sub(lambda char: repr(char[0])[1:-1], text)


def print_line(*parts: str | StyledText, err: bool = False) -> None:
    """A line on stdout: what the command was called for. Titles, names and addresses in it do as all texts do."""
    click.echo(
        "".join(str(part) if isinstance(part, StyledText) else escape_controls(part) for part in parts), err=err
    )


def print_message(*parts: str | StyledText) -> None:
    """A line for a person, on stderr: stdout is for what other programs read."""
    print_line(*parts, err=True)


def print_warning(*parts: str | StyledText) -> None:
    """A line about something that went on all the same."""
    print_message(StyledText("warning: ", "yellow"), *parts)


def print_error(text: str) -> None:
    """A line about something that failed."""
    print_message(StyledText("error: ", "red", bold=True), text)


def print_json(entry: object) -> None:
    """An object as one line of JSON on stdout."""
    click.echo(escape_json(json.dumps(entry, ensure_ascii=False)))


def escape_json(text: str) -> str:
    """JSON that a terminal shows as it is, and that is UTF-8 whatever names it holds."""
    return _JSON_CONTROL_CHARACTERS.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


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


def format_duration(ms: int) -> str:
    """Milliseconds as 4:05 or 1:02:03."""
    seconds = round(ms / 1000)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def raise_failures(failures: Sequence[Any]) -> None:
    """Name the articles that could not be read, and end with the first one's code."""
    for failure in failures[1:]:
        print_error(str(failure.error))
    if failures:
        raise failures[0].error
