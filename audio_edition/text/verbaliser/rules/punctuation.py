"""Quotes, dashes, brackets and ellipses become pauses, never words; what cannot be said is silent."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.rule import Rule

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\ud800-\udfff]+")
_EMOJI = re.compile("[\u2600-\u27bf\ufe00-\ufe0f\U0001f000-\U0001faff]+")
_SOFT_HYPHEN = re.compile("\u00ad+")
_FOOTNOTE = re.compile(r"(?<=[\w.,;!?”\"])(?:\[\d{1,3}\]|[*†‡¹²³⁰⁴-⁹]+)")

INVISIBLE = (
    Rule(name="soft hyphen", pattern=_SOFT_HYPHEN, say=lambda *_: ""),
    Rule(name="silent", pattern=_CONTROLS, say=lambda *_: " "),
    Rule(name="silent", pattern=_EMOJI, say=lambda *_: " "),
    Rule(name="footnote mark", pattern=_FOOTNOTE, say=lambda *_: ""),
)
RULES = (
    Rule(name="ellipsis", pattern=re.compile(r"…|\.\s?\.\s?\.+"), say=lambda *_: ", "),
    Rule(name="dash", pattern=re.compile(r"\s*[—–―]\s*|\s+-+\s+|\s*--+\s*"), say=lambda *_: ", "),
    Rule(name="bracket", pattern=re.compile(r"\s*[(\[{]\s*"), say=lambda *_: ", "),
    Rule(name="bracket", pattern=re.compile(r"\s*[)\]}](?=(\w)?)"), say=lambda m, _: ", " if m[1] else ","),
    Rule(name="apostrophe", pattern=re.compile(r"(?<=\w)’(?=\w)"), say=lambda *_: "'"),
    Rule(name="quotes", pattern=re.compile(r"[“”„«»\"‹›]|(?<!\w)['‘‚]|['’](?!\w)|‘"), say=lambda *_: ""),
    Rule(name="silent", pattern=re.compile(r"[*|_^`\\•·●▪■□◆♦™®©¶†‡]+"), say=lambda *_: " "),
)
