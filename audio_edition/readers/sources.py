"""Find the article files of an edition, their order, their ids and their sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from slugify import slugify

from audio_edition import files
from audio_edition.errors import UnreadableArticleError
from audio_edition.readers import SUFFIXES, feed
from audio_edition.readers.tidy import one_line

_ORDER_NUMBER = re.compile(r"^\d+[\s._-]+")
_PICTURE_FOLDER = re.compile(
    r"[_-](files?|fichiers|dateien|archivos|arquivos|ficheiros|bestanden|filer|pliki|soubory|файлы)$", re.IGNORECASE
)
"""End of the name of the folder that a browser saves beside a page, in several languages of browsers."""
_PORTABLE_NAME = re.compile(r"\w[\w ,&'’()-]*(?<! )(?<!_files)")
"""A folder's name that every file system accepts and that is neither hidden nor a browser's folder of pictures."""
_IGNORED_FILES = frozenset({"edition.toml"})
_RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names of devices on Windows, which no file may have, with or without a suffix."""

_MAX_NAME_LENGTH = 80
"""Characters of a name: together with a section's name and a suffix, it fits the limits of every file system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read, the id of its article, unique in the edition, and the section that its folder names."""

    path: Path
    id: str
    section: str | None


def find_sources(
    paths: Iterable[Path], ids: ArticleIds | None = None
) -> tuple[tuple[Source, ...], tuple[Path, ...]]:
    """Return the article files in and below `paths` in the order of their names, and the other files found there.

    A number before the name of a folder or file sets its place in the order and is left out of ids and sections.
    `ids` allocates the ids. A link that leads out of `paths` is no article, unless it is one of `paths`. Raises
    UnreadableArticleError for a path that does not exist or cannot be listed.
    """
    roots = tuple(paths)
    entries = [entry for path in roots for entry in _list_files(path)]
    articles = [
        (path, section)
        for path, section in entries
        if path in roots or (_is_article(path) and not _is_link_outside(path, roots))
    ]
    article_paths = {path for path, _ in articles}
    others = tuple(path for path, _ in entries if path not in article_paths and path.name not in _IGNORED_FILES)
    allocator = ids or ArticleIds()
    return (
        tuple(
            Source(
                path=path,
                id=allocator.allocate(_ORDER_NUMBER.sub("", path.stem) or path.stem, section),
                section=section,
            )
            for path, section in articles
        ),
        others,
    )


def _is_link_outside(path: Path, folders: Iterable[Path]) -> bool:
    """Return True if a file is a link to a file outside of `folders`, which the user may not mean to publish."""
    if not path.is_symlink():
        return False
    target = path.resolve()
    return not any(target.is_relative_to(folder.resolve()) for folder in folders)


def _is_article(path: Path) -> bool:
    """Return True if a file has a readable format; an XML or JSON file must be a feed."""
    if path.suffix.lower() not in feed.SUFFIXES:
        return path.suffix.lower() in SUFFIXES
    try:
        with path.open("rb") as file:
            return feed.is_feed(file.read(feed.HEAD_BYTES), "")
    except OSError:
        return True  # reading it later reports the error


def _list_files(path: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield the files of a folder with their sections, or `path` itself if it is a file."""
    if not path.exists():
        raise UnreadableArticleError(f"{path}: no such file or folder", hint="check the path")
    if path.is_file():
        yield path, None
        return
    if not path.is_dir():
        raise UnreadableArticleError(f"{path}: is neither a file nor a folder", hint="save its content in a file")
    try:
        entries = [
            file for file in files.list_below(path) if not _is_hidden(file.relative_to(path)) and file.is_file()
        ]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableArticleError(f"{path}: {reason}", hint="check its permissions") from error
    for file in sorted(entries, key=lambda f: _natural_sort_key(f.relative_to(path))):
        yield file, section_name(file.parent.name) if file.parent != path else None


def _is_hidden(relative: Path) -> bool:
    """Return True for a hidden file, and for one in a folder that a browser saved beside a page."""
    return any(part.startswith(".") for part in relative.parts) or any(
        _PICTURE_FOLDER.search(part) for part in relative.parts[:-1]
    )


def _natural_sort_key(relative: Path) -> list[tuple[bool, list[tuple[int, str]]]]:
    """Return a sort key: 10 follows 9, and the files of a folder come before those of its subfolders."""
    folders = len(relative.parts) - 1
    return [(depth < folders, _split_digits(part)) for depth, part in enumerate(relative.parts)]


def _split_digits(part: str) -> list[tuple[int, str]]:
    pieces = re.split(r"(\d+)", part)
    return [(int(piece), "") if piece.isdecimal() else (-1, piece.casefold()) for piece in pieces]


def section_name(folder: str) -> str:
    """Return the section that a folder's name stands for: "02-middle-east" is "Middle east"; capitals are kept."""
    name = one_line(_ORDER_NUMBER.sub("", folder))
    if name != name.lower():
        return name.replace("_", " ")
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def section_folder(folder: Path, name: str) -> Path:
    """Return the folder of the section `name` in `folder`: the existing one, else a new one, which is not created.

    A new folder is named by the slug, or by the section's own name if the slug would give another section.
    """
    subfolders = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    existing = next((path for path in subfolders if section_name(path.name).casefold() == name.casefold()), None)
    slug = make_slug(name, "section")
    is_portable = (
        bool(_PORTABLE_NAME.fullmatch(name))
        and name.lower() not in _RESERVED_NAMES
        and len(name) <= _MAX_NAME_LENGTH
    )
    needs_own_name = is_portable and section_name(slug) != name == section_name(name)
    return existing or folder / (name if needs_own_name else slug)


def make_slug(name: str, otherwise: str = "article") -> str:
    """Return a name in lower-case Latin letters, digits and hyphens; `otherwise` if nothing is left of it.

    The result is a valid file name on every file system.
    """
    slug = slugify(name, max_length=_MAX_NAME_LENGTH, word_boundary=True) or otherwise
    return f"{slug}-{otherwise}" if slug in _RESERVED_NAMES else slug


class ArticleIds:
    """Allocates unique ids for an edition's articles."""

    def __init__(self) -> None:
        """Start without any id in use."""
        self._used: set[str] = set()
        self._next_numbers: dict[str, Iterator[int]] = {}

    def allocate(self, name: str, section: str | None) -> str:
        """Return an unused id: the slug of `name`, if need be with the section before it or a number after it."""
        slug = make_slug(name)
        longer = f"{make_slug(section or 'article')}-{slug}"
        numbers = self._next_numbers.setdefault(longer, count(2))
        choices = chain((slug, longer), (f"{longer}-{n}" for n in numbers))
        free_id = next(choice for choice in choices if choice not in self._used)
        self._used.add(free_id)
        return free_id
