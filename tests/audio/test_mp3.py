"""Encoder, Info header and joiner together: our MP3s in independent decoders."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import mutagen.mp3
import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from audio_edition.audio.decoder import decode_mp3
from audio_edition.audio.encoder import encode, frame_bytes
from audio_edition.audio.joiner import lay_out, write_mp3
from audio_edition.audio.stitcher import stitch
from audio_edition.config import BIT_RATES, Pauses
from audio_edition.errors import AudioError
from audio_edition.model import SAMPLE_RATE, Take
from tests.conftest import line, require, run, tone


def take(folder: Path, seconds: float, *, chapter: str | None = None, bit_rate: int = 64) -> Take:
    """Return the take of a passage that consists of one tone."""
    samples, cues = stitch([line(f"{seconds} seconds")], [tone(round(seconds * 1000))], Pauses())
    frames = encode(samples, bit_rate)
    file = folder / f"{seconds}-{chapter}.frames"
    file.write_bytes(frames)
    return Take(frames=file, frame_count=len(frames) // frame_bytes(bit_rate), cues=cues, chapter=chapter)


@pytest.fixture
def takes(tmp_path: Path) -> list[Take]:
    return [
        take(tmp_path, 1.234, chapter="One"),
        take(tmp_path, 0.777),
        take(tmp_path, 3.3, chapter="Two"),
        take(tmp_path, 0.5),
        take(tmp_path, 2.001, chapter="Three"),
    ]


def ffmpeg_samples(file: Path) -> npt.NDArray[np.int16]:
    raw = file.with_suffix(".raw")
    run(require("ffmpeg"), "-v", "error", "-y", "-i", file, "-f", "s16le", "-ac", "1", raw)
    return np.frombuffer(raw.read_bytes(), "<i2")


def onsets(samples: npt.NDArray[np.int16]) -> list[int]:
    """Return the samples at which sound begins after 100 ms of silence."""
    loud = np.flatnonzero(np.abs(samples.astype(int)) > 1500)
    return [int(loud[0]), *(int(b) for a, b in pairwise(loud) if b - a > SAMPLE_RATE // 10)]


def test_speech_begins_at_the_times_of_its_cues(takes: list[Take], tmp_path: Path) -> None:
    layout = lay_out(takes, 1000)
    file = tmp_path / "joined.mp3"
    write_mp3(layout, b"", 64, file)
    samples = ffmpeg_samples(file)
    assert len(samples) == layout.track.samples
    starts = onsets(samples)
    assert len(starts) == len(layout.track.cues)
    for start, cue in zip(starts, layout.track.cues, strict=True):
        assert abs(start * 1000 / SAMPLE_RATE - cue.start_ms) <= 8


def test_three_decoders_agree_on_the_number_of_samples(takes: list[Take], tmp_path: Path) -> None:
    layout = lay_out(takes, 1000)
    file = tmp_path / "joined.mp3"
    write_mp3(layout, b"", 64, file)
    wav = tmp_path / "mpg123.wav"
    run(require("mpg123"), "-q", "-w", wav, file)
    assert soundfile.info(wav).frames == layout.track.samples
    assert decode_mp3(file).samples == layout.track.samples == len(ffmpeg_samples(file))
    assert mutagen.mp3.MP3(file).info.length == pytest.approx(layout.track.samples / SAMPLE_RATE, abs=1e-6)


def test_players_see_a_constant_bit_rate_and_a_lame_header(takes: list[Take], tmp_path: Path) -> None:
    file = tmp_path / "joined.mp3"
    write_mp3(lay_out(takes, 1000), b"", 64, file)
    info = mutagen.mp3.MP3(file).info
    assert (info.bitrate, info.sample_rate, info.channels) == (64_000, SAMPLE_RATE, 1)
    assert info.bitrate_mode == mutagen.mp3.BitrateMode.CBR
    assert info.encoder_info.startswith("LAME")


@pytest.mark.parametrize("bit_rate", BIT_RATES)
def test_every_bit_rate_decodes_to_the_right_number_of_samples(bit_rate: int, tmp_path: Path) -> None:
    takes = [take(tmp_path, 1.0, chapter="One", bit_rate=bit_rate), take(tmp_path, 0.7, bit_rate=bit_rate)]
    layout = lay_out(takes, 1000)
    file = tmp_path / "joined.mp3"
    write_mp3(layout, b"", bit_rate, file)
    assert len(ffmpeg_samples(file)) == layout.track.samples


def test_chapters_begin_on_whole_seconds_before_their_words_and_leave_no_gaps(takes: list[Take]) -> None:
    track = lay_out(takes, 1000).track
    assert [chapter.title for chapter in track.chapters] == ["One", "Two", "Three"]
    assert all(chapter.start_ms % 1000 == 0 for chapter in track.chapters)
    assert track.chapters[0].start_ms == 0
    assert [c.end_ms for c in track.chapters] == [*(c.start_ms for c in track.chapters[1:]), track.duration_ms]
    for chapter in track.chapters:
        first = next(cue for cue in track.cues if cue.start_ms >= chapter.start_ms)
        assert 250 <= first.start_ms - chapter.start_ms <= 400


def test_a_track_without_a_first_chapter_raises_an_error(tmp_path: Path) -> None:
    with pytest.raises(AudioError):
        lay_out([take(tmp_path, 0.5)], 1000)


def test_a_truncated_take_raises_an_error(takes: list[Take], tmp_path: Path) -> None:
    layout = lay_out(takes, 1000)
    takes[2].frames.write_bytes(takes[2].frames.read_bytes()[:1000])
    with pytest.raises(AudioError, match="shorter"):
        write_mp3(layout, b"", 64, tmp_path / "joined.mp3")


def test_ffprobe_reads_the_duration_from_the_header(takes: list[Take], tmp_path: Path) -> None:
    layout = lay_out(takes, 1000)
    file = tmp_path / "joined.mp3"
    write_mp3(layout, b"", 64, file)
    probed = json.loads(run(require("ffprobe"), "-v", "error", "-show_format", "-of", "json", file))
    # ffprobe counts in whole frames of the stream, encoder delay included
    assert float(probed["format"]["duration"]) == pytest.approx(layout.track.duration_ms / 1000, abs=0.05)
