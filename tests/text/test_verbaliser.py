from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.pipeline import read_scripts
from audio_edition.text.verbaliser import say_as, utterances, verbalise

CASES = Path(__file__).with_name("spoken_forms.tsv")


def cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(locale, written, spoken) for locale, written, spoken in rows]


@pytest.mark.parametrize(("locale", "written", "spoken"), cases())
def test_spoken_forms(locale: str, written: str, spoken: str) -> None:
    assert say_as(written, locale) == spoken


@given(st.text(max_size=200))
def test_any_text_is_said_without_digits_and_replacements_are_in_order(text: str) -> None:
    spoken, replacements = verbalise(text, "en-GB")
    assert not re.search(r"[0-9]", spoken)
    ends = [0]
    for replacement in replacements:
        assert ends[-1] <= replacement.start < replacement.end <= len(text)
        assert replacement.rule
        ends.append(replacement.end)


@given(st.integers(0, 10**15))
def test_a_figure_is_said_whole(number: int) -> None:
    from audio_edition.text.verbaliser.numbers import cardinal

    assert say_as(f"They counted {number:,} of them") == f"They counted {cardinal(number)} of them"


def test_the_seed_opens_in_words(seed: Path) -> None:
    (script,) = read_scripts([seed]).scripts
    first = next(u for u in utterances(script, "en-GB") if u.written.startswith("ON CITY"))
    assert first.spoken.startswith("On city streets, say visitors to Almaty")


def test_utterances_cover_the_paragraphs_they_come_from(seed: Path) -> None:
    (script,) = read_scripts([seed]).scripts
    said = utterances(script, "en-GB")
    written = "".join(u.written for u in said).replace(" ", "")
    for paragraph in script.narrative:
        assert paragraph.text.replace(" ", "") in written
    assert [u.paragraph for u in said] == sorted(u.paragraph for u in said)
