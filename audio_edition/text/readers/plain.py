"""Plain text, as copied from a page (a line a block) or hard-wrapped (a blank line between blocks)."""

from __future__ import annotations

import re
from itertools import pairwise

from audio_edition.model import Article, Block
from audio_edition.text.readers.tidy import one_line

_WRAP = range(50, 91)
"""Length of the lines of a hard-wrapped text."""


def parse(text: str) -> Article:
    """Every block of the text; plain text declares nothing about itself."""
    lines = text.splitlines()
    parts = re.split(r"\n[ \t]*\n", "\n".join(lines)) if _hard_wrapped(lines) else lines
    found = (one_line(part) for part in parts)
    return Article(id="", source="", blocks=tuple(Block(text=block) for block in found if block))


def _hard_wrapped(lines: list[str]) -> bool:
    """Whether most lines break inside a sentence: full-length ones with another right under them."""
    full = [(this, after) for this, after in pairwise(lines) if len(this.rstrip()) in _WRAP]
    longer = sum(1 for line in lines if len(line.rstrip()) >= _WRAP.stop)
    broken = sum(1 for this, after in full if after.strip() and this.rstrip()[-1] not in '.!?”"')
    return broken >= 3 and broken * 2 > len(full) and longer * 5 < len(full)


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text break inside its sentences."""
    return _hard_wrapped(text.splitlines())
