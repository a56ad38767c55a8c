"""Makes the HTML snippet that embeds the player of a published episode in another site."""

from __future__ import annotations

import difflib
from pathlib import Path

from audio_edition.errors import ConfigError, PublishError
from audio_edition.model import Episode
from audio_edition.podcast.embed import render_embed
from audio_edition.podcast.lint.document import read_pages
from audio_edition.verification.transcripts import load_editions


def embed(output: Path, slug: str, base_url: str = "") -> str:
    """Return the HTML that embeds an episode, published at `base_url` or at the address the edition was built for.

    Raises PublishError if there is no such episode, ConfigError if there is no address.
    """
    episode = _find_episode(output, slug)
    pages, _ = read_pages(output)
    base = base_url or (pages[0].base if pages else "")
    if not base.startswith(("https://", "http://")):
        raise ConfigError(
            f"{output}: the edition has no address of its own",
            hint="say where output/ is published: --base-url https://example.org/audio",
        )
    return render_embed(episode, base)


def _find_episode(output: Path, slug: str) -> Episode:
    episodes = {each.slug: each for edition in reversed(load_editions(output)) for each in edition.episodes}
    if slug in episodes:
        return episodes[slug]
    close = difflib.get_close_matches(slug, episodes, n=1)
    raise PublishError(
        f"{output}: there is no episode {slug!r}",
        hint=f"did you mean {close[0]!r}?" if close else "the files in episodes/ are named by their slugs",
    )
