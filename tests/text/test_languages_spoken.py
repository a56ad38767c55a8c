"""The spoken form in German, French, Spanish, Italian, Portuguese and Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.text.verbaliser import say_as

CASES = Path(__file__).with_name("spoken_forms_european.tsv")


def cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(locale, written, spoken) for locale, written, spoken in rows]


@pytest.mark.parametrize(("locale", "written", "spoken"), cases())
def test_spoken_forms(locale: str, written: str, spoken: str) -> None:
    assert say_as(written, locale) == spoken


@pytest.mark.parametrize(("locale", "_", "spoken"), cases())
def test_the_spoken_form_is_said_as_it_stands(locale: str, _: str, spoken: str) -> None:
    assert say_as(spoken, locale) == spoken
