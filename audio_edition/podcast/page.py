"""The listening page of an edition, and a page for each episode: they work from disk and ask nobody."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from jinja2 import Environment, PackageLoader, select_autoescape

from audio_edition.model import Edition, Episode, EpisodeKind, Publication
from audio_edition.podcast.transcript import clock
from audio_edition.podcast.xml_text import clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Episodes under one heading of the index."""

    title: str
    episodes: tuple[Episode, ...]


def render_index(publication: Publication, editions: Sequence[Edition]) -> str:
    """index.html: the newest issue, and the way to the earlier ones."""
    newest, *earlier = editions
    return _render(
        "issue.html.j2",
        publication=publication,
        edition=newest,
        earlier=earlier,
        shelves=_shelves(newest),
        root="",
    )


def render_issue(publication: Publication, edition: Edition) -> str:
    """issues/<date>.html: the whole issue, then its articles by section."""
    return _render(
        "issue.html.j2",
        publication=publication,
        edition=edition,
        earlier=(),
        shelves=_shelves(edition),
        root="../",
    )


def render_episode(publication: Publication, edition: Edition, episode: Episode) -> str:
    """episodes/<slug>.html: "Listen to this story", chapters, and the transcript to follow."""
    return _render("episode.html.j2", publication=publication, edition=edition, episode=episode, root="../")


def _shelves(edition: Edition) -> list[Shelf]:
    whole = tuple(e for e in edition.episodes if e.kind is EpisodeKind.EDITION)
    rest = [e for e in edition.episodes if e.kind is not EpisodeKind.EDITION]
    shelves = [Shelf(title="The whole issue", episodes=whole)] if whole else []
    return shelves + [Shelf(title=key, episodes=tuple(group)) for key, group in groupby(rest, key=_shelf_title)]


def _shelf_title(episode: Episode) -> str:
    return "Sections" if episode.kind is EpisodeKind.SECTION else episode.section or "Articles"


def _render(template: str, **values: object) -> str:
    style, script = _asset("style.css"), _asset("player.js")
    own = "default-src 'none'; img-src 'self'; media-src 'self'"
    policy = f"{own}; style-src {_hash(style)}; script-src {_hash(script)}"
    page = _environment().get_template(template).render(style=style, script=script, policy=policy, **values)
    return clean_text(page)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("audio_edition.podcast"),
        autoescape=select_autoescape(["html.j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clock"] = _short_clock
    environment.filters["minutes"] = _minutes
    return environment


@cache
def _asset(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _hash(inline: str) -> str:
    """The Content-Security-Policy source of an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def _short_clock(ms: int) -> str:
    return clock(ms).removeprefix("00:")


def _minutes(ms: int) -> str:
    minutes = max(1, round(ms / 60_000))
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
