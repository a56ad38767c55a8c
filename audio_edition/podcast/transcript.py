"""Writes and reads transcripts as WebVTT (w3.org/TR/webvtt1): the text that is spoken, with its times."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html import unescape

from audio_edition.model import Cue, Track
from audio_edition.podcast.xml_text import clean_text

MAX_LINE_CHARACTERS = 65
"""Longest line that podcast apps show without wrapping it."""

_PREFERRED_LINES = 2
_MAX_LINES = 4
_CUE_TIMES = re.compile(r"(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})")


def render_vtt(track: Track) -> str:
    """Return the transcript of a track; long cues are split into several."""
    parts = ["WEBVTT\n"]
    for cue in track.cues:
        parts += (_render_cue(part) for part in _split_cue(cue))
    return "\n".join(parts)


def read_vtt(text: str) -> tuple[Cue, ...]:
    """Return the cues of a transcript that `render_vtt` wrote. Raises ValueError if it is malformed."""
    if not text.startswith("WEBVTT"):
        raise ValueError("is not WebVTT")
    return tuple(_parse_cue(block) for block in text.split("\n\n")[1:] if block.strip())


def _parse_cue(block: str) -> Cue:
    times, _, words = block.strip("\n").partition("\n")
    match = _CUE_TIMES.match(times)
    if match is None:
        raise ValueError(f"no cue times: {times[:60]!r}")
    numbers = [int(number) for number in match.groups()]
    start, end = (((h * 60 + m) * 60 + s) * 1000 + ms for h, m, s, ms in (numbers[:4], numbers[4:]))
    return Cue(start_ms=start, end_ms=end, text=unescape(words.replace("\n", " ")))


def _split_cue(cue: Cue) -> Iterator[Cue]:
    """Yield the cue in parts of about two lines each, split at pauses of the voice.

    A part without a pause has up to four lines; a longer one is split, and shares its time by characters.
    """
    for part in _split_at_breaks(cue):
        lines = textwrap.wrap(clean_text(part.text), MAX_LINE_CHARACTERS, break_on_hyphens=False) or [""]
        pieces = ["\n".join(lines[at : at + _MAX_LINES]) for at in range(0, len(lines), _MAX_LINES)]
        total = sum(map(len, pieces)) or 1
        characters, start = 0, part.start_ms
        for piece in pieces:
            characters += len(piece)
            end = part.start_ms + (part.end_ms - part.start_ms) * characters // total
            yield Cue(start_ms=start, end_ms=end, text=piece)
            start = end


def _split_at_breaks(cue: Cue) -> Iterator[Cue]:
    """Yield the cue cut at its breaks, each part as long as fits two lines if the breaks allow it."""
    place, start_ms = 0, cue.start_ms
    for index, (cut, cut_ms) in enumerate(cue.breaks):
        following = cue.breaks[index + 1][0] if index + 1 < len(cue.breaks) else len(cue.text)
        if following - place > MAX_LINE_CHARACTERS * _PREFERRED_LINES:
            yield Cue(start_ms=start_ms, end_ms=cut_ms, text=cue.text[place:cut].strip())
            place, start_ms = cut, cut_ms
    yield Cue(start_ms=start_ms, end_ms=cue.end_ms, text=cue.text[place:].strip())


def _render_cue(cue: Cue) -> str:
    words = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{format_timestamp(cue.start_ms)} --> {format_timestamp(cue.end_ms)}\n{words}\n"


def format_timestamp(ms: int) -> str:
    """Return milliseconds as hh:mm:ss.mmm."""
    return f"{format_clock(ms)}.{ms % 1000:03d}"


def format_clock(ms: int) -> str:
    """Return milliseconds as hh:mm:ss; fractions of a second are cut off."""
    seconds = ms // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
