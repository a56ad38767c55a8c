"""English text → phonemes in misaki's alphabet, which Kokoro and hibari read, by the phonemizer in hibari-tts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hibari.g2p import G2P

from audio_edition.model import Pronunciation, Transcription
from audio_edition.pronunciation.phonemes import Accent, ipa_to_phonemes

_CLAUSE_END = re.compile(r"(?<=[.!?…;:—])\s+|(?<=,)\s+")
_MISAKI_TO_IPA = str.maketrans(
    {
        "A": "eɪ",
        "I": "aɪ",
        "O": "oʊ",
        "Q": "əʊ",
        "T": "t",
        "W": "aʊ",
        "Y": "ɔɪ",
        "ʤ": "dʒ",
        "ʧ": "tʃ",
        "ᵊ": "ə",
        "ᵻ": "ɪ",
        "ɐ": "ə",
    }
)
_KNOWN_RATING = 3
"""misaki's rating of a word that is in its dictionaries; what was guessed from the spelling has less."""


class MisakiPhonemizer:
    """A phonemizer for American or British English; loads its dictionaries, some 0.3 s, once."""

    def __init__(self, *, british: bool) -> None:
        self._g2p = G2P(british=british)
        self._accent = Accent.MISAKI_BRITISH if british else Accent.MISAKI_AMERICAN

    def phonemize(self, text: str, pronunciations: Iterable[Pronunciation] = ()) -> str:
        """Phonemes and punctuation of a spoken form, these parts of it as their IPA says."""
        # The phonemizer's own reading of figures and abbreviations stays out: there are none in a spoken form.
        return str(self._g2p(_mark_pronunciations(text, pronunciations, self._accent), normalize_text=False))

    def transcribe(self, words: Sequence[str]) -> tuple[Transcription, ...]:
        """The reading of each word, and whether a dictionary has it."""
        return tuple(map(self._transcribe_word, words))

    def _transcribe_word(self, word: str) -> Transcription:
        tokens = self._g2p.phonemize_tokens(self._g2p.tokenize(word))
        said = " ".join(token.phonemes or "" for token in tokens)
        known = all((token.rating or 0) >= _KNOWN_RATING for token in tokens)
        return Transcription(word=word, ipa=said.translate(_MISAKI_TO_IPA), known=known)


def _mark_pronunciations(text: str, pronunciations: Iterable[Pronunciation], accent: Accent) -> str:
    """The text with `[word](/phonemes/)` where IPA is given, and no other square bracket."""
    marked = ""
    end = 0
    for each in pronunciations:
        word = text[each.start : each.end]
        marked += (
            _replace_brackets(text[end : each.start])
            + f"[{_replace_brackets(word)}](/{ipa_to_phonemes(each.ipa, word, accent)}/)"
        )
        end = each.end
    return marked + _replace_brackets(text[end:])


def _replace_brackets(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def has_sound(phonemes: str) -> bool:
    """Whether there is more than punctuation."""
    return any(map(str.isalpha, phonemes))


def split_clauses(phonemes: str, longest: int) -> Iterator[str]:
    """The phonemes in as few parts of at most so many characters as clauses allow; else cut between words."""
    held = ""
    for clause in _CLAUSE_END.split(phonemes):
        for piece in _split_words(clause, longest):
            if held and len(held) + 1 + len(piece) > longest:
                yield held
                held = piece
            else:
                held = f"{held} {piece}" if held else piece
    if held:
        yield held


def _split_words(clause: str, longest: int) -> Iterator[str]:
    while len(clause) > longest:
        cut = clause.rfind(" ", 0, longest + 1)
        cut = cut if cut > 0 else longest
        yield clause[:cut]
        clause = clause[cut:].lstrip()
    yield clause
