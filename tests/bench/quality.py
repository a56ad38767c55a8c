"""How an engine or an edition sounds: words, marks, levels and costs, as tables for docs/pages/guide/voices.md.

`pip install -e '.[bench]' && python -m tests.bench.quality [--engine NAME …] [--words N]` has every engine that can
load speak the beginning of the sample edition; `--edition OUTPUT` measures the MP3s that are there. Marks are given
where their weights are, see `judges.py`.
"""

from __future__ import annotations

import multiprocessing
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click
import numpy as np
import soundfile
import soxr

from audio_edition.audio import decoder
from audio_edition.audio.loudness import Samples, integrated_loudness
from audio_edition.audio.stitcher import stitch
from audio_edition.build.lexicon import load_lexicon
from audio_edition.build.scripts import read_scripts
from audio_edition.build.voice_selection import VoiceSelector
from audio_edition.config import Config, Pauses
from audio_edition.errors import EngineError
from audio_edition.model import SAMPLE_RATE, Clip, Cue, EpisodeKind, Line, Narrator, Utterance
from audio_edition.speech import engines
from audio_edition.speech.recognizer import Recognizer
from audio_edition.speech.synthesizer import Synthesizer
from audio_edition.verbaliser.utterances import utterances
from audio_edition.verification.asr_segments import recognize_sentences
from audio_edition.verification.recognition import recognize_edition
from audio_edition.verification.transcripts import SpokenSentence, load_editions, read_cues
from tests.bench.judges import RATE, Sound, distillmos, dnsmos
from tests.conftest import ROOT

LANGUAGE = "en-GB"
SAMPLE_SHARE = 5
"""This part of the sentences another process speaks first: to compare bytes, and to take the start off the cost."""

SPEECH_LEVEL = 10 ** (-42 / 20)
ONSET_STEP_MS, ONSET_GAP_STEPS = 5, 8
"""Speech begins where it is loud after 40 ms of quiet."""

QUIET = 200 / 32768


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """What an engine made of the text: levelled and stitched, and its cost."""

    narrator: Narrator
    samples: Samples
    said: tuple[SpokenSentence, ...]
    cpu: float
    megabytes: float
    same: bool


def text(words: int) -> list[Utterance]:
    """The first sentences of the sample edition, `words` of them together."""
    found: list[Utterance] = []
    count = 0
    for script in read_scripts([ROOT / "articles"]).scripts:
        for each in utterances(script, LANGUAGE, load_lexicon(Config())):
            if count >= words:
                return found
            found.append(each)
            count += len(each.spoken.split())
    return found


