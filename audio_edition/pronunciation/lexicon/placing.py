"""Where in the spoken form the words with phonemes have come to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio_edition.languages import tags
from audio_edition.model import Pronunciation, Replacement
from audio_edition.pronunciation.lexicon.letters import find_spelled_letters

_CAPITALS_RULE_NAME = "capitals"
"""The rule whose lone A is the article."""


def place_pronunciations(
    written: str, replacements: Iterable[Replacement], spoken: str, language: str
) -> tuple[Pronunciation, ...]:
    """The phonemes of the replacements and, in English, of letters that are spelled, placed in `spoken`.

    Tidying the spoken form moves blanks and stops and never a letter or figure, so these are counted.
    """
    places = [index for index, character in enumerate(spoken) if character.isalnum()]
    english = tags.primary(language) == "en"
    found = []
    passed = end = 0
    for each in replacements:
        passed += _count_alphanumerics(written[end : each.start])
        for start, stop, ipa in _phoneme_spans(each, english=english):
            first, last = (
                passed + _count_alphanumerics(each.spoken[:start]),
                passed + _count_alphanumerics(each.spoken[:stop]) - 1,
            )
            if first <= last:
                found.append(Pronunciation(start=places[first], end=places[last] + 1, ipa=ipa))
        passed += _count_alphanumerics(each.spoken)
        end = each.end
    return tuple(found)


def _phoneme_spans(each: Replacement, *, english: bool) -> Iterator[tuple[int, int, str]]:
    if each.phonemes:
        yield 0, len(each.spoken), each.phonemes
    elif english and each.rule != _CAPITALS_RULE_NAME:
        yield from find_spelled_letters(each.spoken)


def _count_alphanumerics(text: str) -> int:
    return sum(map(str.isalnum, text))
