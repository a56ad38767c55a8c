"""Rules for web and e-mail addresses, and for names behind an at-sign."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.addresses import split_address
from audio_edition.verbaliser.rule import Rule

_WEB = re.compile(r"(?:(?:https?|ftp)://|www\.)[^\s<>\"'”’»)\]]{1,500}[\w/]", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_TOP_LEVEL = "com|org|net|info|eu|de|fr|es|it|pt|nl|be|ch|at|br|mx|ar|cl|lu|uk|cat|io|gov|edu|tv"
_DOMAIN = re.compile(
    rf"(?<![\w.@-])[a-zA-Z0-9äöüéèç-]{{2,63}}(?:\.[a-z0-9-]{{2,63}}){{0,3}}\.(?:{_TOP_LEVEL})\b(?!\.\w)(?:/[\w./~-]*\w)?"
)
_HANDLE = re.compile(r"(?<!\w)@\w+")
_VOWEL = re.compile(r"[aeiouyäöüéèàóíáú]", re.IGNORECASE)


class Addresses:
    """The rules for the addresses in a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the names of the signs."""
        self.language = language
        self.signs: dict[str, str] = language.data["address"]

    def say_address(self, match: re.Match[str], locale: Locale) -> str:
        """Return labels with a vowel as words and others in letters, and every sign by its name."""
        return " ".join(filter(None, (self._spoken_part(part, locale) for part in split_address(match[0]))))

    def _spoken_part(self, part: str, locale: Locale) -> str:
        if part.isdecimal():
            return self.language.digits(part, locale)
        if not part.isalpha():
            return self.signs.get(part, "")
        spelled = len(part) == 2 or (len(part) > 1 and not _VOWEL.search(part))
        return " ".join(part.upper()) if spelled else part

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules; addresses may begin with any word."""
        words = frozenset(
            {TokenKind.WORD, TokenKind.NAME, TokenKind.CAPITALS, TokenKind.CODE, TokenKind.LETTER, TokenKind.FIGURE}
        )
        return (
            Rule(name="web address", at=words, pattern=_WEB, say=self.say_address),
            Rule(name="e-mail address", at=words, pattern=_MAIL, say=self.say_address),
            Rule(name="web address", at=words, pattern=_DOMAIN, say=self.say_address),
            Rule(name="handle", at=frozenset("@"), pattern=_HANDLE, say=self.say_address),
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for addresses, which come before all others."""
    return Addresses(language).rules()
