"""The command line, one file a group of commands: the only place that prints or exits."""

from __future__ import annotations

from typing import Any

import click

from audio_edition import __version__
from audio_edition.cli.articles import add, init
from audio_edition.cli.editions import build, check, serve
from audio_edition.cli.scripts import say_as, script, segment, voices
from audio_edition.cli.terminal import say, say_error
from audio_edition.errors import AudioEditionError


class _Commands(click.Group):
    """Commands in the order of work, and one clear line for every error of ours."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AudioEditionError as error:
            say_error(str(error))
            if error.hint:
                say(f"  {error.hint}")
            ctx.exit(error.exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="audio-edition")
def main() -> None:
    """Turn a folder of articles into an audio edition: MP3s with chapters, transcripts and a podcast feed."""


for command in (build, segment, script, say_as, voices, check, serve, add, init):
    main.add_command(command)
