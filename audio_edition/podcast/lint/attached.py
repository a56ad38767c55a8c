"""Checks the files of an item: its audio, cover, transcript and chapters."""

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
    """Yield the problems of the files that an item refers to; `media` is the decoded MP3s by path."""
    yield from _check_audio(item, output)
    yield from find_cover_problems(item.page, item.element, output)
    audio = media.get(str(_attachment_path(item, "enclosure", "url")))
    yield from _check_transcript(item, output, audio)
    yield from _check_chapters(item, output, audio)
    seconds = child_text(item.element, "itunes:duration") or ""
    if audio and seconds.isdigit() and not 0 <= int(seconds) * 1000 - audio.duration_ms < 1000:
        yield f"itunes:duration is {seconds} s, its audio lasts {audio.duration_ms / 1000:.1f} s"


def _attachment_path(item: FeedItem, tag: str, attribute: str) -> PurePosixPath | None:
    element = item.element.find(tag, NAMESPACES)
    return item.page.path(element.get(attribute, "")) if element is not None and element.get(attribute) else None


def _check_audio(item: FeedItem, output: Path) -> Iterator[str]:
    enclosures = item.element.findall("enclosure")
    path = _attachment_path(item, "enclosure", "url")
    if len(enclosures) != 1 or path is None:
        yield "does not have exactly one enclosure in this folder"
        return
    enclosure, file, hashed_name = enclosures[0], output / path, _HASHED_NAME.fullmatch(path.name)
    if enclosure.get("type") != "audio/mpeg":
        yield f"enclosure has the type {enclosure.get('type')!r}, not 'audio/mpeg'"
    if not file.is_file():
        yield f"{path} is not there"
        return
    if enclosure.get("length") != str(file.stat().st_size):
        yield f"{path} has {file.stat().st_size} bytes, declared {enclosure.get('length')}"
    if hashed_name is None or not files.sha256(file).startswith(hashed_name[1]):
        yield f"{path} does not have the hash of its content in its name"


def find_cover_problems(page: FeedPage, element: etree._Element, output: Path) -> Iterator[str]:
    """Yield the problems of the cover of a channel or an item."""
    reference = element.find("itunes:image", NAMESPACES)
    path = page.path(reference.get("href", "")) if reference is not None else None
    if path is None:
        yield "has no itunes:image in this folder"
        return
    try:
        with Image.open(output / path) as image:
            encoding, mode, (width, height) = image.format, image.mode, image.size
    except (OSError, UnidentifiedImageError):
        yield f"{path} is not there, or is not an image"
        return
    if encoding not in {"JPEG", "PNG"} or mode != "RGB" or width != height or width not in _COVER_PIXELS:
        actual = f"{encoding} in {mode} of {width} × {height}"
        yield f"{path} is {actual}, not a square JPEG or PNG in RGB of 1400 to 3000"


def _check_transcript(item: FeedItem, output: Path, audio: Media | None) -> Iterator[str]:
    element = item.element.find("podcast:transcript", NAMESPACES)
    path = _attachment_path(item, "podcast:transcript", "url")
    if element is None or path is None or element.get("type") != "text/vtt":
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
    if audio and cues and cues[-1].end_ms > audio.duration_ms:
        yield f"{path} ends after its audio"


def _check_chapters(item: FeedItem, output: Path, audio: Media | None) -> Iterator[str]:
    """Yield differences between the lists of chapters: clients read different ones, so all must be equal."""
    element = item.element.find("podcast:chapters", NAMESPACES)
    path = _attachment_path(item, "podcast:chapters", "url")
    if element is None or path is None or element.get("type") != chapters.MEDIA_TYPE:
        yield f"has no podcast:chapters of the type {chapters.MEDIA_TYPE} in this folder"
        return
    try:
        text = (output / path).read_text(encoding="utf-8")
        json_marks = _to_marks(chapters.read_chapters(text))
    except (OSError, ValueError) as error:
        yield f"{path}: {error}"
        return
    if json.loads(text).get("version") != chapters.VERSION:
        yield f"{path} is not of version {chapters.VERSION}"
    description, show_notes = (child_text(item.element, tag) or "" for tag in ("description", "content:encoded"))
    lists = {
        "psc:chapters": _podlove_marks(item),
        "time stamps in content:encoded": _parse_stamps(_list_items(show_notes)),
    }
    lists |= {"time stamps in description": stamps} if (stamps := _parse_stamps(description.splitlines())) else {}
    lists |= {"chapters of the ID3 tag": _to_marks(audio.chapters)} if audio else {}
    for name, marks in lists.items():
        if list(_round_marks(marks)) != list(_round_marks(json_marks)):
            yield f"{name} are not those of {path}"
        elif not name.startswith("time") and list(marks) != list(json_marks):
            yield f"{name} are not at the times of {path}"


def _to_marks(chapter_list: Sequence[Chapter]) -> ChapterMarks:
    return [(chapter.start_ms, chapter.title) for chapter in chapter_list]


def _round_marks(marks: ChapterMarks) -> Iterator[tuple[int, str]]:
    """Yield the marks as (whole seconds, title on one line)."""
    return ((ms // 1000, " ".join(title.split())) for ms, title in marks)


def _podlove_marks(item: FeedItem) -> ChapterMarks:
    elements = item.element.iterfind("psc:chapters/psc:chapter", NAMESPACES)
    return [(_parse_milliseconds(element.get("start", "")), element.get("title", "")) for element in elements]


def _parse_milliseconds(start: str) -> int:
    match = re.fullmatch(r"(\d+):(\d\d):(\d\d)(?:\.(\d{3}))?", start)
    if match is None:
        return -1
    hours, minutes, seconds, milliseconds = (int(digits or 0) for digits in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds


def _list_items(notes: str) -> list[str]:
    """Return the texts of the list items in a piece of HTML."""
    return [str(entry.text_content()) for entry in html.fragment_fromstring(notes, create_parent=True).iter("li")]


def _parse_stamps(lines: Iterable[str]) -> ChapterMarks:
    matches = (_STAMP_LINE.fullmatch(line) for line in lines)
    return [(_parse_milliseconds(match[1]), match[2]) for match in matches if match]
