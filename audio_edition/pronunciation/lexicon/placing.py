"""Find the positions of the words with phonemes in the spoken form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio_edition.languages import tags
from audio_edition.model import Pronunciation, Replacement
from audio_edition.pronunciation.lexicon.letters import find_spelled_letters

_CAPITALS_RULE_NAME = "capitals"
"""The rule after which a lone A is the article, not a letter."""


def place_pronunciations(
    written: str, replacements: Iterable[Replacement], spoken: str, language: str
) -> tuple[Pronunciation, ...]:
    """Return the phonemes of the replacements, and of spelled letters in English, with their positions in `spoken`.

    Tidying the spoken form moves spaces and stops but never a letter or a digit, so positions are found by counting
    letters and digits.
    """
    places = [index for index, character in enumerate(spoken) if character.isalnum()]
    english = tags.primary(language) == "en"
    pronunciations = []
    count = end = 0
    for replacement in replacements:
        count += _count_alphanumerics(written[end : replacement.start])
        for start, stop, ipa in _phoneme_spans(replacement, english=english):
            first, last = (
                count + _count_alphanumerics(replacement.spoken[:start]),
                count + _count_alphanumerics(replacement.spoken[:stop]) - 1,
            )
            if first <= last:
                pronunciations.append(Pronunciation(start=places[first], end=places[last] + 1, ipa=ipa))
        count += _count_alphanumerics(replacement.spoken)
        end = replacement.end
    return tuple(pronunciations)


def _phoneme_spans(replacement: Replacement, *, english: bool) -> Iterator[tuple[int, int, str]]:
    if replacement.phonemes:
        yield 0, len(replacement.spoken), replacement.phonemes
    elif english and replacement.rule != _CAPITALS_RULE_NAME:
        yield from find_spelled_letters(replacement.spoken)


def _count_alphanumerics(text: str) -> int:
    return sum(map(str.isalnum, text))
