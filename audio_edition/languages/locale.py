"""The locale that a line is read in."""

from __future__ import annotations

from dataclasses import dataclass

from audio_edition.languages import tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """A language as it is spoken in a region.

    `language` and `region` are two small letters; `american` is True for US English; `emoji` is True if emoji are
    read by their names.
    """

    language: str
    region: str = ""
    american: bool = False
    emoji: bool = False

    @classmethod
    def from_tag(cls, tag: str, *, emoji: bool = False) -> Locale:
        """Return the locale of a BCP 47 tag. English is British unless its region is the United States."""
        language, region = tags.primary(tags.normalize(tag)), tags.region(tags.normalize(tag))
        return cls(language=language, region=region, american=language == "en" and region == "us", emoji=emoji)


BRITISH = Locale(language="en")
