"""A language: its data files, which are read on first use, and the interface for other packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, cast

from audio_edition.languages.number_words import NumberWords
from audio_edition.languages.tables import language_folder, load_table


class Language:
    """A language, over the files of its folder `<code>/`.

    `language.toml` and `phrases.toml` are for the segmenter and the titles of an edition, `number_words.py` and the
    spoken form are for the verbaliser, and `lexicon*.pls` are for the pronunciation. The files of English explain
    the form of `language.toml` and `phrases.toml`.
    """

    rule_package: ClassVar[str]
    """The subpackage of `verbaliser` that has its rules. Its function `rules` takes the language."""

    def __init__(self, code: str) -> None:
        """Set the code of the language: the name of its folder and the primary subtag of its BCP 47 tags."""
        self.code = code

    @property
    def _table(self) -> dict[str, Any]:
        return load_table(self.code, "language")

    @cached_property
    def numbers(self) -> NumberWords:
        """The number words, `number_words.py`."""
        return cast("NumberWords", import_module(f"{__package__}.{self.code}.number_words"))

    @property
    def months(self) -> Sequence[str]:
        """The names of the twelve months."""
        return cast("list[str]", self._table["months"])

    def written_day(self, day: date) -> str:
        """Return a date as the language writes it: 21 November 2026, 21. November 2026, 21 de noviembre de 2026."""
        template: str = self._table["written_date"]
        return template.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The words that are in every text of the language and in few others."""
        return frozenset(self._table["function_words"].split())

    @cached_property
    def elides(self) -> bool:
        """True if an apostrophe separates two words, as in "l'air"."""
        return bool(self._table.get("elides", False))

    @property
    def levelling_sentences(self) -> Sequence[str]:
        """The sentences by which the loudness of a voice is measured."""
        return cast("list[str]", self._table["levelling_sentences"])

    @property
    def dates(self) -> Mapping[str, str]:
        """Regular expressions for the dates of web pages, by their purpose."""
        return cast("dict[str, str]", self._table["dates"])

    @property
    def phrases(self) -> Mapping[str, Any]:
        """The phrases of web pages, by kind and rule."""
        return load_table(self.code, "phrases")

    def lexicon_files(self) -> Iterator[Traversable]:
        """Yield the built-in PLS lexicons in alphabetical order; `lexicon-<tag>.pls` holds for one region."""
        files = sorted(language_folder(self.code).iterdir(), key=lambda file: file.name)
        yield from (file for file in files if file.name.startswith("lexicon") and file.name.endswith(".pls"))

    def continues_sentence(self, text: str, following: str) -> bool:  # noqa: ARG002 - languages with abbreviations do
        """Return True if the full stop at the end of `text` ends no sentence, given the text that follows."""
        return False
