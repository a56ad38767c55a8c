"""The ordered rules at work on one line.

The eye runs along the line once. At each token the rules that may begin there are tried in order; the first that
holds says its match, and reading goes on behind it. Every rule looks at the line as written, so it sees its context
whatever another rule has done.
"""

from __future__ import annotations

import re
from functools import cache

from audio_edition.model import Replacement
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rules
from audio_edition.text.verbaliser.tokens import TOKEN

_SPACE = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r" ([,.;:!?])")
_LESSER_STOPS = re.compile(r"(?:[,;:] ?)+(?=[.!?])|(?<=[,;:]) ?[,;:]+|(?<=[.!?])[,;:]+")
_EDGES = re.compile(r"^[\s,;:.!?-]+|[\s,;:-]+$")
_CONTINENTAL = frozenset({"de", "fr", "es", "it", "pt", "nl"})


@cache
def _rules(language: str) -> Rules:
    """Imported when first asked for: an edition rarely speaks more than one language."""
    if language == "en":
        from audio_edition.text.verbaliser.english import RULES as english

        return Rules(english)
    if language in _CONTINENTAL:
        from audio_edition.text.verbaliser import european

        return Rules(european.rules(language))
    from audio_edition.text.verbaliser.any_language import RULES as any_language

    return Rules(any_language)


def say_as(written: str, locale: str = "en-GB") -> str:
    """One written line → one spoken line; blank stays blank."""
    return verbalise(written, locale)[0]


def verbalise(written: str, locale: str = "en-GB") -> tuple[str, tuple[Replacement, ...]]:
    """The spoken form, and what was replaced: spans of `written` in order, none overlapping."""
    place = Locale.of(locale)
    replacements = _replacements(written, place, _rules(place.language))
    return tidy(applied(written, replacements)), tuple(replacements)


def goes_on(text: str, following: str, language: str) -> bool:
    """True where the full stop between two texts is no sentence's: "M." and a name, "im 19." and a century."""
    primary = Locale.of(language).language
    if primary not in _CONTINENTAL:
        return False
    from audio_edition.text.verbaliser import european

    return following[0].islower() or bool(european.going_on(primary).search(text))


def _replacements(written: str, place: Locale, rules: Rules) -> list[Replacement]:
    found: list[Replacement] = []
    read = 0
    for token in TOKEN.finditer(written):
        start = token.start()
        if start < read:
            continue
        for rule in rules.at(token[0]):
            match = rule.pattern.match(written, start)
            spoken = rule.say(match, place) if match else None
            if match and spoken is not None:
                read = match.end()
                found.append(Replacement(start=start, end=read, spoken=spoken, rule=rule.name))
                break
    return found


def applied(written: str, replacements: list[Replacement]) -> str:
    """`written` with every replacement in its place."""
    parts = []
    end = 0
    for each in replacements:
        parts += [written[end : each.start], each.spoken]
        end = each.end
    return "".join([*parts, written[end:]])


def tidy(text: str) -> str:
    """Single spaces, and one stop where replacements left several."""
    text = _SPACE.sub(" ", text)
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _LESSER_STOPS.sub("", text)
    return _SPACE.sub(" ", _EDGES.sub("", text))
