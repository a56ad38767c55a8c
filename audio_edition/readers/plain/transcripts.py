"""Read the transcript of a recording: time codes are not part of what is said, and cues are parts of sentences.

Subtitles (SRT, WebVTT) have a line of two time codes above each cue; other transcripts have a time code before,
above or behind the name of a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_CODE = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_SUBTITLE_TIMES = re.compile(rf"\s*+{_CODE}\s*+-->\s*+{_CODE}\b")
_STAMP = rf"[\[({{<]?(?P<code>{_CODE})(?:\s?[-–—]\s?{_CODE})?(?P<close>[\])}}>])?(?!\w|:\d)"
_LEADING = re.compile(rf"\s*+{_STAMP}[\s:|–—-]*+")
_TRAILING = re.compile(rf"\s*+(?P<speaker>[^\W\d_][^\[\](){{}}:!?]{{0,60}}?)[\s,|:–—-]{{1,4}}{_STAMP}\s*+:?\s*+$")
_SUBTITLE_MARKUP = re.compile(r"</?[a-z][^<>\n]{0,80}>|<\d[\d:.]{0,15}>|\{\\[^{}\n]{0,40}\}", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s([^<>\n]{1,80})>", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SPEAKER_START = re.compile(r"[-–—>«]|[A-Z][\w.' -]{0,40}: ")
_MIN_STAMPS = 3
_MAX_START_S, _MAX_BARE_START_S = 300, 60
"""The second at which a recording without hours in its codes begins at the latest; later ones are times of day."""

_MAX_CUE_WORDS = 60
"""Words after which a paragraph ends with a cue, in transcripts without punctuation."""


def read(text: str) -> list[str] | None:
    """Return the paragraphs of a transcript without its time codes; None if the text is no transcript."""
    lines = text.splitlines()
    if sum(_SUBTITLE_TIMES.match(line) is not None for line in lines if "-->" in line) > 1:
        return list(_join_cues(_subtitle_cues(lines)))
    stamps = {number: match for number, line in enumerate(lines) if (match := _match_stamp(line)) is not None}
    if not _are_time_codes([*stamps.values()]):
        return None
    return list(_join_cues(_stamped_cues(lines, stamps)))


def _match_stamp(line: str) -> re.Match[str] | None:
    """Return the time code at the beginning of a line, or behind the name of a speaker that is all of the line."""
    return None if ":" not in line else _LEADING.match(line) or (_TRAILING.match(line) if len(line) < 120 else None)


def _are_time_codes(stamps: Sequence[re.Match[str]]) -> bool:
    """Return True if these are times of a recording, which rise from its beginning, not times of day or verses."""
    if len(stamps) < _MIN_STAMPS:
        return False
    seconds = [_to_seconds(stamp["code"]) for stamp in stamps]
    rises = sum(before <= after for before, after in pairwise(seconds))
    if rises < 0.9 * (len(seconds) - 1) or seconds[-1] - seconds[0] < 1.5 * len(seconds):
        return False
    if all(stamp["code"].count(":") == 2 for stamp in stamps):
        return seconds[0] < _MAX_START_S or any(stamp["close"] or _is_alone(stamp) for stamp in stamps)
    if all(stamp["close"] or _is_alone(stamp) for stamp in stamps):
        return seconds[0] < _MAX_START_S
    return seconds[0] < _MAX_BARE_START_S and any(second % 5 for second in seconds)


def _is_alone(stamp: re.Match[str]) -> bool:
    """Return True if a line has nothing but a time code and perhaps the name of a speaker."""
    return stamp.end() == len(stamp.string.rstrip()) or "speaker" in stamp.groupdict()


def _to_seconds(code: str) -> int:
    seconds = 0
    for part in re.split(r"[.,]", code)[0].split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A part of what is said; `begins` if it cannot continue the cue before, `is_whole` if none can continue it."""

    text: str
    begins: bool = False
    is_whole: bool = False


def _subtitle_cues(lines: Sequence[str]) -> Iterator[_Cue]:
    """Yield the text of each cue; headers, comments, styles, cue numbers and time codes are left out."""
    is_text = False
    for line in lines:
        if _SUBTITLE_TIMES.match(line):
            is_text = True
        elif not line.strip():
            is_text = False
        elif is_text:
            text = _SUBTITLE_MARKUP.sub("", _VOICE.sub(r"\1: ", line)).strip()
            if text:
                yield _Cue(text=text, begins=bool(_SPEAKER_START.match(text)))


def _stamped_cues(lines: Sequence[str], stamps: dict[int, re.Match[str]]) -> Iterator[_Cue]:
    """Yield the lines without their time codes; the name of a speaker joins the line below."""
    speaker = ""
    after_blank = True
    has_begun = False
    for number, line in enumerate(lines):
        stamp = stamps.get(number)
        has_begun = has_begun or stamp is not None
        text = line.strip()
        if stamp is not None:
            name = stamp.groupdict().get("speaker")
            speaker = f"{name.strip()}: " if name else speaker
            text = "" if name else line[stamp.end() :].strip()
        if text:
            begins = bool(speaker or _SPEAKER_START.match(text)) or not has_begun or (after_blank and stamp is None)
            yield _Cue(text=speaker + text, begins=begins, is_whole=not has_begun)
            speaker = ""
        after_blank = not text and stamp is None


def _join_cues(cues: Iterator[_Cue]) -> Iterator[str]:
    """Yield paragraphs: a cue continues the one before unless that ends a sentence, or is long enough."""
    paragraph: list[str] = []
    words = 0
    is_open = False
    for cue in cues:
        if not is_open or cue.begins:
            if paragraph:
                yield " ".join(paragraph)
            paragraph, words = [], 0
        paragraph.append(cue.text)
        words += len(cue.text.split())
        is_open = not (cue.is_whole or _SENTENCE_END.search(cue.text) or words >= _MAX_CUE_WORDS)
    if paragraph:
        yield " ".join(paragraph)
