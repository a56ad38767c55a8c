"""Ctrl-C, SIGTERM and kill -9 at any moment: the tool ends soon, keeps finished work and leaves no process."""

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
from tests.faults.processes import FACTOR, start_build, start_tool, wait_for_exit
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

class Slow(ToneEngine):  # takes its time and logs what it speaks
    def synthesize(self, text, voice, rate):
        time.sleep(0.05)
        with open(os.environ["SPOKEN"], "a") as log:
            print(text, file=log)
        return super().synthesize(text, voice, rate)

class Stuck(ToneEngine):  # hangs at every article, but not at the audition
    def synthesize(self, text, voice, rate):
        if "wall" in text or "gull" in text or "mud" in text:
            with open(os.environ["SPOKEN"], "a") as log:
                print(text, file=log)
            time.sleep(600)
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture(autouse=True)
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Log of the texts that the engines above have spoken."""
    install(tmp_path, monkeypatch, ENGINES, slow="Slow", stuck="Stuck")
    log = tmp_path / "spoken"
    log.touch()
    monkeypatch.setenv("SPOKEN", str(log))
    return log


@pytest.fixture(autouse=True)
def mark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A mark in the environment of every process of this test; fail if such a process is left at its end."""
    monkeypatch.setenv("MARK_OF_A_TEST", str(tmp_path))
    yield str(tmp_path)
    assert wait_until_none_left(str(tmp_path)) == []


def marked_processes(mark: str) -> list[psutil.Process]:
    """Return the other processes with the mark, including orphans."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get("MARK_OF_A_TEST") == mark:
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return [process for process in found if process.status() != psutil.STATUS_ZOMBIE]


def wait_until_none_left(mark: str, seconds: float = 5) -> list[str]:
    """Wait until no marked process is left; return the commands of those left after `seconds`."""
    deadline = time.monotonic() + seconds
    while (left := marked_processes(mark)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return [" ".join(process.cmdline()) for process in left]


def wait_until(
    condition: Callable[[], object], process: subprocess.Popen[str] | None = None, seconds: float = 60
) -> None:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline and (process is None or process.poll() is None):
        time.sleep(0.005)


def handles_sigterm(process: subprocess.Popen[str]) -> bool:
    """Return True if the tool has installed its handler of SIGTERM."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    caught = next((int(line.split()[1], 16) for line in lines if line.startswith("SigCgt")), 0)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


