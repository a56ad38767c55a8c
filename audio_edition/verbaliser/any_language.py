"""Rules for signs of any language: dashes and brackets become pauses, marks and pictures are silent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import Rule

_MARKS: frozenset[TokenKind | str] = frozenset({TokenKind.MARK})
_CONTROLS = r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\ud800-\udfff]+"
_EMOJI = (
    "[\u2190-\u2193\u2300-\u23ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)


_FLAG_NAME_PREFIX = "regional indicator symbol letter "


def _say_emoji(match: re.Match[str], locale: Locale) -> str:
    """Return the Unicode names of emoji if the locale asks for them. The names are English, so only in English."""
    if not (locale.emoji and locale.language == "en"):
        return " "
    names = (unicodedata.name(c, "").lower() for c in match[0] if unicodedata.category(c) == "So")
    return f", {', '.join(name.removeprefix(_FLAG_NAME_PREFIX) for name in names if name)}, "


def _literal_rule(name: str, at: Iterable[TokenKind | str], pattern: str, spoken: str) -> Rule:
    return Rule(name=name, at=frozenset(at), pattern=re.compile(pattern), say=lambda *_: spoken)


_HYPHEN_LINK_WORDS = "to|and|or|und|bis|oder|et|ou|à|y|o|e|en|of"
"""Words behind a suspended hyphen: "12- to 13-year-olds", "Vor- und Nachteile"."""

_TAG_CONTENT = r"[A-Za-z][^<>\n]{0,200}"
_TAG = re.compile(rf"<(?P<inside>/?{_TAG_CONTENT})>")
_LONGEST_TAG = 204
_PLAIN_WORDS = re.compile(r"[\w -]+")


def _say_tag(match: re.Match[str], _: Locale) -> str | None:
    """Return a blank for markup; words in angle brackets are read by the rules for words."""
    return None if _PLAIN_WORDS.fullmatch(match["inside"].strip("/ ")) else " "


def _say_closing_bracket(match: re.Match[str], _: Locale) -> str | None:
    """Return a pause at the end of words in angle brackets."""
    opening = match.string.rfind("<", max(0, match.start() - _LONGEST_TAG), match.start())
    tag = _TAG.match(match.string, opening) if opening >= 0 else None
    return ", " if tag and tag.end() == match.end() else None


SILENT_RULES = (
    Rule(name="tag", at=frozenset("<"), pattern=_TAG, say=_say_tag),
    _literal_rule("bracket", "<", rf"</?(?={_TAG_CONTENT}>)", ", "),
    Rule(name="bracket", at=frozenset("/>"), pattern=re.compile(r"/?\s{0,2}>"), say=_say_closing_bracket),
    _literal_rule("soft hyphen", "\u00ad", "\u00ad+", ""),
    _literal_rule("silent", _MARKS, _CONTROLS, " "),
    Rule(name="emoji", at=_MARKS | {"\u2190", "\u2192"}, pattern=re.compile(_EMOJI), say=_say_emoji),
    _literal_rule(
        "footnote mark", "[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹", r"(?<=[\w.,;!?”\"’)])(?:\[\d{1,3}\]|[*†‡]+(?!\w)|[⁰¹²³⁴-⁹]+)", ""
    ),
)
PAUSE_RULES = (
    _literal_rule("ellipsis", "….", r"…|\.\s?\.\s?\.+", ", "),
    _literal_rule("dash", "-–", rf"(?<=\w)[-–](?= (?:{_HYPHEN_LINK_WORDS})\b)", ""),
    _literal_rule("dash", "-–—―", r"(?<=\w)-{2,}(?=\w)|[—–―]\s*|(?<!\S)-+(?!\S)|-{2,}|(?<=\w)-(?= [a-z])", ", "),
    _literal_rule("bracket", "([{", r"[(\[{]\s*(?=(?:s|es|d|r)\))", ""),
    _literal_rule("bracket", "([{", r"[(\[{]\s*", ", "),
    _literal_rule("bracket", ")]}", r"(?<=\((?:s|r|d))\)|(?<=\(es)\)", ""),
    _literal_rule("bracket", ")]}", r"[)\]}](?=\w)", ", "),
    _literal_rule("bracket", ")]}", r"[)\]}]", ","),
    _literal_rule("apostrophe", "’ʼ", r"(?<=\w)[’ʼ](?=\w)", "'"),
    _literal_rule(
        "quotes",
        "“”„«»\"‹›'‘’‚",
        r"[“”„«»\"‹›]|(?<!\w)['‘‚’](?=\w)(?!(?:em|tis|twas|cause|til|n)\b)|(?<!\w)['‘‚]|['’](?!\w)|‘|‚",
        "",
    ),
    _literal_rule("silent", "*|_^`\\•·●▪■□◆♦™®©¶†‡", r"[*|_^`\\•·●▪■□◆♦™®©¶†‡]+", " "),
)
RULES = (*SILENT_RULES, *PAUSE_RULES)
