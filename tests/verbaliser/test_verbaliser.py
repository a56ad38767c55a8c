"""The spoken form: a table of cases, and the laws that hold for every line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from audio_edition.build.scripts import read_scripts
from audio_edition.pronunciation.lexicon import Lexicon
from audio_edition.verbaliser import say_as, verbalise
from audio_edition.verbaliser.utterances import utterances
from tests.conftest import ROOT, spoken_cases

CASES = Path(__file__).with_name("spoken_forms.tsv")
LOCALES = st.sampled_from(["en-GB", "en-US"])
Fragment = tuple[str, list[str]]
"""A piece of a sentence as written, and the words that must be in its spoken form, in order."""


@pytest.mark.parametrize(("locale", "written", "spoken"), spoken_cases(CASES))
def test_spoken_forms(locale: str, written: str, spoken: str) -> None:
    assert say_as(written, locale) == spoken


def test_the_docs_show_the_first_fifty_cases() -> None:
    rows = [f"| {written} | {spoken} |" for _, written, spoken in spoken_cases(CASES)[:50]]
    assert "\n".join(rows) in (ROOT / "docs/pages/how/spoken-form.md").read_text("utf-8")


# Laws ────────────────────────────────────────────────────────────────────────────────────────────────


def words(n: int) -> str:
    """Return British number words from an independent library, without hyphens and commas."""
    return re.sub(r"[-,]", " ", num2words(n, lang="en_GB")).replace("  ", " ")


def digits(figures: str) -> str:
    return " ".join(num2words(int(figure)) for figure in figures)


@st.composite
def amounts(draw: st.DrawFn) -> Fragment:
    """Generate a number with commas, perhaps with decimals."""
    whole = draw(st.integers(0, 999_999))
    decimals = draw(st.sampled_from(["", "", "5", "25", "704"]))
    point = [f"{words(whole)} point {digits(decimals)}"] if decimals else [words(whole)]
    return f"{whole:,}{'.' if decimals else ''}{decimals}", point


@st.composite
def money(draw: st.DrawFn) -> Fragment:
    written, spoken = draw(amounts().filter(lambda amount: not re.search(r"\.\d\d$", amount[0])))
    sign, name = draw(st.sampled_from([("£", "pound"), ("$", "dollar"), ("€", "euro"), ("SFr", "Swiss franc")]))
    size, word = draw(st.sampled_from([("", ""), ("m", "million"), ("bn", "billion"), ("trn", "trillion")]))
    return f"{sign}{written}{size}", [*spoken, word, name]


@st.composite
def measures(draw: st.DrawFn) -> Fragment:
    written, spoken = draw(amounts())
    unit, name = draw(
        st.sampled_from(
            [
                ("km", "kilometre"),
                ("%", "per cent"),
                ("kWh", "kilowatt hour"),
                (" sq km", "square kilometre"),
                ("mph", "per hour"),
                ("°C", "degree"),
                ("bps", "basis point"),
                ("m people", "million people"),
            ]
        )
    )
    minus = draw(st.sampled_from(["", "-", "−"])) if unit in {"%", "°C"} else ""
    return f"{minus}{written}{unit}", [*(["minus"] if minus else []), *spoken, name]


@st.composite
def dates(draw: st.DrawFn) -> Fragment:
    day, year = draw(st.integers(1, 28)), draw(st.integers(1900, 2099))
    month = draw(st.sampled_from(["January", "March", "May", "October"]))
    spoken = re.sub(r"[-,]", " ", num2words(day, lang="en_GB", to="ordinal"))
    if draw(st.booleans()):
        return f"{day} {month} {year}", [spoken, month]
    return f"{month} {day}, {year}", [month, spoken]


@st.composite
def names(draw: st.DrawFn) -> Fragment:
    written, spoken = draw(
        st.sampled_from(
            [
                ("Mr Putin", "Mister Putin"),
                ("the IMF", "the I M F"),
                ("Henry VIII", "Henry the eighth"),
                ("World War II", "World War two"),
                ("St Paul’s", "Saint Paul's"),
                ("J.K. Rowling", "J K Rowling"),
                ("NATO’s", "Nato's"),
                ("e.g. this", "for example"),
                ("No 10", "umber ten"),
                ("COVID-19", "Covid nineteen"),
            ]
        )
    )
    return written, [spoken]


FRAGMENTS = st.one_of(amounts(), money(), measures(), dates(), names())
LINKS = st.sampled_from([", ", " and ", " of ", "; then ", " (", " — ", " in the end ", ": ", "? No: "])


@given(st.lists(st.tuples(FRAGMENTS, LINKS), min_size=1, max_size=5))
def test_no_fact_is_lost_in_any_combination_of_rule_families(parts: list[tuple[Fragment, str]]) -> None:
    written = "They said " + "".join(text + link for (text, _), link in parts) + "so it was."
    spoken = re.sub(r"[-,]", " ", say_as(written))
    spoken = re.sub(r"\s+", " ", spoken)
    place = 0
    for fact in (fact for (_, facts), _ in parts for fact in facts):
        found = spoken.find(fact, place)
        assert found >= 0, (written, spoken, fact)
        place = found + len(fact)


@given(st.lists(st.tuples(FRAGMENTS, LINKS), min_size=1, max_size=5), LOCALES)
def test_verbalising_a_spoken_form_does_not_change_it(parts: list[tuple[Fragment, str]], locale: str) -> None:
    spoken = say_as("".join(text + link for (text, _), link in parts), locale)
    assert say_as(spoken, locale) == spoken


def test_verbalising_a_newspaper_case_again_does_not_change_it() -> None:
    for case in (ROOT / "tests" / "eval" / "newspaper.jsonl").read_text("utf-8").splitlines():
        spoken = say_as(json.loads(case)["written"])
        assert say_as(spoken) == spoken


SILENT_SIGNS = re.compile(r"[\d£$€¥%°&+=<>@#/½²±×÷≈≤]|[A-Za-z]\.[A-Za-z]\.")


def paragraphs_of_all_articles() -> list[str]:
    files = [path for path in sorted((ROOT / "articles").rglob("*")) if path.suffix in {".txt", ".md", ".html"}]
    scripts = read_scripts(files).scripts
    return [paragraph.text for script in scripts for paragraph in script.paragraphs]


def test_no_figure_and_no_sign_is_left_in_any_article() -> None:
    lines = paragraphs_of_all_articles()
    assert len(lines) > 50
    for line in lines:
        spoken = say_as(line)
        assert not SILENT_SIGNS.search(spoken), spoken
        assert say_as(spoken) == spoken


@given(st.text(max_size=200), LOCALES)
def test_any_text_is_spoken_without_digits_and_its_replacements_are_in_order(text: str, locale: str) -> None:
    spoken, replacements = verbalise(text, locale)
    assert not re.search(r"[0-9]", spoken)
    ends = [0]
    for replacement in replacements:
        assert ends[-1] <= replacement.start < replacement.end <= len(text)
        assert replacement.rule
        ends.append(replacement.end)


@given(st.text(alphabet=st.sampled_from("0123456789.,-–/:'’ °%£$kmbnsthaprCXVI½²+x"), max_size=24), LOCALES)
def test_every_digit_of_any_mixture_of_figures_is_spoken(text: str, locale: str) -> None:
    """Every digit is in a replacement that says a number, a letter or a sign."""
    spoken, replacements = verbalise(text, locale)
    assert not re.search(r"[0-9£$%°½]", spoken)
    for figure in re.finditer(r"\d+", text):
        covering = [r for r in replacements if r.start < figure.end() and figure.start() < r.end]
        assert any(re.search(r"[a-z]", r.spoken) or r.rule == "footnote mark" for r in covering), (text, spoken)


@given(st.integers(0, 10**15))
def test_a_whole_number_is_spoken_like_the_reference(number: int) -> None:
    spoken = re.sub(r"[-,]", " ", say_as(f"They counted {number:,} of them"))
    assert spoken == f"They counted {words(number)} of them"


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\u200b", "…"])
def test_blank_text_has_an_empty_spoken_form(blank: str) -> None:
    assert say_as(blank) == ""


@pytest.mark.parametrize(
    ("written", "silent", "named"),
    [
        ("Well done 👍🏽!", "Well done!", "Well done, thumbs up sign!"),
        ("🎉 It is over", "It is over", "party popper, It is over"),
        ("Gold for 🇬🇧", "Gold for", "Gold for, g, b"),
    ],
)
def test_emoji_are_silent_or_named(written: str, silent: str, named: str) -> None:
    assert say_as(written) == silent
    assert say_as(written, lexicon=Lexicon(built_in=False, names_emoji=True)) == named


# Readings ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_capitals_that_open_the_seed_become_words(seed: Path) -> None:
    (script,) = read_scripts([seed]).scripts
    first = next(u for u in utterances(script, "en-GB") if u.written.startswith("ON CITY"))
    assert first.spoken.startswith("On city streets, say visitors to Almaty")


def test_utterances_cover_the_paragraphs_they_come_from(seed: Path) -> None:
    (script,) = read_scripts([seed]).scripts
    result = tuple(utterances(script, "en-GB"))
    written = "".join(u.written for u in result).replace(" ", "")
    for paragraph in script.narrative:
        assert paragraph.text.replace(" ", "") in written
    assert [u.paragraph for u in result] == sorted(u.paragraph for u in result)
