"""Files that expand, refer to other files or nest without end are read or refused in one line."""

from __future__ import annotations

import plistlib
import re
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from audio_edition import config
from audio_edition.errors import ArticleError, ConfigError
from audio_edition.model import Article
from audio_edition.pronunciation.lexicon import read_pls
from audio_edition.readers import read
from audio_edition.segmenter import segment

PROSE = (
    "The wall has been the talk of the town since the storm of last January, and nobody expects that to change. "
    * 3
)
LINES = {
    "laughs": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>",
    "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"a" * 200_000}"><!ENTITY j "{"&a;" * 5000}">]>',
    "file": '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
    "network": '<!DOCTYPE x [<!ENTITY j SYSTEM "http://127.0.0.1:9/x">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY j "x">]>',
}
PAGE = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Wall</h1><p>&j;{PROSE}</p></body></html>'
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="{}"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>&j;</dc:title></metadata><manifest>{}</manifest><spine>{}</spine></package>"
)
ITEM = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
NCX_ITEM = '<item id="n" href="n.ncx" media-type="application/x-dtbncx+xml"/>'
POINT = '<navPoint><navLabel><text>&j;</text></navLabel><content src="a.xhtml"/>'
ENTRIES = {
    "rss": '<rss version="2.0"><channel><title>&j;</title><item><title>a&j;</title><description>{}&j;</description>'
    "</item></channel></rss>",
    "atom": '<feed xmlns="http://www.w3.org/2005/Atom"><title>&j;</title><entry><id>1</id>'
    '<content type="text">{}&j;</content></entry></feed>',
}
MHTML = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'


