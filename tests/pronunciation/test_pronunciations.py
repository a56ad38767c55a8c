"""The effect of a lexicon's IPA on the sound: as the bundled espeak-ng speaks it, and on the way to the engine."""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model import Pronunciation, Utterance, WordTiming
from audio_edition.pronunciation.espeak_mnemonics import MarkedText, ipa_to_mnemonics
from audio_edition.pronunciation.lexicon import BUILT_IN
from audio_edition.pronunciation.lexicon.lexeme import find_ipa_error
from audio_edition.pronunciation.lexicon.placing import place_pronunciations
from audio_edition.speech.engines import espeak
from audio_edition.speech.engines.espeak_words import transcribe
from audio_edition.speech.synthesizer import Synthesizer
from audio_edition.verbaliser import verbalise
from tests.conftest import line, utterance
from tests.engines import install

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")

BRITISH = "gmw/en"


def speak_to_ipa(*texts: str, voice: str = BRITISH) -> list[str]:
    """Return the IPA that espeak-ng speaks for texts with phonemes in brackets."""

    def transcribe_in_child() -> list[str]:
        driver, _ = espeak.start_library()
        driver.SetSynthCallback(lambda *_: 0)
        assert driver.SetVoiceByName(voice.encode()) == driver.EE_OK
        driver.Synth("a", flags=driver.CHARS_UTF8 | driver.PHONEMES)  # from now on, brackets mark phonemes
        to_phonemes = driver.dll.espeak_TextToPhonemes
        to_phonemes.restype = ctypes.c_char_p
        to_phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
        return [to_phonemes(ctypes.byref(ctypes.c_char_p(text.encode())), 1, 2).decode() for text in texts]

    return espeak.run_in_child(transcribe_in_child)


def normalize_ipa(ipa: str) -> str:
    """Return IPA without variants of notation, stress, and the r that English adds between vowels."""
    text = unicodedata.normalize("NFD", ipa)
    for written, same in {
        "æ\u0303": "an",
        "ɹ": "r",
        "æ": "a",
        "ɐ": "ə",
        "ɑ\u0303": "ɒ\u0303",
        "ɪə": "iə",
        "e": "ɛ",
    }.items():
        text = text.replace(written, same)
    text = re.sub(r"n(?=[kɡ])", "ŋ", re.sub(r"[\sˈˌ]", "", text))
    return re.sub("(?<=[ɑɔə])(ː?)r(?=[aɑɒɛəiɪuʊ])", r"\1", text)


# IPA → mnemonics ─────────────────────────────────────────────────────────────────────────────────────


def test_mnemonics_keep_stress_before_the_syllable_and_words_apart() -> None:
    assert ipa_to_mnemonics("ˌʃɪn ˈfeɪn") == ",S|I|n 'f|eI|n"
    assert ipa_to_mnemonics("t͡ʃɪ.ŋ") == ipa_to_mnemonics("tʃɪŋ") == "'tS|I|N"
    assert ipa_to_mnemonics("ˈreɪdiəʊ") == "'r|eI|d|i|oU"


def test_every_letter_of_the_ipa_has_a_mnemonic() -> None:
    letters = map(chr, (*range(ord("a"), 0x2C00), 0x2C71))
    valid = [letter for letter in letters if find_ipa_error(letter) == ("", "")]
    assert len(valid) > 110
    assert [letter for letter in valid if not ipa_to_mnemonics(letter).strip("'")] == []


@given(st.text(alphabet="abdefɡhijklmnoprstuvwzæðŋɑɒɔəɛɜɪʃʊʌʒθˈˌː ̃.", max_size=30))
def test_mnemonics_never_contain_brackets(ipa: str) -> None:
    assert not re.search(r"[\[\]]", ipa_to_mnemonics(ipa))


@linux
def test_espeak_speaks_the_built_in_lexicon_as_it_is_written() -> None:
    entries = [x for lexemes in BUILT_IN.index_for("en-GB").values() for x in lexemes]
    sounds = speak_to_ipa(*(f"[[{ipa_to_mnemonics(x.phonemes or '')}]]" for x in entries))
    wrong = {
        x.grapheme: (x.phonemes, s)
        for x, s in zip(entries, sounds, strict=True)
        if normalize_ipa(x.phonemes or "") != normalize_ipa(s)
    }
    assert wrong == {}


