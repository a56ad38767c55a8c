"""Builds after a change: what is spoken and written again, and what stays."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.test_build import hashes
from tests.conftest import Built, story
from tests.engines import LOGGING, install

MakeEdition = Callable[..., Built]


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of an engine named "logging": one line per text that it spoke."""
    install(tmp_path, monkeypatch, LOGGING, logging="Logging")
    log = tmp_path / "spoken.log"
    log.touch()
    monkeypatch.setenv("SPOKEN", str(log))
    return log


def take_lines(log: Path) -> list[str]:
    """Return the lines of the log and empty it."""
    lines = log.read_text("utf-8").splitlines()
    log.write_text("")
    return lines


def modification_times(output: Path) -> dict[str, int]:
    return {str(file.relative_to(output)): file.stat().st_mtime_ns for file in output.rglob("*") if file.is_file()}


def test_only_an_edited_paragraph_is_spoken_again(make_edition: MakeEdition, issue: Path, spoken: Path) -> None:
    output = make_edition(issue, engine="logging").output
    assert len(take_lines(spoken)) > 12
    before = modification_times(output)
    mud = issue / "02-science" / "mud.txt"
    mud.write_text(mud.read_text("utf-8").replace("Others say", "Some others say"), encoding="utf-8")
    make_edition(issue, engine="logging")
    (line,) = take_lines(spoken)
    assert line.startswith("Some others say")
    changed = {name for name, time in modification_times(output).items() if before.get(name) != time}
    assert {name.split(".")[0] for name in changed if name.endswith(".mp3")} == {
        "episodes/mud",
        "episodes/edition-2026-11-21",
    }
    assert {"episodes/mud.vtt", "episodes/edition-2026-11-21.vtt", "feed.xml", "report.json"} <= changed
    assert not {name for name in changed if "wall" in name or "gulls" in name or name == "cover.jpg"}


def test_a_new_lexicon_entry_speaks_only_the_sentences_that_contain_it(
    make_edition: MakeEdition, issue: Path, spoken: Path
) -> None:
    make_edition(issue, engine="logging")
    take_lines(spoken)
    make_edition(issue, engine="logging", pronounce={"gull": "gool"})
    lines = take_lines(spoken)
    assert lines
    assert all("gool" in line for line in lines)
    make_edition(issue, engine="logging", pronounce={"gull": "/ɡuːl/"})
    assert [line.replace("gull", "gool") for line in take_lines(spoken)] == lines
    make_edition(issue, engine="logging")
    assert take_lines(spoken) == []


def test_a_new_title_is_the_only_thing_that_is_spoken_again(
    make_edition: MakeEdition, issue: Path, spoken: Path
) -> None:
    make_edition(issue, engine="logging", title="The Tide")
    take_lines(spoken)
    make_edition(issue, engine="logging", title="The Ebb")
    assert take_lines(spoken) == ["The Ebb."]


def test_other_pauses_and_another_bit_rate_need_no_new_speech(
    make_edition: MakeEdition, issue: Path, spoken: Path
) -> None:
    make_edition(issue, engine="logging")
    take_lines(spoken)
    make_edition(issue, engine="logging", pauses={"sentence": 0.5}, bit_rate=96)
    assert take_lines(spoken) == []


def test_without_a_cache_everything_is_spoken_again(
    make_edition: MakeEdition, issue: Path, spoken: Path, cache: Path
) -> None:
    make_edition(issue, engine="logging", cache_size=0)
    first = take_lines(spoken)
    make_edition(issue, engine="logging", cache_size=0)
    assert take_lines(spoken) == first
    assert not cache.exists()


def test_builds_with_and_without_a_cache_give_the_same_bytes(
    make_edition: MakeEdition, issue: Path, tmp_path: Path
) -> None:
    make_edition(issue, output=tmp_path / "first", engine="pyttsx3")
    wall = issue / "01-leaders" / "wall.txt"
    wall.write_text(wall.read_text("utf-8") + "\nNobody asked the gulls about it.\n", encoding="utf-8")
    cached = make_edition(issue, output=tmp_path / "first", engine="pyttsx3")
    fresh = make_edition(issue, output=tmp_path / "second", engine="pyttsx3", cache_size=0)
    assert hashes(cached.output) == hashes(fresh.output)


def test_clips_of_a_damaged_cache_are_spoken_again(
    make_edition: MakeEdition, issue: Path, spoken: Path, cache: Path
) -> None:
    before = hashes(make_edition(issue, engine="logging").output)
    first = take_lines(spoken)
    for file in cache.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-3])
    assert hashes(make_edition(issue, engine="logging").output) == before
    assert take_lines(spoken) == first


def run_build(issue: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "audio_edition",
        "build",
        issue,
        "-o",
        issue.parent / "out",
        "--engine",
        "tone",
        "--jobs",
        "1",
    ]
    return subprocess.run([*map(str, command), *map(str, options)], capture_output=True, text=True, check=False)


def test_a_build_without_changes_says_so_and_writes_nothing(issue: Path) -> None:
    assert run_build(issue).returncode == 0
    before = modification_times(issue.parent / "out")
    again = run_build(issue)
    assert (again.returncode, "Nothing has changed" in again.stderr) == (0, True)
    assert modification_times(issue.parent / "out") == before
    assert run_build(issue, "--json").stdout == (issue.parent / "out" / "report.json").read_text("utf-8")


@pytest.mark.slow
def test_every_kind_of_change_causes_a_build(issue: Path) -> None:
    run_build(issue)
    out = issue.parent / "out"
    transcript, page = out / "episodes" / "mud.vtt", out / "index.html"
    changes: dict[str, Callable[[], object]] = {
        "article": lambda: (issue / "02-science" / "mud.txt").write_text(story("Better mud", "silt")),
        "new file": lambda: (issue / "02-science" / "sand.txt").write_text(story("Sand", "sand")),
        "output": lambda: page.write_text("spoilt"),
        "less output": transcript.unlink,
        "settings": lambda: (issue / "edition.toml").write_text('author = "Somebody"\n'),
        "nothing but the option": lambda: None,
    }
    for name, change in changes.items():
        change()
        options = ["--title", "Another"] if "option" in name else []
        assert "Nothing has changed" not in run_build(issue, *options).stderr, name
        assert "spoilt" not in page.read_text("utf-8")
        assert transcript.is_file()


@pytest.mark.slow
def test_an_unchanged_incomplete_edition_has_the_same_exit_code_and_error(issue: Path) -> None:
    (issue / "02-science" / "empty.txt").write_text("")
    first, second = run_build(issue), run_build(issue)
    assert (first.returncode, second.returncode) == (7, 7)
    assert "Nothing has changed" in second.stderr
    assert "empty.txt" in second.stderr
