"""BCP 47 language tags (RFC 5646). No other module takes a tag apart.

`primary` is the language as written, `individual` and `macrolanguage` are the two names that engines use for the
same language: "zh-TW" is "zh" as written, "cmn" for voices, and "zh" for the recogniser.
"""

from __future__ import annotations

from audio_edition.languages.tables import load_shared_table

_UNDETERMINED = "und"
_MOST_SPOKEN = {"zh": "cmn", "no": "nb", "nn": "nb"}
"""Macrolanguage (ISO 639-3) → the language of its voices. Bokmål voices read Nynorsk too."""

_MACROLANGUAGES = {"cmn": "zh", "nb": "no"}


def normalize(tag: str) -> str:
    """Return a tag in small letters with hyphens: "en_GB" → "en-gb"."""
    return tag.replace("_", "-").lower()


def primary(tag: str) -> str:
    """Return the language of a tag as written, in small letters, without script and region: "zh-TW" → "zh"."""
    return tag.partition("-")[0].lower()


def region(tag: str) -> str:
    """Return the two letters of a tag's region, small, or "" if it has none: "zh-Hant-TW" → "tw"."""
    return next((part for part in tag.lower().split("-")[1:] if len(part) == 2), "")


def individual(tag: str) -> str:
    """Return the language of a tag as engines name their voices: "zh-CN" → "cmn", "no" → "nb"."""
    return _MOST_SPOKEN.get(primary(tag), primary(tag))


def macrolanguage(tag: str) -> str:
    """Return the language of a tag as Whisper names it: "cmn" → "zh", "nb" → "no"."""
    return _MACROLANGUAGES.get(individual(tag), individual(tag))


def is_same_language(one: str, other: str) -> bool:
    """Return True if two tags name one language, whatever their regions: "zh-CN" and "cmn", "en-GB" and "en"."""
    return individual(one) == individual(other)


def is_prefix_of_other(one: str, other: str) -> bool:
    """Return True if one tag is the other or begins it: "en" and "en-GB", but not "en-GB" and "en-US"."""
    return f"{other}-".startswith(f"{one}-") or f"{one}-".startswith(f"{other}-")


def capitalize_region(tag: str) -> str:
    """Return a tag in small letters with its region in the case of BCP 47: "en-gb-x-rp" → "en-GB-x-rp"."""
    language, *rest = tag.split("-")
    if rest and len(rest[0]) == 2:
        rest[0] = rest[0].upper()
    return "-".join([language, *rest])


def iso_639_2(tag: str) -> str:
    """Return the three-letter code of a tag by ISO 639-2/T, for ID3: "de-AT" → "deu".

    A language of three letters is its own code, but Mandarin has the code of Chinese. Returns "und" for text that
    names no language.
    """
    language = _MACROLANGUAGES.get(primary(tag), primary(tag)) if len(primary(tag)) == 3 else primary(tag)
    is_code = len(language) == 3 and language.isascii() and language.isalpha()
    return language if is_code else load_shared_table("iso_639").get(language, _UNDETERMINED)
