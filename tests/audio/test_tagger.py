"""Our ID3 tags in independent readers: mutagen and ffprobe."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.id3 import ID3

from audio_edition.audio.encoder import encode
from audio_edition.audio.tag_reader import read_chapters
from audio_edition.audio.tagger import EpisodeTags, render_tag
from audio_edition.errors import AudioError
from audio_edition.model import Chapter
from tests.conftest import require, run

COVER = b"\xff\xd8\xff\xe0 not quite a picture"


def tags(chapters: tuple[Chapter, ...], title: str = "On mud") -> EpisodeTags:
    return EpisodeTags(
        title=title,
        artist="The Estuary Weekly",
        album="The Estuary Weekly",
        issue_date=date(2026, 11, 21),
        track=(3, 7),
        language="en-GB",
        cover=COVER,
        chapters=chapters,
    )


def chapters(count: int, per_section: int = 40) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(title=f"Chapter {n}", start_ms=n * 1000, end_ms=(n + 1) * 1000, section=f"S{n // per_section}")
        for n in range(count)
    )


def test_mutagen_reads_every_frame() -> None:
    id3 = ID3(io.BytesIO(render_tag(tags(chapters(3)))), translate=False)
    assert id3.version == (2, 3, 0)
    assert {key: str(id3[key]) for key in ("TIT2", "TPE1", "TALB", "TYER", "TDAT", "TRCK", "TCON", "TLAN")} == {
        "TIT2": "On mud",
        "TPE1": "The Estuary Weekly",
        "TALB": "The Estuary Weekly",
        "TYER": "2026",
        "TDAT": "2111",
        "TRCK": "3/7",
        "TCON": "Podcast",
        "TLAN": "eng",
    }
    assert id3["APIC:"].data == COVER
    toc = id3["CTOC:toc"]
    assert (toc.flags, toc.child_element_ids) == (3, ["chp0", "chp1", "chp2"])
    assert str(toc.sub_frames["TIT2"]) == "On mud"
    assert [(c.start_time, c.end_time, str(c.sub_frames["TIT2"])) for c in id3.getall("CHAP")] == [
        (0, 1000, "Chapter 0"),
        (1000, 2000, "Chapter 1"),
        (2000, 3000, "Chapter 2"),
    ]


def test_ffprobe_lists_chapters_in_time_order_with_long_titles(tmp_path: Path) -> None:
    long = tuple(
        Chapter(title=f"{n} {'long title ' * 40}", start_ms=n * 1000, end_ms=(n + 1) * 1000) for n in range(12)
    )
    file = tmp_path / "a.mp3"
    file.write_bytes(render_tag(tags(long)) + encode(np.zeros(12_000, np.float32), 64))
    probed = json.loads(run(require("ffprobe"), "-v", "error", "-show_chapters", "-of", "json", file))["chapters"]
    assert [(c["start"], c["end"], c["tags"]["title"]) for c in probed] == [
        (c.start_ms, c.end_ms, c.title) for c in long
    ]


def test_more_chapters_than_a_table_can_hold_are_nested_by_section() -> None:
    many = chapters(300)
    id3 = ID3(io.BytesIO(render_tag(tags(many))), translate=False)
    top = id3["CTOC:toc"]
    children = [id3[f"CTOC:{name}"] for name in top.child_element_ids]
    assert [str(child.sub_frames["TIT2"]) for child in children] == [f"S{n}" for n in range(8)]
    assert [name for child in children for name in child.child_element_ids] == [f"chp{n}" for n in range(300)]
    assert all(len(child.child_element_ids) <= 255 for child in children)
    assert not any(child.flags & 2 for child in children)


@pytest.mark.parametrize(("count", "tables"), [(255, 1), (256, 1 + 7)])
def test_one_table_holds_255_chapters(count: int, tables: int) -> None:
    id3 = ID3(io.BytesIO(render_tag(tags(chapters(count)))), translate=False)
    assert len(id3.getall("CTOC")) == tables
    assert id3["CTOC:toc"].flags == 3


def test_the_top_table_lists_255_tables_at_most() -> None:
    first, *rest = chapters(256, per_section=1)
    id3 = ID3(io.BytesIO(render_tag(tags((replace(first, section=rest[0].section), *rest)))), translate=False)
    assert len(id3["CTOC:toc"].child_element_ids) == 255


def test_a_table_of_chapters_without_a_section_is_named_after_the_first() -> None:
    many = tuple(replace(chapter, section=None) for chapter in chapters(300))
    id3 = ID3(io.BytesIO(render_tag(tags(many))), translate=False)
    assert [str(id3[f"CTOC:toc{n}"].sub_frames["TIT2"]) for n in range(2)] == ["Chapter 0", "Chapter 255"]


def test_the_cover_is_the_front_cover_of_a_tag_whose_size_is_right() -> None:
    large = replace(tags(()), cover=b"x" * 5_000_000)
    data = render_tag(large)
    id3 = ID3(io.BytesIO(data), translate=False)
    assert id3.size == len(data)
    cover = id3["APIC:"]
    assert (cover.mime, int(cover.type), int(cover.encoding), len(cover.data)) == ("image/jpeg", 3, 0, 5_000_000)


@pytest.mark.parametrize(
    ("language", "code"), [("EN-gb", "eng"), ("de", "deu"), ("sv", "swe"), ("tlh", "tlh"), ("?", "und")]
)
def test_a_language_has_its_three_letter_code_and_no_language_is_undetermined(language: str, code: str) -> None:
    id3 = ID3(io.BytesIO(render_tag(replace(tags(()), language=language))), translate=False)
    assert str(id3["TLAN"]) == code


def test_a_frame_has_no_flags_and_players_are_given_no_byte_offsets() -> None:
    data = render_tag(tags(chapters(1)))
    at = data.index(b"CHAP")
    assert data[at + 8 : at + 10] == b"\0\0"
    assert data[at + 10 : at + 30] == b"chp0\0" + bytes(4) + (1000).to_bytes(4, "big") + b"\xff" * 7
    assert data[at + 23 : at + 31] == b"\xff" * 8


def test_a_lone_surrogate_and_a_nul_are_not_shown() -> None:
    id3 = ID3(io.BytesIO(render_tag(tags((), title="m\ud800u\0d"))), translate=False)
    assert str(id3["TIT2"]) == "m?ud"


def test_more_chapters_than_a_tag_can_list_raise_an_error() -> None:
    with pytest.raises(AudioError, match="512 chapters are more"):
        render_tag(tags(chapters(256 * 2, per_section=1)))


@given(st.text(max_size=60))
def test_any_title_is_read_back_by_mutagen_and_our_reader(title: str) -> None:
    data = render_tag(tags((Chapter(title=title, start_ms=0, end_ms=5),), title=title))
    expected = title.encode("utf-16-le", "replace").decode("utf-16-le").replace("\0", "")
    chapter = ID3(io.BytesIO(data), translate=False)["CHAP:chp0"]
    assert str(chapter.sub_frames["TIT2"]) == expected
    assert read_chapters(data) == (Chapter(title=expected, start_ms=0, end_ms=5),)
