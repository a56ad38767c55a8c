from __future__ import annotations

import io
import json

import pytest
from PIL import Image

from audio_edition.model import Chapter, Track
from audio_edition.podcast.chapters import read_chapters, render_chapters
from audio_edition.podcast.cover import render_cover

DAY = "21 November 2026"


def test_chapters_follow_the_json_format() -> None:
    chapters = (
        Chapter(title="One “1”", start_ms=0, end_ms=5000),
        Chapter(title="Two", start_ms=5000, end_ms=9_876),
    )
    text = render_chapters(Track(samples=237_024, chapters=chapters, cues=()), "T")
    document = json.loads(text)
    assert document["version"] == "1.2.0"
    assert document["chapters"][1] == {"startTime": 5, "endTime": 9.876, "title": "Two"}
    assert read_chapters(text) == chapters


@pytest.mark.parametrize("text", ["[]", "{}", '{"chapters": [{}]}', '{"chapters": 3}', "nonsense"])
def test_a_malformed_chapters_document_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_chapters(text)


@pytest.mark.parametrize(
    "title",
    ["The Estuary Weekly", "A" * 500, "x", "", "Ежедневник 日本語 العربية", "Long " * 40, "\ud800\x00"],
)
def test_a_cover_is_a_square_jpeg_of_the_size_directories_take(title: str) -> None:
    image = Image.open(io.BytesIO(render_cover(title, DAY)))
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert image.width == image.height
    assert 1400 <= image.width <= 3000


def test_a_cover_shows_its_title_and_date_and_is_the_same_each_time() -> None:
    one = render_cover("The Estuary Weekly", DAY)
    assert one == render_cover("The Estuary Weekly", DAY)
    assert len({one, render_cover("The Estuary Weekly", "28 November 2026"), render_cover("The Tide", DAY)}) == 3


def test_title_bars_and_date_do_not_touch() -> None:
    image = Image.open(io.BytesIO(render_cover("The Quarterly Review of Long Titles and Longer Names", DAY)))
    grey = image.convert("L")
    rows = [max(grey.crop((0, y, grey.width, y + 1)).tobytes()) > 180 for y in range(grey.height)]
    bands = sum(1 for a, b in zip([False, *rows], rows, strict=False) if b and not a)
    assert bands >= 4  # the rule, the title's lines, the bars, the date
    assert not any(rows[: grey.height // 20])
    assert not any(rows[-grey.height // 20 :])
