"""Workers that die, wherever they are: the edition is what it would have been, or says what is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from audio_edition.config import Pauses
from audio_edition.errors import ClusterError, EngineCrashError
from audio_edition.model import Passage
from audio_edition.recording import versions
from audio_edition.recording.job import Job
from audio_edition.recording.worker import record_passage
from audio_edition.speech.engines import load
from tests.build.test_build import hashes
from tests.cluster import Cluster, scheduling
from tests.conftest import Built, line
from tests.engines import install

Hum = Callable[..., Built]

ENGINES = """
import os, pathlib, signal, time
from audio_edition.speech.engines.tone import ToneEngine

class Plain(ToneEngine):
    name = "plain"

class Killing(ToneEngine):  # what asks it for mud dies; the first time only, if there is a flag to set
    def synthesize(self, text, voice, rate):
        flag = os.environ.get("KILLED")
        if "mud" in text and not (flag and pathlib.Path(flag).exists()):
            if flag:
                pathlib.Path(flag).touch()
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(5)
        return super().synthesize(text, voice, rate)

class Slow(ToneEngine):
    def synthesize(self, text, voice, rate):
        with open(os.environ["SPOKEN"], "a") as log:
            print(os.getpid(), file=log)
        time.sleep(0.2)
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture(autouse=True)
def engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, ENGINES, plain="Plain", killing="Killing", slow="Slow")


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_dead_worker_had_in_hand_is_recorded_again(
    hum: Hum, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setenv("KILLED", str(tmp_path / "flag"))
    built = hum(issue, engine="killing", jobs=jobs)
    assert (tmp_path / "flag").exists()
    assert built.report.failures == ()
    again = hum(issue, output=tmp_path / "again", engine="killing", jobs=jobs, cache_size=0)
    assert hashes(built.output) == hashes(again.output)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_kills_every_worker_costs_itself_only(hum: Hum, issue: Path, jobs: int) -> None:
    report = hum(issue, engine="killing", jobs=jobs).report
    (failure,) = report.failures
    assert failure.id == "mud"
    assert isinstance(failure.error, EngineCrashError)
    assert {article.id for article in report.report.articles} == {"wall", "gulls"}


def test_where_no_folder_is_for_sockets_workers_are_fresh_processes(
    hum: Hum, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ("deep" * 30)).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / ("deep" * 30)))
    options = ("--engine", "tone", "--date", "2026-11-21", "--jobs", "2")
    assert ended(build(issue, tmp_path / "there", *options)) == (0, "")
    assert hashes(tmp_path / "there") == hashes(hum(issue, output=tmp_path / "here").output)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    with scheduling(tmp_path) as found:
        yield found


def build(articles: Path, output: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "audio_edition", "build", str(articles), "-o", str(output), "-q", *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=120)
    return process.returncode, said


