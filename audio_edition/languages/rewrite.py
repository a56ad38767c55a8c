"""What a rule or a lexeme makes of a part of a line."""

from __future__ import annotations

from typing import NamedTuple


class Rewrite(NamedTuple):
    """`written[start:end]` is said as `spoken`, because of `rule`; `phonemes` are IPA.

    The model's Replacement in small: `say-as` starts without all the nouns of the project.
    """

    start: int
    end: int
    spoken: str
    rule: str
    phonemes: str | None = None
