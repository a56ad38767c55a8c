"""The command line, one file a group of commands: the only place that prints or exits."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import click

from audio_edition import __version__
from audio_edition.cli import interrupts
from audio_edition.cli.terminal import print_error, print_message
from audio_edition.errors import AudioEditionError

_COMMANDS = {
    "build": "editions",
    "segment": "scripts",
    "script": "scripts",
    "say-as": "lines",
    "voices": "voices",
    "check": "editions",
    "serve": "editions",
    "embed": "editions",
    "add": "articles",
    "init": "articles",
    "cache": "cache",
}
"""In the order of work; the file of a command is loaded when the command is called."""


class _LazyGroup(click.Group):
    """One clear line for every error of ours, and for an interrupt, whose exit code is 1 whatever signal it was."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"audio_edition.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AudioEditionError as error:
            print_error(str(error))
            if error.hint:
                print_message(f"  {error.hint}")
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            kept = "; what was spoken is kept, build again to go on" if ctx.invoked_subcommand == "build" else ""
            print_message(f"Stopped{kept}.")
            ctx.exit(1)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="audio-edition")
def main() -> None:
    """Turn a folder of articles into an audio edition: MP3s with chapters, transcripts and a podcast feed."""


def run() -> None:
    """The command line as a process, which Ctrl-C and SIGTERM end in good order.

    Its numpy, and that of every process it begins, makes do with one thread: for sums as small as ours the others
    do nothing, and half the time that numpy takes to load goes into beginning them.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with interrupts.handle_signals():
        main()
