"""One article, saved by several tools: every word of the story is read, each paragraph as one block."""

from __future__ import annotations

import plistlib
from datetime import date
from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Article, BlockKind
from audio_edition.readers import read

SAVED = Path(__file__).parent / "saved"
STORY = [line.split("\t") for line in (SAVED / "story.txt").read_text("utf-8").splitlines()]
MARKED_UP = ["chromium.mhtml", "singlefile.html", "firefox-reader.html", "libreoffice.html", "pandoc-gfm.md"]
TEXTS = ["copied.txt", "w3m.txt", "lynx.txt"]


def read_saved(name: str) -> Article:
    (article,) = read(SAVED / name)
    return article


def contains_in_order(wanted: list[str], found: list[str]) -> bool:
    """Return True if all of `wanted` are in `found`, in the same order."""
    rest = iter(found)
    return all(line in rest for line in wanted)


@pytest.mark.parametrize("name", [*MARKED_UP, *TEXTS])
def test_every_paragraph_is_a_block_of_its_own(name: str) -> None:
    texts = [block.text for block in read_saved(name).blocks]
    wanted = [text for kind, text in STORY if kind != "caption"]
    assert contains_in_order(wanted, texts), [line for line in wanted if line not in texts]


def test_no_word_of_a_pdf_is_lost_although_paragraph_ends_cannot_be_seen() -> None:
    text = " ".join(block.text for block in read_saved("pdftotext.txt").blocks)
    assert all(line in text for _, line in STORY)


@pytest.mark.parametrize("name", ["chromium.mhtml", "singlefile.html", "firefox-reader.html"])
def test_the_story_of_a_saved_page_is_spoken_whole_and_nothing_else(name: str) -> None:
    (script,) = read_scripts([SAVED / name]).scripts
    spoken = [[paragraph.role.value, paragraph.text] for paragraph in script.narrative]
    assert spoken == [line for line in STORY[1:] if line[0] != "caption"]
    assert script.headline == STORY[0][1]
    assert script.byline == "Ada Marsh"


@pytest.mark.parametrize("name", ["chromium.mhtml", "singlefile.html"])
def test_a_saved_page_keeps_its_declared_metadata(name: str) -> None:
    article = read_saved(name)
    assert (article.section, article.byline) == ("Britain", "Ada Marsh")
    assert (article.published, article.language) == (date(2026, 11, 18), "en-GB")
    assert (article.url, article.publication) == ("https://example.org/ferry", "The Estuary Weekly")


def test_a_page_saved_from_reader_view_has_its_own_language_not_the_browsers() -> None:
    article = read_saved("firefox-reader.html")
    assert (article.language, article.byline) == ("en-GB", "Ada Marsh")
    assert article.url == "https://example.org/ferry.html"


@pytest.mark.parametrize("name", ["chromium-shadow.mhtml", "singlefile-shadow.html"])
def test_shadow_trees_are_read_with_the_content_of_their_slots(name: str) -> None:
    blocks = read_saved(name).blocks
    assert [(block.container, block.text.split()[0]) for block in blocks] == [
        ("nav", "Home"),
        ("header", "The"),
        ("header", "A"),
        ("article", "THE"),
        ("article", "Three"),
        ("article", "“People"),
        ("aside", "More"),
        ("", "In"),
    ]


def test_a_web_archive_of_safari_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = "<title>On mud</title><p>It’s £5 a head, and 12.5 percent more on Sundays.</p>"
    main = {
        "WebResourceData": page.encode("utf-16-le"),
        "WebResourceTextEncodingName": "UTF-16",
        "WebResourceURL": "https://example.org/mud",
        "WebResourceMIMEType": "text/html",
    }
    file = tmp_path / "mud.webarchive"
    file.write_bytes(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))
    (article,) = read(file)
    assert [block.text for block in article.blocks] == ["It’s £5 a head, and 12.5 percent more on Sundays."]
    assert (article.headline, article.url) == ("On mud", "https://example.org/mud")


def test_mhtml_of_internet_explorer_is_decoded_as_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "mud.mht"
    file.write_bytes(
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        b'--x\r\nContent-Type: text/html;\r\n\tcharset="windows-1252"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: file://C:\\mud.html\r\n\r\n"
        b"<p>It=92s =A35 a head.</p>\r\n\r\n"
        b"--x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n--x--\r\n"
    )
    (article,) = read(file)
    assert [block.text for block in article.blocks] == ["It’s £5 a head."]
    assert article.url is None


@pytest.mark.parametrize("name", ["a.mhtml", "a.webarchive"])
@pytest.mark.parametrize("data", [b"", b"no such thing", b"bplist00\x00\x01", b"<?xml version='1.0'?><plist/>"])
def test_a_broken_archive_is_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableArticleError, match=rf"{name}: (is no web archive|has no page in it)"):
        read(file)


def test_captions_are_captions_if_the_tool_keeps_their_markup() -> None:
    caption = next(text for kind, text in STORY if kind == "caption")
    for name in ("chromium.mhtml", "singlefile.html", "firefox-reader.html", "pandoc-gfm.md"):
        kinds = [block.kind for block in read_saved(name).blocks if block.text == caption]
        assert kinds == [BlockKind.CAPTION], name
