"""Decoding of bytes whose encoding is missing, wrong, mixed or applied twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.errors import UnreadableArticleError
from audio_edition.readers import read
from audio_edition.readers.decoding import declared_charset, decode, normalize_charset

TEXT = "Café prices rose by £3 – “a scandal”, said one, and it’s 12.5 percent since the naïve élite went home.\n"
CYRILLIC = "Паром продали на слом в 1987 году, но он всё ещё ходит через реку одиннадцать раз в день.\n"


def decode_cp1252_as_browsers(data: bytes) -> str:
    """Decode windows-1252 as browsers do, with the five bytes that Python leaves undefined."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "cp1252"),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("utf-16-be"), "utf-8"),
        (TEXT.replace("said", "s\0aid").encode(), None),
        ("It’s".encode().replace("’".encode(), "\x92".encode()) + TEXT[4:].encode(), None),
    ],
)
def test_text_in_a_known_encoding_is_decoded_without_a_warning(data: bytes, declared: str | None) -> None:
    text, warnings = decode(data, where="a", declared=declared)
    assert text[4:] == TEXT[4:]
    assert not warnings


@pytest.mark.parametrize(
    ("data", "declared", "warning"),
    [
        (TEXT.encode("cp1252"), "utf-8", "is not UTF-8; read as windows-1252"),
        (TEXT.encode("cp1252") * 3, None, "is not UTF-8; read as windows-1252"),
        (TEXT.encode() + TEXT.encode("cp1252"), None, "UTF-8 with other bytes"),
        (TEXT.encode("cp1252") * 2 + TEXT.encode(), None, "UTF-8 with other bytes"),
        (decode_cp1252_as_browsers(TEXT.encode()).encode(), None, "encoded as UTF-8 twice"),
    ],
)
def test_text_in_a_wrong_encoding_is_repaired_with_a_warning(
    data: bytes, declared: str | None, warning: str
) -> None:
    text, warnings = decode(data, where="a", declared=declared)
    assert set(text.splitlines()) == {TEXT.strip()}
    assert [warning in actual for actual in warnings] == [True]


def test_text_in_another_alphabet_is_not_taken_for_a_mixture_of_encodings() -> None:
    assert decode(CYRILLIC.encode("cp1251") * 3, where="a")[0] == CYRILLIC * 3
    assert decode(CYRILLIC.encode("koi8-r"), where="a", declared="koi8-r") == (CYRILLIC, ())


def test_text_that_quotes_a_double_encoded_word_is_not_changed() -> None:
    text = "They wrote “cafÃ©” for “café”.\n"
    assert decode(text.encode(), where="a") == (text, ())


def test_encoded_surrogate_pairs_are_joined_and_lone_surrogates_removed() -> None:
    data = TEXT.encode() + b"\xed\xa0\xbd\xed\xb8\x80 smiles, \xed\xa0\xbd does not"
    assert decode(data, where="a")[0] == f"{TEXT}\U0001f600 smiles,  does not"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("gb2312", "gb18030"),
        ("shift_jis", "cp932"),
        ("UTF8", "utf-8"),
        ("utf-16", None),
        ("hex", None),
        ("rot13", None),
        ("zlib", None),
        ("utf-7", None),
        ("idna", None),
        ("unicode_escape", None),
        ("cp037", None),
        ("no-such", None),
        ("undefined", None),
    ],
)
def test_encoding_labels_are_read_as_browsers_read_them(label: str, name: str | None) -> None:
    assert normalize_charset(label) == name


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="windows-1251"?><html>',
        "<meta charset=windows-1251>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    ],
)
def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path, head: str) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(f"{head}<p>{CYRILLIC}</p>".encode("cp1251"))
    assert declared_charset(page.read_bytes()) == "cp1251"
    (article,) = read(page)
    assert [block.text for block in article.blocks] == [CYRILLIC.strip()]
    assert article.warnings == ()


def test_xhtml_in_utf8_is_read_although_it_declares_another_encoding(tmp_path: Path) -> None:
    page = tmp_path / "a.xhtml"
    page.write_bytes(f'<?xml version="1.0" encoding="iso-8859-1"?><html><p>{TEXT}</p></html>'.encode())
    (article,) = read(page)
    assert article.blocks[0].text == TEXT.strip()


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01" + bytes(60), b"\xff\xfe\x00", b"GIF89a" + bytes(range(256))]
)
def test_bytes_that_are_not_text_are_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableArticleError, match="a: "):
        decode(data, where="a")
