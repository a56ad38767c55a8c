"""Ctrl-C, SIGTERM and kill -9 at any moment: soon over, nothing lost that was finished, nobody left behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.build.test_build import hashes
from tests.engines import install
from tests.faults.processes import FACTOR, begin, build, ended
from tests.tally import Tally

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc"),
]

SECONDS = 2.0
STOPPED = "Stopped; what was spoken is kept, build again to go on.\n"

ENGINES = """
import ctypes, os, time
from audio_edition.speech.engines.tone import ToneEngine

class Slow(ToneEngine):  # takes its time, and tells what it has said
    def synthesize(self, text, voice, rate):
        time.sleep(0.05)
        with open(os.environ["SPOKEN"], "a") as log:
            print(text, file=log)
        return super().synthesize(text, voice, rate)

class Stuck(ToneEngine):  # never comes back, once it is past its audition
    def synthesize(self, text, voice, rate):
        if "wall" in text or "gull" in text or "mud" in text:
            with open(os.environ["SPOKEN"], "a") as log:
                print(text, file=log)
            time.sleep(600)
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture(autouse=True)
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the engines above have said."""
    install(tmp_path, monkeypatch, ENGINES, slow="Slow", stuck="Stuck")
    log = tmp_path / "spoken"
    log.touch()
    monkeypatch.setenv("SPOKEN", str(log))
    return log


@pytest.fixture(autouse=True)
def mark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A mark that every process of this test carries in its environment; none is left at its end."""
    monkeypatch.setenv("MARK_OF_A_TEST", str(tmp_path))
    yield str(tmp_path)
    assert await_no_process(str(tmp_path)) == []


def processes(mark: str) -> list[psutil.Process]:
    """Those that carry the mark, whosever children they are by now, but for this one."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get("MARK_OF_A_TEST") == mark:
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return [each for each in found if each.status() != psutil.STATUS_ZOMBIE]


def await_no_process(mark: str, seconds: float = 5) -> list[str]:
    """What is left of them after so long, in words."""
    until = time.monotonic() + seconds
    while (left := processes(mark)) and time.monotonic() < until:
        time.sleep(0.02)
    return [" ".join(each.cmdline()) for each in left]


def until(happens: Callable[[], object], process: subprocess.Popen[str] | None = None, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happens() and time.monotonic() < end and (process is None or process.poll() is None):
        time.sleep(0.005)


def is_expecting(process: subprocess.Popen[str]) -> bool:
    """Whether the tool has come so far that it, not Python, answers SIGTERM."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    caught = next((int(line.split()[1], 16) for line in lines if line.startswith("SigCgt")), 0)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


