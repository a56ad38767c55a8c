"""Workers that die, local or on a cluster: the edition is unaffected, or the report names what is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from audio_edition.config import Pauses
from audio_edition.errors import ClusterError, EngineCrashError
from audio_edition.model import Passage
from audio_edition.recording import versions
from audio_edition.recording.job import Job
from audio_edition.recording.worker import kill_engines, record_passage
from audio_edition.speech.engines import load
from tests.build.test_build import hashes
from tests.cluster import Cluster, run_scheduler
from tests.conftest import Built, line
from tests.engines import install

MakeEdition = Callable[..., Built]

ENGINES = """
import os, pathlib, signal, time
from audio_edition.speech.engines.tone import ToneEngine

class Plain(ToneEngine):
    name = "plain"

class Killing(ToneEngine):  # kills the worker that asks for mud; once only if KILLED names a flag file
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
def test_the_passage_of_a_dead_worker_is_recorded_again(
    make_edition: MakeEdition, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setenv("KILLED", str(tmp_path / "flag"))
    built = make_edition(issue, engine="killing", jobs=jobs)
    assert (tmp_path / "flag").exists()
    assert built.result.failures == ()
    again = make_edition(issue, output=tmp_path / "again", engine="killing", jobs=jobs, cache_size=0)
    assert hashes(built.output) == hashes(again.output)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_kills_every_worker_is_the_only_one_missing(
    make_edition: MakeEdition, issue: Path, jobs: int
) -> None:
    report = make_edition(issue, engine="killing", jobs=jobs).result
    (failure,) = report.failures
    assert failure.id == "mud"
    assert isinstance(failure.error, EngineCrashError)
    assert {article.id for article in report.report.articles} == {"wall", "gulls"}


def test_without_a_folder_short_enough_for_sockets_workers_are_new_processes(
    make_edition: MakeEdition, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ("deep" * 30)).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / ("deep" * 30)))
    options = ("--engine", "tone", "--date", "2026-11-21", "--jobs", "2")
    assert wait_for_exit(start_build(issue, tmp_path / "there", *options)) == (0, "")
    assert hashes(tmp_path / "there") == hashes(make_edition(issue, output=tmp_path / "here").output)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    with run_scheduler(tmp_path) as cluster:
        yield cluster


