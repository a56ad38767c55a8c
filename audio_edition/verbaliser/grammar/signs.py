"""Signs that are said, and the stroke, which is not."""

from __future__ import annotations

import re

from audio_edition.verbaliser.grammar.language import Language
from audio_edition.verbaliser.rule import Rule

_STROKE = re.compile(r"\s?[/⁄]\s?")
_CLITIC = (
    Rule(
        name="apostrophe", at=frozenset("'’‘"), pattern=re.compile(r"(?<!\w)['’‘](?=[stnmr]\b)"), say=lambda *_: "'"
    ),
)
"""Dutch 's and 't begin with an apostrophe, not with a quotation mark."""


def rules(tongue: Language) -> tuple[Rule, ...]:
    """A sign by its name; a stroke parts two words."""
    said: dict[str, str] = tongue.data["signs"]
    kept = _CLITIC if tongue.code == "nl" else ()
    sign = re.compile("[" + re.escape("".join(said)) + "]")
    return (
        *kept,
        Rule(name="stroke", at=frozenset("/⁄"), pattern=_STROKE, say=lambda *_: " "),
        Rule(name="sign", at=frozenset(said), pattern=sign, say=lambda m, _: said[m[0]]),
    )