@linux
def test_spelled_letters_are_spoken_as_letters_without_pauses() -> None:
    sounds = {}
    for text in ("the UAE", "AI", "the A4", "at 10.30am", "MPs", "Q&A", "Ms. Lee"):
        spoken, replacements = verbalise(text)
        marked = MarkedText.of(spoken, place_pronunciations(text, replacements, spoken, "en-GB"))
        (sounds[text],) = speak_to_ipa(marked.text)
    assert sounds == {
        "the UAE": "ðə jˌuːˌeɪˈiː",
        "AI": "ˌeɪˈaɪ",
        "the A4": "ðɪ ˈeɪ fˈɔː",
        "at 10.30am": "at tˈɛn θˈɜːti ˌeɪˈɛm",
        "MPs": "ˌɛmpˈiːz",
        "Q&A": "kjˈuː and ˈeɪ",
        "Ms. Lee": "mˈɪz lˈiː",
    }


@linux
def test_every_built_in_entry_changes_the_pronunciation() -> None:
    entries = [x for lexemes in BUILT_IN.index_for("en-GB").values() for x in lexemes]
    own = speak_to_ipa(*(x.grapheme for x in entries))
    ours = speak_to_ipa(*(f"[[{ipa_to_mnemonics(x.phonemes or '')}]]" for x in entries))
    needless = [x.grapheme for x, default, entry in zip(entries, own, ours, strict=True) if default == entry]
    assert needless == []


@linux
@pytest.mark.parametrize("voice", ["gmw/en", "gmw/en-US", "gmw/en-GB-x-rp", "gmw/en-GB-scotland"])
def test_an_entry_is_spoken_in_the_accent_of_the_voice(voice: str) -> None:
    words = {"ɡəʊt": "goat", "θɔːt": "thought", "ˈmaʊθ": "mouth", "tʃɔɪs": "choice", "ʃuː": "shoe"}
    ours = speak_to_ipa(*(f"[[{ipa_to_mnemonics(ipa)}]]" for ipa in words), voice=voice)
    assert ours == speak_to_ipa(*words.values(), voice=voice)


# Positions ──────────────────────────────────────────────────────────────────────────────────────────────

TEXT = "“Mr Xi met Sinn Fein, said Xi."
PRONUNCIATIONS = (
    Pronunciation(start=4, end=6, ipa="ʃiː"),
    Pronunciation(start=11, end=20, ipa="ˌʃɪn ˈfeɪn"),
    Pronunciation(start=27, end=29, ipa="ʃiː"),
)


def test_phonemes_are_put_into_the_text_and_words_are_mapped_back() -> None:
    marked = MarkedText.of(TEXT, PRONUNCIATIONS)
    assert marked.text == "“Mr [['S|i:]] met [[,S|I|n 'f|eI|n]], said [['S|i:]]."
    places = [match.start() for match in re.finditer(r"(?<![|:])\b\w", marked.text)]
    words = [WordTiming(start=place, end=place + 1, sample=place) for place in places]
    found = [TEXT[word.start : word.end] for word in marked.restore_timings(words)]
    assert found == ["M", "Xi", "m", "Sinn Fein", "s", "Xi"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["Xi", "“Sinn", "a", "Ōta.", "it’s"]), st.booleans()), min_size=1, max_size=9
    )
)
def test_every_word_is_mapped_back_to_its_own_position(words: list[tuple[str, bool]]) -> None:
    text = " ".join(word for word, _ in words)
    starts = [sum(len(word) + 1 for word, _ in words[:number]) for number in range(len(words))]
    spans = [(start, start + len(word)) for start, (word, _) in zip(starts, words, strict=True)]
    pronunciations = [
        Pronunciation(start=start, end=end, ipa="ˈaɪ ˈɒː")
        for (start, end), (_, pronounced) in zip(spans, words, strict=True)
        if pronounced
    ]
    marked = MarkedText.of(text, pronunciations)
    spoken = re.finditer(r"\[\[\S+ |\S+\]\]|\S+", marked.text)
    found = marked.restore_timings(WordTiming(start=m.start(), end=m.end(), sample=m.start()) for m in spoken)
    assert [(word.start, word.end) for word in found if text[word.start : word.end].strip()] == spans


