"""The spoken form in the languages with data for the rules in `verbaliser/grammar`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from audio_edition.build.issue import plan_openings
from audio_edition.config import Config
from audio_edition.languages import available, load
from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.model import Paragraph, Role, Script
from audio_edition.pronunciation.lexicon import BUILT_IN
from audio_edition.readers import read
from audio_edition.segmenter import segment
from audio_edition.verbaliser import say_as, verbalise
from audio_edition.verbaliser.utterances import utterances
from tests.conftest import spoken_cases
from tests.segmenter.test_languages import DATA

CASES = Path(__file__).with_name("spoken_forms_european.tsv")
PAGES = sorted(file for file in DATA.glob("*/*") if file.suffix in {".html", ".txt"})
LANGUAGES = tuple(code for code in available() if isinstance(load(code), GrammarLanguage))
ENGLISH = re.compile(
    r"\b(?:one|two|three|four|five|seven|eight|nine|eleven|twelve|thirteen|twenty|thirty|forty|fifty|hundred|thousand"
    r"|million and|pounds?|per cent|percent|and|the|first|third|degrees|dollars? and|o'clock)\b"
)


@pytest.mark.parametrize(("locale", "written", "spoken"), spoken_cases(CASES))
def test_each_written_line_has_the_spoken_form_of_the_table(locale: str, written: str, spoken: str) -> None:
    assert say_as(written, locale) == spoken


@pytest.mark.parametrize(("locale", "_", "spoken"), spoken_cases(CASES))
def test_a_spoken_form_does_not_change_when_spoken_again(locale: str, _: str, spoken: str) -> None:
    assert say_as(spoken, locale) == spoken


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nouns", ["units", "magnitudes", "currencies"])
def test_a_noun_of_several_words_is_known_whatever_blank_is_in_it(language: str, nouns: str) -> None:
    home = load(language)
    assert isinstance(home, GrammarLanguage)
    for form in (form for form in home.nouns(nouns) if " " in form):
        for text in (f"1 {form}", f"3,5 {form}", f"7-9 {form} x"):
            spoken, _ = verbalise(text, language)
            for blank in "\u00a0\u202f\n":
                assert verbalise(text.replace(form, form.replace(" ", blank)), language)[0] == spoken


def test_every_language_has_fifty_cases() -> None:
    of = [locale[:2] for locale, _, _ in spoken_cases(CASES)]
    assert {language: of.count(language) >= 50 for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)


# Number words, compared with num2words without blanks, commas and accents, which sound the same.

_SOUND = str.maketrans("éëè", "eee", " ,-")
NUMBERS = sorted(
    {*range(2101), *(10**n for n in range(16)), *(k * 10**n for n in range(14) for k in (2, 21, 108, 999))}
)


def _num2words(n: int, language: str) -> str:
    """Return the words of num2words, with its mistakes corrected."""
    words: str = num2words(n, lang=language)
    if language == "it":
        words = words.replace("dicotto", "diciotto")  # 118
    if language == "de":
        words = words.replace("einstausend", "eintausend")  # 101,000
    if language == "es":  # an apocope before "mil", "millones", "billones"
        words = re.sub(r"veintiuno (?=mil|bill)", "veintiún ", words)
        words = re.sub(r"uno (?=mil|bill)", "un ", words)
    return words.translate(_SOUND)


def _differs(n: int, language: str) -> bool:
    """Return True for numbers that we count in another way.

    Dutch counts 1100 to 1999 in hundreds; Portuguese has "dez mil e oitocentos milhões", with an "e".
    """
    return (language == "nl" and 1100 <= n < 2000) or (language == "pt" and n > 10**10 and n % 10**12 > 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cardinals_equal_those_of_num2words(language: str) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    numbers = [n for n in NUMBERS if not _differs(n, language)]
    ours = {n: words.cardinal(n, locale).translate(_SOUND) for n in numbers}
    assert {n: spoken for n, spoken in ours.items() if spoken != _num2words(n, language)} == {}


@given(n=st.integers(0, 10**15), language=st.sampled_from(("de", "fr")))
def test_large_cardinals_equal_those_of_num2words(n: int, language: str) -> None:
    words = load(language).numbers.cardinal(n, Locale.from_tag(language))
    assert words.translate(_SOUND) == _num2words(n, language)


@pytest.mark.parametrize("language", ["de", "fr", "it", "nl", "pt"])
def test_ordinals_equal_those_of_num2words(language: str) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    ours = {n: words.ordinal(n, locale, "m").translate(_SOUND) for n in range(1, 100)}
    theirs = {n: num2words(n, lang=language, to="ordinal").translate(_SOUND) for n in ours}
    theirs |= {80: "quatrevingtieme"} if language == "fr" else {}  # num2words has "quatre-vingtsième"
    assert ours == theirs


@pytest.mark.parametrize("language", LANGUAGES)
@given(n=st.integers(0, 10**18 - 1), gender=st.sampled_from(["", "m", "f", "n"]))
def test_different_numbers_sound_different(language: str, n: int, gender: str) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    assert words.cardinal(n, locale, gender) != words.cardinal(n + 1 if n % 2 == 0 else n - 1, locale, gender)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_too_large_for_a_name_is_spoken_digit_by_digit(language: str) -> None:
    seven = load(language).numbers.cardinal(7, Locale.from_tag(language))
    assert say_as("7" * 5000, language) == " ".join([seven] * 5000)
    assert say_as(f"{'7' * 5000},7 €", language).startswith(" ".join([seven] * 5000))


# Properties of any text


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=120))
def test_any_text_is_spoken_without_digits_and_replacements_are_in_order(language: str, text: str) -> None:
    spoken, replacements = verbalise(text, language)
    assert not re.search(r"\d", spoken)
    ends = [0]
    for replacement in replacements:
        assert ends[-1] <= replacement.start < replacement.end <= len(text)
        assert replacement.rule
        ends.append(replacement.end)


NEWS = st.lists(
    st.one_of(
        st.from_regex(r"[0-9]{1,7}([.,][0-9]{1,3})?", fullmatch=True),
        st.sampled_from(
            "€ $ £ % °C km km² Mio. Mrd. millions mln de et und y e en von bis Uhr h30 -  – / : . , ( ) « » „ “ '90"
            " 1er 2e 3º 1.ª XIV XXI Louis Ludwig siglo siècle secolo Jahrhundert NATO BBC G7 CO2 20-jährige am"
            " 3. Mai mai mayo enero gennaio januari 18.30 18h30 18:30 14/07/1789 3-1 1939-45 n.º Nr. M. Dr. etc."
            " usw. & + § ½ personas Euro euros libras Menschen Frau anni jaar 1.234,5 1’250.50 +49".split(" ")
        ),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(parts=NEWS, blank=st.sampled_from(["", " "]))
def test_news_is_spoken_in_words_of_its_language(language: str, parts: list[str], blank: str) -> None:
    spoken = say_as(blank.join(parts), language)
    assert not re.search(r"\d", spoken)
    assert not ENGLISH.search(spoken)


@pytest.mark.parametrize("language", LANGUAGES)
@given(parts=NEWS)
def test_news_does_not_change_when_spoken_again(language: str, parts: list[str]) -> None:
    meant_by_what_follows = {"M.", "Dr.", "Nr.", "n.º"}
    spoken = say_as(" ".join(part for part in parts if part not in meant_by_what_follows), language)
    assert say_as(spoken, language) == spoken


@pytest.mark.parametrize("language", LANGUAGES)
@given(low=st.integers(3, 999), more=st.integers(1, 999), sign=st.sampled_from(["€", "%", "km", "kg", "$", "°C"]))
def test_both_numbers_of_a_range_are_spoken(language: str, low: int, more: int, sign: str) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    spoken = f" {say_as(f'{low}-{low + more} {sign}', language)} "
    for n in (low, low + more):
        assert any(f" {words.cardinal(n, locale, gender)} " in spoken for gender in ("", "m", "f"))


@pytest.mark.parametrize("language", LANGUAGES)
@given(whole=st.integers(0, 10**9), fraction=st.integers(1, 9))
def test_both_parts_of_a_decimal_are_spoken(language: str, whole: int, fraction: int) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    first, last = (words.cardinal(n, locale) for n in (whole, fraction))
    spoken = say_as(f"-{whole},{fraction} %", language)
    assert re.search(rf"^\w+ {first} \w+ {last} \w+", spoken)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=date(1100, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_in_figures_is_spoken_with_its_month_and_year(language: str, day: date) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    spoken = say_as(f"{day:%d.%m.%Y}", language)
    assert load(language).months[day.month - 1] in spoken
    assert spoken.endswith(words.year(day.year, locale))
    assert say_as(f"{day:%Y-%m-%d}", language) == spoken


@pytest.mark.parametrize("language", LANGUAGES)
@given(whole=st.integers(2, 10**6 - 1), cents=st.integers(2, 99))
def test_euros_and_cents_are_both_spoken(language: str, whole: int, cents: int) -> None:
    locale, words = Locale.from_tag(language), load(language).numbers
    spoken = say_as(f"{whole:,}".replace(",", ".") + f",{cents:02} €", language)
    assert spoken.lower().startswith(f"{words.cardinal(whole, locale, 'm')} euro")
    assert words.cardinal(cents, locale) in spoken or words.cardinal(cents, locale, "m") in spoken


# Golden pages


@pytest.mark.parametrize("file", PAGES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_golden_pages_are_spoken_without_a_digit_or_an_english_word(file: Path) -> None:
    reading = tuple(utterances(segment(read(file)[0]), "en-GB"))
    assert {utterance.language[:2] for utterance in reading} == {file.parent.name}
    for utterance in reading:
        assert not re.search(r"\d", utterance.spoken)
        assert not ENGLISH.search(utterance.spoken)


@pytest.mark.parametrize(
    ("language", "paragraph", "sentences"),
    [
        ("de", "Im 19. Jahrhundert kam Dr. Meyer am 3. Mai nach Bonn. Er blieb bis 1. Juni.", 2),
        ("fr", "M. Dupont est venu le 1er mai. MM. Durand et Petit, n° 5, aussi.", 2),
        ("es", "El Sr. Pérez llegó la 2.ª vez. Dña. María no.", 2),
        ("it", "Il dott. Bianchi ha letto pag. 5. Poi è uscito.", 2),
        ("pt", "O Sr. Silva mora na Av. Paulista, n.º 5. A Dra. Ana não.", 2),
        ("nl", "Dhr. Jansen kreeg 5 mln. euro, o.a. van prof. De Vries. Daarna ging hij.", 2),
    ],
)
def test_abbreviations_and_ordinals_end_no_sentence(language: str, paragraph: str, sentences: int) -> None:
    script = Script(
        id="a",
        source="a.txt",
        headline="",
        paragraphs=(Paragraph(block=0, text=paragraph, role=Role.BODY),),
        dropped=(),
        language=language,
    )
    assert len(tuple(utterances(script, "en-GB"))) == sentences


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("en-GB", "21 November 2026", "the twenty-first of November twenty twenty-six"),
        ("de-AT", "21. November 2026", "einundzwanzigster November zweitausendsechsundzwanzig"),
        ("fr", "21 novembre 2026", "vingt et un novembre deux mille vingt-six"),
        ("es", "21 de noviembre de 2026", "veintiuno de noviembre de dos mil veintiséis"),
        ("it", "21 novembre 2026", "ventuno novembre duemilaventisei"),
        ("pt-BR", "21 de novembro de 2026", "vinte e um de novembro de dois mil e vinte e seis"),
        ("nl", "21 november 2026", "eenentwintig november tweeduizend zesentwintig"),
        ("pl", "2026-11-21", "2026-11-21"),
    ],
)
def test_an_edition_opens_with_its_date_in_its_language(language: str, written: str, spoken: str) -> None:
    openings = plan_openings(Config(title="Title", language=language), date(2026, 11, 21), (), BUILT_IN)
    opening = openings[""].utterances[1]
    assert opening.written == written
    assert opening.spoken.removesuffix(".") == spoken
