"""Which language a page is in, and that language's function words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import chain, islice

DEFAULT = "en"
_ELIDING = frozenset({"fr", "it"})
"""Languages in which an apostrophe parts two words, "l'air" and "dell'arte", where "don't" and "foto's" are one."""

_APOSTROPHE = re.compile("['’]")
_SAMPLE, _PROSE = 400, 12
"""Words looked at, from blocks of so many."""

_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH, _LONGEST = 40, 3000
"""Letters of a text long enough to be identified, characters of it that are looked at."""

_AHEAD, _LEAST = 1.2, 0.15
"""How far the best language must lead the declared one, and its share of the words: a third in its own texts, less
than a tenth in texts of a language not known here."""


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The function words of every language that is known, by its two letters."""
    text = (resources.files(__package__) / "languages.toml").read_text(encoding="utf-8")
    return {language: frozenset(words.split()) for language, words in tomllib.loads(text).items()}


def language_of(declared: str | None, blocks: Iterable[list[str]]) -> str:
    """The language whose function words a page uses most; if that is unclear, the one it declares, or English."""
    known = function_words()
    prose = chain.from_iterable(words for words in blocks if len(words) >= _PROSE)
    sample = Counter(islice(prose, _SAMPLE))
    used = {
        language: sum(map(sample.__getitem__, common.intersection(sample))) for language, common in known.items()
    }
    said = primary(declared or DEFAULT)
    if said not in known:
        said = DEFAULT
    best = max(used, key=used.__getitem__)
    clear = used[best] > used[said] * _AHEAD and used[best] >= _LEAST * sample.total()
    return best if clear else said


def is_written_in(language: str, words: list[str]) -> bool:
    """Whether its function words are as frequent among the words of a story as they are in its own texts."""
    return sum(word in function_words()[language] for word in words) >= _LEAST * len(words) > 0


def is_plainer(language: str, other: str, words: list[str]) -> bool:
    """Whether words are plainly in one language rather than in another; both are known, no word is parted yet.

    Of four words of a text in either, in the seven known: one line in two hundred is said to be in the other.
    """
    share, other_share = (_share(each, parted(words, each)) for each in (language, other))
    return share >= _LEAST and share > other_share * _AHEAD


def _share(language: str, words: list[str]) -> float:
    return sum(word in function_words()[language] for word in words) / (len(words) or 1)


def identified(text: str) -> str | None:
    """The language of a text out of a hundred and forty, by its letters; None where it is too short to tell."""
    if sum(1 for _ in islice(_LETTER.finditer(text), _ENOUGH)) < _ENOUGH:
        return None
    from py3langid.langid import classify  # here: half a second, and few pages need it

    return str(classify(text[:_LONGEST])[0])


def primary(tag: str) -> str:
    """The language of a BCP 47 tag without the place."""
    return tag.split("-", maxsplit=1)[0].lower()


def parted(words: list[str], language: str) -> list[str]:
    """The words of a line with those parted that the language joins by an apostrophe."""
    if language not in _ELIDING:
        return words
    return [part for word in words for part in _APOSTROPHE.split(word)]
