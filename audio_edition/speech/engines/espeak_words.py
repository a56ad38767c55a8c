"""espeak-ng's readings of single words, and whether it knows the words or only applies spelling rules."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, BinaryIO

from audio_edition.errors import EngineError, VoiceNotFoundError
from audio_edition.model import Transcription
from audio_edition.speech.engines.espeak import run_in_child, start_library

_UTF8 = 1
_IPA = 2
_TRACE_RULES = 8
_TIE_LETTERS = 1 << 7 | ord("^") << 8
"""Modes of espeak_TextToPhonemes; the last one ties the letters of one sound with ^."""

_PUNCTUATION = re.compile(r"(?:(?<!\s)\s++)?([,;:.!?…—“”\"()¿¡]+)\s*")

_DICTIONARY_HIT = re.compile(r"^Found: '[^']{3,}'", re.MULTILINE)
_RULE_LINE = re.compile(r"^ *(\d+)\t(.*?)\[", re.MULTILINE)
_VOICE_SWITCH = re.compile(r"\([^()]*\)")
_WHOLE_WORD_SHARE = 0.7
"""A rule that names at least this share of a word's letters was written for the word."""


def transcribe(words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
    """Return the reading of each word. Raises VoiceNotFoundError, EngineCrashError."""
    return run_in_child(lambda: tuple(_iter_transcriptions(words, voice)))


def phonemize(text: str, voice: str) -> str:
    """Return the voice's reading of a text in IPA, with its punctuation; sounds of several letters are tied by ^.

    Raises VoiceNotFoundError.
    """
    driver, _ = start_library()
    if driver.SetVoiceByName(voice.encode()) != driver.EE_OK:
        raise VoiceNotFoundError(f"espeak-ng has no voice {voice!r}")
    parts = _PUNCTUATION.split(text)
    phonemes = (
        part if index % 2 else _text_to_ipa(driver.dll, part, _IPA | _TIE_LETTERS)
        for index, part in enumerate(parts)
    )
    return re.sub(r"([,;:.!?…—”)])(?=[^\W_])", r"\1 ", "".join(phonemes))


def _iter_transcriptions(words: Iterable[str], voice: str) -> Iterable[Transcription]:
    driver, _ = start_library()
    if driver.SetVoiceByName(voice.encode()) != driver.EE_OK:
        raise VoiceNotFoundError(f"espeak-ng has no voice {voice!r}")
    with NamedTemporaryFile() as file:
        libc, stream = _open_c_stream(Path(file.name))
        driver.SetPhonemeTrace(_TRACE_RULES, stream)
        for word in words:
            ipa = _text_to_ipa(driver.dll, word)
            libc.fflush(stream)
            yield Transcription(word=word, ipa=ipa, known=_is_known(word, _read_trace(file)))


def _open_c_stream(path: Path) -> tuple[Any, ctypes.c_void_p]:
    """Return the C library and a C stream to the file that espeak-ng can write to. Raises EngineError."""
    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    libc.fopen.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
    libc.fflush.argtypes = [ctypes.c_void_p]
    stream = ctypes.c_void_p(libc.fopen(bytes(path), b"w"))
    if not stream:
        raise EngineError(f"espeak-ng's trace cannot be written to {path}")
    return libc, stream


def _text_to_ipa(dll: ctypes.CDLL, text: str, mode: int = _IPA) -> str:
    """Return the text in IPA, without the names of voices that espeak-ng switches to, such as "(en)"."""
    to_phonemes = dll.espeak_TextToPhonemes
    to_phonemes.restype = ctypes.c_char_p
    to_phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value:
        clauses.append((to_phonemes(ctypes.byref(rest), _UTF8, mode) or b"").decode())
    return _VOICE_SWITCH.sub("", " ".join(clauses)).strip()


@cache
def _known_names() -> frozenset[str]:
    """Return the names that espeak-ng is known to read correctly by its rules (espeak_names.txt)."""
    lines = (resources.files(__package__) / "espeak_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _read_trace(file: BinaryIO | Any) -> str:
    return str(file.read().decode(errors="replace"))


def _is_known(word: str, trace: str) -> bool:
    """Return True if a word is known: by espeak_names.txt, by espeak-ng's dictionary, or by a rule of its own."""
    if word in _known_names() or _DICTIONARY_HIT.search(trace):
        return True
    groups = (_RULE_LINE.findall(group) for group in re.split(r"\n\s*\n", trace))
    applied = [max(group, key=lambda rule: int(rule[0]))[1] for group in groups if group]
    return any(sum(map(str.islower, rule)) >= _WHOLE_WORD_SHARE * len(word) for rule in applied)