def stopped(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    """What it says when the signal comes, which must be soon."""
    begun = time.monotonic()
    process.send_signal(number)
    try:
        found = ended(process, 20)
    except subprocess.TimeoutExpired:
        py_spy = Path(sysconfig.get_path("scripts"), "py-spy")
        stacks = subprocess.run([py_spy, "dump", "--pid", str(process.pid)], check=False, capture_output=True)
        process.kill()
        pytest.fail(f"hangs:\n{stacks.stdout.decode()}")
    assert time.monotonic() - begun < SECONDS
    return found


def check(output: Path) -> tuple[int, str]:
    return ended(begin("check", output))


def temporary(output: Path) -> list[Path]:
    return [*output.glob(".staging-*"), *output.rglob(".part-*"), *output.glob("*/.part-*")]


OPTIONS = ("--engine", "slow", "--jobs", "2", "--episodes", "article,edition")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_at_any_moment_is_soon_over_and_goes_on_where_it_was(
    issue: Path, tmp_path: Path, spoken: Path, mark: str, *, number: signal.Signals, cache: Path, tally: Tally
) -> None:
    output = tmp_path / "out"
    whole = build(issue, tmp_path / "whole", *OPTIONS)
    until(lambda: is_expecting(whole), whole)
    begun = time.monotonic()
    assert ended(whole) == (0, "")
    length = time.monotonic() - begun
    everything = sorted(spoken.read_text().splitlines())

    def begin_anew() -> None:
        subprocess.run(["rm", "-rf", str(cache), str(output)], check=True)
        spoken.write_text("")

    begin_anew()
    chance = random.Random(number)
    first = number % 2  # in CI each comes once: the one early, the other late
    stops = 0
    for turn in range(first, first + 2 * FACTOR - 1):
        running = build(issue, output, *OPTIONS)
        until(lambda process=running: is_expecting(process), running)  # type: ignore[misc]
        time.sleep(chance.uniform(turn % 2, turn % 2 + 1) / 2 * length * 1.05)
        stops += 1
        before = len(spoken.read_text().splitlines())
        with tally(f"{number.name} of a build"):
            found = stopped(running, number)
            is_early = len(spoken.read_text().splitlines()) == before
            assert found in {(1, STOPPED), (0, "")} or (found == (1, "Stopped.\n") and is_early)
            assert await_no_process(mark, 1) == []
            assert temporary(output) == []
        if (output / "feed.xml").exists():
            assert check(output)[0] == 0
            assert hashes(output) == hashes(tmp_path / "whole")
            assert len(spoken.read_text().splitlines()) - len(everything) <= 6 * stops
            begin_anew()
            stops = 0
    assert ended(build(issue, output, *OPTIONS)) == (0, "")
    assert hashes(output) == hashes(tmp_path / "whole")
    again = spoken.read_text().splitlines()
    assert sorted(set(again)) == sorted(set(everything))
    assert len(again) - len(everything) <= 6 * stops  # no more than was on everybody's lips


STUCK = ("--engine", "stuck", "--jobs", "2")


@pytest.fixture
def stuck(issue: Path, tmp_path: Path, spoken: Path) -> Iterator[subprocess.Popen[str]]:
    """A build in which both workers wait for engines that never come back."""
    process = build(issue, tmp_path / "out", *STUCK, start_new_session=True)
    until(lambda: len(spoken.read_text().splitlines()) >= 2, process)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_whose_engines_hang_is_stopped_as_soon(
    stuck: subprocess.Popen[str], tmp_path: Path, mark: str, number: signal.Signals
) -> None:
    assert stopped(stuck, number) == (1, STOPPED)
    assert await_no_process(mark, 1) == []
    assert temporary(tmp_path / "out") == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_reaches_all_of_them_is_told_of_once(
    stuck: subprocess.Popen[str], tmp_path: Path, mark: str, number: signal.Signals
) -> None:
    """As Ctrl-C in a terminal does, or the end of a service."""
    os.killpg(stuck.pid, number)
    time.sleep(0.02)
    for _ in range(20):  # by somebody impatient
        if stuck.poll() is None:
            os.killpg(stuck.pid, number)
        time.sleep(0.01)
    assert ended(stuck) == (1, STOPPED)
    assert await_no_process(mark, 1) == []
    assert temporary(tmp_path / "out") == []


def test_a_build_that_is_killed_leaves_nobody_behind_and_nothing_that_is_in_the_way(
    stuck: subprocess.Popen[str], issue: Path, tmp_path: Path, mark: str
) -> None:
    assert len(processes(mark)) >= 5
    stuck.kill()
    assert await_no_process(mark) == []
    assert ended(build(issue, tmp_path / "out", "--engine", "tone")) == (0, "")
    assert temporary(tmp_path / "out") == []
    assert check(tmp_path / "out")[0] == 0


def test_a_worker_that_is_killed_takes_its_engine_along_and_is_replaced(
    stuck: subprocess.Popen[str], spoken: Path
) -> None:
    first = {worker: worker.children(recursive=True) for worker in workers(stuck)}
    assert all(first.values())
    next(iter(first)).kill()
    for engines in first.values():  # the pool ends the other worker too
        assert psutil.wait_procs(engines, timeout=3)[1] == []
    until(lambda: len(spoken.read_text().splitlines()) >= 3, stuck)
    until(lambda: workers(stuck), stuck)
    assert not set(workers(stuck)) & first.keys()
    assert stopped(stuck, signal.SIGTERM) == (1, STOPPED)


def test_where_what_they_are_forks_of_is_killed_the_build_goes_on_with_others(
    issue: Path, tmp_path: Path, spoken: Path
) -> None:
    running = build(issue, tmp_path / "out", "--engine", "slow", "--jobs", "2")
    until(lambda: len(spoken.read_text().splitlines()) >= 3, running)
    for first in forked_of(running):
        first.kill()
    assert ended(running) == (0, "")
    assert check(tmp_path / "out")[0] == 0


def workers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return [each for first in forked_of(process) for each in first.children() if each.is_running()]


def forked_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """The process that its workers are forks of."""
    children = psutil.Process(process.pid).children()
    return [each for each in children if "forkserver" in " ".join(each.cmdline())]


@pytest.mark.parametrize("command", ["check", "segment", "serve"])
def test_other_commands_are_stopped_as_soon(issue: Path, tmp_path: Path, command: str, mark: str) -> None:
    output = tmp_path / "out"
    assert ended(build(issue, output, "--engine", "tone")) == (0, "")
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400 if command == "segment" else 0):
        (many / f"{number}.txt").write_text((issue / "02-science" / "mud.txt").read_text())
    arguments: dict[str, tuple[str | Path, ...]] = {
        "check": (output,),
        "segment": (many,),
        "serve": (output, "--port", "0"),
    }
    chance = random.Random(command)
    for number in (signal.SIGINT, signal.SIGTERM):
        process = begin(command, *arguments[command])
        until(lambda process=process: is_expecting(process), process)  # type: ignore[misc]
        time.sleep(chance.uniform(0, 0.5) + (1.5 if command == "serve" else 0))
        code, said = stopped(process, number)
        done = code == 0 and said == ""
        assert done or (command != "serve" and (code, said) == (1, "Stopped.\n"))
    assert await_no_process(mark, 1) == []


