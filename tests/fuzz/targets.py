"""Fuzz targets: each takes bytes, may raise errors of the package, and checks the results against the laws."""

from __future__ import annotations

import plistlib
import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audio_edition import config
from audio_edition.audio.tag_reader import read_chapters
from audio_edition.audio.tagger import EpisodeTags, render_tag
from audio_edition.errors import ArticleError, ConfigError
from audio_edition.model import Article, Block, BlockKind, Chapter
from audio_edition.pronunciation.lexicon import Lexicon
from audio_edition.pronunciation.lexicon.pls import parse_pls
from audio_edition.readers import read
from audio_edition.segmenter import segment
from audio_edition.verbaliser import verbalise
from audio_edition.verbaliser.utterances import utterances
from tests.conftest import spoken_cases

TESTS = Path(__file__).parent.parent
LANGUAGES = ("en-GB", "en-US", "de", "fr", "es", "it", "pt", "nl", "ja")
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no feed, tag or page may contain."""


@dataclass(frozen=True, slots=True)
class Target:
    """A function that is called with bytes, and the seeds of its cases."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def _reader(suffix: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, f"a{suffix}")
            file.write_bytes(data)
            with suppress(ArticleError):
                for article in read(file):
                    _check_laws(article)

    return run


def _check_laws(article: Article) -> None:
    """Check the laws of reading, segmenting and verbalising."""
    for block in article.blocks:
        assert block.text == block.text.strip() != ""
        assert not _NO_TEXT.search(block.text), block.text
    with suppress(ArticleError):
        script = segment(article)
        places = [*(p.block for p in script.paragraphs), *(d.block for d in script.dropped)]
        assert sorted(places) == sorted(set(places))
        assert set(places) <= set(range(len(article.blocks)))
        assert [p.block for p in script.paragraphs] == sorted(p.block for p in script.paragraphs)
        assert all(drop.rule for drop in script.dropped)
        for utterance in utterances(script, "en-GB"):
            assert utterance.spoken.strip()
            assert not _NO_TEXT.search(utterance.written + utterance.spoken)


def _segmenter(data: bytes) -> None:
    """Segment blocks of any kind, one a line; the first character of a line selects the kind."""
    kinds = tuple(BlockKind)
    lines = data.decode("utf-8", "replace").splitlines()
    blocks = [
        Block(
            text=" ".join(line[1:].split()),
            kind=kinds[ord(line[0]) % len(kinds)],
            level=ord(line[0]) % 4 if kinds[ord(line[0]) % len(kinds)] is BlockKind.HEADING else 0,
        )
        for line in lines
        if line[1:].split()
    ]
    if blocks and all(not _NO_TEXT.search(block.text) for block in blocks):
        _check_laws(Article(id="a", source="a", blocks=tuple(blocks)))


