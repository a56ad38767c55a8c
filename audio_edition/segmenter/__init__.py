"""Article → Script: what is spoken, what is dropped, and why.

Rules are tried in order on the blocks nobody has judged yet; the first that judges a block is the one on
record. What no rule drops is the story.
"""

from __future__ import annotations

from collections.abc import Callable

from audio_edition.errors import NoStoryError
from audio_edition.languages import DEFAULT_LANGUAGE, tags
from audio_edition.model import OPENING_ROLES, Article, DroppedBlock, Paragraph, Role, Script
from audio_edition.segmenter.classifier import postprocess
from audio_edition.segmenter.language_detection import (
    identify_language,
    is_written_in,
    load_function_words,
)
from audio_edition.segmenter.overrides import NO_OVERRIDES, Overrides, apply_drop_overrides, apply_keep_overrides
from audio_edition.segmenter.page import NO_SHARED_LINES, Page, SharedLines
from audio_edition.segmenter.rules import (
    article_end,
    article_head,
    captions,
    landmarks,
    phrases,
    repeats,
    roles,
    teasers,
)
from audio_edition.segmenter.rules.foreign_language import (
    find_foreign_blocks,
    find_native_blocks,
    majority_language,
)
from audio_edition.segmenter.site_boilerplate import BoilerplateIndex, find_shared_lines

__all__ = ["NAMED_RULES", "BoilerplateIndex", "Overrides", "SharedLines", "find_shared_lines", "segment"]

NAMED_RULES: tuple[Callable[[Page], None], ...] = (
    landmarks.drop_landmarks,
    landmarks.drop_comments,
    repeats.drop_shared_lines,
    article_head.find_headline,
    article_head.find_standfirst,
    article_head.find_bylines_and_dates,
    article_end.drop_comment_thread,
    phrases.drop_chrome_phrases,
    captions.drop_captions,
    repeats.drop_pull_quotes,
    article_end.drop_after_end_heading,
    teasers.drop_teasers,
)
"""Rules sure enough to decide alone; the model sees what they decided."""


def segment(
    article: Article, *, shared: SharedLines = NO_SHARED_LINES, overrides: Overrides = NO_OVERRIDES
) -> Script:
    """The script of an article; `shared` is what it has in common with its neighbours (`shared_lines`).

    Raises NoStoryError.
    """
    page = Page(article, shared)
    apply_drop_overrides(page, overrides)
    for rule in (*NAMED_RULES, postprocess.drop_non_story):
        rule(page)
    apply_keep_overrides(page, overrides)
    roles.assign_roles(page)
    language = _choose_language(page)
    foreign = find_foreign_blocks(page, tags.primary(language or DEFAULT_LANGUAGE))
    paragraphs = tuple(
        Paragraph(block=index, text=block.text, role=verdict, language=foreign.get(index))
        for index, (block, verdict) in enumerate(zip(article.blocks, page.verdicts, strict=True))
        if isinstance(verdict, Role)
    )
    if all(paragraph.role in OPENING_ROLES for paragraph in paragraphs):
        raise NoStoryError(
            f"{article.source}: no story found among its {len(article.blocks)} blocks",
            hint="`audio-edition segment` shows what was dropped and why; is it an article?",
        )
    return Script(
        id=article.id,
        source=article.source,
        headline=page.headline or article.headline or _title_from_id(article.id),
        paragraphs=paragraphs,
        dropped=tuple(
            DroppedBlock(block=index, text=block.text, rule=verdict)
            for index, (block, verdict) in enumerate(zip(article.blocks, page.verdicts, strict=True))
            if not isinstance(verdict, Role) and verdict is not None
        ),
        section=article.section or page.section,
        kicker=article.kicker or page.kicker,
        standfirst=page.standfirst,
        byline=article.byline or page.byline,
        published=article.published or page.published,
        language=language,
        url=article.url,
        warnings=article.warnings,
    )


def _choose_language(page: Page) -> str | None:
    """What the page declares if it is written in that, else what it is written in; None for English undeclared."""
    declared = page.article.language
    said = tags.primary(declared) if declared else None
    written = _detect_written_language(page, said) or said or DEFAULT_LANGUAGE
    if written == said:
        return declared
    return written if declared or written != DEFAULT_LANGUAGE else None


def _detect_written_language(page: Page, declared: str | None) -> str | None:
    """The language of what is kept: the one its function words tell, else what is declared, else as identified.

    What is declared for the page yields to what the markup of most of its story says, if that is identified.
    """
    kept = find_native_blocks(page, declared)
    if is_written_in(page.language, [word for index in kept for word in page.tokens[index]]):
        return page.language
    text = " ".join(page.blocks[index].text for index in kept)
    if declared and declared not in load_function_words():
        marked = majority_language(page)
        is_other = marked not in {None, declared, *load_function_words()} and identify_language(text) == marked
        return marked if is_other else declared
    return identify_language(text)


def _title_from_id(id: str) -> str:  # noqa: A002 - the model's word
    """A headline for a story that has none: its file's name in words."""
    return id.replace("-", " ").replace("_", " ").strip().capitalize()
