"""An issue beside `espeak-ng --stdout | lame -b 64` in the same minutes: wall, CPU, memory, and what rebuilds cost.

`python -m tests.bench.speed CORPUS [--engine NAME] [--runs N]`, where CORPUS is a folder of articles; espeak-ng and
lame must be installed for the reference, which speaks the articles only, one after another. Ours makes articles,
sections and the edition, mastered, tagged, with chapters, transcripts, pages and feed.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from audio_edition import store

PIPE = 'espeak-ng -v en-gb -s 175 -f "$1" --stdout | lame --quiet -b 64 - "$2"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds, and megabytes of the largest process."""

    wall: float
    cpu: float
    megabytes: float


def cost(work: Callable[[], None]) -> Cost:
    """What a piece of work takes, in a process of its own and its children."""
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        raise click.ClickException(f"the work ended with status {status}")
    return Cost(wall=time.monotonic() - begun, cpu=used.ru_utime + used.ru_stime, megabytes=used.ru_maxrss / 1024)


def reference(articles: list[Path], folder: Path) -> None:
    """The pipe over all articles, one after another."""
    for article in articles:
        command = ["sh", "-c", PIPE, "pipe", str(article), str(folder / f"{article.stem}.mp3")]
        subprocess.run(command, check=True, capture_output=True)


def build(corpus: Path, output: Path, engine: str) -> None:
    """An edition with everything."""
    options = ["--episodes", "article,section,edition", "--engine", engine, "--quiet"]
    command = [sys.executable, "-m", "audio_edition", "build", str(corpus), "-o", str(output), *options]
    subprocess.run(command, check=True, capture_output=True)


def edit(corpus: Path) -> None:
    """Change a sentence in one paragraph of the first article."""
    file = min(corpus.rglob("*.*"))
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?<=\w)\. (?=[A-Z])", ", or so they say. ", text, count=1), encoding="utf-8")


def measured(corpus: Path, engine: str) -> Iterator[tuple[str, Cost]]:
    """One run of everything, in a cache and folders of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ[store.VARIABLE] = str(folder / "cache")
        articles = sorted(path for path in corpus.rglob("*.*") if path.suffix in {".md", ".txt"})
        mine = folder / "articles"
        shutil.copytree(corpus, mine)
        output = folder / "output"
        (folder / "pipe").mkdir()
        yield "the pipe, one after another", cost(lambda: reference(articles, folder / "pipe"))
        yield "build", cost(lambda: build(mine, output, engine))
        yield "build again, nothing changed", cost(lambda: build(mine, output, engine))
        edit(mine)
        yield "build again, one paragraph edited", cost(lambda: build(mine, output, engine))


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--engine", default="pyttsx3", show_default=True)
@click.option("--runs", default=3, show_default=True)
def main(corpus: Path, engine: str, runs: int) -> None:
    """Print the table: medians of the runs, and ratios to the pipe."""
    if not (shutil.which("espeak-ng") and shutil.which("lame")):
        raise click.ClickException("the reference needs espeak-ng and lame")
    costs: dict[str, list[Cost]] = {}
    for _ in range(runs):
        for what, once in measured(corpus, engine):
            costs.setdefault(what, []).append(once)
    click.echo(
        "| | wall, s | × pipe | CPU, s | × pipe | largest process, MB |\n| --- | --- | --- | --- | --- | --- |"
    )
    pipe = costs["the pipe, one after another"]
    for what, found in costs.items():
        wall, cpu = (statistics.median(getattr(each, name) for each in found) for name in ("wall", "cpu"))
        walls = statistics.median(a.wall / b.wall for a, b in zip(found, pipe, strict=True))
        cpus = statistics.median(a.cpu / b.cpu for a, b in zip(found, pipe, strict=True))
        most = max(each.megabytes for each in found)
        click.echo(f"| {what} | {wall:.1f} | {walls:.2f} | {cpu:.1f} | {cpus:.2f} | {most:.0f} |")


if __name__ == "__main__":
    main()
