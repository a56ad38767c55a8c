"""The replacement of a part of a line by a rule or a lexeme."""

from __future__ import annotations

from typing import NamedTuple


class Rewrite(NamedTuple):
    """`written[start:end]` is spoken as `spoken`, because of `rule`; `phonemes` are IPA.

    It has the fields of `model.Replacement`, which `say-as` does without so that it starts quickly.
    """

    start: int
    end: int
    spoken: str
    rule: str
    phonemes: str | None = None
