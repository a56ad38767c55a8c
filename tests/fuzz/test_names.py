"""Names that some file systems confuse, reserve for devices or refuse, and paths that are not files."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition.acquisition.articles import AddOptions, add_articles
from audio_edition.build.scripts import read_scripts
from audio_edition.errors import UnreadableArticleError
from audio_edition.readers import sources
from audio_edition.readers.sources import ArticleIds, make_slug, section_folder
from tests.conftest import Built, story

RESERVED = [
    *"con CON Con.txt prn aux nul com1 COM9 com0 lpt1 lpt9 com¹ conin$ conout$".split(),
    *("aux.tar.gz", " con ", "nul.", "../con"),
]
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
ON_EVERY_DISK = re.compile(r"[a-z0-9][a-z0-9-]{0,170}")


@pytest.mark.parametrize("name", RESERVED)
def test_no_slug_is_the_name_of_a_device(name: str) -> None:
    assert ON_EVERY_DISK.fullmatch(make_slug(name))
    assert not DEVICE.fullmatch(make_slug(name))
    assert not DEVICE.fullmatch(ArticleIds().allocate(name, None))


@pytest.mark.parametrize(
    "name", ["CON", "aux", "a" * 300, "..", "a/../../b", "a\nb", "x\x1b[2J", "\u202e", "a.", "a "]
)
def test_the_folder_name_of_a_section_is_valid_on_every_file_system(name: str, tmp_path: Path) -> None:
    folder = section_folder(tmp_path, name)
    assert folder.parent == tmp_path
    assert re.fullmatch(r"[\w ,&'’()-]{1,80}(?<! )", folder.name)
    assert not DEVICE.fullmatch(folder.name)


def test_article_ids_differ_even_where_case_is_ignored() -> None:
    ids = ArticleIds()
    names = (
        "Wall",
        "wall",
        "WALL!",
        "wäll",
        "…",
        "?",
        "壁",
        "con",
        "wall-2",
        "article-wall",
        "article-wall-2",
        "w" * 400,
    )
    allocated = [ids.allocate(name, section) for name in names * 60 for section in (None, "Leaders", "s" * 400)]
    assert len({id_.lower() for id_ in allocated}) == len(allocated)
    assert all(ON_EVERY_DISK.fullmatch(id_) and not DEVICE.fullmatch(id_) for id_ in allocated)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_articles_with_strange_names_are_published_under_portable_names(
    tmp_path: Path, make_edition: Callable[..., Built]
) -> None:
    folder = tmp_path / "issue"
    names = (
        "con.txt",
        "CON.TXT",
        "Wall.txt",
        "WALL.txt",
        "wäll.txt",
        "… .txt",
        "a\nb.txt",
        "x\x1b[2J.txt",
        "é" * 120 + ".txt",
    )
    for section in (b"nul", b"Leaders ", b"leaders.", b"s\xff"):
        place = Path(os.fsdecode(os.fsencode(folder) + b"/" + section))
        place.mkdir(parents=True)
        for number, name in enumerate(names):
            (place / name).write_text(story(f"Wall {number}", "wall"), encoding="utf-8")
    built = make_edition(folder, episodes="article,section,edition")
    published = [file.name for file in built.output.rglob("*") if not file.name.startswith(".")]
    assert len(built.result.report.articles) == len(names) * 4
    assert len({name.lower() for name in published}) == len(published)
    assert all(
        re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,199}", name) and not DEVICE.fullmatch(name) for name in published
    )


def test_an_added_article_is_saved_under_a_portable_name(tmp_path: Path) -> None:
    page = tmp_path / "CON.html"
    page.write_text(f"<h1>Aux</h1><p>{story('', 'wall')}</p>", encoding="utf-8")
    (saved,) = add_articles(
        [str(page)], tmp_path / "articles", AddOptions(section="nul"), lambda _done, _total: None
    )
    assert saved.file is not None
    assert not DEVICE.fullmatch(saved.file.parent.name)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_links_that_lead_outside_the_folder_are_not_read(
    tmp_path: Path, make_edition: Callable[..., Built]
) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text(story("My diary", "secret"), encoding="utf-8")
    (folder / "wall.txt").write_text(story("The wall", "wall"), encoding="utf-8")
    (folder / "again.txt").symlink_to(folder / "wall.txt")
    (folder / "out.txt").symlink_to(secret)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "up").symlink_to(tmp_path)
    built = make_edition(folder)
    assert sorted(article.id for article in built.result.report.articles) == ["again", "wall"]
    assert any("out.txt (a link that leads out)" in warning for warning in built.result.report.warnings)
    assert [script.id for script in read_scripts([folder / "out.txt"]).scripts] == ["out"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_pipes_sockets_and_devices_are_refused_without_hanging(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(tmp_path)
        listener.bind("socket.txt")
        (tmp_path / "wall.txt").write_text(story("The wall", "wall"), encoding="utf-8")
        found, _ = sources.find_sources([tmp_path])
    assert [source.id for source in found] == ["wall"]
    for name in ("pipe.txt", "zero.txt", "socket.txt"):
        with pytest.raises(UnreadableArticleError, match="neither a file nor a folder"):
            sources.find_sources([tmp_path / name])
    done = subprocess.run(
        [sys.executable, "-m", "audio_edition", "segment", tmp_path], check=True, capture_output=True, timeout=60
    )
    assert b"The wall" in done.stdout
