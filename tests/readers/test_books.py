"""Books of prose, plays and verse, generated in several styles of markup, keep their words and their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from tests.readers.generated_books import Writer
from tests.readers.test_epub import entry, toc, write_epub3

CHAPTERS = 4
MIN_SHARE = 0.995

Markup = tuple[str, list[str]]
"""The body of a chapter's document, and the lines that must be heard."""


def write_prose(writer: Writer, start: str, paragraph: str, end: str = "") -> Markup:
    lines = [writer.paragraph() for _ in range(60)]
    return start + "".join(paragraph.format(text=escape(line)) for line in lines) + end, lines


def pandoc_prose(writer: Writer, title: str) -> Markup:
    return write_prose(writer, f"<h1>{title}</h1>", "<p>{text}</p>")


def calibre_prose(writer: Writer, title: str) -> Markup:
    start = f'<div class="calibre"><p class="calibre_7"><span class="bold">{title}</span></p>'
    return write_prose(writer, start, '<p class="calibre_8"><span class="calibre3">{text}</span></p>', "</div>")


def gutenberg_prose(writer: Writer, title: str) -> Markup:
    start = f'<div class="chapter"><h2><a id="x"></a>{title.upper()}<br/></h2></div>'
    return write_prose(writer, start, '<p class="noindent">\n{text}<span class="pagenum">[Pg 7]</span>\n</p>\n')


def old_prose(writer: Writer, title: str) -> Markup:
    return write_prose(writer, f"<h3>{title}</h3>", '<div class="indent">{text}</div>')


def write_play(writer: Writer, start: str, speech: str, line_break: str, end: str = "") -> Markup:
    speeches = [writer.speech() for _ in range(60)]
    body = "".join(speech.format(name=name, text=line_break.join(map(escape, lines))) for name, lines in speeches)
    return start + body + end, [line for name, lines in speeches for line in (name, *lines)]


def bold_play(writer: Writer, title: str) -> Markup:
    return write_play(writer, f"<h2>{title}</h2>", "<p><b>{name}.</b> {text}</p>", "<br/>")


def table_play(writer: Writer, title: str) -> Markup:
    row = '<tr><td epub:type="z3998:persona">{name}</td><td><p>{text}</p></td></tr>'
    start = f'<section epub:type="chapter z3998:scene"><h3>{title}</h3><table class="drama"><tbody>'
    return write_play(writer, start, row, "<br/>", "</tbody></table></section>")


def paragraph_play(writer: Writer, title: str) -> Markup:
    speech = '<p class="speaker">{name}</p><p class="speech">{text}</p>'
    return write_play(writer, f"<h2>{title}</h2>", speech, '</p><p class="speech">')


def list_play(writer: Writer, title: str) -> Markup:
    return write_play(writer, f"<h2>{title}</h2><dl>", "<dt>{name}</dt><dd>{text}</dd>", "<br/>", "</dl>")


def write_verse(writer: Writer, start: str, stanza: str, line: str, between: str = "") -> Markup:
    stanzas = [writer.stanza() for _ in range(12)]
    bodies = (between.join(line.format(text=escape(text)) for text in lines) for lines in stanzas)
    body = "".join(stanza.format(lines=lines) for lines in bodies)
    return start + body, [text for lines in stanzas for text in lines]


def broken_verse(writer: Writer, title: str) -> Markup:
    return write_verse(writer, f"<h2>{title}</h2>", "<p>{lines}</p>", "{text}", "<br/>\n")


def typed_verse(writer: Writer, title: str) -> Markup:
    start = f'<h2 epub:type="title">{title}</h2>'
    stanza = '<section epub:type="z3998:poem"><p>{lines}</p></section>'
    return write_verse(writer, start, stanza, '<span class="i1">{text}</span>', "<br/>")


def paragraph_verse(writer: Writer, title: str) -> Markup:
    return write_verse(
        writer, f"<h2>{title}</h2>", '<div class="stanza">{lines}</div>', '<p class="line">{text}</p>'
    )


def plain_verse(writer: Writer, title: str) -> Markup:
    return write_verse(writer, f"<h2>{title}</h2>", "{lines}<p>&#160;</p>", "<p>{text}</p>")


def preformatted_verse(writer: Writer, title: str) -> Markup:
    return write_verse(writer, f"<h2>{title}</h2>", "<pre>{lines}</pre>", "  {text}", "\n")


def words_of(lines: list[str]) -> list[str]:
    return [word for line in lines for word in re.findall(r"\w+", line.casefold())]


def share_in_order(wanted: list[str], heard: list[str]) -> float:
    """Return the share of the words that are heard in their order."""
    matches = SequenceMatcher(None, wanted, heard, autojunk=False).get_matching_blocks()
    return sum(match.size for match in matches) / len(wanted)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    "write",
    [
        pandoc_prose,
        calibre_prose,
        gutenberg_prose,
        old_prose,
        bold_play,
        table_play,
        paragraph_play,
        list_play,
        broken_verse,
        typed_verse,
        paragraph_verse,
        plain_verse,
        preformatted_verse,
    ],
)
def test_the_words_of_a_book_are_heard_in_order(
    write: Callable[[Writer, str], Markup], seed: int, tmp_path: Path
) -> None:
    writer = Writer(seed)
    chapters = [write(writer, f"Chapter {number}") for number in range(CHAPTERS)]
    documents = {f"{number}.xhtml": body for number, (body, _) in enumerate(chapters)}
    nav = toc(*(entry(f"Chapter {number}", f"{number}.xhtml") for number in range(CHAPTERS)))
    scripts = read_scripts([write_epub3(tmp_path, documents, nav=nav)]).scripts
    wanted = words_of([line for _, lines in chapters for line in lines])
    heard = words_of([line.text for script in scripts for line in script.narrative])
    dropped = [(d.rule, d.text) for script in scripts for d in script.dropped]
    assert share_in_order(wanted, heard) >= MIN_SHARE, dropped[:12]
