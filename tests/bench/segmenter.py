"""Speed (pages a CPU-second) and memory of `audio-edition segment`, compared with trafilatura in the same run.

Run `pip install -e '.[bench]' && python -m tests.bench.segmenter`, with the labelled pages beside the checkout.
Whole processes are measured; the cost of a run on one page is subtracted as start-up.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.eval.pages import BENCH, page_path

MANY, FEW = 1000, 100
SEGMENT = (sys.executable, "-m", "audio_edition", "segment", "--json")
EXTRACT = """
import sys, trafilatura
for name in sys.argv[1:]:
    with open(name, 'rb') as file:
        trafilatura.bare_extraction(file.read(), favor_precision=True)
"""
TRAFILATURA = (sys.executable, "-c", EXTRACT)


@dataclass(frozen=True, slots=True)
class ProcessCost:
    """CPU-seconds and peak memory, in MB, of a process."""

    cpu: float
    peak: float


def measure(command: Sequence[str], files: Sequence[Path]) -> ProcessCost:
    """Run a command on files and return its cost."""
    null = subprocess.DEVNULL
    with subprocess.Popen([*command, *map(str, files)], stdout=null, stderr=null) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return ProcessCost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def pages_a_second(command: Sequence[str], files: Sequence[Path]) -> float:
    """Return the pages processed in a CPU-second, without start-up; the better of two runs."""
    start_up = min(measure(command, files[:1]).cpu for _ in range(2))
    return (len(files) - 1) / (min(measure(command, files).cpu for _ in range(2)) - start_up)


def make_copies(files: Sequence[Path], folder: Path, count: int) -> list[Path]:
    """Return `count` copies of the files in turn, each with a different last line."""
    copies = []
    for number, file in zip(range(count), itertools.cycle(files), strict=False):
        copy = folder / f"{number}{file.suffix}"
        shutil.copy(file, copy)
        with copy.open("a", encoding="utf-8") as end:
            end.write(f"\nCopy {number}.\n")
        copies.append(copy)
    return copies


def main() -> None:
    """Print the figures for each kind of page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [gold.stem for gold in sorted((BENCH / "gold").glob("*.json"))]
        pages = {track: [page_path(track, page, folder) for page in names] for track in ("html", "crop", "txt")}
        speeds = {track: pages_a_second(SEGMENT, files) for track, files in pages.items()}
        reference = pages_a_second(TRAFILATURA, pages["html"])
        for track, speed in speeds.items():
            print(f"{track}: {speed:.0f} pages a CPU-second ({speed / reference:.2f} of trafilatura on HTML)")  # noqa: T201
        print(f"trafilatura, html: {reference:.0f} pages a CPU-second")  # noqa: T201
        for track in ("html", "txt"):
            (copies := folder / f"copies-{track}").mkdir()
            peaks = [measure(SEGMENT, make_copies(pages[track], copies, count)).peak for count in (FEW, MANY)]
            print(f"{track}: {peaks[0]:.0f} MB at {FEW} pages, {peaks[1]:.0f} MB at {MANY}")  # noqa: T201


if __name__ == "__main__":
    main()
