"""Convert IPA into the phoneme mnemonics that espeak-ng's English voices read between [[ and ]].

The vowels stand for Wells's lexical sets, as in espeak-ng's documentation of English (docs/languages/gmw/en.md), so
each voice says an entry in its own accent: əʊ is the vowel that it has in "goat". A sound that English does not
have is replaced by the nearest English sound.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from audio_edition.model import Pronunciation, WordTiming

_VOWELS = """
iː i: | ɪ I | i i | e E | ɛ E | æ a | a a | ɑː A: | ɒ 0 | ɔː O: | ɔ O | ʌ V | ʊ U | uː u: | u u | ɜː 3:
ə @ | ɚ 3 | ɐ a# | eɪ eI | aɪ aI | ɔɪ OI | əʊ oU | oʊ oU | aʊ aU | ɪə i@3 | iə i@ | eə e@ | ɛə e@ | ʊə U@
aɪə aI@ | aʊə aU@ | ɑ A: | aː A: | æː A: | ɒː O: | eː eI | ɛː e@ | ɪː i: | o oU | oː oU | ʊː u: | ɜ 3:
ɝ 3: | əː 3: | œ 3: | œː 3: | ø 3: | øː 3: | ɵ U | y u: | yː u: | ʏ U | ɨ I | ʉ u: | ʉː u: | ɯ u: | ɯː u:
ɤ V | ɘ @ | ɞ 3: | ɑ̃ A~ | ɒ̃ A~ | ã A~ | ɔ̃ O~ | õ O~ | ɛ̃ a|n | æ̃ a|n | œ̃ V|n | ɐ̃ V|n | ẽ E|n | ĩ I|n
ũ U|n | ɶ a | ᵻ I
"""
_CONSONANTS = """
p p | b b | t t | d d | k k | ɡ g | g g | f f | v v | θ T | ð D | s s | z z | ʃ S | ʒ Z | h h | x x | m m
n n | ŋ N | l l | ɹ r | r r | j j | w w | tʃ tS | dʒ dZ | n̩ n- | m̩ m- | l̩ @L | əl @L | ʔ ? | ɫ l | ʍ w
ɾ r | ʀ r | ʁ r | ɻ r | ɽ r | ɬ l# | ɭ l | ʎ l|j | ʟ l | ɲ n|j | ɳ n | ɴ N | ɱ m | ɕ S | ʑ Z | ʂ S | ʐ Z
ç C | ʝ j | ɟ g | c k | ʈ t | ɖ d | q k | ɢ g | χ x | ɣ g | ħ h | ɦ h | ʕ ? | ɸ f | β v | ʋ v | ɥ w | ɰ w
ɧ S | ɮ Z | ʙ b | ɓ b | ɗ d | ʄ g | ɠ g | ʛ g
ⱱ v | ʘ p | ǀ t | ǃ k | ǂ k | ǁ k | ʜ h | ʢ h | ʡ ? | ɺ l | ʦ t|s | ʣ d|z | ʧ tS | ʤ dZ | ʨ tS | ʥ dZ
"""
_STRESS = {"ˈ": "'", "ˌ": ","}
_TIES = str.maketrans("", "", "\u0361\u035c")


def _decompose(ipa: str) -> str:
    """Return IPA with nasal vowels as two characters and affricates without their tie bar."""
    return unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç").translate(_TIES)


_PAIRS = filter(None, re.split(r" \| |\n", _decompose(_VOWELS + _CONSONANTS)))
_MNEMONIC_OF = dict(pair.split(" ") for pair in _PAIRS) | _STRESS
_LONGEST_FIRST = sorted(_MNEMONIC_OF, key=len, reverse=True)
_NEXT_SIGN = re.compile(
    "|".join(f"{re.escape(sign)}(?!ʊ)" if sign.endswith("ə") else re.escape(sign) for sign in _LONGEST_FIRST)
)
"""No sign that ends in ə matches before ʊ: in "radio" the ə belongs to the vowel əʊ."""


def ipa_to_mnemonics(ipa: str) -> str:
    """Return IPA as mnemonics: "wɪn" → "'w|I|n". The number of words stays the same.

    Without a primary stress mark, the beginning of the transcription is stressed.
    """
    stressed = ipa if "ˈ" in ipa else f"ˈ{ipa}"
    return " ".join(filter(None, map(_word_to_mnemonics, _decompose(stressed).split())))


def _word_to_mnemonics(ipa: str) -> str:
    return "|".join(_MNEMONIC_OF[sign] for sign in _NEXT_SIGN.findall(ipa)).replace("'|", "'").replace(",|", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text that holds mnemonics in place of words, and the (start, end, pronunciation) of each of them in it."""

    text: str
    places: tuple[tuple[int, int, Pronunciation], ...]

    @classmethod
    def of(cls, text: str, pronunciations: Iterable[Pronunciation]) -> MarkedText:
        """Return the text with the mnemonics of each pronunciation in double brackets.

        A space is put before the brackets, because espeak-ng is silent where a quotation mark touches them. A "[["
        of the text itself becomes "((", because it does not begin phonemes.
        """
        marked = ""
        end = 0
        places = []
        for pronunciation in pronunciations:
            marked += text[end : pronunciation.start].replace("[[", "((")
            gap = " " if marked and not marked[-1].isspace() else ""
            start = len(marked) + len(gap)
            marked += f"{gap}[[{ipa_to_mnemonics(pronunciation.ipa)}]]"
            places.append((start, len(marked), pronunciation))
            end = pronunciation.end
        return cls(text=marked + text[end:].replace("[[", "(("), places=tuple(places))

    def restore_timings(self, words: Iterable[WordTiming]) -> tuple[WordTiming, ...]:
        """Return the timings of words of the marked text with their positions in the plain text.

        A pronunciation counts as one word, even if it has several.
        """
        timings: list[WordTiming] = []
        for word in map(self._restore_timing, words):
            if not timings or timings[-1].start != word.start:
                timings.append(word)
        return tuple(timings)

    def _restore_timing(self, word: WordTiming) -> WordTiming:
        shift = 0
        for start, end, pronunciation in self.places:
            if start <= word.start < end:
                return replace(word, start=pronunciation.start, end=pronunciation.end)
            if end <= word.start:
                shift = end - pronunciation.end
        return replace(word, start=word.start - shift, end=word.end - shift)
