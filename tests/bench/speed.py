"""What an issue takes beside the plain pipe `espeak-ng --stdout | lame -b 64`, and how that grows.

`python -m tests.bench.speed issue|growth|natural|cluster CORPUS`, where CORPUS is a folder of articles
in Markdown. The reference needs espeak-ng, lame and ffmpeg, and speaks the articles only; ours makes articles,
sections and the edition, mastered, tagged, with chapters, transcripts, pages and feed. Linux only.
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
from tests.bench.costs import Cost, cost, median
from tests.cluster import scheduling

PIPE = 'espeak-ng -v en-gb -s 175 -f "$1" --stdout | lame --quiet -b 64 - "$2"'
EVERYTHING = ("--episodes", "article,section,edition", "--quiet")
HEADER = "| | wall, s | × pipe | CPU, s | × pipe | largest process, MB | together, MB |\n" + "| --- " * 7 + "|"

CORPUS = click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
RUNS = click.option("--runs", default=3, show_default=True)


@click.group()
def main() -> None:
    """Measure."""


@main.command()
@CORPUS
@RUNS
@click.option("--naive", is_flag=True, help="Also the usual way: pyttsx3 and pydub.")
def issue(corpus: Path, runs: int, *, naive: bool) -> None:
    """A whole issue with espeak-ng, and what rebuilding it takes: medians, and ratios to the pipe."""
    costs: dict[str, list[Cost]] = {}
    for _ in range(runs):
        for what, once in _issue(corpus, naive=naive):
            costs.setdefault(what, []).append(once)
    click.echo(HEADER)
    for what, found in costs.items():
        click.echo(_row(what, median(found), median(costs["the pipe, one after another"])))


def _row(what: str, one: Cost, pipe: Cost) -> str:
    walls, cpus = f"{one.wall:.1f} | {one.wall / pipe.wall:.2f}", f"{one.cpu:.1f} | {one.cpu / pipe.cpu:.2f}"
    return f"| {what} | {walls} | {cpus} | {one.largest:.0f} | {one.together:.0f} |"


def _issue(corpus: Path, *, naive: bool) -> Iterator[tuple[str, Cost]]:
    with workshop(corpus) as folder:
        articles, output = folder / "articles", folder / "output"
        (folder / "pipe").mkdir()
        yield "the pipe, one after another", cost(lambda: _pipe(articles, folder / "pipe", jobs=1))
        yield "the pipe, two at a time", cost(lambda: _pipe(articles, folder / "pipe", jobs=2))
        if naive:
            yield (
                "pyttsx3 and pydub",
                cost(lambda: run(sys.executable, "-m", "tests.bench.naive", articles, folder)),
            )
        yield "build", cost(lambda: build(articles, output))
        yield "again, nothing changed", cost(lambda: build(articles, output))
        _edit(articles)
        yield "again, one paragraph edited", cost(lambda: build(articles, output))
        _respell(articles)
        yield "again, one entry of the lexicon changed", cost(lambda: build(articles, output))
        yield "again, another title and cover", cost(lambda: build(articles, output, "--title", "Another"))


@main.command()
@CORPUS
@click.option("--sizes", default="10,30,100,300", show_default=True)
def growth(corpus: Path, sizes: str) -> None:
    """The same with more and more articles: exponents of wall and CPU, and memory."""
    found: list[tuple[int, Cost]] = []
    click.echo("| articles | wall, s | CPU, s | largest process, MB | together, MB |\n" + "| --- " * 5 + "|")
    for size in map(int, sizes.split(",")):
        one = _of_size(corpus, size)
        found.append((size, one))
        click.echo(f"| {size} | {one.wall:.1f} | {one.cpu:.1f} | {one.largest:.0f} | {one.together:.0f} |")
    (few, first), (many, last) = found[0], found[-1]
    for name in ("wall", "cpu"):
        exponent = math.log(getattr(last, name) / getattr(first, name)) / math.log(many / few)
        click.echo(f"{name} grows with the {exponent:.3f}th power of the articles")


def _of_size(corpus: Path, size: int) -> Cost:
    with workshop(corpus, size) as folder:
        return cost(lambda: build(folder / "articles", folder / "output"))


@main.command()
@CORPUS
@RUNS
@click.option("--engine", default="hibari", show_default=True)
def natural(corpus: Path, runs: int, engine: str) -> None:
    """A natural voice: beside the engine alone and the encoder alone, and with one worker and two."""
    ratios, speeds = [], []
    for _ in range(runs):
        alone, encoder, one, two = _natural(corpus, engine)
        ratios.append(one.cpu / (alone.cpu + encoder.cpu))
        speeds.append(one.wall / two.wall)
        click.echo(f"engine alone {alone.cpu:.1f} CPU-s, encoder alone {encoder.cpu:.1f}")
        click.echo(f"one worker {one.cpu:.1f} CPU-s in {one.wall:.1f} s, {one.together:.0f} MB")
        click.echo(f"two workers {two.cpu:.1f} CPU-s in {two.wall:.1f} s, {two.together:.0f} MB")
    click.echo(f"CPU {np.median(ratios):.2f} × engine and encoder; two workers {np.median(speeds):.2f} × as fast")


def _natural(corpus: Path, engine: str) -> tuple[Cost, Cost, Cost, Cost]:
    """The engine alone, the encoder alone, a build with one worker, and with two."""
    with workshop(corpus) as folder:
        clips = folder / "clips"
        clips.mkdir()
        return (
            cost(lambda: _speak(folder / "articles", clips, engine)),
            cost(lambda: _encode(clips)),
            cost(lambda: _fresh(folder, 1, engine)),
            cost(lambda: _fresh(folder, 2, engine)),
        )


@main.command()
@CORPUS
@click.option("--engine", default="pyttsx3", show_default=True)
def cluster(corpus: Path, engine: str) -> None:
    """A scheduler and two workers on this machine, beside two processes: what the cluster costs."""
    with workshop(corpus) as folder, scheduling(folder) as workers:
        for _ in range(2):
            workers.hire()
        workers.await_workers()
        local = cost(lambda: build(folder / "articles", folder / "here", "--engine", engine))
        os.environ[cache.FOLDER_VARIABLE] = str(folder / "another cache")
        options = ("--engine", engine, "--scheduler", workers.address)
        far = cost(lambda: build(folder / "articles", folder / "there", *options))
    click.echo(f"two processes {local.wall:.1f} s, two workers {far.wall:.1f} s; the client {far.cpu:.1f} CPU-s")


@contextmanager
def workshop(corpus: Path, size: int | None = None) -> Iterator[Path]:
    """A folder with the first `size` articles and a cache of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        for article in sorted(corpus.rglob("*.md"))[:size]:
            shutil.copy(article, folder / "articles" / article.name)
        os.environ[cache.FOLDER_VARIABLE] = str(folder / "cache")
        yield folder


