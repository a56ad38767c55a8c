"""Read Markdown: CommonMark with the extensions of pandoc, GitHub, note-taking apps and site generators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from audio_edition.languages.words import count_words
from audio_edition.model import Article
from audio_edition.readers import front_matter, html, limits, properties
from audio_edition.readers.days import first_date

_LANGUAGE_ATTRIBUTE = r"""(?=[^{}\n]*\})(?:[^{}\n]*[ \t])?lang=["']?([A-Za-z][A-Za-z0-9-]*+)[^{}\n]*+"""
"""The inside of pandoc's {attributes} if they name a language, which is the group."""

_DIVISION = re.compile(rf"(?m)^:{{3,}}[ \t]*(?:\{{{_LANGUAGE_ATTRIBUTE}\}}[ \t:]*|(\S.*))?$")
_DIALECT_MARKS = (
    (r"(?s)%%.*?%%", ""),  # Obsidian: comments
    (r"!\[\[[^\[\]\n]*\]\]", ""),  # … embedded files
    (r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]\n]+)\]\](?!\()", r"\1"),  # … links
    (r"==(?=\S)([^=\n]+?)(?<=\S)==", r"\1"),  # … highlights
    (r"(?m)[ \t]\^[a-z0-9-]+[ \t]*$", ""),  # … block identifiers
    (r"(?m)^((?:[ \t]*>)+[ \t]*)\[![\w-]+\][+-]?[ \t]*", r"\1"),  # … and GitHub: types of callouts
    (r"\{\{[<%](?:[^{>%]++|\{(?!\{[<%])|[>%](?!\}\}))*+[>%]\}\}", ""),  # Hugo: shortcodes
    (r"\{%(?:[^{%]++|\{(?!%)|%(?!\}))*+%\}", ""),  # Jekyll: Liquid tags
    (
        rf"\[([^\[\]\n]+)\]\{{{_LANGUAGE_ATTRIBUTE}\}}",
        r'<span lang="\2">\1</span>',
    ),  # pandoc: text in another language
    (r"\[([^\[\]\n]+)\]\{[ \t]*[#.][^{}\n]*\}", r"\1"),  # … spans
    (r"(?<![ \t])[ \t]*+\{:?[ \t]*[#.:][^{}\n]*\}", ""),  # … and kramdown: attributes
    (r"(?m)^:{3,}.*$", ""),  # pandoc: divisions
    (r"(?m)^\*\[[^\]\n]+\]:.*$", ""),  # PHP Markdown: definitions of abbreviations
    (r"(?mi)^\[{1,2}toc\]{1,2}[ \t]*$", ""),  # placeholders for a table of contents
    (r"(?m)^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]+", r"\1"),  # GitHub: tasks
    (r"(?<![ \t])[ \t]*+\(\[View Highlight\]\([^()\n]*\)\)", ""),  # Readwise: links to highlights
    (r"(?m)^\|(?:[ \t]+([^|\n]*))?$", r"\1  "),  # pandoc: lines of verse
)
_REPLACEMENTS = tuple((re.compile(pattern), replacement) for pattern, replacement in _DIALECT_MARKS)

_CITATION = re.compile(
    r"[ \t]?\[(?:[^\[\]\n@:]{0,80}[ (])?-?@(?P<key>\w[\w.#$%&+?<>~/:-]{0,99})[^\[\]\n]{0,300}\](?![(\[:{])"
)
"""Pandoc's citation in brackets: "[see @roe2026, p. 3; @doe]"."""

_DEFINED_HANDLE = re.compile(r"(?m)^ {0,3}\[@([^\[\]\n]{1,100})\]:")
"""A handle such as @octocat that is defined as a link, not as a citation."""

_MAX_INLINE_CHARACTERS = 2000
"""Characters of a block that are parsed for inline markup in one piece."""

_LINE_BREAKS = frozenset({"softbreak", "hardbreak"})
_MAX_VERSE_LINE = 60
_MAX_CAPTION_WORDS = 40


def parse(text: str) -> Article:
    """Return the article of a Markdown text, with the metadata of its front matter.

    The text is rendered as HTML and read by the HTML reader. Raises UnreadableArticleError.
    """
    limits.check_line_count(text)
    matter, body = front_matter.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    found, body = properties.split(body)
    matter = {**found, **{key: value for key, value in matter.items() if value}}
    body = _remove_citations(_convert_divisions(body))
    for pattern, replacement in _REPLACEMENTS:
        body = pattern.sub(replacement, body)
    markdown = _create_parser()
    tokens = list(_mark_captions_and_verse(_restore_list_numbers(markdown.parse(body))))
    page = html.parse(markdown.renderer.render(tokens, markdown.options, {}))
    return Article(
        id="",
        source="",
        blocks=tuple(replace(block, container="") for block in page.blocks),
        section=front_matter.read_field(matter, "section"),
        kicker=front_matter.read_field(matter, "kicker"),
        headline=front_matter.read_field(matter, "headline"),
        standfirst=front_matter.read_field(matter, "standfirst"),
        byline=front_matter.read_field(matter, "byline"),
        published=first_date(front_matter.read_field(matter, "published")),
        language=front_matter.read_field(matter, "language"),
        url=front_matter.read_field(matter, "url"),
        keep=front_matter.read_patterns(matter, "keep"),
        drop=front_matter.read_patterns(matter, "drop"),
        warnings=page.warnings,
    )


