"""What a lexicon's IPA does to the sound: by the bundled espeak-ng itself, and on the way to it."""

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


def heard(*texts: str, voice: str = BRITISH) -> list[str]:
    """What espeak-ng makes of texts with phonemes in brackets, in IPA."""

    def work() -> list[str]:
        driver, _ = espeak.start_library()
        driver.SetSynthCallback(lambda *_: 0)
        assert driver.SetVoiceByName(voice.encode()) == driver.EE_OK
        driver.Synth("a", flags=driver.CHARS_UTF8 | driver.PHONEMES)  # brackets count from now on
        to_phonemes = driver.dll.espeak_TextToPhonemes
        to_phonemes.restype = ctypes.c_char_p
        to_phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
        return [to_phonemes(ctypes.byref(ctypes.c_char_p(text.encode())), 1, 2).decode() for text in texts]

    return espeak.run_in_child(work)


def alike(ipa: str) -> str:
    """IPA without habits of writing, without stress, and without the r that English adds between vowels."""
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


def test_stress_stands_before_its_syllable_and_words_stay_words() -> None:
    assert ipa_to_mnemonics("ˌʃɪn ˈfeɪn") == ",S|I|n 'f|eI|n"
    assert ipa_to_mnemonics("t͡ʃɪ.ŋ") == ipa_to_mnemonics("tʃɪŋ") == "'tS|I|N"
    assert ipa_to_mnemonics("ˈreɪdiəʊ") == "'r|eI|d|i|oU"


def test_every_letter_of_the_ipa_has_a_sound() -> None:
    letters = map(chr, (*range(ord("a"), 0x2C00), 0x2C71))
    taken = [letter for letter in letters if find_ipa_error(letter) == ("", "")]
    assert len(taken) > 110
    assert [letter for letter in taken if not ipa_to_mnemonics(letter).strip("'")] == []


@given(st.text(alphabet="abdefɡhijklmnoprstuvwzæðŋɑɒɔəɛɜɪʃʊʌʒθˈˌː ̃.", max_size=30))
def test_no_transcription_can_break_out_of_its_brackets(ipa: str) -> None:
    assert not re.search(r"[\[\]]", ipa_to_mnemonics(ipa))


@linux
def test_the_built_in_lexicon_sounds_as_it_is_written() -> None:
    entries = [x for held in BUILT_IN.index_for("en-GB").values() for x in held]
    sounds = heard(*(f"[[{ipa_to_mnemonics(x.phonemes or '')}]]" for x in entries))
    wrong = {
        x.grapheme: (x.phonemes, s)
        for x, s in zip(entries, sounds, strict=True)
        if alike(x.phonemes or "") != alike(s)
    }
    assert wrong == {}


@linux
def test_letters_are_heard_as_letters_in_one_breath() -> None:
    sounds = {}
    for text in ("the UAE", "AI", "the A4", "at 10.30am", "MPs", "Q&A", "Ms. Lee"):
        spoken, replacements = verbalise(text)
        marked = MarkedText.of(spoken, place_pronunciations(text, replacements, spoken, "en-GB"))
        (sounds[text],) = heard(marked.text)
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
def test_every_built_in_entry_changes_what_is_heard() -> None:
    entries = [x for held in BUILT_IN.index_for("en-GB").values() for x in held]
    own = heard(*(x.grapheme for x in entries))
    ours = heard(*(f"[[{ipa_to_mnemonics(x.phonemes or '')}]]" for x in entries))
    needless = [x.grapheme for x, theirs, said in zip(entries, own, ours, strict=True) if theirs == said]
    assert needless == []


@linux
@pytest.mark.parametrize("voice", ["gmw/en", "gmw/en-US", "gmw/en-GB-x-rp", "gmw/en-GB-scotland"])
def test_an_entry_is_said_in_the_accent_of_the_voice(voice: str) -> None:
    words = {"ɡəʊt": "goat", "θɔːt": "thought", "ˈmaʊθ": "mouth", "tʃɔɪs": "choice", "ʃuː": "shoe"}
    ours = heard(*(f"[[{ipa_to_mnemonics(ipa)}]]" for ipa in words), voice=voice)
    assert ours == heard(*words.values(), voice=voice)


# Places ──────────────────────────────────────────────────────────────────────────────────────────────

TEXT = "“Mr Xi met Sinn Fein, said Xi."
SAID = (
    Pronunciation(start=4, end=6, ipa="ʃiː"),
    Pronunciation(start=11, end=20, ipa="ˌʃɪn ˈfeɪn"),
    Pronunciation(start=27, end=29, ipa="ʃiː"),
)