def book(file: Path, changes: Mapping[str, str], entry: zipfile.ZipInfo | None = None) -> Path:
    """Write an EPUB of one page with some of its files changed."""
    usual = {
        "META-INF/container.xml": CONTAINER.format("c.opf"),
        "c.opf": PACKAGE.format(ITEM, '<itemref idref="a"/>').replace("&j;", ""),
        "a.xhtml": PAGE.replace("&j;", ""),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (usual | dict(changes)).items():
            archive.writestr(name, text)
        if entry:
            archive.writestr(entry, "/etc/passwd")
    return file


def read_within_limits(file: Path) -> tuple[Article, ...]:
    """Return the articles of a file, none if it is refused; fail for any other error, and for too much time."""
    start = time.process_time()
    articles: tuple[Article, ...] = ()
    with suppress(ArticleError):
        articles = read(file)
    for article in articles:
        with suppress(ArticleError):
            segment(article)
    assert time.process_time() - start < 10
    words = " ".join(f"{a.headline} {a.publication} {' '.join(b.text for b in a.blocks)}" for a in articles)
    assert len(words) < 2_000_000
    assert "root:" not in words
    return articles


@pytest.mark.parametrize("bomb", LINES)
def test_entities_load_no_file_and_are_not_expanded(bomb: str, tmp_path: Path) -> None:
    lines = LINES[bomb]
    for number, (name, text) in enumerate(
        {
            "c.opf": lines + PACKAGE.format(ITEM, '<itemref idref="a"/>'),
            "a.xhtml": lines + PAGE,
            "META-INF/container.xml": lines + CONTAINER.format("c.opf"),
        }.items()
    ):
        read_within_limits(book(tmp_path / f"{number}.epub", {name: text}))
    read_within_limits(
        book(tmp_path / "n.epub", {"n.ncx": f"{lines}<ncx><navMap>{POINT}</navPoint></navMap></ncx>"})
    )
    for suffix, text in ENTRIES.items():
        (tmp_path / f"f.{suffix}").write_text(lines + text.format(PROSE * 5), encoding="utf-8")
        read_within_limits(tmp_path / f"f.{suffix}")
    (tmp_path / "p.xhtml").write_text(lines + PAGE, encoding="utf-8")
    assert read_within_limits(tmp_path / "p.xhtml")
    entry = "<lexeme><grapheme>Wall</grapheme><alias>&j;</alias></lexeme>"
    space = 'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en"'
    (tmp_path / "l.pls").write_text(f'{lines}<lexicon version="1.0" {space}>{entry}</lexicon>', encoding="utf-8")
    with pytest.raises(ConfigError):
        read_pls(tmp_path / "l.pls")


def test_an_epub_reads_no_file_outside_itself(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("b.xhtml")
    link.external_attr = 0o120777 << 16
    page = ITEM.replace("a.xhtml", "{}")
    for number, (changes, entry) in enumerate(
        [
            ({"META-INF/container.xml": CONTAINER.format("/etc/passwd")}, None),
            ({"META-INF/container.xml": CONTAINER.format("../" * 9 + "etc/passwd")}, None),
            ({"META-INF/container.xml": CONTAINER.format("file:///etc/passwd")}, None),
            ({"c.opf": PACKAGE.format(page.format("../" * 9 + "etc/passwd.html"), '<itemref idref="a"/>')}, None),
            ({"c.opf": PACKAGE.format(page.format("C:\\windows\\win.html"), '<itemref idref="a"/>')}, None),
            ({"c.opf": PACKAGE.format(page.format("b.xhtml"), '<itemref idref="a"/>').replace("&j;", "")}, link),
        ]
    ):
        read_within_limits(book(tmp_path / f"{number}.epub", changes, entry))
    assert sorted(tmp_path.iterdir()) == sorted(tmp_path.glob("?.epub"))


def test_an_epub_that_expands_or_repeats_without_end_is_read_or_refused(tmp_path: Path) -> None:
    spine = '<itemref idref="a"/>' * 200_000
    deep = f"<ncx><navMap>{POINT * 100_000}"
    assert not read_within_limits(
        book(tmp_path / "spine.epub", {"c.opf": PACKAGE.format(ITEM, spine).replace("&j;", "")})
    )
    assert read_within_limits(book(tmp_path / "ncx.epub", {"n.ncx": deep, "c.opf": _with_ncx()}))
    assert not read_within_limits(book(tmp_path / "zeros.epub", {"a.xhtml": "\0" * (40 << 20)}))
    assert not read_within_limits(book(tmp_path / "self.epub", {"c.opf": _with_ncx().replace("a.xhtml", "c.opf")}))


def _with_ncx() -> str:
    return PACKAGE.format(ITEM + NCX_ITEM, '<itemref idref="a"/>').replace("&j;", "")


@pytest.mark.parametrize(
    ("field", "form", "value"),
    [
        (8, "<H", 1),
        (10, "<H", 99),
        (24, "<I", 2**31),
        (20, "<I", 2**31),
        (42, "<I", 0),
        (42, "<I", 2**31),
        (28, "<H", 9),
    ],
    ids=["encrypted", "unknown method", "too large", "packed too large", "overlapping", "elsewhere", "no name"],
)
def test_an_epub_with_a_false_zip_directory_is_read_or_refused(
    field: int, form: str, value: int, tmp_path: Path
) -> None:
    file = book(tmp_path / "a.epub", {})
    data = bytearray(file.read_bytes())
    for found in re.finditer(re.escape(b"PK\1\2"), bytes(data)):
        struct.pack_into(form, data, found.start() + field, value)
    file.write_bytes(data)
    read_within_limits(file)


def _self_containing() -> bytes:
    """Return a binary property list whose only array contains itself."""
    return b"bplist00\xa1\x00\x08" + b"\0" * 6 + struct.pack(">BBQQQ", 1, 1, 1, 0, 10)


def _nine_aliases(letter: int) -> bytes:
    return b"%c: &%c [%s]\n" % (letter, letter, b",".join([b"*%c" % (letter - 1)] * 9))


_N = range(3000)
HOSTILE: dict[str, Callable[[], bytes]] = {
    "parts.mhtml": lambda: MHTML + b"--b\r\nContent-Type: text/plain\r\n\r\na\r\n" * 20_000,
    "nested.mhtml": lambda: b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000)
    ),
    "message.mhtml": lambda: b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    "charset.mhtml": lambda: MHTML + b'--b\r\nContent-Type: text/html; charset="=?x?q?\xff?="\r\n\r\n<p>a\r\n--b--',
    "nested.eml": lambda: b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000)
    ),
    "few.eml": lambda: (
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(39))
        + b"a\n" * 100_000
    ),
    "message.eml": lambda: b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    "charset.eml": lambda: b'Content-Type: text/html; charset="=?x?q?\xff?="\r\n\r\n<p>a',
    "charset2.eml": lambda: b"Content-Type: text/plain; charset*0*=x''%ff; charset*1=y\r\n\r\n\xe4",
    "header.eml": lambda: b"Subject: =?utf-16?b?//8?= =?x?q?a?= \xff\r\nFrom: \xff <@>\r\nDate: 99 9\r\n\r\na",
    "mixed.mbox": lambda: b"From a\nA: b\n\n" * 9_000 + b">From \n" * 9_000,
    "odd.emlx": lambda: b"999999999999\n\n" + PROSE.encode(),
    "deep-ghost.json": lambda: b'{"db": [' + b"[" * 200_000,
    "shortcodes.xml": lambda: (
        b'<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_type>post'
        b"</wp:post_type><description>" + b"[caption][a b='" * 30_000 + b"</description></item></channel></rss>"
    ),
    "deep.webarchive": lambda: b'<?xml version="1.0"?><plist version="1.0">' + b"<array>" * 200_000,
    "self.webarchive": _self_containing,
    "odd.webarchive": lambda: plistlib.dumps({"WebMainResource": {"WebResourceData": 7, "WebResourceURL": []}}),
    "deep.json": lambda: b'{"version":"https://jsonfeed.org/version/1.1","items":' + b"[" * 200_000,
    "odd.json": lambda: (
        b'{"version":"https://jsonfeed.org/version/1","items":[1,null,{"id":[],"content_html":7,"authors":3}]}'
    ),
    "deep.rss": lambda: b'<rss version="2.0"><channel><item>' + b"<a>" * 20_000,
    "attributes.rss": lambda: (
        b'<rss version="2.0"><channel><item ' + _attributes() + b"><title>x</title></item></channel></rss>"
    ),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 200_000 + PROSE.encode(),
    "bold.html": lambda: b"<html><body>" + b"<b>" * 200_000 + PROSE.encode(),
    "tables.html": lambda: b"<table><tr><td>" * 70_000 + PROSE.encode(),
    "attributes.html": lambda: b"<p " + _attributes() + b">" + PROSE.encode(),
    "data.html": lambda: b'<script type="application/ld+json">' + b'{"@graph":[' * 900 + b"]}" * 900 + b"</script>",
    "characters.html": lambda: b"<p>" + b"&#xD800;&#0;&#x1b;&#x110000;\0" * 1000 + PROSE.encode(),
    "laughs.md": lambda: _front(b"a: &a [x,x,x]\n" + b"".join(map(_nine_aliases, range(98, 110))) + b"title: *m"),
    "self.md": lambda: _front(b"title: &a [*a]"),
    "deep.md": lambda: _front(b"title: " + b"[" * 5000),
    "pattern.md": lambda: _front(b'keep: "["'),
    "keys.md": lambda: _front(b"? [a]\n: b"),
    "deep-toml.md": lambda: _front(b"title = " + b"[" * 100_000, b"+++"),
    "dots.md": lambda: _front(b"a" + b".a" * 20_000 + b" = 1", b"+++"),
    "digits.md": lambda: _front(b"title = " + b"9" * 10_000, b"+++"),
}


