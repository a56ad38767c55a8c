"""Article → Script: what is spoken, what is dropped, and why.

Rules are tried in order on the blocks nobody has judged yet; the first that judges a block is the one on
record. What no rule drops is the story.
"""

from __future__ import annotations

from collections.abc import Callable

from audio_edition.errors import NoStoryError
from audio_edition.model import OPENING_ROLES, Article, Drop, Paragraph, Role, Script
from audio_edition.segmenter.classifier import postprocess
from audio_edition.segmenter.language_detection import DEFAULT, function_words, identified, is_written_in, primary
from audio_edition.segmenter.overrides import NO_OVERRIDES, Overrides, drop_unwanted, keep_wanted
from audio_edition.segmenter.page import NOTHING_SHARED, Page, Shared
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
from audio_edition.segmenter.rules.foreign_language import foreign_languages, most_marked, own_blocks
from audio_edition.segmenter.site_boilerplate import Neighbours, shared_lines

__all__ = ["NAMED_RULES", "Neighbours", "Overrides", "Shared", "segment", "shared_lines"]

NAMED_RULES: tuple[Callable[[Page], None], ...] = (
    landmarks.drop_landmarks,
    landmarks.drop_comments,
    repeats.drop_recurring,
    article_head.find_headline,
    article_head.find_standfirst,
    article_head.find_bylines_and_dates,
    article_end.drop_thread,
    phrases.drop_phrases,
    captions.drop_captions,
    repeats.drop_pull_quotes,
    article_end.drop_after_heading,
    teasers.drop_teasers,
)
"""Rules sure enough to decide alone; the model sees what they decided."""


def segment(article: Article, *, shared: Shared = NOTHING_SHARED, overrides: Overrides = NO_OVERRIDES) -> Script:
    """The script of an article; `shared` is what it has in common with its neighbours (`shared_lines`).

    Raises NoStoryError.
    """
    page = Page(article, shared)
    drop_unwanted(page, overrides)
    for rule in (*NAMED_RULES, postprocess.drop_unlike):
        rule(page)
    keep_wanted(page, overrides)
    roles.keep(page)
    language = _language(page)
    foreign = foreign_languages(page, primary(language or DEFAULT))
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
        headline=page.headline or article.headline or _title(article.id),
        paragraphs=paragraphs,
        dropped=tuple(
            Drop(block=index, text=block.text, rule=verdict)
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


def _language(page: Page) -> str | None:
    """What the page declares if it is written in that, else what it is written in; None for English undeclared."""
    declared = page.article.language
    said = primary(declared) if declared else None
    written = _written_in(page, said) or said or DEFAULT
    if written == said:
        return declared
    return written if declared or written != DEFAULT else None


def _written_in(page: Page, declared: str | None) -> str | None:
    """The language of what is kept: the one its function words tell, else what is declared, else as identified.

    What is declared for the page yields to what the markup of most of its story says, if that is identified.
    """
    kept = own_blocks(page, declared)
    if is_written_in(page.language, [word for index in kept for word in page.tokens[index]]):
        return page.language
    text = " ".join(page.blocks[index].text for index in kept)
    if declared and declared not in function_words():
        marked = most_marked(page)
        is_other = marked not in {None, declared, *function_words()} and identified(text) == marked
        return marked if is_other else declared
    return identified(text)


def _title(id: str) -> str:  # noqa: A002 - the model's word
    """A headline for a story that has none: its file's name in words."""
    return id.replace("-", " ").replace("_", " ").strip().capitalize()
