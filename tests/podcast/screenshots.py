"""Takes screenshots of an edition's index and its first article's page: narrow and wide, light and dark.

`python -m tests.podcast.screenshots OUTPUT FOLDER`
"""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import click

from audio_edition.model import EpisodeKind
from audio_edition.verification.transcripts import load_editions
from tests.podcast.browser import chromium, open_page


@click.command()
@click.argument("output", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def main(output: Path, folder: Path) -> None:
    """Write eight PNG files of the edition in OUTPUT to FOLDER."""
    program = shutil.which("chromium")
    if program is None:
        raise click.ClickException("chromium is not installed here")
    newest = load_editions(output)[0]
    article = next(episode.slug for episode in newest.episodes if episode.kind is EpisodeKind.ARTICLE)
    paths = {"index": "index.html", "article": f"episodes/{article}.html"}
    folder.mkdir(parents=True, exist_ok=True)
    with chromium(program) as browser:
        for (name, path), width, dark in product(paths.items(), (390, 1280), (False, True)):
            address = (output.resolve() / path).as_uri()
            with open_page(browser, address, width=width, dark=dark) as visit:
                file = folder / f"{name}-{width}-{'dark' if dark else 'light'}.png"
                visit.page.screenshot(path=file, full_page=True)
                click.echo(file)


if __name__ == "__main__":
    main()