def test_brackets_of_the_text_do_not_mark_phonemes() -> None:
    marked = MarkedText.of("[[a]] Xi [[b]]", [Pronunciation(start=6, end=8, ipa="ʃiː")])
    assert marked.text == "((a]] [['S|i:]] ((b]]"


def test_a_space_is_put_before_a_bracket() -> None:
    """espeak-ng is silent where a quotation mark touches a bracket."""
    assert MarkedText.of("“Xi”", [Pronunciation(start=1, end=3, ipa="ʃiː")]).text == "“ [['S|i:]]”"


@linux
def test_only_the_entries_change_the_sound() -> None:
    plain = espeak.synthesize(TEXT, BRITISH, 175)
    pronounced = espeak.synthesize(TEXT, BRITISH, 175, PRONUNCIATIONS)
    spelt = espeak.synthesize("“Mr shee met shin fain, said shee.", BRITISH, 175)
    assert pronounced.pcm != plain.pcm
    assert abs(len(pronounced.pcm) - len(spelt.pcm)) < 0.1 * len(spelt.pcm)
    assert [TEXT[w.start : w.end] for w in pronounced.words] == ["Mr", "Xi", "met", "Sinn Fein", "said", "Xi"]
    assert [w.sample for w in pronounced.words] == sorted(w.sample for w in pronounced.words)


@linux
def test_a_voice_of_another_language_ignores_phonemes() -> None:
    assert espeak.synthesize("Xi", "gmw/de", 175, (Pronunciation(start=0, end=2, ipa="ʃiː"),)) == (
        espeak.synthesize("Xi", "gmw/de", 175)
    )


# On the way to the engine ────────────────────────────────────────────────────────────────────────────

ENGINES = """
from audio_edition.speech.engines.tone import ToneEngine

class Phonetic(ToneEngine):
    def pronounce(self, text, voice, rate, pronunciations):
        found = [text[p.start:p.end] + p.ipa for p in pronunciations]
        assert found == ["Xiʃiː"], found
        return super().synthesize(text, "high", rate)
"""


@pytest.fixture
def phonetic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install an engine that accepts phonemes and return its name."""
    install(tmp_path, monkeypatch, ENGINES, phonetic="Phonetic")
    return "phonetic"


def pronounced_utterance(text: str, *pronunciations: Pronunciation) -> Utterance:
    plain = utterance(text)
    return Utterance(
        written=text, spoken=text, role=plain.role, paragraph=0, language="en-GB", pronunciations=pronunciations
    )


def test_phonemes_are_passed_only_to_an_engine_that_accepts_them(phonetic: str) -> None:
    pronounced = pronounced_utterance("Mr Xi said so.", Pronunciation(start=3, end=5, ipa="ʃiː"))
    with Synthesizer() as synthesizer:
        (high,) = synthesizer.speak([line(pronounced, engine=phonetic)])
        (low,) = synthesizer.speak([line(pronounced)])
        (plain,) = synthesizer.speak([line("Mr Xi said so.", engine=phonetic)])
    assert high.clip.pcm != low.clip.pcm
    assert low.clip.pcm == plain.clip.pcm


def test_phonemes_stay_with_their_part_of_a_long_text(phonetic: str) -> None:
    sentence = "It is a long story. " * 99
    long = pronounced_utterance(
        f"{sentence}Then Xi spoke. {'x' * 100}", Pronunciation(start=1985, end=1987, ipa="ʃiː")
    )
    assert long.spoken[1985:1987] == "Xi"
    with Synthesizer() as synthesizer:
        (spoken,) = synthesizer.speak([line(long, engine=phonetic)])
    assert spoken.clip.seconds > 100


# Transcription ─────────────────────────────────────────────────────────────────────────────────────────────


@linux
def test_espeak_transcribes_a_word_and_reports_if_it_knows_it() -> None:
    found = {reading.word: reading for reading in transcribe(["Canada", "Kassenova", "Ukraine", "Mbeki"], BRITISH)}
    assert {word for word, reading in found.items() if reading.known} == {"Canada", "Ukraine"}
    assert normalize_ipa(found["Kassenova"].ipa) == normalize_ipa("ˌkæsəˈnəʊvə")
    assert all(find_ipa_error(reading.ipa) == ("", "") for reading in found.values())
