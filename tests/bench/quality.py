"""Sound quality of engines or of an edition, as tables for docs/pages/guide/voices.md.

`pip install -e '.[bench]' && python -m tests.bench.quality [--engine NAME …] [--words N]` has every engine that
loads speak the beginning of the sample edition, and prints word errors, opinion scores, levels and costs.
`--edition OUTPUT` measures the MP3s of an output folder instead. Scores need the models of `judges.py`.
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
from audio_edition.model import SAMPLE_RATE, Clip, Cue, EpisodeKind, Line, Narrator, TakeCue, Utterance
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
"""A fifth of the sentences is first spoken by another process, to compare the bytes and to subtract start-up."""

SPEECH_LEVEL = 10 ** (-42 / 20)
ONSET_STEP_MS, ONSET_GAP_STEPS = 5, 8
"""Speech begins where its level is reached after 40 ms of silence."""

QUIET = 200 / 32768


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """The text spoken by an engine, levelled and stitched, and its cost.

    `cpu` is in CPU-seconds for each second of sound; `same` is True if another process gave the same bytes.
    """

    narrator: Narrator
    samples: Samples
    sentences: tuple[SpokenSentence, ...]
    cpu: float
    megabytes: float
    same: bool


def sample_utterances(words: int) -> list[Utterance]:
    """Return the first sentences of the sample edition, about `words` words in all."""
    sample: list[Utterance] = []
    count = 0
    for script in read_scripts([ROOT / "articles"]).scripts:
        for utterance in utterances(script, LANGUAGE, load_lexicon(Config())):
            if count >= words:
                return sample
            sample.append(utterance)
            count += len(utterance.spoken.split())
    return sample


def perform(engine: str, words: int) -> Performance:
    """Speak the sample with an engine, in a process that does nothing else. Raises EngineError."""
    with VoiceSelector(Config(engine=engine, cache_size=0)) as selector:
        speaker = selector.choose(None, LANGUAGE)
    lines = [Line(utterance=utterance, narrator=speaker.narrator) for utterance in sample_utterances(words)]
    few = lines[: max(1, len(lines) // SAMPLE_SHARE)]
    first, start = _speak(few)
    clips, cpu = _speak(lines)
    samples, cues = stitch(lines, clips, Pauses())
    voice = f"{speaker.narrator.engine}:{speaker.narrator.voice}"
    sentences = (
        SpokenSentence(cue=_to_cue(cue), spoken=line.utterance.spoken, voice=voice)
        for line, cue in zip(lines, cues, strict=True)
    )
    return Performance(
        narrator=speaker.narrator,
        samples=samples,
        sentences=tuple(sentences),
        cpu=(cpu - start) / _seconds(clips[len(few) :]),
        megabytes=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        same=first == clips[: len(few)],
    )


def _to_cue(cue: TakeCue) -> Cue:
    return Cue(start_ms=cue.start * 1000 // SAMPLE_RATE, end_ms=cue.end * 1000 // SAMPLE_RATE, text=cue.text)


def _speak(lines: Sequence[Line]) -> tuple[list[Clip], float]:
    """Return the clips of a new engine process, and its CPU-seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Synthesizer() as synthesizer:
        clips = [spoken.clip for spoken in synthesizer.speak(lines)]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clips, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _seconds(clips: Sequence[Clip]) -> float:
    return sum(len(clip.pcm) / 2 / clip.sample_rate for clip in clips)