def _attributes() -> bytes:
    return b" ".join(b'a%d="1"' % n for n in range(100_000))


def _front(matter: bytes, fence: bytes = b"---") -> bytes:
    return b"\n".join((fence, matter, fence, b"", PROSE.encode()))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_or_refused_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    read_within_limits(tmp_path / name)


@pytest.mark.parametrize(
    "text", ["title = " + "[" * 100_000, "title = " + "9" * 10_000, "a" + ".a" * 20_000 + " = 1"]
)
def test_a_hostile_configuration_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="edition.toml: "):
        config.load(tmp_path / "edition.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_pattern_that_takes_too_long_costs_one_article(tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text(f"The wall\n\n{PROSE}\n\n{'a' * 60}!\n\n{PROSE}", encoding="utf-8")
    (tmp_path / "mud.txt").write_text(f"The mud\n\n{PROSE}", encoding="utf-8")
    (tmp_path / "edition.toml").write_text('drop = ["(a+)+$"]\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "audio_edition", "segment", "--json", tmp_path],
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert b"the pattern '(a+)+$' takes more than 2 s for the paragraph" in done.stderr
    assert done.stdout.count(b"\n") == 1
    assert done.returncode == ArticleError.exit_code
    assert done.stdout.startswith(b'{"id": "mud"')
