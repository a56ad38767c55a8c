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
from audio_edition.podcast.feed import SPACES
from audio_edition.podcast.lint.document import Item, Media, Page, text_of

_COVER_PIXELS = range(1400, 3001)
_HASHED = re.compile(r".+\.([0-9a-f]{12})\.mp3")
_STAMP = re.compile(r"(\d+:\d\d:\d\d) (.*)")

Marks = Sequence[tuple[int, str]]
"""Chapters as (milliseconds, title)."""


def problems(item: Item, output: Path, media: Mapping[str, Media]) -> Iterator[str]:
    """What is wrong with the files an item names; `media` is what is heard in its sound, by path."""
    yield from _sound(item, output)
    yield from cover_problems(item.page, item.element, output)
    heard = media.get(str(_path(item, "enclosure", "url")))
    yield from _transcript(item, output, heard)
    yield from _chapters(item, output, heard)
    seconds = text_of(item.element, "itunes:duration") or ""
    if heard and seconds.isdigit() and not 0 <= int(seconds) * 1000 - heard.duration_ms < 1000:
        yield f"itunes:duration is {seconds} s, its sound lasts {heard.duration_ms / 1000:.1f} s"


def _path(item: Item, tag: str, attribute: str) -> PurePosixPath | None:
    found = item.element.find(tag, SPACES)
    return item.page.path(found.get(attribute, "")) if found is not None and found.get(attribute) else None


def _sound(item: Item, output: Path) -> Iterator[str]:
    found = item.element.findall("enclosure")
    path = _path(item, "enclosure", "url")
    if len(found) != 1 or path is None:
        yield "has not one enclosure in this folder"
        return
    file, named = output / path, _HASHED.fullmatch(path.name)
    if found[0].get("type") != "audio/mpeg":
        yield f"enclosure has the type {found[0].get('type')!r}, not 'audio/mpeg'"
    if not file.is_file():
        yield f"{path} is not there"
        return
    if found[0].get("length") != str(file.stat().st_size):
        yield f"{path} has {file.stat().st_size} bytes, declared {found[0].get('length')}"
    if named is None or not files.sha256(file).startswith(named[1]):
        yield f"{path} is not named by what it holds"


def cover_problems(page: Page, element: etree._Element, output: Path) -> Iterator[str]:
    """What is wrong with the cover of a channel or an item."""
    image = element.find("itunes:image", SPACES)
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


def _transcript(item: Item, output: Path, heard: Media | None) -> Iterator[str]:
    found = item.element.find("podcast:transcript", SPACES)
    path = _path(item, "podcast:transcript", "url")
    if found is None or path is None or found.get("type") != "text/vtt":
        yield "has no podcast:transcript of the type text/vtt in this folder"
        return
    try:
        text = (output / path).read_text(encoding="utf-8")
        cues = transcript.read_vtt(text)
    except (OSError, ValueError) as error:
        yield f"{path}: {error}"
        return
    if any(len(line) > transcript.LINE for line in text.splitlines() if "-->" not in line):
        yield f"{path} has lines of more than {transcript.LINE} characters"
    if any(cue.start_ms >= cue.end_ms for cue in cues) or any(a.end_ms > b.start_ms for a, b in pairwise(cues)):
        yield f"{path}: cues are empty or overlap"
    if heard and cues and cues[-1].end_ms > heard.duration_ms:
        yield f"{path} goes on after its sound"


def _chapters(item: Item, output: Path, heard: Media | None) -> Iterator[str]:
    """The lists that clients read must be the same: different ones read different lists."""
    found = item.element.find("podcast:chapters", SPACES)
    path = _path(item, "podcast:chapters", "url")
    if found is None or path is None or found.get("type") != chapters.MEDIA_TYPE:
        yield f"has no podcast:chapters of the type {chapters.MEDIA_TYPE} in this folder"
        return
    try:
        text = (output / path).read_text(encoding="utf-8")
        listed = _marks(chapters.read_chapters(text))
    except (OSError, ValueError) as error:
        yield f"{path}: {error}"
        return
    if json.loads(text).get("version") != chapters.VERSION:
        yield f"{path} is not of version {chapters.VERSION}"
    noted, encoded = (text_of(item.element, tag) or "" for tag in ("description", "content:encoded"))
    lists = {"psc:chapters": _simple(item), "time stamps in content:encoded": _stamps(_entries(encoded))}
    lists |= {"time stamps in description": stamps} if (stamps := _stamps(noted.splitlines())) else {}
    lists |= {"chapters of the ID3 tag": _marks(heard.chapters)} if heard else {}
    for name, marks in lists.items():
        if list(_whole(marks)) != list(_whole(listed)):
            yield f"{name} are not those of {path}"
        elif not name.startswith("time") and list(marks) != list(listed):
            yield f"{name} are not at the times of {path}"


def _marks(found: Sequence[Chapter]) -> Marks:
    return [(chapter.start_ms, chapter.title) for chapter in found]


def _whole(marks: Marks) -> Iterator[tuple[int, str]]:
    """With whole seconds, and titles on one line."""
    return ((ms // 1000, " ".join(title.split())) for ms, title in marks)


def _simple(item: Item) -> Marks:
    found = item.element.iterfind("psc:chapters/psc:chapter", SPACES)
    return [(_milliseconds(each.get("start", "")), each.get("title", "")) for each in found]


def _milliseconds(start: str) -> int:
    match = re.fullmatch(r"(\d+):(\d\d):(\d\d)(?:\.(\d{3}))?", start)
    if match is None:
        return -1
    hours, minutes, seconds, rest = (int(figures or 0) for figures in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _entries(notes: str) -> list[str]:
    """The texts of the lists in HTML."""
    return [str(entry.text_content()) for entry in html.fragment_fromstring(notes, create_parent=True).iter("li")]


def _stamps(lines: Iterable[str]) -> Marks:
    found = (_STAMP.fullmatch(line) for line in lines)
    return [(_milliseconds(match[1]), match[2]) for match in found if match]