def perform(engine: str, words: int) -> Performance:
    """Everything an engine does, in a process that does nothing else. Raises EngineError if it cannot speak."""
    with VoiceSelector(Config(engine=engine, cache_size=0)) as auditions:
        speaker = auditions.choose(None, LANGUAGE)
    lines = [Line(utterance=each, narrator=speaker.narrator) for each in text(words)]
    few = lines[: max(1, len(lines) // SAMPLE_SHARE)]
    first, start = _spoken(few)
    clips, cpu = _spoken(lines)
    samples, cues = stitch(lines, clips, Pauses())
    voice = f"{speaker.narrator.engine}:{speaker.narrator.voice}"
    said = (
        SpokenSentence(cue=_cue(each.start, each.end, each.text), spoken=line.utterance.spoken, voice=voice)
        for line, each in zip(lines, cues, strict=True)
    )
    return Performance(
        narrator=speaker.narrator,
        samples=samples,
        said=tuple(said),
        cpu=(cpu - start) / _seconds(clips[len(few) :]),
        megabytes=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        same=first == clips[: len(few)],
    )


def _cue(start: int, end: int, words: str) -> Cue:
    return Cue(start_ms=start * 1000 // SAMPLE_RATE, end_ms=end * 1000 // SAMPLE_RATE, text=words)


def _spoken(lines: Sequence[Line]) -> tuple[list[Clip], float]:
    """The clips of a fresh process, and all the CPU-seconds of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Synthesizer() as synthesizer:
        clips = [spoken.clip for spoken in synthesizer.speak(lines)]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clips, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _seconds(clips: Sequence[Clip]) -> float:
    return sum(len(clip.pcm) / 2 / clip.sample_rate for clip in clips)


def word_error_rate(made: Performance, recognizer: Recognizer) -> float:
    """As `check --listen` hears it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        soundfile.write(file, made.samples, SAMPLE_RATE)
        locales = {each.voice: LANGUAGE for each in made.said}
        heard = [compared for _, compared in recognize_sentences(file, made.said, locales, recognizer)]
    return sum(each.errors for each in heard) / sum(each.words for each in heard)


def loudness_spread(made: Performance) -> float:
    """Standard deviation of the loudness of its sentences, LU."""
    places = [
        (each.cue.start_ms * SAMPLE_RATE // 1000, each.cue.end_ms * SAMPLE_RATE // 1000) for each in made.said
    ]
    return float(np.std([integrated_loudness(made.samples[start:end]) for start, end in places]))


def heard_at(samples: Samples) -> Sound:
    """The same sound as its judges take it."""
    return np.asarray(soxr.resample(samples, SAMPLE_RATE, RATE), np.float32)


def mark(value: float | None) -> str:
    """A judge's mark, or a dash if it is not here."""
    return f"{value:.2f}" if value is not None else "–"


def engine_row(made: Performance, recognizer: Recognizer) -> str:
    """A line of the engines' table."""
    sound = heard_at(made.samples)
    cells = (
        f"{made.narrator.engine} ({made.narrator.voice})",
        f"{made.cpu:.4f}" if made.cpu < 0.01 else f"{made.cpu:.3f}",
        f"{made.megabytes:.0f}",
        f"{word_error_rate(made, recognizer):.1%}",
        mark(distillmos(sound)),
        mark(dnsmos(sound)),
        f"{loudness_spread(made):.1f}",
        "yes" if made.same else "no",
    )
    return f"| {' | '.join(cells)} |"


HEAD = """| engine (voice) | CPU-s a second | peak MB | WER | DistillMOS | DNSMOS | sentences, LU | same bytes |
| --- | --- | --- | --- | --- | --- | --- | --- |"""


def print_engines(names: Sequence[str], words: int) -> None:
    """The table of engines; those that cannot speak here are named before it."""
    made = []
    for name in names:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
            try:
                made.append(alone.submit(perform, name, words).result())
            except EngineError as error:
                click.echo(f"{name}: left out: {error}", err=True)
    recognizer = Recognizer()
    click.echo(HEAD)
    for each in made:
        click.echo(engine_row(each, recognizer))


def onset_distances(samples: Samples, cues: Sequence[Cue]) -> list[float]:
    """From each cue's start to where speech begins nearest to it, ms."""
    step = SAMPLE_RATE * ONSET_STEP_MS // 1000
    peaks = np.abs(samples[: len(samples) // step * step]).reshape(-1, step).max(axis=1)
    loud = np.flatnonzero(peaks > SPEECH_LEVEL)
    begins = [loud[0], *(b for a, b in pairwise(loud) if b - a > ONSET_GAP_STEPS)]
    times = np.array(begins) * ONSET_STEP_MS
    return [float(np.abs(times - cue.start_ms).min()) for cue in cues]


def levels(file: Path) -> tuple[float, float] | None:
    """Integrated loudness (LUFS) and true peak (dBTP) as ffmpeg measures them; None without ffmpeg."""
    tool = shutil.which("ffmpeg")
    if tool is None:
        return None
    command = [tool, "-nostats", "-hide_banner", "-i", str(file), "-af", "ebur128=peak=true", "-f", "null", "-"]
    summary = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split("Summary:")[-1]
    loudness, peak = (re.search(rf"{name}:\s+(-?[\d.]+)", summary) for name in ("I", "Peak"))
    if loudness is None or peak is None:
        raise click.ClickException(f"{file}: ffmpeg measures nothing")
    return float(loudness[1]), float(peak[1])


def edition_rows(output: Path) -> Iterator[tuple[str, str]]:
    """What is measured of a built edition, and the figure."""
    (edition,) = load_editions(output)
    articles = [each for each in edition.episodes if each.kind is EpisodeKind.ARTICLE]
    heard = recognize_edition(output, lambda _done, _total: None)
    yield "word error rate", f"{heard.wer:.1%} of {heard.words}"
    yield "paragraphs found: problems, doubts", _counts([each.is_problem for each in heard.findings])
    marks, distances, silences = [], [], []
    for episode in articles or edition.episodes:
        file = output / episode.media
        cues = read_cues(output, episode.slug)
        samples, _ = soundfile.read(file, dtype="float32")
        marks.append(distillmos(heard_at(samples)))
        distances += onset_distances(samples, cues)
        silences.append(decoder.decode_mp3(file).longest_quiet_ms(cues[0].start_ms, cues[-1].end_ms, QUIET))
    known = [each for each in marks if each is not None]
    yield "DistillMOS, mean and lowest of its articles", f"{np.mean(known):.2f}, {min(known):.2f}" if known else "–"
    yield "longest silence inside an article", f"{max(silences)} ms"
    yield "cue to onset of speech, median and most", f"{np.median(distances):.0f}, {max(distances):.0f} ms"
    measured = [found for each in edition.episodes if (found := levels(output / each.media))]
    if measured:
        lufs, peaks = zip(*measured, strict=True)
        yield "integrated loudness of its episodes (ffmpeg)", f"{min(lufs):.1f} to {max(lufs):.1f} LUFS"
        yield "highest true peak (ffmpeg)", f"{max(peaks):.1f} dBTP"


def _counts(problems: Sequence[bool]) -> str:
    return f"{sum(problems)}, {len(problems) - sum(problems)}"


@click.command()
@click.option(
    "--engine", "names", multiple=True, help="One engine; several times for several [default: all but tone]"
)
@click.option("--words", default=400, show_default=True, help="About so many words of the sample edition.")
@click.option("--edition", type=click.Path(path_type=Path), help="Measure the MP3s of this output folder instead.")
def main(names: tuple[str, ...], words: int, edition: Path | None) -> None:
    """Measure engines, or an edition."""
    if edition is None:
        print_engines(names or [name for name in engines.list_installed() if name != "tone"], words)
        return
    click.echo(f"| {edition.name} | |\n| --- | --- |")
    for what, figure in edition_rows(edition):
        click.echo(f"| {what} | {figure} |")


if __name__ == "__main__":
    main()
