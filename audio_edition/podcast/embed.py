"""The player as a snippet for a publisher's own page."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from audio_edition.model import Episode

_PLAYER_HEIGHT = 190
"""Pixels that the player takes on a narrow screen."""


def render_embed(episode: Episode, base_url: str) -> str:
    """HTML that shows an episode's player: its page at `base_url`, of which a frame shows no more than that.

    The page's address stays when the sound changes, so the snippet need not.
    """
    address = f"{base_url.rstrip('/')}/episodes/{quote(episode.slug)}.html"
    title = f"Listen to this story: {episode.title}"
    return (
        f'<iframe src="{escape(address)}#embed" title="{escape(title)}" width="100%" height="{_PLAYER_HEIGHT}"'
        ' loading="lazy" allow="autoplay; clipboard-write" referrerpolicy="no-referrer"></iframe>'
    )
