"""The command line. It is the only place that prints or exits."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import click

from audio_edition import __version__
from audio_edition.cli import interrupts
from audio_edition.cli.terminal import print_error, print_message
from audio_edition.errors import AudioEditionError

_COMMANDS = ("build", "segment", "script", "say-as", "voices", "check", "serve", "embed", "add", "init", "cache")
"""The commands in the order of work, each in a module of its name, which is imported when the command is called."""


class _LazyGroup(click.Group):
    """Imports commands lazily and turns errors into one line: ours with their exit code, interrupts with 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"audio_edition.cli.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BaseException as error:  # noqa: BLE001 - raised again unless it is reported
            ctx.exit(_report_error(error, ctx.invoked_subcommand))


def _report_error(error: BaseException, command: str | None) -> int:
    """Print one line for an interrupt or an error of ours and return the exit code; raise any other error again."""
    if interrupts.is_interrupt(error):
        kept = "; what was spoken is kept, build again to go on" if command == "build" else ""
        print_message(f"Stopped{kept}.")
        return 1
    if not isinstance(error, AudioEditionError):
        raise error
    print_error(str(error))
    if error.hint:
        print_message(f"  {error.hint}")
    return error.exit_code


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="audio-edition")
def main() -> None:
    """Turn a folder of articles into an audio edition: MP3s with chapters, transcripts and a podcast feed."""


def run() -> None:
    """Run the command line as a process that cleans up on Ctrl-C and SIGTERM.

    numpy gets one thread, here and in every child process: our arrays are too small to gain from more, and starting
    the threads takes half the time that numpy needs to load.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with interrupts.handle_signals():
        main()
