"""Cost of building an issue, compared with the plain pipe `espeak-ng --stdout | lame -b 64`, and its growth.

Run `python -m tests.bench.speed issue|growth|natural|cluster CORPUS`, where CORPUS is a folder of articles in
Markdown. The reference needs espeak-ng, lame and ffmpeg, and speaks only the articles. A build makes articles,
sections and the edition, mastered and tagged, with chapters, transcripts, pages and feed. Linux only.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import numpy as np
import soundfile
import soxr

from audio_edition import cache
from audio_edition.audio.encoder import encode
from audio_edition.build.lexicon import load_lexicon
from audio_edition.build.scripts import read_scripts
from audio_edition.config import Config
from audio_edition.model import SAMPLE_RATE, Utterance
from audio_edition.speech import engines
from audio_edition.verbaliser.utterances import utterances
from tests.bench.costs import Cost, measure, median
from tests.cluster import run_scheduler

PIPE = 'espeak-ng -v en-gb -s 175 -f "$1" --stdout | lame --quiet -b 64 - "$2"'
EVERYTHING = ("--episodes", "article,section,edition", "--quiet")
HEADER = "| | wall, s | × pipe | CPU, s | × pipe | largest process, MB | all processes, MB |\n" + "| --- " * 7 + "|"

CORPUS = click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
RUNS = click.option("--runs", default=3, show_default=True)


@click.group()
def main() -> None:
    """Measure the speed of builds."""


@main.command()
@CORPUS
@RUNS
@click.option("--naive", is_flag=True, help="Also measure the usual script with pyttsx3 and pydub.")
def issue(corpus: Path, runs: int, *, naive: bool) -> None:
    """Measure building and rebuilding an issue with espeak-ng; print medians and ratios to the pipe."""
    costs: dict[str, list[Cost]] = {}
    for _ in range(runs):
        for label, cost in _measure_issue(corpus, naive=naive):
            costs.setdefault(label, []).append(cost)
    click.echo(HEADER)
    for label, measured in costs.items():
        click.echo(_row(label, median(measured), median(costs["the pipe, one after another"])))


def _row(label: str, cost: Cost, pipe: Cost) -> str:
    wall, cpu = f"{cost.wall:.1f} | {cost.wall / pipe.wall:.2f}", f"{cost.cpu:.1f} | {cost.cpu / pipe.cpu:.2f}"
    return f"| {label} | {wall} | {cpu} | {cost.largest:.0f} | {cost.total:.0f} |"


def _measure_issue(corpus: Path, *, naive: bool) -> Iterator[tuple[str, Cost]]:
    with workspace(corpus) as folder:
        articles, output = folder / "articles", folder / "output"
        (folder / "pipe").mkdir()
        yield "the pipe, one after another", measure(lambda: _pipe(articles, folder / "pipe", jobs=1))
        yield "the pipe, two at a time", measure(lambda: _pipe(articles, folder / "pipe", jobs=2))
        if naive:
            yield (
                "pyttsx3 and pydub",
                measure(lambda: run(sys.executable, "-m", "tests.bench.naive", articles, folder)),
            )
        yield "build", measure(lambda: build(articles, output))
        yield "again, nothing changed", measure(lambda: build(articles, output))
        _edit_paragraph(articles)
        yield "again, one paragraph edited", measure(lambda: build(articles, output))
        _change_lexicon(articles)
        yield "again, one entry of the lexicon changed", measure(lambda: build(articles, output))
        yield "again, another title and cover", measure(lambda: build(articles, output, "--title", "Another"))


@main.command()
@CORPUS
@click.option("--sizes", default="10,30,100,300", show_default=True)
def growth(corpus: Path, sizes: str) -> None:
    """Measure builds of more and more articles; print memory and the exponents of wall and CPU time."""
    costs: list[tuple[int, Cost]] = []
    click.echo("| articles | wall, s | CPU, s | largest process, MB | all processes, MB |\n" + "| --- " * 5 + "|")
    for size in map(int, sizes.split(",")):
        cost = _measure_size(corpus, size)
        costs.append((size, cost))
        click.echo(f"| {size} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.largest:.0f} | {cost.total:.0f} |")
    (fewest, first), (most, last) = costs[0], costs[-1]
    for name in ("wall", "cpu"):
        exponent = math.log(getattr(last, name) / getattr(first, name)) / math.log(most / fewest)
        click.echo(f"{name} grows with the {exponent:.3f}th power of the articles")


def _measure_size(corpus: Path, size: int) -> Cost:
    with workspace(corpus, size) as folder:
        return measure(lambda: build(folder / "articles", folder / "output"))


@main.command()
@CORPUS
@RUNS
@click.option("--engine", default="hibari", show_default=True)
def natural(corpus: Path, runs: int, engine: str) -> None:
    """Measure a natural voice: the engine alone, the encoder alone, and builds with one and two workers."""
    ratios, speeds = [], []
    for _ in range(runs):
        alone, encoder, one, two = _measure_natural(corpus, engine)
        ratios.append(one.cpu / (alone.cpu + encoder.cpu))
        speeds.append(one.wall / two.wall)
        click.echo(f"engine alone {alone.cpu:.1f} CPU-s, encoder alone {encoder.cpu:.1f}")
        click.echo(f"one worker {one.cpu:.1f} CPU-s in {one.wall:.1f} s, {one.total:.0f} MB")
        click.echo(f"two workers {two.cpu:.1f} CPU-s in {two.wall:.1f} s, {two.total:.0f} MB")
    click.echo(f"CPU {np.median(ratios):.2f} × engine and encoder; two workers {np.median(speeds):.2f} × as fast")


def _measure_natural(corpus: Path, engine: str) -> tuple[Cost, Cost, Cost, Cost]:
    """Return the costs of the engine alone, the encoder alone, a build with one worker, and one with two."""
    with workspace(corpus) as folder:
        clips = folder / "clips"
        clips.mkdir()
        return (
            measure(lambda: _speak(folder / "articles", clips, engine)),
            measure(lambda: _encode(clips)),
            measure(lambda: _build_without_cache(folder, 1, engine)),
            measure(lambda: _build_without_cache(folder, 2, engine)),
        )


@main.command()
@CORPUS
@click.option("--engine", default="pyttsx3", show_default=True)
def cluster(corpus: Path, engine: str) -> None:
    """Compare a scheduler and two workers on this machine with two plain processes."""
    with workspace(corpus) as folder, run_scheduler(folder) as workers:
        for _ in range(2):
            workers.start_worker()
        workers.await_workers()
        local = measure(lambda: build(folder / "articles", folder / "here", "--engine", engine))
        os.environ[cache.FOLDER_VARIABLE] = str(folder / "another cache")
        options = ("--engine", engine, "--scheduler", workers.address)
        distributed = measure(lambda: build(folder / "articles", folder / "there", *options))
    click.echo(
        f"two processes {local.wall:.1f} s, two workers {distributed.wall:.1f} s;"
        f" the client {distributed.cpu:.1f} CPU-s"
    )


@contextmanager
def workspace(corpus: Path, size: int | None = None) -> Iterator[Path]:
    """Yield a temporary folder with the first `size` articles; the cache is in it, too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        for article in sorted(corpus.rglob("*.md"))[:size]:
            shutil.copy(article, folder / "articles" / article.name)
        os.environ[cache.FOLDER_VARIABLE] = str(folder / "cache")
        yield folder


