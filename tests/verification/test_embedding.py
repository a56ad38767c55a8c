"""The HTML snippet that embeds the player in another page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from audio_edition.errors import ConfigError, PublishError
from audio_edition.verification.embedding import embed
from tests.conftest import Built, story

MakeEdition = Callable[..., Built]


def test_the_snippet_stays_the_same_when_the_sound_changes(make_edition: MakeEdition, issue: Path) -> None:
    output = make_edition(issue, base_url="https://example.org/audio/").output
    before = embed(output, "mud")
    frame = html.fragment_fromstring(before)
    assert frame.get("src") == "https://example.org/audio/episodes/mud.html#embed"
    assert frame.get("title") == "Listen to this story: A good word for mud"
    (issue / "02-science" / "mud.txt").write_text(story("A good word for mud", "silt"))
    make_edition(issue, base_url="https://example.org/audio/")
    assert embed(output, "mud") == before


def test_a_title_never_becomes_markup(make_edition: MakeEdition, tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "a.txt").write_text(story('"><script>alert(1)</script>', "wall"))
    output = make_edition(tmp_path / "issue").output
    frame = html.fragment_fromstring(embed(output, "a", "https://example.org"))
    assert frame.tag == "iframe"
    assert frame.get("title") == 'Listen to this story: "><script>alert(1)</script>'


def test_a_missing_address_or_episode_is_an_error_with_a_hint(make_edition: MakeEdition, issue: Path) -> None:
    output = make_edition(issue).output
    with pytest.raises(ConfigError, match="no address") as raised:
        embed(output, "mud")
    assert "--base-url" in raised.value.hint
    with pytest.raises(PublishError, match="no episode 'mudd'") as unknown:
        embed(output, "mudd", "https://example.org")
    assert "did you mean 'mud'?" in unknown.value.hint