def _convert_divisions(text: str) -> str:
    """Write pandoc's divisions (`:::`) that name a language as HTML; the others stay, to be removed later."""
    enclosing: list[bool] = []  # for each open division: it names a language

    def convert_fence(fence: re.Match[str]) -> str:
        language, other = fence.groups()
        if language or other:
            enclosing.append(bool(language))
            return f'<div lang="{language}">\n' if language else fence[0]
        return "\n</div>\n" if enclosing and enclosing.pop() else fence[0]

    return _DIVISION.sub(convert_fence, text)


def _remove_citations(text: str) -> str:
    """Return the text without citations in brackets, which point to a bibliography as footnote marks do."""
    if "@" not in text:
        return text
    links = frozenset(_DEFINED_HANDLE.findall(text))
    return _CITATION.sub(lambda mark: mark[0] if mark["key"] in links else "", text)


@cache
def _create_parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, sub_plugin, superscript_plugin):
        markdown.use(plugin)
    markdown.block.ruler.before("table", "bounded", _check_token_limit, {"alt": []})
    markdown.core.ruler.at("inline", _parse_inline)
    markdown.add_render_rule("image", _render_nothing)
    markdown.add_render_rule("code_block", _render_code_block)
    return markdown


def _check_token_limit(state: StateBlock, *_: object) -> bool:
    """Check the number of tokens at every block; as a block rule of markdown-it, it never matches."""
    limits.check_token_count(len(state.tokens))
    return False


def _parse_inline(state: StateCore) -> None:
    """Parse the markup inside blocks, a long block in parts: the time grows with the square of the length."""
    count = len(state.tokens)
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            for part in _split_long_text(token.content):
                children: list[Token] = []  # a list per part: markdown-it searches all tokens in the list
                state.md.inline.parse(part, state.md, state.env, children)
                token.children += children
                count += len(children)
                limits.check_token_count(count)


def _split_long_text(text: str) -> Iterator[str]:
    while len(text) > _MAX_INLINE_CHARACTERS:
        end = text.rfind(" ", 1, _MAX_INLINE_CHARACTERS)
        end = end if end > 0 else _MAX_INLINE_CHARACTERS
        yield text[:end]
        text = text[end:]
    yield text


def _render_nothing(*_: object) -> str:
    return ""


def _render_code_block(_self: object, tokens: list[Token], index: int, *_: object) -> str:
    """Render indented text as `pre`: the HTML reader decides by its characters if it is code, a poem or prose."""
    return f"<pre>{escape(tokens[index].content)}</pre>"


def _restore_list_numbers(tokens: list[Token]) -> list[Token]:
    """Put the numbers of lists that do not start at one back into the text: a sentence may begin with a year."""
    enclosing: list[bool] = []  # for each open list: it does not start at one
    for number, token in enumerate(tokens):
        if token.type.endswith("_list_open"):
            enclosing.append(token.attrGet("start") is not None)
        elif token.type.endswith("_list_close"):
            enclosing.pop()
        elif token.type == "list_item_open" and enclosing[-1]:
            opening, inline = tokens[number + 1 : number + 3]
            if opening.type == "paragraph_open":
                text = Token("text", "", 0, content=f"{token.info}{token.markup} ")
                inline.children = [text, *(inline.children or [])]
    return tokens


def _mark_captions_and_verse(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens, with a figure of captions after pictures, and with short hard-broken lines as verse."""
    under_picture = False
    for number, token in enumerate(tokens):
        if token.type == "paragraph_open":
            inline, close = tokens[number + 1 : number + 3]
            captions = _picture_captions(inline)
            if (under_picture or captions) and _is_emphasized_remark(inline):
                token.tag = close.tag = "figcaption"
            elif _is_verse(inline):
                token.attrSet("class", "verse")
            under_picture = bool(captions)
        elif token.type not in {"inline", "paragraph_close"}:
            under_picture = False
        yield token
        if token.type == "paragraph_close":
            lines = "".join(
                f"<figcaption>{escape(caption)}</figcaption>" for caption in _picture_captions(tokens[number - 1])
            )
            yield Token("html_block", "", 0, content=f"<figure>{lines}</figure>" if lines else "")


def _picture_captions(inline: Token) -> list[str]:
    """Return the description and the title of each picture in a paragraph; '' for a missing one."""
    pictures = [child for child in inline.children or () if child.type == "image"]
    return [
        text
        for picture in pictures
        for text in dict.fromkeys((_inline_text(picture), str(picture.attrGet("title") or "")))
    ]


def _inline_text(inline: Token) -> str:
    return "".join(" " if child.type in _LINE_BREAKS else child.content for child in inline.children or ())


def _is_emphasized_remark(inline: Token) -> bool:
    """Return True if a paragraph is one short emphasised remark, apart from pictures."""
    children = [
        c for c in inline.children or () if c.type not in {"image", "softbreak"} and (c.type != "text" or c.content)
    ]
    marks = [child.nesting for child in children if child.type in {"em_open", "em_close"}]
    whole = bool(children) and (children[0].type, children[-1].type) == ("em_open", "em_close") and marks == [1, -1]
    return whole and count_words(_inline_text(inline)) <= _MAX_CAPTION_WORDS


def _is_verse(inline: Token) -> bool:
    """Return True if every line of a paragraph is short and all line breaks are hard."""
    breaks = {child.type for child in inline.children or ()} & _LINE_BREAKS
    return breaks == {"hardbreak"} and all(len(line) <= _MAX_VERSE_LINE for line in inline.content.splitlines())
