"""The files of an edition: their order, ids and sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.errors import UnreadableArticleError
from audio_edition.readers.sources import find_sources, section_folder, section_name


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text")


def test_numbers_in_names_set_the_order_and_are_not_part_of_ids_and_sections(tmp_path: Path) -> None:
    write(tmp_path, "10-asia/b.txt", "2-leaders/10-z.md", "2-leaders/9-a.html")
    found, _ = find_sources([tmp_path])
    assert [(source.id, source.section) for source in found] == [("a", "Leaders"), ("z", "Leaders"), ("b", "Asia")]


def test_files_of_a_folder_come_before_its_subfolders_and_have_no_section(tmp_path: Path) -> None:
    write(tmp_path, "asia/one.txt", "zebra.txt")
    found, _ = find_sources([tmp_path])
    assert [(source.id, source.section) for source in found] == [("zebra", None), ("one", "Asia")]


def test_the_innermost_folder_names_the_section(tmp_path: Path) -> None:
    write(tmp_path, "world/middle-east_and-africa/one.txt")
    assert [source.section for source in find_sources([tmp_path])[0]] == ["Middle east and africa"]


def test_files_of_the_same_name_get_different_ids(tmp_path: Path) -> None:
    write(tmp_path, "asia/index.html", "europe/index.html", "europe/2 index.html")
    assert len({source.id for source in find_sources([tmp_path])[0]}) == 3


def test_hidden_files_and_folders_of_saved_pages_are_ignored(tmp_path: Path) -> None:
    write(tmp_path, ".DS_Store", ".git/x.txt", "page_files/ad.html", "page.html", "edition.toml", "cover.png")
    found, others = find_sources([tmp_path])
    assert [source.id for source in found] == ["page"]
    assert [path.name for path in others] == ["cover.png"]


def test_the_error_for_a_missing_path_names_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticleError, match="nowhere: no such file or folder"):
        find_sources([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("folder", "section"),
    [
        ("03-asia", "Asia"),
        ("The Americas", "The Americas"),
        ("middle_east", "Middle east"),
        ("1. Leaders", "Leaders"),
    ],
)
def test_a_section_is_named_by_its_folder(folder: str, section: str) -> None:
    assert section_name(folder) == section


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Science and technology", "02-science-and-technology"),
        ("SCIENCE AND TECHNOLOGY", "02-science-and-technology"),
        ("Leaders", "leaders"),
        ("asia", "asia"),
        ("Middle East", "Middle East"),
        ("Arts & letters", "Arts & letters"),
        ("Books & Arts", "Books & Arts"),
        ("../../etc", "etc"),
        ("/etc/passwd", "etc-passwd"),
        ("..", "section"),
        (".hidden", "hidden"),
        ("Page_files", "page-files"),
    ],
)
def test_a_new_section_gets_a_safe_folder_that_gives_its_name_back(tmp_path: Path, name: str, folder: str) -> None:
    (tmp_path / "02-science-and-technology").mkdir()
    assert section_folder(tmp_path, name) == tmp_path / folder


def test_the_output_folder_among_the_articles_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, "mud.txt", "episodes/wall.txt", "feed.xml", ".audio-edition.lock")
    write(tmp_path / "output", ".audio-edition.lock", "feed.xml", "index.html", "report.json", "episodes/mud.html")
    found, others = find_sources([tmp_path])
    assert [source.id for source in found] == ["mud", "wall"]
    assert [path.name for path in others] == ["feed.xml"]
