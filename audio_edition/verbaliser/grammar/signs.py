"""Signs that are said, and the stroke, which is not."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.verbaliser.rule import Rule

_STROKE = re.compile(r"\s?[/⁄]\s?")


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """A sign by its name; a stroke parts two words."""
    said: dict[str, str] = language.data["signs"]
    sign = re.compile("[" + re.escape("".join(said)) + "]")
    return (
        *_clitic_rules(language.data.get("clitics", "")),
        Rule(name="stroke", at=frozenset("/⁄"), pattern=_STROKE, say=lambda *_: " "),
        Rule(name="sign", at=frozenset(said), pattern=sign, say=lambda m, _: said[m[0]]),
    )


def _clitic_rules(letters: str) -> tuple[Rule, ...]:
    """Return the rule for words such as Dutch 's and 't, which begin with an apostrophe, not a quotation mark."""
    if not letters:
        return ()
    pattern = re.compile(rf"(?<!\w)['’‘](?=[{letters}]\b)")
    return (Rule(name="apostrophe", at=frozenset("'’‘"), pattern=pattern, say=lambda *_: "'"),)
