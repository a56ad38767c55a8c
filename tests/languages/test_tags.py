"""BCP 47 tags, and the names of languages that engines and files want."""

from __future__ import annotations

import pytest

from audio_edition.languages import tags
from audio_edition.languages.tables import load_shared_table


@pytest.mark.parametrize(
    ("tag", "primary", "region", "individual", "macrolanguage"),
    [
        ("en", "en", "", "en", "en"),
        ("EN-gb", "en", "gb", "en", "en"),
        ("zh-Hant-TW", "zh", "tw", "cmn", "zh"),
        ("cmn-CN", "cmn", "cn", "cmn", "zh"),
        ("no", "no", "", "nb", "no"),
        ("nn-NO", "nn", "no", "nb", "no"),
        ("es-419", "es", "", "es", "es"),
    ],
)
def test_a_tag_gives_its_language_and_region(
    tag: str, primary: str, region: str, individual: str, macrolanguage: str
) -> None:
    assert (tags.primary(tag), tags.region(tag)) == (primary, region)
    assert (tags.individual(tag), tags.macrolanguage(tag)) == (individual, macrolanguage)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en-GB", "en", True),
        ("zh-CN", "cmn", True),
        ("nn", "nb-NO", True),
        ("en", "de", False),
        ("zh", "yue", False),
    ],
)
def test_two_names_of_one_language_are_the_same_language(one: str, other: str, same: bool) -> None:
    assert tags.is_same_language(one, other) == tags.is_same_language(other, one) == same


@pytest.mark.parametrize(
    ("one", "other", "holds"), [("en", "en-gb", True), ("en-gb", "en-us", False), ("e", "en", False)]
)
def test_a_tag_without_a_region_is_the_beginning_of_one_with_a_region(one: str, other: str, holds: bool) -> None:
    assert tags.is_prefix_of_other(one, other) == tags.is_prefix_of_other(other, one) == holds


@pytest.mark.parametrize(
    ("tag", "capitalized"), [("en", "en"), ("en-gb", "en-GB"), ("en-gb-x-rp", "en-GB-x-rp"), ("es-419", "es-419")]
)
def test_a_region_is_written_in_capitals(tag: str, capitalized: str) -> None:
    assert tags.capitalize_region(tag) == capitalized


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        *zip("en de fr es it pt nl".split(), "eng deu fra spa ita por nld".split(), strict=True),
        ("pl-PL", "pol"),
        ("zh-CN", "zho"),
        ("cmn", "zho"),
        ("nb", "nob"),
        ("gsw", "gsw"),
        ("und", "und"),
        ("x-private", "und"),
        ("", "und"),
    ],
)
def test_every_language_of_iso_639_1_has_its_three_letters(tag: str, code: str) -> None:
    assert tags.iso_639_2(tag) == code


def test_the_table_of_iso_639_is_complete() -> None:
    table = load_shared_table("iso_639")
    assert len(table) == len(set(table.values())) == 184
    assert {(len(two), len(three)) for two, three in table.items()} == {(2, 3)}
