"""Find the blocks in another language than their story, where the markup says so and the words do not deny it.

Markup is often wrong: templates name the language they were written for, word processors the language of the
spelling check. The voice of the story reads a foreign line tolerably, but a foreign voice spoils a line of the
story. So a mark that the words cannot confirm is believed only if nothing contradicts it.
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
"""Words that a line needs to prove that it is in the story's language; a shorter one may seem so by chance ("On y
va")."""


def find_foreign_blocks(page: Page, story: str) -> dict[int, str]:
    """Map the index of each spoken block in another language than the story to the BCP 47 tag of its markup.

    `story` is the primary subtag of the story's language.
    """
    marked = _blocks_by_marked_language(page)
    if marked.keys() <= {story}:
        return {}
    majority = _find_majority(page, marked)
    # If most of the story is marked with its own language, a program set the marks of all blocks. Then the marks of
    # blocks that are too short to check are not believed.
    is_doubtful = majority == story
    return {
        index: tag
        for language in marked.keys() - {story, majority}
        for index in _confirm_marked_blocks(page, marked[language], story, language, is_doubtful=is_doubtful)
        if (tag := page.blocks[index].language) is not None
    }


def find_native_blocks(page: Page, declared: str | None) -> list[int]:
    """Return the spoken blocks that no markup marks with another language than the declared one.

    Return all spoken blocks if these have no more than half of the characters.
    """
    spoken = _spoken_blocks(page)
    foreign = {
        index
        for language, blocks in _blocks_by_marked_language(page).items()
        if language != declared
        for index in blocks
    }
    native = [index for index in spoken if index not in foreign]
    return native if _text_length(page, native) * 2 > _text_length(page, spoken) else spoken


def find_majority_language(page: Page) -> str | None:
    """Return the language that markup gives to more than half of the spoken text; None if there is none.

    It is the language of the story, or the markup is wrong.
    """
    return _find_majority(page, _blocks_by_marked_language(page))


def _confirm_marked_blocks(
    page: Page, blocks: list[int], story: str, language: str, *, is_doubtful: bool
) -> list[int]:
    """Return those of the blocks marked with a language that are in this language.

    Blocks too short to tell are included if the marks are not doubtful. Marks that are wrong at least as often as
    right are doubtful.
    """
    matches = {index: _matches_marked_language(page, index, story, language) for index in blocks}
    answers = list(matches.values())
    is_doubtful |= False in answers and answers.count(False) >= answers.count(True)
    return [index for index, is_match in matches.items() if is_match or (is_match is None and not is_doubtful)]


def _matches_marked_language(page: Page, index: int, story: str, language: str) -> bool | None:
    """Return True if a block is in the language it is marked with, False if it is not, None if that is unclear.

    Function words decide between two languages that have a list of them. Language identification, which looks at
    letters, decides on other languages and where function words do not.
    """
    words, known = page.raw_tokens[index], load_function_words()
    if story in known and language in known:
        if is_clearly_written_in(language, story, words):
            return True
        if len(words) >= _MIN_PROOF_WORDS and is_clearly_written_in(story, language, words):
            return False
    identified = identify_language(page.blocks[index].text)
    if identified is None:
        return None
    if identified in {language, story}:
        return identified == language
    return None if story in known and not is_written_in(story, split_elisions(words, story)) else False


def _blocks_by_marked_language(page: Page) -> dict[str, list[int]]:
    """Map each language in the markup, as a primary subtag, to the indexes of the spoken blocks marked with it."""
    marked: defaultdict[str, list[int]] = defaultdict(list)
    for index in _spoken_blocks(page):
        if (tag := page.blocks[index].language) is not None:
            marked[tags.primary(tag)].append(index)
    return dict(marked)


def _find_majority(page: Page, marked: dict[str, list[int]]) -> str | None:
    half = _text_length(page, _spoken_blocks(page)) / 2 if marked else 0
    return next((language for language, blocks in marked.items() if _text_length(page, blocks) > half), None)


def _spoken_blocks(page: Page) -> list[int]:
    return [index for index, verdict in enumerate(page.verdicts) if isinstance(verdict, Role)]


def _text_length(page: Page, blocks: Iterable[int]) -> int:
    """Return the number of characters of the blocks; not all languages separate words."""
    return sum(len(page.blocks[index].text) for index in blocks)