def test_a_cluster_makes_the_same_bytes(cluster: Cluster, issue: Path, tmp_path: Path) -> None:
    for _ in range(2):
        cluster.hire()
    options = ("--engine", "pyttsx3", "--date", "2026-11-21")
    cluster.await_workers()
    assert ended(build(issue, tmp_path / "there", "--scheduler", cluster.address, *options)) == (0, "")
    assert ended(build(issue, tmp_path / "here", *options)) == (0, "")
    assert hashes(tmp_path / "there") == hashes(tmp_path / "here")


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the slow engine says of each utterance: the number of its process."""
    log = tmp_path / "spoken"
    log.touch()
    monkeypatch.setenv("SPOKEN", str(log))
    return log


def await_speakers(spoken: Path, count: int) -> None:
    """Wait until so many engines have spoken, the one that is auditioned among them."""
    until = time.monotonic() + 60
    while len(set(spoken.read_text().split())) < count and time.monotonic() < until:
        time.sleep(0.05)


def test_a_worker_killed_in_the_middle_loses_nothing(
    cluster: Cluster, issue: Path, tmp_path: Path, spoken: Path
) -> None:
    for _ in range(2):
        cluster.hire()
    cluster.await_workers()
    options = ("--engine", "slow", "--date", "2026-11-21")
    running = build(issue, tmp_path / "there", "--scheduler", cluster.address, *options)
    await_speakers(spoken, 3)
    cluster.workers[0].send_signal(signal.SIGKILL)
    assert running.poll() is None
    assert ended(running) == (0, "")
    assert ended(build(issue, tmp_path / "here", *options)) == (0, "")
    assert hashes(tmp_path / "there") == hashes(tmp_path / "here")


def test_a_worker_with_other_versions_is_refused(cluster: Cluster, issue: Path, tmp_path: Path) -> None:
    info = tmp_path / "other" / "soxr-0.0.1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: soxr\nVersion: 0.0.1\n")
    cluster.hire(PYTHONPATH=f"{info.parent}{os.pathsep}{os.environ['PYTHONPATH']}")
    cluster.await_workers()
    code, said = ended(build(issue, tmp_path / "out", "--engine", "tone", "--scheduler", cluster.address))
    assert code == 4
    assert "soxr is 0.0.1 instead of" in said
    assert "install the same versions" in said
    assert not (tmp_path / "out" / "feed.xml").exists()


def test_a_worker_without_the_engine_is_refused(cluster: Cluster, issue: Path, tmp_path: Path) -> None:
    cluster.hire(PYTHONPATH="")
    cluster.await_workers()
    code, said = ended(build(issue, tmp_path / "out", "--engine", "plain", "--scheduler", cluster.address))
    assert code == 4
    assert "worker " in said
    assert "engine 'plain' is not installed" in said


def test_a_cluster_without_workers_and_a_scheduler_that_is_none(
    cluster: Cluster, issue: Path, tmp_path: Path
) -> None:
    address = cluster.address
    code, said = ended(build(issue, tmp_path / "out", "--engine", "tone", "--scheduler", address))
    assert (code, f"{address}: there are no workers" in said, f"dask worker {address}" in said) == (4, True, True)
    hasty = (
        "from audio_edition.recording import executors; executors._CONNECT_TIMEOUT_SECONDS = 1;"
        " from audio_edition.cli import run"
    )
    command = [sys.executable, "-c", f"{hasty}; run()", "build", str(issue), "-o", str(tmp_path / "out")]
    nowhere = [*command, "--engine", "tone", "--scheduler", "tcp://127.0.0.1:9"]
    code, said = ended(subprocess.Popen(nowhere, stderr=subprocess.PIPE, text=True))
    assert (code, "no scheduler answers" in said) == (4, True)
    code, said = ended(build(issue, tmp_path / "out", "--engine", "tone", "--scheduler", "127.0.0.1"))
    assert (code, "tcp://host:8786" in said) == (2, True)


def test_a_scheduler_that_dies_ends_the_build_and_what_was_spoken_is_kept(
    cluster: Cluster, issue: Path, tmp_path: Path, spoken: Path
) -> None:
    cluster.hire()
    cluster.await_workers()
    options = ("--engine", "slow", "--date", "2026-11-21")
    running = build(issue, tmp_path / "there", "--scheduler", cluster.address, *options)
    await_speakers(spoken, 2)
    time.sleep(1.5)
    cluster.scheduler.send_signal(signal.SIGKILL)
    code, said = ended(running)
    assert (code, "the scheduler has gone" in said) == (4, True), said
    assert not (tmp_path / "there" / "feed.xml").exists()
    before = len(spoken.read_text().split())
    assert ended(build(issue, tmp_path / "there", *options)) == (0, "")
    assert len(spoken.read_text().split()) - before < before


def test_an_interrupt_ends_a_build_as_soon_and_the_cluster_is_there_for_the_next(
    cluster: Cluster, issue: Path, tmp_path: Path, spoken: Path
) -> None:
    cluster.hire()
    cluster.await_workers()
    options = ("--engine", "slow", "--date", "2026-11-21", "--scheduler", cluster.address)
    running = build(issue, tmp_path / "there", *options)
    await_speakers(spoken, 2)
    begun = time.monotonic()
    running.send_signal(signal.SIGINT)
    assert ended(running) == (1, "Stopped; what was spoken is kept, build again to go on.\n")
    assert time.monotonic() - begun < 2
    assert not (tmp_path / "there" / "feed.xml").exists()
    assert ended(build(issue, tmp_path / "there", *options)) == (0, "")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, None),
        ({"fingerprint": "tone 0"}, "engine tone is .* instead of 'tone 0'"),
        ({"voice": "soprano"}, "engine tone has no voice 'soprano'"),
    ],
)
def test_a_worker_whose_engine_or_voice_is_another_is_refused(changes: dict[str, str], said: str | None) -> None:
    usual = line("Nobody asked the gulls about it.")
    fingerprint = changes.get("fingerprint", load("tone").fingerprint)
    narrator = replace(usual.narrator, fingerprint=fingerprint, voice=changes.get("voice", "low"))
    lines = (replace(usual, narrator=narrator),)
    passage = Passage(utterances=(usual.utterance,))
    job = Job(passage=passage, lines=lines, pauses=Pauses(), bit_rate=64, versions=versions.collect_for_sound())
    with pytest.raises(ClusterError, match=said) if said else nullcontext():
        assert record_passage(job).frames
