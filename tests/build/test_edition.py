"""`build_edition`: the entry that builds only if something has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audio_edition import config
from audio_edition.build.edition import build_edition
from audio_edition.build.result import BuildResult
from audio_edition.errors import ArticleError
from audio_edition.progress import StageProgress
from tests.conftest import story
from tests.engines import install

REFUSING = """
from audio_edition.errors import EngineError
from audio_edition.speech.engines.tone import ToneEngine

class Refusing(ToneEngine):
    def synthesize(self, text, voice, rate):
        if "gull" in text:
            raise EngineError("I do not speak of gulls")
        return super().synthesize(text, voice, rate)
"""


def build(issue: Path, **options: Any) -> BuildResult:
    settings = config.load(None, {"engine": "tone", "jobs": 1, "date": "2026-11-21", **options})
    return build_edition([issue], issue.parent / "output", settings)


def test_a_build_without_changes_returns_the_result_of_the_build_before(issue: Path) -> None:
    (issue / "02-science" / "empty.txt").write_text("")
    first, second = build(issue), build(issue)
    assert (first.unchanged, second.unchanged) == (False, True)
    assert second.report == first.report
    episodes = tuple(replace(each, track=replace(each.track, cues=())) for each in first.edition.episodes)
    assert second.edition == replace(first.edition, episodes=episodes)
    assert [each.reason for each in second.failures] == [each.reason for each in first.failures]
    assert isinstance(second.failures[0].error, ArticleError)


def test_a_build_without_changes_reports_no_progress(issue: Path) -> None:
    build(issue)
    steps: list[StageProgress] = []
    settings = config.load(None, {"engine": "tone", "jobs": 2, "date": "2026-11-21", "follow": True})
    assert build_edition([issue], issue.parent / "output", settings, steps.append).unchanged
    assert steps == []


def test_a_changed_article_is_built(issue: Path) -> None:
    build(issue)
    (issue / "02-science" / "mud.txt").write_text(story("A better word for mud", "silt"))
    result = build(issue)
    assert not result.unchanged
    assert "A better word for mud" in {article.headline for article in result.report.articles}


def test_without_a_cache_the_edition_is_always_built(issue: Path) -> None:
    build(issue)
    assert not build(issue, cache_size=0).unchanged


def test_an_article_that_an_engine_failed_at_is_tried_again(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, REFUSING, refusing="Refusing")
    for _ in range(2):
        result = build(issue, engine="refusing")
        assert [failure.id for failure in result.failures] == ["gulls"]
        assert not result.unchanged
