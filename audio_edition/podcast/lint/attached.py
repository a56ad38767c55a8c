"""Rules for the files an item names: its sound, cover, transcript and chapters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath

from lxml import etree, html
from PIL import Image, UnidentifiedImageError

from audio_edition import files
from audio_edition.model import Chapter
from audio_edition.podcast import chapters, transcript
from audio_edition.podcast.feed import NAMESPACES
from audio_edition.podcast.lint.document import FeedItem, FeedPage, Media, child_text

_COVER_PIXELS = range(1400, 3001)
_HASHED_NAME = re.compile(r".+\.([0-9a-f]{12})\.mp3")
_STAMP_LINE = re.compile(r"(\d+:\d\d:\d\d) (.*)")

ChapterMarks = Sequence[tuple[int, str]]
"""Chapters as (milliseconds, title)."""


def find_problems(item: FeedItem, output: Path, media: Mapping[str, Media]) -> Iterator[str]:
    """What is wrong with the files an item names; `media` is what is heard in its sound, by path."""
    yield from _check_sound(item, output)
    yield from find_cover_problems(item.page, item.element, output)
    heard = media.get(str(_attachment_path(item, "enclosure", "url")))
    yield from _check_transcript(item, output, heard)
    yield from _check_chapters(item, output, heard)
    seconds = child_text(item.element, "itunes:duration") or ""
    if heard and seconds.isdigit() and not 0 <= int(seconds) * 1000 - heard.duration_ms < 1000:
        yield f"itunes:duration is {seconds} s, its sound lasts {heard.duration_ms / 1000:.1f} s"


def _attachment_path(item: FeedItem, tag: str, attribute: str) -> PurePosixPath | None:
    found = item.element.find(tag, NAMESPACES)
    return item.page.path(found.get(attribute, "")) if found is not None and found.get(attribute) else None


def _check_sound(item: FeedItem, output: Path) -> Iterator[str]:
    found = item.element.findall("enclosure")
    path = _attachment_path(item, "enclosure", "url")
    if len(found) != 1 or path is None:
        yield "has not one enclosure in this folder"
        return
    file, named = output / path, _HASHED_NAME.fullmatch(path.name)
    if found[0].get("type") != "audio/mpeg":
        yield f"enclosure has the type {found[0].get('type')!r}, not 'audio/mpeg'"
    if not file.is_file():
        yield f"{path} is not there"
        return
    if found[0].get("length") != str(file.stat().st_size):
        yield f"{path} has {file.stat().st_size} bytes, declared {found[0].get('length')}"
    if named is None or not files.sha256(file).startswith(named[1]):
        yield f"{path} is not named by what it holds"


def find_cover_problems(page: FeedPage, element: etree._Element, output: Path) -> Iterator[str]:
    """What is wrong with the cover of a channel or an item."""
    image = element.find("itunes:image", NAMESPACES)
    path = page.path(image.get("href", "")) if image is not None else None
    if path is None:
        yield "has no itunes:image in this folder"
        return
    try:
        with Image.open(output / path) as found:
            kind, mode, (width, height) = found.format, found.mode, found.size
    except (OSError, UnidentifiedImageError):
        yield f"{path} is not there, or is no picture"
        return
    if kind not in {"JPEG", "PNG"} or mode != "RGB" or width != height or width not in _COVER_PIXELS:
        yield f"{path} is {kind} in {mode} of {width} × {height}, not a square JPEG or PNG in RGB of 1400 to 3000"


def _check_transcript(item: FeedItem, output: Path, heard: Media | None) -> Iterator[str]:
    found = item.element.find("podcast:transcript", NAMESPACES)
    path = _attachment_path(item, "podcast:transcript", "url")
    if found is None or path is None or found.get("type") != "text/vtt":
        yield "has no podcast:transcript of the type text/vtt in this folder"
        return
    try:
        text = (output / path).read_text(encoding="utf-8")
        cues = transcript.read_vtt(text)
    except (OSError, ValueError) as error:
        yield f"{path}: {error}"
        return
    if any(len(line) > transcript.MAX_LINE_CHARACTERS for line in text.splitlines() if "-->" not in line):
        yield f"{path} has lines of more than {transcript.MAX_LINE_CHARACTERS} characters"
    if any(cue.start_ms >= cue.end_ms for cue in cues) or any(a.end_ms > b.start_ms for a, b in pairwise(cues)):
        yield f"{path}: cues are empty or overlap"
    if heard and cues and cues[-1].end_ms > heard.duration_ms:
        yield f"{path} goes on after its sound"


def _check_chapters(item: FeedItem, output: Path, heard: Media | None) -> Iterator[str]:
    """The lists that clients read must be the same: different ones read different lists."""
    found = item.element.find("podcast:chapters", NAMESPACES)
    path = _attachment_path(item, "podcast:chapters", "url")
    if found is None or path is None or found.get("type") != chapters.MEDIA_TYPE:
        yield f"has no podcast:chapters of the type {chapters.MEDIA_TYPE} in this folder"
        return
    try:
        text = (output / path).read_text(encoding="utf-8")
        listed = _to_marks(chapters.read_chapters(text))
    except (OSError, ValueError) as error:
        yield f"{path}: {error}"
        return
    if json.loads(text).get("version") != chapters.VERSION:
        yield f"{path} is not of version {chapters.VERSION}"
    noted, encoded = (child_text(item.element, tag) or "" for tag in ("description", "content:encoded"))
    lists = {
        "psc:chapters": _podlove_marks(item),
        "time stamps in content:encoded": _parse_stamps(_list_items(encoded)),
    }
    lists |= {"time stamps in description": stamps} if (stamps := _parse_stamps(noted.splitlines())) else {}
    lists |= {"chapters of the ID3 tag": _to_marks(heard.chapters)} if heard else {}
    for name, marks in lists.items():
        if list(_round_marks(marks)) != list(_round_marks(listed)):
            yield f"{name} are not those of {path}"
        elif not name.startswith("time") and list(marks) != list(listed):
            yield f"{name} are not at the times of {path}"


def _to_marks(found: Sequence[Chapter]) -> ChapterMarks:
    return [(chapter.start_ms, chapter.title) for chapter in found]


def _round_marks(marks: ChapterMarks) -> Iterator[tuple[int, str]]:
    """With whole seconds, and titles on one line."""
    return ((ms // 1000, " ".join(title.split())) for ms, title in marks)


def _podlove_marks(item: FeedItem) -> ChapterMarks:
    found = item.element.iterfind("psc:chapters/psc:chapter", NAMESPACES)
    return [(_parse_milliseconds(each.get("start", "")), each.get("title", "")) for each in found]


def _parse_milliseconds(start: str) -> int:
    match = re.fullmatch(r"(\d+):(\d\d):(\d\d)(?:\.(\d{3}))?", start)
    if match is None:
        return -1
    hours, minutes, seconds, rest = (int(figures or 0) for figures in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _list_items(notes: str) -> list[str]:
    """The texts of the lists in HTML."""
    return [str(entry.text_content()) for entry in html.fragment_fromstring(notes, create_parent=True).iter("li")]


def _parse_stamps(lines: Iterable[str]) -> ChapterMarks:
    found = (_STAMP_LINE.fullmatch(line) for line in lines)
    return [(_parse_milliseconds(match[1]), match[2]) for match in found if match]
