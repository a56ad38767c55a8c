"""Fuzz one target by hand, `python -m tests.fuzz TARGET --minutes 10`: with atheris if it is installed."""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib
import importlib.util
import sys
import tempfile
import time
from pathlib import Path
from types import FunctionType

from tests.fuzz.mutations import cases
from tests.fuzz.targets import TARGETS, Target


def main() -> None:
    """Run until the time is over; what fails is kept in `finds` and ends the run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--start", type=int, default=0, help="the first case's number")
    given = parser.parse_args()
    finds = Path(__file__).parent / "finds" / given.target
    if importlib.util.find_spec("atheris"):
        _guided(TARGETS[given.target], finds, given.minutes)
    else:
        _mutated(TARGETS[given.target], finds, given.minutes, given.start)


def _guided(target: Target, finds: Path, minutes: float) -> None:
    """Guided by the branches of our own code that a case comes to; libFuzzer ends the process."""
    atheris = importlib.import_module("atheris")
    finds.mkdir(parents=True, exist_ok=True)
    seeds = Path(tempfile.mkdtemp())
    for number, seed in enumerate(target.seeds):
        (seeds / f"{number}").write_bytes(seed)
        target.run(seed)  # so that all it needs is imported
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and (each.__module__ or "").startswith("audio_edition."):
            atheris.instrument_func(each)
    limits = [f"-max_total_time={round(minutes * 60)}", "-max_len=20000", "-timeout=20", "-rss_limit_mb=1500"]
    arguments = [sys.argv[0], *limits, f"-artifact_prefix={finds}/", str(seeds)]
    atheris.Setup(arguments, lambda data: _kept(target, finds, data))
    atheris.Fuzz()


def _mutated(target: Target, finds: Path, minutes: float, start: int) -> None:
    """Mutations one after another."""
    until = time.monotonic() + minutes * 60
    number = start
    while time.monotonic() < until:
        (data,) = cases(target.seeds, 1, number)
        number += 1
        _kept(target, finds, data)
    sys.stdout.write(f"{number - start} cases\n")


def _kept(target: Target, finds: Path, data: bytes) -> None:
    """Run a case; if it fails, keep it: libFuzzer keeps those only that take too long or too much."""
    try:
        target.run(data)
    except Exception:
        finds.mkdir(parents=True, exist_ok=True)
        (finds / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
        raise


if __name__ == "__main__":
    main()