def start_build(articles: Path, output: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "audio_edition", "build", str(articles), "-o", str(output), "-q", *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def wait_for_exit(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, stderr = process.communicate(timeout=120)
    return process.returncode, stderr


def test_a_cluster_makes_the_same_bytes(cluster: Cluster, issue: Path, tmp_path: Path) -> None:
    for _ in range(2):
        cluster.start_worker()
    options = ("--engine", "pyttsx3", "--date", "2026-11-21")
    cluster.await_workers()
    assert wait_for_exit(start_build(issue, tmp_path / "there", "--scheduler", cluster.address, *options)) == (
        0,
        "",
    )
    assert wait_for_exit(start_build(issue, tmp_path / "here", *options)) == (0, "")
    assert hashes(tmp_path / "there") == hashes(tmp_path / "here")


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Log of the slow engine: the id of its process, a line for each utterance."""
    log = tmp_path / "spoken"
    log.touch()
    monkeypatch.setenv("SPOKEN", str(log))
    return log


def wait_for_speakers(spoken: Path, count: int) -> None:
    """Wait until `count` engines have spoken, including the one of the audition."""
    deadline = time.monotonic() + 60
    while len(set(spoken.read_text().split())) < count and time.monotonic() < deadline:
        time.sleep(0.05)


@pytest.mark.slow
def test_killing_a_worker_of_a_cluster_changes_no_byte(
    cluster: Cluster, issue: Path, tmp_path: Path, spoken: Path
) -> None:
    for _ in range(2):
        cluster.start_worker()
    cluster.await_workers()
    options = ("--engine", "slow", "--date", "2026-11-21")
    running = start_build(issue, tmp_path / "there", "--scheduler", cluster.address, *options)
    wait_for_speakers(spoken, 3)
    cluster.workers[0].send_signal(signal.SIGKILL)
    assert running.poll() is None
    assert wait_for_exit(running) == (0, "")
    assert wait_for_exit(start_build(issue, tmp_path / "here", *options)) == (0, "")
    assert hashes(tmp_path / "there") == hashes(tmp_path / "here")


@pytest.mark.slow
def test_a_worker_with_different_versions_is_refused(cluster: Cluster, issue: Path, tmp_path: Path) -> None:
    info = tmp_path / "other" / "soxr-0.0.1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: soxr\nVersion: 0.0.1\n")
    cluster.start_worker(PYTHONPATH=f"{info.parent}{os.pathsep}{os.environ['PYTHONPATH']}")
    cluster.await_workers()
    code, stderr = wait_for_exit(
        start_build(issue, tmp_path / "out", "--engine", "tone", "--scheduler", cluster.address)
    )
    assert code == 4
    assert "soxr is 0.0.1 instead of" in stderr
    assert "install the same versions" in stderr
    assert not (tmp_path / "out" / "feed.xml").exists()


@pytest.mark.slow
def test_a_worker_without_the_engine_is_refused(cluster: Cluster, issue: Path, tmp_path: Path) -> None:
    cluster.start_worker(PYTHONPATH="")
    cluster.await_workers()
    code, stderr = wait_for_exit(
        start_build(issue, tmp_path / "out", "--engine", "plain", "--scheduler", cluster.address)
    )
    assert code == 4
    assert "worker " in stderr
    assert "engine 'plain' is not installed" in stderr


@pytest.mark.slow
def test_a_missing_scheduler_or_a_cluster_without_workers_ends_the_build(
    cluster: Cluster, issue: Path, tmp_path: Path
) -> None:
    address = cluster.address
    code, stderr = wait_for_exit(start_build(issue, tmp_path / "out", "--engine", "tone", "--scheduler", address))
    assert (code, f"{address}: there are no workers" in stderr, f"dask worker {address}" in stderr) == (
        4,
        True,
        True,
    )
    short_timeout = (
        "from audio_edition.recording import executors; executors._CONNECT_TIMEOUT_SECONDS = 1;"
        " from audio_edition.cli import run"
    )
    command = [sys.executable, "-c", f"{short_timeout}; run()", "build", str(issue), "-o", str(tmp_path / "out")]
    unreachable = [*command, "--engine", "tone", "--scheduler", "tcp://127.0.0.1:9"]
    code, stderr = wait_for_exit(subprocess.Popen(unreachable, stderr=subprocess.PIPE, text=True))
    assert (code, "no scheduler answers" in stderr) == (4, True)
    code, stderr = wait_for_exit(
        start_build(issue, tmp_path / "out", "--engine", "tone", "--scheduler", "127.0.0.1")
    )
    assert (code, "tcp://host:8786" in stderr) == (2, True)


@pytest.mark.slow
def test_a_dead_scheduler_ends_the_build_and_the_clips_are_kept(
    cluster: Cluster, issue: Path, tmp_path: Path, spoken: Path
) -> None:
    cluster.start_worker()
    cluster.await_workers()
    options = ("--engine", "slow", "--date", "2026-11-21")
    running = start_build(issue, tmp_path / "there", "--scheduler", cluster.address, *options)
    wait_for_speakers(spoken, 2)
    time.sleep(1.5)
    cluster.scheduler.send_signal(signal.SIGKILL)
    code, stderr = wait_for_exit(running)
    assert (code, "the scheduler has gone" in stderr) == (4, True), stderr
    assert not (tmp_path / "there" / "feed.xml").exists()
    before = len(spoken.read_text().split())
    assert wait_for_exit(start_build(issue, tmp_path / "there", *options)) == (0, "")
    assert len(spoken.read_text().split()) - before < before


@pytest.mark.slow
def test_an_interrupt_stops_a_build_soon_and_the_cluster_stays_usable(
    cluster: Cluster, issue: Path, tmp_path: Path, spoken: Path
) -> None:
    cluster.start_worker()
    cluster.await_workers()
    options = ("--engine", "slow", "--date", "2026-11-21", "--scheduler", cluster.address)
    running = start_build(issue, tmp_path / "there", *options)
    wait_for_speakers(spoken, 2)
    interrupted_at = time.monotonic()
    running.send_signal(signal.SIGINT)
    assert wait_for_exit(running) == (1, "Stopped; what was spoken is kept, build again to go on.\n")
    assert time.monotonic() - interrupted_at < 2
    assert not (tmp_path / "there" / "feed.xml").exists()
    assert wait_for_exit(start_build(issue, tmp_path / "there", *options)) == (0, "")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, None),
        ({"fingerprint": "tone 0"}, "engine tone is .* instead of 'tone 0'"),
        ({"voice": "soprano"}, "engine tone has no voice 'soprano'"),
    ],
)
def test_a_worker_with_a_different_engine_or_voice_is_refused(changes: dict[str, str], message: str | None) -> None:
    usual = line("Nobody asked the gulls about it.")
    fingerprint = changes.get("fingerprint", load("tone").fingerprint)
    narrator = replace(usual.narrator, fingerprint=fingerprint, voice=changes.get("voice", "low"))
    lines = (replace(usual, narrator=narrator),)
    passage = Passage(utterances=(usual.utterance,))
    job = Job(passage=passage, lines=lines, pauses=Pauses(), bit_rate=64, versions=versions.collect_for_sound())
    with ThreadPoolExecutor(1) as thread, pytest.raises(ClusterError, match=message) if message else nullcontext():
        assert thread.submit(record_passage, job).result().frames
    kill_engines()  # each thread has engines of its own, which would run until the tests end
