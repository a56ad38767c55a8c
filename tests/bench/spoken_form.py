"""CPU time of `say-as` for a line, compared with verbalis (C++) in the same run, and its start-up time.

Run `pip install -e '.[bench]' && python -m tests.bench.spoken_form`. The lines are the sample edition and our
newspaper cases, joined and cut every twenty words. The cases have more figures than any newspaper.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from audio_edition.build.scripts import read_scripts
from audio_edition.verbaliser import say_as
from tests.conftest import ROOT

WORDS = 20
RUNS = 3


def cases() -> list[str]:
    """Return the newspaper cases, which have a figure or a code every few words."""
    lines = (ROOT / "tests" / "eval" / "newspaper.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["written"] for line in lines]


def articles() -> list[str]:
    """Return the paragraphs of the sample edition."""
    scripts = read_scripts([ROOT / "articles"]).scripts
    return [paragraph.text for script in scripts for paragraph in script.paragraphs]


def split_into_lines(texts: Sequence[str]) -> list[str]:
    """Join texts and split them into lines of twenty words."""
    words = " ".join(texts).split()
    return [" ".join(words[start : start + WORDS]) for start in range(0, len(words) - WORDS, WORDS)]


def microseconds_a_line(verbalise: Callable[[str], object], written: Sequence[str]) -> float:
    """Return the CPU time for a line: the best of three runs, after one line to warm up."""
    verbalise(written[0])
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for line in written:
            verbalise(line)
        best = min(best, time.process_time() - start)
    return best / len(written) * 1e6


def cpu_seconds(command: Sequence[str], line: str = "") -> float:
    """Return the CPU-seconds of a process: the best of three runs."""
    best = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=line.encode(), stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def main() -> None:
    """Print the costs of both verbalisers and their ratio."""
    from verbalis import Verbalizer

    verbalisers = (say_as, Verbalizer("en").process)
    for name, texts in (("articles", articles()), ("newspaper cases", cases())):
        written = split_into_lines(texts)
        ours, theirs = (microseconds_a_line(function, written) for function in verbalisers)
        measured = f"say-as {ours:.0f} µs a line, verbalis {theirs:.0f} ({ours / theirs:.1f} times)"
        print(f"{name}, {len(written)} lines of {WORDS} words: {measured}")  # noqa: T201
    say_as_one_line = cpu_seconds([sys.executable, "-m", "audio_edition", "say-as"], "It paid $3.5bn.\n")
    import_only = cpu_seconds([sys.executable, "-c", "import audio_edition"])
    print(f"start-up of say-as: {say_as_one_line - import_only:.3f} CPU-s over `import audio_edition`")  # noqa: T201


if __name__ == "__main__":
    main()