def word_error_rate(performance: Performance, recognizer: Recognizer) -> float:
    """Return the word error rate as `check --listen` computes it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "spoken.wav"
        soundfile.write(file, performance.samples, SAMPLE_RATE)
        locales = {sentence.voice: LANGUAGE for sentence in performance.sentences}
        recognized = recognize_sentences(file, performance.sentences, locales, recognizer)
        comparisons = [comparison for _, comparison in recognized]
    return sum(item.errors for item in comparisons) / sum(item.words for item in comparisons)


def loudness_spread(performance: Performance) -> float:
    """Return the standard deviation of the loudness of the sentences, in LU."""
    cues = [sentence.cue for sentence in performance.sentences]
    spans = [(cue.start_ms * SAMPLE_RATE // 1000, cue.end_ms * SAMPLE_RATE // 1000) for cue in cues]
    return float(np.std([integrated_loudness(performance.samples[start:end]) for start, end in spans]))


def resample_for_judges(samples: Samples) -> Sound:
    """Return the sound at the sample rate of the judges."""
    return np.asarray(soxr.resample(samples, SAMPLE_RATE, RATE), np.float32)


def format_score(value: float | None) -> str:
    """Return a score with two decimals, or a dash if its model is missing."""
    return f"{value:.2f}" if value is not None else "–"


def engine_row(performance: Performance, recognizer: Recognizer) -> str:
    """Return a row of the table of engines."""
    sound = resample_for_judges(performance.samples)
    cells = (
        f"{performance.narrator.engine} ({performance.narrator.voice})",
        f"{performance.cpu:.4f}" if performance.cpu < 0.01 else f"{performance.cpu:.3f}",
        f"{performance.megabytes:.0f}",
        f"{word_error_rate(performance, recognizer):.1%}",
        format_score(distillmos(sound)),
        format_score(dnsmos(sound)),
        f"{loudness_spread(performance):.1f}",
        "yes" if performance.same else "no",
    )
    return f"| {' | '.join(cells)} |"


HEADER = """| engine (voice) | CPU-s a second | peak MB | WER | DistillMOS | DNSMOS | sentences, LU | same bytes |
| --- | --- | --- | --- | --- | --- | --- | --- |"""


def print_engines(names: Sequence[str], words: int) -> None:
    """Print the table of engines, after the names of those that cannot speak here."""
    performances = []
    for name in names:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
            try:
                performances.append(executor.submit(perform, name, words).result())
            except EngineError as error:
                click.echo(f"{name}: left out: {error}", err=True)
    recognizer = Recognizer()
    click.echo(HEADER)
    for performance in performances:
        click.echo(engine_row(performance, recognizer))


def onset_distances(samples: Samples, cues: Sequence[Cue]) -> list[float]:
    """Return the distance from each cue's start to the nearest onset of speech, in ms."""
    step = SAMPLE_RATE * ONSET_STEP_MS // 1000
    peaks = np.abs(samples[: len(samples) // step * step]).reshape(-1, step).max(axis=1)
    loud = np.flatnonzero(peaks > SPEECH_LEVEL)
    onsets = [loud[0], *(b for a, b in pairwise(loud) if b - a > ONSET_GAP_STEPS)]
    times = np.array(onsets) * ONSET_STEP_MS
    return [float(np.abs(times - cue.start_ms).min()) for cue in cues]


def measure_levels(file: Path) -> tuple[float, float] | None:
    """Return the integrated loudness (LUFS) and true peak (dBTP) measured by ffmpeg; None without ffmpeg."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        return None
    command = [ffmpeg, "-nostats", "-hide_banner", "-i", str(file), "-af", "ebur128=peak=true", "-f", "null", "-"]
    summary = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split("Summary:")[-1]
    loudness, peak = (re.search(rf"{name}:\s+(-?[\d.]+)", summary) for name in ("I", "Peak"))
    if loudness is None or peak is None:
        raise click.ClickException(f"{file}: ffmpeg cannot measure it")
    return float(loudness[1]), float(peak[1])


def edition_rows(output: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each figure of a built edition."""
    (edition,) = load_editions(output)
    articles = [episode for episode in edition.episodes if episode.kind is EpisodeKind.ARTICLE]
    recognition = recognize_edition(output, lambda _done, _total: None)
    yield "word error rate", f"{recognition.wer:.1%} of {recognition.words} words"
    yield "findings: problems, doubts", _counts([item.is_problem for item in recognition.findings])
    scores, distances, silences = [], [], []
    for episode in articles or edition.episodes:
        file = output / episode.media
        cues = read_cues(output, episode.slug)
        samples, _ = soundfile.read(file, dtype="float32")
        scores.append(distillmos(resample_for_judges(samples)))
        distances += onset_distances(samples, cues)
        silences.append(decoder.decode_mp3(file).longest_quiet_ms(cues[0].start_ms, cues[-1].end_ms, QUIET))
    known = [score for score in scores if score is not None]
    yield "DistillMOS, mean and lowest of the articles", f"{np.mean(known):.2f}, {min(known):.2f}" if known else "–"
    yield "longest silence inside an article", f"{max(silences)} ms"
    yield (
        "cue to onset of speech, median and maximum",
        f"{np.median(distances):.0f}, {max(distances):.0f} ms",
    )
    levels = [level for episode in edition.episodes if (level := measure_levels(output / episode.media))]
    if levels:
        lufs, peaks = zip(*levels, strict=True)
        yield "integrated loudness of the episodes (ffmpeg)", f"{min(lufs):.1f} to {max(lufs):.1f} LUFS"
        yield "highest true peak (ffmpeg)", f"{max(peaks):.1f} dBTP"


def _counts(problems: Sequence[bool]) -> str:
    return f"{sum(problems)}, {len(problems) - sum(problems)}"


@click.command()
@click.option("--engine", "names", multiple=True, help="An engine; may be repeated [default: all except tone]")
@click.option("--words", default=400, show_default=True, help="Number of words of the sample edition.")
@click.option("--edition", type=click.Path(path_type=Path), help="Measure the MP3s of this output folder instead.")
def main(names: tuple[str, ...], words: int, edition: Path | None) -> None:
    """Measure engines or an edition."""
    if edition is None:
        print_engines(names or [name for name in engines.list_installed() if name != "tone"], words)
        return
    click.echo(f"| {edition.name} | |\n| --- | --- |")
    for label, figure in edition_rows(edition):
        click.echo(f"| {label} | {figure} |")


if __name__ == "__main__":
    main()
