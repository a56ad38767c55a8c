"""What is no word in any language: quotes, dashes and brackets become pauses, marks and pictures are silent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.rule import Rule

_MARKS: frozenset[Kind | str] = frozenset({Kind.MARK})
_CONTROLS = r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\ud800-\udfff]+"
_EMOJI = (
    "[\u2190-\u2193\u2300-\u23ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)


_FLAG = "regional indicator symbol letter "


def _emoji(match: re.Match[str], place: Locale) -> str:
    """Silent, or the name Unicode gives it (English names, so in English only)."""
    if not (place.emoji and place.language == "en"):
        return " "
    names = (unicodedata.name(c, "").lower() for c in match[0] if unicodedata.category(c) == "So")
    return f", {', '.join(name.removeprefix(_FLAG) for name in names if name)}, "


def _sign(name: str, at: Iterable[Kind | str], pattern: str, spoken: str) -> Rule:
    return Rule(name=name, at=frozenset(at), pattern=re.compile(pattern), say=lambda *_: spoken)


_LINKS = "to|and|or|und|bis|oder|et|ou|à|y|o|e|en|of"
"""Behind a hyphen left hanging: "12- to 13-year-olds", "Vor- und Nachteile"."""

_INSIDE = r"[A-Za-z][^<>\n]{0,200}"
_TAG = re.compile(rf"<(?P<inside>/?{_INSIDE})>")
_LONGEST_TAG = 204
_WORDS = re.compile(r"[\w -]+")


def _tag(match: re.Match[str], _: Locale) -> str | None:
    """Markup left over from a page is silent; words in angle brackets are read by the rules for words."""
    return None if _WORDS.fullmatch(match["inside"].strip("/ ")) else " "


def _closing(match: re.Match[str], _: Locale) -> str | None:
    """A pause at the end of words in angle brackets."""
    opening = match.string.rfind("<", max(0, match.start() - _LONGEST_TAG), match.start())
    tag = _TAG.match(match.string, opening) if opening >= 0 else None
    return ", " if tag and tag.end() == match.end() else None


SILENT = (
    Rule(name="tag", at=frozenset("<"), pattern=_TAG, say=_tag),
    _sign("bracket", "<", rf"</?(?={_INSIDE}>)", ", "),
    Rule(name="bracket", at=frozenset("/>"), pattern=re.compile(r"/?\s{0,2}>"), say=_closing),
    _sign("soft hyphen", "\u00ad", "\u00ad+", ""),
    _sign("silent", _MARKS, _CONTROLS, " "),
    Rule(name="emoji", at=_MARKS | {"\u2190", "\u2192"}, pattern=re.compile(_EMOJI), say=_emoji),
    _sign("footnote mark", "[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹", r"(?<=[\w.,;!?”\"’)])(?:\[\d{1,3}\]|[*†‡]+(?!\w)|[⁰¹²³⁴-⁹]+)", ""),
)
PAUSES = (
    _sign("ellipsis", "….", r"…|\.\s?\.\s?\.+", ", "),
    _sign("dash", "-–", rf"(?<=\w)[-–](?= (?:{_LINKS})\b)", ""),
    _sign("dash", "-–—―", r"(?<=\w)-{2,}(?=\w)|[—–―]\s*|(?<!\S)-+(?!\S)|-{2,}|(?<=\w)-(?= [a-z])", ", "),
    _sign("bracket", "([{", r"[(\[{]\s*(?=(?:s|es|d|r)\))", ""),
    _sign("bracket", "([{", r"[(\[{]\s*", ", "),
    _sign("bracket", ")]}", r"(?<=\((?:s|r|d))\)|(?<=\(es)\)", ""),
    _sign("bracket", ")]}", r"[)\]}](?=\w)", ", "),
    _sign("bracket", ")]}", r"[)\]}]", ","),
    _sign("apostrophe", "’ʼ", r"(?<=\w)[’ʼ](?=\w)", "'"),
    _sign(
        "quotes",
        "“”„«»\"‹›'‘’‚",
        r"[“”„«»\"‹›]|(?<!\w)['‘‚’](?=\w)(?!(?:em|tis|twas|cause|til|n)\b)|(?<!\w)['‘‚]|['’](?!\w)|‘|‚",
        "",
    ),
    _sign("silent", "*|_^`\\•·●▪■□◆♦™®©¶†‡", r"[*|_^`\\•·●▪■□◆♦™®©¶†‡]+", " "),
)
RULES = (*SILENT, *PAUSES)
