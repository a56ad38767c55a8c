"""The files of an edition: which are articles, in what order, in which section."""

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
"""How browsers end the name of the folder of pictures beside a page, in the language they speak."""
_PORTABLE_NAME = re.compile(r"\w[\w ,&'’()-]*(?<! )(?<!_files)")
"""A name that every file system takes as a folder's, and that hides nothing."""
_IGNORED_FILES = frozenset({"edition.toml"})
_RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""What Windows takes for devices, with any suffix too: no file can be called so."""

_MAX_NAME_LENGTH = 80
"""Characters of a name: with a section's before it and a suffix behind it fits every file system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read: its article's id, unique in the edition, and the section its folder names."""

    path: Path
    id: str
    section: str | None


def find_sources(
    paths: Iterable[Path], ids: ArticleIds | None = None
) -> tuple[tuple[Source, ...], tuple[Path, ...]]:
    """The articles below `paths` in the order of their names, and the files that are none.

    A number before a folder's or file's name sets its place and is not read. `ids` gives the articles theirs. A
    link that leads out of its folder is no article, unless it is one of `paths`. Raises UnreadableArticleError for
    a path that does not exist.
    """
    outright = tuple(paths)
    found = [entry for path in outright for entry in _list_files(path)]
    articles = [
        (path, section)
        for path, section in found
        if path in outright or (_is_article(path) and not _is_link_outside(path, outright))
    ]
    kept = {path for path, _ in articles}
    others = tuple(path for path, _ in found if path not in kept and path.name not in _IGNORED_FILES)
    given = ids or ArticleIds()
    return (
        tuple(
            Source(
                path=path,
                id=given.allocate(_ORDER_NUMBER.sub("", path.stem) or path.stem, section),
                section=section,
            )
            for path, section in articles
        ),
        others,
    )


def _is_link_outside(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a file is a link to one outside: who was handed a folder has not chosen what it links to."""
    if not path.is_symlink():
        return False
    target = path.resolve()
    return not any(target.is_relative_to(folder.resolve()) for folder in folders)


def _is_article(path: Path) -> bool:
    """Whether a file in a folder is one that the readers read; XML and JSON hold all sorts of things."""
    if path.suffix.lower() not in feed.SUFFIXES:
        return path.suffix.lower() in SUFFIXES
    try:
        with path.open("rb") as file:
            return feed.is_feed(file.read(feed.HEAD_BYTES), "")
    except OSError:
        return True  # reading it says why it cannot be read


def _list_files(path: Path) -> Iterator[tuple[Path, str | None]]:
    """Files and their sections; a file named outright is an article whatever its suffix."""
    if not path.exists():
        raise UnreadableArticleError(f"{path}: no such file or folder", hint="check the path")
    if path.is_file():
        yield path, None
        return
    if not path.is_dir():
        raise UnreadableArticleError(f"{path}: is neither a file nor a folder", hint="save what it gives in a file")
    try:
        found = [
            file for file in files.list_below(path) if not _is_hidden(file.relative_to(path)) and file.is_file()
        ]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableArticleError(f"{path}: {reason}", hint="check its permissions") from error
    for file in sorted(found, key=lambda f: _natural_sort_key(f.relative_to(path))):
        yield file, section_name(file.parent.name) if file.parent != path else None


def _is_hidden(relative: Path) -> bool:
    """Hidden files, and the folders of pictures that browsers save beside a page."""
    return any(part.startswith(".") for part in relative.parts) or any(
        _PICTURE_FOLDER.search(part) for part in relative.parts[:-1]
    )


def _natural_sort_key(relative: Path) -> list[tuple[bool, list[tuple[int, str]]]]:
    """A sort key in which 10 follows 9, and a folder's own files come before those of its folders."""
    folders = len(relative.parts) - 1
    return [(depth < folders, _split_digits(part)) for depth, part in enumerate(relative.parts)]


def _split_digits(part: str) -> list[tuple[int, str]]:
    pieces = re.split(r"(\d+)", part)
    return [(int(piece), "") if piece.isdecimal() else (-1, piece.casefold()) for piece in pieces]


def section_name(folder: str) -> str:
    """The section a folder's name stands for: "02-middle-east" is "Middle east"; capitals are kept."""
    name = one_line(_ORDER_NUMBER.sub("", folder))
    if name != name.lower():
        return name.replace("_", " ")
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def section_folder(folder: Path, name: str) -> Path:
    """The folder of the section `name` below `folder`: one that is there, else a new one that reads like it."""
    there = sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
    found = next((each for each in there if section_name(each.name).casefold() == name.casefold()), None)
    slug = make_slug(name, "section")
    plain = (
        bool(_PORTABLE_NAME.fullmatch(name))
        and name.lower() not in _RESERVED_NAMES
        and len(name) <= _MAX_NAME_LENGTH
    )
    as_it_is = plain and section_name(slug) != name == section_name(name)
    return found or folder / (name if as_it_is else slug)


def make_slug(name: str, otherwise: str = "article") -> str:
    """A name as small Latin letters, digits and hyphens, which every file system takes; else `otherwise`."""
    slug = slugify(name, max_length=_MAX_NAME_LENGTH, word_boundary=True) or otherwise
    return f"{slug}-{otherwise}" if slug in _RESERVED_NAMES else slug


class ArticleIds:
    """The ids of an edition's articles, each given once."""

    def __init__(self) -> None:
        """None is given yet."""
        self._used: set[str] = set()
        self._next_numbers: dict[str, Iterator[int]] = {}

    def allocate(self, name: str, section: str | None) -> str:
        """A slug of `name`: with the section's name before it or a number behind it if need be."""
        slug = make_slug(name)
        longer = f"{make_slug(section or 'article')}-{slug}"
        numbers = self._next_numbers.setdefault(longer, count(2))
        choices = chain((slug, longer), (f"{longer}-{n}" for n in numbers))
        found = next(choice for choice in choices if choice not in self._used)
        self._used.add(found)
        return found
