"""Fuzz one target, with atheris if it is installed: `python -m tests.fuzz TARGET --minutes 10`."""

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
    """Run until the time is over; a case that fails is saved in `finds` and ends the run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--start", type=int, default=0, help="the first case's number")
    options = parser.parse_args()
    finds = Path(__file__).parent / "finds" / options.target
    if importlib.util.find_spec("atheris"):
        _run_guided(TARGETS[options.target], finds, options.minutes)
    else:
        _run_mutations(TARGETS[options.target], finds, options.minutes, options.start)


def _run_guided(target: Target, finds: Path, minutes: float) -> None:
    """Fuzz with atheris, guided by the branches of our own code that a case reaches; libFuzzer ends the process."""
    atheris = importlib.import_module("atheris")
    finds.mkdir(parents=True, exist_ok=True)
    seeds = Path(tempfile.mkdtemp())
    for number, seed in enumerate(target.seeds):
        (seeds / f"{number}").write_bytes(seed)
        target.run(seed)  # imports everything that the target needs
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and (function.__module__ or "").startswith("audio_edition."):
            atheris.instrument_func(function)
    limits = [f"-max_total_time={round(minutes * 60)}", "-max_len=20000", "-timeout=20", "-rss_limit_mb=1500"]
    arguments = [sys.argv[0], *limits, f"-artifact_prefix={finds}/", str(seeds)]
    atheris.Setup(arguments, lambda data: _run_case(target, finds, data))
    atheris.Fuzz()


def _run_mutations(target: Target, finds: Path, minutes: float, start: int) -> None:
    """Run one mutation of the seeds after another."""
    deadline = time.monotonic() + minutes * 60
    number = start
    while time.monotonic() < deadline:
        (data,) = cases(target.seeds, 1, number)
        number += 1
        _run_case(target, finds, data)
    sys.stdout.write(f"{number - start} cases\n")


def _run_case(target: Target, finds: Path, data: bytes) -> None:
    """Run a case and save it if it fails; libFuzzer saves only cases that exceed its time or memory limit."""
    try:
        target.run(data)
    except Exception:
        finds.mkdir(parents=True, exist_ok=True)
        (finds / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
        raise


if __name__ == "__main__":
    main()
