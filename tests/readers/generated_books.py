"""Generate books for tests: prose, a play and verse, each in three styles of markup, from words of our own."""

from __future__ import annotations

import random
from collections.abc import Sequence

_NAMES = "Ada Ruth Tom Emil Jo Harold Ines".split()
_NOUNS = "mill boat heron keeper bell lamp river barge widow harbour letter kettle ladder wall ferry clock".split()
_ARTICLES = ("the", "a", "her", "his")
_VERBS = "watched mended counted left sold forgot carried heard painted followed".split()
_ADVERBS = ("slowly", "again", "twice", "in silence", "before dawn", "after supper", "without a word")
_TALK = (
    "“No.”",
    "“Why?”",
    "“And?”",
    "Not yet.",
    "He wept.",
    "{name} laughed.",
    "What was she to do?",
    "“Tomorrow, then,” said {name}.",
    "“You will,” she said.",
    "“I never saw it,” {name} said, and the {noun} stopped.",
    "“Subscribe to nothing,” said {name}. “Share nothing.”",
    "“Click,” went the {noun}.",
    "“Read more,” said his mother, “and talk less.”",
    "“Follow us!” they called from the {noun}.",
    "“Email me,” he said; nobody knew what he meant.",
    "“Photograph it,” said {name}, “or nobody will believe us.”",
)
"""Lines that read like chrome or teasers on a page of news."""


class Writer:
    """Writes sentences, lines and speeches; the same seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, items: Sequence[str]) -> str:
        """Return one of the items."""
        return self._random.choice(items)

    def sentence(self) -> str:
        """Return a sentence of ten to thirty words."""
        clauses = [
            f"{self.pick(_ARTICLES)} {self.pick(_NOUNS)} {self.pick(_VERBS)} the {self.pick(_NOUNS)}"
            f" {self.pick(_ADVERBS)}"
            for _ in range(self._random.randint(1, 4))
        ]
        text = self.pick((", and ", "; ", ", but ", ", while ")).join(clauses)
        return f"{text[0].upper()}{text[1:]}."

    def paragraph(self) -> str:
        """Return a paragraph of prose, or a line of talk."""
        if self._random.random() < 0.4:
            return self.pick(_TALK).format(name=self.pick(_NAMES), noun=self.pick(_NOUNS))
        return " ".join(self.sentence() for _ in range(self._random.randint(1, 6)))

    def verse_line(self) -> str:
        """Return a line of verse of four to nine words, which ends no sentence half of the time."""
        start = self.pick(["The", "And the", "O", "Where a", "of the", "My", "until the"])
        line = f"{start} {self.pick(_NOUNS)} {self.pick(_VERBS)} the {self.pick(_NOUNS)}"
        return line + self.pick(["", ",", ";", ".", "—", ""])

    def stanza(self) -> list[str]:
        """Return the lines of a stanza."""
        return [self.verse_line() for _ in range(self._random.choice([2, 4, 4, 8]))]

    def speech(self) -> tuple[str, list[str]]:
        """Return a speaker and what is said, in prose or in verse."""
        lines = self.stanza() if self._random.random() < 0.5 else [self.paragraph()]
        return self.pick(_NAMES).upper(), lines
