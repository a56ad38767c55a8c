"""Convert the IPA of a lexicon into the phonemes that a neural voice was trained on, in the accent of the voice.

The conversion goes through espeak-ng's mnemonics, which stand for Wells's lexical sets: əʊ is GOAT, however a voice
says it. Where the spelling has an r that British voices do not say, American voices say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate

from audio_edition.pronunciation.espeak_mnemonics import ipa_to_mnemonics
from audio_edition.pronunciation.spelled_r import find_vowels_with_r

_R = "ɹ"
_SPELLED_LETTERS = re.compile(r"[^\W\d_](?: [^\W\d_])*(?:'s)?")

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
3:  ɜ  ɜː  ɜː ɜː
3   ə  ə   ə  ə
@   ə   ə   ə   ə
a#  ə   ə   ɐ   ɐ
eI  A   A   eɪ  eɪ
aI  I   I   aɪ  aɪ
OI  Y   Y   ɔɪ  ɔɪ
oU  O   Q   oʊ  əʊ
aU  W   W   aʊ  aʊ
i@3 ɪə  ɪə  ɪə  iə
i@  iə  ɪə  iə  iə
e@  ɛə  ɛː  ɛə  eə
U@  ʊə  ʊə  ʊə  ʊə
aI@ Iə Iə  aɪə aɪə
aU@ Wə Wə  aʊə aʊə
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
    """A phoneme alphabet and an accent.

    Kokoro and related voices read misaki's alphabet, Piper voices read espeak-ng's IPA.
    """

    MISAKI_AMERICAN = 0
    MISAKI_BRITISH = 1
    ESPEAK_AMERICAN = 2
    ESPEAK_BRITISH = 3

    @property
    def is_american(self) -> bool:
        """True if the accent pronounces every r."""
        return self in {Accent.MISAKI_AMERICAN, Accent.ESPEAK_AMERICAN}

    @property
    def consonant_column(self) -> int:
        """The column of the table of consonants, which American and British voices share."""
        return 0 if self in {Accent.MISAKI_AMERICAN, Accent.MISAKI_BRITISH} else 1


_VOWEL_OF = {key: columns for key, *columns in map(str.split, _VOWELS.strip().splitlines())}
_CONSONANT_OF = {key: columns for key, *columns in map(str.split, re.split(r"\||\n", _CONSONANTS.strip()))}

_FLAP = {Accent.MISAKI_AMERICAN: "T", Accent.ESPEAK_AMERICAN: "ɾ"}
"""The symbol of the American t between vowels."""

_CENTRING_DIPHTHONGS = frozenset({"i@3", "e@", "U@"})
"""Diphthongs that end in a schwa, which American voices leave out before an r."""

_ALWAYS_R = frozenset({"3:", "3"})
"""Vowels that an American voice has only with an r: it says one in "Goethe", as Americans do."""

_R_IF_SPELLED = frozenset({"A:", "O:", "@", "i@3", "e@", "U@", "aI@", "aU@"})
"""Vowels that American voices end with an r if the spelling has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phoneme:
    mnemonic: str
    stress: str = ""


@cache
def ipa_to_phonemes(ipa: str, spelling: str, accent: Accent) -> str:
    """Return the phonemes of `ipa`, the transcription of a word or words with this spelling.

    For an American voice, "ˈstɑːmə" of "Starmer" becomes "stˈɑɹməɹ".
    """
    words = [_parse_word(word) for word in ipa_to_mnemonics(ipa).split()]
    with_r = (
        _find_r_vowels([phoneme for word in words for phoneme in word], spelling) if accent.is_american else set()
    )
    starts = accumulate(map(len, words), initial=0)
    return " ".join(
        "".join(_render_word(word, start, with_r, accent)) for word, start in zip(words, starts, strict=False)
    )


def _parse_word(word: str) -> list[_Phoneme]:
    """Return the phonemes of a word in mnemonics; the stress moves from the syllable to its vowel."""
    phonemes = []
    stress = ""
    for piece in re.findall(r"[',]|[^|',]+", word):
        if piece in _STRESS:
            stress = _STRESS[piece]
        elif piece in _VOWEL_OF:
            phonemes.append(_Phoneme(mnemonic=piece, stress=stress))
            stress = ""
        elif piece in _CONSONANT_OF:
            phonemes.append(_Phoneme(mnemonic=piece))
    return phonemes


def _render_word(word: list[_Phoneme], start: int, with_r: set[int], accent: Accent) -> Iterator[str]:
    """Yield the phonemes of a word for an accent.

    `start` is the index of its first phoneme among those of all words; `with_r` holds indexes of the same kind.
    """
    for index, phoneme in enumerate(word):
        if phoneme.mnemonic in _CONSONANT_OF:
            flapped = accent in _FLAP and _is_flapped(word, index)
            yield _FLAP[accent] if flapped else _CONSONANT_OF[phoneme.mnemonic][accent.consonant_column]
            continue
        vowel = _VOWEL_OF[phoneme.mnemonic][accent.value]
        before_r = index + 1 < len(word) and word[index + 1].mnemonic == "r"
        if (
            accent.is_american
            and phoneme.mnemonic in _CENTRING_DIPHTHONGS
            and (before_r or start + index in with_r)
        ):
            vowel = vowel.removesuffix("ə")
        yield phoneme.stress + (_add_r(vowel, accent) if start + index in with_r and not before_r else vowel)


def _is_flapped(word: list[_Phoneme], index: int) -> bool:
    """Return True if a phoneme is a t like that of "water": after a vowel and before an unstressed one."""
    if word[index].mnemonic != "t" or not 0 < index < len(word) - 1:
        return False
    before, after = word[index - 1].mnemonic, word[index + 1]
    return before in _VOWEL_OF and after.mnemonic in _VOWEL_OF and not after.stress


def _add_r(vowel: str, accent: Accent) -> str:
    """Return the vowel with an r after it, or the r-coloured vowel if the alphabet has one."""
    if accent is Accent.ESPEAK_AMERICAN and vowel.endswith("ɜː"):
        return vowel
    if accent is Accent.ESPEAK_AMERICAN and vowel.endswith("ə"):
        return f"{vowel.removesuffix('ə')}ɚ"
    return vowel + _R


def _find_r_vowels(phonemes: list[_Phoneme], spelling: str) -> set[int]:
    """Return the indexes of the vowels after which an American voice says an r."""
    mnemonics = [phoneme.mnemonic for phoneme in phonemes]
    if _SPELLED_LETTERS.fullmatch(spelling):  # R is the only letter whose name has this vowel
        return {i for i, mnemonic in enumerate(mnemonics) if mnemonic == "A:"}
    spelled = find_vowels_with_r(spelling, mnemonics, _VOWEL_OF.keys())
    return {i for i, name in enumerate(mnemonics) if name in _ALWAYS_R or (name in _R_IF_SPELLED and i in spelled)}
