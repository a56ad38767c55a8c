"""Microseconds a line of the spoken form, beside verbalis (C++) in the same minute, and the start-up of `say-as`.

`pip install -e '.[bench]' && python -m tests.bench.spoken_form`. The lines are our newspaper cases, run together
and cut every twenty words: denser in figures than any newspaper.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from audio_edition.text.verbaliser import say_as
from tests.conftest import ROOT

WORDS = 20
RUNS = 3


def lines() -> list[str]:
    """The cases as lines of twenty words."""
    cases = (ROOT / "tests" / "eval" / "newspaper.jsonl").read_text("utf-8").splitlines()
    words = " ".join(json.loads(case)["written"] for case in cases).split()
    return [" ".join(words[start : start + WORDS]) for start in range(0, len(words) - WORDS, WORDS)]


def microseconds_a_line(say: Callable[[str], object], written: Sequence[str]) -> float:
    """CPU time a line, the best of three runs after one to warm up."""
    say(written[0])
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for line in written:
            say(line)
        best = min(best, time.process_time() - start)
    return best / len(written) * 1e6


def seconds(command: Sequence[str], line: str = "") -> float:
    """CPU-seconds of a process, the best of three."""
    best = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=line.encode(), stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def main() -> None:
    """Print what both cost, and the ratio."""
    from verbalis import Verbalizer

    written = lines()
    ours, theirs = (microseconds_a_line(say, written) for say in (say_as, Verbalizer("en").process))
    print(f"{len(written)} lines of {WORDS} words: say-as {ours:.0f} µs a line, verbalis {theirs:.0f}")  # noqa: T201
    say_line = seconds([sys.executable, "-m", "audio_edition", "say-as"], "It paid $3.5bn.\n")
    nothing = seconds([sys.executable, "-c", "import audio_edition"])
    print(f"start-up of say-as: {say_line - nothing:.3f} CPU-s over `import audio_edition`")  # noqa: T201


if __name__ == "__main__":
    main()
