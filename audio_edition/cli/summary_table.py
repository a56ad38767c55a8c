"""The table of `segment --summary`: an issue at a glance, one line an article."""

from __future__ import annotations

import shutil
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from audio_edition.cli.terminal import StyledText, escape_controls, format_duration, print_line
from audio_edition.languages.words import count_words
from audio_edition.progress import format_count

if TYPE_CHECKING:
    from audio_edition.model import Script

_TIME_WIDTH, _MIN_WIDE_LINE = 7, 60
"""Columns of the time, and the width of a terminal below which only times and headlines are shown."""

_SECTION_SHARE, _HEADLINE_SHARE = 0.15, 0.4
"""Shares of the width for section and headline; the last column has the rest: warnings, then drops by rule."""

_GAP = "  "


class SummaryTable:
    """Prints a line an article, never wider than the terminal, and the totals at the end."""

    def __init__(self, rate: int, *, err: bool = False) -> None:
        self._rate = rate
        self._err = err
        self._width = shutil.get_terminal_size().columns
        self._duration_ms = self._articles = self._with_warnings = self._dropped = 0
        print_line(StyledText(self._align("time", ("section", "headline", "dropped")), dim=True), err=err)

    def print_script(self, script: Script) -> None:
        """Print the line of an article; that of an article with warnings is yellow."""
        duration = estimate_duration_ms(script, self._rate)
        self._duration_ms += duration
        self._articles += 1
        self._with_warnings += bool(script.warnings)
        self._dropped += len(script.dropped)
        cells = (script.section or "", script.headline, _describe_findings(script))
        line = self._align(format_duration(duration), cells)
        print_line(StyledText(line, "yellow" if script.warnings else None), err=self._err)

    def print_totals(self, failed: int) -> None:
        """Print the time and the counts of all articles; `failed` is the number of those that could not be read."""
        counts = [format_count(self._articles, "article"), f"{format_count(self._dropped, 'block')} dropped"]
        counts += [f"{self._with_warnings} with warnings"] if self._with_warnings else []
        counts += [f"{failed} not read"] if failed else []
        text = f"{format_duration(self._duration_ms):>{_TIME_WIDTH}}{_GAP}{', '.join(counts)}"
        print_line(StyledText(fit(text, self._width).rstrip(), bold=True), err=self._err)

    def _align(self, time: str, cells: Sequence[str]) -> str:
        """Return the cells of a line in columns that fill the width of the terminal."""
        room = self._width - _TIME_WIDTH - len(_GAP)
        widths = [0, room, 0]
        if self._width >= _MIN_WIDE_LINE:
            section, headline = int(room * _SECTION_SHARE), int(room * _HEADLINE_SHARE)
            widths = [section, headline, room - section - headline - 2 * len(_GAP)]
        columns = [fit(cell, width) for cell, width in zip(cells, widths, strict=True) if width > 0]
        return fit(_GAP.join([f"{time:>{_TIME_WIDTH}}", *columns]), self._width).rstrip()


def estimate_duration_ms(script: Script, rate: int) -> int:
    """Return the milliseconds that an article takes at `rate` words a minute.

    Engines speak somewhat faster than their nominal rate. That makes up for the pauses and for figures, which have
    more words when spoken: estimates for the sample articles are within 8% of their recordings.
    """
    return round(sum(count_words(paragraph.text) for paragraph in script.paragraphs) / rate * 60_000)


def _describe_findings(script: Script) -> str:
    """Return the warnings of an article and how many blocks each rule dropped, the most frequent first."""
    rules = Counter(drop.rule.partition(":")[0] for drop in script.dropped)
    drops = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
    return "; ".join([*script.warnings, f"{rules.total()}: {drops}" if drops else "0"])


def fit(text: str, width: int) -> str:
    """Return a text cut or filled to exactly so many columns of a terminal; "…" stands for what is cut off.

    Chinese and Japanese characters take two columns, combining marks none.
    """
    text = escape_controls(text)
    if measure_width(text) > width:
        kept, room = "", width - 1
        for char in text:
            room -= measure_width(char)
            if room < 0:
                break
            kept += char
        text = f"{kept}…" if width > 0 else ""
    return text + " " * (width - measure_width(text))


def measure_width(text: str) -> int:
    """Return the number of columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
