"""The place a language is read for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """How a language is spoken in a place: `language` and `region` two small letters, `american` US English."""

    language: str
    region: str = ""
    american: bool = False
    emoji: bool = False

    @classmethod
    def from_tag(cls, tag: str, *, emoji: bool = False) -> Locale:
        """The locale of a BCP 47 tag; English is British unless the tag says US. `emoji`: named, not silent."""
        language, *rest = tag.lower().replace("_", "-").split("-")
        region = next((part for part in rest if len(part) == 2), "")
        return cls(language=language, region=region, american=language == "en" and region == "us", emoji=emoji)


BRITISH = Locale(language="en")
