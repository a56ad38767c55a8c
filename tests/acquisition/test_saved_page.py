"""Pages saved by `add`: the record is read, and the bytes of the page are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.acquisition.saved_page import Origin, add_record, recorded_address, remove_record, render_entry
from audio_edition.model import Article
from audio_edition.readers import html
from audio_edition.readers.decoding import declared_charset, decode
from audio_edition.readers.entries import FeedEntry

DAY = date(2026, 11, 21)
ADDRESS = "https://example.org/mud?a=b"


def origin(charset: str | None = None, published: date | None = None) -> Origin:
    return Origin(address=ADDRESS, day=DAY, charset=charset, published=published)


def read(page: bytes) -> Article:
    """Read a page as the HTML reader reads a file with these bytes."""
    text, warnings = decode(page, where="here", declared=declared_charset(page))
    return replace(html.parse(text), warnings=warnings)


HEADS = ["", "<!DOCTYPE html>", "<html lang='nl'>", "<!doctype html>\n<html lang='nl'>\n<head prefix='og: x'>\n"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_record_keeps_the_bytes_and_its_address_is_read(head: str, mark: bytes) -> None:
    page = mark + head.encode() + "<title>T</title><p>café</p>".encode()
    saved = add_record(page, origin("utf-8"))
    assert remove_record(saved) == page
    assert recorded_address(saved) == ADDRESS
    article = read(saved)
    assert (article.url, article.blocks[0].text) == (ADDRESS, "café")
    assert article.language == ("nl" if "lang" in head else None)


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "windows-1252", "shift_jis", "hex", "no-such"]))
def test_removing_a_record_gives_any_bytes_back(page: bytes, charset: str | None) -> None:
    if not page.startswith((b"\xff\xfe", b"\xfe\xff")):
        saved = add_record(page, origin(charset))
        assert remove_record(saved) == page
        assert remove_record(page) == page
        assert recorded_address(saved) == ADDRESS


@pytest.mark.parametrize(
    ("page", "charset", "text"),
    [
        (b"<p>caf\xe9 \x96 20 \x80</p>", "windows-1252", "café – 20 €"),
        (b"<p>caf\xe9</p>", "ISO-8859-1", "café"),
        ("<p>Мы здесь живём</p>".encode("koi8-r"), "koi8-r", "Мы здесь живём"),
        ("<p>泥の言葉</p>".encode("euc-jp"), "euc-jp", "泥の言葉"),
        ("<p>泥の言葉</p>".encode("iso-2022-jp"), "iso-2022-jp", "泥の言葉"),
        ("<p>café</p>".encode("utf-16"), None, "café"),
        ("<p>café</p>".encode("utf-16-be"), "utf-16be", "café"),
        ("<p>café</p>".encode(), "iso-8859-1", "café"),  # a server's default that fits every page
        (b'<meta charset="koi8-r"><p>caf\xe9</p>', "windows-1252", "café"),  # the server's encoding wins
        (b'<meta charset="windows-1252"><p>caf\xe9</p>', "utf-8", "café"),  # unless it cannot decode the page
        (b"<p>caf\xc3\xa9</p>", "hex", "café"),
    ],
)
def test_the_encoding_of_the_header_is_recorded(page: bytes, charset: str, text: str) -> None:
    article = read(add_record(page, origin(charset)))
    assert (article.blocks[0].text, article.warnings) == (text, ())


def test_an_encoding_that_the_page_declares_is_not_recorded() -> None:
    assert add_record(b"<meta charset='utf-8'><p>mud</p>", origin("utf-8")).count(b"charset") == 1


def test_the_date_of_a_feed_is_recorded() -> None:
    assert read(add_record(b"<html lang=en><p>mud</p>", origin("utf-8", date(2026, 11, 20)))).published == date(
        2026, 11, 20
    )


def test_the_address_in_a_page_saved_by_a_browser_is_read_but_is_not_a_record() -> None:
    page = b"<!DOCTYPE html>\n<!-- saved from url=(0023)https://example.org/mud -->\n<html><p>mud</p></html>"
    assert read(page).url == "https://example.org/mud"
    assert recorded_address(page) is None
    assert read(b"<!-- saved from url=(0014)about:internet --><p>mud</p>").url is None


def test_a_feed_entry_is_rendered_as_a_page_with_its_metadata() -> None:
    entry = FeedEntry(
        id="1",
        link=ADDRESS,
        headline='Mud & "silt" <again>',
        text="<p>It is <b>brown</b>.</p>",
        byline="Ada Marsh",
        published=date(2026, 11, 20),
        language="en-GB",
        publication="The Estuary & Weekly",
    )
    article = read(add_record(render_entry(entry), origin()))
    assert article.headline == entry.headline
    assert (article.byline, article.published, article.language) == ("Ada Marsh", entry.published, "en-GB")
    assert (article.publication, article.url) == ("The Estuary & Weekly", ADDRESS)
    assert [block.text for block in article.blocks] == [entry.headline, "It is brown."]
    assert read(render_entry(FeedEntry(id="1", link="", headline="", text="<p>Mud.</p>"))).blocks[-1].text == "Mud."