LAST = """
class Last:  # what goes when modules are torn down, by when Python has given its handlers up
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

last = Last()
"""

STRING = """
from audio_edition import verbaliser

verbaliser.say_as = lambda *_, **__: exec("signal.raise_signal(signal.SIGINT)")
"""


@pytest.mark.parametrize(("first", "ending"), [(LAST, (0, "")), (STRING, (1, "Stopped.\n"))])
def test_a_signal_that_python_itself_would_die_of_is_answered_by_us(
    tmp_path: Path, first: str, ending: tuple[int, str]
) -> None:
    (tmp_path / "begun.py").write_text(f"import signal, sys\nfrom audio_edition.cli import run\n{first}\nrun()")
    done = subprocess.run(
        [sys.executable, "-m", "begun", "say-as"],
        check=False,
        input="ten\n",
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == ending


DYING = """
import multiprocessing, os, signal, sys, threading, time
from concurrent.futures.process import BrokenProcessPool
from audio_edition.recording.process_pool import WorkerPool

def die():
    time.sleep(1)
    builder, worker = multiprocessing.parent_process().pid, os.getpid()
    if not os.fork():  # the builder must not go on before its worker is dead
        os.kill(worker, signal.SIGKILL)
        os.kill(builder, signal.SIGCONT)
        os._exit(0)

class Answer:  # the pipe is full with a part of it when who sends it is killed
    def __reduce__(self):
        os.kill(multiprocessing.parent_process().pid, signal.SIGSTOP)
        threading.Thread(target=die).start()
        return bytes, (bytes(1 << 20),)

def answer():
    return Answer()

if __name__ == "__main__":
    pool = WorkerPool(1)
    future = pool.submit(answer)
    while not pool.has_lost_worker:
        time.sleep(0.05)
    time.sleep(0.5)
    print(future.done())
    pool.kill()
    print(future.exception(0).__class__.__name__)
"""


def test_a_worker_that_dies_in_mid_answer_keeps_nobody_waiting(tmp_path: Path) -> None:
    (tmp_path / "dying.py").write_text(DYING)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, str(tmp_path / "dying.py")], check=True, capture_output=True, env=environment, timeout=60
    )
    assert done.stdout.decode().split()[-1] == "BrokenProcessPool"
