"""Articles that change during a build, and clocks that jump: an edition has the old article or the new one."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition import config
from audio_edition.build import up_to_date
from audio_edition.build.stages import build as build_edition
from audio_edition.progress import Stage, StageProgress
from audio_edition.verification.check import check
from tests.build.test_build import hashes
from tests.conftest import require, story
from tests.engines import install
from tests.faults.processes import start_build, start_tool, wait_for_exit
from tests.tally import Tally

pytestmark = pytest.mark.slow

NEW = story("A better word for mud", "silt")
OLD = story("A good word for mud", "mud")


def _rewrite(file: Path) -> None:
    file.write_text(NEW, encoding="utf-8")


def _replace(file: Path) -> None:
    beside = file.with_suffix(".new")
    beside.write_text(NEW, encoding="utf-8")
    beside.replace(file)


def _empty(file: Path) -> None:
    file.write_text("")


def _make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _delete(file: Path) -> None:
    file.unlink()


def _delete_its_folder(file: Path) -> None:
    shutil.rmtree(file.parent)


def _touch(file: Path) -> None:
    os.utime(file, (1, 1))


CHANGES: dict[str, Callable[[Path], None]] = {
    "rewritten": _rewrite,
    "replaced": _replace,
    "emptied": _empty,
    "a folder": _make_folder,
    "deleted": _delete,
    "its folder deleted": _delete_its_folder,
    "touched": _touch,
}


@pytest.mark.parametrize(
    ("stage", "change"),
    [
        *((Stage.READING, change) for change in sorted(CHANGES)),
        (Stage.VOICE_SELECTION, "its folder deleted"),
        (Stage.SPEAKING, "rewritten"),
    ],
)
def test_an_article_that_changes_during_a_build_is_published_old_or_new_or_named(
    issue: Path, tmp_path: Path, stage: Stage, change: str, tally: Tally
) -> None:
    mud = issue / "02-science" / "mud.txt"
    done = False

    def progress(step: StageProgress) -> None:
        nonlocal done
        if step.stage is stage and not done:
            done = True
            CHANGES[change](mud)

    settings = config.load(None, {"engine": "tone", "jobs": 1})
    with tally("an article changes during a build"):
        report = build_edition([issue], tmp_path / "out", settings, progress)
        assert done
        headlines = {article.headline for article in report.report.articles}
        if failures := [failure.reason for failure in report.failures]:
            assert any("mud.txt" in reason for reason in failures)
            assert headlines & {"A good word for mud", "A better word for mud"} == set()
        else:
            assert len(headlines & {"A good word for mud", "A better word for mud"}) == 1
        assert "The wall is too low" in headlines
        text = " ".join(
            paragraph for article in report.report.articles for paragraph in article.transcript_paragraphs
        )
        assert not ("silt has been" in text and "The mud has been" in text)
        assert check(tmp_path / "out").problems == ()


SLOW = """
import os, time
from audio_edition.speech.engines.tone import ToneEngine

class Slow(ToneEngine):
    def synthesize(self, text, voice, rate):
        open(os.environ["STARTED"], "a").close()
        if "wall has been" in text:
            deadline = time.monotonic() + 1.5
            while time.monotonic() < deadline:  # libfaketime breaks time.sleep
                pass
        return super().synthesize(text, voice, rate)
