"""The command `embed`: HTML of the player for another page."""

from __future__ import annotations

from pathlib import Path

import click

from audio_edition.cli.terminal import OUTPUT_ARGUMENT


@click.command()
@click.argument("slug")
@OUTPUT_ARGUMENT
@click.option("--base-url", default="", help="Address of OUTPUT on the web [default: what it was built for]")
def embed(slug: str, output: Path, base_url: str) -> None:
    """Print HTML that shows the player of an episode, called SLUG, on a page of yours."""
    from audio_edition.verification.embedding import embed as render_embed

    click.echo(render_embed(output, slug, base_url))