def run(*command: object) -> None:
    subprocess.run([*map(str, command)], check=True, capture_output=True)


def _pipe(articles: Path, folder: Path, jobs: int) -> None:
    names = "\0".join(str(article) for article in sorted(articles.glob("*.md")))
    script = PIPE.replace("$2", f"{folder}/$(basename $1).mp3")
    command = ["xargs", "-0", "-P", str(jobs), "-I{}", "sh", "-c", script, "pipe", "{}"]
    subprocess.run(command, input=names, text=True, check=True, capture_output=True)


def build(articles: Path, output: Path, *options: object) -> None:
    engine = () if "--engine" in options else ("--engine", "pyttsx3")
    run(sys.executable, "-m", "audio_edition", "build", articles, "-o", output, *EVERYTHING, *engine, *options)


def _fresh(folder: Path, jobs: int, engine: str) -> None:
    """A build that remembers nothing."""
    os.environ[cache.FOLDER_VARIABLE] = str(folder / f"cache{jobs}")
    build(folder / "articles", folder / f"output{jobs}", "--engine", engine, "--jobs", jobs)


def _edit(articles: Path) -> None:
    """Change a sentence in one paragraph of the first article."""
    file = min(articles.glob("*.md"))
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?<=\w)\. (?=[A-Z])", ", or so they say. ", text, count=1), encoding="utf-8")


def _respell(articles: Path) -> None:
    """Tell the edition to say one name of the corpus otherwise."""
    (articles / "edition.toml").write_text('[pronounce]\n"Kolvik" = "Coal Vick"\n', encoding="utf-8")


def _spoken(articles: Path) -> Iterator[Utterance]:
    config = Config()
    for script in read_scripts([articles], config).scripts:
        yield from utterances(script, config.spoken_language, load_lexicon(config))


def _speak(articles: Path, clips: Path, name: str) -> None:
    """Every utterance by the engine, in this process, and nothing else; clips are written for the encoder."""
    engine = engines.load(name)
    voice = engine.voices()[0].id
    for number, each in enumerate(_spoken(articles)):
        clip = engines.pronounce_or_synthesize(engine, each.spoken, voice, 175, each.pronunciations)
        soundfile.write(clips / f"{number:06}.wav", np.frombuffer(clip.pcm, "<i2"), clip.sample_rate)


def _encode(clips: Path) -> None:
    """The clips, a hundred at a time, through LAME as we set it."""
    files = sorted(clips.iterdir())
    for start in range(0, len(files), 100):
        sounds = [soundfile.read(file, dtype="float32") for file in files[start : start + 100]]
        encode(np.concatenate([soxr.resample(samples, rate, SAMPLE_RATE) for samples, rate in sounds]), 64)


if __name__ == "__main__":
    main()