def test_phonemes_stand_in_the_text_and_words_are_found_again() -> None:
    marked = MarkedText.of(TEXT, SAID)
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
def test_every_word_is_found_at_its_own_place_again(words: list[tuple[str, bool]]) -> None:
    text = " ".join(word for word, _ in words)
    starts = [sum(len(word) + 1 for word, _ in words[:number]) for number in range(len(words))]
    spans = [(start, start + len(word)) for start, (word, _) in zip(starts, words, strict=True)]
    told = [
        Pronunciation(start=start, end=end, ipa="ˈaɪ ˈɒː")
        for (start, end), (_, pronounced) in zip(spans, words, strict=True)
        if pronounced
    ]
    marked = MarkedText.of(text, told)
    spoken = re.finditer(r"\[\[\S+ |\S+\]\]|\S+", marked.text)
    found = marked.restore_timings(WordTiming(start=m.start(), end=m.end(), sample=m.start()) for m in spoken)
    assert [(word.start, word.end) for word in found if text[word.start : word.end].strip()] == spans


def test_the_texts_own_brackets_mark_no_phonemes() -> None:
    marked = MarkedText.of("[[a]] Xi [[b]]", [Pronunciation(start=6, end=8, ipa="ʃiː")])
    assert marked.text == "((a]] [['S|i:]] ((b]]"


def test_nothing_touches_a_bracket_before_it() -> None:
    """espeak-ng falls silent where a quotation mark does."""
    assert MarkedText.of("“Xi”", [Pronunciation(start=1, end=3, ipa="ʃiː")]).text == "“ [['S|i:]]”"


@linux
def test_the_sound_differs_by_the_entry_alone() -> None:
    plain = espeak.synthesize(TEXT, BRITISH, 175)
    told = espeak.synthesize(TEXT, BRITISH, 175, SAID)
    spelt = espeak.synthesize("“Mr shee met shin fain, said shee.", BRITISH, 175)
    assert told.pcm != plain.pcm
    assert abs(len(told.pcm) - len(spelt.pcm)) < 0.1 * len(spelt.pcm)
    assert [TEXT[w.start : w.end] for w in told.words] == ["Mr", "Xi", "met", "Sinn Fein", "said", "Xi"]
    assert [w.sample for w in told.words] == sorted(w.sample for w in told.words)


@linux
def test_a_voice_of_another_language_reads_the_text() -> None:
    assert espeak.synthesize("Xi", "gmw/de", 175, SAID[:0] or (Pronunciation(start=0, end=2, ipa="ʃiː"),)) == (
        espeak.synthesize("Xi", "gmw/de", 175)
    )


# On the way to the engine ────────────────────────────────────────────────────────────────────────────

ENGINES = """
from audio_edition.speech.engines.tone import ToneEngine

class Phonetic(ToneEngine):
    def pronounce(self, text, voice, rate, pronunciations):
        said = [text[each.start:each.end] + each.ipa for each in pronunciations]
        assert said == ["Xiʃiː"], said
        return super().synthesize(text, "high", rate)
"""


@pytest.fixture
def phonetic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an installed engine that takes phonemes."""
    install(tmp_path, monkeypatch, ENGINES, phonetic="Phonetic")
    return "phonetic"


def said(text: str, *places: Pronunciation) -> Utterance:
    plain = utterance(text)
    return Utterance(
        written=text, spoken=text, role=plain.role, paragraph=0, language="en-GB", pronunciations=places
    )


def test_phonemes_reach_an_engine_that_takes_them_and_no_other(phonetic: str) -> None:
    told = said("Mr Xi said so.", Pronunciation(start=3, end=5, ipa="ʃiː"))
    with Synthesizer() as synthesizer:
        (high,) = synthesizer.speak([line(told, engine=phonetic)])
        (low,) = synthesizer.speak([line(told)])
        (plain,) = synthesizer.speak([line("Mr Xi said so.", engine=phonetic)])
    assert high.clip.pcm != low.clip.pcm
    assert low.clip.pcm == plain.clip.pcm


def test_phonemes_go_with_their_piece_of_a_long_text(phonetic: str) -> None:
    sentence = "It is a long story. " * 99
    long = said(f"{sentence}Then Xi spoke. {'x' * 100}", Pronunciation(start=1985, end=1987, ipa="ʃiː"))
    assert long.spoken[1985:1987] == "Xi"
    with Synthesizer() as synthesizer:
        (spoken,) = synthesizer.speak([line(long, engine=phonetic)])
    assert spoken.clip.seconds > 100


# Reading ─────────────────────────────────────────────────────────────────────────────────────────────


@linux
def test_espeak_tells_how_it_reads_a_word_and_whether_it_knows_it() -> None:
    found = {each.word: each for each in transcribe(["Canada", "Kassenova", "Ukraine", "Mbeki"], BRITISH)}
    assert {word for word, each in found.items() if each.known} == {"Canada", "Ukraine"}
    assert alike(found["Kassenova"].ipa) == alike("ˌkæsəˈnəʊvə")
    assert all(find_ipa_error(each.ipa) == ("", "") for each in found.values())