def stop(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    """Send a signal; return the exit code and stderr. Fail if the process does not end within SECONDS."""
    start = time.monotonic()
    process.send_signal(number)
    try:
        outcome = wait_for_exit(process, 20)
    except subprocess.TimeoutExpired:
        py_spy = Path(sysconfig.get_path("scripts"), "py-spy")
        stacks = subprocess.run([py_spy, "dump", "--pid", str(process.pid)], check=False, capture_output=True)
        process.kill()
        pytest.fail(f"hangs:\n{stacks.stdout.decode()}")
    assert time.monotonic() - start < SECONDS
    return outcome


def run_check(output: Path) -> tuple[int, str]:
    return wait_for_exit(start_tool("check", output))


def temporary_files(output: Path) -> list[Path]:
    return [*output.glob(".staging-*"), *output.rglob(".part-*"), *output.glob("*/.part-*")]


OPTIONS = ("--engine", "slow", "--jobs", "2", "--episodes", "article,edition")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_stopped_at_any_moment_ends_soon_and_the_next_build_continues_it(
    issue: Path, tmp_path: Path, spoken: Path, mark: str, *, number: signal.Signals, cache: Path, tally: Tally
) -> None:
    output = tmp_path / "out"
    whole = start_build(issue, tmp_path / "whole", *OPTIONS)
    wait_until(lambda: handles_sigterm(whole), whole)
    start = time.monotonic()
    assert wait_for_exit(whole) == (0, "")
    seconds = time.monotonic() - start
    everything = sorted(spoken.read_text().splitlines())

    def clear() -> None:
        subprocess.run(["rm", "-rf", str(cache), str(output)], check=True)
        spoken.write_text("")

    clear()
    rng = random.Random(number)
    first = number % 2  # in CI each signal is sent once, one early and the other late
    stops = 0
    for turn in range(first, first + 2 * FACTOR - 1):
        running = start_build(issue, output, *OPTIONS)
        wait_until(lambda process=running: handles_sigterm(process), running)  # type: ignore[misc]
        time.sleep(rng.uniform(turn % 2, turn % 2 + 1) / 2 * seconds * 1.05)
        stops += 1
        before = len(spoken.read_text().splitlines())
        with tally(f"{number.name} of a build"):
            outcome = stop(running, number)
            is_early = len(spoken.read_text().splitlines()) == before
            assert outcome in {(1, STOPPED), (0, "")} or (outcome == (1, "Stopped.\n") and is_early)
            assert wait_until_none_left(mark, 1) == []
            assert temporary_files(output) == []
        if (output / "feed.xml").exists():
            assert run_check(output)[0] == 0
            assert hashes(output) == hashes(tmp_path / "whole")
            assert len(spoken.read_text().splitlines()) - len(everything) <= 6 * stops
            clear()
            stops = 0
    assert wait_for_exit(start_build(issue, output, *OPTIONS)) == (0, "")
    assert hashes(output) == hashes(tmp_path / "whole")
    again = spoken.read_text().splitlines()
    assert sorted(set(again)) == sorted(set(everything))
    assert len(again) - len(everything) <= 6 * stops  # at most the texts that were being spoken at each stop


STUCK = ("--engine", "stuck", "--jobs", "2")


@pytest.fixture
def stuck(issue: Path, tmp_path: Path, spoken: Path) -> Iterator[subprocess.Popen[str]]:
    """A build in which both workers wait for engines that hang."""
    process = start_build(issue, tmp_path / "out", *STUCK, start_new_session=True)
    wait_until(lambda: len(spoken.read_text().splitlines()) >= 2, process)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_whose_engines_hang_stops_as_soon(
    stuck: subprocess.Popen[str], tmp_path: Path, mark: str, number: signal.Signals
) -> None:
    assert stop(stuck, number) == (1, STOPPED)
    assert wait_until_none_left(mark, 1) == []
    assert temporary_files(tmp_path / "out") == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_the_whole_process_group_is_reported_once(
    stuck: subprocess.Popen[str], tmp_path: Path, mark: str, number: signal.Signals
) -> None:
    """Ctrl-C in a terminal and the end of a service send such signals."""
    os.killpg(stuck.pid, number)
    time.sleep(0.02)
    for _ in range(20):  # as an impatient user does
        if stuck.poll() is None:
            os.killpg(stuck.pid, number)
        time.sleep(0.01)
    assert wait_for_exit(stuck) == (1, STOPPED)
    assert wait_until_none_left(mark, 1) == []
    assert temporary_files(tmp_path / "out") == []


def test_a_killed_build_leaves_no_process_and_does_not_block_the_next_build(
    stuck: subprocess.Popen[str], issue: Path, tmp_path: Path, mark: str
) -> None:
    assert len(marked_processes(mark)) >= 5
    stuck.kill()
    assert wait_until_none_left(mark) == []
    assert wait_for_exit(start_build(issue, tmp_path / "out", "--engine", "tone")) == (0, "")
    assert temporary_files(tmp_path / "out") == []
    assert run_check(tmp_path / "out")[0] == 0


def test_the_engine_of_a_killed_worker_ends_and_the_worker_is_replaced(
    stuck: subprocess.Popen[str], spoken: Path
) -> None:
    first = {worker: worker.children(recursive=True) for worker in workers(stuck)}
    assert all(first.values())
    next(iter(first)).kill()
    for engines in first.values():  # the pool ends the other worker too
        assert psutil.wait_procs(engines, timeout=3)[1] == []
    wait_until(lambda: len(spoken.read_text().splitlines()) >= 3, stuck)
    wait_until(lambda: workers(stuck), stuck)
    assert not set(workers(stuck)) & first.keys()
    assert stop(stuck, signal.SIGTERM) == (1, STOPPED)


def test_a_build_continues_with_new_workers_if_their_fork_server_is_killed(
    issue: Path, tmp_path: Path, spoken: Path
) -> None:
    running = start_build(issue, tmp_path / "out", "--engine", "slow", "--jobs", "2")
    wait_until(lambda: len(spoken.read_text().splitlines()) >= 3, running)
    for server in fork_servers(running):
        server.kill()
    assert wait_for_exit(running) == (0, "")
    assert run_check(tmp_path / "out")[0] == 0


def workers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return [worker for server in fork_servers(process) for worker in server.children() if worker.is_running()]


def fork_servers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Return the processes that the workers of a build are forks of."""
    children = psutil.Process(process.pid).children()
    return [child for child in children if "forkserver" in " ".join(child.cmdline())]


@pytest.mark.parametrize("command", ["check", "segment", "serve"])
def test_other_commands_stop_as_soon(issue: Path, tmp_path: Path, command: str, mark: str) -> None:
    output = tmp_path / "out"
    assert wait_for_exit(start_build(issue, output, "--engine", "tone")) == (0, "")
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400 if command == "segment" else 0):
        (many / f"{number}.txt").write_text((issue / "02-science" / "mud.txt").read_text())
    arguments: dict[str, tuple[str | Path, ...]] = {
        "check": (output,),
        "segment": (many,),
        "serve": (output, "--port", "0"),
    }
    rng = random.Random(command)
    for number in (signal.SIGINT, signal.SIGTERM):
        process = start_tool(command, *arguments[command])
        wait_until(lambda process=process: handles_sigterm(process), process)  # type: ignore[misc]
        time.sleep(rng.uniform(0, 0.5) + (1.5 if command == "serve" else 0))
        code, stderr = stop(process, number)
        is_done = code == 0 and stderr == ""
        assert is_done or (command != "serve" and (code, stderr) == (1, "Stopped.\n"))
    assert wait_until_none_left(mark, 1) == []


SIGNAL_AT_TEARDOWN = """
class Last:  # deleted when modules are torn down, after Python has reset its signal handlers
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

last = Last()
"""

SIGNAL_IN_EXEC = """
from audio_edition import verbaliser

verbaliser.say_as = lambda *_, **__: exec("signal.raise_signal(signal.SIGINT)")
"""

SIGNAL_IN_CLASS_CREATION = """
from audio_edition import verbaliser

class Attribute:
    def __set_name__(self, owner, name):
        signal.raise_signal(signal.SIGINT)

verbaliser.say_as = lambda *_, **__: type("Owner", (), {"attribute": Attribute()})
"""


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (SIGNAL_AT_TEARDOWN, (0, "")),
        (SIGNAL_IN_EXEC, (1, "Stopped.\n")),
        (SIGNAL_IN_CLASS_CREATION, (1, "Stopped.\n")),
    ],
)
def test_a_signal_that_would_kill_python_itself_is_handled(
    tmp_path: Path, code: str, outcome: tuple[int, str]
) -> None:
    (tmp_path / "starter.py").write_text(f"import signal, sys\nfrom audio_edition.cli import run\n{code}\nrun()")
    done = subprocess.run(
        [sys.executable, "-m", "starter", "say-as"],
        check=False,
        input="ten\n",
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == outcome


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

class Answer:  # its sender is killed while the pipe is full with a part of it
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


def test_a_worker_killed_while_it_sends_an_answer_does_not_block_the_builder(tmp_path: Path) -> None:
    (tmp_path / "dying.py").write_text(DYING)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, str(tmp_path / "dying.py")], check=True, capture_output=True, env=environment, timeout=60
    )
    assert done.stdout.decode().split()[-1] == "BrokenProcessPool"
