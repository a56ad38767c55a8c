"""`segment --summary`: a line an article, as wide as the terminal, with totals; the warnings of `segment`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from audio_edition.build.scripts import read_scripts
from audio_edition.cli import main
from audio_edition.cli.summary_table import estimate_duration_ms, fit, measure_width
from tests.segmenter.test_segmenter import PROSE
from tests.terminal import on_terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make two articles, one of which loses two fifths of its prose, and a file without a story."""
    section = tmp_path / "articles" / "Mud and silt"
    section.mkdir(parents=True)
    (section / "harbour.txt").write_text("\n\n".join(("The harbour is full again", *PROSE[:3])), "utf-8")
    first, second, caption, third, aside = PROSE
    figures = "".join(
        f"<figure><img src='boat.jpg'><figcaption>{text}</figcaption></figure>" for text in (caption, aside)
    )
    story = f"<p>{first}</p><p>{second}</p>{figures}<p>{third}</p>"
    page = f"<article><h1>The boat lies where it was</h1>{story}</article>"
    (section / "boat.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    (section / "menu.txt").write_text("Home\n\nNews\n\nSport\n", "utf-8")
    return section.parent


def run(*args: str | Path, width: int = 80) -> tuple[str, str]:
    """Return what `segment` writes to stdout and to stderr."""
    result = CliRunner().invoke(main, ["segment", *map(str, args)], env={"COLUMNS": str(width)})
    return result.stdout, result.stderr


@pytest.mark.parametrize("width", [20, 59, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(folder: Path, width: int) -> None:
    lines = run("--summary", folder, width=width)[0].splitlines()
    assert len(lines) == 4
    assert all(len(line) <= width for line in lines)


def test_columns_are_aligned_and_the_totals_count_every_article(folder: Path) -> None:
    head, *articles, totals = run("--summary", folder, width=120)[0].splitlines()
    assert {line.index("Mud and silt") for line in articles} == {head.index("section")}
    assert articles[0].index("The boat") == articles[1].index("The harbour") == head.index("headline")
    assert "% of the page's prose was dropped" in articles[0]
    assert articles[1].endswith("  0")
    assert totals.endswith("  2 articles, 2 blocks dropped, 1 with warnings, 1 not read")


def test_json_stays_as_it_is_and_the_table_goes_to_stderr(folder: Path) -> None:
    out, table = run("--summary", "--json", folder)
    assert out == run("--json", folder)[0]
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["boat", "harbour", "menu"]
    assert "2 articles" in table


def test_a_terminal_shows_colours(folder: Path) -> None:
    shown = on_terminal(sys.executable, "-m", "audio_edition", "segment", "--summary", folder / "Mud and silt")[1]
    assert "\x1b[33m" in shown
    assert "\x1b" not in run("--summary", folder)[0]


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_segment_prints_the_warnings_of_an_article_on_stderr(folder: Path, options: tuple[str, ...]) -> None:
    assert "boat.html: 41% of the page's prose was dropped" in run(*options, folder)[1].replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("mud", 5, "mud  "),
        ("harbour", 5, "harb…"),
        ("港口里的泥", 6, "港口… "),
        ("ประภาคาร", 6, "ประภา…"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
        ("mud", 0, ""),
        ("a\x1b[31m", 9, "a\\x1b[31m"),
    ],
)
def test_a_text_fills_its_columns(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown
    assert measure_width(shown) == width


def test_the_length_follows_words_and_rate(folder: Path) -> None:
    script = next(script for script in read_scripts([folder]).scripts if script.id == "harbour")
    words = sum(len(paragraph.text.split()) for paragraph in script.paragraphs)
    assert estimate_duration_ms(script, 150) == round(words / 150 * 60_000)
    assert estimate_duration_ms(script, 300) * 2 == pytest.approx(estimate_duration_ms(script, 150), abs=2)