"""


@pytest.mark.parametrize("change", ["rewritten", "deleted", "there and back"])
def test_the_next_build_publishes_a_change_made_during_the_last_one(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    install(tmp_path, monkeypatch, SLOW, slow="Slow")
    monkeypatch.setenv("STARTED", str(tmp_path / "started"))
    mud = issue / "02-science" / "mud.txt"
    stat = mud.stat()
    running = start_build(issue, tmp_path / "out", "--engine", "slow", "--jobs", "2")
    while not (tmp_path / "started").exists() and running.poll() is None:
        time.sleep(0.01)
    CHANGES["rewritten" if change == "there and back" else change](mud)
    if change == "there and back":
        mud.write_text(OLD, encoding="utf-8")
        os.utime(mud, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert wait_for_exit(running) == (0, "")
    again = start_tool("build", issue, "-o", tmp_path / "out", "--engine", "slow", "--date", "2026-11-21")
    code, stderr = wait_for_exit(again)
    assert code == 0
    assert "Nothing has changed" not in stderr
    titles = [
        article["headline"] for article in json.loads((tmp_path / "out" / "report.json").read_text())["articles"]
    ]
    assert ("A better word for mud" in titles) is (change == "rewritten")
    assert ("A good word for mud" in titles) is (change == "there and back")


def test_a_change_that_keeps_size_and_modification_time_is_noticed(issue: Path) -> None:
    settings = config.load(None, {"engine": "tone"})
    mud = issue / "02-science" / "mud.txt"
    fingerprint, stat = up_to_date.fingerprint_inputs([issue], settings), mud.stat()
    mud.write_text(OLD.replace("mud", "dum"), encoding="utf-8")
    os.utime(mud, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert mud.stat().st_size == stat.st_size
    assert up_to_date.fingerprint_inputs([issue], settings) != fingerprint


@pytest.mark.skipif(os.name == "nt", reason="links are POSIX's")
def test_paths_that_cannot_be_read_are_left_out_of_the_fingerprint(issue: Path, tmp_path: Path) -> None:
    (issue / "loop.txt").symlink_to("loop.txt")
    (issue / "nothing.txt").symlink_to("nowhere")
    settings = config.load(None, {"engine": "tone"})
    assert up_to_date.fingerprint_inputs([issue, tmp_path / "nowhere"], settings) == up_to_date.fingerprint_inputs(
        [issue], settings
    )
    assert up_to_date.fingerprint_file_stats([issue, tmp_path / "nowhere"])


def run_at(when: str, *command: str | Path) -> tuple[int, str]:
    """Run the tool with the clock shifted by `when`; return its exit code and its stderr."""
    process = start_tool(*command, prefix=[require("faketime"), "-f", when])
    return wait_for_exit(process)


def test_a_clock_set_back_and_forth_between_builds_loses_no_episode(issue: Path, tmp_path: Path) -> None:
    options = ("--engine", "tone", "--jobs", "1", "--date", "2026-11-21", "-q")
    command = ("build", issue, "-o", tmp_path / "out", *options)
    media: list[dict[str, str]] = []
    for number, when in enumerate(["+0d", "-400d", "+400d", "-30d"]):
        assert run_at(when, *command, "--title", f"Number {number % 2}") == (0, "")
        code, stderr = run_at(when, "check", tmp_path / "out")
        assert code == 0, stderr
        media.append({name: digest for name, digest in hashes(tmp_path / "out").items() if "mud." in name})
    guids = (tmp_path / "out" / "feed.xml").read_text().count("<guid")
    assert guids == 4
    assert media[0] == media[2] != media[1] == media[3]


def test_a_clock_that_jumps_during_a_build_does_not_change_the_audio(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, SLOW, slow="Slow")
    monkeypatch.setenv("STARTED", str(tmp_path / "started"))
    clock = tmp_path / "clock"
    clock.write_text("+0d")
    library = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    if library is None:
        pytest.skip("libfaketime is not installed here")
    environment = {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
    }
    running = start_build(issue, tmp_path / "out", "--engine", "slow", env=os.environ | environment)
    while not (tmp_path / "started").exists() and running.poll() is None:
        time.sleep(0.01)
    clock.write_text("-40d")
    code, stderr = wait_for_exit(running)
    assert code == 0, stderr
    assert wait_for_exit(start_tool("check", tmp_path / "out"))[0] == 0
    assert wait_for_exit(start_build(issue, tmp_path / "again", "--engine", "slow")) == (0, "")
    for slug in ("mud", "wall", "gulls"):
        (first,), (second,) = ((tmp_path / place).glob(f"episodes/{slug}.*.mp3") for place in ("out", "again"))
        assert first.name == second.name
