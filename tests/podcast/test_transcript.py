from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model import Cue, Track
from audio_edition.podcast.transcript import (
    MAX_LINE_CHARACTERS,
    format_clock,
    format_timestamp,
    read_vtt,
    render_vtt,
)
from audio_edition.podcast.xml_text import clean_text


def track(*cues: Cue) -> Track:
    return Track(samples=24_000 * 3600, chapters=(), cues=cues)


def test_a_transcript_is_webvtt_with_escaped_text() -> None:
    text = render_vtt(track(Cue(start_ms=300, end_ms=2_345, text="Bread & butter, <b>not</b> jam.")))
    assert text == ("WEBVTT\n\n00:00:00.300 --> 00:00:02.345\nBread &amp; butter, &lt;b&gt;not&lt;/b&gt; jam.\n")


def test_long_cues_are_split_where_the_voice_pauses() -> None:
    clauses = [f"{'word ' * 14}number {n}, " for n in range(6)]
    text = "".join(clauses).strip()
    places = list(itertools.accumulate(map(len, clauses)))[:-1]
    breaks = tuple((place, 1000 * (n + 1) + 7) for n, place in enumerate(places))
    cues = read_vtt(render_vtt(track(Cue(start_ms=0, end_ms=6000, text=text, breaks=breaks))))
    assert len(cues) > 3
    assert {cue.start_ms for cue in cues} <= {0, *(ms for _, ms in breaks)}
    assert all(cue.text.startswith("word") for cue in cues)
    assert " ".join(cue.text for cue in cues) == text


def test_long_cues_without_a_pause_have_four_lines_and_share_their_time() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    cues = read_vtt(render_vtt(track(Cue(start_ms=1000, end_ms=31_000, text=words))))
    assert " ".join(cue.text for cue in cues) == words
    assert (cues[0].start_ms, cues[-1].end_ms) == (1000, 31_000)
    assert all(a.end_ms == b.start_ms for a, b in itertools.pairwise(cues))
    lines = render_vtt(track(Cue(start_ms=0, end_ms=9, text=words))).splitlines()
    assert max(map(len, lines)) <= MAX_LINE_CHARACTERS


@given(st.lists(st.text(max_size=300), max_size=5))
def test_read_vtt_returns_the_text_that_render_vtt_wrote(texts: list[str]) -> None:
    cues = tuple(Cue(start_ms=n * 5000, end_ms=n * 5000 + 4000, text=text) for n, text in enumerate(texts))
    parsed = read_vtt(render_vtt(track(*cues)))
    for cue in cues:
        text = "".join(b.text for b in parsed if cue.start_ms <= b.start_ms < cue.start_ms + 5000)
        assert "".join(text.split()) == "".join(clean_text(cue.text).split())


def test_clocks_and_timestamps_have_hours_minutes_and_seconds() -> None:
    assert format_clock(3_661_999) == "01:01:01"
    assert format_timestamp(36_000_005) == "10:00:00.005"
