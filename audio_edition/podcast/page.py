"""Renders the listening pages of issues and episodes.

They work from disk and without scripts, and make no requests to other hosts.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby, takewhile

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from audio_edition.model import OPENING_ROLES, Chapter, Cue, Edition, Episode, EpisodeKind, Publication, Role
from audio_edition.podcast.transcript import format_clock
from audio_edition.podcast.xml_text import clean_text

SPEEDS = ("0.8", "1", "1.2", "1.5", "1.8", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeGroup:
    """Episodes under one heading of an issue's page; the player plays queued ones one after another."""

    title: str
    episodes: tuple[Episode, ...]
    queued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptParagraph:
    """The cues of one paragraph of a transcript."""

    role: Role
    cues: tuple[Cue, ...]


def render_index(publication: Publication, editions: Sequence[Edition]) -> str:
    """Render index.html: the newest issue, and links to the earlier ones; `editions` come newest first."""
    newest, *earlier = editions
    return _render_issue(publication, newest, earlier, root="")


def render_issue(publication: Publication, edition: Edition) -> str:
    """Render issues/<date>.html: the episode of the whole issue, its sections, and its articles by section."""
    return _render_issue(publication, edition, (), root="../")


def _render_issue(publication: Publication, edition: Edition, earlier: Sequence[Edition], root: str) -> str:
    return _render_template(
        "issue.html.j2",
        publication=publication,
        edition=edition,
        earlier=earlier,
        shelves=_group_episodes(edition),
        root=root,
    )


def render_episode(publication: Publication, edition: Edition, episode: Episode) -> str:
    """Render episodes/<slug>.html: the player, the chapters, and the transcript to read along."""
    paragraphs = _group_cues(episode.track.cues)
    is_article = episode.kind is EpisodeKind.ARTICLE
    first_chapter_end_ms = episode.track.chapters[0].end_ms
    opening = [
        paragraph
        for paragraph in takewhile(lambda paragraph: paragraph.role in OPENING_ROLES, paragraphs)
        if is_article or paragraph.cues[0].start_ms < first_chapter_end_ms
    ]
    return _render_template(
        "episode.html.j2",
        publication=publication,
        edition=edition,
        episode=episode,
        is_article=is_article,
        opening=opening,
        body=paragraphs[len(opening) :],
        chapters=_group_chapters(episode),
        root="../",
    )


def _group_episodes(edition: Edition) -> list[EpisodeGroup]:
    """Return the whole issue, then its sections, then its articles grouped by section."""
    by_kind = {kind: tuple(e for e in edition.episodes if e.kind is kind) for kind in EpisodeKind}
    groups = [
        EpisodeGroup(title=title, episodes=by_kind[kind], queued=False)
        for title, kind in (("The whole issue", EpisodeKind.EDITION), ("Sections", EpisodeKind.SECTION))
        if by_kind[kind]
    ]
    by_section = groupby(by_kind[EpisodeKind.ARTICLE], key=lambda episode: episode.section or "Articles")
    return groups + [EpisodeGroup(title=title, episodes=tuple(group), queued=True) for title, group in by_section]


def _group_cues(cues: Iterable[Cue]) -> list[TranscriptParagraph]:
    groups = groupby(cues, key=lambda cue: (cue.paragraph, cue.role))
    return [TranscriptParagraph(role=role, cues=tuple(group)) for (_, role), group in groups]


def _group_chapters(episode: Episode) -> list[tuple[str, tuple[Chapter, ...]]]:
    """Return (section, chapters) pairs; the section is "" except for chapters of a whole issue."""
    nested = episode.kind is EpisodeKind.EDITION
    groups = groupby(episode.track.chapters, key=lambda chapter: (nested and chapter.section) or "")
    return [(section, tuple(chapters)) for section, chapters in groups]


def _render_template(template: str, **values: object) -> str:
    style, script = _read_asset("style.css"), _read_asset("player.js")
    own = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; media-src 'self'"
    policy = f"{own}; style-src {_csp_hash(style)}; script-src {_csp_hash(script)}"
    page = (
        _create_environment()
        .get_template(template)
        .render(style=style, script=script, policy=policy, speeds=SPEEDS, **values)
    )
    return clean_text(page)


@cache
def _create_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("audio_edition.podcast"),
        autoescape=select_autoescape(["html.j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["clock"] = _format_short_clock
    environment.filters["minutes"] = _format_minutes
    environment.filters["seconds"] = lambda ms: f"{ms / 1000:g}"
    return environment


@cache
def _read_asset(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _csp_hash(inline: str) -> str:
    """Return the Content-Security-Policy source expression that allows an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def _format_short_clock(ms: int) -> str:
    """Return milliseconds as m:ss or h:mm:ss, such as 1:05 or 1:02:05."""
    return format_clock(ms).removeprefix("00:").removeprefix("0")


def _format_minutes(ms: int) -> str:
    minutes = max(1, round(ms / 60_000))
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
