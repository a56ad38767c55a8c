"""Web and e-mail addresses, handles, hashtags."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.numbers import digits
from audio_edition.text.verbaliser.rule import Locale, Rule

_SIGNS = {".": " dot ", "/": " slash ", "@": " at ", "-": " dash ", "_": " underscore ", ":": " colon ", "?": " "}
_TOP_LEVEL = "com|org|net|gov|edu|info|io|eu|uk|de|fr|co|news|ai|tv"


def _spell(text: str) -> str:
    text = re.sub(r"^https?://|^www\.|/$", "", text)
    text = re.sub(r"\d", lambda m: f" {digits(m[0])} ", text)
    return re.sub(r"[^\w\s]|_", lambda m: _SIGNS.get(m[0], " "), text)


def _address(match: re.Match[str], _: Locale) -> str:
    return _spell(match[0])


def _hashtag(match: re.Match[str], _: Locale) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", match[2])
    words = re.sub(r"\d", lambda m: f" {digits(m[0])} ", words)
    return f"{'hashtag' if match[1] == '#' else 'at'} {words}"


RULES = (
    Rule(
        name="web address",
        pattern=re.compile(r"\b(?:https?://|www\.)[^\s<>\"')\]]{1,500}[\w/]", re.IGNORECASE),
        say=_address,
    ),
    Rule(
        name="e-mail address",
        pattern=re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
        say=_address,
    ),
    Rule(
        name="web address",
        pattern=re.compile(
            rf"(?<![\w.@-])[a-zA-Z0-9-]{{2,63}}(?:\.[a-z0-9-]{{2,63}}){{0,3}}\.(?:{_TOP_LEVEL})\b(?!\.\w)"
        ),
        say=_address,
    ),
    Rule(name="hashtag or handle", pattern=re.compile(r"(?<![\w&])([#@])([A-Za-z]\w{1,60})"), say=_hashtag),
)
