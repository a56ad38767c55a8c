"""Renders an HTML snippet that shows an episode's player on another page."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from audio_edition.model import Episode

_PLAYER_HEIGHT = 190
"""Height of the player in pixels on a narrow screen."""


def render_embed(episode: Episode, base_url: str) -> str:
    """Return an iframe of the episode's page below `base_url`; the fragment #embed hides all but the player.

    The address of the page contains no hash of the audio, so the snippet stays valid when the audio changes.
    """
    address = f"{base_url.rstrip('/')}/episodes/{quote(episode.slug)}.html"
    title = f"Listen to this story: {episode.title}"
    return (
        f'<iframe src="{escape(address)}#embed" title="{escape(title)}" width="100%" height="{_PLAYER_HEIGHT}"'
        ' loading="lazy" allow="autoplay; clipboard-write" referrerpolicy="no-referrer"></iframe>'
    )
