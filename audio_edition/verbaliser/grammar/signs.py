"""Rules for signs that have a name, and for the stroke, which is silent."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.verbaliser.rule import Rule

_STROKE = re.compile(r"\s?[/⁄]\s?")


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules: a sign has its name, and a stroke separates two words."""
    names: dict[str, str] = language.data["signs"]
    sign = re.compile("[" + re.escape("".join(names)) + "]")
    return (
        *_clitic_rules(language.data.get("clitics", "")),
        Rule(name="stroke", at=frozenset("/⁄"), pattern=_STROKE, say=lambda *_: " "),
        Rule(name="sign", at=frozenset(names), pattern=sign, say=lambda m, _: names[m[0]]),
    )


def _clitic_rules(letters: str) -> tuple[Rule, ...]:
    """Return the rule for words such as Dutch 's and 't, which begin with an apostrophe, not a quotation mark."""
    if not letters:
        return ()
    pattern = re.compile(rf"(?<!\w)['’‘](?=[{letters}]\b)")
    return (Rule(name="apostrophe", at=frozenset("'’‘"), pattern=pattern, say=lambda *_: "'"),)
