"""Turn an article into a script: decide which blocks are spoken, which are dropped, and by which rule.

Rules are applied in order to the blocks that are still open, that is, without a verdict; the first rule that judges
a block decides and is recorded. The blocks that no rule drops are the story.
"""

from __future__ import annotations

from collections.abc import Callable

from audio_edition.errors import NoStoryError
from audio_edition.languages import DEFAULT_LANGUAGE, tags
from audio_edition.model import Article, DroppedBlock, Paragraph, Role, Script
from audio_edition.segmenter.classifier import postprocess
from audio_edition.segmenter.dropped_prose import find_warnings
from audio_edition.segmenter.language_detection import (
    identify_language,
    is_written_in,
    load_function_words,
)
from audio_edition.segmenter.overrides import NO_OVERRIDES, Overrides, apply_drop_overrides, apply_keep_overrides
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules import (
    article_end,
    article_head,
    captions,
    landmarks,
    mail,
    notice_page,
    phrases,
    repeats,
    roles,
    teasers,
)
from audio_edition.segmenter.rules.books import BOOK_RULES
from audio_edition.segmenter.rules.foreign_language import (
    find_foreign_blocks,
    find_majority_language,
    find_native_blocks,
)
from audio_edition.segmenter.site_boilerplate import (
    NO_SHARED_LINES,
    BoilerplateIndex,
    SharedLines,
    find_shared_lines,
)

__all__ = [
    "NAMED_RULES",
    "BoilerplateIndex",
    "Overrides",
    "SharedLines",
    "find_shared_lines",
    "judge",
    "make_no_story_error",
    "segment",
]

NAMED_RULES: tuple[Callable[[Page], None], ...] = (
    mail.drop_mail_headers,
    landmarks.drop_landmarks,
    landmarks.drop_comments,
    repeats.drop_shared_lines,
    article_head.find_headline,
    article_head.find_standfirst,
    article_head.find_bylines_and_dates,
    article_end.drop_comment_thread,
    phrases.drop_chrome_phrases,
    notice_page.drop_notice_page,
    captions.drop_captions,
    repeats.drop_pull_quotes,
    article_end.drop_after_end_heading,
    teasers.drop_teasers,
)
"""The rules that are certain enough to decide alone, in order; the classifier sees their verdicts."""


def segment(
    article: Article, *, shared: SharedLines = NO_SHARED_LINES, overrides: Overrides = NO_OVERRIDES
) -> Script:
    """Return the script of an article.

    `shared` are the lines that other pages of its folder have too (see `find_shared_lines` and `BoilerplateIndex`),
    `overrides` the user's patterns and kinds. Raises NoStoryError if no block of a story is left, and
    UnreadableArticleError if a pattern of the user takes too long.
    """
    script = judge(article, shared=shared, overrides=overrides)
    if not script.narrative:
        raise make_no_story_error(script)
    return script


def judge(
    article: Article, *, shared: SharedLines = NO_SHARED_LINES, overrides: Overrides = NO_OVERRIDES
) -> Script:
    """Return the script of an article as `segment` does, even if it has no story.

    Raises UnreadableArticleError if a pattern of the user takes too long.
    """
    page = Page(article, shared)
    apply_drop_overrides(page, overrides)
    for rule in BOOK_RULES if article.is_book else (*NAMED_RULES, postprocess.drop_non_story):
        rule(page)
    apply_keep_overrides(page, overrides)
    roles.assign_roles(page)
    language = _choose_language(page)
    foreign = find_foreign_blocks(page, tags.primary(language or DEFAULT_LANGUAGE))
    return Script(
        id=article.id,
        source=article.source,
        headline=page.headline or article.headline or _title_from_id(article.id),
        paragraphs=tuple(
            Paragraph(block=index, text=block.text, role=verdict, language=foreign.get(index))
            for index, (block, verdict) in enumerate(zip(article.blocks, page.verdicts, strict=True))
            if isinstance(verdict, Role)
        ),
        dropped=tuple(
            DroppedBlock(block=index, text=block.text, rule=verdict)
            for index, (block, verdict) in enumerate(zip(article.blocks, page.verdicts, strict=True))
            if not isinstance(verdict, Role) and verdict is not None
        ),
        section=article.section or page.section,
        kicker=article.kicker or page.kicker,
        standfirst=page.standfirst,
        byline=page.byline or article.byline,
        published=article.published or page.published,
        language=language,
        url=article.url,
        warnings=(*article.warnings, *find_warnings(page)),
    )


def make_no_story_error(script: Script) -> NoStoryError:
    """Return the error for a script without a story; it names the notice that the page is, if it is one."""
    rule = next((block.rule for block in script.dropped if block.rule.startswith(notice_page.NOTICE_PAGE)), None)
    if rule:
        notice = rule.partition(": ")[2]
        return NoStoryError(
            f"{script.source}: has no story but a notice ({notice})", hint=notice_page.HINTS[notice]
        )
    return NoStoryError(
        f"{script.source}: no story found among its {len(script.paragraphs) + len(script.dropped)} blocks",
        hint="`audio-edition segment` shows what was dropped and why; is it an article?",
    )


def _choose_language(page: Page) -> str | None:
    """Return the declared BCP 47 tag if the story is written in that language, else the language it is written in.

    Return None for a story in English that declares no language.
    """
    declared = page.article.language
    declared_subtag = tags.primary(declared) if declared else None
    written = _detect_written_language(page, declared_subtag) or declared_subtag or DEFAULT_LANGUAGE
    if written == declared_subtag:
        return declared
    return written if declared or written != DEFAULT_LANGUAGE else None


def _detect_written_language(page: Page, declared: str | None) -> str | None:
    """Return the language of the spoken blocks, as a primary subtag; None if it cannot be identified.

    Function words decide first. If they do not, the declared language counts if it is one without a list of
    function words, unless the markup of most of the story names another such language and language identification
    agrees. Otherwise language identification decides.
    """
    native = find_native_blocks(page, declared)
    if is_written_in(page.language, [word for index in native for word in page.tokens[index]]):
        return page.language
    text = " ".join(page.blocks[index].text for index in native)
    if declared and declared not in load_function_words():
        marked = find_majority_language(page)
        is_other = marked not in {None, declared, *load_function_words()} and identify_language(text) == marked
        return marked if is_other else declared
    return identify_language(text)


def _title_from_id(id: str) -> str:  # noqa: A002 - the model's word
    """Return a headline for a story that has none, made from the name of its file."""
    return id.replace("-", " ").replace("_", " ").strip().capitalize()
