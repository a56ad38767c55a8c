"""No regular expression of the package takes long on any text: each is tried with texts made to attack it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from time import perf_counter, process_time
from typing import Any

import pytest

from audio_edition.segmenter.regex_timeout import limit_cpu_time
from tests.fuzz import FACTOR
from tests.fuzz.attacks import ANYWHERE, Attack, attacks
from tests.fuzz.collected import Collected, Regex, collect_regexes

pytestmark = pytest.mark.slow

SHARE = max(1, 25 // FACTOR)
"""Each regex is tried with one in so many of the generally dangerous texts; from a factor of 25, with all."""

MOST = 10 if FACTOR == 1 else 30
"""About how many attacks, times FACTOR, are kept of those that the source of a regex suggests."""

PER_CHARACTER = 2e-6
"""Seconds of processor time: 2 s for 1 MB, and twice that where a window limits the length of the text."""

_SHORT, _LONG = 1_500, 32_000
"""Lengths in characters: the short text finds suspects, the long text confirms them."""

_SUSPECT = 100e-9
"""Seconds per character of the short text: a quadratic regex takes more, most others less."""

_HOPELESS = 0.2
"""Seconds after which an attempt is stopped."""

OF_THE_USER = frozenset({"config/checks.py", "readers/front_matter.py", "segmenter/overrides.py"})
"""Files that compile the patterns under keep and drop; `test_overrides` tests their time limit."""

COMPILED_ELSEWHERE = frozenset(
    {
        "podcast/lint/fields.py",  # from the table in the same file, applied to our own feeds
        "speech/synthesizer.py",  # two characters, written out above
        "readers/plain/page_notes.py",  # the escaped mark of a note
        "pronunciation/lexicon/entries.py",  # the name of one of our files, and escaped words
    }
)
TRIED_ONCE = frozenset({"segmenter/phrases/__init__.py", "languages/grammar_language.py"})
"""Files in which what is made far from its use is only tried at the beginning of a text."""

WINDOWS = {
    "segmenter/phrases/__init__.py": 300,  # `plain` keeps only this much of a block
    "segmenter/phrases/prefilter.py": 120,  # the end of a block, or a line that may be a date
    "languages/sentence_ends.py": 1000,  # the end of a block
    "segmenter/rules/captions.py": 200,  # longer texts are no credits
    "segmenter/classifier/block_features.py": 300,
    "verbaliser/english/numbers/roman.py": 48,  # before a numeral
    "verbaliser/english/names/titles.py": 48,  # before a name
    "verbaliser/grammar/roman.py": 48,
    "languages/de/declension.py": 32,  # before a day
    "languages/unfinished_sentences.py": 60,  # the end of a sentence
    "languages/words.py": _LONG,  # a whole block
    "languages/": 1000,  # a stretch of a line
    "verbaliser/": 1000,  # a stretch of a line
}
"""The longest text that the patterns of a file are tried on, in characters."""


@pytest.fixture(scope="module")
def every_regex() -> Collected:
    return collect_regexes()


def test_every_place_that_compiles_a_regex_is_collected(every_regex: Collected) -> None:
    assert every_regex.missed <= OF_THE_USER | COMPILED_ELSEWHERE
    assert len(every_regex.regexes) > 1000


def test_the_attacks_find_regexes_that_are_known_to_be_slow() -> None:
    for known in (
        r"(a+)+$",
        r"(?:\s|<!--.*?-->)*<",
        r"\s+$",
        r"\[\[[^\]]*\]\]",
        r"(las |todas( las)? )*x",
        r"\d+[a-z]",
    ):
        assert _find_slow_attack(Regex(known, 0, ("", 0), is_start_only=False)), known
    for harmless in (r"(?<!a)a++$", r"\[\[[^\[\]]*\]\]", r"(?<!\s)\s++$", r"\w+"):
        assert not _find_slow_attack(Regex(harmless, 0, ("", 0), is_start_only=False)), harmless


def test_no_regex_takes_more_than_two_seconds_for_a_megabyte(every_regex: Collected) -> None:
    slow = {
        (regex.site, regex.source): found for regex in every_regex.regexes if (found := _find_slow_attack(regex))
    }
    assert slow == {}


def _find_slow_attack(regex: Regex) -> Attack | None:
    """Return the first attack for which a regular expression takes too long."""
    pattern = re.compile(regex.source, regex.flags)
    longest = next((window for file, window in WINDOWS.items() if regex.site[0].startswith(file)), _LONG)
    is_start_only = regex.is_start_only or regex.site[0] in TRIED_ONCE

    allowed = PER_CHARACTER * min(_LONG, longest) * (2 if longest < _LONG else 1)

    def seconds(attack: Attack, length: int, clock: Callable[[], float]) -> float:
        text = attack.text(min(length, longest))
        attempt = pattern.match if is_start_only else pattern.search
        return _seconds(attempt, text.encode() if regex.is_bytes else text, clock)

    for attack in _some_attacks(regex):
        # The clock of processor time may tick too slowly for a short text. Other processes only add suspects.
        is_suspect = seconds(attack, _SHORT, perf_counter) > _SUSPECT * min(_SHORT, longest)
        if is_suspect and all(seconds(attack, _LONG, process_time) > allowed for _ in range(3)):
            return attack
    return None


def _some_attacks(regex: Regex) -> list[Attack]:
    """Return some attacks that the source of a regex suggests, and some that are dangerous for all."""
    own = list(attacks(regex.source, regex.flags))
    everywhere = [Attack("", pump, "\0") for pump in ANYWHERE[len(regex.source) % SHARE :: SHARE]]
    return own[:: max(1, len(own) // (MOST * FACTOR))] + everywhere


def _seconds(attempt: Callable[[Any], object], text: str | bytes, clock: Callable[[], float]) -> float:
    """Return the seconds that an attempt takes, or the limit if it was stopped."""
    start = clock()
    with suppress(TimeoutError), limit_cpu_time(_HOPELESS):
        attempt(text)
        return clock() - start
    return _HOPELESS
