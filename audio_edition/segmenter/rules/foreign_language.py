"""Blocks in another language than their story, where the markup says so and the words do not deny it.

Markup is often wrong: templates name the language they were made for, word processors the one they checked the
spelling in. The story's own voice reads a foreign line tolerably, a foreign voice spoils a line of the story; so
what words cannot prove is believed only where nothing speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from audio_edition.languages import tags
from audio_edition.model import Role
from audio_edition.segmenter.language_detection import (
    identify_language,
    is_clearly_written_in,
    is_written_in,
    load_function_words,
    split_elisions,
)
from audio_edition.segmenter.page import Page

_MIN_PROOF_WORDS = 4
"""Words of a line that is plainly in the story's language; fewer may look so by chance: "On y va"."""


def find_foreign_blocks(page: Page, story: str) -> dict[int, str]:
    """The spoken blocks in another language than the story, whose primary language is given → their BCP 47 tags."""
    marked = _blocks_by_marked_language(page)
    if marked.keys() <= {story}:
        return {}
    most = _find_majority(page, marked)
    is_thorough = most == story  # every block has a mark: a program set them, or they say nothing of the others
    return {
        index: tag
        for language in marked.keys() - {story, most}
        for index in _confirm_marked_blocks(page, marked[language], story, language, is_doubtful=is_thorough)
        if (tag := page.blocks[index].language) is not None
    }


def find_native_blocks(page: Page, declared: str | None) -> list[int]:
    """The spoken blocks that no markup gives to another language than the declared one; all, if these are few."""
    spoken = _spoken_blocks(page)
    foreign = {
        index
        for language, blocks in _blocks_by_marked_language(page).items()
        if language != declared
        for index in blocks
    }
    own = [index for index in spoken if index not in foreign]
    return own if _text_length(page, own) * 2 > _text_length(page, spoken) else spoken


def majority_language(page: Page) -> str | None:
    """The language that markup gives to more than half of what is spoken: the story's own, or it is wrong."""
    return _find_majority(page, _blocks_by_marked_language(page))


def _confirm_marked_blocks(
    page: Page, blocks: list[int], story: str, language: str, *, is_doubtful: bool
) -> list[int]:
    """The blocks marked with a language that are in it.

    Those too short to tell share the fate of the others: a mark that is wrong as often as right proves nothing.
    """
    shown = {index: _matches_marked_language(page, index, story, language) for index in blocks}
    answers = list(shown.values())
    is_doubtful |= False in answers and answers.count(False) >= answers.count(True)
    return [index for index, is_shown in shown.items() if is_shown or (is_shown is None and not is_doubtful)]


def _matches_marked_language(page: Page, index: int, story: str, language: str) -> bool | None:
    """Whether the words of a block are in the language it is marked with, not the story's; None if that is unclear.

    Tables of function words compare the languages that are known; letters tell the others, and what is unclear.
    """
    words, known = page.raw_tokens[index], load_function_words()
    if story in known and language in known:
        if is_clearly_written_in(language, story, words):
            return True
        if len(words) >= _MIN_PROOF_WORDS and is_clearly_written_in(story, language, words):
            return False
    told = identify_language(page.blocks[index].text)
    if told is None:
        return None
    if told in {language, story}:
        return told == language
    return None if story in known and not is_written_in(story, split_elisions(words, story)) else False


def _blocks_by_marked_language(page: Page) -> dict[str, list[int]]:
    """Primary languages that markup names → the spoken blocks it gives them to."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index in _spoken_blocks(page):
        if (tag := page.blocks[index].language) is not None:
            found[tags.primary(tag)].append(index)
    return dict(found)


def _find_majority(page: Page, marked: dict[str, list[int]]) -> str | None:
    half = _text_length(page, _spoken_blocks(page)) / 2 if marked else 0
    return next((language for language, blocks in marked.items() if _text_length(page, blocks) > half), None)


def _spoken_blocks(page: Page) -> list[int]:
    return [index for index, verdict in enumerate(page.verdicts) if isinstance(verdict, Role)]


def _text_length(page: Page, blocks: Iterable[int]) -> int:
    """Characters, as not all languages part their words."""
    return sum(len(page.blocks[index].text) for index in blocks)