def _verbaliser(language: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        written = data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")
        spoken, replacements = verbalise(written, language)
        ends = [0, *(change.end for change in replacements)]
        assert all(end <= change.start <= change.end for end, change in zip(ends, replacements, strict=False))
        assert ends[-1] <= len(written)
        assert not _NO_TEXT.search(spoken), spoken
        if language != "ja":
            assert not re.search(r"[0-9]", spoken), (written, spoken)

    return run


def _lexicon(data: bytes) -> None:
    with suppress(ConfigError):
        lexemes = parse_pls(data, "a.pls")
        verbalise("The wall is 3 km long, says Nguyen.", "en-GB", lexicon=Lexicon(lexemes))


def _config(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(ConfigError):
        file = Path(folder, "edition.toml")
        file.write_bytes(data)
        config.load(file)


def _tags(data: bytes) -> None:
    """Write the bytes as titles into a tag and read them back; then read the bytes as a foreign tag."""
    title = data.decode("utf-8", "surrogateescape")
    chapters = (Chapter(title=title, start_ms=0, end_ms=1), Chapter(title=title[::-1], start_ms=1, end_ms=2))
    names = {"title": title, "artist": title, "album": title}
    tag = render_tag(
        EpisodeTags(**names, issue_date=date(2026, 1, 1), track=(1, 1), language="en", cover=b"", chapters=chapters)
    )
    assert [chapter.start_ms for chapter in read_chapters(tag)] == [0, 1]
    with suppress(ValueError):
        read_chapters(data)


def _read_files(*patterns: str) -> tuple[bytes, ...]:
    found = (file for pattern in patterns for file in sorted(TESTS.glob(pattern)))
    return tuple(file.read_bytes() for file in found)


def _written_forms(language: str) -> tuple[bytes, ...]:
    """Return the written forms of the tables of spoken forms in a language."""
    table = "spoken_forms.tsv" if language.startswith("en") else "spoken_forms_european.tsv"
    rows = spoken_cases(TESTS / "verbaliser" / table)
    return tuple(written.encode() for locale, written, _ in rows if locale[:2] == language[:2]) or (b"1",)


_FEED = b"""<rss version="2.0"><channel><title>T</title><item><title>A wall</title><guid>1</guid>
<pubDate>Tue, 3 Mar 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;The wall is 3 km long.&lt;/p&gt;</description>
</item></channel></rss>"""
_JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "A",
 "authors": [{"name": "A"}], "content_html": "<p>The wall is 3 km long.</p>", "date_published": "2026-03-03"}]}"""
_GHOST = b"""{"db": [{"data": {"posts": [{"id": "1", "title": "A", "html": "<p>The wall is 3 km long.</p>",
"status": "published", "published_at": "2026-03-03T10:00:00Z"}], "users": [{"id": "u", "name": "A"}]}}]}"""
_WXR = b"""<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title><item>
<title>A wall</title><description>The wall [gallery ids="1"] is long.\n\n[caption id="a"]A bank[/caption]
</description><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"""
_MESSAGE = b"""From: A Wall <a@example.org>\nSubject: =?utf-8?q?Fwd:_A_wall?=\nDate: Tue, 3 Mar 2026 10:00:00 +0000
Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; format=flowed\n\nThe wall is
3 km long.\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>The wall
is 3=C2=A0km long.</p>\n--b--\n"""
_FORWARDED = b"""---------- Forwarded message ---------\nFrom: A Wall <a@example.org>
Date: Tue, 3 Mar 2026 at 10:00\nSubject: A wall\nTo: <b@example.org>\n\nThe wall is 3 km long.\n\n-- \nB\n"""
_TOML = b"""title = "A"
language = "en-GB"
engine = "tone"
keep = ["a.*"]
drop = []
jobs = 2
voices = {de = "x"}
[pronounce]
Nguyen = "win"
[pauses]
section = 100
[articles.wall]
drop = ["x"]
"""
_PLS = b"""<?xml version="1.0"?><lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
 alphabet="ipa" xml:lang="en"><lexeme><grapheme>Nguyen</grapheme><alias>win</alias></lexeme><lexeme>
<grapheme>wall</grapheme><phoneme>w\xc9\x94\xcb\x90l</phoneme></lexeme></lexicon>"""
_ARCHIVE = plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>The wall is 3 km long.</p>"}})
_TAG = b"ID3\x03\x00\x00\x00\x00\x00\x40CHAP\x00\x00\x00\x20\x00\x00c\x00"
_FRONT = b"---\ntitle: A wall\nkeep: [a]\ndate: 2026-03-03\n---\n\n"

TARGETS: Mapping[str, Target] = {
    "txt": Target(_reader(".txt"), (_FORWARDED, *_read_files("readers/saved/*.txt", "segmenter/data/*/*.txt"))),
    "md": Target(
        _reader(".md"),
        (*_read_files("readers/saved/*.md"), *(_FRONT + text for text in _read_files("readers/saved/*.txt"))),
    ),
    "html": Target(_reader(".html"), _read_files("readers/saved/*.html", "segmenter/data/*/*.html")),
    "mhtml": Target(_reader(".mhtml"), _read_files("readers/saved/*.mhtml")),
    "webarchive": Target(_reader(".webarchive"), (_ARCHIVE,)),
    "epub": Target(_reader(".epub"), _read_files("readers/saved/*.epub")),
    "rss": Target(_reader(".rss"), (_FEED,)),
    "json": Target(_reader(".json"), (_JSON_FEED, _GHOST)),
    "wordpress": Target(_reader(".xml"), (_WXR,)),
    "eml": Target(_reader(".eml"), (_MESSAGE, _FORWARDED)),
    "mbox": Target(_reader(".mbox"), (b"From a\n" + _MESSAGE + b"\nFrom b\n" + _MESSAGE,)),
    "segmenter": Target(_segmenter, _read_files("segmenter/data/*/*.txt")),
    **{f"say-{language}": Target(_verbaliser(language), _written_forms(language)) for language in LANGUAGES},
    "lexicon": Target(_lexicon, (_PLS,)),
    "config": Target(_config, (_TOML,)),
    "tags": Target(_tags, (_TAG, "Wall é 😀".encode())),
}
