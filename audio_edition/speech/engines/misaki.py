"""English text → phonemes in misaki's alphabet, for Kokoro and hibari, with the phonemizer of hibari-tts."""

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
"""misaki's lowest rating of words in its dictionaries; words that it guesses from the spelling have less."""


class MisakiPhonemizer:
    """A phonemizer for American or British English. Loading its dictionaries takes about 0.3 s."""

    def __init__(self, *, british: bool) -> None:
        self._g2p = G2P(british=british)
        self._accent = Accent.MISAKI_BRITISH if british else Accent.MISAKI_AMERICAN

    def phonemize(self, text: str, pronunciations: Iterable[Pronunciation] = ()) -> str:
        """Return the phonemes and punctuation of a text, with parts of it pronounced as their IPA says."""
        # The spoken form contains no figures or abbreviations that the phonemizer would have to read.
        return str(self._g2p(_mark_pronunciations(text, pronunciations, self._accent), normalize_text=False))

    def transcribe(self, words: Sequence[str]) -> tuple[Transcription, ...]:
        """Return the reading of each word; known words are those in misaki's dictionaries."""
        return tuple(map(self._transcribe_word, words))

    def _transcribe_word(self, word: str) -> Transcription:
        tokens = self._g2p.phonemize_tokens(self._g2p.tokenize(word))
        phonemes = " ".join(token.phonemes or "" for token in tokens)
        known = all((token.rating or 0) >= _KNOWN_RATING for token in tokens)
        return Transcription(word=word, ipa=phonemes.translate(_MISAKI_TO_IPA), known=known)


def _mark_pronunciations(text: str, pronunciations: Iterable[Pronunciation], accent: Accent) -> str:
    """Return the text with `[word](/phonemes/)` where IPA is given; its own square brackets become round ones."""
    marked = ""
    end = 0
    for item in pronunciations:
        word = text[item.start : item.end]
        marked += (
            _replace_brackets(text[end : item.start])
            + f"[{_replace_brackets(word)}](/{ipa_to_phonemes(item.ipa, word, accent)}/)"
        )
        end = item.end
    return marked + _replace_brackets(text[end:])


def _replace_brackets(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def has_sound(phonemes: str) -> bool:
    """Return True if phonemes contain anything except punctuation."""
    return any(map(str.isalpha, phonemes))


def split_clauses(phonemes: str, longest: int) -> Iterator[str]:
    """Yield the phonemes in parts of at most `longest` characters, each of as many clauses as fit.

    Longer clauses are split between words.
    """
    part = ""
    for clause in _CLAUSE_END.split(phonemes):
        for piece in _split_words(clause, longest):
            if part and len(part) + 1 + len(piece) > longest:
                yield part
                part = piece
            else:
                part = f"{part} {piece}" if part else piece
    if part:
        yield part


def _split_words(clause: str, longest: int) -> Iterator[str]:
    while len(clause) > longest:
        cut = clause.rfind(" ", 0, longest + 1)
        cut = cut if cut > 0 else longest
        yield clause[:cut]
        clause = clause[cut:].lstrip()
    yield clause
