"""How far speech is from where the edition's transcript says it is, by two decoders: at each article, to the end.

`python -m tests.bench.joints CORPUS`, where CORPUS is a folder of articles in Markdown; ffmpeg must be installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import numpy as np
import soundfile

from audio_edition.audio.loudness import Samples
from audio_edition.model import SAMPLE_RATE, Cue
from audio_edition.podcast.transcript import read_vtt
from tests.bench.speed import CORPUS, build, run, workshop

_SILENCE_MS = 900
_AROUND_SECONDS = 0.25
_LOUD = 0.003
"""Of full scale: -50 dB, above what LAME makes of silence."""


@click.command()
@CORPUS
def main(corpus: Path) -> None:
    """Build an edition, decode it, and look for the onsets."""
    with workshop(corpus) as folder:
        build(folder / "articles", folder / "output")
        (file,) = (folder / "output" / "episodes").glob("edition-*.mp3")
        starts = list(_starts(read_vtt(file.with_name(f"{file.name.split('.')[0]}.vtt").read_text("utf-8"))))
        for name, sound in (("ffmpeg", _by_ffmpeg(file, folder)), ("libsndfile", _by_libsndfile(file))):
            offs = [1000 * (_onset(sound, at) - at) for at in starts]
            hours = len(sound) / SAMPLE_RATE / 3600
            click.echo(
                f"{name}: {hours:.2f} h, {len(offs)} onsets, {min(offs):.0f} to {max(offs):.0f} ms late,"
                f" the last {offs[-1]:.0f} ms"
            )


def _starts(cues: Sequence[Cue]) -> Iterator[float]:
    """Seconds at which somebody begins to speak after a silence that no sentence has."""
    end = 0
    for cue in cues:
        if cue.start_ms - end >= _SILENCE_MS:
            yield cue.start_ms / 1000
        end = cue.end_ms


def _onset(sound: Samples, at: float) -> float:
    """Where speech is first heard around a time, in seconds: what is louder than the silence before it."""
    first = round((at - _AROUND_SECONDS) * SAMPLE_RATE)
    near = np.abs(sound[first : round((at + _AROUND_SECONDS) * SAMPLE_RATE)])
    return float((first + np.flatnonzero(near > _LOUD)[0]) / SAMPLE_RATE)


def _by_ffmpeg(file: Path, folder: Path) -> Samples:
    raw = folder / "ffmpeg.raw"
    run("ffmpeg", "-v", "error", "-i", file, "-f", "f32le", "-ac", 1, raw)
    return np.memmap(raw, np.float32, "r")


def _by_libsndfile(file: Path) -> Samples:
    samples, _ = soundfile.read(file, dtype="float32")
    return np.asarray(samples, np.float32)


if __name__ == "__main__":
    main()
