"""The listening pages of issues and episodes: they work from disk and without scripts, and ask nobody."""

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
    """Episodes under one heading of an issue's page; those of a queue are played one after another."""

    title: str
    episodes: tuple[Episode, ...]
    queued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptParagraph:
    """A paragraph of a transcript."""

    role: Role
    cues: tuple[Cue, ...]


def render_index(publication: Publication, editions: Sequence[Edition]) -> str:
    """index.html: the newest issue, and the way to the earlier ones."""
    newest, *earlier = editions
    return _render_issue(publication, newest, earlier, root="")


def render_issue(publication: Publication, edition: Edition) -> str:
    """issues/<date>.html: the whole issue, then its articles by section."""
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
    """episodes/<slug>.html: the player, the chapters, and the text to follow."""
    paragraphs = _group_cues(episode.track.cues)
    is_article = episode.kind is EpisodeKind.ARTICLE
    first_ends = episode.track.chapters[0].end_ms
    opening = [
        each
        for each in takewhile(lambda each: each.role in OPENING_ROLES, paragraphs)
        if is_article or each.cues[0].start_ms < first_ends
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
    """The whole issue, its sections, its articles by section."""
    of_kind = {kind: tuple(e for e in edition.episodes if e.kind is kind) for kind in EpisodeKind}
    shelves = [
        EpisodeGroup(title=title, episodes=of_kind[kind], queued=False)
        for title, kind in (("The whole issue", EpisodeKind.EDITION), ("Sections", EpisodeKind.SECTION))
        if of_kind[kind]
    ]
    by_section = groupby(of_kind[EpisodeKind.ARTICLE], key=lambda each: each.section or "Articles")
    return shelves + [EpisodeGroup(title=title, episodes=tuple(group), queued=True) for title, group in by_section]


def _group_cues(cues: Iterable[Cue]) -> list[TranscriptParagraph]:
    groups = groupby(cues, key=lambda cue: (cue.paragraph, cue.role))
    return [TranscriptParagraph(role=role, cues=tuple(group)) for (_, role), group in groups]


def _group_chapters(episode: Episode) -> list[tuple[str, tuple[Chapter, ...]]]:
    """The chapters of a whole issue under their sections, all others under none."""
    nested = episode.kind is EpisodeKind.EDITION
    groups = groupby(episode.track.chapters, key=lambda each: (nested and each.section) or "")
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
    """The Content-Security-Policy source of an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def _format_short_clock(ms: int) -> str:
    """1:05, 1:02:05."""
    return format_clock(ms).removeprefix("00:").removeprefix("0")


def _format_minutes(ms: int) -> str:
    minutes = max(1, round(ms / 60_000))
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
