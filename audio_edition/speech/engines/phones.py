"""IPA of a lexicon → the phones that a neural voice was trained on, in the voice's own accent.

The way leads over espeak-ng's mnemonics, which stand for Wells's lexical sets: əʊ is GOAT, whatever a voice makes
of it. An American voice says the r that a British one is silent about, where the word's spelling has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from audio_edition.speech.engines.mnemonics import mnemonics

_R = "ɹ"
_CODA_R = re.compile(r"r(?![aeiouyhr])", re.IGNORECASE)

_VOWELS = """
i:  i   iː  i   iː
i   i   i   i   i
I   ɪ   ɪ   ɪ   ɪ
E   ɛ   ɛ   ɛ   ɛ
a   æ   a   æ   a
A:  ɑ   ɑː  ɑː  ɑː
0   ɑ   ɒ   ɑː  ɒ
O:  ɔ   ɔː  ɔː  ɔː
O   ɔ   ɒ   ɔ   ɒ
V   ʌ   ʌ   ʌ   ʌ
U   ʊ   ʊ   ʊ   ʊ
u:  u   uː  uː  uː
u   u   u   u   u
3:  ɜ+  ɜː  ɜː+ ɜː
3   ə+  ə   ə+  ə
@   ə   ə   ə   ə
a#  ə   ə   ɐ   ɐ
eI  A   A   eɪ  eɪ
aI  I   I   aɪ  aɪ
OI  Y   Y   ɔɪ  ɔɪ
oU  O   Q   oʊ  əʊ
aU  W   W   aʊ  aʊ
i@3 ɪ+  ɪə  ɪ+  iə
i@  iə  ɪə  iə  iə
e@  ɛ+  ɛː  ɛ+  eə
U@  ʊ+  ʊə  ʊ+  ʊə
aI@ Iə+ Iə  aɪə+ aɪə
aU@ Wə+ Wə  aʊə+ aʊə
A~  ɑn  ɒn  ɑːn ɒn
O~  ɔn  ɒn  ɔn  ɒn
"""
_CONSONANTS = """
p p p | b b b | t t t | d d d | k k k | g ɡ ɡ | f f f | v v v | T θ θ | D ð ð | s s s | z z z | S ʃ ʃ | Z ʒ ʒ
h h h | x k x | m m m | n n n | N ŋ ŋ | l l l | r ɹ ɹ | j j j | w w w | tS ʧ tʃ | dZ ʤ dʒ | n- ᵊn ən
m- ᵊm əm | @L ᵊl əl | l# l l | C k x
"""
_STRESS = {"'": "ˈ", ",": "ˌ"}


class Accent(Enum):
    """An alphabet and an accent: misaki's, which Kokoro and its kin read, or espeak-ng's IPA, which Piper reads."""

    MISAKI_AMERICAN = 0
    MISAKI_BRITISH = 1
    ESPEAK_AMERICAN = 2
    ESPEAK_BRITISH = 3

    @property
    def is_american(self) -> bool:
        """Whether every r is said."""
        return self in {Accent.MISAKI_AMERICAN, Accent.ESPEAK_AMERICAN}

    @property
    def consonants(self) -> int:
        """The column of consonants, which are the same on both sides of the ocean."""
        return 0 if self in {Accent.MISAKI_AMERICAN, Accent.MISAKI_BRITISH} else 1


_VOWEL_OF = {key: columns for key, *columns in map(str.split, _VOWELS.strip().splitlines())}
_CONSONANT_OF = {key: columns for key, *columns in map(str.split, re.split(r"\||\n", _CONSONANTS.strip()))}

_ALWAYS_R = {"3:", "3", "i@3", "e@", "U@", "aI@", "aU@"}
_PERHAPS_R = {"A:", "O:", "@"}
"""Mnemonics that end in an r in America, and those that do if the spelling says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phone:
    mnemonic: str
    stress: str = ""


def phones(ipa: str, spelling: str, accent: Accent) -> str:
    """The words of `ipa`, spelled so, as phones: "ˈstɑːmə" of "Starmer" is "stˈɑɹməɹ" to an American voice."""
    words = [_parsed(word) for word in mnemonics(ipa).split()]
    spelled = spelling.split() if len(spelling.split()) == len(words) else [spelling] * len(words)
    return " ".join(_said(word, name, accent) for word, name in zip(words, spelled, strict=True))


def _parsed(word: str) -> list[_Phone]:
    """The mnemonics of a word, stress moved from the syllable to its vowel."""
    found = []
    stress = ""
    for piece in re.findall(r"[',]|[^|',]+", word):
        if piece in _STRESS:
            stress = _STRESS[piece]
        elif piece in _VOWEL_OF:
            found.append(_Phone(mnemonic=piece, stress=stress))
            stress = ""
        elif piece in _CONSONANT_OF:
            found.append(_Phone(mnemonic=piece))
    return found


def _said(word: list[_Phone], spelling: str, accent: Accent) -> str:
    return "".join(_voiced(word, _with_r(word, spelling) if accent.is_american else set(), accent))


def _voiced(word: list[_Phone], with_r: set[int], accent: Accent) -> Iterator[str]:
    for index, phone in enumerate(word):
        if phone.mnemonic in _CONSONANT_OF:
            yield _CONSONANT_OF[phone.mnemonic][accent.consonants]
            continue
        vowel = _VOWEL_OF[phone.mnemonic][accent.value].removesuffix("+")
        before_r = index + 1 < len(word) and word[index + 1].mnemonic == "r"
        yield phone.stress + vowel + (_R if index in with_r and not before_r else "")


def _with_r(word: list[_Phone], spelling: str) -> set[int]:
    """Indexes of the vowels after which an American says an r."""
    always = {index for index, phone in enumerate(word) if phone.mnemonic in _ALWAYS_R}
    spelled = len(_CODA_R.findall(spelling)) - len(always)
    perhaps = [index for index, phone in enumerate(word) if phone.mnemonic in _PERHAPS_R]
    ends = [i for i in perhaps if word[i].mnemonic != "@" or i == len(word) - 1 or spelled > len(perhaps) - 1]
    return always | set(ends[: max(0, spelled)])