def run(*command: object) -> None:
    """Run a command. Raises CalledProcessError if it fails."""
    subprocess.run([*map(str, command)], check=True, capture_output=True)


def _pipe(articles: Path, folder: Path, jobs: int) -> None:
    names = "\0".join(str(article) for article in sorted(articles.glob("*.md")))
    script = PIPE.replace("$2", f"{folder}/$(basename $1).mp3")
    command = ["xargs", "-0", "-P", str(jobs), "-I{}", "sh", "-c", script, "pipe", "{}"]
    subprocess.run(command, input=names, text=True, check=True, capture_output=True)


def build(articles: Path, output: Path, *options: object) -> None:
    """Build all kinds of episodes, by default with pyttsx3. Raises CalledProcessError if it fails."""
    engine = () if "--engine" in options else ("--engine", "pyttsx3")
    run(sys.executable, "-m", "audio_edition", "build", articles, "-o", output, *EVERYTHING, *engine, *options)


def _build_without_cache(folder: Path, jobs: int, engine: str) -> None:
    """Build with an empty cache and an empty output folder."""
    os.environ[cache.FOLDER_VARIABLE] = str(folder / f"cache{jobs}")
    build(folder / "articles", folder / f"output{jobs}", "--engine", engine, "--jobs", jobs)


def _edit_paragraph(articles: Path) -> None:
    """Change a sentence in one paragraph of the first article."""
    file = min(articles.glob("*.md"))
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?<=\w)\. (?=[A-Z])", ", or so they say. ", text, count=1), encoding="utf-8")


def _change_lexicon(articles: Path) -> None:
    """Change the pronunciation of one name of the corpus."""
    (articles / "edition.toml").write_text('[pronounce]\n"Kolvik" = "Coal Vick"\n', encoding="utf-8")


def _read_utterances(articles: Path) -> Iterator[Utterance]:
    config = Config()
    for script in read_scripts([articles], config).scripts:
        yield from utterances(script, config.spoken_language, load_lexicon(config))


def _speak(articles: Path, clips: Path, name: str) -> None:
    """Speak every utterance with the engine in this process, and write the clips for the encoder."""
    engine = engines.load(name)
    voice = engine.voices()[0].id
    for number, utterance in enumerate(_read_utterances(articles)):
        clip = engines.pronounce_or_synthesize(engine, utterance.spoken, voice, 175, utterance.pronunciations)
        soundfile.write(clips / f"{number:06}.wav", np.frombuffer(clip.pcm, "<i2"), clip.sample_rate)


def _encode(clips: Path) -> None:
    """Encode the clips with our settings of LAME, a hundred at a time."""
    files = sorted(clips.iterdir())
    for start in range(0, len(files), 100):
        sounds = [soundfile.read(file, dtype="float32") for file in files[start : start + 100]]
        encode(np.concatenate([soxr.resample(samples, rate, SAMPLE_RATE) for samples, rate in sounds]), 64)


if __name__ == "__main__":
    main()
