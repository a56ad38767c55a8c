"""Where in the spoken form the words with phonemes have come to stand."""

from __future__ import annotations

from collections.abc import Iterable

from audio_edition.model import Pronunciation, Replacement


def pronunciations(written: str, replacements: Iterable[Replacement], spoken: str) -> tuple[Pronunciation, ...]:
    """The phonemes of the replacements, placed in `spoken`.

    Tidying the spoken form moves blanks and stops and never a letter or figure, so these are counted.
    """
    places = [index for index, character in enumerate(spoken) if character.isalnum()]
    found = []
    passed = end = 0
    for each in replacements:
        passed += _count(written[end : each.start])
        own = _count(each.spoken)
        if each.phonemes and own:
            last = places[passed + own - 1]
            found.append(Pronunciation(start=places[passed], end=last + 1, ipa=each.phonemes))
        passed += own
        end = each.end
    return tuple(found)


def _count(text: str) -> int:
    return sum(map(str.isalnum, text))
