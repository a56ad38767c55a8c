"""The command `init`: writes a commented edition.toml."""

from __future__ import annotations

from pathlib import Path

import click

from audio_edition import config
from audio_edition.cli.terminal import print_line


@click.command()
@click.argument("folder", default="articles", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Write a commented edition.toml into FOLDER (default: articles/)."""
    file = config.write_template(folder)
    print_line(f"{file} written; edit it, then: audio-edition build {folder}")
