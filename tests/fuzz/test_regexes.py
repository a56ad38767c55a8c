"""No regular expression takes long, whatever text it meets: each is tried with texts made to attack it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from time import process_time
from typing import Any

import pytest

from audio_edition.segmenter.regex_timeout import limit_cpu_time
from tests.fuzz import FACTOR
from tests.fuzz.attacks import ANYWHERE, Attack, attacks
from tests.fuzz.collected import Collected, Regex, collected

pytestmark = pytest.mark.slow

SHARE = max(1, 25 // FACTOR)
"""Of what is dangerous everywhere each one is tried with a part in CI; with a factor of 25 with all."""

MOST = 10 if FACTOR == 1 else 30
"""The attacks on each that its own source suggests are thinned out to about so many, times FACTOR."""

PER_CHARACTER = 2e-6
"""Seconds of processor time: 2 s for 1 MB. Twice that where a window keeps it linear: the code tries words only."""

_SHORT, _LONG = 1_500, 32_000
"""Characters: the first text is for telling the few suspects, the second for telling whether they are guilty."""

_SUSPECT = 150e-9
"""Seconds a character in the short text: a quadratic one takes more, most of the others less."""

_HOPELESS = 0.2
"""Seconds after which an attempt is given up."""

OF_THE_USER = frozenset({"config/checks.py", "readers/front_matter.py", "segmenter/overrides.py"})
"""What edition.toml and front matter have under keep and drop; `test_overrides` holds them to their time."""

COMPILED_ELSEWHERE = frozenset(
    {
        "podcast/lint/fields.py",  # from the table in the same file, tried on a feed of our own
        "speech/synthesizer.py",  # two marks, written out above
        "readers/notes.py",  # a compiled one
        "pronunciation/lexicon/entries.py",  # the name of a file of ours, and words taken as they are
    }
)
TRIED_ONCE = frozenset({"segmenter/phrases/__init__.py", "languages/grammar_language.py"})
"""Files in which what is made far from its use is only tried at the beginning of a text."""

WINDOWS = {
    "segmenter/phrases/__init__.py": 300,  # `plain` keeps so much of a block
    "segmenter/phrases/prefilter.py": 120,  # the end of a block, or a line that may be a date
    "segmenter/sentence_ends.py": 1000,  # the end of a block
    "segmenter/rules/captions.py": 200,  # what is longer is no credit
    "segmenter/classifier/block_features.py": 300,
    "verbaliser/english/numbers/roman.py": 48,  # before a numeral
    "verbaliser/english/names/titles.py": 48,  # before a name
    "verbaliser/grammar/roman.py": 48,
    "languages/de/declension.py": 32,  # before a day
    "languages/unfinished_sentences.py": 60,  # the end of a sentence
    "languages/": 1000,  # a stretch of a line
    "verbaliser/": 1000,  # a stretch of a line
}
"""The longest text that the patterns of a file are tried on, in characters."""


@pytest.fixture(scope="module")
def every_regex() -> Collected:
    return collected()


def test_no_place_that_makes_one_is_missed(every_regex: Collected) -> None:
    assert every_regex.missed <= OF_THE_USER | COMPILED_ELSEWHERE
    assert len(every_regex.regexes) > 1000


def test_the_attacks_find_what_is_known_to_be_slow() -> None:
    for known in (
        r"(a+)+$",
        r"(?:\s|<!--.*?-->)*<",
        r"\s+$",
        r"\[\[[^\]]*\]\]",
        r"(las |todas( las)? )*x",
        r"\d+[a-z]",
    ):
        assert _slow(Regex(known, 0, ("", 0), once=False)), known
    for harmless in (r"a++$", r"\[\[[^\[\]]*\]\]", r"(?<!\s)\s++$", r"\w+"):
        assert not _slow(Regex(harmless, 0, ("", 0), once=False)), harmless


def test_none_takes_more_than_two_seconds_for_a_megabyte(every_regex: Collected) -> None:
    slow = {(regex.site, regex.source): found for regex in every_regex.regexes if (found := _slow(regex))}
    assert slow == {}


def _slow(regex: Regex) -> Attack | None:
    """The first attack that a regular expression takes too long for."""
    pattern = re.compile(regex.source, regex.flags)
    longest = next((window for file, window in WINDOWS.items() if regex.site[0].startswith(file)), _LONG)
    once = regex.once or regex.site[0] in TRIED_ONCE

    allowed = PER_CHARACTER * min(_LONG, longest) * (2 if longest < _LONG else 1)

    def seconds(attack: Attack, length: int) -> float:
        text = attack.text(min(length, longest))
        return _seconds(pattern.match if once else pattern.search, text.encode() if regex.is_bytes else text)

    for attack in _some_attacks(regex):
        suspect = seconds(attack, _SHORT) > _SUSPECT * min(_SHORT, longest)
        if suspect and all(seconds(attack, _LONG) > allowed for _ in range(3)):
            return attack
    return None


def _some_attacks(regex: Regex) -> list[Attack]:
    """Of those that its own source suggests, and of what is dangerous everywhere."""
    own = list(attacks(regex.source, regex.flags))
    everywhere = [Attack("", pump, "\0") for pump in ANYWHERE[len(regex.source) % SHARE :: SHARE]]
    return own[:: max(1, len(own) // (MOST * FACTOR))] + everywhere


def _seconds(attempt: Callable[[Any], object], text: str | bytes) -> float:
    """What an attempt takes, and what it was allowed if it was given up."""
    begun = process_time()
    with suppress(TimeoutError), limit_cpu_time(_HOPELESS):
        attempt(text)
        return process_time() - begun
    return _HOPELESS
