"""The command `say-as`: the spoken form of lines, for other programs.

It loads nothing else of the project.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="say-as")
@click.option(
    "--locale", default="en-GB", show_default=True, help="Language and region of the lines: en-GB, en-US, de …"
)
@click.option(
    "--lexicon",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Pronunciation lexicon (W3C PLS) that comes before the built-in one; may be repeated.",
)
def say_as(locale: str, files: tuple[Path, ...]) -> None:
    """Read written lines on stdin and print each as it is spoken."""
    from audio_edition import verbaliser
    from audio_edition.pronunciation.lexicon import Lexicon, read_pls

    lexicon = Lexicon((lexeme for file in files for lexeme in read_pls(file)), built_in=False)
    for line in click.open_file("-", "rb"):  # UTF-8 in and out on every terminal; a lone \r does not end a line
        written = line.decode("utf-8", "replace").rstrip("\r\n")
        click.echo(verbaliser.say_as(written, locale, lexicon=lexicon).encode())
