"""Distance between the onsets of speech and the times in the transcript, in a whole edition and two decoders.

Run `python -m tests.bench.joints CORPUS`, where CORPUS is a folder of articles in Markdown; it needs ffmpeg.
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
from tests.bench.speed import CORPUS, build, run, workspace

_SILENCE_MS = 900
_SEARCH_SECONDS = 0.25
_LOUD = 0.003
"""Share of full scale, -50 dB: above the noise that LAME adds to silence."""


@click.command()
@CORPUS
def main(corpus: Path) -> None:
    """Build an edition, decode it, and measure how late its onsets are."""
    with workspace(corpus) as folder:
        build(folder / "articles", folder / "output")
        (file,) = (folder / "output" / "episodes").glob("edition-*.mp3")
        starts = list(_onset_times(read_vtt(file.with_name(f"{file.name.split('.')[0]}.vtt").read_text("utf-8"))))
        sounds = {"ffmpeg": _decode_with_ffmpeg(file, folder), "libsndfile": _decode_with_libsndfile(file)}
        for name, sound in sounds.items():
            delays = [1000 * (_find_onset(sound, start) - start) for start in starts]
            hours = len(sound) / SAMPLE_RATE / 3600
            click.echo(
                f"{name}: {hours:.2f} h, {len(delays)} onsets, {min(delays):.0f} to {max(delays):.0f} ms late,"
                f" the last {delays[-1]:.0f} ms"
            )


def _onset_times(cues: Sequence[Cue]) -> Iterator[float]:
    """Yield the times, in seconds, at which speech begins after a silence of _SILENCE_MS or more."""
    end = 0
    for cue in cues:
        if cue.start_ms - end >= _SILENCE_MS:
            yield cue.start_ms / 1000
        end = cue.end_ms


def _find_onset(sound: Samples, expected: float) -> float:
    """Return the time of the first loud sample around an expected time, in seconds."""
    first = round((expected - _SEARCH_SECONDS) * SAMPLE_RATE)
    nearby = np.abs(sound[first : round((expected + _SEARCH_SECONDS) * SAMPLE_RATE)])
    return float((first + np.flatnonzero(nearby > _LOUD)[0]) / SAMPLE_RATE)


def _decode_with_ffmpeg(file: Path, folder: Path) -> Samples:
    raw = folder / "ffmpeg.raw"
    run("ffmpeg", "-v", "error", "-i", file, "-f", "f32le", "-ac", 1, raw)
    return np.memmap(raw, np.float32, "r")


def _decode_with_libsndfile(file: Path) -> Samples:
    samples, _ = soundfile.read(file, dtype="float32")
    return np.asarray(samples, np.float32)


if __name__ == "__main__":
    main()
