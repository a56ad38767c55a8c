"""report.json: written and read by one type."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition.errors import PublishError
from audio_edition.podcast.build_report import FILE_NAME, read_report, render_report
from tests.conftest import Built, story

MakeEdition = Callable[..., Built]


def test_a_report_is_read_as_it_was_written(sample: Built) -> None:
    file = sample.output / FILE_NAME
    assert read_report(file) == sample.result.report
    assert file.read_bytes() == render_report(sample.result.report)
    assert sample.result.report.drops_by_rule["beside the story"] > 0


def test_a_report_is_indented_json_with_unescaped_letters(make_edition: MakeEdition, issue: Path) -> None:
    (issue / "02-science" / "mud.txt").write_text(story("Émile’s mud", "mud"), encoding="utf-8")
    text = (make_edition(issue).output / FILE_NAME).read_text("utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    assert "Émile’s mud" in text
    assert list(json.loads(text)) == [
        "title",
        "date",
        "speakers",
        "episodes",
        "openings",
        "articles",
        "failures",
        "warnings",
    ]


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_source_whose_name_is_no_text_is_escaped(make_edition: MakeEdition, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text(story("The wall", "wall"))
    except OSError:
        pytest.skip("this file system takes only text")
    built = make_edition(folder)
    assert read_report(built.output / FILE_NAME) == built.result.report
    assert rb"caf\udce9.txt" in (built.output / FILE_NAME).read_bytes()


@pytest.mark.parametrize("content", [None, "{", '{"title": 7}', "\ufeff{}"])
def test_a_missing_or_damaged_report_is_an_error_with_its_path(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(PublishError, match=FILE_NAME) as raised:
        read_report(file)
    assert raised.value.hint == "build that issue again"
