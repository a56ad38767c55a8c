"""Mend what tools broke in the text of an article: double escapes and encodings, paragraphs cut into pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from audio_edition.model import Article, Block, BlockKind
from audio_edition.readers.mending import initials, layout_lines, mojibake
from audio_edition.readers.mending.vocabulary import Vocabulary, is_function_word
from audio_edition.readers.tidy import one_line

_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_WRITTEN_SIGNS = frozenset("&\"'-,.:;!? ")
_MARKUP_LESSON = re.compile(r"\b(?:X?HTML5?|XML|SGML|ampersand|character references?)\b")
"""Words of a text about markup, which shows entities on purpose."""

_DIVISION_SIGN = re.compile(r"(?<=[^\W\d_]{2})\u00ac ?(?=[^\W\d_]{2})(?=[a-zß-ÿ])")
"""The sign ¬ inside a word, which OCR writes for a soft hyphen."""

_DIVIDED_WORD = re.compile(r"(?<![\w-])([^\W\d_]{2,30})- ([^\W\d_]{2,30})(?![\w-])")
_PLATE = re.compile(r"\[(?:Illustration|Abbildung)s?\b[^\[\]]{0,600}\]", re.IGNORECASE)


def mend(article: Article, *, has_elements: bool) -> Article:
    """Return the article with the text of its blocks and fields mended; correct text is returned as it is.

    Only if its format has elements, as HTML does, a block may be a line or a word of a paragraph.
    """
    texts = [block.text for block in article.blocks]
    keeps_entities = any("&" in text for text in texts) and any(map(_MARKUP_LESSON.search, texts))
    blocks = [_mend_block(block, keeps_entities=keeps_entities) for block in article.blocks]
    section, kicker, headline, standfirst, byline = (
        value and _mend_text(value, keeps_entities=keeps_entities)
        for value in (article.section, article.kicker, article.headline, article.standfirst, article.byline)
    )
    return replace(
        article,
        section=section,
        kicker=kicker,
        headline=headline,
        standfirst=standfirst,
        byline=byline,
        blocks=tuple(_mend_words(list(layout_lines.join_pieces(blocks)) if has_elements else blocks)),
    )


def _mend_words(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, with the pieces joined into which line ends and initials divide words."""
    words = Vocabulary(blocks)
    for block in initials.join_initials(blocks, words):
        if "- " in block.text:
            text = _DIVIDED_WORD.sub(lambda pieces: _join_pieces(pieces, words), block.text)
            yield block if text == block.text else replace(block, text=text)
        else:
            yield block


def _join_pieces(pieces: re.Match[str], words: Vocabulary) -> str:
    """Return two pieces as one word ("light- house") if the text has that word, too; "pre- and post-war" stays."""
    first, second = pieces.groups()
    is_divided = second[0].islower() and not is_function_word(second) and words.has_whole(first + second)
    return f"{first}{second}" if is_divided else pieces[0]


def _resolve_entity(entity: re.Match[str]) -> str:
    """Return the letter, quotation mark or dash that an entity stands for; other ASCII signs stay escaped."""
    character = unescape(unescape(entity[0]))
    return character if not character.isascii() or character in _WRITTEN_SIGNS or character.isalnum() else entity[0]


def _mend_block(block: Block, *, keeps_entities: bool) -> Block:
    text = _mend_text(block.text, keeps_entities=keeps_entities)
    if text[:1] == "[" and _PLATE.fullmatch(text):
        return replace(block, text=text, kind=BlockKind.CAPTION)
    return block if text == block.text else replace(block, text=text)


def _mend_text(text: str, *, keeps_entities: bool) -> str:
    """Return a text with its entities resolved, encoded once, and without the division signs of OCR."""
    mended = text
    if "&" in mended and not keeps_entities:
        mended = _ENTITY.sub(_resolve_entity, mended)
    if not mended.isascii():
        mended = _DIVISION_SIGN.sub("", mojibake.mend(mended))
    return text if mended == text else one_line(mended) or text
